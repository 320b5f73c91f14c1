import type { Manifest } from '../cluster/manifests.ts';
import type { HorizontalPodAutoscaler } from '../cluster/objects.ts';
import type { Cost } from '../config/cost.ts';
import type { Environment } from '../config/types.ts';
import { mostCanaryPods } from '../release/preflight/capacity.ts';
import { UserError } from '../toolkit/errors.ts';
import { limitsOf } from '../workloads/update-limits.ts';
import { countIn, type WorkloadDemand } from './demand.ts';
import { sum, times } from './pricing.ts';
import { variablesIn } from './settings.ts';

/** Counts the connections that all pods may open at once, with those that an update or an autoscaler adds. All pure. */

export interface Pool {
  readonly workload: string;
  /** As many as the autoscaler may run, otherwise those of the manifest. */
  readonly pods: number | undefined;
  /** Pods that run beside them during an update. */
  readonly surge: number;
  readonly processes: number | undefined;
  /** With its overflow. */
  readonly size: number | undefined;
  readonly connections: number | undefined;
  /** Why it is unknown, as a clause. */
  readonly unknown: string | undefined;
}

type PoolSettings = NonNullable<Cost['connections']>['pools'][string];

/** @throws UserError for a workload that is not in the manifests. */
export function poolsOf(
  { pools }: NonNullable<Cost['connections']>,
  demands: readonly WorkloadDemand[],
  manifests: readonly Manifest[],
  environment: Environment,
): Pool[] {
  return Object.entries(pools).map(([title, settings]): Pool => {
    const demand = demands.find(each => each.title === title);
    if (demand === undefined)
      throw new UserError(
        `the manifests do not contain ${title}, which \`cost.connections.pools\` lists`,
        'correct the name in slipway.yml, or add its manifest',
      );
    const read = (key: keyof PoolSettings, least: number) =>
      numberOf(settings[key], least, demand, manifests);
    const parts = [read('size', 1), read('overflow', 0), read('processes', 1)];
    const [size, overflow, processes] = parts.map(each => (typeof each === 'number' ? each : undefined));
    const { pods, surge } = mostPods(demand, environment);
    const whole = sum(size, overflow);
    return {
      workload: title,
      pods,
      surge,
      processes,
      size: whole,
      connections: times(sum(pods, surge), processes, whole),
      unknown:
        parts.find(each => typeof each === 'string') ??
        (pods !== undefined
          ? undefined
          : demand.object.kind === 'CronJob'
            ? 'it may run several times at once; set its `concurrencyPolicy: Forbid`'
            : 'the number of its pods is not in its manifest'),
    };
  });
}

/** Returns a number, or a clause that says why there is none. The highest counts, where containers differ. */
function numberOf(
  setting: number | string,
  least: number,
  demand: WorkloadDemand,
  manifests: readonly Manifest[],
): number | string {
  if (typeof setting === 'number') return setting;
  const found = variablesIn(demand, setting, manifests);
  if (found.length === 0) return `no container has the variable ${setting}`;
  const numbers = found.map(each => {
    if ('hidden' in each) return each.hidden;
    const isNumber = /^\d{1,6}$/.test(each.value.trim()) && Number(each.value) >= least;
    return isNumber
      ? Number(each.value)
      : `the variable ${setting} is not a whole number of at least ${least}`;
  });
  const wrong = numbers.find(each => typeof each === 'string');
  return wrong ?? Math.max(...numbers.map(Number));
}

function mostPods(
  { object, manifest, autoscaler, fixed }: WorkloadDemand,
  environment: Environment,
): { pods: number | undefined; surge: number } {
  const { maxReplicas } = (autoscaler?.object.spec ?? {}) as Partial<
    NonNullable<HorizontalPodAutoscaler['spec']>
  >;
  // Unless it may run again before it has ended.
  const isSingle = /^(Forbid|Replace)$/.test(String(object.spec?.concurrencyPolicy));
  if (object.kind === 'CronJob') return { pods: isSingle ? 1 : undefined, surge: 0 };
  const pods = countIn(maxReplicas) ?? fixed;
  if (pods === undefined) return { pods, surge: 0 };
  const { workload, strategy } = environment;
  const isMain = workload.kind === object.kind && workload.name === manifest.name;
  const beside =
    !isMain || strategy.kind === 'rolling'
      ? 0
      : strategy.kind === 'canary'
        ? mostCanaryPods(environment, pods)
        : pods;
  return { pods, surge: beside + limitsOf(object, pods).peak - pods };
}

/** Writes a sum out as pods × processes × pool, such as `Deployment/shop (3 + 1) × 2 × 10 = 80`. */
export const arithmeticOf = (pools: readonly Pool[]): string =>
  pools
    .map(({ workload, pods, surge, processes, size, connections }) => {
      const most = surge > 0 ? `(${pods} + ${surge})` : pods;
      return `${workload} ${most} × ${processes} × ${size} = ${connections}`;
    })
    .join('; ');
