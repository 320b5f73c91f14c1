/** Whether an exception has expired: it expires when its day begins, in UTC. Pure. */
export const hasExpired = (expires: string, now: Date): boolean =>
  now.getTime() >= Date.parse(`${expires}T00:00:00Z`);

/** Whether an exception that has not expired does so within 14 days, so that it is reported. Pure. */
export const expiresSoon = (expires: string, now: Date): boolean =>
  !hasExpired(expires, now) && hasExpired(expires, new Date(now.getTime() + daysOf('14d')));

/** Converts a number of days, written as in slipway.yml (`7d`), to milliseconds. Pure. */
export const daysOf = (text: string): number => Number.parseInt(text, 10) * 86_400_000;
