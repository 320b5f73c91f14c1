import { readUpTo } from '../toolkit/body.ts';
import { cancelled, innermostCause, UserError } from '../toolkit/errors.ts';
import { pause, retryAfter } from '../toolkit/retry.ts';
import type { RequestPace } from './pace.ts';

export interface TransportOptions {
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** The clock, in ms, for measuring how long a registry delays us. */
  readonly now?: () => number;
  /** Milliseconds for one attempt, including the body; default: 30 s. */
  readonly timeoutMs?: number;
  /** Milliseconds for 64 KiB of a stream; default: 60 s. An upload may stall as long, and its answer may take five times that. */
  readonly stallMs?: number;
  /** Aborts requests and pauses when the run is cancelled. */
  readonly signal?: AbortSignal;
  /** Shared by all clients of the same registries. */
  readonly pace?: RequestPace;
  /** Called before each attempt of a request; its error ends the request if it is a UserError. */
  readonly before?: (() => Promise<void>) | undefined;
  /** Called when a registry has stored a manifest. */
  readonly stored?: () => void;
}

/** An answer whose body has been read. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** The origin that answered, if redirects led to another one. */
  readonly elsewhere?: string | undefined;
}

/** An answer of 200, or of 206 for a range, whose body is still to be read. */
export interface OpenResponse {
  readonly status: 200 | 206;
  readonly headers: Headers;
  /** Throws when the connection is lost or stalls. */
  readonly stream: AsyncIterable<Uint8Array>;
}

/** The number of attempts of any request. */
export const attempts = 5;
const longestPause = 60_000;
const largestBody = 8 * 1024 * 1024;
/** Bytes that a stream must yield before its stall timeout: without a minimum, a trickle of bytes would never time out. */
export const leastProgress = 64 * 1024;
/** Milliseconds of an answer that do not count as a delay by the host. */
const usual = 10_000;
const temporaryStatuses = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Sends a request until it is answered. A lost connection, 429 and 5xx are retried, 5 attempts in total, after the time in
 * Retry-After (at most 60 s) or after 0.5, 1, 2 and 4 s.
 * @returns the last answer, whatever its status.
 * @throws UserError when there is no answer, or one of more than 8 MiB.
 */
export function exchange(url: URL, init: RequestInit, options: TransportOptions): Promise<Received> {
  return patiently(url, options, async () => {
    await options.before?.();
    const signal = either(AbortSignal.timeout(options.timeoutMs ?? 30_000), options.signal);
    return received(await (options.fetch ?? fetch)(url, { ...init, signal }), url);
  });
}

/** As `exchange`, but the body of a 200 or 206 answer is not read: the reader must retry when it breaks. */
export function open(
  url: URL,
  init: RequestInit,
  options: TransportOptions,
): Promise<Received | OpenResponse> {
  return patiently(url, options, async () => {
    const stall = new Stall(options.timeoutMs ?? 30_000);
    try {
      const response = await (options.fetch ?? fetch)(url, {
        ...init,
        signal: either(stall.signal, options.signal),
      });
      const { status, headers } = response;
      if (status !== 200 && status !== 206) return await received(response, url);
      return { status, headers, stream: flowing(response, stall, options.stallMs ?? 60_000) };
    } finally {
      stall.end();
    }
  });
}

/**
 * PUTs a stream of a known size, once: only a caller that can open the stream again can retry.
 * @throws the error of the stream, or of fetch when the connection is lost or stalls.
 */
export async function putStream(
  url: URL,
  headers: Headers,
  content: { readonly stream: AsyncIterable<Uint8Array>; readonly size: number },
  options: TransportOptions,
): Promise<Received> {
  const milliseconds = options.stallMs ?? 60_000;
  const stall = new Stall(milliseconds);
  let broken: { readonly error: unknown } | undefined;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of content.stream) {
        stall.touch(milliseconds);
        yield chunk;
      }
      // A registry may verify a large blob before it answers.
      stall.touch(5 * milliseconds);
    } catch (error) {
      broken = { error };
      throw error;
    }
  }
  headers.set('content-length', String(content.size));
  headers.set('content-type', 'application/octet-stream');
  const bytes = watched();
  try {
    const body = ReadableStream.from(bytes);
    const signal = either(stall.signal, options.signal);
    const init = { method: 'PUT', headers, body, duplex: 'half', signal } as RequestInit;
    return await received(await (options.fetch ?? fetch)(url, init), url);
  } catch (error) {
    throw broken === undefined ? error : broken.error;
  } finally {
    stall.close();
    // After a lost connection the rest is not read: without this, its source would stay open and keep the process alive.
    bytes.return(undefined).catch(() => undefined);
  }
}

