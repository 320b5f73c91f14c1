import { printable } from '../toolkit/printable.ts';
import { looksSecret } from '../toolkit/secrecy.ts';

/** Finds secrets in text by their form. */

/** Longer lines are cut, so that no expression runs long on a crafted one. */
export const longestLine = 32_768;

/** What masks of secrets, placeholders and missing values look like. */
const placeholder =
  /^(?:[*•x.…_#-]+|<.*|\[.*|\(.*|\{.*|\$.*|%.*|(?:redacted|masked|hidden|filtered|null|none|undefined|true|false|empty|missing|secret|password|example|changeme|string)\b.*)$/i;

/** A form of secrets that secretlint does not know. `value`, if there is such a group, must not be a placeholder. */
const forms: readonly (readonly [kind: string, form: RegExp])[] = [
  ['private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  ['JWT', /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,2000}(?![\w-])/],
  ['AWS key id', /(?<![A-Za-z0-9])A[KS]IA(?![A-Z2-7]*EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9])/],
  [
    'bearer token',
    /\bauthorization(?:["'\\]{1,4}|%22)?\s{0,4}(?::|=|%3A|%3D)\s{0,4}["'\\]{0,4}bearer(?:\s|%20|\+){1,4}(?<value>[\w.~+/%-]{16,4000})/i,
  ],
  [
    'basic credential',
    /\bauthorization(?:["'\\]{1,4}|%22)?\s{0,4}(?::|=|%3A|%3D)\s{0,4}["'\\]{0,4}basic(?:\s|%20|\+){1,4}(?<value>[\w+/%-]{8,4000})/i,
  ],
  [
    'password in a query',
    /[?&](?:password|passwd|pwd|secret|client_secret|access_token|api_?key)=(?<value>[^\s&"'<>\\]{6,500})/i,
  ],
];

export interface FoundSecret {
  /** Index of the line. */
  readonly line: number;
  readonly kind: string;
}

/** Finds secrets by the forms above and by the rules of secretlint. The values are not returned. */
export async function detectSecrets(lines: readonly string[]): Promise<FoundSecret[]> {
  const short = lines.map(line => line.slice(0, longestLine));
  const found = [...formsIn(short), ...(await byRulesOfSecretlint(short))];
  return [...new Map(found.map(each => [`${each.line} ${each.kind}`, each])).values()];
}

function formsIn(lines: readonly string[]): FoundSecret[] {
  return lines.flatMap((line, at) =>
    forms.filter(([, form]) => isFound(line, form)).map(([kind]) => ({ line: at, kind })),
  );
}

function isFound(line: string, form: RegExp): boolean {
  const match = form.exec(line);
  const value = match?.groups?.value;
  return match !== null && (value === undefined || !placeholder.test(value));
}

/** Rules of secretlint for the tokens of providers, in its preset, that repeat a form above. */
const repeated: Readonly<Record<string, string>> = { privatekey: 'private key', aws: 'AWS key id' };

const atOnce = 2000;

async function byRulesOfSecretlint(lines: readonly string[]): Promise<FoundSecret[]> {
  const [{ lintSource }, { creator }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const rules = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }];
  const found: FoundSecret[] = [];
  for (let first = 0; first < lines.length; first += atOnce) {
    // A line break inside of a line would shift the numbers of the lines.
    const part = lines.slice(first, first + atOnce).map(line => line.replace(/[\r\n\u2028\u2029]/g, ' '));
    const { messages } = await lintSource({
      source: { filePath: 'log', content: part.join('\n'), ext: '', contentType: 'text' },
      options: { config: { rules }, maskSecrets: true },
    });
    for (const { ruleId, loc, type } of messages) {
      const rule = ruleId.replace(/^.*secretlint-rule-/, '');
      if (type === 'message')
        found.push({ line: first + loc.start.line - 1, kind: repeated[rule] ?? `secret (${rule})` });
    }
  }
  return found;
}

/** Words with a digit that are as long as secrets are. */
const longWord = /[\w+/=~-]{16,}/g;

/** Returns untrusted text as one short printable line, without long words; one that seems to hold a secret is not shown. */
export async function safeExcerpt(text: string, length = 160): Promise<string> {
  const [found] = await detectSecrets([text]);
  if (found !== undefined || looksSecret(text.slice(0, longestLine)))
    return `(not shown: it holds what looks like a ${found?.kind ?? 'secret'})`;
  const line = printable(text.slice(0, longestLine))
    .replace(longWord, word => (/\d/.test(word) ? '…' : word))
    .trim();
  return line.length > length ? `${line.slice(0, length).toWellFormed()}…` : line;
}
