import { UserError } from '../toolkit/errors.ts';

/** How the recovery time divides into phases. */

/** The phases of a recovery, in this order; a recovery leaves out phases that it does not need. */
export const phases = [
  'inject',
  'detect',
  'decide',
  'provision',
  'restore',
  'replay',
  'start',
  'verify',
  'cutover',
] as const;

/** `queue`: no job runs, such as while the next one waits for a runner. It may come at any time, more than once, and within a phase. */
export type DrillPhase = (typeof phases)[number] | 'queue';

/** Times in ms by the prober's clock. */
export interface Stamp {
  readonly phase: DrillPhase;
  readonly from: number;
  readonly to: number;
}

export interface TimelinePart {
  /** A phase, `assumed detection`, or a gap such as `between restore and start`, for which no time was recorded. */
  readonly name: string;
  readonly kind: 'phase' | 'assumed' | 'gap';
  /** Milliseconds, above 0. */
  readonly took: number;
}

export interface Breakdown {
  /** In the order in which they happened. */
  readonly parts: readonly TimelinePart[];
  /** The sum of the parts: the measured recovery time and the assumed detection. */
  readonly total: number;
}

/**
 * Divides the time of an outage. A phase takes no time of it before the outage began or after it was over: verification continues after the
 * service is back.
 *
 * @param assumedDetection milliseconds that people or alerts would have needed, when the drill itself starts the recovery.
 * @throws {UserError} for stamps that overlap, run backwards, or are in the wrong order.
 */
export function divide(
  { from, to }: { readonly from: number; readonly to: number },
  stamps: readonly Stamp[],
  assumedDetection = 0,
): Breakdown {
  if (!(to >= from)) throw new RangeError(`an outage from ${from} to ${to}`);
  if (!(assumedDetection >= 0)) throw new RangeError(`an assumed detection of ${assumedDetection} ms`);
  demandOrder(stamps);
  const parts: TimelinePart[] = [{ name: 'assumed detection', kind: 'assumed', took: assumedDetection }];
  const within = (at: number) => Math.min(Math.max(at, from), to);
  let clock = from;
  let before: DrillPhase | undefined;
  for (const { phase, ...stamp } of stamps) {
    const name = before === undefined ? `before ${phase}` : `between ${before} and ${phase}`;
    parts.push({ name, kind: 'gap', took: within(stamp.from) - clock });
    parts.push({ name: phase, kind: 'phase', took: within(stamp.to) - within(stamp.from) });
    clock = within(stamp.to);
    before = phase;
  }
  parts.push({ name: before === undefined ? 'all of it' : `after ${before}`, kind: 'gap', took: to - clock });
  return { parts: parts.filter(({ took }) => took > 0), total: to - from + assumedDetection };
}

/** @throws {UserError} for stamps that overlap, run backwards, or are in the wrong order. */
export function demandOrder(stamps: readonly Stamp[]): void {
  let last: Stamp | undefined;
  let rank = -1;
  for (const stamp of stamps) {
    if (!(stamp.to >= stamp.from)) throw disorder(`${stamp.phase} ends before it begins`);
    if (last !== undefined && stamp.from < last.to)
      throw disorder(`${stamp.phase} begins before ${last.phase} ends`);
    const next = stamp.phase === 'queue' ? rank : phases.indexOf(stamp.phase);
    // The next job continues the phase that the previous one began.
    const continues = next === rank && last?.phase === 'queue';
    if (stamp.phase !== 'queue' && next <= rank && !continues)
      throw disorder(
        next === rank ? `${stamp.phase} occurs twice` : `${stamp.phase} comes after ${phases[rank]}`,
      );
    [last, rank] = [stamp, next];
  }
}

const disorder = (problem: string) =>
  new UserError(
    `the times of the recovery contradict each other: ${problem}`,
    'stamp each phase once in a job, in the order in which they happen',
  );
