// The only script of the page. Starts the wasm, fetches the questionnaire meanwhile, and shows a
// notice when something fails that the program itself can't tell of any more.

const script = document.querySelector("script[data-wasm]");

// No text becomes code or markup: browsers that know Trusted Types ask here first, and let through three
// scripts by name, the wasm's and those of the two workers, and nothing else.
window.trustedTypes?.createPolicy("default", {
  createScriptURL: (url) => {
    const { js, scribe, lens } = script.dataset;
    return [js, `${scribe}.js`, `${lens}.js`].includes(url) ? url : null;
  },
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

/** Does something with the second copies, one text for each assessment; kept when it is on the disk. */
function copies(mode, act) {
  return new Promise((done, failed) => {
    setTimeout(failed, 3000, new Error("no answer"));
    const open = (all) => {
      // What is only looked for isn't made.
      if (all && !all.some(({ name }) => name === "plumbline")) return done([]);
      const opening = indexedDB.open("plumbline");
      opening.onupgradeneeded = () => {
        if (mode === "readonly") opening.transaction.abort();
        else opening.result.createObjectStore("assessments");
      };
      opening.onerror = () => (mode === "readonly" && opening.error.name === "AbortError" ? done([]) : failed(opening.error));
      opening.onsuccess = () => {
        const database = opening.result;
        try {
          const work = database.transaction("assessments", mode, { durability: "strict" });
          const results = act(work.objectStore("assessments"));
          work.commit?.(); // a page that rests in WebKit's cache would never do it and block all others
          work.oncomplete = () => done(results?.map(({ result }) => result));
          work.onabort = () => failed(work.error);
        } catch (error) {
          failed(error);
        }
        // Once the transaction is over; nobody else has to wait for it then.
        database.close();
      };
    };
    // Where a making that is broken off leaves an empty database behind, as in WebKit, it can be asked first.
    const look = mode === "readonly" && indexedDB.databases?.();
    if (look) look.then(open).catch(failed);
    else open();
  });
}

/** The second copies: all of them, or what they are to be from now on. */
function secondCopies() {
  const due = [];
  let asked = /Firefox/.test(navigator.userAgent); // it would ask the person
  const all = () => copies("readonly", (store) => [store.getAllKeys(), store.getAll()]);
  const first = all();
  first.catch(() => {});
  return {
    copies: (again) => (again ? all() : first),
    give: (id, text) => due.push([id, text]),
    async commit() {
      const given = due.splice(0);
      await copies("readwrite", (store) => {
        for (const [id, text] of given) text === undefined ? store.delete(id) : store.put(text, id);
      });
      if (!asked) navigator.storage?.persist?.().catch(() => {});
      asked = true;
    },
    async room() {
      const { usage, quota } = await navigator.storage.estimate();
      return `${Math.round(usage)} ${Math.round(quota)}`;
    },
  };
}

/** Lets one tab write an assessment; `turn` tells one by one what becomes of that. */
function tabs() {
  const told = [];
  const options = { steal: { steal: true }, again: { ifAvailable: true } };
  let hear, wish;
  const channel = typeof BroadcastChannel === "function" && new BroadcastChannel("plumbline");
  function tell(what, id) {
    told.push(`${what} ${id}`);
    hear?.();
  }
  function leave() {
    wish?.leave();
    wish = undefined;
  }
  /** Asks for the lock: as the next in turn, only if it is free ("again"), or at once ("steal"). */
  function hold(id, how) {
    leave();
    const stop = new AbortController();
    const mine = { id };
    wish = mine;
    if (!navigator.locks) {
      mine.leave = () => {};
      return tell("writes", id);
    }
    const end = new Promise((done) => {
      mine.leave = () => {
        stop.abort();
        done();
      };
    });
    // A page that is loaded again waits for itself a moment; a busy browser answers late.
    const wait = () =>
      setTimeout(async () => {
        const { held } = await navigator.locks.query();
        if (wish !== mine || mine.has) return;
        if (!held.some(({ name }) => name === `plumbline/${id}`)) return wait();
        mine.follows = true;
        tell("follows", id);
      }, 400);
    wait();
    const granted = (lock) => {
      if (wish !== mine) return;
      if (!lock) return void hold(id);
      if (mine.follows && !mine.asks) {
        // The other tab is closed, or loaded again: that it may go on with its work.
        setTimeout(() => wish === mine && hold(id, "again"), 1000);
        return;
      }
      mine.has = true;
      tell("writes", id);
      return end;
    };
    navigator.locks.request(`plumbline/${id}`, options[how] ?? { signal: stop.signal }, granted).catch(() => {
      if (wish !== mine) return;
      if (!mine.has) return tell("writes", id); // no locks here
      tell("lost", id);
      hold(id);
    });
  }
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (wish?.id !== data) return;
      if (wish.has) tell("asked", data);
      else hold(data); // behind the one that asks
    };
  }
  return {
    hold: (id) => hold(id),
    leave,
    take(id) {
      const mine = wish;
      if (mine?.id !== id || mine.has) return;
      mine.asks = true;
      if (channel) channel.postMessage(id);
      // Unless it has had it and was asked to let go since.
      setTimeout(() => wish === mine && !mine.has && hold(id, "steal"), 1000);
    },
    turn: () =>
      new Promise((done) => {
        hear = () => {
          hear = undefined;
          done(told.shift());
        };
        if (told.length) hear();
      }),
  };
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
  Object.assign(window.plumbline, secondCopies(), tabs());
  // What takes a browser long only the first time, while it waits for the wasm anyway.
  requestAnimationFrame(() => setTimeout(() => new Date().toLocaleString("en", { dateStyle: "medium" }) + stored()));
} else {
  trouble("wasm", "");
}
