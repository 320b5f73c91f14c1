import { howToRun, remedyOfNeedsAction } from '../toolkit/operations.ts';
import type { EventKind, EventOutcome, NotifyEvent } from './event.ts';

/** The words of a notice, by kind and outcome; by kind alone for all other outcomes. */
type Words = Record<EventKind, string> & Partial<Record<`${EventKind} ${EventOutcome}`, string>>;

/** What happened. `{live}` and the like stand for what is known. */
const whatHappened: Words = {
  release: '{release} {ended}; check which version is live',
  'release success': '{release} is live',
  'release rolled-back': '{release} was rolled back; {live}',
  'release paused': '{release} is paused with {share}',
  'release needs-action': '{release} needs action: it has {share}',
  plan: 'nothing was deployed; the live version has not changed',
  'plan success': 'the plan passed',
  rollback: 'the rollback {ended}; check which version is live',
  'rollback success': '{release} is live after a rollback',
  'rollback rolled-back': '{release} is live after an automatic rollback',
  restore: 'the restore{name} {ended}',
  build: 'the build{name} {ended}',
  'build success': 'the build{name} works again',
  sweep: 'the sweep of unfinished releases {ended}',
  'sweep success': 'the sweep of unfinished releases works again',
  backup: 'the backup{name} {ended}',
  'backup success': 'the backup{name} works again',
  drill: 'the{name} drill {ended}',
  'drill success': 'the{name} drill passes again',
  scan: 'the scan of the deployed images {ended}',
  'scan success': 'the scan of the deployed images passes again',
  monitor: 'the check of {watched} {ended}',
  // Not `again`: an earlier release may have been the degraded one.
  'monitor success': '{watched} is healthy',
  'monitor degraded': '{watched} is degraded',
  'monitor unknown': 'the health of {watched} is unknown',
  alert: 'the alert{name} is firing',
  'alert success': 'the alert{name} is resolved',
  'alert degraded': 'the alert{name} is firing, and no release was rolled back',
  'alert failure': 'no rollback, because the run for the alert{name} failed',
  'alert unknown': 'no rollback, because the alert{name} could not be confirmed',
};

const openDashboard = 'Open the dashboard of the service; the workflow rollback.yml rolls a bad release back';
const runStatus = `${howToRun('status')} to see which version is live`;
const release = 'Release again, unless it was cancelled on purpose';

/** What a person can do, unless it is a success. */
const whatToDo = (number: NotifyEvent['release']): Words => ({
  release: `Now ${runStatus}; if that version does harm, ${howToRun('rollback')}`,
  'release rolled-back': 'Find the cause in the decision record of the run, then release again',
  'release paused': `If it waits for an approval, ${howToRun(['approve', 'rollback'], number)}. Otherwise do nothing: sweep continues it`,
  // A run also ends so when its gate was inconclusive: then the rollout waits for a resume or an approval.
  'release needs-action': `${remedyOfNeedsAction(number)}. If it waits for an approval, ${howToRun('approve', number)}. To give up, ${howToRun('rollback')}`,
  plan: 'Fix the cause and release again',
  'plan cancelled': release,
  rollback: `Now ${runStatus}, then run the rollback again`,
  'rollback rolled-back': 'Find the cause in the run, then release again',
  restore: 'Read the report of the run before you change anything else',
  build: 'Fix the cause and release again',
  'build cancelled': release,
  sweep: `Run the sweep again, then ${runStatus}`,
  'sweep needs-action': remedyOfNeedsAction(number),
  backup: 'Fix the cause and run the backup again before the last one is too old',
  drill: 'Read the report of the run; until the drill passes, recovery is not proved',
  scan: 'Release images without these findings, or add exceptions that expire',
  monitor: 'Fix the cause and run the check again; until then nothing checks the release',
  'monitor degraded': 'Read the report of the run; the workflow rollback.yml rolls the release back',
  'monitor unknown': 'The report lists the values that could not be read; unknown is not healthy',
  alert: openDashboard,
  'alert degraded': 'The run says why the release was not rolled back; the release is still live',
  'alert failure': 'The run says what failed; until that is corrected, no alert starts a rollback',
});

const ended: Record<EventOutcome, string> = {
  success: 'succeeded',
  'rolled-back': 'was rolled back',
  paused: 'is paused',
  'needs-action': 'needs action',
  failure: 'failed',
  cancelled: 'was cancelled',
  degraded: 'found a problem',
  unknown: 'has no result',
};

/** Returns what happened, and what to do: empty for nothing. Pure. @param name of the event, made harmless. */
export function wordsOf(event: NotifyEvent, name: string): { what: string; next: string } {
  const { kind, outcome, release, baseline, weight } = event;
  const earlier = baseline === '' ? 'the release before it' : `release ${baseline}`;
  const rest = baseline === 'none' ? '' : `; ${earlier} has the rest`;
  const terms: Readonly<Record<string, string>> = {
    ended: ended[outcome],
    name: name && ` ${name}`,
    release: release ? `release ${release}` : kind === 'rollback' ? 'an earlier release' : 'the release',
    watched: release ? `release ${release}, which is live,` : 'the live release',
    live: baseline === 'none' ? 'no release is live' : `${earlier} is live`,
    share: weight
      ? `${weight} % of the traffic${rest}`
      : 'an unknown share of the traffic; check which version is live',
  };
  const of = (words: Words) => words[`${kind} ${outcome}`] ?? words[kind];
  const what = of(whatHappened).replace(/\{(\w+)\}/g, (_, term: string) => terms[term] ?? '');
  return { what, next: outcome === 'success' ? '' : of(whatToDo(release)) };
}
