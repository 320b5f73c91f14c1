import type { DrillReport } from '../recovery/drill-report.ts';
import type { HistoryEntry } from '../recovery/history.ts';
import { formatDuration, formatTime } from '../toolkit/duration.ts';
import { markOf, quoted, type Topic } from '../toolkit/issues.ts';
import { printable } from '../toolkit/printable.ts';
import { drillHeadline } from './drill.ts';

/** Writes one issue for each scenario whose drill did not pass. The next drill that passes closes it. */

/** The label by which our issues are found. */
export const label = 'slipway-drill';

/** Number of earlier drills in the issue; the report has all. */
const most = 10;

/**
 * Returns the issue of a scenario after a drill. Pure.
 * @param history including this drill, in any order.
 * @returns undefined after a skipped drill, which proves nothing.
 */
export function drillIssue(report: DrillReport, history: readonly HistoryEntry[]): Topic | undefined {
  const { app, environment, scenario, verdict, run } = report;
  if (verdict === 'skipped') return undefined;
  const mark = markOf(label, `${app}/${environment}/${scenario}`);
  if (verdict === 'pass') {
    const where = run.url === undefined ? '' : `: ${run.url}`;
    return { mark, said: undefined, farewell: `The drill of ${formatTime(report.startedAt)} passed${where}` };
  }
  const own = history
    .filter(each => each.app === app && each.environment === environment && each.scenario === scenario)
    .toSorted((a, b) => b.at - a.at);
  return {
    mark,
    said: {
      title: `${app}: the ${scenario} drill in ${environment} ${titles[verdict]}`,
      body: bodyOf(mark, report, own),
    },
  };
}

const titles = {
  breach: 'missed a target',
  fail: 'failed',
  error: 'did not finish, and proves nothing',
  refused: 'was refused, and proves nothing',
} as const;

function bodyOf(mark: string, report: DrillReport, history: readonly HistoryEntry[]): string {
  const { what, next } = drillHeadline(report);
  const { reasons, left, run } = report;
  const list = (lines: readonly string[]) => lines.map(line => `- ${code(line)}`).join('\n');
  const before = history.slice(0, most).map(lineOf).join('\n');
  return [
    mark,
    `${code(what)}, in ${linked('this run', run.url)} with its report.`,
    list(reasons),
    next,
    ...(left.length === 0 ? [] : [`Left behind:\n\n${list(left)}`]),
    ...(before === '' ? [] : [`Latest drills of this scenario:\n\n${before}`]),
    'The next drill of this scenario that passes closes this issue.',
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

const code = (text: string) => quoted(printable(text));

const lineOf = ({ at, verdict, rto, rpo, run }: HistoryEntry) =>
  `- ${[`${linked(formatTime(at), run)}: ${verdict}`, ...span('RTO', rto), ...span('RPO', rpo)].join(', ')}`;

/** Links only to an address that looks like that of a run, because it may come from a store. */
const linked = (text: string, address: string | undefined) =>
  address !== undefined && /^https?:\/\/[\w.:-]+\/[\w./-]+$/.test(address) ? `[${text}](${address})` : text;
const span = (name: string, milliseconds: number | undefined) =>
  milliseconds === undefined ? [] : [`${name} ${formatDuration(milliseconds)}`];
