import { ClusterError, isRaced, MissingRight } from '../../cluster/errors.ts';
import { NoAnswer } from '../../cluster/patience.ts';
import { timing } from '../../toolkit/timing.ts';

/** What follows from a call of a rollout that failed. */
export type Consequence =
  /** The cluster is looked at again, and the next step decided anew. */
  | { do: 'retry'; ms: number }
  | { do: 'roll-back'; reason: string }
  /** The rollback cannot be written either: the run ends, and the watchdog and sweep do the rest. */
  | { do: 'leave'; reason: string };

/** Conflicts in a row after which it is not a race any more. */
const mostRaces = 20;

/**
 * The one policy for failed calls of a rollout: a conflict is looked at again; 401, 429, 5xx and a lost connection are retried with
 * backoff for `timing.writeRetry`; 403, 422 and what stays roll the release back.
 */
export class FailurePolicy {
  /** When the first of the calls began that fail now. */
  #since: number | undefined;
  /** Of the last failure. */
  #last = 0;
  /** Milliseconds that were asked for after it. */
  #pause = 0;
  #attempts = 0;
  #races = 0;
  #rollsBack = false;

  /** A write was accepted. */
  passed(): void {
    this.#since = undefined;
    this.#attempts = 0;
    this.#races = 0;
  }

  /**
   * @param rolling back whether the rollout is being rolled back already.
   * @param began milliseconds of `performance.now()` at which the call began: the port retries it by itself for a time.
   * @param now when it had failed.
   * @throws the error itself when it is no failed call: the lease was lost, or it is a bug.
   */
  consequenceOf(error: unknown, rollingBack: boolean, began: number, now = began): Consequence {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    if (failure === 'raced' && this.#races < mostRaces) {
      this.#races += 1;
      return { do: 'retry', ms: 50 };
    }
    // Failures that lie apart are not one, but the pause between them sets none apart.
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
            reason: `the rollback failed for ${Math.round((now - this.#since) / 1000)} s: ${reason}`,
          };
    if (failure === 'passing' && isEarly) return { do: 'retry', ms };
    this.passed();
    this.#rollsBack = true;
    return { do: 'roll-back', reason };
  }
}

function failureOf(error: unknown): 'raced' | 'passing' | 'refused' | undefined {
  if (error instanceof MissingRight) return 'refused';
  if (error instanceof NoAnswer) return 'passing';
  if (isRaced(error)) return 'raced';
  if (!(error instanceof ClusterError)) return undefined;
  // A credential that has ended is renewed for the next call after it was refused.
  return error.status === 429 || error.status === 401 || error.status >= 500 ? 'passing' : 'refused';
}
