/** Finds secrets in text by their form. */

/** Longer lines are cut, so that no expression runs long on a crafted one. */
const longestLine = 32_768;

/** What masks of secrets, placeholders and missing values look like. */
const placeholder =
  /^(?:[*•x.…_#-]+|<.*|\[.*|\(.*|\{.*|\$.*|%.*|(?:redacted|masked|hidden|filtered|null|none|undefined|true|false|empty|missing|secret|password|example|changeme|string)\b.*)$/i;

/** Forms that secretlint does not find in a line. `value`, if there is such a group, must not be a placeholder. */
const forms: readonly (readonly [kind: string, form: RegExp])[] = [
  ['private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
  ['JWT', /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,2000}(?![\w-])/g],
  ['AWS key id', /(?<![A-Za-z0-9])A[KS]IA(?![A-Z2-7]*EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9])/g],
  ['bearer token', authorization('bearer', '[\\w.~+/%-]{16,4000}')],
  ['basic credential', authorization('basic', '[\\w+/%-]{8,4000}')],
  [
    'password in a query',
    /[?&](?:password|passwd|pwd|secret|client_secret|access_token|api_?key)=(?<value>[^\s&"'<>\\]{6,500})/gi,
  ],
];

/** Returns the form of an Authorization header in text, JSON or a URL. */
function authorization(scheme: string, value: string): RegExp {
  const separator = `(?:["'\\\\]{1,4}|%22)?\\s{0,4}(?::|=|%3A|%3D)\\s{0,4}[["'\\\\]{0,4}`;
  return new RegExp(`\\bauthorization${separator}${scheme}(?:\\s|%20|\\+){1,4}(?<value>${value})`, 'gi');
}

/** Kinds of secrets in a line. */
export interface FoundSecret {
  /** Index of the line. */
  readonly line: number;
  readonly kind: string;
}

/** Finds secrets by the forms above and by the rules of secretlint, each kind once in a line. The values are not returned. */
export async function detectSecrets(lines: readonly string[]): Promise<FoundSecret[]> {
  const short = lines.map(line => line.slice(0, longestLine));
  const byForm = short.flatMap((line, at) =>
    forms.filter(([, form]) => isFound(line, form)).map(([kind]) => ({ line: at, kind })),
  );
  const found = [...byForm, ...(await byRulesOfSecretlint(short))];
  return [...new Map(found.map(each => [`${each.line} ${each.kind}`, each])).values()];
}

function isFound(line: string, form: RegExp): boolean {
  return [...line.matchAll(form)].some(
    ({ groups }) => groups?.value === undefined || !placeholder.test(groups.value),
  );
}

/** Rules of secretlint's preset that repeat a form above. */
const repeated: Readonly<Record<string, string>> = { privatekey: 'private key', aws: 'AWS key id' };

async function byRulesOfSecretlint(lines: readonly string[]): Promise<FoundSecret[]> {
  const [{ lintSource }, { creator }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const rules = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }];
  // A line break inside of a line would shift the numbers of the lines, and a directive of secretlint would turn off its rules.
  const content = lines
    .map(line => line.replace(/[\r\n\u2028\u2029]/g, ' ').replace(/secretlint-/gi, 'secretlint '))
    .join('\n');
  const { messages } = await lintSource({
    source: { filePath: 'log', content, ext: '', contentType: 'text' },
    options: { config: { rules }, maskSecrets: true },
  });
  return messages
    .filter(({ type }) => type === 'message')
    .map(({ ruleId, loc }) => {
      const rule = ruleId.replace(/^.*secretlint-rule-/, '');
      return { line: loc.start.line - 1, kind: repeated[rule] ?? `secret (${rule})` };
    });
}
