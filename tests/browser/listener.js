// Notes what goes wrong in a page, for engines that don't tell their driver. Runs before all else.
{
  const problems = [];
  window.plumblineProblems = problems;

  const log = console.error;
  console.error = (...words) => {
    problems.push(`console.error: ${words.map(String).join(" ")}`);
    log.apply(console, words);
  };
  addEventListener(
    "error",
    (event) => {
      const failed = event.target instanceof Element ? event.target.outerHTML : event.message;
      problems.push(`error: ${failed}`);
    },
    true, // a resource that fails to load tells only those who listen on the way down
  );
  addEventListener("unhandledrejection", (event) => problems.push(`unhandled rejection: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    problems.push(`policy violation: ${event.effectiveDirective} ${event.blockedURI}`),
  );
}
