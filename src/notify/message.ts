import type { AlertSeverity } from '../config/receivers.ts';
import { type EventKind, keyOf, type NotifyEvent, severityOf } from './event.ts';
import { cutAt, guarding } from './neutral.ts';

/** What people read at 3 a.m. on a phone: plain, harmless text, which each channel renders. */
export interface Notice {
  readonly severity: AlertSeverity;
  /** What happened, where, and which version is live now. At most 150 characters. */
  readonly title: string;
  /** Why, in one sentence with a full stop. Default: there is nothing to explain. */
  readonly why?: string;
  /** What to do, in one sentence with a full stop. Default: nothing. */
  readonly next?: string;
  /** Who started it, and of which commit. */
  readonly source: string;
  /** Address of the run. */
  readonly url?: string;
  /** Notices with the same key are about the same. */
  readonly key: string;
  readonly event: Pick<NotifyEvent, 'kind' | 'outcome' | 'app' | 'environment' | 'release' | 'baseline'>;
}

/** The story of an event in the words of its decision record, which replace our own. */
export interface Told {
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/**
 * Writes the notice of an event. Pure.
 * @param secrets values that no text may contain.
 * @param told the story by its decision record, if there is one.
 */
export function messageOf(event: NotifyEvent, secrets: readonly string[] = [], told?: Told): Notice {
  const safe = guarding(secrets);
  const { kind, outcome, app, environment, release, baseline, origin, url, reason } = event;
  const what = told === undefined ? whatOf(event, text => safe(text, 80)) : safe(told.what, 120);
  const why = sentence(safe(told?.why ?? reason ?? '', 400));
  const next = told?.next ?? nextOf(event);
  const commit = /^[0-9a-f]{7,64}$/.test(origin.revision ?? '')
    ? ` of commit ${origin.revision?.slice(0, 7)}`
    : '';
  return {
    severity: severityOf(event),
    title: cutAt(`${app} in ${environment}: ${what}`, 150),
    ...(why === '' ? {} : { why }),
    ...(next === undefined ? {} : { next: sentence(told === undefined ? next : safe(next)) }),
    source: safe(`${origin.run}${commit}, started by ${origin.actor}`, 200),
    ...(url === undefined ? {} : { url }),
    key: keyOf(event.name === undefined ? event : { ...event, name: safe(event.name) }),
    event: { kind, outcome, app, environment, ...(release && { release }), ...(baseline && { baseline }) },
  };
}

function whatOf(event: NotifyEvent, safe: (text: string) => string): string {
  const { kind, outcome } = event;
  const name = ` ${safe(event.name ?? '')}`.trimEnd();
  switch (kind) {
    case 'release':
      return releaseWhat(event);
    case 'plan':
      return outcome === 'success'
        ? 'the plan passed'
        : 'nothing was deployed; the version that was live is still live';
    case 'rollback':
      return rollbackWhat(event);
    case 'monitor':
      return outcome === 'rolled-back' ? releaseWhat(event) : monitorWhat(event);
    case 'alert':
      return outcome === 'success' ? `the alert${name} is over` : `the alert${name} fires`;
    default:
      return `${nouns[kind]}${name} ${outcome === 'success' ? (recovered[kind] ?? 'works again') : ended(event)}`;
  }
}

const nouns: Readonly<
  Record<Exclude<EventKind, 'release' | 'plan' | 'rollback' | 'monitor' | 'alert'>, string>
> = {
  build: 'the build',
  sweep: 'the sweep of unfinished releases',
  backup: 'the backup',
  restore: 'the restore',
  drill: 'the recovery drill',
  scan: 'the scan of the deployed images',
};

const recovered: Readonly<Partial<Record<EventKind, string>>> = {
  restore: 'has succeeded',
  drill: 'passes again',
  scan: 'passes again',
};

const ended = ({ outcome }: NotifyEvent) =>
  ({
    success: 'has succeeded',
    'rolled-back': 'was rolled back',
    paused: 'is paused',
    'needs-action': 'needs action',
    failure: 'failed',
    cancelled: 'was cancelled',
    degraded: 'found a problem',
    unknown: 'has no result',
    started: 'has started',
  })[outcome];

function rollbackWhat(event: NotifyEvent): string {
  const { outcome, release } = event;
  const live = release === undefined ? 'an earlier release' : `release ${release}`;
  if (outcome === 'success') return `${live} is live after a rollback`;
  if (outcome === 'rolled-back') return `${live} is live after an automatic rollback`;
  if (outcome === 'unknown') return 'no rollback, because the alert could not be confirmed';
  return `the rollback ${ended(event)}; check which version is live`;
}

function releaseWhat({ outcome, release, baseline, weight }: NotifyEvent): string {
  const which = release === undefined ? 'the release' : `release ${release}`;
  const earlier = baseline === undefined ? 'the release before it' : `release ${baseline}`;
  const live = baseline === 'none' ? 'no release is live' : `${earlier} is live`;
  const rest = baseline === 'none' ? '' : `; ${earlier} has the rest`;
  switch (outcome) {
    case 'success':
      return `${which} is live`;
    case 'rolled-back':
      return `${which} was rolled back; ${live}`;
    case 'paused':
      return weight === undefined
        ? `${which} is paused`
        : `${which} bakes with ${weight} % of the traffic${rest}`;
    case 'needs-action':
      return weight === undefined
        ? `${which} needs action; check which version is live`
        : `${which} needs action: it has ${weight} % of the traffic${rest}`;
    case 'started':
      return `${which} has started; ${live}`;
    case 'cancelled':
      return `${which} was cancelled; check which version is live`;
    case 'failure':
      return `${which} failed; check which version is live`;
    case 'degraded':
    case 'unknown':
      return monitorWhat({ outcome, ...(release && { release }) });
    default:
      return outcome satisfies never;
  }
}

function monitorWhat({ outcome, release }: Pick<NotifyEvent, 'outcome' | 'release'>): string {
  const which = release === undefined ? 'the live release' : `release ${release}, which is live,`;
  // Not `again`: an earlier release may have been the degraded one.
  if (outcome === 'success') return `${which} is healthy`;
  if (outcome === 'failure') return `the check of ${which} failed`;
  if (outcome === 'cancelled') return `the check of ${which} was cancelled`;
  return outcome === 'unknown' ? `the health of ${which} is unknown` : `${which} is degraded`;
}

const openDashboard = 'Open the dashboard of the service; the workflow rollback.yml rolls a bad release back';
const checkLive = 'run status in the workflow rollback.yml to see which version is live';

/** Returns what a person can do; undefined for nothing. */
function nextOf({ kind, outcome }: NotifyEvent): string | undefined {
  if (outcome === 'success' || outcome === 'started') return undefined;
  if (outcome === 'needs-action' && (kind === 'release' || kind === 'sweep'))
    return 'Decide in the workflow rollback.yml: resume continues the rollout, rollback rolls it back';
  if (outcome === 'paused') return 'Nothing: sweep promotes it when its bake is over, or rolls it back';
  switch (kind) {
    case 'release':
      return outcome === 'rolled-back'
        ? 'Find the cause in the decision record of the run, then release again'
        : `Now ${checkLive}; roll back there if it does harm`;
    case 'rollback':
      if (outcome === 'rolled-back') return 'Find the cause in the run, then release again';
      return outcome === 'unknown' ? openDashboard : `Now ${checkLive}, then start the rollback again`;
    case 'plan':
    case 'build':
      return outcome === 'cancelled'
        ? 'Release again, unless it was cancelled on purpose'
        : 'Fix the cause and release again';
    case 'sweep':
      return `Start it again; ${checkLive}`;
    case 'backup':
      return 'Fix the cause and start it again, before the last backup is too old';
    case 'restore':
      return 'Read the report of the run before anything else is changed';
    case 'drill':
      return 'Read the report of the run; until it passes, recovery is not proved';
    case 'scan':
      return 'Release images without these findings, or add exceptions that expire';
    case 'monitor':
      if (outcome === 'unknown') return 'Find out why there are no metrics; unknown is not healthy';
      return outcome === 'failure' || outcome === 'cancelled'
        ? 'Fix the cause and start it again; until then nothing checks the release'
        : 'Read the report of the run; the workflow rollback.yml rolls it back';
    case 'alert':
      return openDashboard;
    default:
      return kind satisfies never;
  }
}

/** With a full stop, and a capital letter unless the first word is a name. */
const sentence = (text: string) =>
  text
    .replace(/^[a-z]+(?=[ ,:])/, word => word.charAt(0).toUpperCase() + word.slice(1))
    .replace(/(?<=[^.!?…])$/, '.');
