import type { Deployment } from '../cluster/objects.ts';
import { type Assessment, assess } from './rollout.ts';
import type { Observation } from './world.ts';

/**
 * What looks bad and may pass by itself counts only when it has lasted: the grace of `assess`, kept from look to look.
 */
export class Patience {
  #since: { kind: string; at: number } | undefined;

  /** @param at milliseconds of a clock that only rises. */
  assess(
    deployment: Deployment | undefined,
    { replicaSets, pods }: Pick<Observation, 'replicaSets' | 'pods'>,
    at: number,
  ): Assessment | undefined {
    if (deployment === undefined) return undefined;
    const assessment = assess({ deployment, replicaSets, pods });
    if (assessment.state !== 'suspect') {
      this.#since = undefined;
      return assessment;
    }
    const { cause, graceMs, ready, wanted } = assessment;
    if (this.#since?.kind !== cause.kind) this.#since = { kind: cause.kind, at };
    return at - this.#since.at >= graceMs
      ? { state: 'failed', ready, wanted, cause }
      : { state: 'progressing', ready, wanted };
  }
}
