/** How secrets are known where nobody declared them, and how known ones are taken out of text. */

/** Names under which people keep secrets. */
const telltale = /pass(word|wd|phrase)?|secret|token|credential|api-?_?key|private-?_?key|auth/i;

/** Whether something of that name is probably a secret. */
export function namesSecret(name: string): boolean {
  return telltale.test(name);
}

/** Values that are secret whatever they are called. */
const shapes = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/,
  // A password in an address, which may hold "/" and "@" itself; digits before "/" are a port.
  /:\/\/[^\s/:@]*:(?!\d+\/)\S+@/,
  // Tokens of GitHub, AWS, Slack, Stripe and npm; a JSON web token.
  /\b(gh[opsur]_\w{20}|github_pat_\w{20}|A[KS]IA[A-Z0-9]{16}|xox[abpr]-|[rs]k_live_|npm_\w{30}|eyJ[\w-]{10,}\.eyJ)/,
];

/** Whether a text holds what is secret by its looks: a private key, a password in an address, `--password=…`, a token. Pure. */
export function looksSecret(text: string): boolean {
  const named = /(?:^|[\s"'])--?([\w.-]+)[= ]\S/g;
  return (
    shapes.some(shape => shape.test(text)) ||
    [...text.matchAll(named)].some(([, name]) => namesSecret(name ?? ''))
  );
}

/** Whether an argument only names the secret that follows it: `--password`. */
export function announcesSecret(argument: string): boolean {
  return /^--?[\w.-]+$/.test(argument) && namesSecret(argument);
}

/** Shorter ones are words such as `true`, and stand everywhere. */
const shortest = 6;

/**
 * The text without these values, nor any of their lines, in base64, percent-encoded and as JSON too; passwords in addresses go,
 * whatever they are. Pure.
 */
export function withoutSecrets(text: string, values: Iterable<string>): string {
  const forms = [...values]
    .flatMap(value => [value.trim(), ...value.split('\n').map(line => line.trim())])
    .filter(value => value.length >= shortest)
    .flatMap(value => [
      value,
      JSON.stringify(value).slice(1, -1),
      encodeURIComponent(value),
      Buffer.from(value).toString('base64').replace(/=+$/, ''),
    ]);
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const hidden = longestFirst.reduce((rest, form) => rest.replaceAll(form, '(hidden)'), text);
  return withoutPasswords(hidden);
}

/** Without what stands before the host of an address. */
export function withoutPasswords(text: string): string {
  return text.replace(/:\/\/(?:[^\s/:@]*:(?!\d+\/)\S*|[^\s/@]*)@/g, '://…@');
}
