// Rates the item as soon as its options have been drawn, and waits for the score to follow.
watched.untilAnswered = new Promise((answered) => {
  const everything = { subtree: true, childList: true, characterData: true };
  new MutationObserver((_, watch) => {
    const option = document.querySelector("#app main input[type=radio]");
    const score = document.querySelector("#app main .measure-value");
    if (!option || !score) return;
    watch.disconnect();
    const before = score.textContent;
    new MutationObserver((_, watch) => {
      if (score.textContent === before) return;
      watch.disconnect();
      const at = performance.now();
      const [page] = performance.getEntriesByType("navigation");
      const files = performance.getEntriesByType("resource").filter(({ responseEnd }) => responseEnd <= at);
      const all = [page, ...files];
      const bytes = all.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      answered({ at, bytes, requests: all.length, names: all.map((e) => [e.name, e.startTime, e.responseEnd, e.encodedBodySize, e.transferSize]) });
    }).observe(score, everything);
    requestAnimationFrame(() => setTimeout(() => option.click()));
  }).observe(document, everything);
});
