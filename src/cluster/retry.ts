import { UserError } from '../toolkit/errors.ts';
import { retry } from '../toolkit/retry.ts';
import { timing } from '../toolkit/timing.ts';
import { actionOf } from './errors.ts';
import type { Answer, Method } from './port.ts';

/** Milliseconds for all attempts of one call while the API server is unavailable: an upgrade of a single one takes over a minute. */
export const outageTimeout = 120_000;

/** Milliseconds after an outage in which the API server may answer before it has loaded its accounts and RBAC rules. */
export const warmUp = 15_000;

/**
 * Returns the status of a response; 502 when kubectl proxy itself reports that the API server does not answer: older versions send
 * 502, newer ones 500 with the error as plain text. A response of an API server always has an Audit-Id. Pure.
 */
export function statusOf(status: number, headers: Readonly<Record<string, unknown>>): number {
  const own = status === 500 && headers['audit-id'] === undefined;
  return own && String(headers['content-type'] ?? '').startsWith('text/plain') ? 502 : status;
}

/** Whether kubectl proxy or a load balancer has answered, because the API server does not. Pure. */
export const isForAbsent = ({ status, headers }: Pick<Answer, 'status' | 'headers'>): boolean =>
  isUnavailable(status) && headers['audit-id'] === undefined;

/** Whether the API server is unavailable; the proxy sends 502 when it gets no answer. */
export function isUnavailable(status: number | undefined): boolean {
  return status === 502 || status === 503;
}

/** Messages of the proxy about a wrong address or credential, which a retry does not fix. */
const mistakes =
  /no such host|x509:|tls:|getting credentials|(127\.0\.0\.1|localhost|\[::1\]):8080|malformed|unsupported protocol/;

/** Whether a first call failed because of a wrong address or credential, not because the API server is unavailable. Pure. */
export function isMisconfigured({ status, body }: Pick<Answer, 'status' | 'body'>): boolean {
  return status === 502 && mistakes.test(body);
}

/**
 * Whether a retry of the call may succeed: the API server is unavailable, overloaded, or just `returning` without its accounts and
 * RBAC rules. A create may have succeeded although its response was lost, so it is retried only when it certainly was not carried out.
 * Pure.
 */
export function isRetryable(
  method: Method,
  { status, body }: Pick<Answer, 'status' | 'body'>,
  returning: boolean,
): boolean {
  if (status === 429 || (returning && (status === 401 || status === 403))) return true;
  if (method === 'POST') return wasRefused({ status, body });
  return isUnavailable(status) || status === 504 || (returning && status === 500);
}

const wasRefused = ({ status, body }: Pick<Answer, 'status' | 'body'>) =>
  status === 502 && body.includes('connection refused');

/** Whether a write that failed on the server's side was certainly not carried out, not even a create. Pure. */
export const wasNotCarriedOut = (answer: Pick<Answer, 'status' | 'body'>): boolean =>
  webhookFailed(answer) || wasRefused(answer);

/** Whether the API server could not call a webhook; then no write was carried out, not even a create. Pure. */
export const webhookFailed = ({ status, body }: Pick<Answer, 'status' | 'body'>): boolean =>
  status === 500 && body.includes('failed calling webhook');

/** The connection was lost before the response, so it is unknown whether the call was carried out. */
export class NoAnswer extends UserError {
  /** @param request method and path. */
  constructor(request: string, cause: NodeJS.ErrnoException) {
    const code = cause.code === 'ABORT_ERR' ? 'timeout' : cause.code;
    super(
      `cannot ${actionOf(request)}: the API server does not answer (${code})`,
      'check that it can be reached from here, then run the step again',
      { cause },
    );
  }
}

/**
 * Retries a call while its failure is temporary, and returns every other response.
 * @param wait milliseconds until a temporary failure is final.
 * @param isFinal called after each failure; returns whether it is final before that.
 * @throws NoAnswer when the connection is lost and the call cannot or must not be repeated.
 */
export async function retryWhileTemporary(
  once: () => Promise<Answer>,
  { method, path }: { method: Method; path: string },
  isTemporary: (answer: Answer) => boolean,
  wait: number = outageTimeout,
  isFinal: () => Promise<boolean> = async () => false,
): Promise<Answer> {
  return retry(
    {
      within: wait,
      unfinished: async answer => isTemporary(answer) && !(await isFinal()),
      temporary: async error => error instanceof NoAnswer && method !== 'POST' && !(await isFinal()),
      delay: () => timing.apiRetry,
    },
    () =>
      once().catch((error: NodeJS.ErrnoException) => {
        // An abort is the call's own timeout on a dead connection.
        const silent = /^(ECONN|EPIPE|ETIMEDOUT|ABORT_ERR)/.test(error.code ?? '');
        throw silent ? new NoAnswer(`${method} ${path}`, error) : error;
      }),
  );
}

/**
 * Limits the time for writes. An API server that answers reads is available, so a write that still fails after `timing.writeRetry` has
 * failed. After a failed write, each following one is retried for a quarter of that time until one succeeds or is refused: a run that
 * cannot write still tries its rollback, its record and its Lease. After a write without a response, the next ones also get a quarter
 * of the time for their response; after a write with a response they get all of it, because an admission webhook may need it.
 */
export class WriteBudget {
  readonly #answersQuestions: () => Promise<boolean>;
  #stuck = false;
  /** Whether the last write had no response. */
  #silent = false;

  constructor(answersQuestions: () => Promise<boolean>) {
    this.#answersQuestions = answersQuestions;
  }

  /**
   * Runs a write within its time.
   * @param write gets the milliseconds until its response, and `isFinal` for `retryWhileTemporary`.
   * @param repeatable whether `retryWhileTemporary` retries it after a lost response; otherwise its only attempt gets more time.
   */
  async run(
    write: (limit: number, isFinal: () => Promise<boolean>) => Promise<Answer>,
    repeatable: boolean,
  ): Promise<Answer> {
    const end = performance.now() + timing.writeRetry * (this.#stuck ? 1 / 4 : 1);
    const isFinal = async () => performance.now() >= end && (await this.#answersQuestions());
    const limit = (repeatable ? 1 : 2.5) * timing.writeAnswer * (this.#silent ? 1 / 4 : 1);
    try {
      const answer = await write(limit, isFinal);
      this.#stuck = answer.status === 429 || answer.status >= 500;
      this.#silent = false;
      return answer;
    } catch (error) {
      this.#stuck = true;
      this.#silent = true;
      throw error;
    }
  }
}
