import type { MetricSource, Series } from '../../analysis/prometheus.ts';
import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { LiveSystem } from './live-system.ts';

/** Aborts a drill in production when production is degraded, when its health is unknown, or after a time limit. */

export interface DrillLimits {
  readonly source: Pick<MetricSource, 'query'>;
  /** A query with a value above 0 when production is degraded. */
  readonly abort: string;
  /** Time limit after which the fault is fixed in any case; ms from the injection. */
  readonly 'max-duration': number;
  /** Interval of the query; ms. */
  readonly every: number;
}

/** Consecutive queries without an answer that abort a drill: it must not continue while the health of production is unknown. */
const silences = 3;

/**
 * Adds the limits to a system. The injection begins the watch, after a last check that production is healthy; the fix ends the time limit,
 * and the cleanup ends the watch.
 * @param outer a further signal that ends the drill.
 * @returns the system, and the signal that the drill must heed, whose reason says why it was aborted.
 */
export function abortWhenDegraded<System extends Pick<LiveSystem, 'inject' | 'fix' | 'clear' | 'report'>>(
  system: System,
  limits: DrillLimits,
  outer: AbortSignal,
): { readonly system: System; readonly signal: AbortSignal } {
  const ending = new AbortController();
  const signal = AbortSignal.any([outer, ending.signal]);
  let watching: ReturnType<typeof watch> | undefined;
  const end = (problem: string) => {
    system.report(`aborting the drill: ${problem}`);
    ending.abort(
      new UserError(
        `the drill was aborted: ${problem}`,
        'see "Left behind" in the report for what could not be fixed',
      ),
    );
  };
  return {
    signal,
    system: {
      ...system,
      inject: async (...given: Parameters<System['inject']>) => {
        const answer = await limits.source.query(limits.abort);
        if (!answer.ok || isDegraded(answer.value)) {
          end(
            answer.ok
              ? 'production is already degraded'
              : `the health of production is unknown (${answer.detail})`,
          );
          throw ending.signal.reason;
        }
        watching ??= watch(limits, end);
        return system.inject(given[0], given[1]);
      },
      fix: async (...given: Parameters<System['fix']>) => {
        watching?.fixed();
        return system.fix(given[0]);
      },
      clear: async () => {
        watching?.stop();
        return system.clear();
      },
    },
  };
}

/** Watches production until it is stopped, or has aborted the drill. */
function watch(
  { source, abort, 'max-duration': maxDuration, every }: DrillLimits,
  end: (problem: string) => void,
) {
  let isOver = false;
  let silent = 0;
  const stop = () => {
    isOver = true;
    clearTimeout(limit);
    clearTimeout(next);
  };
  const endOnce = (problem: string) => {
    if (isOver) return;
    stop();
    end(problem);
  };
  const limit = setTimeout(
    () => endOnce(`the time limit of ${formatDuration(maxDuration)} is over`),
    maxDuration,
  );
  const look = async () => {
    const answer = await source.query(abort, undefined, every);
    if (isOver) return;
    if (answer.ok && isDegraded(answer.value))
      return endOnce('production is degraded, according to the query `abort`');
    silent = answer.ok ? 0 : silent + 1;
    if (!answer.ok && silent >= silences)
      return endOnce(
        `the health of production was unknown in ${counted(silent, 'check')} (${answer.detail})`,
      );
    next = setTimeout(look, every);
  };
  let next = setTimeout(look, every);
  return { stop, fixed: () => clearTimeout(limit) };
}

/** Returns whether the abort query has a value above 0. Pure. */
export const isDegraded = (series: readonly Series[]): boolean =>
  series.some(({ samples }) => (samples.at(-1)?.[1] ?? 0) > 0);
