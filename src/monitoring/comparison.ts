import type { Sample } from '../analysis/prometheus.ts';
import { quantile } from '../toolkit/quantile.ts';
import type { Signal } from './signals.ts';

/** Compares a signal before and after a release. All pure. */

/** How a signal changed. `changed` is a change that is neither good nor bad for users. */
type SignalChange = 'same' | 'worse' | 'better' | 'changed' | 'no-data';

export interface SignalComparison {
  readonly signal: Pick<Signal, 'name' | 'title' | 'unit' | 'group' | 'worse'>;
  /** Medians; undefined without data. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly change: SignalChange;
  /** Recent requests that show the value: those that failed, or were slower; undefined for a signal that is not of requests. */
  readonly shownBy?: number | undefined;
  /** Samples in order of time, for a plot. */
  readonly samples: { readonly before: readonly Sample[]; readonly after: readonly Sample[] };
}

/** Fewer samples are not enough for a comparison. */
export const fewestSamples = 4;

/** Fewer requests that failed or were slow may be chance: they are reported, but start no rollback. */
export const fewestRequests = 10;

/** A smaller relative difference of the medians is not reported. */
const smallestChange = 0.25;

/**
 * Smallest difference that counts, by unit: a change from 1 to 3 requests in a million is noise, and so are two milliseconds.
 * The others depend on the application.
 */
const smallestDifference: Partial<Record<Signal['unit'], number>> = {
  bytes: 16 * 2 ** 20,
  count: 3,
  share: 0.002,
  seconds: 0.005,
  cores: 0.01,
};

/**
 * Compares the recent samples after a release with those before it. A change is reported if the median moved by a quarter and lies beyond
 * nine of ten samples before, so that the usual ups and downs are none. A leak grows, so the last third of the time after counts.
 */
export function compare(
  signal: SignalComparison['signal'],
  before: readonly Sample[],
  after: readonly Sample[],
  shownBy?: number,
): SignalComparison {
  const recent = recentOf(after);
  const old = valuesOf(before);
  const [was, is] = [quantile(old, 0.5), quantile(valuesOf(recent), 0.5)];
  const compared = { signal, before: was, after: is, shownBy, samples: { before, after } };
  if (was === undefined || is === undefined || recent.length < fewestSamples || before.length < fewestSamples)
    return { ...compared, change: 'no-data' };
  const difference = is - was;
  // A connection pool and a cache move more than the errors of users may.
  const floor = signal.group === 'data' && signal.unit === 'share' ? 0.1 : smallestDifference[signal.unit];
  const isLarge = Math.abs(difference) > Math.max(smallestChange * Math.abs(was), floor ?? 0);
  const isBeyond = difference > 0 ? is > (quantile(old, 0.9) ?? is) : is < (quantile(old, 0.1) ?? is);
  return { ...compared, change: isLarge && isBeyond ? direction(signal, difference) : 'same' };
}

function direction({ worse }: SignalComparison['signal'], difference: number): SignalChange {
  if (worse === 'neither') return 'changed';
  return (worse === 'more') === difference > 0 ? 'worse' : 'better';
}

/** Groups in which a change for the worse harms users; less traffic and higher costs are only reported. */
const harmful: readonly Signal['group'][] = ['errors', 'latency', 'saturation', 'data'];

/** Whether a change for the worse makes the release degraded. */
export const harms = ({ signal, change }: SignalComparison): boolean =>
  change === 'worse' && harmful.includes(signal.group);

/** Groups in which a release shows what it does to users; a database or a cache may suffer from something else. */
const telling: readonly Signal['group'][] = ['errors', 'latency', 'saturation'];

/** Whether a change is so clear that it may start a rollback: what runs out must have grown by half, and enough requests must show it. */
export const causes = (comparison: SignalComparison): boolean => {
  const { signal, before = 0, after = 0 } = comparison;
  const isClear = signal.group !== 'saturation' || after >= 1.5 * before;
  return harms(comparison) && telling.includes(signal.group) && isClear && isShown(comparison.shownBy);
};

/** Whether enough requests show a harm; undefined: it is not one of requests. */
export const isShown = (requests: number | undefined): boolean =>
  requests === undefined || requests >= fewestRequests;

/** The samples after a release that count. */
const recentOf = (after: readonly Sample[]) =>
  after.slice(-Math.max(fewestSamples, Math.ceil(after.length / 3)));

const valuesOf = (samples: readonly Sample[]) => samples.map(([, value]) => value);

/** Samples of something before a release, and after it. */
export type BeforeAndAfter = SignalComparison['samples'];

/**
 * Scales the CPU from before by the growth in requests or in pods, whichever is larger, so only what neither explains is worse. What only more pods explain has changed: an autoscaler adds them also because each request needs more CPU. Moments
 * without requests say nothing. If the requests are not known, more CPU may be more load, which is no harm.
 */
export function compareCpu(
  signal: SignalComparison['signal'],
  cpu: BeforeAndAfter,
  pods: BeforeAndAfter,
  requests: BeforeAndAfter | undefined,
): SignalComparison {
  const busy = new Set(requests?.after.flatMap(([at, rate]) => (rate > 0 ? [at] : [])));
  const after = requests === undefined ? cpu.after : cpu.after.filter(([at]) => busy.has(at));
  const compareAt = (what: string, loads: readonly BeforeAndAfter[], worse: Signal['worse']) =>
    compare(
      { ...signal, title: `${signal.title} at the current ${what}`, worse },
      scaledTo(loads, cpu.before),
      after,
    );
  if (requests === undefined) return compareAt('number of pods', [pods], 'neither');
  const whole = compareAt('traffic and number of pods', [pods, requests], signal.worse);
  const byRequests = compareAt('traffic', [requests], 'neither');
  const hasMorePods = (recentMedian(pods) ?? 0) > (quantile(valuesOf(pods.before), 0.5) ?? Number.NaN);
  const needsMore = byRequests.change === 'changed' && (byRequests.after ?? 0) > (byRequests.before ?? 0);
  return whole.change !== 'worse' && hasMorePods && needsMore ? byRequests : whole;
}

/** Returns what would have been used before at the loads of now, by the one that grew most. */
function scaledTo(loads: readonly BeforeAndAfter[], used: readonly Sample[]): Sample[] {
  const growths = loads.map(load => {
    const now = recentMedian(load) ?? 0;
    return new Map(load.before.map(([at, was]) => [at, was > 0 ? now / was : Number.NaN]));
  });
  return used.flatMap(([at, value]): Sample[] => {
    const growth = Math.max(...growths.map(each => each.get(at) ?? Number.NaN));
    return Number.isNaN(growth) ? [] : [[at, value * growth]];
  });
}

const recentMedian = ({ after }: BeforeAndAfter) => quantile(valuesOf(recentOf(after)), 0.5);
