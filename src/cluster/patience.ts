import { UserError } from '../toolkit/errors.ts';
import { timing } from '../toolkit/timing.ts';
import { actionOf } from './errors.ts';
import type { Answer, Method } from './port.ts';

/** Milliseconds for all attempts of one call while the API server is away: an upgrade of a single one takes a minute and more. */
export const patience = 120_000;

/** Milliseconds in which an API server that was away may answer before it has read who may do what. */
export const warmUp = 15_000;

/**
 * The status of an answer, 502 where kubectl's proxy says itself that nothing answered behind it: older versions do
 * that with 502, newer ones with 500 and the error as plain text. An API server gives each of its answers an Audit-Id. Pure.
 */
export function statusOf(status: number, headers: Readonly<Record<string, unknown>>): number {
  const own = status === 500 && headers['audit-id'] === undefined;
  return own && String(headers['content-type'] ?? '').startsWith('text/plain') ? 502 : status;
}

/** 502 is what the proxy says when nothing answers. */
export function isAway(status: number | undefined): boolean {
  return status === 502 || status === 503;
}

/** What the proxy says of an address or a credential that is wrong, and will be wrong in a moment too. */
const mistakes =
  /no such host|x509:|tls:|getting credentials|(127\.0\.0\.1|localhost|\[::1\]):8080|malformed|unsupported protocol/;

/** Whether an API server that nobody ever reached is not away, but looked for in the wrong place or manner. Pure. */
export function isMistake({ status, body }: Pick<Answer, 'status' | 'body'>): boolean {
  return status === 502 && mistakes.test(body);
}

/**
 * Whether the same call may be answered better in a moment: the API server is away, overloaded, or just `returning`
 * and knows neither accounts nor rights yet. A create may have been carried out although its answer was lost: it is
 * sent again only when it surely was not. Pure.
 */
export function willPass(
  method: Method,
  { status, body }: Pick<Answer, 'status' | 'body'>,
  returning: boolean,
): boolean {
  if (status === 429 || (returning && (status === 401 || status === 403))) return true;
  if (method === 'POST') return status === 502 && body.includes('connection refused');
  return isAway(status) || status === 504 || (returning && status === 500);
}

/** Whether the API server could not call a webhook: then a write was not carried out, a create neither. Pure. */
export const lacksWebhook = ({ status, body }: Pick<Answer, 'status' | 'body'>): boolean =>
  status === 500 && body.includes('failed calling webhook');

/** The connection was lost before the answer; whether the call was carried out is not known. */
export class NoAnswer extends UserError {
  /** @param request method and path. */
  constructor(request: string, cause: NodeJS.ErrnoException) {
    const code = cause.code === 'ABORT_ERR' ? 'timeout' : cause.code;
    super(
      `cannot ${actionOf(request)}: the API server does not answer (${code})`,
      'see that it can be reached from here, then run the step again',
      { cause },
    );
  }
}

/**
 * Repeats a call whose answer or failure passes by itself; everything else is for the caller to judge.
 * @param wait milliseconds until what does not pass is taken as it is.
 * @param isFinal asked after each failure whether it is to be taken as it is before that.
 * @throws NoAnswer when the connection is lost and the call cannot be repeated, or must not be.
 */
export async function patiently(
  once: () => Promise<Answer>,
  { method, path }: { method: Method; path: string },
  passes: (answer: Answer) => boolean,
  wait: number = patience,
  isFinal: () => Promise<boolean> = async () => false,
): Promise<Answer> {
  const end = performance.now() + wait;
  for (;;) {
    const answer = await once().catch((error: NodeJS.ErrnoException) => {
      // An abort is the call's own timeout: a connection that is dead and does not say so.
      if (/^(ECONN|EPIPE|ETIMEDOUT|ABORT_ERR)/.test(error.code ?? ''))
        return new NoAnswer(`${method} ${path}`, error);
      throw error;
    });
    if (answer instanceof NoAnswer) {
      if (method === 'POST' || performance.now() >= end || (await isFinal())) throw answer;
    } else if (!passes(answer) || performance.now() >= end || (await isFinal())) return answer;
    await new Promise(resolve => setTimeout(resolve, timing.apiRetry));
  }
}

/**
 * The time that writes get. An API server that answers a question is not away: what it does to a write is its answer, after
 * `timing.writeRetry`. Where one was not done, each that follows is retried for a quarter of that, until one is done or refused: a run that
 * can write nothing still tries its rollback, its record and its lease. After a write without any answer the next ones are also waited for
 * only a quarter of the time; after one that was answered, an admission webhook still gets all the time that it may take.
 */
export class WritePatience {
  readonly #answersQuestions: () => Promise<boolean>;
  #stuck = false;
  /** Whether the last write had no answer. */
  #silent = false;

  constructor(answersQuestions: () => Promise<boolean>) {
    this.#answersQuestions = answersQuestions;
  }

  /**
   * @param write gets milliseconds until its answer must be there, and what `patiently` asks.
   * @param repeatable whether `patiently` sends it again when its answer is lost; one that it does not gets more time for its only answer.
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
