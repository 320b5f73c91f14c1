import type { Check } from '../config/types.ts';
import { jsonIn } from '../toolkit/map.ts';
import { parseJsonPath, valueAt } from './json-path.ts';

/** An HTTP answer; the names of its headers in lower case. */
export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Each `Set-Cookie`; not known through the API server. */
  readonly cookies?: readonly string[];
  /** Length of the body; not known through the API server. */
  readonly bytes?: number;
  readonly url: string;
}

export type CheckAssessment = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** The secrets that an application may know. */
export interface KnownSecrets {
  /** Returns the value of an environment variable. */
  secretOf(variable: string): string;
  /** Removes the values from a text. */
  hide(text: string): string;
}

const noSecrets: KnownSecrets = { secretOf: () => '', hide: text => text };

/**
 * Assesses an answer against a check; the reason continues a sentence that starts with the request. What an answer to a secret says is
 * not quoted, because it may be one itself. Known secrets are removed before a text is cut, because a part of one is not found any more.
 */
export function assess(check: Check, response: Response, known = noSecrets): CheckAssessment {
  const quote = (text: string) => excerpt(known.hide(text));
  const reason =
    statusProblem(check, response, quote) ??
    htmlProblem(check, response) ??
    typeProblem(check, response, quote) ??
    headersProblem(check, response, quote) ??
    cookiesProblem(check, response) ??
    jsonProblem(check, response, quote) ??
    storedSecretProblem(check, response, known.secretOf) ??
    bodyProblem(check, response, quote);
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

type Quote = (text: string) => string;

/** Whether the answer may contain a secret. */
const isSecret = (check: Check): boolean =>
  check.as !== undefined ||
  check.send?.secrets !== undefined ||
  check.cookies !== undefined ||
  check['stored-secrets'] !== undefined;

function statusProblem(check: Check, { status, headers, body }: Response, quote: Quote): string | undefined {
  if (status === check.status) return undefined;
  const location = headers.location;
  const redirects = status >= 300 && status < 400 && location !== undefined;
  const to = isSecret(check) ? '' : ` to ${quote(location ?? '')}`;
  const detail = redirects
    ? ` (a redirect${to}, which is not followed)`
    : isSecret(check)
      ? ''
      : quotedBody(quote(body));
  return `answered ${status}, expected ${check.status}${detail}`;
}

/** A single-page app answers any path with its page and 200, so a missing endpoint looks healthy to a check of the status. */
function htmlProblem(check: Check, response: Response): string | undefined {
  const wantsJson =
    [check.json, check['stored-secrets']].some(each => each !== undefined) || isJsonType(check.type);
  if ((!wantsJson && check.not !== 'html') || !isHtml(response)) return undefined;
  const place = wantsJson ? 'where JSON was expected' : 'where none was expected';
  return `answered ${response.status} with HTML ${place}, probably the fallback page of a single-page app`;
}

function typeProblem(check: Check, response: Response, quote: Quote): string | undefined {
  if (check.type === undefined) return undefined;
  const type = mediaType(response);
  if (type === check.type.toLowerCase()) return undefined;
  // In lower case a secret would not be found.
  const written = quote(response.headers['content-type'] ?? '')
    .split(';', 1)
    .join('')
    .trim();
  const got = type === '' ? 'no media type' : isSecret(check) ? 'another media type' : written;
  return `answered with ${got}, expected ${check.type}`;
}

function headersProblem(check: Check, { headers }: Response, quote: Quote): string | undefined {
  for (const [name, expected] of Object.entries(check.headers ?? {})) {
    const value = headers[name.toLowerCase()];
    if (value === undefined) return `answered without the header ${name}, expected "${expected}"`;
    if (value !== expected)
      return isSecret(check)
        ? `answered with another ${name}, expected "${expected}"`
        : `answered with ${name} "${quote(value)}", expected "${expected}"${hidden(quote(value), excerpt(expected))}`;
  }
  return undefined;
}

function cookiesProblem({ cookies = [] }: Check, { cookies: set = [], url }: Response): string | undefined {
  const read = set.map(each => cookieOf(each, url));
  for (const name of cookies) {
    const own = read.filter(each => each.name === name);
    if (own.length === 0) return `did not set the cookie ${name}`;
    // A browser keeps the last one of each domain and path.
    const kept = [...Map.groupBy(own, ({ scope }) => scope).values()].flatMap(all => {
      const last = all.at(-1);
      return last === undefined || last.isDeleted ? [] : [last];
    });
    if (kept.length === 0) return `deleted the cookie ${name}`;
    const lacking = cookieFlags
      .filter(([, flag]) => kept.some(({ has }) => !has(flag)))
      .map(([flag]) => flag);
    if (lacking.length > 0) return `set the cookie ${name} without ${lacking.join(', ')}`;
  }
  return undefined;
}

const cookieFlags = [
  ['Secure', /^secure$/i],
  ['HttpOnly', /^httponly$/i],
  ['SameSite', /^samesite=(strict|lax|none)$/i],
] as const;

/** Reads a Set-Cookie header (RFC 6265, 5.2). `Max-Age` wins over `Expires`. */
function cookieOf(text: string, url: string) {
  const [pair = '', ...rest] = text.split(';');
  const attributes = rest.map(each => each.trim());
  const attribute = (pattern: RegExp) =>
    attributes.findLast(each => pattern.test(each))?.replace(/^[^=]*=\s*/, '');
  const age = attribute(/^max-age\s*=\s*-?\d+$/i);
  const hasExpired =
    age === undefined ? Date.parse(attribute(/^expires\s*=/i) ?? '') <= Date.now() : Number(age) <= 0;
  const { hostname, pathname } = new URL(url);
  const domain = (attribute(/^domain\s*=/i) || hostname).toLowerCase().replace(/^\./, '');
  const path = attribute(/^path\s*=\s*\//i) ?? (pathname.replace(/\/[^/]*$/, '') || '/');
  return {
    name: pair.includes('=') ? pair.split('=', 1).join('').trim() : '',
    scope: `${domain} ${path}`,
    isDeleted: /^[^=]*=\s*$/.test(pair) || hasExpired,
    has: (pattern: RegExp) => attributes.some(each => pattern.test(each)),
  };
}

/** Neither value is quoted. */
function storedSecretProblem(
  check: Check,
  { body }: Response,
  secretOf: KnownSecrets['secretOf'],
): string | undefined {
  const expected = Object.entries(check['stored-secrets'] ?? {});
  const document = expected.length === 0 ? undefined : jsonIn(body);
  for (const [path, variable] of expected) {
    const value = valueAt(document, parseJsonPath(path) ?? []);
    if (value === undefined) return `answered without ${path}, expected the value of ${variable}`;
    if (value !== secretOf(variable))
      return `answered with a ${path} that is not the value of ${variable}: the application cannot decrypt it, or it was changed`;
  }
  return undefined;
}

function jsonProblem(check: Check, { body }: Response, quote: Quote): string | undefined {
  if (check.json === undefined) return undefined;
  const document = jsonIn(body);
  if (document === undefined)
    return `answered with something that is not JSON${isSecret(check) ? '' : quotedBody(quote(body))}`;
  for (const [path, expected] of Object.entries(check.json)) {
    const steps = parseJsonPath(path);
    const value = steps === undefined ? undefined : valueAt(document, steps);
    if (value === undefined)
      return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
    const wanted = JSON.stringify(expected);
    if (value === expected) continue;
    if (isSecret(check)) return `answered with another value for ${path}, expected ${wanted}`;
    const got = scalar(value, quote);
    return `answered with ${got} for ${path}, expected ${wanted}${hidden(got, excerpt(wanted))}`;
  }
  return undefined;
}

function bodyProblem(check: Check, { body }: Response, quote: Quote): string | undefined {
  if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body)) return undefined;
  const expected = excerpt(check.body);
  const got = body === '' ? 'an empty body' : isSecret(check) ? 'another body' : `the body "${quote(body)}"`;
  const detail = isSecret(check) ? '' : hidden(quote(body), expected);
  return `answered with ${got}, expected "${expected}"${detail}`;
}

