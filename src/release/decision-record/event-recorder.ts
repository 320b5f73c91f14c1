import { ClusterError } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import { eventsOfWorkloads, pathOf } from '../../cluster/resources.ts';
import type { Origin } from '../../toolkit/origin.ts';
import type { RolloutState } from '../store/schema.ts';
import { pathTo, type Ref } from '../workloads/kinds.ts';
import { type Announcement, eventOf } from './events.ts';

/** Writes Kubernetes Events on the workload. Nothing depends on them: after one failure it reports a warning and writes no more. */
export class EventRecorder {
  readonly #cluster: Cluster;
  readonly #place: { app: string; namespace: string; workload: Ref; token: number; origin: Origin };
  readonly #report: (line: string) => void;
  #uid: string | undefined;
  #silent = false;
  #last: Promise<void> = Promise.resolve();

  constructor(
    cluster: Cluster,
    place: { app: string; namespace: string; workload: Ref; token: number; origin: Origin },
    report: (line: string) => void,
  ) {
    this.#cluster = cluster;
    this.#place = place;
    this.#report = report;
  }

  /** Writes Events in the background, one after the other. */
  record(...said: Announcement[]): void {
    const at = this.#cluster.now();
    // A millisecond apart, so that they keep their order when they are sorted by time.
    for (const [index, each] of said.entries())
      this.#last = this.#last.then(() => this.#write(each, at + index));
  }

  /** Resolves when all Events are written, or after two seconds. */
  async flush(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>(resolve => {
      timer = setTimeout(resolve, 2000);
    });
    await Promise.race([this.#last, enough]);
    clearTimeout(timer);
  }

  async #write(said: Announcement, at: number): Promise<void> {
    if (this.#silent) return;
    const { app, namespace, workload, token, origin } = this.#place;
    try {
      if (this.#uid === undefined) {
        this.#uid = (await this.#cluster.get(pathTo(namespace, workload)))?.metadata?.uid;
      }
      // Before a first release there is no workload to write Events on.
      if (this.#uid === undefined) return;
      const target = { namespace, ...workload, uid: this.#uid, app, instance: origin.run, token };
      await this.#cluster.create(pathOf(eventsOfWorkloads, namespace), eventOf(said, target, at));
    } catch (error) {
      if (error instanceof ClusterError && error.reason === 'AlreadyExists') return;
      this.#silent = true;
      this.#report(
        `warning: cannot write Events of this release on the workload: ${(error as Error).message}`,
      );
    }
  }
}

/**
 * Returns the Events for a change of the state. Pure.
 * @param verdict the gate's last verdict.
 */
export function eventsOfTransition(
  before: RolloutState,
  { phase, step, weight, candidate: release, baseline, reason = '' }: RolloutState,
  verdict?: { verdict: string; reason: string },
): Announcement[] {
  if (before.phase === phase && before.step === step && before.weight === weight) return [];
  const judged: Announcement[] =
    (before.phase === 'stepping' || before.phase === 'baking') &&
    verdict !== undefined &&
    verdict.verdict !== 'continue'
      ? [{ kind: 'verdict', release, ...verdict }]
      : [];
  switch (phase) {
    case 'stepping':
    case 'baking':
      return [...judged, { kind: 'weight', release, weight }];
    case 'promoting':
      // In place the canary keeps the weight of the bake.
      return weight === before.weight ? judged : [...judged, { kind: 'weight', release, weight }];
    case 'rolling-back':
      return judged;
    case 'rolled-back':
      // A rollback to a release that replaced no other release.
      if (baseline === release) return [{ kind: 'complete', release }];
      return [
        { kind: 'rolled-back', release, reason, ...(baseline === undefined ? {} : { serves: baseline }) },
      ];
    case 'done':
      return [{ kind: 'complete', release }];
    case 'prepared':
    case 'watching':
      return [];
    default:
      return phase satisfies never;
  }
}

/** Returns the Event for the start of a rollout. Pure. */
export const startedEvent = ({ candidate: release, baseline, strategy }: RolloutState): Announcement => ({
  kind: 'started',
  release,
  strategy,
  ...(baseline === undefined ? {} : { baseline }),
});
