import { namesSecret } from './secrecy.ts';
import { withoutPasswords } from './url-passwords.ts';

/** Removes secrets from text: known values, and what looks secret. */

const hidden = '(hidden)';

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
  return withoutPasswords(longestFirst.reduce((rest, form) => rest.replaceAll(form, hidden), text));
}

/** Characters; the rest is cut, because some expressions take quadratic time. */
const longest = 10_000;

const shapes: readonly RegExp[] = [
  // Without its end, if the text was cut.
  /-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g,
  /\bAGE-SECRET-KEY-\w+/g,
  // Values of these headers contain spaces.
  /(?<=\b(?:proxy-authorization|authorization|set-cookie|cookie)\b["']?\s{0,3}[:=]\s{0,3})\S[^\r\n]*/gi,
  /(?<=\b(?:bearer|basic)\s{1,3})[\w.~+/=-]{6,}/gi,
  // A JSON web token, even without its signature.
  /\beyJ[\w-]{5,}\.[\w.-]+/g,
  /\b(?:gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|[rs]k_(?:live|test)_|npm_|A[KS]IA)[\w-]{10,}/g,
  // Webhooks have their secret in the path.
  /\bhttps?:\/\/[^\s/]*(?:hooks\.slack\.com|webhook\.office\.com|logic\.azure\.com|api\.powerplatform\.com|discord(?:app)?\.com\/api\/webhooks)[^\s"'<>]*/gi,
  // The query of an address.
  /(?<=\bhttps?:\/\/[^\s?"'<>]{1,300}\?)[^\s"'<>]+/gi,
];

/** `api_key: "hunter2"`, `--password hunter2`. */
const named =
  /([\w.-]{1,100})(["']?\s{0,3}[:=]\s{0,3}|(?<=(?:^|\s)--?[\w.-]{1,100})\s)("[^"]*"|'[^']*'|[^\s,;]+)/g;

/** A long word of mixed letters and digits: a key, or a secret in base64. A digest or a commit has no capital letters. */
const dense = /[A-Za-z0-9+/_=-]{28,}/g;
const isDense = (word: string) => /[a-z].*[a-z]/.test(word) && /[A-Z].*[A-Z]/.test(word) && /\d/.test(word);

/**
 * Removes keys, tokens, headers, cookies, web tokens, addresses of webhooks, passwords in addresses, and values with the name of a
 * secret. It removes rather too much. Texts above 10,000 characters are cut. Pure.
 */
export function withoutSecretShapes(text: string): string {
  const cut = shapes.reduce((rest, shape) => rest.replace(shape, hidden), text.slice(0, longest));
  const unnamed = cut.replace(named, (all, name: string, sign: string) =>
    namesSecret(name) ? `${name}${sign}${hidden}` : all,
  );
  return withoutPasswords(unnamed).replace(dense, word => (isDense(word) ? hidden : word));
}
