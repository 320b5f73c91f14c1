import type { Workload } from './kinds.ts';
import { newestOf } from './pods.ts';
import { type Assessment, assess, type Observed } from './rollout.ts';

/**
 * What looks bad and may pass by itself counts only when it has lasted: the grace of `assess`, kept from look to look.
 */
export class Patience {
  #since: { kind: string; at: number } | undefined;

  /** @param at milliseconds of a clock that only rises. */
  assess(
    workload: Workload | undefined,
    seen: Omit<Observed, 'workload'>,
    at: number,
  ): Assessment | undefined {
    if (workload === undefined) return undefined;
    const assessment = assess({ ...seen, workload });
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
    const assessment = this.#patience.assess(seen.workload, seen, at);
    if (assessment?.state !== 'complete') {
      this.#since = undefined;
      return assessment;
    }
    // A CronJob has no pods that could show anything.
    if (seen.workload?.kind === 'CronJob') return assessment;
    const restarts = restartsOf(seen);
    if (this.#since?.restarts !== restarts) this.#since = { restarts, at };
    const { ready, wanted } = assessment;
    return at - this.#since.at >= settled ? assessment : { state: 'progressing', ready, wanted };
  }
}

/** Of the containers of the newest version. */
function restartsOf({ workload, revisions, pods }: Observed): number {
  const isNewest = workload && newestOf(workload, revisions);
  return pods
    .filter(pod => isNewest?.(pod))
    .flatMap(({ status }) => status?.containerStatuses ?? [])
    .reduce((sum, { restartCount }) => sum + restartCount, 0);
}
