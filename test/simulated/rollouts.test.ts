import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDecision } from '../../src/release/decision-record/store.ts';
import { eventually, workflow } from '../e2e/harness.ts';
import { slowness } from '../e2e/slowness.ts';
import type { Scenario } from '../matrix/scenarios.ts';
import { canary, openWatched, patience, Rollout, resultOf, type Simulated, tags } from './rollouts.ts';

/** Canaries with traffic on the candidate and real watchdogs: some are paused, others lose their run. In parallel, as they mostly wait. */

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

describe.concurrent('a rollout that is paused with traffic on the candidate', () => {
  /** Deploys with a strategy. @param rate requests per second. */
  async function deployed(name: string, strategy: object, rate: number): Promise<Rollout> {
    const rollout = await opened(name, strategy);
    lab.traffic.setRate(rollout.place.namespace, rate);
    await rollout.passes('deploy');
    return rollout;
  }

  /** Deploys with too little traffic for a verdict within the time of the gate. @returns the result of the gate. */
  async function inconclusive(name: string, strategy: object) {
    const rollout = await deployed(name, strategy, 4);
    await rollout.within('15s');
    const held = resultOf(await rollout.place.run(['gate']));
    await rollout.within('1m');
    return { rollout, place: rollout.place, held };
  }

  it('until it is resumed: it is not swept, its watchdog waits, and the gate continues from there', async () => {
    const { rollout, place, held } = await inconclusive('hold', { 'on-inconclusive': 'pause' });
    expect(held).toMatchObject({
      code: 1,
      state: 'paused',
      'waiting-for': 'resume',
      verdict: 'inconclusive',
      weight: '25',
      reason: expect.stringMatching(
        /has 25 % of the traffic and waits for a person to resume it or roll it back; otherwise, it is rolled back automatically at/,
      ),
    });
    expect(await place.rollout()).toMatchObject({ phase: 'stepping', weight: 25, paused: { for: 'resume' } });
    // Longer than the patience of the watchdog without a pause.
    await sleep(1.5 * patience);
    expect(await rollout.weight()).toBe(25);
    expect(resultOf(await place.run(['sweep']))).toMatchObject({ code: 0, state: 'busy' });
    expect(resultOf(await place.run(['status']))).toMatchObject({ state: 'paused', weight: '25' });
    expect(resultOf(await place.run(['gate', '--approve', 'true']))).toMatchObject({
      code: 1,
      state: 'refused',
      reason: expect.stringContaining('cannot be approved'),
    });
    lab.traffic.setRate(place.namespace, 400);
    expect(resultOf(await place.run(['gate']))).toMatchObject({ code: 0, state: 'passed' });
    expect(resultOf(await place.run(['promote']))).toMatchObject({ code: 0, state: 'complete' });
    await rollout.isOver('done', 'candidate');
  });

  it('until it is approved: it continues as if it had passed, and the record contains the approver', async () => {
    const { rollout, place, held } = await inconclusive('approve', { 'on-inconclusive': 'approve' });
    expect(held).toMatchObject({ code: 1, state: 'paused', 'waiting-for': 'approval' });
    const approved = await place.run(['gate', '--approve', 'true'], tags.candidate, workflow('ann', 7));
    expect(resultOf(approved)).toMatchObject({ code: 0, state: 'passed' });
    expect(resultOf(await place.run(['promote']))).toMatchObject({ code: 0, state: 'complete' });
    const record = await readDecision(lab.stage.cluster, place.namespace, 'shop', 2);
    expect(record?.timeline.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^approved by ann in run 7 .*; the gate said: not shown to be good yet/),
    );
    expect(record?.end).toMatchObject({
      state: 'promoted',
      reason: expect.stringContaining('approved by ann'),
    });
    await rollout.isOver('done', 'candidate');
  });

  /** Returns a bake in which a run stays only at the beginning. */
  const bake = (span: string) => ({ bake: { weight: '80%', for: span, 'hand-over-after': '1s' } });

  it('during a long bake: sweep waits until its end, and then promotes it', async () => {
    const rollout = await deployed('bake', bake('30s'), 400);
    const { place } = rollout;
    expect(resultOf(await place.run(['gate']))).toMatchObject({
      code: 0,
      state: 'paused',
      'waiting-for': 'bake',
      weight: '80',
    });
    expect(resultOf(await place.run(['sweep']))).toMatchObject({ code: 0, state: 'busy' });
    expect(resultOf(await rollout.sweptInTurn())).toMatchObject({ code: 0, state: 'finished' });
    await rollout.isOver('done', 'candidate');
  });

  it('too long: it is swept, and nothing is left over', async () => {
    const { rollout, held } = await inconclusive('late', {
      'on-inconclusive': 'pause',
      'pause-timeout': '3s',
    });
    expect(held).toMatchObject({ code: 1, state: 'paused', 'waiting-for': 'resume' });
    expect(resultOf(await rollout.sweptInTurn())).toMatchObject({
      code: 0,
      state: 'rolled-back',
      reason: expect.stringMatching(/was paused until .*, and was not resumed by then/),
    });
    await rollout.isOver('rolled-back', 'baseline');
  });
});

