import type { DrillReport } from '../recovery/drill-report.ts';
import type { Entry } from '../recovery/history.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { markOf, quoted, type Topic } from '../toolkit/issues.ts';
import { printable } from '../toolkit/printable.ts';
import { drillHeadline } from './drill.ts';

/** One issue for each scenario whose drill did not pass: opened, kept up to date, and closed by the next one that passes. */

/** By which issues of ours are found. */
export const label = 'slipway-drill';

/** Of the drills before; the rest is in the report. */
const most = 10;

/**
 * What the issue of a scenario has to say after a drill. Pure.
 * @param history with this drill in it, in whatever order.
 * @returns undefined after one that was skipped: it showed nothing, neither good nor bad.
 */
export function drillIssue(report: DrillReport, history: readonly Entry[]): Topic | undefined {
  const { app, environment, scenario, verdict, run } = report;
  if (verdict === 'skipped') return undefined;
  const mark = markOf(label, `${app}/${environment}/${scenario}`);
  if (verdict === 'pass') {
    const where = run.url === undefined ? '' : `: ${run.url}`;
    return { mark, said: undefined, farewell: `The drill of ${day(report.startedAt)} passed${where}` };
  }
  const own = history
    .filter(each => each.app === app && each.environment === environment && each.scenario === scenario)
    .toSorted((a, b) => b.at - a.at);
  return {
    mark,
    said: {
      title: `${app}: ${titles[verdict]} ${scenario} in ${environment}`,
      body: bodyOf(mark, report, own),
    },
  };
}

const titles = {
  breach: 'recovery missed a target in the drill of',
  fail: 'recovery failed in the drill of',
  error: 'nothing is known after the drill of',
  refused: 'nothing is known, for it was refused: the drill of',
} as const;

function bodyOf(mark: string, report: DrillReport, history: readonly Entry[]): string {
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
    ...(before === '' ? [] : [`The last drills of it:\n\n${before}`]),
    'This issue is closed by itself by the next drill of this scenario that passes.',
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

const code = (text: string) => quoted(printable(text));

const lineOf = ({ at, verdict, rto, rpo, run }: Entry) =>
  `- ${[`${linked(day(at), run)}: ${verdict}`, ...span('RTO', rto), ...span('RPO', rpo)].join(', ')}`;

/** An address that came from a store is one of a run, or none. */
const linked = (text: string, address: string | undefined) =>
  address !== undefined && /^https?:\/\/[\w.:-]+\/[\w./-]+$/.test(address) ? `[${text}](${address})` : text;
const day = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
const span = (name: string, milliseconds: number | undefined) =>
  milliseconds === undefined ? [] : [`${name} ${formatDuration(Math.round(milliseconds))}`];
