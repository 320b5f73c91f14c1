import type { Missing, Verdict } from '../analysis/verdict.ts';
import type { DecisionRecord, End } from '../release/decision-record/schema.ts';
import { percentage } from './figures.ts';
import { isRolling } from './series.ts';

/** What a tired person needs at 3 a.m., as plain text. */
export interface Headline {
  /** good: nothing to do. open: it goes on, or a person decides. bad: look at it. */
  mood: 'good' | 'open' | 'bad';
  /** What happened and what serves now, such as `release 42 was rolled back, release 41 serves`. */
  what: string;
  /** Without a full stop at its end. */
  why: string;
  next: string;
}

/** What happened, what serves now, why, and what to do next. */
export function headline(record: DecisionRecord): Headline {
  const { end } = record;
  return end === undefined ? onTheWay(record) : ended(record, end);
}

function ended(record: DecisionRecord, end: End): Headline {
  const { release } = record;
  const serves = servingSentence(record, end);
  const why = withFigures(record, withoutStop(end.reason));
  if (isRolling(record) && (end.state === 'needs-action' || end.state === 'failed'))
    return halfway(record, end, why);
  switch (end.state) {
    case 'promoted':
      return {
        mood: 'good',
        what: `release ${release} serves all traffic`,
        why,
        next:
          end.next ??
          (isRolling(record)
            ? 'nothing was judged; verify proves what serves'
            : 'nothing; it is watched no longer'),
      };
    case 'rolled-back':
      return {
        mood: 'bad',
        what: `release ${release} was rolled back, ${serves}`,
        why,
        next: end.next ?? remedyOf(record),
      };
    case 'needs-action':
      return {
        mood: 'open',
        what: `release ${release} needs action: it has ${end.weight} % of the traffic, ${serves} the rest`,
        why,
        next:
          end.next ??
          'decide in the workflow rollback.yml: resume continues it, rollback takes its traffic away',
      };
    case 'failed':
      return {
        mood: 'bad',
        what: `release ${release} failed and could not be rolled back, ${serves}`,
        why,
        next: end.next ?? `look at ${record.workload} in namespace ${record.namespace} now`,
      };
    case 'unchanged':
      return {
        mood: 'bad',
        what: `release ${release} was not begun, ${serves} as before`,
        why,
        next: end.next ?? 'fix the cause and release again',
      };
    default:
      return end.state satisfies never;
  }
}

/** A rolling update that stays as it is, in its middle: its traffic is where its ready pods are. */
function halfway(record: DecisionRecord, end: End, why: string): Headline {
  const { release, timeline, workload, namespace, pods } = record;
  const isKnown = pods.length > 0 && pods.every(({ ready, gone }) => !ready || gone === true);
  const none = isKnown ? 'no pod is ready' : 'what serves is not known';
  const most = end.serves === undefined ? none : `release ${end.serves} has most of the ready pods`;
  const tried = timeline.some(({ phase }) => phase === 'rolling-back');
  const what =
    end.state === 'needs-action'
      ? `release ${release} needs action: it stopped in the middle of its update, ${most}`
      : end.serves === release && !tried
        ? `release ${release} is up, but was not brought to its end`
        : `release ${release} failed and ${tried ? 'could not be' : 'was not'} rolled back, ${most}`;
  return { mood: 'bad', what, why, next: end.next ?? `look at ${workload} in namespace ${namespace} now` };
}

function servingSentence({ baseline }: DecisionRecord, { serves, state }: End): string {
  const serving = serves ?? (state === 'unchanged' || state === 'needs-action' ? baseline : undefined);
  return serving === undefined ? 'nothing serves' : `release ${serving} serves`;
}

