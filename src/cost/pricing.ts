import type { WorkloadDemand } from './demand.ts';
import { meanOf, minSamples, type Period, p95, type Usage } from './usage.ts';

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
  /** Those of them that the manifests cause, so that nothing can be asked. */
  readonly lacks: readonly string[];
}

export function costOf(demand: WorkloadDemand, usage: Usage, rates: Rates, period: Period): WorkloadCost {
  const pods = podsOf(demand, usage, period);
  const requested = { cores: times(demand.cores, pods), gib: times(demand.gib, pods) };
  const used = { cores: p95(usage.cores), gib: p95(usage.gib) };
  const storage = sum(times(demand.storage?.each, pods), demand.storage?.shared);
  const priced = (cores: number | undefined, gib: number | undefined) =>
    times(sum(times(cores, rates.core), times(gib, rates.gib)), hoursOfMonth);
  const compute = priced(requested.cores, requested.gib);
  const volume = rates.storage === undefined ? 0 : times(storage, rates.storage);
  const without = [
    ...(demand.cores === undefined ? ['a container requests no CPU'] : []),
    ...(demand.gib === undefined ? ['a container requests no memory'] : []),
  ];
  const unsized = rates.storage !== undefined && demand.storage === undefined;
  const size = unsized ? ['the size of a volume is not in the manifests'] : [];
  return {
    workload: demand.title,
    pods,
    requested,
    used,
    storage,
    compute,
    monthly: sum(compute, volume),
    idle: priced(beyond(requested.cores, used.cores), beyond(requested.gib, used.gib)),
    unknown: [
      ...(pods === undefined ? ['Prometheus has not counted its pods'] : []),
      ...without,
      ...(rates.core === undefined ? ['the price of a core-hour is not known'] : []),
      ...(rates.gib === undefined ? ['the price of a GiB-hour is not known'] : []),
      ...size,
      ...Object.entries({ CPU: usage.cores, memory: usage.gib }).flatMap(([of, { length }]) =>
        length < minSamples
          ? [`Prometheus has ${length} values of its ${of}, and at least ${minSamples} are needed`]
          : [],
      ),
    ],
    lacks: [...without, ...size],
  };
}

/** Makes a calculation with amounts of which any may be unknown: then so is the result. */
const known =
  (calculate: (one: number, other: number) => number) =>
  (...amounts: readonly (number | undefined)[]): number | undefined => {
    const all = amounts.filter(each => each !== undefined);
    return all.length < amounts.length ? undefined : all.reduce(calculate);
  };

export const sum = known((one, other) => one + other);
export const times = known((one, other) => one * other);
const beyond = known((requested, used) => Math.max(0, requested - used));

/** Where no pods may run, the steps without them have no value. */
function podsOf(
  { fixed, least, object }: WorkloadDemand,
  { pods }: Usage,
  { from, to, step }: Period,
): number | undefined {
  if (fixed !== undefined) return fixed;
  const mean = meanOf(pods);
  const mayBeNone = object.kind === 'CronJob' || object.kind === 'Job' || least === 0;
  return mayBeNone && mean !== undefined
    ? (mean * pods.length) / Math.max(pods.length, Math.floor((to - from) / step))
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
  const measured = costs.filter(({ idle }) => idle !== undefined);
  const compute = measured.reduce((sum, each) => sum + (each.compute ?? 0), 0);
  const idle = measured.reduce((sum, each) => sum + (each.idle ?? 0), 0);
  return {
    monthly: costs.length === 0 ? undefined : sum(...costs.map(({ monthly }) => monthly)),
    known: costs.reduce((total, { monthly = 0 }) => total + monthly, 0),
    idleShare: compute > 0 ? idle / compute : undefined,
  };
}
