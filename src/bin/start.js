// Stands behind what wasm-bindgen makes: the page sends the program first, so that nothing is fetched
// here. The program then listens itself.
onmessage = ({ data: [, program] }) => wasm_bindgen.initSync({ module: program });
