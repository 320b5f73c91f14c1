/** Returns a text as one word of a shell. Pure. */
export const shellWord = (text: string): string =>
  /^[\w./:@%+=,][\w./:@%+=,-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
