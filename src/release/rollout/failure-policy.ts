import { ClusterError, isRaced, MissingPermission } from '../../cluster/errors.ts';
import { NoAnswer } from '../../cluster/retry.ts';
import { UserError } from '../../toolkit/errors.ts';
import { timing } from '../../toolkit/timing.ts';
import { LeaseLost } from '../store/fencing.ts';
import { RolloutAbandoned } from './context.ts';

/** What the reconciler does after a failed call. */
type Consequence =
  /** Takes a new snapshot after `ms`, and decides again. */
  | { do: 'retry'; ms: number }
  | { do: 'roll-back'; reason: string }
  /** The rollback cannot be written either: ends the run. The watchdog restores traffic, and `sweep` finishes the rollback. */
  | { do: 'leave'; reason: string };

/** Consecutive conflicts that are retried; the next one counts as a refusal. */
const mostRaces = 20;

/**
 * The policy for all failed calls of a rollout. A conflict is retried with a new snapshot. 401, 429, 5xx and a lost connection are retried
 * with backoff for `timing.writeRetry`. 403, 422 and failures that last longer roll the release back. Writes of the rollback itself
 * are retried after every failure, then the run leaves the rollback to the watchdog and `sweep`.
 */
export class FailurePolicy {
  /** When the first call of the current series of failures began. */
  #since: number | undefined;
  /** When the last call failed. */
  #last = 0;
  /** The backoff after it, in milliseconds. */
  #pause = 0;
  #attempts = 0;
  #races = 0;
  #rollsBack = false;

  /** Ends a series of failures: a write was accepted. */
  reset(): void {
    this.#since = undefined;
    this.#attempts = 0;
    this.#races = 0;
  }

  /**
   * @param rollingBack whether the rollout is being rolled back already.
   * @param began when the call began, in milliseconds of `performance.now()`; the cluster's client has retried it since.
   * @param now when it failed.
   * @throws the error itself when it is not a failed call, but a lost Lease or a bug.
   */
  consequenceOf(error: unknown, rollingBack: boolean, began: number, now = began): Consequence {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    if (failure === 'raced' && this.#races < mostRaces) {
      this.#races += 1;
      return { do: 'retry', ms: 50 };
    }
    // A failure long after the last one begins a new series; the backoff between the two does not count.
    if (this.#since === undefined || began - this.#last > timing.writeRetry + this.#pause)
      this.#since = began;
    this.#last = now;
    this.#attempts += 1;
    const ms = Math.min(250 * 2 ** (this.#attempts - 1), 4000);
    this.#pause = ms;
    const isEarly = now - this.#since < timing.writeRetry;
    const reason = (error as Error).message;
    if (rollingBack || this.#rollsBack)
      return isEarly
        ? { do: 'retry', ms }
        : {
            do: 'leave',
            reason: `the rollback could not be written${now - this.#since < 1000 ? '' : ` for ${Math.round((now - this.#since) / 1000)} s`}: ${reason}`,
          };
    if (failure === 'temporary' && isEarly) return { do: 'retry', ms };
    this.reset();
    this.#rollsBack = true;
    return { do: 'roll-back', reason };
  }
}

/** Whether a repetition of a failed call may succeed without a new decision. Pure. */
export const isTemporary = (error: unknown): boolean => failureOf(error) === 'temporary';

function failureOf(error: unknown): 'raced' | 'temporary' | 'refused' | undefined {
  if (error instanceof MissingPermission) return 'refused';
  if (error instanceof NoAnswer) return 'temporary';
  if (isRaced(error)) return 'raced';
  if (error instanceof LeaseLost || error instanceof RolloutAbandoned) return undefined;
  // Such as a route whose weights another client changed, so that they cannot be split exactly.
  if (!(error instanceof ClusterError)) return error instanceof UserError ? 'refused' : undefined;
  // An expired credential is renewed for the call after the one that was refused.
  return error.status === 429 || error.status === 401 || error.status >= 500 ? 'temporary' : 'refused';
}
