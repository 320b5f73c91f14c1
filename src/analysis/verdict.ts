/** Why there is nothing to judge. */
export type Missing = 'idle' | 'absent' | 'provider' | 'wrong-labels' | 'stale';

/** The verdict of the gate after a tick. Each one except `continue`, `pass` and `pod-local` ends the rollout. */
export type Verdict =
  /** Neither good nor bad is shown yet. */
  | { verdict: 'continue'; reason: string }
  /** This stage is shown to be good: the next one may start. */
  | { verdict: 'pass'; reason: string }
  | { verdict: 'fail'; reason: string; metrics: string[] }
  /** The time is over without enough evidence. */
  | { verdict: 'inconclusive'; reason: string }
  | { verdict: 'no-data'; missing: Missing; reason: string }
  /** One pod is bad and the others are not: replace it, once. */
  | { verdict: 'pod-local'; pod: string; reason: string };

/** A fact that needs no statistics, checked from the first second on. */
export interface HardFact {
  kind:
    | 'restart'
    | 'out-of-memory'
    | 'crash-loop'
    | 'endpoints-missing'
    | 'gateway-errors'
    | 'not-starting'
    | 'not-ready';
  pod?: string;
  /** A sentence without a full stop. */
  detail: string;
}
