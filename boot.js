// The only script of the page. Starts the wasm, fetches the questionnaire meanwhile, and shows a
// notice when something fails that the program itself can't tell of any more.

const script = document.querySelector("script[data-wasm]");

// No text becomes code or markup: browsers that know Trusted Types ask here first, and let through two
// scripts by name, the wasm's and the worker's, and nothing else.
window.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) =>
    [script.dataset.js, `${script.dataset.scribe}.js`].includes(url) ? url : null,
});

/** Fetches a file beside the page, as "text" or "arrayBuffer". */
async function fetched(path, as) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response[as]();
}

/** All that Plumbline has stored in this browser, as one text; empty when there is nothing. */
function stored() {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith("plumbline."));
    const all = Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key)]));
    return keys.length ? JSON.stringify(all, null, 1) : "";
  } catch {
    return "";
  }
}

/** Adds an element to the page and waits until what it names has arrived. */
function load(name, attributes) {
  return new Promise((done, failed) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.onload = done;
    element.onerror = () => failed(new Error(element.src || element.href));
    document.head.append(element);
  });
}

function offer(link, name, content) {
  if (!content) return;
  link.href = URL.createObjectURL(new Blob([content], { type: "application/json" }));
  link.download = name;
  link.hidden = false;
}

let troubled = false;

/** Shows the notice: why is "wasm", "load" or "crash"; what is told small, for those who help. */
function trouble(why, what, rescued = {}) {
  if (troubled) return;
  troubled = true;
  const page = document.getElementById("trouble");
  for (const part of page.querySelectorAll("[data-why]")) part.hidden = part.dataset.why !== why;
  const heading = page.querySelector("h1");
  if (why === "crash") heading.textContent = heading.dataset.crash;
  document.title = heading.textContent;
  const find = (name) => page.querySelector(`[data-do=${name}]`);
  page.querySelector("[data-what]").textContent = what;
  find("reload").addEventListener("click", () => location.reload());
  offer(find("download"), rescued.name, rescued.text);
  offer(find("raw"), "plumbline-storage.json", stored());
  find("reload").classList.toggle("primary", find("download").hidden);
  document.getElementById("app").hidden = true;
  page.hidden = false;
  heading.focus();
}

document.addEventListener("plumbline-crash", ({ detail }) => {
  trouble(detail.started ? "crash" : "load", detail.message, detail);
});

/** Adds the second part of the wasm to the first, whose exports it builds on, and its style sheet. */
async function add({ later, style }, exports) {
  const sheet = load("link", { rel: "stylesheet", href: style });
  // It may fail before anybody waits for it, as when the page is left.
  sheet.catch(() => {});
  const part = await fetched(later, "arrayBuffer");
  await WebAssembly.instantiate(part, { __wasm_split: exports });
  await sheet;
  return "";
}

if (typeof WebAssembly === "object") {
  const pack = "packs/iso27001-2022";
  const { js, wasm, ...second } = script.dataset;
  // A classic script: only those does trunk minify.
  const main = load("script", { src: js }).then(() => wasm_bindgen({ module_or_path: wasm }));
  main.catch((error) => trouble("load", String(error)));
  window.plumbline = {
    pack: fetched(`${pack}/pack.json`, "text"),
    texts: fetched(`${pack}/en.json`, "text"),
    screens: main.then((exports) => add(second, exports)),
  };
  for (const promise of Object.values(window.plumbline)) promise.catch(() => {});
  // What takes a browser long only the first time, while it waits for the wasm anyway.
  requestAnimationFrame(() => setTimeout(() => new Date().toLocaleString("en", { dateStyle: "medium" }) + stored()));
} else {
  trouble("wasm", "");
}
