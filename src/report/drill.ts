import type { DrillReport } from '../recovery/drill-report.ts';
import { levelText } from '../recovery/drill-report.ts';
import { rungText } from '../recovery/ladder.ts';
import { boundText, pointText } from '../recovery/loss.ts';
import { outageText } from '../recovery/outage.ts';
import type { Breakdown } from '../recovery/phases.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cell, table } from '../toolkit/markdown.ts';
import { plain } from './mermaid.ts';

const heads = {
  pass: '✅ {} came back as it has to',
  breach: '🟠 {} came back, and missed a target',
  fail: '❌ {} did not come back as it has to',
  skipped: '⚪ {} was not drilled',
  error: '⚪ the drill of {} broke down',
  refused: '⚪ the drill of {} was refused',
} as const;
/** Where nothing is recovered, but something has to be noticed. */
const noticing = {
  ...heads,
  pass: '✅ {} was noticed as it has to be',
  breach: '🟠 {} was noticed too late',
  fail: '❌ {} was not noticed or not fixed as it has to be',
} as const;
const next = {
  pass: '',
  breach: 'See where the time went below; slipway.yml says what is allowed.',
  fail: 'Until this is fixed, take it that this loss cannot be recovered from.',
  skipped: 'Nothing was broken, and nothing is shown.',
  error: 'Nothing is shown. See what it left below, fix it, and run it again.',
  refused: 'Nothing was begun, and nothing is shown. Fix what the reason names, and run it again.',
} as const;

const moods = {
  pass: 'good',
  breach: 'open',
  fail: 'bad',
  skipped: 'open',
  error: 'open',
  refused: 'open',
} as const;

/** What came of it in four pieces, for whatever shows it. */
export function drillHeadline(report: DrillReport) {
  const { app, environment, scenario, verdict, reasons, target } = report;
  const what = headOf(report).replace('{}', `${app} in ${environment}, ${scenario},`);
  const good =
    target === undefined
      ? 'everything that was broken was noticed'
      : 'everything that was demanded was proved, within the targets';
  const then = nextOf(report);
  return {
    what: what.replace(/^\P{L}+/u, ''),
    why: reasons[0] ?? good,
    next: then === '' ? 'Nothing; it is due again on its schedule.' : then,
    mood: moods[verdict],
  };
}

const headOf = ({ target, verdict }: DrillReport) => (target === undefined ? noticing : heads)[verdict];

const nextOf = ({ target, verdict }: DrillReport) =>
  target === undefined && verdict === 'fail'
    ? 'Until this is fixed, take it that nobody is told when it happens.'
    : next[verdict];

/** Of a drill that goes on without a job. */
export function runningSummary(of: {
  readonly scenario: string;
  readonly run: string;
  /** How many were at work so far. */
  readonly jobs: number;
  /** ms since 1970. */
  readonly until: number;
}): string {
  const { scenario, run, jobs, until } = of;
  return [
    `### ⏳ the drill of ${cell(scenario)} goes on`,
    `The time of this job is over, and nothing is proved yet. What was begun goes on in the cluster; \`resume: ${cell(run)}\` goes on with it, until ${new Date(until).toISOString()}. After that it is cleared away.`,
    `${jobs === 1 ? 'One job was' : `${jobs} jobs were`} at work so far.`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** A drill as a job summary: what a tired person needs first, then where the time went and what was proved. */
export function drillSummary(report: DrillReport): string {
  const { app, environment, scenario, reasons } = report;
  const [why, ...also] = reasons;
  return [
    `### ${headOf(report).replace('{}', cell(`${app} in ${environment}, ${scenario}`))}`,
    why === undefined ? '' : `**Why:** ${cell(why)}`,
    nextOf(report),
    also.map(reason => `- ${cell(reason)}`).join('\n'),
    table(['', 'measured', 'target', 'what others would say'], measures(report)),
    timeline(report),
    report.rungs.length === 0
      ? ''
      : `**Proved:** ${cell(levelText(report.reached))}\n\n${report.rungs.map(each => `- ${cell(rungText(each))}`).join('\n')}`,
    (report.notes ?? []).map(each => `- ${cell(each)}`).join('\n'),
    report.left.length === 0
      ? ''
      : `**Left behind:**\n\n${report.left.map(each => `- ${cell(each)}`).join('\n')}`,
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

function measures({ outage, loss, bound, target, naive, assumedDetection }: DrillReport): string[][] {
  const span = (milliseconds: number) => formatDuration(Math.round(milliseconds));
  const assumed = assumedDetection === 0 ? '' : `, and ${span(assumedDetection)} to notice`;
  if (target === undefined)
    return [['RTO and RPO', 'do not apply: nothing is recovered, but noticed', '', '']];
  return [
    ...(outage === undefined
      ? []
      : [
          ['RTO', `${outageText(outage)}${assumed}`, span(target.rto), `${span(naive.rto)} (the script ran)`],
        ]),
    ...(loss === undefined
      ? [['RPO', bound === undefined ? 'not measured' : boundText(bound), span(target.rpo), '']]
      : [
          [
            'RPO',
            `${pointText(loss.point)}, ${loss.lost.length} of ${loss.demanded} acknowledged markers lost`,
            span(target.rpo),
            naive.rpo === undefined ? '' : `${span(naive.rpo)} (the backup is old)`,
          ],
        ]),
  ];
}

/** Where the time went, as GitHub draws it; empty where nothing was out of service. */
function timeline({ breakdown, scenario, outage }: DrillReport): string {
  if (breakdown === undefined || outage === undefined || breakdown.total <= 0) return '';
  return [
    '```mermaid',
    'gantt',
    `    title ${plain(`Recovery, ${scenario}`)}`,
    '    dateFormat x',
    '    axisFormat %H:%M:%S',
    '    section out of service',
    `    ${plain(outageText(outage))} :crit, ${Math.round(outage.from)}, ${Math.round(outage.from + breakdown.total)}`,
    '    section by phase',
    ...bars(breakdown, outage.from),
    '```',
  ].join('\n');
}

function bars({ parts }: Breakdown, from: number): string[] {
  let at = from;
  return parts.map(({ name, kind, took }) => {
    const [begin, end] = [Math.round(at), Math.round(at + took)];
    at += took;
    const mark = kind === 'gap' ? 'done, ' : kind === 'assumed' ? 'active, ' : '';
    return `    ${plain(name).replaceAll(':', ' ')} ${formatDuration(Math.round(took))} :${mark}${begin}, ${end}`;
  });
}
