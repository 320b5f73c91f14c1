import type { DrillReport } from '../recovery/drill-report.ts';
import { levelText } from '../recovery/drill-report.ts';
import { levelCheckText } from '../recovery/levels.ts';
import { boundText, pointText } from '../recovery/loss.ts';
import { outageText } from '../recovery/outage.ts';
import type { Breakdown } from '../recovery/phases.ts';
import { formatDuration, formatTime } from '../toolkit/duration.ts';
import { cell, fenced, paragraphs, table } from '../toolkit/markdown.ts';
import { plain } from './mermaid.ts';
import { bullets } from './summary-parts.ts';

const heads = {
  pass: '✅ {} recovered as required',
  breach: '🟠 {} recovered, but missed a target',
  fail: '❌ {} did not recover as required',
  skipped: '⚪ {} was not drilled',
  error: '⚪ the drill of {} did not finish',
  refused: '⚪ the drill of {} was refused',
} as const;
/** For scenarios where nothing is recovered, but a fault must be detected. */
const noticing = {
  ...heads,
  pass: '✅ {}: the fault was detected as required',
  breach: '🟠 {}: the fault was detected too late',
  fail: '❌ {}: the fault was not detected or not fixed as required',
} as const;
/** For the scenario that breaks nothing. */
const scaling = {
  ...heads,
  pass: '✅ {}: the load was handled as required',
  breach: '🟠 {}: the load was handled too late',
  fail: '❌ {}: the load was not handled as required',
} as const;
const next = {
  pass: '',
  breach: 'See below where the time went; the targets are in slipway.yml.',
  fail: 'Until this is fixed, assume that you cannot recover from this loss.',
  skipped: 'Nothing was broken, so the drill proves nothing.',
  error: 'The drill proves nothing. Clean up what it left behind (see below), then run it again.',
  refused: 'Nothing was started, so the drill proves nothing. Fix the reason, then run it again.',
} as const;

/** Returns the result of a drill in four texts, for the summary, the page and the issue. */
export function drillHeadline(report: DrillReport) {
  const { app, environment, scenario, verdict, reasons } = report;
  const what = headOf(report).replace('{}', `${app} in ${environment} (${scenario})`);
  const good = {
    recovery: 'everything required was proved, within the targets',
    detection: 'everything that was broken was detected',
    scaling: 'the autoscaler added pods under load, and removed them after it',
  }[kindOf(report)];
  const then = nextOf(report);
  return {
    what: what.replace(/^\P{L}+/u, ''),
    why: reasons[0] ?? good,
    next: then === '' ? 'Nothing. The next drill runs on schedule.' : then,
    mood: verdict === 'pass' ? 'good' : verdict === 'fail' ? 'bad' : 'open',
  };
}

/** What a drill demands: a recovery; that a fault is detected, and nothing is recovered; or that pods follow the load. */
function kindOf({ scenario, target }: DrillReport): 'recovery' | 'detection' | 'scaling' {
  if (target !== undefined) return 'recovery';
  return scenario === 'autoscaling' ? 'scaling' : 'detection';
}

const headOf = (report: DrillReport): string =>
  ({ recovery: heads, detection: noticing, scaling })[kindOf(report)][report.verdict];

function nextOf(report: DrillReport): string {
  if (report.verdict !== 'fail') return next[report.verdict];
  return {
    recovery: next.fail,
    detection: 'Until this is fixed, assume that nothing alerts you when it happens.',
    scaling: 'Until this is fixed, do not rely on the autoscaler.',
  }[kindOf(report)];
}

/** Returns the summary of a drill that continues in the cluster without a job. */
export function runningSummary(of: {
  readonly scenario: string;
  readonly run: string;
  /** Number of jobs so far. */
  readonly jobs: number;
  /** ms since 1970. */
  readonly until: number;
}): string {
  const { scenario, run, jobs, until } = of;
  return paragraphs([
    `### ⏳ The ${cell(scenario)} drill needs another job to continue`,
    `This job ran out of time, and nothing is proved yet. The restore continues in the cluster. Resume the drill with \`resume-id: ${cell(run)}\` before ${formatTime(until)}; after that, it is cleaned up.`,
    `${jobs === 1 ? 'One job has' : `${jobs} jobs have`} worked on it so far.`,
  ]);
}

/** Returns the job summary of a drill: first the result and what to do, then where the time went and what was proved. */
export function drillSummary(report: DrillReport): string {
  const { app, environment, scenario, reasons } = report;
  const [why, ...also] = reasons;
  return paragraphs([
    `### ${headOf(report).replace('{}', cell(`${app} in ${environment} (${scenario})`))}`,
    why === undefined ? '' : `**Why:** ${cell(why)}`,
    nextOf(report),
    bullets(also),
    table(['', 'measured', 'target', 'simple estimate'], measures(report)),
    timeline(report),
    report.levelChecks.length === 0
      ? ''
      : `**Proved:** ${cell(levelText(report.reached))}\n\n${bullets(report.levelChecks.map(levelCheckText))}`,
    bullets(report.notes ?? []),
    report.left.length === 0 ? '' : `**Left behind:**\n\n${bullets(report.left)}`,
  ]);
}

function measures({ outage, loss, bound, target, naive, assumedDetection }: DrillReport): string[][] {
  const assumed =
    assumedDetection === 0 ? '' : `, plus ${formatDuration(assumedDetection)} assumed for detection`;
  if (target === undefined)
    return [['RTO and RPO', 'do not apply: nothing is recovered in this drill', '', '']];
  const recovered = outage && [
    'RTO',
    `${outageText(outage)}${assumed}`,
    formatDuration(target.rto),
    `${formatDuration(naive.rto)} (script duration)`,
  ];
  const lost =
    loss === undefined
      ? ['RPO', bound === undefined ? 'not measured' : boundText(bound), formatDuration(target.rpo), '']
      : [
          'RPO',
          `${pointText(loss.point)}, ${loss.lost.length} of ${loss.demanded} acknowledged markers lost`,
          formatDuration(target.rpo),
          naive.rpo === undefined ? '' : `${formatDuration(naive.rpo)} (backup age)`,
        ];
  return recovered === undefined ? [lost] : [recovered, lost];
}

/** Returns a Gantt chart of the recovery time; empty when there was no outage. */
function timeline({ breakdown, scenario, outage }: DrillReport): string {
  if (breakdown === undefined || outage === undefined || breakdown.total <= 0) return '';
  return fenced('mermaid', [
    'gantt',
    `    title ${plain(`Recovery, ${scenario}`)}`,
    '    dateFormat x',
    '    axisFormat %H:%M:%S',
    '    section out of service',
    `    ${plain(outageText(outage))} :crit, ${Math.round(outage.from)}, ${Math.round(outage.from + breakdown.total)}`,
    '    section by phase',
    ...bars(breakdown, outage.from),
  ]);
}

function bars({ parts }: Breakdown, from: number): string[] {
  let at = from;
  return parts.map(({ name, kind, took }) => {
    const [begin, end] = [Math.round(at), Math.round(at + took)];
    at += took;
    const mark = kind === 'gap' ? 'done, ' : kind === 'assumed' ? 'active, ' : '';
    return `    ${plain(name).replaceAll(':', ' ')} ${formatDuration(took)} :${mark}${begin}, ${end}`;
  });
}
