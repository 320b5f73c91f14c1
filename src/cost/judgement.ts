import type { RequirementAssessment } from '../assess/assessment.ts';
import {
  assessmentsOf,
  found,
  type Judgements,
  notApplicable,
  type RuleJudgement,
  unknown,
} from '../assess/judgement.ts';
import type { RequirementId } from '../assess/requirement.ts';
import { percent } from '../monitoring/health.ts';
import { counted } from '../toolkit/count.ts';
import type { BackupStorage } from './backup-storage.ts';
import { arithmeticOf, type Pool } from './connections.ts';
import type { CostFacts } from './cost.ts';
import { type TotalCost, totalOf, type WorkloadCost } from './pricing.ts';
import type { RunMinutes } from './runners.ts';
import type { FoundSetting } from './settings.ts';

/** Judges costs and capacity by the requirements. All pure. */

const checks: Readonly<Record<string, RequirementId>> = {
  'cost-monthly-cap': 'Z7',
  'cost-run-cap': 'P4',
  'cost-task-cap': 'P4',
  'cost-connections': 'P11',
  'cost-workload': 'P7',
  'cost-autoscaling': 'P8',
  'cost-backups': 'P9',
};

const missed = (what: string, remedy: string, object?: string) => found('not-met', what, { remedy, object });
const failed = (what: string, remedy: string, object?: string) =>
  found('not-met', what, { remedy, object, level: 'error' });

/** The expected savings, which are shown beside what was measured. */
export const expectedSavings = { autoscaling: '20 to 30 %', backups: '15 to 25 %' } as const;

export interface CostJudgement {
  /** `unknown`: a declared cap could not be judged. */
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly assessments: readonly RequirementAssessment[];
}

export const money = (amount: number, currency: string): string => `${amount.toFixed(2)} ${currency}`;

/** A sum of floating-point numbers is not exact. */
const isAbove = (amount: number, cap: number) => amount > cap * (1 + 1e-9);

export function judgeCosts(facts: CostFacts): CostJudgement {
  const { costs, whatIfs, storage, settings, evidence } = facts;
  const assessed = (judged: Judgements) =>
    assessmentsOf(judged, (rule, { object = '' }) => ({
      ids: [checks[rule] ?? []].flat(),
      level: 'warning',
      evidence: evidence[rule] ?? evidence[object] ?? [],
    }));
  const isDeclared = settings.connections !== undefined;
  const caps = assessed({
    'cost-monthly-cap': monthlyCap(facts, totalOf(costs)),
    'cost-run-cap': runCap(facts),
    'cost-task-cap': taskCap(facts),
    'cost-connections': isDeclared ? connections(facts) : undefined,
  });
  const figures = assessed({
    'cost-workload': costs.map(each => workload(each, facts)),
    'cost-connections': isDeclared
      ? undefined
      : found('unknown', 'slipway.yml declares no database connection pools', {
          remedy: 'add `cost.connections` to slipway.yml',
        }),
    'cost-autoscaling':
      whatIfs.length === 0 ? notApplicable('no workload can have an autoscaler') : whatIfs.map(autoscaling),
    'cost-backups': 'status' in storage ? storage : storage.map(backups),
  });
  const isFailed = caps.some(({ status, level }) => status === 'not-met' && level === 'error');
  const isUnknown = caps.some(({ status, level }) => status === 'unknown' && level !== 'info');
  return {
    verdict: isFailed ? 'fail' : isUnknown ? 'unknown' : 'pass',
    assessments: [...caps, ...figures],
  };
}

function workload(
  { workload: object, monthly, compute, idle, unknown: why, lacks }: WorkloadCost,
  { settings, rates }: CostFacts,
): RuleJudgement {
  const unpriced =
    settings.opencost === undefined && (rates.core === undefined || rates.gib === undefined)
      ? ['slipway.yml has no price of a core-hour or of a GiB-hour']
      : [];
  const lacking = [...lacks, ...unpriced];
  if (lacking.length > 0)
    return missed(
      `the cost of ${object} cannot be reported: ${lacking.join(', ')}`,
      'add requests and sizes to the manifests, and `cost.prices` to slipway.yml',
      object,
    );
  if (monthly === undefined || compute === undefined || idle === undefined)
    return unknown(`the cost of ${object} is not fully known: ${why.join(', ')}`, object);
  const share = compute === 0 ? '' : `; ${percent(idle / compute)} of its CPU and memory cost is idle`;
  return found('met', `${object} costs ${money(monthly, settings.currency)} a month${share}`, { object });
}

