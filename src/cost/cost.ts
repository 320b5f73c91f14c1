import { type MetricSource, prometheusOf } from '../analysis/prometheus.ts';
import type { AssessmentEvidence } from '../assess/assessment.ts';
import { type Queried, queriedOf } from '../assess/live.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Cost } from '../config/cost.ts';
import { metricGateOf } from '../config/gate.ts';
import type { Config, Environment } from '../config/types.ts';
import { liveRelease } from '../monitoring/monitor.ts';
import { liveSince } from '../monitoring/rollback-guard.ts';
import { signalsOf } from '../monitoring/signals.ts';
import { monitoringSubject } from '../monitoring/subject.ts';
import type { BackupManifest } from '../recovery/manifest.ts';
import type { ReleaseRecord } from '../release/store/schema.ts';
import { UserError } from '../toolkit/errors.ts';
import { compareAutoscaling, type WhatIf } from './autoscaling.ts';
import { type BackupStorage, backupStorageOf } from './backup-storage.ts';
import { type Pool, poolsOf } from './connections.ts';
import { demandsIn, type WorkloadDemand } from './demand.ts';
import { type CostJudgement, judgeCosts } from './judgement.ts';
import { liveSettings } from './live-settings.ts';
import { allocationPath, askRates } from './opencost.ts';
import { costOf, type Rates, sum, type TotalCost, totalOf, type WorkloadCost } from './pricing.ts';
import type { RunMinutes } from './runners.ts';
import { type FoundSetting, settingsIn } from './settings.ts';
import {
  during,
  emptyUsage,
  meanOf,
  minSamples,
  type Period,
  periodOf,
  readUsage,
  type Usage,
  usageQueries,
} from './usage.ts';

/** Why something is not known, or does not apply. */
export interface MissingFact {
  readonly status: 'unknown' | 'not-applicable';
  readonly what: string;
}

export interface CostRequest {
  readonly config: Config;
  readonly environmentName: string;
  readonly environment: Environment;
  readonly manifests: readonly Manifest[];
  readonly runs: readonly RunMinutes[] | MissingFact;
  readonly backups: readonly BackupManifest[] | MissingFact;
  readonly env: NodeJS.ProcessEnv;
  readonly report: (line: string) => void;
}

/** Cost and mean usage before or after a release; undefined where unknown. */
export interface CostSpan {
  readonly monthly: number | undefined;
  readonly cores: number | undefined;
  readonly gib: number | undefined;
}

export interface CostTrend {
  readonly release: number;
  /** When its rollout began; ISO 8601. */
  readonly at: string;
  readonly before: CostSpan;
  readonly after: CostSpan;
}

export interface CostFacts {
  readonly settings: Cost;
  readonly rates: Rates;
  readonly costs: readonly WorkloadCost[];
  readonly whatIfs: readonly (WhatIf | { readonly workload: string; readonly why: string })[];
  readonly tasks: readonly FoundSetting[];
  /** The same of the cluster. */
  readonly liveTasks: Queried<readonly FoundSetting[]>;
  readonly pools: readonly Pool[];
  /** max_connections, or why it is unknown. */
  readonly limit: number | string;
  /** Why the database was not asked for it, which slipway.yml declares; undefined if it was. */
  readonly unasked: string | undefined;
  readonly runs: readonly RunMinutes[] | MissingFact;
  readonly storage: readonly BackupStorage[] | MissingFact;
  readonly trend: CostTrend | MissingFact;
  /** By the check, or by the title of a workload. */
  readonly evidence: Readonly<Record<string, readonly AssessmentEvidence[]>>;
}

export interface CostResult extends CostFacts, CostJudgement {
  readonly at: string;
  readonly period: Period;
  readonly demands: readonly WorkloadDemand[];
  readonly total: TotalCost;
  readonly usage: ReadonlyMap<string, Usage>;
  /** Questions that were not answered, a sentence each. */
  readonly failures: readonly string[];
}

