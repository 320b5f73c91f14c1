import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../e2e/harness.ts';
import type { Scenario } from '../matrix/scenarios.ts';
import { canary, openWatched, patience, Rollout, type Simulated, told } from './rollouts.ts';

/** What becomes of a rollout whose run is lost, with a watchdog that runs for real. */
describe.concurrent('a run that is lost with traffic on the canary', () => {
  let lab: Simulated;
  const open: Rollout[] = [];
  beforeAll(async () => {
    lab = await openWatched();
  });
  afterAll(async () => {
    await Promise.all(open.map(rollout => rollout.close()));
    await lab?.close();
  });

  async function opened(name: string, strategy: object, other: Partial<Scenario> = {}): Promise<Rollout> {
    const rollout = await Rollout.open(lab, canary(name, strategy, other));
    open.push(rollout);
    return rollout;
  }

  it('has it taken back by the watchdog in time, and the next sweep clears up', async () => {
    // Nothing is shown for as long as it lives: only its death ends it.
    const rollout = await opened('lost', {});
    const { place } = rollout;
    lab.traffic.setRate(place.namespace, 4);
    await rollout.passes('deploy');
    const gate = await place.start(['gate']);
    await eventually(async () => (await rollout.weight()) === 25);
    await eventually(async () => rollout.watchdogs.lines.includes('watching'));
    // It lives for longer than the watchdog is patient, and keeps the traffic.
    await sleep(1.5 * patience);
    expect(await rollout.weight()).toBe(25);
    gate.child.kill('SIGKILL');
    const killed = Date.now();
    await gate.done;
    await eventually(async () => (await rollout.weight()) === 0);
    const took = Date.now() - killed;
    console.log(
      `taken back ${(took / 1000).toFixed(1)} s after the kill, by ${rollout.watchdogs.lines.join(' / ')}`,
    );
    expect(rollout.watchdogs.quiet()).toBeLessThanOrEqual(patience / 1000 + 2);
    expect(took).toBeGreaterThan(patience - 1_000);
    expect(told(await rollout.sweptInTurn())).toMatchObject({ code: 0, state: 'undone' });
    await rollout.isOver('undone', 'baseline');
  });

  /** What the workload rolls to has no pod to serve with for a while, twice as long as the watchdog is patient. */
  const slow = { candidate: 'slow', shape: { recreate: true } } as unknown as Partial<Scenario>;

  /** A promotion whose workload rolls out of traffic, while all of it is on the canary. */
  async function promoting(rollout: Rollout) {
    await rollout.passes('deploy');
    await rollout.passes('gate');
    const run = await rollout.place.start(['promote']);
    await eventually(async () => (await rollout.weight()) === 100);
    return run;
  }

  it('while a good version is promoted leaves it where it is served, until a sweep finishes', async () => {
    const rollout = await opened('promoting', {}, slow);
    const run = await promoting(rollout);
    run.child.kill('SIGKILL');
    await run.done;
    await sleep(1.5 * patience);
    expect(await rollout.weight()).toBe(100);
    expect(await rollout.sweptInTurn()).toMatchObject({ code: 0 });
    await rollout.isOver('done', 'candidate');
  });

  it('is not needed where a rollback takes a promotion from a living run: the canary serves until the workload does', async () => {
    const rollout = await opened('rollback', {}, slow);
    const run = await promoting(rollout);
    await rollout.passes('rollback');
    const ended = await run.done;
    expect(ended.code).toBe(1);
    expect(ended.said.join('\n')).toMatch(/another run has taken over|asked for it/);
    await rollout.isOver('undone', 'baseline');
  });
});
