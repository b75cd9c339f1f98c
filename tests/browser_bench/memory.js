// The app keeps its memory to itself, so it is noted as it comes out of the wasm.
const memories = new Set();

for (const name of ["instantiate", "instantiateStreaming"]) {
  const instantiate = WebAssembly[name];
  WebAssembly[name] = async (...given) => {
    const made = await instantiate(...given);
    // A module that was compiled beforehand gives the instance alone.
    const { exports } = made.instance ?? made;
    for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
    return made;
  };
}
