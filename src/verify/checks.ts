import type { Check } from '../config/types.ts';
import { assess } from './assertions.ts';
import type { HttpAnswer } from './http.ts';

/** A clock in milliseconds since any fixed time, and a way to wait. */
export interface Clock {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export interface CheckResult {
  readonly check: Check;
  readonly ok: boolean;
  /** Why the last attempt failed. */
  readonly reason?: string;
  readonly attempts: number;
  /** Milliseconds from the first request to the verdict. */
  readonly ms: number;
}

/** Sends the request of a check once, for at most `timeoutMs`. */
export type SendCheck = (check: Check, timeoutMs: number) => Promise<HttpAnswer>;

const pause = 250;

/** One hanging connection must not use up the time that other attempts need. */
const longestAttempt = 10_000;

/**
 * Runs all checks side by side, each every 250 ms until it passes or its `within` is over, so that they take no
 * longer than the longest `within`.
 */
export function runChecks(checks: readonly Check[], send: SendCheck, clock: Clock): Promise<CheckResult[]> {
  return Promise.all(checks.map(check => runCheck(check, send, clock)));
}

async function runCheck(check: Check, send: SendCheck, clock: Clock): Promise<CheckResult> {
  const start = clock.now();
  for (let attempts = 1; ; attempts++) {
    const left = check.within - (clock.now() - start);
    const assessment = await ask(check, send, Math.max(1, Math.ceil(Math.min(left, longestAttempt))));
    const ms = clock.now() - start;
    if (assessment.ok) return { check, ok: true, attempts, ms };
    if (ms + pause >= check.within) return { check, ok: false, reason: assessment.reason, attempts, ms };
    await clock.sleep(pause);
  }
}

/** Sends a check once and assesses the answer. */
export async function ask(check: Check, send: SendCheck, timeoutMs = longestAttempt): Promise<Asked> {
  const answer = await send(check, timeoutMs);
  return answer.ok ? assess(check, answer.response) : answer;
}

/** `unsent`: nothing took the request, so it says nothing about the application. */
export type Asked =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: string; readonly unsent?: true };
