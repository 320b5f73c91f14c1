import { type MetricPast, sumOfPast } from './past.ts';

/** A boundary of a histogram that is judged: its index in the history, seconds, and whether it must be shown to be good. */
export interface Boundary {
  index: number;
  /** Undefined for a ratio. */
  seconds?: number;
  /** Share of slower requests before the rollout. */
  share: number;
  required: boolean;
}

const telling = { least: 0.001, most: 0.5 };
/** A boundary that a smaller share exceeds is in the tail, where a release must be shown to be good. */
const tail = 0.06;

/**
 * Returns the boundaries to judge. Each gives a count of slower requests, so that durations are compared on the grid of Prometheus,
 * without interpolation. Boundaries in slipway.yml take precedence; otherwise those that 0.1 % to 50 % of the requests exceeded before.
 */
export function boundariesOf(past: MetricPast, slow: readonly number[] | undefined): Boundary[] {
  const known = past.boundaries.map((seconds, index) => {
    const { total, bad } = sumOfPast(past, index);
    return { index, seconds, share: total > 0 ? bad / total : 0, counted: total > 0 };
  });
  if (slow !== undefined) return slow.map(seconds => written(seconds, known));
  const counted = known.filter(each => each.counted);
  const chosen = counted.filter(({ share }) => share >= telling.least && share <= telling.most);
  const list = chosen.length > 0 ? chosen : nearest(counted);
  const inTail = list.some(({ share }) => share <= tail);
  return list.map(({ index, seconds, share }, at) => ({
    index,
    seconds,
    share,
    required: inTail ? share <= tail : at === list.length - 1,
  }));
}

/** Returns a boundary from slipway.yml; an unknown one has a share of 0. */
function written(seconds: number, known: { index: number; seconds: number; share: number }[]): Boundary {
  const { index = -1, share = 0 } = known.find(each => each.seconds === seconds) ?? {};
  return { index, seconds, share, required: true };
}

/** Returns, if no boundary is informative, the smallest one that hardly any request exceeds, or the largest. */
function nearest<T extends { share: number }>(known: T[]): T[] {
  return [known.find(({ share }) => share < telling.least) ?? known.at(-1)].filter(
    each => each !== undefined,
  );
}
