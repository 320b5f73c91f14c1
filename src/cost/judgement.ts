import type { RequirementAssessment } from '../assess/assessment.ts';
import { percent } from '../monitoring/health.ts';
import { counted } from '../toolkit/count.ts';
import type { WhatIf } from './autoscaling.ts';
import type { BackupStorage } from './backup-storage.ts';
import { arithmeticOf, type Pool } from './connections.ts';
import type { CostFacts } from './cost.ts';
import { type TotalCost, totalOf, type WorkloadCost } from './pricing.ts';
import type { FoundSetting } from './settings.ts';

/** Judges costs and capacity by the requirements of the guide. All pure. */

type Found = Pick<RequirementAssessment, 'status' | 'what'> &
  Partial<Pick<RequirementAssessment, 'remedy' | 'object' | 'evidence' | 'level'>>;

const check =
  (id: RequirementAssessment['id'], rule: string) =>
  (found: Found): RequirementAssessment => ({ id, rule, level: 'warning', evidence: [], ...found });

const unknown = (what: string, more: Partial<Found> = {}): Found => ({ status: 'unknown', what, ...more });
const missed = (what: string, remedy: string, more: Partial<Found> = {}): Found => ({
  ...{ status: 'not-met', what, remedy },
  ...more,
});
const failed = (what: string, remedy: string, more: Partial<Found> = {}): Found =>
  missed(what, remedy, { level: 'error', ...more });
const met = (what: string, more: Partial<Found> = {}): Found => ({ status: 'met', what, ...more });
const notApplicable = (what: string): Found => ({ status: 'not-applicable', what });

/** The savings that the guide expects, which are shown beside what was measured. */
export const bands = { autoscaling: '20 to 30 %', backups: '15 to 25 %' } as const;

const pooled = check('P11', 'cost-connections');
const scaled = check('P8', 'cost-autoscaling');
const undeclared = unknown('the pools of database connections are not declared', {
  remedy: 'add `cost.connections` to slipway.yml',
});

export interface CostJudgement {
  /** `unknown`: a declared cap could not be judged. */
  readonly outcome: 'pass' | 'fail' | 'unknown';
  readonly assessments: readonly RequirementAssessment[];
}

/** Formats an amount of money. */
export const money = (amount: number, currency: string): string => `${amount.toFixed(2)} ${currency}`;

/** A sum of floating-point numbers is not exact. */
const isAbove = (amount: number, cap: number) => amount > cap * (1 + 1e-9);

export function judgeCosts(facts: CostFacts): CostJudgement {
  const { costs, whatIfs, storage, settings } = facts;
  const caps = [
    check('Z7', 'cost-monthly-cap')(monthlyCap(facts, totalOf(costs))),
    check('P4', 'cost-run-cap')(runCap(facts)),
    ...taskCap(facts).map(check('P4', 'cost-task-cap')),
    ...(settings.connections === undefined ? [] : [pooled(connections(facts))]),
  ];
  const figures = [
    ...costs.map(each => check('P7', 'cost-workload')(workload(each, facts))),
    ...(settings.connections === undefined ? [pooled(undeclared)] : []),
    ...(whatIfs.length === 0 ? [scaled(notApplicable('no workload can have an autoscaler'))] : []),
    ...whatIfs.map(each => scaled(autoscaling(each, facts))),
    ...('status' in storage
      ? [check('P9', 'cost-backups')(storage)]
      : storage.map(each => check('P9', 'cost-backups')(backups(each, facts)))),
  ];
  const isFailed = caps.some(({ status, level }) => status === 'not-met' && level === 'error');
  const isUnknown = caps.some(({ status }) => status === 'unknown');
  return {
    outcome: isFailed ? 'fail' : isUnknown ? 'unknown' : 'pass',
    assessments: [...caps, ...figures],
  };
}

function workload(
  { workload: object, monthly, compute, idle, unknown: why }: WorkloadCost,
  facts: CostFacts,
): Found {
  const { currency } = facts.settings;
  const evidence = facts.evidenceOf(object);
  if (monthly === undefined || compute === undefined || idle === undefined)
    return unknown(`the cost of ${object} is not fully known: ${why.join(', ')}`, { object, evidence });
  const share = compute === 0 ? '' : `, of which ${percent(idle / compute)} is idle`;
  return met(`${object} costs ${money(monthly, currency)} a month${share}`, { object, evidence });
}

function monthlyCap({ settings, costs, evidenceOf }: CostFacts, { monthly, known }: TotalCost): Found {
  const { 'monthly-cap': cap, currency } = settings;
  if (cap === undefined)
    return missed('no cap of the monthly cost is declared', 'add `cost.monthly-cap` to slipway.yml');
  const limit = money(cap, currency);
  if (isAbove(known, cap))
    return failed(
      `the workloads cost ${monthly === undefined ? 'at least ' : ''}${money(known, currency)} a month, more than the cap of ${limit}`,
      'request less where much is idle, or raise `cost.monthly-cap`',
      { evidence: evidenceOf('costs') },
    );
  if (monthly !== undefined)
    return met(`the workloads cost ${money(monthly, currency)} a month, within the cap of ${limit}`, {
      evidence: evidenceOf('costs'),
    });
  const open = costs.filter(each => each.monthly === undefined).map(each => each.workload);
  return unknown(
    `the cap of ${limit} cannot be judged: the cost of ${open.join(', ') || 'any workload'} is unknown`,
  );
}

