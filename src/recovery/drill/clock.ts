/**
 * Returns the clock of a drill: whole ms since 1970, and monotonic even if the system clock is set.
 * @param notBefore the last time in an earlier job of the drill, as the clock of this machine may be behind.
 */
export function steadyClock(notBefore = 0): () => number {
  const origin = Date.now() - performance.now();
  return () => Math.max(notBefore, Math.round(origin + performance.now()));
}