function monthlyCap({ settings, costs }: CostFacts, { monthly, known }: TotalCost): RuleJudgement {
  const { 'monthly-cap': cap, currency } = settings;
  if (cap === undefined)
    return missed('slipway.yml declares no cap on the monthly cost', 'add `cost.monthly-cap` to slipway.yml');
  const limit = money(cap, currency);
  if (isAbove(known, cap))
    return failed(
      `the workloads cost ${monthly === undefined ? 'at least ' : ''}${money(known, currency)} a month, more than the cap of ${limit}`,
      'request less where much is idle, or raise `cost.monthly-cap`',
    );
  if (monthly !== undefined)
    return found('met', `the workloads cost ${money(monthly, currency)} a month, within the cap of ${limit}`);
  const open = costs.filter(each => each.monthly === undefined).map(each => each.workload);
  return unknown(
    `the cap of ${limit} cannot be judged: the cost of ${open.join(', ') || 'any workload'} is unknown`,
  );
}

function runCap({ settings, runs }: CostFacts): RuleJudgement {
  const { 'run-cap': cap, prices, currency } = settings;
  if (cap === undefined)
    return missed('slipway.yml declares no cap on the cost of a run', 'add `cost.run-cap` to slipway.yml');
  if ('status' in runs) return runs;
  const price = prices['runner-minute'];
  if (price === undefined)
    return unknown('the cost of a run is unknown: slipway.yml has no `cost.prices.runner-minute`');
  const exact = (amount: number) => `${amount.toFixed(3)} ${currency}`;
  const limit = `the cap of ${exact(cap)}`;
  const mostExpensive = (minutesOf: (run: RunMinutes) => number) => {
    const { run, minutes } = runs
      .map(each => ({ run: each.run, minutes: minutesOf(each) }))
      .reduce((top, each) => (each.minutes > top.minutes ? each : top));
    const amount = `${counted(minutes, 'billed minute')}, ${exact(minutes * price)}`;
    return { run, amount, isAbove: isAbove(minutes * price, cap) };
  };
  const least = mostExpensive(({ billed }) => billed);
  if (least.isAbove)
    return failed(
      `run ${least.run} took ${least.amount}, more than ${limit}`,
      'see docs/cost.md for fewer minutes, or raise `cost.run-cap`',
    );
  const most = mostExpensive(({ billed, unsure }) => billed + unsure);
  if (most.isAbove)
    return found(
      'unknown',
      `run ${most.run} took up to ${most.amount}, more than ${limit}, because GitHub does not say whether some of its runners are yours`,
      { remedy: 'give your own runners the label `self-hosted`' },
    );
  const upTo = runs.some(({ unsure }) => unsure > 0) ? 'up to ' : '';
  return found('met', `run ${most.run} took ${upTo}${most.amount}, within ${limit}`);
}

function taskCap({ settings, tasks, liveTasks }: CostFacts): RuleJudgement[] {
  const name = settings['task-cap'];
  if (name === undefined)
    return [
      found('unknown', 'slipway.yml names no setting that limits the cost of a task', {
        remedy: 'add `cost.task-cap` to slipway.yml',
        level: 'info',
      }),
    ];
  if (tasks.length === 0)
    return [
      failed(
        `nothing in the manifests sets ${name}, so a task may cost any amount`,
        `set ${name} to an amount above 0`,
      ),
    ];
  const written = capsIn(tasks, name);
  if (written.some(({ status }) => status !== 'met')) return written;
  if (!liveTasks.known) return [unknown(liveTasks.why)];
  return liveTasks.value.length === 0
    ? [missed(`no workload in the cluster sets ${name}, as the manifests do`, 'release the manifests')]
    : capsIn(liveTasks.value, name);
}

