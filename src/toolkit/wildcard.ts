/** Whether a text matches a pattern, in which `*` is any text, including none. Pure. */
export const matchesWildcard = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map(part => RegExp.escape(part))
      .join('.*')}$`,
    's',
  ).test(text);
