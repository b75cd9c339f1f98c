// Notes for each click when the score followed and when that was on the screen.
const clicks = [];
const longTasks = [];
const paints = new Map();
const score = document.querySelector("#app main .sticky");

/** The time to the next frame, as the browser measures it; it keeps silent about less than 16 ms. */
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.name === "click") paints.set(entry.startTime, entry.duration);
  }
}).observe({ type: "event", durationThreshold: 16 });

new PerformanceObserver((list) => longTasks.push(...list.getEntries())).observe({ type: "longtask" });

addEventListener("click", (event) => {
  if (clicks.at(-1)?.at === event.timeStamp) return;
  const click = { at: event.timeStamp, scored: null, end: null };
  clicks.push(click);
  requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => { click.frame = performance.now() - click.at }; c.port2.postMessage(0); });
}, true);

new MutationObserver(() => {
  const click = clicks.at(-1);
  if (click && click.scored === null) click.scored = performance.now() - click.at;
}).observe(score, { subtree: true, childList: true, characterData: true });

const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));

window.rating = {
  /** Brings the nth of so many items into view; where to click for one of its levels. */
  async aim(nth, of) {
    const rows = document.querySelectorAll("#app main .rating-row");
    const row = rows[Math.floor((nth * rows.length) / of)];
    const levels = row.querySelectorAll("label");
    row.scrollIntoView({ block: "center" });
    for (let i = 0; i < 4; i += 1) await frame();
    const { left, top, width, height } = levels[nth % levels.length].getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  },

  /** Waits as a person does between two answers: the first has been saved by then. */
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
      frames: clicks.map(({ frame }) => frame),
      longTasks: longTasks.filter(during).length,
      long: longTasks.filter(during).map(e => [e.startTime, e.duration]),
      allLong: longTasks.length,
    };
  },
};
