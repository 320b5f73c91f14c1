/** Formats a count: `1 pod`, `2 pods`, `0 pods`; for nouns with a plural in s. Pure. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
