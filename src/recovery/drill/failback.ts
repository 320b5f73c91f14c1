import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import { checkFor, type LevelCheck } from '../levels.ts';
import { measureOutage, outageText } from '../outage.ts';
import { whyNotRecovered } from './live-checks.ts';
import type { DrillProgress, DrillWatch, LiveDrill, LiveSystem } from './live-system.ts';
import { lookUntil } from './patience.ts';
import { type Placement, placementText } from './placement.ts';

/** The failback (L5): the lost member returns and follows, and the primary moves back to its original place. */

interface LostMember {
  readonly victim: Placement;
  /** Number of members before the fault. */
  readonly count: number;
  /** Fixes the fault. */
  fix(): Promise<void>;
}

export async function failBack(
  drill: LiveDrill,
  system: LiveSystem,
  progress: DrillProgress,
  watch: DrillWatch,
  { victim, count, fix }: LostMember,
): Promise<void> {
  system.report(`fixing ${placementText(victim)}`);
  await fix();
  const whole = await untilWhole(drill, system, count);
  progress.levelChecks.push(whole);
  if (whole.state !== 'passed') {
    progress.left.push(`the database has not fully recovered: ${whole.sentence}`);
    return;
  }
  progress.levelChecks.push(await restorePlacement(drill, system, watch, victim));
}

async function untilWhole(drill: LiveDrill, system: LiveSystem, count: number): Promise<LevelCheck> {
  const from = system.now();
  const why = await lookUntil(
    async () => whyNotRecovered(await system.members(), count),
    fault => fault === undefined,
    {
      ...drill,
      every: Math.max(drill.pace.probes.every, 500),
      now: system.now,
      end: from + drill.rejoinTimeout,
    },
  );
  const good = `it is back and follows: ${count} of ${count} members are up`;
  return { ...checkFor('L5', 'lost member', why, good), took: system.now() - from };
}

/** Moves the primary back to its original place with the declared switchover. */
async function restorePlacement(
  drill: LiveDrill,
  system: LiveSystem,
  { prober }: DrillWatch,
  victim: Placement,
): Promise<LevelCheck> {
  const levelCheck = (state: LevelCheck['state'], sentence: string): LevelCheck => ({
    level: 'L5',
    what: 'placement',
    state,
    sentence,
  });
  const { pace, deadline, signal } = drill;
  const isPlaced = ({ pod, node }: Placement) => pod === victim.pod || node === victim.node;
  // The HA manager, such as Patroni, updates the label of a member that is back a moment later.
  const from = await lookUntil(
    () => placed(system),
    found => found !== undefined,
    { ...drill, now: system.now, end: system.now() + Math.min(deadline, 60_000) },
  );
  if (from === undefined) return levelCheck('failed', 'no pod, or more than one, is labeled as the primary');
  if (isPlaced(from))
    return levelCheck('passed', `${placementText(from)} is the primary, as before the fault`);
  if (system.switchover === undefined)
    return levelCheck('skipped', `${placementText(from)} stays the primary: no \`switchover\` is declared`);
  const startedAt = system.now();
  system.report(`switching over from ${from.pod} back to ${victim.pod}`);
  await system.switchover(victim, from, signal);
  const watched = () =>
    measureOutage({
      samples: prober.samples().filter(({ at }) => at >= startedAt),
      injectedAt: startedAt,
      every: pace.probes.every,
      consecutive: pace.consecutive,
    });
  const now = await lookUntil(
    () => placed(system),
    found => found !== undefined && isPlaced(found) && watched().kind !== 'unresolved',
    { ...drill, now: system.now, end: startedAt + deadline },
  );
  if (now === undefined || !isPlaced(now))
    return levelCheck(
      'failed',
      `${victim.pod} is not the primary ${formatDuration(deadline)} after the switchover`,
    );
  const outage = watched();
  return outage.kind === 'unresolved'
    ? levelCheck(
        'failed',
        `after the switchover to ${placementText(now)} the service has not recovered: ${outage.why}`,
      )
    : levelCheck(
        'passed',
        `${placementText(now)} is the primary again, out of service for ${outageText(outage)}`,
      );
}

/** Returns the primary; undefined while none, or two, are labeled, as during a switchover. */
export async function placed(system: LiveSystem): Promise<Placement | undefined> {
  try {
    return await system.primary();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
