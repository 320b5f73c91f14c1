import { setTimeout as sleep } from 'node:timers/promises';
import { type Place, tags } from './place.ts';
import type { Ran } from './run.ts';
import type { FollowUp } from './scenarios.ts';
import { watchdogFaults } from './watchdog.ts';

/** Runs the follow-up after a run has died, as a user would who follows its messages. @returns the last run. */
export async function runFollowUp(place: Place, followUp: FollowUp): Promise<Ran> {
  if (place.scenario.baseline === 'breaks') await place.breakBaseline();
  switch (followUp) {
    case 'next deploy':
      return releaseNext(place);
    case 'rollback':
      return rollback(place);
    case 'sweep':
      return sweep(place);
    case 'resume':
      for (const command of ['gate', 'promote']) await place.run([command, '--wait', '30s']);
      return sweep(place);
    case 'rollback of the run':
      return place.run(['rollback', '--from-release', 'run'], tags.candidate, place.workflow);
    case 'watchdog':
      place.complaints.push(...(await watchdogFaults(place)));
      return sweep(place);
    default:
      return followUp satisfies never;
  }
}

/** Returns a message if the follow-up failed. */
export function followUpFaults(next: Ran): string[] {
  return next.code === 0 ? [] : [`the follow-up failed: ${next.said.at(-1) ?? next.signal}`];
}

async function rollback(place: Place): Promise<Ran> {
  if (place.scenario.baseline !== 'none') return place.run(['rollback', '--to-release', '1']);
  const ran = await place.run(['rollback']);
  // Without a rollout it is refused, because there is no release to roll back to.
  return ran.outputs.state === 'refused' ? { ...ran, code: 0 } : ran;
}

/** Releases the next version. Rolls back a paused rollout first, because a new release is refused until then. */
async function releaseNext(place: Place): Promise<Ran> {
  await place.checkOut({ tag: tags.next, health: 'good' });
  const deploy = () => place.run(['deploy', '--wait', '30s'], tags.next);
  let ran = await deploy();
  if (waits(ran) !== undefined) {
    await place.run(['rollback']);
    ran = await deploy();
  }
  if (ran.outputs.state !== 'prepared') return ran;
  ran = await place.run(['gate']);
  return ran.code === 0 ? place.run(['promote']) : ran;
}

/** Repeats the sweep until nothing is left to do, as a schedule would. Runs the command that a paused rollout waits for. */
async function sweep(place: Place): Promise<Ran> {
  const end = performance.now() + place.pace.sweeping;
  for (;;) {
    const ran = await place.run(['sweep']);
    if (!/^(running|paused)$/.test(ran.outputs.state ?? '')) return ran;
    const waiting = waits(ran);
    if (waiting !== undefined) await place.run([waiting, '--wait', '30s']);
    else if (performance.now() > end) return { ...ran, code: 1 };
    await sleep(500);
  }
}

/** Returns the command that a rollout waits for, by the log of a run. */
function waits({ said }: Ran): string | undefined {
  return said.map(line => /waits for the action `(\w+)`/.exec(line)?.[1]).find(each => each !== undefined);
}
