import { type MetricPast, sumOfPast } from './past.ts';

/** Boundaries of a histogram that are judged: their index in the history, seconds, and whether they must be shown to be good. */
export interface Boundary {
  index: number;
  /** Undefined for what is no histogram. */
  seconds?: number;
  /** Share of slower requests before the rollout. */
  share: number;
  required: boolean;
}

const telling = { least: 0.001, most: 0.5 };
/** What fewer than this exceed is the tail, where a release has to be shown to be good. */
const tail = 0.06;

/**
 * Each boundary makes a count of slower requests, so that durations are compared on the grid that Prometheus keeps, without
 * interpolation. Boundaries that were written win; else those that between 0.1 % and 50 % of the requests exceeded before.
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

/** One that nothing is known of has a share of 0. */
function written(seconds: number, known: { index: number; seconds: number; share: number }[]): Boundary {
  const { index = -1, share = 0 } = known.find(each => each.seconds === seconds) ?? {};
  return { index, seconds, share, required: true };
}

/** Where no boundary tells, the smallest one that hardly anything exceeds, or else the largest there is. */
function nearest<T extends { share: number }>(known: T[]): T[] {
  return [known.find(({ share }) => share < telling.least) ?? known.at(-1)].filter(
    each => each !== undefined,
  );
}
