/**
 * The one clock of a drill: it tells the time of day and never jumps, whoever sets the machine's. Whole ms since 1970.
 * @param notBefore what the clock of an earlier job of the drill has told last: another machine's may be behind it.
 */
export function steadyClock(notBefore = 0): () => number {
  const origin = Date.now() - performance.now();
  return () => Math.max(notBefore, Math.round(origin + performance.now()));
}
