/** PromQL series selectors, as in slipway.yml: a name with optional labels. */

export interface Matcher {
  label: string;
  operator: '=' | '!=' | '=~' | '!~';
  value: string;
}

/** Returns a matcher. Pure. */
export const matching = (label: string, operator: Matcher['operator'], value: string): Matcher => ({
  label,
  operator,
  value,
});

export interface Selector {
  name: string;
  matchers: Matcher[];
}

/** Parses `name{label="value",…}`; returns undefined when it is not a selector. Pure. */
export function parseSelector(text: string): Selector | undefined {
  const whole = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?$/s.exec(text.trim());
  if (whole === null) return undefined;
  const [, name = '', inner = ''] = whole;
  const matchers: Matcher[] = [];
  const one =
    /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)\s*(?:,|$)/sy;
  while (one.lastIndex < inner.trimEnd().length) {
    const match = one.exec(inner);
    if (match === null) return undefined;
    const [, label = '', operator = '=', quoted = ''] = match;
    matchers.push({ label, operator: operator as Matcher['operator'], value: unquoted(quoted) });
  }
  return { name, matchers };
}

/** Formats a selector as PromQL. Pure. */
export function printSelector({ name, matchers }: Selector): string {
  if (matchers.length === 0) return name;
  const inner = matchers.map(({ label, operator, value }) => `${label}${operator}${JSON.stringify(value)}`);
  return `${name}{${inner.join(',')}}`;
}

/** Adds matchers to a selector, which narrow it. @throws Error when the text is not a selector. */
export function narrowed(text: string, further: readonly Matcher[]): string {
  const selector = parseSelector(text);
  if (selector === undefined) throw new Error(`not a series selector: ${text}`);
  return printSelector({ ...selector, matchers: [...selector.matchers, ...further] });
}

/** Returns the selector of a part of a histogram. @throws Error when the text is not a selector. Pure. */
export function renamed(text: string, part: 'bucket' | 'count' | 'sum'): string {
  const selector = parseSelector(text);
  if (selector === undefined) throw new Error(`not a series selector: ${text}`);
  return printSelector({ ...selector, name: `${selector.name}_${part}` });
}

/** Whether a matcher accepts the labels of a series; a missing label is empty, as in PromQL. Pure. */
export function matches(
  { label, operator, value }: Matcher,
  labels: Readonly<Record<string, string>>,
): boolean {
  const actual = labels[label] ?? '';
  switch (operator) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case '=~':
      return matchesPattern(value, actual);
    case '!~':
      return !matchesPattern(value, actual);
  }
}

/** PromQL uses Go's regular expressions; an expression that only Go accepts counts as a match, so that it is not reported as the reason. */
function matchesPattern(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 's').test(text);
  } catch {
    return true;
  }
}

function unquoted(quoted: string): string {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith('`')) return inner;
  return inner.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter);
}

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

/** Escapes a text for a regular expression. */
export function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A longer list of names would make a URL that proxies refuse. */
const longestList = 3_000;

/** Returns a matcher for these pods: by name, or by the common prefixes of their names when there are very many. Pure. */
export function podMatcher(names: readonly string[]): Matcher {
  const list = [...new Set(names)].sort().map(literal).join('|');
  if (list.length <= longestList) return matching('pod', '=~', list);
  const owners = [...new Set(names.map(name => literal(name.replace(/[^-]+$/, ''))))].sort();
  return matching('pod', '=~', `(?:${owners.join('|')})[^-]+`);
}
