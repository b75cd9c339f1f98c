// Runs right after Testing Library, in one script with it: Firefox gives each script of its driver
// built-ins of its own, and the library wouldn't know another script's functions as functions.
const { queryAllByRole, queryAllByLabelText, getRoles } = exports;

const look = (within, { role, name, exact }) => {
  const fits = (text) => (exact ? text === name : text.startsWith(name));
  switch (role) {
    case "file input":
      return queryAllByLabelText(within, fits, { selector: "input[type=file]" });
    case "password field":
      return queryAllByLabelText(within, fits, { selector: "input[type=password]" });
    case "disclosure":
      // What only screen readers get is part of either text, depending on the engine.
      return [...within.querySelectorAll("summary")].filter(({ innerText, textContent }) =>
        [innerText, textContent].some((text) => fits(text.replace(/\s+/g, " ").trim())));
    default:
      return queryAllByRole(within, role, { name: fits });
  }
};

const describe = (within) => {
  const lines = [];
  for (const role of Object.keys(getRoles(within))) {
    const note = (text) => lines.push(`  ${role} "${text}"`);
    queryAllByRole(within, role, { name: note });
  }
  return lines.slice(0, 100).join("\n");
};

// Goes down a path of roles and names, each step within the one before, to the one element at its end.
// Returns `element`, or `count` (how many fit the step that failed) and `there` (what could be found instead).
exports.locate = (path) => {
  let element = document.body;
  for (const step of path) {
    const found = look(element, step);
    if (found.length !== 1) {
      return { count: found.length, there: describe(element) };
    }
    element = found[0];
  }
  return { element };
};
