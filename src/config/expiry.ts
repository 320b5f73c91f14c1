/** Whether an exception has expired: it expires when its day begins, in UTC. Pure. */
export const hasExpired = (expires: string, now: Date): boolean =>
  now.getTime() >= Date.parse(`${expires}T00:00:00Z`);

/** Converts a number of days, written as in slipway.yml (`7d`), to milliseconds. Pure. */
export const daysOf = (text: string): number => Number.parseInt(text, 10) * 86_400_000;