/** @throws UserError for an environment without `cost`. */
export async function reportCosts(cluster: Cluster, request: CostRequest): Promise<CostResult> {
  const { environment, environmentName, manifests, runs, backups } = request;
  const { namespace } = environment;
  const settings = settingsOf(request);
  const prometheus = environment.monitoring?.prometheus ?? metricGateOf(environment)?.prometheus;
  const source = prometheus && prometheusOf(prometheus, cluster, request.env);
  const clock = await source?.now();
  const now = clock?.ok ? clock.value : cluster.now();
  const period = periodOf(now, settings.window);
  const at = new Date(now).toISOString();
  const demands = demandsIn(manifests, environmentName, environment);
  const { usage, failures } = await usageOf(source, demands, request, period);
  const { rates, evidence: priced, failure } = await ratesOf(settings, namespace, cluster, request.env, at);
  const costs = demands.map(each => costOf(each, usage.get(each.title) ?? emptyUsage, rates, period));
  const limit = await limitOf(settings, source, namespace, now);
  const shown = (asked: string, of: string): AssessmentEvidence => ({ asked, of, at });
  const ofManifests = shown('the manifests', environmentName);
  const cap = settings['task-cap'];
  const tasks = cap === undefined ? [] : settingsIn(demands, cap, manifests);
  const liveTasks = await liveSettings(cluster, namespace, cap === undefined ? [] : demands, cap ?? '');
  const evidence: Record<string, AssessmentEvidence[]> = {
    ...Object.fromEntries(
      demands.map(each => {
        const asked = Object.values(usageQueries(each, namespace, period));
        const answers = source === undefined ? [] : asked.map(query => shown(query, source.name));
        return [each.title, [shown('the manifest', each.title), ...answers, ...priced]];
      }),
    ),
    'cost-monthly-cap': [ofManifests, ...priced],
    'cost-task-cap': [ofManifests, ...(liveTasks.known ? [shown(liveTasks.asked, 'the cluster')] : [])],
    'cost-connections': settings.connections === undefined ? [] : [ofManifests, shown(limit.asked, limit.of)],
    'cost-run-cap': 'status' in runs ? [] : [shown('jobs of workflow runs', 'GitHub')],
    'cost-backups': 'status' in backups ? [] : [shown('manifests of backup sets', 'the backup stores')],
  };
  const facts: CostFacts = {
    settings,
    rates,
    costs,
    runs,
    limit: limit.value,
    unasked: limit.unasked,
    whatIfs: demands
      .filter(each => each.scales || each.autoscaler !== undefined)
      .map(each => {
        const found = compareAutoscaling(each, usage.get(each.title) ?? emptyUsage, period.step);
        return typeof found === 'string' ? { workload: each.title, why: found } : found;
      }),
    tasks,
    liveTasks,
    pools:
      settings.connections === undefined
        ? []
        : poolsOf(settings.connections, demands, manifests, environment),
    storage: storageOf(backups),
    trend: await trendOf(cluster, request, { usage, rates, period }),
    evidence,
  };
  return {
    ...facts,
    ...judgeCosts(facts),
    at,
    period,
    demands,
    usage,
    total: totalOf(costs),
    failures: [...failures, ...failure],
  };
}

function settingsOf({ environment, environmentName }: CostRequest): Cost {
  if (environment.cost !== undefined) return environment.cost;
  throw new UserError(
    `the cost of ${environmentName} cannot be reported: it has no \`cost\` in slipway.yml`,
    'add prices to it, such as `cost: {prices: {core-hour: 0.031, gib-hour: 0.0042}}`',
  );
}

async function usageOf(
  source: MetricSource | undefined,
  demands: readonly WorkloadDemand[],
  { config, environment, environmentName }: CostRequest,
  period: Period,
) {
  if (source === undefined)
    return {
      usage: new Map<string, Usage>(),
      failures: ['slipway.yml names no Prometheus; add `monitoring.prometheus`'],
    };
  const { namespace, workload, monitoring } = environment;
  const signals =
    monitoring === undefined ? [] : signalsOf(monitoringSubject(config, environmentName), `${period.step}ms`);
  const requests = signals.find(({ name }) => name === 'requests')?.expr;
  return readUsage(
    source,
    demands,
    { namespace, requests, workload: `${workload.kind}/${workload.name}` },
    period,
  );
}