/** Returns the milliseconds to wait before attempt `attempt` + 1. */
export function pauseAfter(attempt: number): number {
  return Math.min(longestPause, 250 * 2 ** attempt);
}

/**
 * As `pause`, and counts the time as a delay by the host.
 * @throws UserError also when the host has delayed us for too long in total.
 */
export async function pauseFor(host: string, milliseconds: number, options: TransportOptions): Promise<void> {
  const began = clock(options);
  await pause(milliseconds, options);
  options.pace?.waited(host, began, clock(options));
}

/** Whether a retry after this status may succeed. */
export function isTemporary(status: number): boolean {
  return temporaryStatuses.has(status);
}

/** Returns the milliseconds of the header `Retry-After`, at most 60 000; undefined without one. */
export function pauseAsked({ headers }: Pick<Received, 'headers'>): number | undefined {
  const asked = retryAfter(headers.get('retry-after'));
  return asked === undefined ? undefined : Math.min(longestPause, asked);
}

/** Times out a stalled transfer: `signal` aborts unless `touch` is called again in time. */
export class Stall {
  readonly #controller = new AbortController();
  #closed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.touch(milliseconds);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  touch(milliseconds: number): void {
    this.end();
    if (this.#closed) return;
    const late = new DOMException('no bytes arrived in time', 'TimeoutError');
    this.#timer = setTimeout(() => this.#controller.abort(late), milliseconds);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  /** Stops the timer permanently. */
  close(): void {
    this.#closed = true;
    this.end();
  }
}

async function patiently<Answer extends { status: number; headers: Headers }>(
  url: URL,
  options: TransportOptions,
  attempt: () => Promise<Answer>,
): Promise<Answer> {
  for (let count = 1; ; count++) {
    const last = count === attempts;
    await options.pace?.turn(url.host);
    const began = clock(options);
    try {
      const answer = await attempt();
      if (last || !isTemporary(answer.status)) {
        options.pace?.waited(url.host, began + usual, clock(options));
        return answer;
      }
      const asked = pauseAsked(answer);
      const wait = pauseFor(url.host, asked ?? pauseAfter(count), options);
      if (asked !== undefined) options.pace?.hold(url.host, wait);
      await wait;
    } catch (error) {
      if (error instanceof UserError || !(error instanceof Error)) throw error;
      if (options.signal?.aborted) throw cancelled();
      options.pace?.waited(url.host, began, clock(options));
      if (last) throw unreachable(url.host, error);
      await pauseFor(url.host, pauseAfter(count), options);
    }
  }
}

function either(one: AbortSignal, other: AbortSignal | undefined): AbortSignal {
  return other === undefined ? one : AbortSignal.any([one, other]);
}

const clock = ({ now }: TransportOptions) => now?.() ?? performance.now();

async function* flowing(response: Response, stall: Stall, milliseconds: number): AsyncGenerator<Uint8Array> {
  let left = milliseconds;
  let bytes = 0;
  try {
    stall.touch(left);
    let began = performance.now();
    for await (const chunk of response.body ?? []) {
      // The time that the reader needs for a chunk does not count against the registry.
      stall.end();
      left -= performance.now() - began;
      bytes += chunk.length;
      if (bytes >= leastProgress) [left, bytes] = [milliseconds, 0];
      yield chunk;
      stall.touch(Math.max(0, left));
      began = performance.now();
    }
  } finally {
    stall.close();
  }
}

async function received(response: Response, url: URL): Promise<Received> {
  const { status, headers, redirected } = response;
  const origin = redirected ? new URL(response.url).origin : url.origin;
  const body = await readUpTo(
    response.body,
    largestBody,
    () =>
      new UserError(`${url.host} sent more than 8 MiB instead of a manifest`, 'check the image reference'),
  );
  return { status, headers, body, elsewhere: origin === url.origin ? undefined : origin };
}

/** Returns the error for a registry that cannot be reached, with the innermost cause, such as `connect ECONNREFUSED`. */
export function unreachable(host: string, error: Error): UserError {
  const reason = error.name === 'TimeoutError' ? 'no complete answer in time' : innermostCause(error);
  return new UserError(
    `the registry ${host} cannot be reached (${reason})`,
    'check its name, and whether this runner can reach it',
    { cause: error },
  );
}
