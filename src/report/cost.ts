import type { CostResult, CostTrend } from '../cost/cost.ts';
import { expectedSavings, money } from '../cost/judgement.ts';
import type { WorkloadCost } from '../cost/pricing.ts';
import { percent } from '../monitoring/health.ts';
import { cell, paragraphs, table } from '../toolkit/markdown.ts';
import { niceTop } from './axis.ts';
import { downsample } from './downsample.ts';
import { type Line, xychart } from './mermaid.ts';
import { bullets } from './summary-parts.ts';

const marks = { pass: '✅', fail: '❌', unknown: '⚠️' } as const;
const icons = { met: '✅', 'not-met': '⚠️', unknown: '❔', 'not-applicable': '·' } as const;
const mostPoints = 60;

/** Returns the job summary of `cost`: a table of workloads, a chart of the most expensive one, and the judgements. Pure. */
export function costSummary(app: string, environment: string, result: CostResult): string {
  const { verdict, total, settings, costs, assessments, failures } = result;
  const { currency } = settings;
  const sum =
    total.monthly === undefined ? `at least ${money(total.known, currency)}` : money(total.monthly, currency);
  const share = total.idleShare === undefined ? 'unknown' : percent(total.idleShare);
  return paragraphs([
    `### ${marks[verdict]} Cost: ${cell(app)} in ${cell(environment)}: ${sum} a month, ${share} of it idle`,
    table(
      [
        'workload',
        'pods',
        'CPU requested',
        'CPU P95',
        'GiB requested',
        'GiB P95',
        'GiB stored',
        'idle',
        'a month',
      ],
      costs.map(each => rowOf(each, currency)),
    ),
    trendText(result.trend, currency),
    chartOf(result),
    assessments
      .filter(({ status, rule }) => status !== 'not-applicable' && rule !== 'cost-workload')
      .map(
        each =>
          `- ${each.level === 'error' && each.status === 'not-met' ? '❌' : icons[each.status]} ${each.id}: ${cell(each.what)}`,
      )
      .join('\n'),
    bullets(failures.map(each => `⚠️ ${each}`)),
  ]);
}

const number = (value: number | undefined) => (value === undefined ? '?' : String(Number(value.toFixed(2))));

function rowOf(each: WorkloadCost, currency: string): string[] {
  const { requested, used, idle, compute, monthly, storage } = each;
  const share = idle === undefined || !compute ? '?' : percent(idle / compute);
  return [
    ...[each.workload, number(each.pods), number(requested.cores), number(used.cores)],
    ...[number(requested.gib), number(used.gib), number(storage), share],
    monthly === undefined ? `unknown: ${each.unknown.join(', ')}` : money(monthly, currency),
  ];
}

function trendText(trend: CostResult['trend'], currency: string): string {
  if ('status' in trend) return `Since the last release: ${cell(trend.what)}.`;
  const of = ({ monthly, cores, gib }: CostTrend['before']) =>
    `${monthly === undefined ? 'unknown' : money(monthly, currency)} a month, ${number(cores)} cores and ${number(gib)} GiB used`;
  return `Before release ${trend.release}: ${of(trend.before)}. Since then: ${of(trend.after)}.`;
}

/** Draws what the most expensive workload with a recorded load requests and uses, if there is one with what an autoscaler would request. */
function chartOf({ costs, whatIfs, usage, demands }: CostResult): string {
  const simulated = new Map(whatIfs.flatMap(each => ('pods' in each ? [[each.workload, each.pods]] : [])));
  const rank = ({ workload, monthly = 0 }: WorkloadCost) => monthly + (simulated.has(workload) ? 1e12 : 0);
  for (const { workload, pods } of [...costs].sort((a, b) => rank(b) - rank(a))) {
    const used = usage.get(workload)?.cores ?? [];
    const each = demands.find(({ title }) => title === workload)?.cores;
    if (used.length < 2 || pods === undefined || each === undefined) continue;
    const scaled = new Map(simulated.get(workload));
    const values = used.map(([, value]) => value);
    const shown = new Set(downsample(values, mostPoints));
    const chosen = used.filter((_, at) => shown.has(at));
    const lines: Line[] = [
      { name: 'requested', color: 'blue', values: chosen.map(() => pods * each) },
      { name: 'used', color: 'orange', values: chosen.map(([, value]) => value) },
    ];
    if (scaled.size > 0)
      lines.push({
        name: `requested by an autoscaler (expected: ${expectedSavings.autoscaling} less)`,
        color: 'green',
        values: chosen.map(([at]) => (scaled.get(at) ?? 0) * each),
      });
    const hours = ((used.at(-1)?.[0] ?? 0) - (used[0]?.[0] ?? 0)) / 3_600_000;
    const top = niceTop(Math.max(...lines.flatMap(({ values }) => values)));
    const x = { name: 'hours', from: 0, to: hours };
    return xychart({ title: `CPU of ${workload}`, x, y: { name: 'cores', from: 0, to: top }, lines });
  }
  return '';
}
