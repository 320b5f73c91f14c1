import type { Check } from '../config/types.ts';
import { quantile } from '../toolkit/quantile.ts';
import { assess, type CheckAssessment, type Response } from './assertions.ts';
import type { HttpAnswer } from './http.ts';

/** A clock in milliseconds since any fixed time, and a way to wait. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** Whether a request only reads. Pure. */
export const isSafe = ({ method }: Pick<Check, 'method'>): boolean =>
  method === undefined || method === 'HEAD';

/** A part of `verify`. */
export type VerifyPart = 'checks' | 'matrix' | 'revoked' | 'addresses' | 'tls' | 'page' | 'dependencies';

export type FailureCause = 'release' | 'environment';

export interface CheckResult {
  /** What was asked: the start of a sentence that the reason continues. */
  readonly title: string;
  /** Of `verify.checks`, or of an address. */
  readonly check?: Check;
  /** Default: `checks`. */
  readonly part?: VerifyPart;
  readonly ok: boolean;
  /** Why the last attempt failed. */
  readonly reason?: string;
  /** Of a failure: `environment` if the released version cannot be its cause, so that a rollback would not help. Default: `release`. */
  readonly cause?: FailureCause;
  /** Of a failure: nothing was asked, so it says nothing about the application. */
  readonly skipped?: true;
  /** What was measured. */
  readonly detail?: string;
  readonly attempts: number;
  /** Milliseconds from the first request to the verdict. */
  readonly ms: number;
  /** Of the matrix. */
  readonly cell?: {
    readonly endpoint: string;
    readonly identity: string;
    readonly expected: number;
    readonly got?: number;
  };
  /** Of a dependency. */
  readonly edge?: {
    readonly from: string;
    readonly to: string;
    readonly needs: readonly string[];
    /** The failed dependency that explains this failure. */
    readonly cause?: string;
  };
}

/** What a check found: nothing wrong without a reason. */
export type CheckFinding = Pick<CheckResult, 'reason' | 'detail' | 'cause' | 'skipped'>;

/** Returns a result of a part. Pure. */
export const resultOf = (
  part: VerifyPart,
  title: string,
  found: CheckFinding,
  attempts: number,
  ms: number,
): CheckResult => ({ part, title, ok: found.reason === undefined, ...found, attempts, ms });

/** Returns a request in words: `POST /api/orders as customer`. Pure. */
export const requestName = ({ method, get, as }: Pick<Check, 'method' | 'get' | 'as'>): string =>
  `${method ?? 'GET'} ${get}${as === undefined ? '' : ` as ${as}`}`;

/** Returns what is asked about revoked access in words. Pure. */
export const revocationName = (
  request: Parameters<typeof requestName>[0],
  revoke: Parameters<typeof requestName>[0],
): string => `${requestName(request)} after ${requestName(revoke)}`;

/** Whether a failure can be the fault of the release, so that a rollback may help. Pure. */
export const mayBeFaultOfRelease = ({ ok, cause, skipped }: CheckResult): boolean =>
  !ok && skipped !== true && cause !== 'environment';

/** Returns the sentence about a failure. Pure. */
export const sentenceOf = (result: CheckResult): string => `${result.title} ${result.reason}`;

/** Returns the cause of an answer that is missing, to be spread into a result. Pure. */
export const causedBy = (answer: CheckAnswer): Pick<CheckResult, 'cause' | 'skipped'> =>
  !answer.ok && answer.unsent === true
    ? { cause: 'environment', ...(answer.expired === true ? {} : { skipped: true }) }
    : {};

/** Sends the request of a check once, for at most `timeoutMs`. */
export type SendCheck = (check: Check, timeoutMs: number) => Promise<HttpAnswer>;

/** Milliseconds between two attempts. */
export const pauseBetween = 250;

/** One hanging connection must not use up the time that other attempts need. */
export const longestAttempt = 10_000;

/** How often a latency is measured before it counts as too long: the first requests of a new version may be slow. */
const mostMeasurements = 3;

export type JudgeCheck = (check: Check, response: Response) => CheckAssessment;

/**
 * Runs all checks side by side, each every 250 ms until it passes or its `retry-for` is over, so that they take no
 * longer than the longest `retry-for`. A latency is measured by one request after another, at most three times.
 */
export function runChecks(
  checks: readonly Check[],
  send: SendCheck,
  clock: Clock,
  judge: JudgeCheck = assess,
): Promise<CheckResult[]> {
  return Promise.all(checks.map(check => runCheck(check, send, clock, judge)));
}

async function runCheck(
  check: Check,
  send: SendCheck,
  clock: Clock,
  judge: JudgeCheck,
): Promise<CheckResult> {
  const start = clock.now();
  const asked = { title: requestName(check), check };
  let measured = 0;
  const limit = check['faster-than'];
  // An attempt that is cut short and gets no answer says less than the one before it, so it does not replace this.
  let found: CheckFinding | undefined;
  for (let attempts = 1; ; attempts++) {
    const left = check['retry-for'] - (clock.now() - start);
    const within = Math.max(1, Math.ceil(Math.min(left, longestAttempt)));
    const answer = await ask(check, send, within, judge);
    if (answer.ok) {
      const { requests, ...latency } =
        limit === undefined ? { requests: 0 } : await measure(check, limit, send, clock, judge);
      attempts += requests;
      measured += 1;
      found = latency;
    } else if (found === undefined || answer.timedOut !== true || within === longestAttempt) {
      found = { reason: answer.reason, ...causedBy(answer) };
    }
    const ms = clock.now() - start;
    const ok = found.reason === undefined;
    // A request that changes something is not sent again.
    if (ok || !isSafe(check) || ms + pauseBetween >= check['retry-for'] || measured >= mostMeasurements)
      return { ...asked, ok, ...found, attempts, ms };
    await clock.sleep(pauseBetween);
  }
}

/** Sends a check once and assesses the answer. */
export async function ask(
  check: Check,
  send: SendCheck,
  timeoutMs = longestAttempt,
  judge: JudgeCheck = assess,
): Promise<CheckAnswer> {
  const answer = await send(check, timeoutMs);
  return answer.ok ? judge(check, answer.response) : answer;
}

/** What an answer shows, or why there is none. */
export type CheckAnswer = { readonly ok: true } | Extract<HttpAnswer, { readonly ok: false }>;

interface Latency extends CheckFinding {
  readonly requests: number;
}

/** Sends requests one after another, and stops as soon as too many are slow. */
async function measure(
  check: Check,
  limit: number,
  send: SendCheck,
  clock: Clock,
  judge: JudgeCheck,
): Promise<Latency> {
  const { times = 20 } = check;
  const allowed = Math.floor(times * 0.05);
  const took: number[] = [];
  let slow = 0;
  while (took.length < times) {
    const start = clock.now();
    const answer = await send(check, longestAttempt);
    const ms = clock.now() - start;
    took.push(ms);
    const requests = took.length;
    const assessment = answer.ok ? judge(check, answer.response) : answer;
    if (!assessment.ok) {
      const reason = `${assessment.reason}, at request ${requests} of ${times}`;
      return { requests, reason, ...causedBy(assessment) };
    }
    slow += ms > limit ? 1 : 0;
    if (slow > allowed)
      return {
        requests,
        reason: `took longer than ${limit} ms in ${slow} of ${requests} requests; 95 % of ${times} must be faster`,
      };
  }
  return {
    requests: times,
    detail: `95 % of ${times} requests within ${Math.ceil(quantile(took, 0.95) ?? 0)} ms`,
  };
}
