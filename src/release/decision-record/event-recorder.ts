import { createHash } from 'node:crypto';
import { ClusterError } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { eventsOfWorkloads, pathOf } from '../../cluster/resources.ts';
import type { Origin } from '../../toolkit/origin.ts';
import { pathTo, type Ref, type ReleasedKind, typeOf } from '../../workloads/kinds.ts';
import type { RolloutState } from '../store/schema.ts';

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
      // Without a rollback before it: another client has replaced the version.
      if (before.phase !== 'rolling-back')
        return [{ kind: 'rolled-back', release, reason, serves: 'another version' }];
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

// The Kubernetes Events of a rollout, on its workload: `kubectl describe deployment` shows them. Nothing depends on them.

export type Announcement =
  | { kind: 'started'; release: number; baseline?: number; strategy: string }
  | { kind: 'weight'; release: number; weight: number }
  | { kind: 'verdict'; release: number; verdict: string; reason: string }
  | { kind: 'rolled-back'; release: number; serves?: number | 'another version'; reason: string }
  | { kind: 'complete'; release: number };

export interface EventTarget {
  namespace: string;
  /** Kind of the workload. */
  kind: ReleasedKind;
  name: string;
  uid: string;
  app: string;
  /** The reporting instance, such as the run. */
  instance: string;
  /** The fencing token, by which a repeated announcement of the same run is the same Event. */
  token: number;
}

/** Limits of events.k8s.io/v1, in bytes: of the note, and of the reporting instance. */
const longestNote = 1023;
const longestInstance = 128;

/** Returns an Event of events.k8s.io/v1. Its name has a hash of the announcement, so that a repeated write fails with AlreadyExists. */
export function eventOf(announcement: Announcement, target: EventTarget, at: number): KubeObject {
  const { namespace, kind, name, uid, app, instance, token } = target;
  const { reason, action, note, warning } = wordsOf(announcement);
  const hash = createHash('sha256')
    .update(JSON.stringify([app, token, announcement]))
    .digest('hex')
    .slice(0, 12);
  return {
    apiVersion: 'events.k8s.io/v1',
    kind: 'Event',
    metadata: { name: `${name.slice(0, 200)}.${hash}`, namespace },
    // The type MicroTime has microseconds.
    eventTime: new Date(at).toISOString().replace('Z', '000Z'),
    reportingController: 'slipway.dev/release',
    reportingInstance: cut(instance === '' ? 'slipway' : instance, longestInstance),
    action,
    reason,
    type: warning ? 'Warning' : 'Normal',
    note: cut(note, longestNote),
    regarding: { ...typeOf(kind), name, namespace, uid },
  } as KubeObject;
}

function wordsOf(said: Announcement): { reason: string; action: string; note: string; warning: boolean } {
  const { release } = said;
  switch (said.kind) {
    case 'started': {
      const over = said.baseline === undefined ? 'the first release' : `after release ${said.baseline}`;
      const note = `Rollout of release ${release} started (${said.strategy}), ${over}`;
      return { reason: 'ReleaseStarted', action: 'Start', note, warning: false };
    }
    case 'weight': {
      const note = `Release ${release} gets ${said.weight} % of the traffic`;
      return { reason: 'WeightChanged', action: 'Shift', note, warning: false };
    }
    case 'verdict': {
      const warning = said.verdict !== 'pass';
      const note = `The gate's verdict on release ${release} is ${said.verdict}: ${said.reason}`;
      return { reason: warning ? 'GateFailed' : 'GatePassed', action: 'Judge', note, warning };
    }
    case 'rolled-back': {
      const { serves = 'nothing' } = said;
      const now = `${typeof serves === 'number' ? `release ${serves}` : serves} is live`;
      const note = `Release ${release} was rolled back: ${said.reason}; ${now}`;
      return { reason: 'ReleaseRolledBack', action: 'Rollback', note, warning: true };
    }
    case 'complete':
      return {
        reason: 'ReleaseComplete',
        action: 'Promote',
        note: `Release ${release} receives all traffic`,
        warning: false,
      };
    default:
      return said satisfies never;
  }
}

/** Cuts a text to at most `bytes` bytes, between characters. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text.toWellFormed();
  let kept = '';
  let size = Buffer.byteLength('…');
  for (const character of text.toWellFormed()) {
    size += Buffer.byteLength(character);
    if (size > bytes) return `${kept}…`;
    kept += character;
  }
  return kept;
}
