import { setTimeout as sleep } from 'node:timers/promises';
import { type Place, tags } from './place.ts';
import type { Ran } from './run.ts';
import type { FollowUp } from './scenarios.ts';
import { watchdogTakesBack } from './watchdog.ts';

/** Goes on after a run has died, as somebody would who reads what is said. @returns the run that came last. */
export async function rescue(place: Place, followUp: FollowUp): Promise<Ran> {
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
      place.complaints.push(...(await watchdogTakesBack(place)));
      return sweep(place);
    default:
      return followUp satisfies never;
  }
}

/** What is wrong when that one failed. */
export function refusal(next: Ran): string[] {
  return next.code === 0 ? [] : [`what came next failed: ${next.said.at(-1) ?? next.signal}`];
}

async function rollback(place: Place): Promise<Ran> {
  if (place.scenario.baseline !== 'none') return place.run(['rollback', '--to-release', '1']);
  const ran = await place.run(['rollback']);
  // Without a rollout there is nothing that it could go back to, and it says so.
  return ran.outputs.state === 'refused' ? { ...ran, code: 0 } : ran;
}

/** Ends what waits on purpose first, for nothing new begins beside it. */
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

/** Until there is nothing left to sweep: a schedule runs it again and again. What waits on purpose is given what it waits for. */
async function sweep(place: Place): Promise<Ran> {
  const end = performance.now() + place.pace.sweeping;
  for (;;) {
    const ran = await place.run(['sweep']);
    if (ran.outputs.state !== 'busy') return ran;
    const waiting = waits(ran);
    if (waiting !== undefined) await place.run([waiting, '--wait', '30s']);
    else if (performance.now() > end) return { ...ran, code: 1 };
    await sleep(500);
  }
}

/** The command that a rollout waits for on purpose, when a run was told so. */
function waits({ said }: Ran): string | undefined {
  return said.map(line => /waits for (\w+) until/.exec(line)?.[1]).find(each => each !== undefined);
}
