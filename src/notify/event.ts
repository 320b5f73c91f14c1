import { severities } from '../config/channels.ts';
import type { AlertSeverity } from '../config/receivers.ts';
import { UserError } from '../toolkit/errors.ts';
import { oneOf } from '../toolkit/input-text.ts';
import type { Origin } from '../toolkit/origin.ts';

/** What happened to a release, a backup or another task, as an action reports it. A text that is not known is empty. */
export interface NotifyEvent {
  readonly kind: EventKind;
  readonly outcome: EventOutcome;
  readonly severity: AlertSeverity;
  readonly app: string;
  readonly environment: string;
  /** Number of the release. */
  readonly release: string;
  /** Number of the release that was live before; `none` if there was none. */
  readonly baseline: string;
  /** Percentage of the traffic to the release. */
  readonly weight: string;
  /** What it is about, such as the scenario of a drill or the name of an alert. Untrusted. */
  readonly name: string;
  /** Why, in one sentence. Untrusted. */
  readonly reason: string;
  readonly origin: Origin;
}

/**
 * `lasting`: a state that scheduled runs report repeatedly; only its changes are reported. Otherwise each event marks the end of one task.
 * `grave`: a failure needs a person now. `plan`: before a release has changed anything.
 */
const kinds = {
  release: { lasting: false, grave: true },
  plan: { lasting: false, grave: false },
  rollback: { lasting: false, grave: true },
  restore: { lasting: false, grave: true },
  build: { lasting: true, grave: false },
  sweep: { lasting: true, grave: false },
  backup: { lasting: true, grave: false },
  drill: { lasting: true, grave: false },
  scan: { lasting: true, grave: false },
  monitor: { lasting: true, grave: false },
  alert: { lasting: true, grave: true },
} as const;

export type EventKind = keyof typeof kinds;
export const eventKinds = Object.keys(kinds) as EventKind[];

/** Severities by outcome; that of a failure also depends on the kind. */
const usual = {
  success: 'info',
  'rolled-back': 'warning',
  // It may wait for an approval.
  paused: 'warning',
  'needs-action': 'critical',
  failure: 'warning',
  cancelled: 'warning',
  degraded: 'warning',
  unknown: 'warning',
} as const;

export type EventOutcome = keyof typeof usual;
export const outcomes = Object.keys(usual) as EventOutcome[];

/** Whether runs report the state of that kind repeatedly. Pure. */
export const isLasting = (kind: EventKind): boolean => kinds[kind].lasting;

/**
 * Returns the key by which events are about the same: a release, or a state of the environment. Events of a task without a number
 * have the key of their run. Pure.
 */
export function keyOf({ app, environment, kind, release, name, origin }: NotifyEvent): string {
  const about = isLasting(kind) ? name : release || origin.run;
  // Nothing of an untrusted name but letters and digits.
  const parts = [app, environment, kind, about.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)];
  return parts.filter(part => part !== '').join('/');
}

/** The inputs that describe an event; empty or `none` for what is not known. */
export type EventInputs = Readonly<
  Record<'event' | 'outcome' | 'release' | 'baseline' | 'weight' | 'name' | 'reason' | 'severity', string>
>;

/** Reads an event from the inputs. @throws UserError for an unknown kind, outcome or severity, or an invalid number. Pure. */
export function eventOf(
  inputs: EventInputs,
  place: Pick<NotifyEvent, 'app' | 'environment' | 'origin'>,
): NotifyEvent {
  const kind = oneOf('event', eventKinds, inputs.event);
  const outcome = oneOf('outcome', outcomes, inputs.outcome);
  const byOutcome = outcome === 'failure' && kinds[kind].grave ? 'critical' : usual[outcome];
  return {
    ...place,
    kind,
    outcome,
    severity: inputs.severity === '' ? byOutcome : oneOf('severity', severities, inputs.severity),
    release: known(numberOf('release', inputs)),
    baseline: numberOf('baseline', inputs),
    weight: known(numberOf('weight', inputs)),
    name: known(inputs.name),
    reason: known(inputs.reason),
  };
}

const known = (text: string) => (text === 'none' ? '' : text);

function numberOf(name: 'release' | 'baseline' | 'weight', inputs: EventInputs): string {
  const text = inputs[name];
  if (/^(none|\d{1,9}|\d{1,3}\.\d{1,3})?$/.test(text)) return text;
  throw new UserError(`the input \`${name}\` is invalid: "${text}"`, 'write a number such as 7');
}
