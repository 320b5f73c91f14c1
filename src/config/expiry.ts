/** Whether an exception holds no longer: from the first moment of its day, in UTC. Pure. */
export const hasExpired = (expires: string, now: Date): boolean =>
  now.getTime() >= Date.parse(`${expires}T00:00:00Z`);

/** Milliseconds of a number of days as slipway.yml has it, such as `7d`. Pure. */
export const daysOf = (text: string): number => Number.parseInt(text, 10) * 86_400_000;
