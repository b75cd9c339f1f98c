// Watches a page start. Times are milliseconds since the navigation began.
const watched = { paint: null, shift: 0 };

new PerformanceObserver((list) => {
  watched.paint = list.getEntriesByName("first-contentful-paint")[0]?.startTime ?? watched.paint;
}).observe({ type: "paint", buffered: true });

new PerformanceObserver((list) => {
  for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) watched.shift += value;
}).observe({ type: "layout-shift", buffered: true });

/** What was seen, once nothing has arrived for two seconds. */
watched.untilQuiet = () =>
  new Promise((seen) => {
    const wait = () => setTimeout(() => seen({ paint: watched.paint, shift: watched.shift }), 2000);
    let waiting = wait();
    new PerformanceObserver(() => {
      clearTimeout(waiting);
      waiting = wait();
    }).observe({ type: "resource" });
  });
