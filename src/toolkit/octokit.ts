import type { getOctokit } from '@actions/github';
import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import { UserError } from './errors.ts';
import { printable } from './printable.ts';
import { retryAfter } from './retry.ts';

/** The client of `@actions/github`, for github.com and Enterprise Servers. It is large, so it is imported only for a call. */
export type Octokit = ReturnType<typeof getOctokit>;

/** Timeout of one call, in milliseconds. */
const timeout = 10_000;

const nothing = () => undefined;
/** The default writes deprecations to the console, from the headers of answers. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/**
 * Returns a client of the API at `GITHUB_API_URL`. Its calls throw a RequestError of one printable line that begins with the status,
 * also for an answer that breaks off, and a UserError for an answer that is not JSON.
 */
export async function openOctokit(
  { GITHUB_API_URL: baseUrl = 'https://api.github.com' }: NodeJS.ProcessEnv,
  token: string,
): Promise<Octokit> {
  const { getOctokit: open } = await load();
  const octokit = open(token, {
    baseUrl,
    userAgent: 'slipway',
    log: silent,
    request: { log: silent, fetch: fetchFrom(new URL(baseUrl).origin) },
  });
  octokit.hook.wrap('request', async (request, options) => {
    const answer = await Promise.resolve(request(options)).catch(error => {
      throw explained(error);
    });
    if (![204, 302].includes(answer.status) && (typeof answer.data !== 'object' || answer.data === null))
      throw new UserError(
        `GitHub answered ${answer.status} without JSON`,
        'check GITHUB_API_URL, and proxies between it and the runner',
      );
    return answer;
  });
  return octokit;
}

/** Imports the library, which then reads the event file of the workflow, and writes to standard output if that is missing. */
async function load() {
  const { GITHUB_EVENT_PATH: event } = process.env;
  delete process.env.GITHUB_EVENT_PATH;
  try {
    return await import('@actions/github');
  } finally {
    if (event !== undefined) process.env.GITHUB_EVENT_PATH = event;
  }
}

/** Returns Node's `fetch`, which uses the proxy of the environment, with our timeout. The token goes to no other host. */
const fetchFrom =
  (origin: string): typeof fetch =>
  async (url, init) => {
    if (new URL(String(url)).origin !== origin)
      throw new UserError(
        `GitHub redirected to another host, ${printable(String(url))}`,
        "set GITHUB_API_URL to the server's own API URL",
      );
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(timeout) });
    // octokit reads an answer that breaks off as an empty text.
    await answer.clone().arrayBuffer();
    return answer;
  };

/** Says in the message what GitHub answered, which is untrusted text. */
function explained(error: unknown): unknown {
  if (!(error instanceof RequestError)) return error;
  if (error.cause instanceof UserError) return error.cause;
  const status = error.response === undefined ? '' : `${error.status}: `;
  error.message = `${status}${printable(error.message).slice(0, 200)}`;
  return error;
}

/** Whether a retry may succeed: no answer, an overload, or a rate limit, which GitHub also reports as 403. */
export function isTemporary(error: RequestError): boolean {
  const { status } = error;
  const limited = status === 403 && (pauseAskedBy(error) !== undefined || /rate limit/i.test(error.message));
  return status === 429 || status >= 500 || limited;
}

/** Reads `Retry-After`, or the end of the rate limit in seconds since 1970. @returns milliseconds. */
export function pauseAskedBy({ response }: RequestError): number | undefined {
  const { headers = {} } = response ?? {};
  const asked = retryAfter(headers['retry-after']);
  if (asked !== undefined || headers['x-ratelimit-remaining'] !== '0') return asked;
  const end = Number(headers['x-ratelimit-reset'] ?? Number.NaN) * 1000;
  return Number.isFinite(end) ? Math.max(0, end - Date.now()) : undefined;
}

/** Returns an answer that has the form of the schema. @throws UserError for any other. */
export function validated<Answer>(schema: z.ZodType<Answer>, data: unknown): Answer {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const [first] = result.error.issues;
  throw new UserError(
    `GitHub returned an invalid response: ${printable([...(first?.path ?? []), first?.message].join(': '))}`,
    'check GITHUB_API_URL, and the version of an Enterprise Server',
  );
}

/** Returns what `paginate` calls for each page of a list: it validates the items, and ends the list after `most` pages. */
export function pagesOf<Item>(item: z.ZodType<Item>, most: number) {
  let count = 0;
  return ({ data }: { data: unknown }, done: () => void): Item[] => {
    count += 1;
    if (count === most) done();
    return validated(z.array(item), data);
  };
}
