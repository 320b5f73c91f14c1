import type { getOctokit } from '@actions/github';
import { RequestError } from '@octokit/request-error';
import { z } from 'zod';
import { UserError } from './errors.ts';
import { printable } from './printable.ts';
import { retry, retryAfter, type Waiting } from './retry.ts';

/** The client of `@actions/github`, for github.com and Enterprise Servers. It is large, so it is imported only for a call. */
export type Octokit = ReturnType<typeof getOctokit>;

/** Timeout of one call, in milliseconds. */
const timeout = 10_000;

/** How long a call is repeated while GitHub is not available. */
export interface Patience extends Waiting {
  /** Attempts in total. */
  readonly attempts: number;
  /** Milliseconds from the beginning in which another attempt may start. */
  readonly within: number;
  /** A longer pause that GitHub asks for, in milliseconds, is not waited for: its limits may last for an hour. */
  readonly longestPause: number;
}

/** For what reports a release, which must not wait for GitHub. One attempt that is not answered ends the call. */
const brief: Patience = { attempts: 3, within: 5_000, longestPause: 2_000 };

const nothing = () => undefined;
/** The default writes deprecations to the console, from the headers of answers. */
const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/**
 * Returns a client of the API at `GITHUB_API_URL`. Its calls throw a RequestError of one printable line that begins with the status,
 * also for an answer that breaks off, and a UserError for an answer that is not JSON.
 *
 * The plugins of octokit for this are not used: `throttling` delays each write by a second, `retry` repeats what may have been created, and
 * neither bounds how long a call takes.
 */
export async function openOctokit(
  { GITHUB_API_URL: baseUrl = 'https://api.github.com' }: NodeJS.ProcessEnv,
  token: string,
  patience: Partial<Patience> = {},
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
  octokit.hook.wrap('request', (request, call) =>
    repeated({ ...brief, ...patience }, call.method, async () => request(call)),
  );
  return octokit;
}

function repeated<Answer>(
  { longestPause, ...limits }: Patience,
  method: string,
  attempt: () => Promise<Answer>,
): Promise<Answer> {
  const asked = (error: unknown) => (error instanceof RequestError ? pauseAskedBy(error) : undefined);
  return retry(
    {
      ...limits,
      temporary: error =>
        error instanceof RequestError && mayRepeat(method, error) && (asked(error) ?? 0) <= longestPause,
      delay: (count, error) => asked(error) ?? 500 * 2 ** (count - 1),
    },
    attempt,
  );
}

/** What creates something is sent again only if GitHub has certainly not created it. */
const mayRepeat = (method: string, error: RequestError) =>
  method === 'POST' ? isLimit(error) || error.status === 503 : isTemporary(error);

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

/** Whether a retry may succeed: no answer, an overload, or a rate limit. */
export const isTemporary = (error: RequestError): boolean => error.status >= 500 || isLimit(error);

/** Whether an error is a rate limit, which GitHub also reports as 403. */
const isLimit = (error: RequestError) =>
  error.status === 429 ||
  (error.status === 403 && (pauseAskedBy(error) !== undefined || /rate limit/i.test(error.message)));

/** Reads `Retry-After`, or the end of the rate limit in seconds since 1970. @returns milliseconds. */
function pauseAskedBy({ response }: RequestError): number | undefined {
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
