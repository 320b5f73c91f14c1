/** Formats a count: `1 pod`, `2 pods`, `0 pods`; for nouns with a plural in s. Pure. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Returns the first problem and the number of others, such as `it failed (and 2 more)`; undefined without any. Pure. */
export const firstOf = ([first, ...others]: readonly string[]): string | undefined =>
  first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;
