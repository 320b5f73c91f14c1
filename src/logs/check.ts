import type { LogSettings } from '../config/logging.ts';
import type { LogStore } from './store.ts';

/** What every check of an environment's logs reads and returns. */

export const logCheckNames = ['structure', 'arrival', 'leaks', 'retention'] as const;
export type LogCheckName = (typeof logCheckNames)[number];

export interface LogFinding {
  /** A pod, a workload, a level or a policy. */
  readonly subject: string;
  /** A clause without text of a line, which could be secret. */
  readonly problem: string;
}

export interface LogCheck {
  readonly check: LogCheckName;
  readonly verdict: 'pass' | 'fail' | 'unknown';
  /** Why it is not a pass; otherwise what was measured. */
  readonly reason: string;
  readonly findings: readonly LogFinding[];
  /** Of `structure`: how many lines the store had. */
  readonly lines?: number;
  /** Of `retention`: whether the store shows that it deletes lines. A store may not do what a file says. */
  readonly deleted?: DeletedLines;
}

/** Whether a store has deleted what it need not keep any longer, and why that is not known. */
export interface DeletedLines {
  readonly verdict: Exclude<LogCheck['verdict'], 'fail'>;
  readonly reason: string;
}

export interface LogScene {
  readonly store: LogStore;
  readonly namespace: string;
  readonly settings: Pick<LogSettings, 'required' | 'structured' | 'max-delay'>;
  /** Milliseconds back from now. */
  readonly span: number;
  /** Whether lines at level debug may be stored. */
  readonly allowDebug: boolean;
  /** Returns the time of the cluster, in ms since 1970. */
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

/** Lines that one check reads at most. */
export const mostLines = 20_000;

/** Milliseconds by which the clocks of nodes and store may be ahead. */
export const clockError = 60_000;

export const unanswered = (check: LogCheckName, reason: string): LogCheck => ({
  check,
  verdict: 'unknown',
  findings: [],
  reason,
});

/** Returns the verdict on all checks: `unknown` is never a pass, and a failure takes precedence. Pure. */
export function verdictOf(checks: readonly LogCheck[]): LogCheck['verdict'] {
  const verdicts = checks.map(({ verdict }) => verdict);
  if (verdicts.includes('fail')) return 'fail';
  return verdicts.includes('unknown') || verdicts.length === 0 ? 'unknown' : 'pass';
}