/** Between two jobs: the gate is done and promotion is not, or it waits for a person. */
function onTheWay(record: DecisionRecord): Headline {
  if (isRolling(record)) return rolling(record);
  const { release, baseline, timeline } = record;
  const moment = timeline.at(-1);
  const weight = timeline.findLast(each => each.weight !== undefined)?.weight ?? 0;
  const verdict = record.verdicts.at(-1)?.verdict;
  const rest = baseline === undefined ? 'nothing' : `release ${baseline}`;
  const what =
    weight === 100
      ? `release ${release} has all of the traffic and is not confirmed yet`
      : `release ${release} has ${weight} % of the traffic, ${rest} has the rest`;
  const why = withFigures(record, withoutStop(verdict?.reason ?? moment?.reason ?? 'nothing was judged yet'));
  if (record.waits !== undefined) return { mood: 'open', what, why, next: waiting(record.waits) };
  switch (verdict?.verdict) {
    case 'pass':
      return { mood: 'good', what, why, next: 'nothing; promote makes it the stable one' };
    case 'fail':
    case 'no-data':
      return {
        mood: 'bad',
        what,
        why,
        next: 'roll it back with the workflow rollback.yml, if no run does so already',
      };
    default:
      return {
        mood: 'open',
        what,
        why,
        next: 'nothing yet; status of the workflow rollback.yml tells how it goes',
      };
  }
}

/** No run has ended it: it was cancelled in the middle, or it could not be brought to its end. */
function rolling({ release, baseline, timeline }: DecisionRecord): Headline {
  const moment = timeline.at(-1);
  const back = baseline === undefined ? 'what it made is removed' : `release ${baseline} comes up again`;
  return {
    mood: 'open',
    what:
      moment?.phase === 'rolling-back'
        ? `release ${release} is being rolled back, ${back}`
        : `release ${release} rolls out`,
    why: withoutStop(moment?.reason ?? 'its pods come up'),
    next: 'nothing yet; if no run is at it, sweep ends it',
  };
}

/** What is to happen to one that waits on purpose, by whom, and until when. */
function waiting({ for: what, until }: NonNullable<DecisionRecord['waits']>): string {
  const time = `${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  switch (what) {
    case 'bake':
      return `nothing; sweep promotes it when its bake is over, rolls it back if it does harm, and at the latest at ${time}`;
    case 'resume':
      return `decide in the workflow rollback.yml: resume judges it on, rollback takes its traffic away, as happens by itself at ${time}`;
    case 'approval':
      return `decide in the workflow rollback.yml: approve lets it go on, rollback takes its traffic away, as happens by itself at ${time}`;
    default:
      return what satisfies never;
  }
}

/** What to do after a release was taken back. */
function remedyOf(record: DecisionRecord): string {
  const verdict = record.verdicts.at(-1)?.verdict;
  const last = record.facts.at(-1)?.fact;
  if (verdict?.verdict === 'no-data') return remedies[verdict.missing];
  if (verdict?.verdict === 'inconclusive') {
    return 'release again when there is more traffic, or give it a later deadline, higher steps or a wider profile in slipway.yml';
  }
  if (verdict?.verdict === 'fail') return `${remedyOfFailure(verdict)}, then release again`;
  if (last !== undefined)
    return `find out why${last.pod === undefined ? '' : ` pod ${last.pod} failed`}, then release again`;
  return 'fix the cause and release again';
}

function remedyOfFailure({ metrics }: Extract<Verdict, { verdict: 'fail' }>): string {
  return metrics.length === 0
    ? 'find the fault in the new version'
    : `find what makes ${metrics.join(' and ')} worse in the new version`;
}

const remedies: Record<Missing, string> = {
  idle: 'send it traffic, or raise the weight of the first step; nothing was shown against the release',
  absent: 'see whether its pods are scraped and export these metrics; nothing was shown against the release',
  provider: 'see whether Prometheus answers, then release again; nothing was shown against the release',
  'wrong-labels':
    'correct the query in slipway.yml if its series are not those of the pods, or give a slow gateway more time with `gateway.arrival`; nothing was shown against the release',
  stale: 'see why Prometheus has no new samples, then release again; nothing was shown against the release',
};

/** With the rates of the metrics that failed, unless the sentence tells them already. */
function withFigures({ findings }: DecisionRecord, why: string): string {
  if (why.includes('%')) return why;
  const failed = findings.filter(each => each.status === 'harmed' && each.dryRun !== true);
  const figures = failed.map(({ name, boundary, canary, baseline }) => {
    const share = ({ bad, total }: { bad: number; total: number }) =>
      total === 0 ? 'no requests' : percentage((100 * bad) / total);
    return `${boundary === undefined ? name : `${name} above ${boundary} s`} ${share(canary)} against ${share(baseline)}`;
  });
  return figures.length === 0 ? why : `${why}: ${figures.join(', ')}`;
}

const withoutStop = (text: string) => text.trim().replace(/\.$/, '');
