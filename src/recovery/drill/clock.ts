/** The one clock of a drill: it tells the time of day and never jumps, whoever sets the machine's. Whole ms since 1970. */
export function steadyClock(): () => number {
  const origin = Date.now() - performance.now();
  return () => Math.round(origin + performance.now());
}
