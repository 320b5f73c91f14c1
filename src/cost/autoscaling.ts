import type { Sample } from '../analysis/prometheus.ts';
import type { HorizontalPodAutoscaler } from '../cluster/objects.ts';
import { mapsIn } from '../toolkit/map.ts';
import { quantity } from '../workloads/pod-resources.ts';
import type { WorkloadDemand } from './demand.ts';
import { minSamples, type Usage } from './usage.ts';

/** Compares a fixed number of pods with what an autoscaler would have run at the recorded load. All pure. */

export interface Scaling {
  readonly min: number;
  readonly max: number;
  /** How long the number must have been too high before it falls. */
  readonly stabilization: number;
}

export interface Simulation {
  /** The number of pods at the end of each step. */
  readonly pods: readonly Sample[];
  /** Hours of all pods together, and of the recorded time. */
  readonly podHours: number;
  readonly hours: number;
  readonly peak: number;
}

/** Period of the controller, ms. */
const sync = 15_000;
const tolerance = 0.1;

/**
 * Returns what Kubernetes' HorizontalPodAutoscaler would have run: every 15 s `ceil(current × metric / target)`, unless the ratio is within
 * 0.1 of 1; never below the highest wish of the stabilization window; never more than twice, or four above, the current number in one
 * period; between `min` and `max`. It does not know of pods that are not ready, or of missing metrics. Source:
 * https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/ and pkg/controller/podautoscaler of Kubernetes.
 * @param need how many pods would be at their target, in each step: the metric of all pods by the target of one.
 * @param step of `need`, ms.
 */
export function simulate(
  need: readonly Sample[],
  { min, max, stabilization }: Scaling,
  step: number,
): Simulation {
  const within = (pods: number) => Math.min(max, Math.max(1, min, pods));
  const up = (pods: number) => Math.ceil(pods - 1e-9);
  let current = within(up(need[0]?.[1] ?? 0));
  let wishes: Sample[] = [];
  let total = 0;
  let peak = 0;
  const pods = need.map(([end, wanted]): Sample => {
    for (let at = end - step + sync; at <= end; at += sync) {
      const desired = Math.abs(wanted / current - 1) <= tolerance + 1e-9 ? current : up(wanted);
      wishes = [...wishes.filter(([since]) => since > at - stabilization), [at, desired]];
      const highest = Math.max(...wishes.map(([, wish]) => wish));
      const stable = current < desired ? desired : Math.min(current, highest);
      current = within(Math.min(stable, Math.max(2 * current, current + 4)));
      peak = Math.max(peak, current);
      total += current;
    }
    return [end, current];
  });
  const hour = 3_600_000;
  return {
    pods,
    peak,
    podHours: (total * sync) / hour,
    hours: (need.length * Math.floor(step / sync) * sync) / hour,
  };
}

/** A workload's fixed number of pods beside an autoscaler. */
export interface WhatIf extends Simulation {
  readonly workload: string;
  readonly scaling: Scaling;
  /** What the simulation measures, such as `80 % of the requested CPU`. */
  readonly by: string;
  /** Whether the manifests have this autoscaler; otherwise it is assumed. */
  readonly declared: boolean;
  /** The pods of the manifest; with an autoscaler as many as its peak needs. */
  readonly fixed: number;
  /** Share of the hours of `fixed` that the autoscaler would not have run; below 0 if it would have run more. */
  readonly saving: number;
}

type AutoscalerSpec = NonNullable<HorizontalPodAutoscaler['spec']>;

