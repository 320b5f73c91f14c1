/** How secrets are known where nobody declared them, and how known ones are taken out of text. */

/** Names under which people keep secrets. */
const telltale =
  /pass(word|wd|phrase)?|pwd|secret|token|credential|(api|private|access|encryption|signing|session|master|hmac)[-_.]?key|(^|[-_.])dsn$|auth/i;

/** The ends of names of settings under which people keep secrets in files. */
const setting =
  /(password|passwd|passphrase|pwd|secret|token|(api|private|access|encryption|signing|secret)[-_.]?key|dsn)$/i;

/** Whether something of that name is probably a secret. */
export function namesSecret(name: string): boolean {
  return telltale.test(name);
}

/** Values that are secret under any name. Each expression reads a text once. */
const shapes = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY|\bAGE-SECRET-KEY-/,
  // Tokens of GitHub, AWS, Slack, Stripe and npm.
  /\b(gh[opsur]_\w{20}|github_pat_\w{20}|A[KS]IA[A-Z0-9]{16}|xox[abpr]-|[rs]k_live_|npm_\w{30})/,
];

/** Whether a text holds what is secret by its looks: a private key, a password in an address, `--password=…`, a token. Pure. */
export function looksSecret(text: string): boolean {
  const named = /(?:^|[\s"'])--?([\w.-]+)[= ]\S/g;
  // A line of a file of settings: `spring.datasource.password=…`.
  const set = /^[ \t]*["']?([\w.-]{1,200})["']?[ \t]*[=:][ \t]*[^\s{[]/gm;
  return (
    shapes.some(shape => shape.test(text)) ||
    text.split(/\s+/).some(holdsPassword) ||
    holdsWebToken(text) ||
    [...text.matchAll(named)].some(([, name]) => namesSecret(name ?? '')) ||
    [...text.matchAll(set)].some(([, name]) => setting.test(name ?? ''))
  );
}

/** Whether an address in a word has a password. Expressions for it take time by the square of the length. */
function holdsPassword(word: string): boolean {
  const last = word.lastIndexOf('@');
  for (let at = word.indexOf('://'); at !== -1; at = word.indexOf('://', at + 3)) {
    const colon = matchEnd(/[^/:@]*/y, word, at + 3);
    if (last > colon + 1 && isPassword(word, colon)) return true;
  }
  return false;
}

/** Whether a password follows the colon at that place. It may hold anything, "/" and "@" too; digits before "/" are a port. */
const isPassword = (word: string, colon: number): boolean =>
  word[colon] === ':' && matchEnd(/\d+\//y, word, colon + 1) === -1;

/** Whether the header of a JSON web token stands before the start of its claims. */
function holdsWebToken(text: string): boolean {
  for (let at = text.indexOf('.eyJ'); at !== -1; at = text.indexOf('.eyJ', at + 1)) {
    let start = at;
    while (/[\w-]/.test(text[start - 1] ?? '')) start -= 1;
    if (/(?:^|-)eyJ.{10}/.test(text.slice(start, at))) return true;
  }
  return false;
}

/** Whether an argument only names the secret that follows it: `--password`. */
export function announcesSecret(argument: string): boolean {
  return /^--?[\w.-]+$/.test(argument) && namesSecret(argument);
}

/** Characters of a value that is hidden: shorter ones are words such as `true`, and stand everywhere. */
export const shortest = 6;

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
  return text.replace(/\S+/g, word => (word.includes('@') ? withoutUsers(word) : word));
}

/** In one pass, for the logs of others come here, and may be made to be slow to read. */
function withoutUsers(word: string): string {
  const last = word.lastIndexOf('@');
  let safe = '';
  let from = 0;
  for (let at = word.indexOf('://'); at !== -1; at = word.indexOf('://', from)) {
    const user = at + 3;
    const colon = matchEnd(/[^/:@]*/y, word, user);
    const hasPassword = last > colon && isPassword(word, colon);
    const end = hasPassword ? last + 1 : matchEnd(/[^/@]*@/y, word, user);
    safe += end === -1 ? word.slice(from, user) : `${word.slice(from, at)}://…@`;
    from = end === -1 ? user : end;
  }
  return safe + word.slice(from);
}

/** Where the match ends that begins at that place; -1 when none does. */
function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : -1;
}