/** Says where two different texts differ of which the same is printed. */
const hidden = (got: string, expected: string): string =>
  got === expected ? ' (they differ in whitespace or invisible characters, or after 120 characters)' : '';

const ansiCode = new RegExp(`${String.fromCodePoint(0x1b)}\\[[\\d;?]*[ -/]*[@-~]`, 'g');

/**
 * Returns at most 120 characters on one line, safe to print: without control or direction-changing characters and ANSI codes, so that an
 * answer cannot write workflow commands or colors into a log.
 */
export function excerpt(text: string): string {
  const line = text
    .slice(0, 4096)
    // A space stays in place of each: without it, the parts of a secret that was not recognized would join.
    .replace(ansiCode, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const letters = [...line];
  return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}

function quotedBody(text: string): string {
  return text === '' ? ' (empty body)' : `: "${text}"`;
}

function scalar(value: unknown, quote: Quote): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  return quote(JSON.stringify(value));
}

/** Returns the media type in lower case, without parameters; empty without one. */
export function mediaType(response: Response): string {
  return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}

function isJsonType(type = ''): boolean {
  return /^application\/([\w.-]+\+)?json$/i.test(type);
}

/** Whether an answer is a page. */
export function isHtml(response: Response): boolean {
  const type = mediaType(response);
  return (
    type === 'text/html' ||
    type === 'application/xhtml+xml' ||
    /^\s*<(!doctype\s+html|html)\b/i.test(response.body)
  );
}

function withoutNewline(text: string): string {
  return text.replace(/\r?\n$/, '');
}
