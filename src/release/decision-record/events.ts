import { createHash } from 'node:crypto';
import type { KubeObject } from '../../cluster/objects.ts';
import { type ReleasedKind, typeOf } from '../workloads/kinds.ts';

/** The Kubernetes Events of a rollout, on its workload: `kubectl describe deployment` shows them. Nothing depends on them. Pure. */

export type Announcement =
  | { kind: 'started'; release: number; baseline?: number; strategy: string }
  | { kind: 'weight'; release: number; weight: number; reason?: string }
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
      const note = `Rollout of release ${release} started, ${over} (${said.strategy})`;
      return { reason: 'ReleaseStarted', action: 'Start', note, warning: false };
    }
    case 'weight': {
      const why = said.reason === undefined ? '' : `: ${said.reason}`;
      const note = `Release ${release} gets ${said.weight} % of the traffic${why}`;
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
      const note = `Release ${release} was rolled back, ${now}: ${said.reason}`;
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
