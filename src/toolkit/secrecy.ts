import { findToken } from './tokens.ts';
import { holdsPassword } from './url-passwords.ts';

/** Detects secrets by their names and forms. */

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
