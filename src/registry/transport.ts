import { UserError } from '../toolkit/errors.ts';

export interface TransportOptions {
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Milliseconds for one attempt, body included; 30 s unless told. */
  readonly timeoutMs?: number;
}

/** An answer whose body has been read. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

const attempts = 4;
const longestPause = 30_000;
const largestBody = 8 * 1024 * 1024;
const passing = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Sends a request until it is answered: a lost connection, 429 and 5xx are tried again, 4 times in all, after what Retry-After
 * asks for (at most 30 s) or 0.5, 1 and 2 s.
 * @returns the last answer, whatever its status.
 * @throws UserError when there is no answer, or one of more than 8 MiB.
 */
export async function exchange(url: URL, init: RequestInit, options: TransportOptions): Promise<Received> {
  const sleep = options.sleep ?? (milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)));
  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts;
    const pause = Math.min(longestPause, 250 * 2 ** attempt);
    const outcome = await attemptOnce(url, init, options);
    if (outcome instanceof Error) {
      if (last) throw unreachable(url, outcome);
      await sleep(pause);
      continue;
    }
    if (last || !passing.has(outcome.status)) return outcome;
    await sleep(retryAfter(outcome.headers, Date.now()) ?? pause);
  }
}

/** Milliseconds that a Retry-After header (seconds or a date) asks to wait, at most 30 000; undefined without one. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.min(longestPause, Math.max(0, milliseconds));
}

async function attemptOnce(
  url: URL,
  init: RequestInit,
  options: TransportOptions,
): Promise<Received | Error> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? 30_000);
  try {
    const response = await (options.fetch ?? fetch)(url, { ...init, signal });
    return { status: response.status, headers: response.headers, body: await readBody(response, url) };
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error;
    return error;
  }
}

async function readBody(response: Response, url: URL): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > largestBody) {
      throw new UserError(
        `${url.host} sent more than 8 MiB where a manifest belongs`,
        'check the image reference',
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** fetch hides what happened in a chain of causes: `fetch failed`, then for example `connect ECONNREFUSED`. */
function unreachable(url: URL, error: Error): UserError {
  let innermost: Error = error;
  while (innermost.cause instanceof Error) innermost = innermost.cause;
  const reason =
    error.name === 'TimeoutError'
      ? 'no whole answer in time'
      : innermost.message || String(Reflect.get(innermost, 'code'));
  return new UserError(
    `the registry ${url.host} cannot be reached (${reason})`,
    'check its name, and whether this runner has a way to it',
    { cause: error },
  );
}
