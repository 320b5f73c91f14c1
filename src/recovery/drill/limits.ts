import type { Series, Source } from '../../analysis/prometheus.ts';
import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { StandingSystem } from './standing-ports.ts';

/** What ends a drill in production before its end: production suffers, nobody can tell whether it does, or it takes too long. */

export interface Limits {
  readonly source: Pick<Source, 'query'>;
  /** A query that returns something above 0 when production suffers. */
  readonly abort: string;
  /** After how long what is broken is fixed whatever comes of it; ms from the injection. */
  readonly ends: number;
  /** How often it is asked; ms. */
  readonly every: number;
}

/** Looks without an answer, in a row, after which a drill is ended: who cannot see whether production suffers must not go on. */
const silences = 3;

/**
 * The same system, whose injection begins the watch, when a last look has shown that nothing suffers yet. Its fixing ends the time, and its
 * clearing away the watch.
 * @param outer what ends the drill besides.
 * @returns with the signal that the drill has to heed; its reason says why.
 */
export function limited<System extends Pick<StandingSystem, 'inject' | 'fix' | 'clear' | 'report'>>(
  system: System,
  limits: Limits,
  outer: AbortSignal,
): { readonly system: System; readonly signal: AbortSignal } {
  const ending = new AbortController();
  const signal = AbortSignal.any([outer, ending.signal]);
  let watching: ReturnType<typeof watch> | undefined;
  const end = (problem: string) => {
    system.report(`ending it: ${problem}`);
    ending.abort(new UserError(`the drill was ended: ${problem}`, 'what it had broken is fixed; see `left`'));
  };
  return {
    signal,
    system: {
      ...system,
      inject: async (...given: Parameters<System['inject']>) => {
        const answer = await limits.source.query(limits.abort);
        if (!answer.ok || suffers(answer.value)) {
          end(
            answer.ok
              ? 'production suffers already'
              : `whether production suffers cannot be told (${answer.detail})`,
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

/** Until it is stopped, or has ended the drill. */
function watch({ source, abort, ends, every }: Limits, end: (problem: string) => void) {
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
  const limit = setTimeout(() => endOnce(`${formatDuration(ends)} are over`), ends);
  const look = async () => {
    const answer = await source.query(abort, undefined, every);
    if (isOver) return;
    if (answer.ok && suffers(answer.value)) return endOnce('production suffers, says the query `abort`');
    silent = answer.ok ? 0 : silent + 1;
    if (!answer.ok && silent >= silences)
      return endOnce(
        `whether production suffers could not be told in ${counted(silent, 'look')} (${answer.detail})`,
      );
    next = setTimeout(look, every);
  };
  let next = setTimeout(look, every);
  return { stop, fixed: () => clearTimeout(limit) };
}

/** Whether a query that tells of suffering returned something above 0. Pure. */
export const suffers = (series: readonly Series[]): boolean =>
  series.some(({ samples }) => (samples.at(-1)?.[1] ?? 0) > 0);
