import type { Check } from '../config/types.ts';
import { parseJsonPath, valueAt } from './json-path.ts';

/** An HTTP answer; the names of its headers in lower case. */
export interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly url: string;
}

export type CheckAssessment = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Assesses an answer against a check; the reason continues a sentence that starts with the request. */
export function assess(check: Check, response: Response): CheckAssessment {
  const reason =
    statusProblem(check, response) ??
    htmlProblem(check, response) ??
    typeProblem(check, response) ??
    headersProblem(check, response) ??
    jsonProblem(check, response) ??
    bodyProblem(check, response);
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

function statusProblem(check: Check, { status, headers, body }: Response): string | undefined {
  if (status === check.status) return undefined;
  const location = headers.location;
  const detail =
    status >= 300 && status < 400 && location !== undefined
      ? ` (a redirect to ${excerpt(location)}, which is not followed)`
      : quotedBody(body);
  return `answered ${status}, expected ${check.status}${detail}`;
}

/** A single-page app answers any path with its page and 200, so a missing endpoint looks healthy to a check of the status. */
function htmlProblem(check: Check, response: Response): string | undefined {
  const wantsJson = check.json !== undefined || (check.type !== undefined && isJsonType(check.type));
  if (!wantsJson || !isHtml(response)) return undefined;
  return `answered ${response.status} with HTML where JSON was expected: a single-page app's fallback answers anything`;
}

function typeProblem(check: Check, response: Response): string | undefined {
  if (check.type === undefined) return undefined;
  const type = mediaType(response);
  if (type === check.type.toLowerCase()) return undefined;
  return `answered with ${type === '' ? 'no media type' : excerpt(type)}, expected ${check.type}`;
}

function headersProblem(check: Check, { headers }: Response): string | undefined {
  for (const [name, expected] of Object.entries(check.headers ?? {})) {
    const value = headers[name.toLowerCase()];
    if (value === undefined) return `answered without the header ${name}, expected "${expected}"`;
    if (value !== expected) return `answered with ${name} "${excerpt(value)}", expected "${expected}"`;
  }
  return undefined;
}

function jsonProblem(check: Check, { body }: Response): string | undefined {
  if (check.json === undefined) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(body);
  } catch {
    return `answered with something that is not JSON${quotedBody(body)}`;
  }
  for (const [path, expected] of Object.entries(check.json)) {
    const steps = parseJsonPath(path);
    const value = steps === undefined ? undefined : valueAt(document, steps);
    if (value === undefined)
      return `answered with JSON that has no ${path}, expected ${JSON.stringify(expected)}`;
    if (value !== expected)
      return `answered with ${scalar(value)} for ${path}, expected ${JSON.stringify(expected)}`;
  }
  return undefined;
}

function bodyProblem(check: Check, { body }: Response): string | undefined {
  if (check.body === undefined || withoutNewline(body) === withoutNewline(check.body)) return undefined;
  const got = body === '' ? 'an empty body' : `the body "${excerpt(body)}"`;
  return `answered with ${got}, expected "${excerpt(check.body)}"`;
}

/**
 * Returns at most 120 characters on one line, safe to print: without control or direction-changing characters, so that an answer
 * cannot write workflow commands or colors into a log.
 */
export function excerpt(text: string): string {
  const line = text
    .slice(0, 4096)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  const letters = [...line];
  return letters.length > 120 ? `${letters.slice(0, 119).join('')}…` : line;
}

function quotedBody(body: string): string {
  const text = excerpt(body);
  return text === '' ? ' (empty body)' : `: "${text}"`;
}

function scalar(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a map';
  return excerpt(JSON.stringify(value));
}

function mediaType(response: Response): string {
  return (response.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
}

function isJsonType(type: string): boolean {
  return /^application\/([\w.-]+\+)?json$/i.test(type);
}

function isHtml(response: Response): boolean {
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