async function ratesOf(
  { prices, opencost, window, currency }: Cost,
  namespace: string,
  cluster: Pick<Cluster, 'fetch'>,
  env: NodeJS.ProcessEnv,
  at: string,
): Promise<{ rates: Rates; evidence: AssessmentEvidence[]; failure: string[] }> {
  const sheet = { core: prices['core-hour'], gib: prices['gib-hour'], storage: prices['storage-gib-month'] };
  const written = { asked: `cost.prices, in ${currency}`, of: 'slipway.yml', at };
  const answer = opencost && (await askRates(opencost, { namespace, window }, cluster, env));
  const asked = { asked: allocationPath(window), of: 'OpenCost', at };
  const found: Partial<Rates> = answer?.ok ? answer.value : {};
  return {
    rates: {
      core: sheet.core ?? found.core,
      gib: sheet.gib ?? found.gib,
      storage: sheet.storage ?? found.storage,
    },
    evidence: answer?.ok ? [written, asked] : [written],
    failure: answer?.ok === false ? [answer.detail] : [],
  };
}

/** Returns the limit that the database has, or a lower one of slipway.yml; without an answer, that of slipway.yml. */
async function limitOf(
  { connections }: Cost,
  source: MetricSource | undefined,
  namespace: string,
  now: number,
): Promise<{ value: number | string; unasked: string | undefined; asked: string; of: string }> {
  const { max } = connections ?? {};
  const question = `min(pg_settings_max_connections{namespace="${namespace}"})`;
  const of = source?.name ?? 'Prometheus';
  const without = (why: string) =>
    max === undefined
      ? { value: why, unasked: why, asked: question, of }
      : { value: max, unasked: why, asked: 'cost.connections.max', of: 'slipway.yml' };
  if (connections === undefined || source === undefined)
    return without(
      max === undefined
        ? 'slipway.yml names no Prometheus and no `cost.connections.max`'
        : 'slipway.yml names no Prometheus',
    );
  const answer = await source.query(question, now, 15_000);
  if (!answer.ok) return without(answer.detail);
  const value = answer.value[0]?.samples.at(-1)?.[1];
  return value === undefined
    ? without(`Prometheus ${of} has no pg_settings_max_connections of the namespace`)
    : { value: Math.min(value, max ?? value), unasked: undefined, asked: question, of };
}

function storageOf(backups: CostRequest['backups']): CostFacts['storage'] {
  if ('status' in backups) return backups;
  const found = backupStorageOf(backups);
  return found.length > 0
    ? found
    : { status: 'unknown', what: 'no backup set has its sizes: older versions did not record them' };
}

/** Compares the time before the live release with the time since then, each with its own manifests. */
async function trendOf(
  cluster: Cluster,
  { config, environment, environmentName, report }: CostRequest,
  { usage, rates, period }: { usage: ReadonlyMap<string, Usage>; rates: Rates; period: Period },
): Promise<CostTrend | MissingFact> {
  const none = (what: string): MissingFact => ({ status: 'unknown', what });
  const asked = await queriedOf('the live release', cluster, () =>
    liveRelease(cluster, { config, environment, report }),
  );
  if (!asked.known) return none(asked.why);
  const { releases, live } = asked.value;
  const found = releases.find(({ record }) => record.release === live);
  const since = found && liveSince(found);
  if (found === undefined || since === undefined) return none('no release is live');
  const baseline = releases.find(({ record }) => record.release === found.record.baseline);
  if (baseline === undefined) return none(`the record of the release before ${live} is missing`);
  const began = Date.parse(found.record.at);
  const least = minSamples * period.step;
  if (began - period.from < least || period.to - since < least)
    return none(`release ${live} is too young, or older than the window`);
  const span = ({ manifests }: Pick<ReleaseRecord, 'manifests'>, from: number, to: number): CostSpan => {
    const objects = manifests.map(object => ({
      object,
      name: object.metadata?.name ?? '',
      source: 'the record',
    }));
    const then = demandsIn(objects as Manifest[], environmentName, environment);
    const used = then.map(({ title }) => during(usage.get(title) ?? emptyUsage, from, to));
    const within = { ...period, from, to };
    const costs = then.map((each, at) => costOf(each, used[at] ?? emptyUsage, rates, within));
    const mean = (key: 'cores' | 'gib') => sum(0, ...used.map(each => meanOf(each[key])));
    return { monthly: totalOf(costs).monthly, cores: mean('cores'), gib: mean('gib') };
  };
  return {
    release: found.record.release,
    at: found.record.at,
    before: span(baseline.record, period.from, began),
    after: span(found.record, since, period.to),
  };
}
