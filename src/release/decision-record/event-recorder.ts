import { createHash } from 'node:crypto';
import { ClusterError } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { eventsOfWorkloads, pathOf } from '../../cluster/resources.ts';
import type { Origin } from '../../toolkit/origin.ts';
import { pathTo, type Ref, typeOf } from '../../workloads/kinds.ts';
import type { RolloutState } from '../store/schema.ts';

/** The texts of an Event. */
export interface EventText {
  reason: string;
  action: string;
  note: string;
  warning?: true;
}

/** The workload that the Events of a run are about. */
interface EventPlace {
  app: string;
  namespace: string;
  workload: Ref;
  /** The fencing token, by which a repeated Event of the same run has the same name. */
  token: number;
  origin: Origin;
}

/** Writes Kubernetes Events on the workload. Nothing depends on them: after one failure it reports a warning and writes no more. */
export class EventRecorder {
  readonly #cluster: Cluster;
  readonly #place: EventPlace;
  readonly #report: (line: string) => void;
  #uid: string | undefined;
  #silent = false;
  #last: Promise<void> = Promise.resolve();

  constructor(cluster: Cluster, place: EventPlace, report: (line: string) => void) {
    this.#cluster = cluster;
    this.#place = place;
    this.#report = report;
  }

  /** Writes Events in the background, one after the other. */
  record(...texts: EventText[]): void {
    const at = this.#cluster.now();
    // A millisecond apart, so that they keep their order when they are sorted by time.
    for (const [index, each] of texts.entries())
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

  async #write(text: EventText, at: number): Promise<void> {
    if (this.#silent) return;
    const { namespace, workload } = this.#place;
    try {
      if (this.#uid === undefined) {
        this.#uid = (await this.#cluster.get(pathTo(namespace, workload)))?.metadata?.uid;
      }
      // Before a first release there is no workload to write Events on.
      if (this.#uid === undefined) return;
      const event = eventOf(text, { ...this.#place, uid: this.#uid }, at);
      await this.#cluster.create(pathOf(eventsOfWorkloads, namespace), event);
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
 * @param judged the gate's last verdict.
 */
export function eventsOfTransition(
  before: RolloutState,
  { phase, step, weight, candidate, baseline, reason = '' }: RolloutState,
  judged?: { verdict: string; reason: string },
): EventText[] {
  if (before.phase === phase && before.step === step && before.weight === weight) return [];
  const stageEnded =
    (before.phase === 'stepping' || before.phase === 'baking') &&
    judged !== undefined &&
    judged.verdict !== 'continue';
  const verdict = stageEnded ? [verdictEvent(candidate, judged)] : [];
  switch (phase) {
    case 'stepping':
    case 'baking':
      return [...verdict, weightEvent(candidate, weight)];
    case 'promoting':
      // In place the canary keeps the weight of the bake.
      return weight === before.weight ? verdict : [...verdict, weightEvent(candidate, weight)];
    case 'rolling-back':
      return verdict;
    case 'rolled-back':
      // A rollback to a release that replaced no other release.
      if (baseline === candidate) return [completeEvent(candidate)];
      // Without a rollback before it: another client has replaced the version.
      if (before.phase !== 'rolling-back') return [rolledBackEvent(candidate, reason, 'another version')];
      return [rolledBackEvent(candidate, reason, baseline === undefined ? 'nothing' : `release ${baseline}`)];
    case 'done':
      return [completeEvent(candidate)];
    case 'prepared':
    case 'watching':
      return [];
    default:
      return phase satisfies never;
  }
}

/** Returns the Event for the start of a rollout. Pure. */
export function startedEvent({ candidate, baseline, strategy }: RolloutState): EventText {
  const over = baseline === undefined ? 'it is the first release' : `the baseline is release ${baseline}`;
  const note = `Rollout of release ${candidate} started (${strategy}); ${over}`;
  return { reason: 'ReleaseStarted', action: 'Start', note };
}

function weightEvent(release: number, weight: number): EventText {
  return {
    reason: 'WeightChanged',
    action: 'Shift',
    note: `Release ${release} gets ${weight} % of the traffic`,
  };
}

function verdictEvent(release: number, { verdict, reason }: { verdict: string; reason: string }): EventText {
  const note = `The gate's verdict on release ${release} is ${verdict}: ${reason}`;
  return verdict === 'pass'
    ? { reason: 'GatePassed', action: 'Judge', note }
    : { reason: 'GateFailed', action: 'Judge', note, warning: true };
}

function rolledBackEvent(release: number, reason: string, live: string): EventText {
  const note = `Release ${release} was rolled back: ${reason}; ${live} is live`;
  return { reason: 'ReleaseRolledBack', action: 'Rollback', note, warning: true };
}

function completeEvent(release: number): EventText {
  return { reason: 'ReleaseComplete', action: 'Promote', note: `Release ${release} receives all traffic` };
}

/** Limits of events.k8s.io/v1, in bytes: of the note, and of the reporting instance. */
const longestNote = 1023;
const longestInstance = 128;

/** Returns an Event of events.k8s.io/v1. Its name has a hash of its text, so that a repeated write fails with AlreadyExists. */
export function eventOf(
  { reason, action, note, warning }: EventText,
  { app, namespace, workload, token, origin, uid }: EventPlace & { uid: string },
  at: number,
): KubeObject {
  const { kind, name } = workload;
  const hash = createHash('sha256')
    .update(JSON.stringify([app, token, reason, note]))
    .digest('hex')
    .slice(0, 12);
  return {
    apiVersion: 'events.k8s.io/v1',
    kind: 'Event',
    metadata: { name: `${name.slice(0, 200)}.${hash}`, namespace },
    // The type MicroTime has microseconds.
    eventTime: new Date(at).toISOString().replace('Z', '000Z'),
    reportingController: 'slipway.dev/release',
    reportingInstance: cut(origin.run === '' ? 'slipway' : origin.run, longestInstance),
    action,
    reason,
    type: warning ? 'Warning' : 'Normal',
    note: cut(note, longestNote),
    regarding: { ...typeOf(kind), name, namespace, uid },
  } as KubeObject;
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
