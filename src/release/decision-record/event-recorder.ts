import { ClusterError } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import { eventsOfWorkloads, pathOf } from '../../cluster/resources.ts';
import type { Origin } from '../../toolkit/origin.ts';
import type { RolloutState } from '../store/schema.ts';
import { pathTo, type Ref } from '../workloads/kinds.ts';
import { type Announcement, eventOf } from './events.ts';

/** Writes Events on the workload. They tell and decide nothing: a right that is lacking costs one warning. */
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

  /** One after the other, beside what the rollout does; nobody waits for it. */
  record(...said: Announcement[]): void {
    const at = this.#cluster.now();
    // A millisecond apart: whoever sorts them by time reads them in the order in which they were said.
    for (const [index, each] of said.entries())
      this.#last = this.#last.then(() => this.#write(each, at + index));
  }

  /** When all is written that was told, or after two seconds. */
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
      // Before a first release nothing is there to tell it of.
      if (this.#uid === undefined) return;
      const target = { namespace, ...workload, uid: this.#uid, app, instance: origin.run, token };
      await this.#cluster.create(pathOf(eventsOfWorkloads, namespace), eventOf(said, target, at));
    } catch (error) {
      if (error instanceof ClusterError && error.reason === 'AlreadyExists') return;
      this.#silent = true;
      this.#report(
        `warning: Events of the workload do not tell of this release: ${(error as Error).message}`,
      );
    }
  }
}

/**
 * What a change of the state is to those who look at the workload. Pure.
 * @param verdict the gate's last word.
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
      // In place it keeps what it baked with.
      return weight === before.weight ? judged : [...judged, { kind: 'weight', release, weight }];
    case 'rolling-back':
      return judged;
    case 'rolled-back':
      // A rollback to a release that no other one stood in the place of.
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

/** How a rollout begins, for those who look at the workload. Pure. */
export const startedEvent = ({ candidate: release, baseline, strategy }: RolloutState): Announcement => ({
  kind: 'started',
  release,
  strategy,
  ...(baseline === undefined ? {} : { baseline }),
});
