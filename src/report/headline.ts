import type { Missing, Verdict } from '../analysis/verdict.ts';
import type { DecisionRecord, End } from '../decision/schema.ts';
import { formatTime } from '../toolkit/duration.ts';
import { howToRun, remedyOfNeedsAction } from '../toolkit/operations.ts';
import { percentage } from './figures.ts';
import { isRolling } from './series.ts';

/** The result of a rollout, as plain text for a tired person at 3 a.m. */
export interface Headline {
  /** good: nothing to do. open: in progress or paused. bad: look at it. */
  mood: 'good' | 'open' | 'bad';
  /** What happened and which release is live, such as `release 42 was rolled back; release 41 is live`. */
  what: string;
  /** Without a full stop at its end. */
  why: string;
  next: string;
}

/** Returns what happened, which release is live, why, and what to do next. */
export function headline(record: DecisionRecord): Headline {
  const { end } = record;
  return end === undefined ? inProgress(record) : ended(record, end);
}

function ended(record: DecisionRecord, end: End): Headline {
  const { release } = record;
  const serves = servingSentence(record, end);
  const why = withFigures(record, withoutStop(end.reason));
  if (isRolling(record) && end.state === 'needs-action') return unfinishedUpdate(record, end, why);
  const said = (mood: Headline['mood'], what: string, next: string) => ({
    mood,
    what: `release ${release} ${what}`,
    why,
    next,
  });
  switch (end.state) {
    case 'promoted': {
      const unjudged = 'run verify to prove that it is live; no gate has judged it';
      return said(
        'good',
        'receives all traffic',
        isRolling(record) ? unjudged : 'nothing; the watch is over',
      );
    }
    case 'rolled-back':
      return said('bad', `was rolled back; ${serves}`, remedyOf(record));
    case 'needs-action': {
      const what = `needs action: it has ${end.weight} % of the traffic; ${serves}`;
      return said('bad', what, remedyOfNeedsAction(release));
    }
    case 'unchanged':
      return said('bad', `was not started; ${serves} as before`, 'fix the cause and release again');
    default:
      return end.state satisfies never;
  }
}

/** Describes a rolling update that stopped before it finished: each version gets traffic by its ready pods. */
function unfinishedUpdate(record: DecisionRecord, end: End, why: string): Headline {
  const { release, workload, namespace, pods } = record;
  const isKnown = pods.length > 0 && pods.every(({ ready, gone }) => !ready || gone === true);
  const none = isKnown ? 'no pod is ready' : 'the live release is not known';
  const most = end.serves === undefined ? none : `release ${end.serves} has most of the ready pods`;
  return {
    mood: 'bad',
    what: `release ${release} needs action: its update stopped before it finished; ${most}`,
    why,
    next: `find the cause with \`kubectl -n ${namespace} describe ${workload}\`, then release a version that works`,
  };
}

function servingSentence({ baseline }: DecisionRecord, { serves, state }: End): string {
  const serving = serves ?? (state === 'unchanged' || state === 'needs-action' ? baseline : undefined);
  return serving === undefined ? 'no release is live' : `release ${serving} is live`;
}

/** Describes a rollout between two jobs: before its promotion, or paused. */
function inProgress(record: DecisionRecord): Headline {
  if (isRolling(record)) return rolling(record);
  const { release, baseline, timeline } = record;
  const moment = timeline.at(-1);
  const weight = timeline.findLast(each => each.weight !== undefined)?.weight ?? 0;
  const verdict = record.verdicts.at(-1)?.verdict;
  const rest = baseline === undefined ? 'no release' : `release ${baseline}`;
  const what =
    weight === 100
      ? `release ${release} has all traffic, but its rollout has not finished`
      : `release ${release} has ${weight} % of the traffic; ${rest} has the rest`;
  const why = withFigures(
    record,
    withoutStop(verdict?.reason ?? record.waits?.reason ?? moment?.reason ?? 'there is no verdict yet'),
  );
  const said = (mood: Headline['mood'], next: string) => ({ mood, what, why, next });
  if (record.waits !== undefined) return said('open', waiting(record.waits, release));
  switch (verdict?.verdict) {
    case 'pass':
      return said('good', 'nothing; promote gives it all traffic');
    case 'fail':
    case 'no-data':
      return said('bad', `${howToRun('rollback')}, unless a run is rolling it back already`);
    default:
      return said('open', `nothing yet; to see its progress, ${howToRun('status')}`);
  }
}

/** Describes a rolling update that has no end yet: it is in progress, or its run has died. */
function rolling({ release, baseline, timeline }: DecisionRecord): Headline {
  const moment = timeline.at(-1);
  const back =
    baseline === undefined ? 'its objects are being removed' : `release ${baseline} is being restored`;
  return {
    mood: 'open',
    what:
      moment?.phase === 'rolling-back'
        ? `release ${release} is being rolled back; ${back}`
        : `release ${release} is rolling out`,
    why: withoutStop(moment?.reason ?? 'its pods are starting'),
    next: 'nothing yet; if its run has died, the next sweep finishes it or rolls it back',
  };
}

/** Says who must act on a paused rollout, and by when. */
function waiting({ for: what, until }: NonNullable<DecisionRecord['waits']>, release: number): string {
  const time = formatTime(until);
  switch (what) {
    case 'bake':
      return `nothing; sweep continues it when the stage is over, and rolls it back if it does harm or has not passed by ${time}`;
    case 'resume':
    case 'approval':
      return `${howToRun([what === 'resume' ? 'resume' : 'approve', 'rollback'], release)}: the first continues the rollout, the second rolls it back. Without a choice, it is rolled back at ${time}`;
    default:
      return what satisfies never;
  }
}

/** Returns what to do after a rollback. */
function remedyOf(record: DecisionRecord): string {
  const verdict = record.verdicts.at(-1)?.verdict;
  const last = record.facts.at(-1)?.fact;
  if (verdict?.verdict === 'no-data') return remedies[verdict.missing];
  if (verdict?.verdict === 'inconclusive')
    return 'release again when there is more traffic, or set a later deadline, higher steps or a wider profile in slipway.yml';
  if (verdict?.verdict === 'fail') return `${remedyOfFailure(verdict)}, then release again`;
  if (last !== undefined)
    return `find out why${last.pod === undefined ? '' : ` pod ${last.pod} failed`}, then release again`;
  return 'fix the cause and release again';
}

function remedyOfFailure({ metrics }: Extract<Verdict, { verdict: 'fail' }>): string {
  return metrics.length === 0
    ? 'find the fault in the new version'
    : `find out why ${metrics.join(' and ')} got worse in the new version`;
}

const remedies: Record<Missing, string> = {
  idle: 'send requests to the application during the rollout, or raise the weight of the first step; there is no evidence against the release',
  absent:
    'check that its pods are scraped and export these metrics; there is no evidence against the release',
  provider:
    'check that Prometheus answers, and the log store if a metric reads it, then release again; there is no evidence against the release',
  'wrong-labels':
    'correct the query in slipway.yml if its series are not those of the pods, or give a slow gateway more time with `gateway.arrival`; there is no evidence against the release',
  stale:
    'find out why no new samples or log lines arrive, then release again; there is no evidence against the release',
};

/** Adds the rates of the metrics that failed, unless the sentence has them already. */
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
