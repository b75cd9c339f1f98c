// Notes for each click how long it was until the score followed, and until that was on the screen.
const clicks = [];
const longTasks = [];
const paints = new Map();
// What follows a click, and the rows of choices that are clicked on.
const [following, choices] = arguments;
const score = document.querySelector(`#app main ${following}`);

// To the next frame on the screen as the browser measures it, which is silent about less than 16 ms.
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.name === "click") paints.set(entry.startTime, entry.duration);
  }
}).observe({ type: "event", durationThreshold: 16 });

new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: "longtask" });

addEventListener("click", ({ timeStamp }) => {
  // The browser passes a click on a label on to its radio button, as another event.
  if (clicks.at(-1)?.at !== timeStamp) clicks.push({ at: timeStamp, scored: null, end: null });
}, true);

new MutationObserver(() => {
  const click = clicks.at(-1);
  if (click && click.scored === null) click.scored = performance.now() - click.at;
}).observe(score, { subtree: true, childList: true, characterData: true });

const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));

window.rating = {
  /** Brings the nth of so many items into view; where to click for one of its levels. */
  async aim(nth, of) {
    const rows = document.querySelectorAll(`#app main ${choices}`);
    const row = rows[rows.length < of ? nth % rows.length : Math.floor((nth * rows.length) / of)];
    const levels = row.querySelectorAll("label");
    const turn = Math.floor(nth / rows.length) + nth;
    // Rows are laid out when they come into view, which may move them: aim twice.
    for (let frames = 0; frames < 8; frames += 1) {
      if (frames % 4 === 0) row.scrollIntoView({ block: "center" });
      await frame();
    }
    const { left, top, width, height } = levels[turn % levels.length].getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  },

  /** Waits as a person does between two answers, so that each of them is saved. */
  async untilSaved() {
    await new Promise((later) => setTimeout(later, 700));
    const click = clicks.at(-1);
    if (!click || click.scored === null || click.end) throw new Error("the score doesn't follow the click");
    click.end = performance.now();
  },

  result() {
    const during = ({ startTime }) => clicks.some(({ at, end }) => at <= startTime && startTime < end);
    return {
      scored: clicks.map(({ scored }) => scored),
      painted: clicks.map(({ at }) => paints.get(at) ?? 16),
      longTasks: longTasks.filter(during).length,
    };
  },
};