describe.concurrent('a run that is lost with traffic on the canary', () => {
  it('has its traffic restored by the watchdog in time, and the next sweep cleans up', async () => {
    // The gate has too little data for a verdict, so only the kill ends the run.
    const rollout = await opened('lost', {});
    const { place } = rollout;
    lab.traffic.setRate(place.namespace, 4);
    await rollout.passes('deploy');
    const gate = await place.start(['gate']);
    await eventually(async () => (await rollout.weight()) === 25);
    await eventually(async () => rollout.watchdogs.lines.includes('watching'));
    // The run lives longer than the patience of the watchdog, and keeps the traffic.
    await sleep(1.5 * patience);
    expect(await rollout.weight()).toBe(25);
    gate.child.kill('SIGKILL');
    const killed = Date.now();
    await gate.done;
    await eventually(async () => (await rollout.weight()) === 0);
    const took = Date.now() - killed;
    console.log(
      `restored ${(took / 1000).toFixed(1)} s after the kill, by ${rollout.watchdogs.lines.join(' / ')}`,
    );
    expect(rollout.watchdogs.quiet()).toBeLessThanOrEqual((patience / 1000 + 2) * (await slowness(killed)));
    expect(took).toBeGreaterThan(patience - 1_000);
    expect(resultOf(await rollout.sweptInTurn())).toMatchObject({ code: 0, state: 'rolled-back' });
    await rollout.isOver('rolled-back', 'baseline');
  });

  /** The new pods of the workload become ready only after twice the patience of the watchdog. */
  const slow = { candidate: 'slow', shape: { recreate: true } } as unknown as Partial<Scenario>;

  /** Starts a promotion whose workload is updated without traffic, while the canary has all of it. */
  async function promoting(rollout: Rollout) {
    await rollout.passes('deploy');
    await rollout.passes('gate');
    const run = await rollout.place.start(['promote']);
    await eventually(async () => (await rollout.weight()) === 100);
    return run;
  }

  it('during the promotion of a good version leaves the traffic at the canary, until a sweep finishes', async () => {
    const rollout = await opened('promoting', {}, slow);
    const run = await promoting(rollout);
    run.child.kill('SIGKILL');
    await run.done;
    await sleep(1.5 * patience);
    expect(await rollout.weight()).toBe(100);
    expect(await rollout.sweptInTurn()).toMatchObject({ code: 0 });
    await rollout.isOver('done', 'candidate');
  });

  it('is not needed for a rollback of a promotion: the canary receives traffic until the workload is ready', async () => {
    const rollout = await opened('rollback', {}, slow);
    const run = await promoting(rollout);
    await rollout.passes('rollback');
    const ended = await run.done;
    expect(ended.code).toBe(1);
    expect(ended.said.join('\n')).toMatch(/another run has taken over|requested the rollback/);
    await rollout.isOver('rolled-back', 'baseline');
  });
});
