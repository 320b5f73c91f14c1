import type { WorkloadDemand } from './demand.ts';
import { fewest, meanOf, type Period, p95, type Usage } from './usage.ts';

/** What workloads cost: requests times prices. Undefined means unknown, and never 0. All pure. */

/** As cloud providers count: 365 days by 24 hours, by 12 months. */
export const hoursOfMonth = 730;

/** Prices of a core and of a GiB of memory for an hour, and of a GiB of storage for a month. */
export interface Rates {
  readonly core: number | undefined;
  readonly gib: number | undefined;
  /** Undefined: storage is not counted. */
  readonly storage: number | undefined;
}

/** Amounts are per month, and resources those of all pods together. */
export interface WorkloadCost {
  readonly workload: string;
  /** Their mean number, if it varies. */
  readonly pods: number | undefined;
  readonly requested: { readonly cores: number | undefined; readonly gib: number | undefined };
  /** 95th percentile. */
  readonly used: { readonly cores: number | undefined; readonly gib: number | undefined };
  readonly storage: number | undefined;
  readonly monthly: number | undefined;
  /** Of `monthly`, what processor and memory cost. */
  readonly compute: number | undefined;
  /** Of `compute`, what is requested beyond `used`. */
  readonly idle: number | undefined;
  /** Why an amount is unknown, a clause each. */
  readonly unknown: readonly string[];
}

export function costOf(demand: WorkloadDemand, usage: Usage, rates: Rates, period: Period): WorkloadCost {
  const pods = podsOf(demand, usage, period);
  const times = (each: number | undefined) =>
    each === undefined || pods === undefined ? undefined : each * pods;
  const requested = { cores: times(demand.cores), gib: times(demand.gib) };
  const used = { cores: p95(usage.cores), gib: p95(usage.gib) };
  const volumes = demand.storage;
  const storage =
    pods === undefined || volumes === undefined ? undefined : volumes.each * pods + volumes.shared;
  const priced = (cores: number | undefined, gib: number | undefined) =>
    cores === undefined || gib === undefined || rates.core === undefined || rates.gib === undefined
      ? undefined
      : (cores * rates.core + gib * rates.gib) * hoursOfMonth;
  const compute = priced(requested.cores, requested.gib);
  const volume =
    rates.storage === undefined ? 0 : storage === undefined ? undefined : storage * rates.storage;
  return {
    ...{ workload: demand.title, pods, requested, used, storage, compute },
    monthly: compute === undefined || volume === undefined ? undefined : compute + volume,
    idle: priced(beyond(requested.cores, used.cores), beyond(requested.gib, used.gib)),
    unknown: [
      ...(pods === undefined ? ['Prometheus has not counted its pods'] : []),
      ...(demand.cores === undefined ? ['a container requests no CPU'] : []),
      ...(demand.gib === undefined ? ['a container requests no memory'] : []),
      ...(rates.core === undefined ? ['the price of a core-hour is not known'] : []),
      ...(rates.gib === undefined ? ['the price of a GiB-hour is not known'] : []),
      ...(volume === undefined && pods !== undefined ? ['the size of a volume is not in the manifests'] : []),
      ...Object.entries({ CPU: usage.cores, memory: usage.gib }).flatMap(([of, { length }]) =>
        length < fewest ? [`Prometheus has ${length} values of its ${of}, and ${fewest} are needed`] : [],
      ),
    ],
  };
}

const beyond = (requested: number | undefined, used: number | undefined) =>
  requested === undefined || used === undefined ? undefined : Math.max(0, requested - used);

/** Of a CronJob no pods run most of the time, which are steps without a value. */
function podsOf(
  { fixed, object }: WorkloadDemand,
  { pods }: Usage,
  { from, to, step }: Period,
): number | undefined {
  if (fixed !== undefined) return fixed;
  const mean = meanOf(pods);
  return object.kind === 'CronJob' && mean !== undefined
    ? (mean * pods.length) / Math.floor((to - from) / step)
    : mean;
}

export interface TotalCost {
  /** Undefined if that of a workload is unknown. */
  readonly monthly: number | undefined;
  /** Without the workloads whose cost is unknown. */
  readonly known: number;
  /** Share of the cost of processor and memory that is idle, of the workloads for which that is known. */
  readonly idleShare: number | undefined;
}

export function totalOf(costs: readonly WorkloadCost[]): TotalCost {
  const known = costs.reduce((sum, { monthly = 0 }) => sum + monthly, 0);
  const measured = costs.filter(({ idle }) => idle !== undefined);
  const compute = measured.reduce((sum, each) => sum + (each.compute ?? 0), 0);
  const idle = measured.reduce((sum, each) => sum + (each.idle ?? 0), 0);
  return {
    monthly: costs.length === 0 || costs.some(({ monthly }) => monthly === undefined) ? undefined : known,
    known,
    idleShare: compute > 0 ? idle / compute : undefined,
  };
}
