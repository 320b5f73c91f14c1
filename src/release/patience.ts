import type { Deployment } from '../cluster/objects.ts';
import { type Assessment, assess, newestReplicaSet, type Observed } from './rollout.ts';
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

/** Milliseconds for which a worker has to be up. */
const settled = 10_000;

/**
 * A worker has no traffic that would show what is wrong with it, and often no probe: it counts as up when it has been so for
 * ten seconds in which no container was started again.
 */
export class Composure {
  readonly #patience = new Patience();
  #since: { restarts: number; at: number } | undefined;

  /** @param at milliseconds of a clock that only rises. */
  assess(seen: Observed, at: number): Assessment | undefined {
    const assessment = this.#patience.assess(seen.deployment, seen, at);
    if (assessment?.state !== 'complete') {
      this.#since = undefined;
      return assessment;
    }
    const restarts = restartsOf(seen);
    if (this.#since?.restarts !== restarts) this.#since = { restarts, at };
    const { ready, wanted } = assessment;
    return at - this.#since.at >= settled ? assessment : { state: 'progressing', ready, wanted };
  }
}

/** Of the containers of the newest version. */
function restartsOf({ deployment, replicaSets, pods }: Observed): number {
  const set = deployment && newestReplicaSet(deployment, replicaSets)?.metadata?.uid;
  return pods
    .filter(({ metadata }) => metadata?.ownerReferences?.some(({ uid }) => uid === set))
    .flatMap(({ status }) => status?.containerStatuses ?? [])
    .reduce((sum, { restartCount }) => sum + restartCount, 0);
}