/** Judges the values of the setting, those of the manifests or of the cluster. */
function capsIn(settings: readonly FoundSetting[], name: string): RuleJudgement[] {
  const remedy = `set ${name} to an amount above 0`;
  return settings.map(each => {
    const object = each.of;
    if ('hidden' in each) return unknown(each.hidden, object);
    // The value may be a secret by mistake, so it is not shown.
    const amount = /^\s*\d+(\.\d+)?\s*$/.test(each.value) ? Number(each.value) : Number.NaN;
    if (amount > 0) return found('met', `${object} limits the cost of a task by ${name}`, { object });
    const why = amount === 0 ? 'sets it to 0, which is no limit' : 'sets it to a value that is not an amount';
    return failed(`a task may cost any amount: ${object} ${why} (${name})`, remedy, object);
  });
}

function connections({ settings, pools, limit, unasked }: CostFacts): RuleJudgement {
  const { reserved = 0 } = settings.connections ?? {};
  const open = pools.find(each => each.unknown !== undefined);
  if (open !== undefined)
    return unknown(`the connections of ${open.workload} are unknown: ${open.unknown}`, open.workload);
  if (typeof limit !== 'number') return unknown(`max_connections of the database is unknown: ${limit}`);
  const sum = pools.reduce((total, each: Pool) => total + (each.connections ?? 0), 0);
  const said = `${arithmeticOf(pools)}; together ${sum}`;
  const room = `${limit} − ${reserved} = ${limit - reserved}`;
  if (sum <= limit - reserved && unasked !== undefined)
    return found(
      'unknown',
      `the pools fit \`cost.connections.max\`, but the database was not asked for its limit: ${unasked}`,
      { remedy: 'let Prometheus scrape a postgres_exporter of the database', level: 'info' },
    );
  return sum > limit - reserved
    ? failed(
        `the pools may open more connections than the database accepts (pods × processes × pool): ${said}, above ${room}`,
        'use smaller pools, fewer pods or fewer processes, raise max_connections, or use a pooler such as PgBouncer',
      )
    : found('met', `the pools fit the database (pods × processes × pool): ${said}, within ${room}`);
}

function autoscaling(each: CostFacts['whatIfs'][number]): RuleJudgement {
  const { workload: object } = each;
  if ('why' in each) return unknown(`what an autoscaler saves for ${object} is unknown: ${each.why}`, object);
  const { saving, fixed, podHours, hours, declared, scaling, by } = each;
  const hpa = `${declared ? 'its autoscaler' : 'an autoscaler'} (${scaling.min} to ${scaling.max} pods, ${by})`;
  const said = `${object}: ${hpa} would have run ${podHours.toFixed(1)} pod-hours in the ${hours.toFixed(1)} recorded hours, ${fixed} fixed pods ${(fixed * hours).toFixed(1)}: ${savingText(saving)} (expected: ${expectedSavings.autoscaling} less)`;
  if (declared && saving > 0) return found('met', said, { object });
  // A floor for availability is not waste, and a load that stays below it shows nothing of the autoscaler.
  if (declared && each.peak <= scaling.min)
    return notApplicable(
      `${object}: the recorded load never needed more than its minimum of ${scaling.min} pods`,
    );
  if (declared) return missed(said, 'lower its minReplicas, or its requests', object);
  return saving > 0
    ? { ...missed(said, 'add a HorizontalPodAutoscaler', object), level: 'info' }
    : notApplicable(said);
}

function backups({ repository: object, backups: count, original, stored }: BackupStorage): RuleJudgement {
  if (!(original > 0)) return unknown(`the backups in ${object} read no data`, object);
  const less = 1 - stored / original;
  const said = `${counted(count, 'backup')} in ${object} read ${size(original)} and stored ${size(stored)}: ${savingText(less)} (expected: ${expectedSavings.backups} less)`;
  return less > 0
    ? found('met', said, { object })
    : missed(said, 'turn compression on, and check whether the data can be compressed', object);
}

const savingText = (less: number) => `${percent(Math.abs(less))} ${less < 0 ? 'more' : 'less'}`;
const size = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
