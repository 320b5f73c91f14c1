import { UserError } from '../toolkit/errors.ts';

/** How the recovery time divides into phases. */

/** The phases of a recovery, in this order; a recovery leaves out phases that it does not need. */
export const drillPhases = [
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
export type DrillPhase = (typeof drillPhases)[number] | 'queue';

/** Times in ms by the prober's clock. */
export interface PhaseTime {
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
 * @throws {UserError} for times that overlap, run backwards, or are in the wrong order.
 */
export function divide(
  { from, to }: { readonly from: number; readonly to: number },
  phaseTimes: readonly PhaseTime[],
  assumedDetection = 0,
): Breakdown {
  if (!(to >= from)) throw new RangeError(`an outage from ${from} to ${to}`);
  if (!(assumedDetection >= 0)) throw new RangeError(`an assumed detection of ${assumedDetection} ms`);
  requirePhaseOrder(phaseTimes);
  const parts: TimelinePart[] = [{ name: 'assumed detection', kind: 'assumed', took: assumedDetection }];
  const within = (at: number) => Math.min(Math.max(at, from), to);
  let clock = from;
  let before: DrillPhase | undefined;
  for (const { phase, ...each } of phaseTimes) {
    const name = before === undefined ? `before ${phase}` : `between ${before} and ${phase}`;
    parts.push({ name, kind: 'gap', took: within(each.from) - clock });
    parts.push({ name: phase, kind: 'phase', took: within(each.to) - within(each.from) });
    clock = within(each.to);
    before = phase;
  }
  parts.push({ name: before === undefined ? 'all of it' : `after ${before}`, kind: 'gap', took: to - clock });
  return { parts: parts.filter(({ took }) => took > 0), total: to - from + assumedDetection };
}

/** @throws {UserError} for times that overlap, run backwards, or are in the wrong order. */
export function requirePhaseOrder(phaseTimes: readonly PhaseTime[]): void {
  let last: PhaseTime | undefined;
  let rank = -1;
  for (const each of phaseTimes) {
    if (!(each.to >= each.from)) throw disorder(`${each.phase} ends before it begins`);
    if (last !== undefined && each.from < last.to)
      throw disorder(`${each.phase} begins before ${last.phase} ends`);
    const next = each.phase === 'queue' ? rank : drillPhases.indexOf(each.phase);
    // The next job continues the phase that the previous one began.
    const continues = next === rank && last?.phase === 'queue';
    if (each.phase !== 'queue' && next <= rank && !continues)
      throw disorder(
        next === rank ? `${each.phase} occurs twice` : `${each.phase} comes after ${drillPhases[rank]}`,
      );
    [last, rank] = [each, next];
  }
}

const disorder = (problem: string) =>
  new UserError(
    `the times of the recovery contradict each other: ${problem}`,
    'record each phase once in a job, in the order in which they happen',
  );
