import { severities } from '../config/channels.ts';
import type { AlertSeverity } from '../config/receivers.ts';
import { UserError } from '../toolkit/errors.ts';
import { oneOf } from '../toolkit/input-text.ts';
import type { Origin } from '../toolkit/origin.ts';

/** What happened to a release, a backup or another work, as an action reports it. */
export interface NotifyEvent {
  readonly kind: EventKind;
  readonly outcome: EventOutcome;
  readonly app: string;
  readonly environment: string;
  /** Number of the release. */
  readonly release?: string;
  /** Number of the release that was live before; `none` if there was none. Default: it is not known. */
  readonly baseline?: string;
  /** Percentage of the traffic to the release. */
  readonly weight?: string;
  /** What it is about, such as the scenario of a drill or the name of an alert. Untrusted. */
  readonly name?: string;
  /** Why, in one sentence. Untrusted. */
  readonly reason?: string;
  /** Default: by kind and outcome. */
  readonly severity?: AlertSeverity;
  /** Address of the run. */
  readonly url?: string;
  readonly origin: Origin;
}

/**
 * `lasting`: a state that scheduled runs report again and again; only its changes are told. Otherwise each event is the end of one work.
 * `grave`: a failure needs a person now.
 */
const kinds = {
  release: { lasting: false, grave: true },
  /** Before a release has changed anything. */
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

export const outcomes = [
  'success',
  'rolled-back',
  'paused',
  'needs-action',
  'failure',
  'cancelled',
  'degraded',
  'unknown',
  'started',
] as const;
export type EventOutcome = (typeof outcomes)[number];

/** Whether runs report the state of that kind again and again. Pure. */
export const isLasting = (kind: EventKind): boolean => kinds[kind].lasting;

/** Returns the severity that the event has, or that follows from its kind and outcome. Pure. */
export function severityOf({ severity, kind, outcome }: NotifyEvent): AlertSeverity {
  if (severity !== undefined) return severity;
  switch (outcome) {
    case 'success':
    case 'paused':
    case 'started':
      return 'info';
    case 'failure':
      return kinds[kind].grave ? 'critical' : 'warning';
    case 'needs-action':
      return 'critical';
    case 'rolled-back':
    case 'degraded':
    case 'unknown':
    case 'cancelled':
      return 'warning';
    default:
      return outcome satisfies never;
  }
}

/**
 * Returns the key by which events are about the same: a release, or a state of the environment. Events of one work that has no number
 * have the key of their run. Pure.
 */
export function keyOf({ app, environment, kind, release, name, origin }: NotifyEvent): string {
  const about = isLasting(kind) ? (name ?? '') : (release ?? origin.run);
  // Nothing of an untrusted name but letters and digits.
  const parts = [app, environment, kind, about.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 80)];
  return parts.filter(part => part !== '').join('/');
}

/** The inputs that describe an event; empty or `none` for what is not known. */
export type EventInputs = Readonly<
  Record<
    'event' | 'outcome' | 'release' | 'baseline' | 'weight' | 'name' | 'reason' | 'severity' | 'url',
    string
  >
>;

/** Reads an event from the inputs. @throws UserError for an unknown kind, outcome or severity, or an invalid number or address. Pure. */
export function eventOf(
  inputs: EventInputs,
  place: Pick<NotifyEvent, 'app' | 'environment' | 'origin'>,
): NotifyEvent {
  const { release, baseline, weight, name, reason, severity } = inputs;
  // The address that a CI reports may be of any form; then there is no link.
  const { url: ofRun = '' } = place.origin;
  const url = inputs.url === '' ? (isAddress(ofRun) ? ofRun : undefined) : addressOf(inputs.url);
  return {
    ...place,
    kind: oneOf('event', eventKinds, inputs.event),
    outcome: oneOf('outcome', outcomes, inputs.outcome),
    ...(known(release) ? { release: numberOf('release', release) } : {}),
    ...(baseline === '' ? {} : { baseline: known(baseline) ? numberOf('baseline', baseline) : 'none' }),
    ...(known(weight) ? { weight: numberOf('weight', weight, /^\d{1,3}(\.\d{1,3})?$/) } : {}),
    ...(known(name) ? { name } : {}),
    ...(known(reason) ? { reason } : {}),
    ...(severity === '' ? {} : { severity: oneOf('severity', severities, severity) }),
    ...(url === undefined ? {} : { url }),
  };
}

const known = (text: string) => text !== '' && text !== 'none';

function numberOf(name: string, text: string, form = /^\d{1,9}$/): string {
  if (form.test(text)) return text;
  throw new UserError(`the input \`${name}\` is invalid: "${text}"`, 'write a number such as 7');
}

/** Whether no channel takes an address for more than a link. */
const isAddress = (text: string) =>
  /^https?:\/\/[\w.:[\]-]+(\/[\w./~%+=&?#-]*)?$/.test(text) && URL.canParse(text);

function addressOf(text: string): string {
  if (isAddress(text)) return text;
  // Without the address, which may contain a password.
  throw new UserError(
    'the input `url` is not the address of a run',
    'write its https address without user, password and spaces',
  );
}
