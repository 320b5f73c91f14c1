import { setTimeout as after } from 'node:timers/promises';
import { readUpTo } from '../toolkit/body.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import type { Pace } from './pace.ts';

export interface TransportOptions {
  readonly fetch?: typeof fetch;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** The clock, in ms, by which it is measured how long a registry makes us wait. */
  readonly now?: () => number;
  /** Milliseconds for one attempt, body included; 30 s unless told. */
  readonly timeoutMs?: number;
  /** Milliseconds in which 64 KiB of a stream must come; 60 s unless told. An upload may stand still so long, and its answer five times. */
  readonly stallMs?: number;
  /** Ends what is under way, and every pause, when the run is cancelled. */
  readonly signal?: AbortSignal;
  /** Shared by all who ask the same registries. */
  readonly pace?: Pace;
}

/** An answer whose body has been read. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** The origin that answered, if redirects led away from the one that was asked. */
  readonly elsewhere?: string | undefined;
}

/** An answer of 200, or of 206 to who asked for a part, whose body is still to come. */
export interface Opened {
  readonly status: 200 | 206;
  readonly headers: Headers;
  /** Throws when the connection is lost or stands still. */
  readonly stream: AsyncIterable<Uint8Array>;
}

/** How often anything is tried. */
export const attempts = 5;
const longestPause = 60_000;
const largestBody = 8 * 1024 * 1024;
/** Bytes of a stream that must come in the time in which it may not stand still: a byte now and then would never end. */
export const leastProgress = 64 * 1024;
/** Milliseconds of an answer that are nobody's fault. */
const usual = 10_000;
const passingStatus = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Sends a request until it is answered: a lost connection, 429 and 5xx are tried again, 5 times in all, after what Retry-After
 * asks for (at most 60 s) or 0.5, 1, 2 and 4 s.
 * @returns the last answer, whatever its status.
 * @throws UserError when there is no answer, or one of more than 8 MiB.
 */
export function exchange(url: URL, init: RequestInit, options: TransportOptions): Promise<Received> {
  return patiently(url, options, async () => {
    const signal = either(AbortSignal.timeout(options.timeoutMs ?? 30_000), options.signal);
    return received(await (options.fetch ?? fetch)(url, { ...init, signal }), url);
  });
}

/** As `exchange`, but the body of a 200 or 206 answer is left to be read: a body that breaks off is the reader's to ask for again. */
export function open(url: URL, init: RequestInit, options: TransportOptions): Promise<Received | Opened> {
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
 * PUTs a stream of a known size, once: who can make the stream again tries again.
 * @throws what the stream throws, or what fetch does when the connection is lost or stands still.
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
      // A registry may check a large blob before it answers.
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
    // Where the connection is lost, nobody reads the rest: its source would stay open, and the process with it.
    bytes.return(undefined).catch(() => undefined);
  }
}

/** Milliseconds before attempt `attempt` + 1. */
export function pauseAfter(attempt: number): number {
  return Math.min(longestPause, 250 * 2 ** attempt);
}

/**
 * As `pause`, because of a registry: its host has kept us waiting so long.
 * @throws UserError also when that is too long in all.
 */
export async function pauseFor(host: string, milliseconds: number, options: TransportOptions): Promise<void> {
  const began = clock(options);
  await pause(milliseconds, options);
  options.pace?.waited(host, began, clock(options));
}

/** @throws UserError when the run is cancelled meanwhile. */
export async function pause(milliseconds: number, { sleep, signal }: TransportOptions): Promise<void> {
  const wait = sleep?.(milliseconds) ?? after(milliseconds, undefined, signal && { signal });
  await wait.catch(error => {
    throw signal?.aborted ? cancelled() : error;
  });
}

/** Whether an answer of this status may be another one soon. */
export function passing(status: number): boolean {
  return passingStatus.has(status);
}

/** Milliseconds that a Retry-After header (seconds or a date) asks to wait, at most 60 000; undefined without one. */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.min(longestPause, Math.max(0, milliseconds));
}

/** Ends what stands still: `signal` aborts when `touch` was not called again in time. */
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
    const late = new DOMException('no bytes came in time', 'TimeoutError');
    this.#timer = setTimeout(() => this.#controller.abort(late), milliseconds);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  /** Ends it for good. */
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
      if (last || !passing(answer.status)) {
        options.pace?.waited(url.host, began + usual, clock(options));
        return answer;
      }
      const asked = retryAfter(answer.headers, Date.now());
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
      // While the reader is busy with a chunk, the registry is not to blame.
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
      new UserError(`${url.host} sent more than 8 MiB where a manifest belongs`, 'check the image reference'),
  );
  return { status, headers, body, elsewhere: origin === url.origin ? undefined : origin };
}

/** fetch hides what happened in a chain of causes: `fetch failed`, then for example `connect ECONNREFUSED`. */
export function unreachable(host: string, error: Error): UserError {
  let innermost: Error = error;
  while (innermost.cause instanceof Error) innermost = innermost.cause;
  const reason =
    error.name === 'TimeoutError'
      ? 'no whole answer in time'
      : innermost.message || String(Reflect.get(innermost, 'code'));
  return new UserError(
    `the registry ${host} cannot be reached (${reason})`,
    'check its name, and whether this runner has a way to it',
    { cause: error },
  );
}