function runCap({ settings, runs, evidenceOf }: CostFacts): Found {
  const { 'run-cap': cap, prices, currency } = settings;
  if (cap === undefined)
    return missed('no cap of the cost of a run is declared', 'add `cost.run-cap` to slipway.yml');
  if ('status' in runs) return runs;
  const price = prices['runner-minute'];
  if (price === undefined)
    return unknown('the cost of a run is unknown: slipway.yml has no `cost.prices.runner-minute`');
  const exact = (amount: number) => `${amount.toFixed(3)} ${currency}`;
  const most = runs.reduce((top, each) => (each.billed > top.billed ? each : top));
  const said = `run ${most.run} took ${counted(most.billed, 'billed minute')}, ${exact(most.billed * price)}`;
  const limit = `the cap of ${exact(cap)}`;
  const more = { evidence: evidenceOf('runs') };
  return isAbove(most.billed * price, cap)
    ? failed(
        `${said}, more than ${limit}`,
        'see docs/cost.md for fewer minutes, or raise `cost.run-cap`',
        more,
      )
    : met(`${said}, within ${limit}`, more);
}

function taskCap({ settings, tasks, evidenceOf }: CostFacts): Found[] {
  const name = settings['task-cap'];
  if (name === undefined)
    return [notApplicable('slipway.yml names no setting that limits the cost of a task')];
  const remedy = `set ${name} to an amount above 0`;
  if (tasks.length === 0)
    return [failed(`nothing in the manifests sets ${name}, so a task may cost any amount`, remedy)];
  return tasks.map((each: FoundSetting): Found => {
    const more = { object: each.of, evidence: evidenceOf('manifests') };
    if ('hidden' in each) return unknown(each.hidden, more);
    // The value may be a secret by mistake, so it is not shown.
    const amount = /^\s*\d+(\.\d+)?\s*$/.test(each.value) ? Number(each.value) : Number.NaN;
    if (amount > 0) return met(`${each.of} limits the cost of a task by ${name}`, more);
    const why = amount === 0 ? 'sets it to 0, which is no limit' : 'sets it to what is no amount';
    return failed(`a task may cost any amount: ${each.of} ${why} (${name})`, remedy, more);
  });
}

function connections({ settings, pools, limit, evidenceOf }: CostFacts): Found {
  const { reserved = 0 } = settings.connections ?? {};
  const open = pools.find(each => each.unknown !== undefined);
  if (open !== undefined)
    return unknown(`the connections of ${open.workload} are unknown: ${open.unknown}`, {
      object: open.workload,
    });
  if (typeof limit !== 'number') return unknown(`max_connections of the database is unknown: ${limit}`);
  const sum = pools.reduce((total, each: Pool) => total + (each.connections ?? 0), 0);
  const said = `${arithmeticOf(pools)}; together ${sum}`;
  const room = `${limit} − ${reserved} = ${limit - reserved}`;
  const more = { evidence: evidenceOf('connections') };
  return sum > limit - reserved
    ? failed(
        `the pools may open more connections than the database accepts (pods × processes × pool): ${said}, above ${room}`,
        'lower the pools, the pods or the processes, raise max_connections, or use a pooler such as PgBouncer',
        more,
      )
    : met(`the pools fit the database (pods × processes × pool): ${said}, within ${room}`, more);
}

function autoscaling(each: WhatIf | { workload: string; why: string }, { evidenceOf }: CostFacts): Found {
  const more = { object: each.workload, evidence: evidenceOf(each.workload) };
  if ('why' in each)
    return unknown(`what an autoscaler saves for ${each.workload} is unknown: ${each.why}`, more);
  const { workload: name, saving, fixed, podHours, hours, declared, scaling, by } = each;
  const hpa = `${declared ? 'its autoscaler' : 'an autoscaler'} (${scaling.min} to ${scaling.max} pods, ${by})`;
  const said = `${name}: ${hpa} would have run ${podHours.toFixed(1)} pod-hours in the ${hours.toFixed(1)} recorded hours, ${fixed} fixed pods ${(fixed * hours).toFixed(1)}: ${percent(Math.abs(saving))} ${saving < 0 ? 'more' : 'less'} (the guide expects ${bands.autoscaling} less)`;
  if (declared)
    return saving > 0 ? met(said, more) : missed(said, 'lower its minReplicas, or its requests', more);
  return saving > 0
    ? missed(said, 'add a HorizontalPodAutoscaler', { ...more, level: 'info' })
    : notApplicable(said);
}

function backups({ repository, backups: count, original, stored }: BackupStorage, facts: CostFacts): Found {
  const evidence = facts.evidenceOf('backups');
  const less = 1 - stored / original;
  const said = `${counted(count, 'backup')} in ${repository} read ${size(original)} and stored ${size(stored)}: ${percent(Math.abs(less))} ${less < 0 ? 'more' : 'less'} (the guide expects ${bands.backups} less)`;
  if (!(original > 0)) return unknown(`the backups in ${repository} read no data`, { object: repository });
  return less > 0
    ? met(said, { object: repository, evidence })
    : missed(said, 'turn compression on, and check whether the data can be compressed', {
        object: repository,
        evidence,
      });
}

const size = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
