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
      // Long texts are on their way by now, but nothing waits for them.
      const all = ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind));
      const arrived = all.filter(({ responseEnd }) => 0 < responseEnd && responseEnd <= at);
      const bytes = arrived.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
      answered({ at, bytes, requests: arrived.length });
    }).observe(score, everything);
    requestAnimationFrame(() => setTimeout(() => option.click()));
  }).observe(document, everything);
});
