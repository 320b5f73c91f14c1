/** Label matchers of PromQL. Prometheus rejects a whole file of rules for one of them that is wrong. */

/** A part of a regular expression in RE2. What fits none of the others is one character. */
const parts = new RegExp(
  [
    String.raw`(?<atom>\\Q[^]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\])`,
    String.raw`(?<flags>\(\?[imsU]*(?:-[imsU]+)?\))`,
    String.raw`(?<open>\((?:\?P?<\w+>|\?[imsU]*(?:-[imsU]+)?:|(?!\?)))`,
    String.raw`(?<repeat>(?:[*+?]|\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\})\??)`,
    '[^]',
  ].join('|'),
  'g',
);

/** Returns what is certainly wrong with a regular expression in RE2; undefined if nothing is found. Pure. */
export function patternFault(pattern: string): string | undefined {
  let depth = 0;
  /** What a repetition would repeat. */
  let before: 'nothing' | 'repetition' | 'atom' = 'nothing';
  for (const { 0: part, groups: { flags, open, repeat } = {} } of pattern.matchAll(parts)) {
    if (repeat !== undefined) {
      if (before === 'nothing') return `"${part}" has nothing to repeat`;
      if (before === 'repetition') return `"${part}" repeats a repetition`;
      before = 'repetition';
    } else if (flags !== undefined) {
      if (before === 'repetition') before = 'atom';
    } else if (open !== undefined) {
      depth += 1;
      before = 'nothing';
    } else if (part === '(') return 'RE2 has no groups such as "(?=" and "(?!"';
    else if (part === '[') return 'a "[" is not closed';
    else if (part === '\\') return 'it ends with "\\"';
    else {
      if (part === ')') depth -= 1;
      if (depth < 0) return 'a ")" closes nothing';
      before = part === '|' ? 'nothing' : 'atom';
    }
  }
  return depth > 0 ? 'a "(" is not closed' : undefined;
}

/** The same for the value of a matcher as it is written, with its quotes. Pure. */
export function writtenPatternFault(quoted: string): string | undefined {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith('`')) return patternFault(inner);
  // A character that is written by its number may be any part.
  if (/\\[xuU0-7]/.test(inner.replaceAll('\\\\', ''))) return undefined;
  return patternFault(
    inner.replace(/\\(.)/gs, (_, letter: string) => (/[abfnrtv]/.test(letter) ? ' ' : letter)),
  );
}

/** Returns what is certainly wrong with the regular expressions of a series selector. Pure. */
export function selectorFault(selector: string): string | undefined {
  const values = selector.matchAll(/(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/gs);
  for (const [, operator = '', quoted = ''] of values) {
    const fault = operator.endsWith('~') ? writtenPatternFault(quoted) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}
