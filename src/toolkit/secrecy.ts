import { findToken } from './tokens.ts';

/** Detects undeclared secrets, and removes known ones from text. */

/** Names of secrets. */
const telltale =
  /pass(word|wd|phrase)?|pwd|secret|token|credential|(api|private|access|encryption|signing|session|master|hmac)[-_.]?key|(^|[-_.])dsn$|auth/i;

/** Suffixes of the names of secrets in configuration files. */
const setting =
  /(password|passwd|passphrase|pwd|secret|token|(api|private|access|encryption|signing|secret)[-_.]?key|dsn)$/i;

/** Whether a value with that name is probably a secret. */
export function namesSecret(name: string): boolean {
  return telltale.test(name);
}

/** Values that are secret under any name. Each expression takes linear time. */
const shapes = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY|\bAGE-SECRET-KEY-/,
  // Tokens of GitHub, AWS, Slack, Stripe and npm.
  /\b(gh[opsur]_\w{20}|github_pat_\w{20}|A[KS]IA[A-Z0-9]{16}|xox[abpr]-|[rs]k_live_|npm_\w{30})/,
];

/** Whether a text contains something that looks secret: a private key, a password in a URL, `--password=…`, a token. Pure. */
export function looksSecret(text: string): boolean {
  const named = /(?:^|[\s"'])--?([\w.-]+)[= ]\S/g;
  // A line of a configuration file: `spring.datasource.password=…`.
  const set = /^[ \t]*["']?([\w.-]{1,200})["']?[ \t]*[=:][ \t]*[^\s{[]/gm;
  return (
    shapes.some(shape => shape.test(text)) ||
    findToken(text) !== undefined ||
    text.split(/\s+/).some(holdsPassword) ||
    holdsWebToken(text) ||
    [...text.matchAll(named)].some(([, name]) => namesSecret(name ?? '')) ||
    [...text.matchAll(set)].some(([, name]) => setting.test(name ?? ''))
  );
}

/** Whether a URL in a word has a password. A regular expression for it would take quadratic time. */
function holdsPassword(word: string): boolean {
  const last = word.lastIndexOf('@');
  for (let at = word.indexOf('://'); at !== -1; at = word.indexOf('://', at + 3)) {
    const colon = matchEnd(/[^/:@]*/y, word, at + 3);
    if (last > colon + 1 && isPassword(word, colon)) return true;
  }
  return false;
}

/** Whether a password follows the colon at that index. It may contain any character, "/" and "@" too; digits before "/" are a port. */
const isPassword = (word: string, colon: number): boolean =>
  word[colon] === ':' && matchEnd(/\d+\//y, word, colon + 1) === -1;

/** Whether a text contains a JSON web token: its header before the start of its claims. */
function holdsWebToken(text: string): boolean {
  for (let at = text.indexOf('.eyJ'); at !== -1; at = text.indexOf('.eyJ', at + 1)) {
    let start = at;
    while (/[\w-]/.test(text[start - 1] ?? '')) start -= 1;
    if (/(?:^|-)eyJ.{10}/.test(text.slice(start, at))) return true;
  }
  return false;
}

/** Whether the next argument is a secret: `--password`. */
export function announcesSecret(argument: string): boolean {
  return /^--?[\w.-]+$/.test(argument) && namesSecret(argument);
}

/** Minimum length of a hidden value: shorter ones are words such as `true`, which occur everywhere. */
export const shortestMasked = 6;

/**
 * Removes values from a text, and each of their lines, also in both alphabets of base64, percent-encoded, as a field of a form, as JSON and
 * as HTML; also removes every password in a URL. Pure.
 */
export function withoutSecrets(text: string, values: Iterable<string>): string {
  const forms = [...values]
    .flatMap(value => [value.trim(), ...value.split('\n').map(line => line.trim())])
    .filter(value => value.length >= shortestMasked)
    .flatMap(value => [
      value,
      JSON.stringify(value).slice(1, -1),
      encodeURIComponent(value),
      encodeURI(value),
      new URLSearchParams([['', value]]).toString().slice(1),
      value.replace(
        /[&<>"']/g,
        letter => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[letter] ?? '#39'};`,
      ),
      Buffer.from(value).toString('base64url'),
      Buffer.from(value).toString('base64').replace(/=+$/, ''),
    ]);
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const hidden = longestFirst.reduce((rest, form) => rest.replaceAll(form, '(hidden)'), text);
  return withoutPasswords(hidden);
}

/** Removes user and password from URLs. */
export function withoutPasswords(text: string): string {
  return text.replace(/\S+/g, word => (word.includes('@') ? withoutUsers(word) : word));
}

/** In linear time, because untrusted logs may be crafted to be slow to process. */
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

/** Returns the end of the match that starts at that index; -1 if there is none. */
function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : -1;
}
