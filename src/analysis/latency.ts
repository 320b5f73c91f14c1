import { type MetricHistory, sumOfHistory } from './history.ts';

/** Boundaries of a histogram that are judged: their index in the history, seconds, and whether they must be shown to be good. */
export interface Boundary {
  index: number;
  seconds: number;
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
export function boundariesOf(
  history: MetricHistory | undefined,
  slow: readonly number[] | undefined,
): Boundary[] {
  const known = (history?.boundaries ?? []).map((seconds, index) => {
    const { total, bad } = sumOfHistory(history as MetricHistory, index);
    return { index, seconds, share: total > 0 ? bad / total : 0 };
  });
  if (slow !== undefined) {
    return slow.map(seconds => ({
      index: known.findIndex(each => each.seconds === seconds),
      seconds,
      share: known.find(each => each.seconds === seconds)?.share ?? 0,
      required: true,
    }));
  }
  const chosen = known.filter(({ share }) => share >= telling.least && share <= telling.most);
  // So fast, or so slow, that no boundary tells: the nearest one does, by count.
  const nearest = known.findLast(({ share }) => share > telling.most) ?? known[0];
  const list = chosen.length > 0 ? chosen : known.filter(each => each === (fastest(known) ?? nearest));
  const inTail = list.some(({ share }) => share <= tail);
  return list.map((each, at) => ({
    ...each,
    required: inTail ? each.share <= tail : at === list.length - 1,
  }));
}

/** The smallest boundary that hardly anything exceeded. */
const fastest = (known: { share: number }[]) => known.find(({ share }) => share < telling.least);
