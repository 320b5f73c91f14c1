import { formatDuration } from '../../toolkit/duration.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { LevelCheck } from '../levels.ts';
import { measureOutage, outageText } from '../outage.ts';
import { whyNotRecovered } from './live-checks.ts';
import type { DrillProgress, DrillWatch, LiveDrill, LiveSystem } from './live-system.ts';
import { pause } from './patience.ts';
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

async function untilWhole(
  { pace, rejoinTimeout, signal }: LiveDrill,
  system: LiveSystem,
  count: number,
): Promise<LevelCheck> {
  const from = system.now();
  let why = whyNotRecovered(await system.members(), count);
  while (why !== undefined && system.now() - from < rejoinTimeout) {
    await pause(Math.max(pace.probes.every, 500), signal);
    why = whyNotRecovered(await system.members(), count);
  }
  const took = system.now() - from;
  return {
    level: 'L5',
    what: 'lost member',
    took,
    state: why === undefined ? 'passed' : 'failed',
    sentence: why ?? `it is back and follows: ${count} of ${count} members are up`,
  };
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
  const from = await untilOnePrimary(drill, system);
  if (from === undefined) return levelCheck('failed', 'no pod, or more than one, is labeled as the primary');
  if (isPlaced(from))
    return levelCheck('passed', `${placementText(from)} is the primary, as before the fault`);
  if (system.switchover === undefined)
    return levelCheck('skipped', `${placementText(from)} stays the primary: no \`switchover\` is declared`);
  const startedAt = system.now();
  system.report(`switching over from ${from.pod} back to ${victim.pod}`);
  await system.switchover(victim, from, signal);
  const end = startedAt + deadline;
  const watched = () =>
    measureOutage({
      samples: prober.samples().filter(({ at }) => at >= startedAt),
      injectedAt: startedAt,
      every: pace.probes.every,
      consecutive: pace.consecutive,
    });
  let now = await placed(system);
  while ((now === undefined || !isPlaced(now) || watched().kind === 'unresolved') && system.now() < end) {
    await pause(pace.probes.every, signal);
    now = await placed(system);
  }
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

/** Waits, because the HA manager, such as Patroni, updates the label of a member that is back a moment later. */
async function untilOnePrimary(
  { pace, deadline, signal }: LiveDrill,
  system: LiveSystem,
): Promise<Placement | undefined> {
  const end = system.now() + Math.min(deadline, 60_000);
  let found = await placed(system);
  while (found === undefined && system.now() < end) {
    await pause(pace.probes.every, signal);
    found = await placed(system);
  }
  return found;
}

/** Returns the primary; undefined while none, or two, are labeled, as during a switchover. */
async function placed(system: LiveSystem): Promise<Placement | undefined> {
  try {
    return await system.primary();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