/** Returns the comparison for a workload, or a clause that says why there is none. */
export function compareAutoscaling(demand: WorkloadDemand, usage: Usage, step: number): WhatIf | string {
  const { autoscaler, fixed, title } = demand;
  const spec = autoscaler?.object.spec as (Partial<AutoscalerSpec> & AutoscalerOfV1) | undefined;
  if (spec === undefined && fixed === undefined) return 'the number of its pods is not in its manifest';
  if (spec === undefined && fixed === 0) return 'it has no pods';
  const declared = mapsIn(spec?.metrics) as unknown as NonNullable<AutoscalerSpec['metrics']>;
  const metrics = declared.length > 0 ? declared : [cpuMetric(spec?.targetCPUUtilizationPercentage)];
  const targets = metrics.map(each => targetOf(each, demand, usage));
  const wrong = targets.find(each => typeof each === 'string');
  if (wrong !== undefined) return wrong;
  const needs = targets.filter(each => typeof each !== 'string');
  const need = highestOf(
    needs.map(({ load, target }) => load.map(([at, value]): Sample => [at, value / target])),
  );
  if (need.length < minSamples)
    return `Prometheus has ${need.length} values of its load, and at least ${minSamples} are needed`;
  const written = fixed ?? 1;
  const range = spec ?? { minReplicas: Math.min(2, written), maxReplicas: 2 * written };
  const { minReplicas: min = 1, maxReplicas: max = 1 } = range;
  const seconds = spec?.behavior?.scaleDown?.stabilizationWindowSeconds ?? 300;
  if (![min, max, seconds].every(each => Number.isInteger(each)))
    return 'its autoscaler has a value that is not a whole number where one must be';
  // Kubernetes accepts no longer window, and each wish in it is compared in each period.
  const stabilization = 1000 * Math.min(seconds, 3600);
  const scaling = { min, max: Math.max(1, min, max), stabilization };
  const simulated = simulate(need, scaling, step);
  const other = spec === undefined ? written : simulated.peak;
  return {
    workload: title,
    scaling,
    ...simulated,
    declared: spec !== undefined,
    fixed: other,
    by: needs.map(({ by }) => by).join(' and '),
    saving: 1 - simulated.podHours / (other * simulated.hours),
  };
}

interface AutoscalerOfV1 {
  readonly targetCPUUtilizationPercentage?: number;
}

/** Without a number, the default of Kubernetes. */
const cpuMetric = (averageUtilization = 80) => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
});

interface Target {
  readonly load: readonly Sample[];
  /** Of one pod. */
  readonly target: number;
  readonly by: string;
}

function targetOf(
  metric: NonNullable<AutoscalerSpec['metrics']>[number],
  { cores, gib }: WorkloadDemand,
  usage: Usage,
): Target | string {
  const { name, target } = metric.resource ?? {};
  if (metric.type === 'Pods' && usage.requests.length > 0)
    return valid({
      load: usage.requests,
      target: quantity(String(metric.pods?.target?.averageValue)),
      by: 'requests per second',
    });
  if (metric.type !== 'Resource' || (name !== 'cpu' && name !== 'memory') || target === undefined)
    return `its autoscaler has a metric of type ${metric.type} that Slipway does not record`;
  const [load, request, unit, noun] =
    name === 'cpu'
      ? ([usage.cores, cores, 1, 'CPU'] as const)
      : ([usage.gib, gib, 2 ** 30, 'memory'] as const);
  if (target.averageUtilization === undefined)
    return valid({
      load,
      target: quantity(String(target.averageValue)) / unit,
      by: `${target.averageValue} of ${noun}`,
    });
  if (request === undefined)
    return `an autoscaler measures a percentage of the requested ${noun}, and a container requests none`;
  return valid({
    load,
    target: (request * target.averageUtilization) / 100,
    by: `${target.averageUtilization} % of the requested ${noun}`,
  });
}

const valid = (target: Target): Target | string =>
  target.target > 0 ? target : 'the target of its autoscaler is not above 0';

/** Returns the highest of several series at each time that all of them have. */
function highestOf([first = [], ...others]: readonly (readonly Sample[])[]): Sample[] {
  const rest = others.map(each => new Map(each));
  return first.flatMap(([at, value]): Sample[] => {
    const values = rest.flatMap(each => each.get(at) ?? []);
    return values.length < rest.length ? [] : [[at, Math.max(value, ...values)]];
  });
}
