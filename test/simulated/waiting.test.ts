import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDecision } from '../../src/release/evidence/dossier.ts';
import { workflow } from '../e2e/harness.ts';
import { canary, openWatched, patience, Rollout, type Simulated, tags, told } from './rollouts.ts';

/** Rollouts that wait on purpose, with traffic on the candidate and no run beside them. */
describe.concurrent('a rollout that waits with traffic on the candidate', () => {
  let lab: Simulated;
  const open: Rollout[] = [];
  beforeAll(async () => {
    lab = await openWatched();
  });
  afterAll(async () => {
    await Promise.all(open.map(rollout => rollout.close()));
    await lab?.close();
  });

  /** Deployed with that strategy. @param rate requests a second. */
  async function deployed(name: string, strategy: object, rate: number): Promise<Rollout> {
    const rollout = await Rollout.open(lab, canary(name, strategy));
    open.push(rollout);
    lab.traffic.setRate(rollout.place.namespace, rate);
    await rollout.passes('deploy');
    return rollout;
  }

  /** Too little to show anything in the time that the gate has. @returns what it says when that is over. */
  async function inconclusive(name: string, strategy: object) {
    const rollout = await deployed(name, strategy, 4);
    await rollout.within('15s');
    const held = told(await rollout.place.run(['gate']));
    await rollout.within('1m');
    return { rollout, place: rollout.place, held };
  }

  it('for somebody to resume it: nobody sweeps it, its watchdog is patient, and it is judged on from there', async () => {
    const { rollout, place, held } = await inconclusive('hold', { 'on-inconclusive': 'hold' });
    expect(held).toMatchObject({
      code: 1,
      state: 'parked',
      waits: 'resume',
      verdict: 'inconclusive',
      weight: '25',
      reason: expect.stringMatching(
        /has 25 % of the traffic and waits for somebody to resume or undo it until/,
      ),
    });
    expect(await place.journal()).toMatchObject({ phase: 'stepping', weight: 25, parked: { for: 'resume' } });
    // Longer than the watchdog of a run that should be there is patient.
    await sleep(1.5 * patience);
    expect(await rollout.weight()).toBe(25);
    expect(told(await place.run(['sweep']))).toMatchObject({ code: 0, state: 'busy' });
    expect(told(await place.run(['status']))).toMatchObject({ state: 'waiting', weight: '25' });
    expect(told(await place.run(['gate', '--approve', 'true']))).toMatchObject({
      code: 1,
      state: 'refused',
      reason: expect.stringContaining('does not wait for an approval'),
    });
    lab.traffic.setRate(place.namespace, 400);
    expect(told(await place.run(['gate']))).toMatchObject({ code: 0, state: 'passed' });
    expect(told(await place.run(['promote']))).toMatchObject({ code: 0, state: 'complete' });
    await rollout.isOver('done', 'candidate');
  });

  it('for an approval: it goes on as if it had passed, and the record says who said so', async () => {
    const { rollout, place, held } = await inconclusive('approve', { 'on-inconclusive': 'approve' });
    expect(held).toMatchObject({ code: 1, state: 'parked', waits: 'approval' });
    const approved = await place.run(['gate', '--approve', 'true'], tags.candidate, workflow('ann', 7));
    expect(told(approved)).toMatchObject({ code: 0, state: 'passed' });
    expect(told(await place.run(['promote']))).toMatchObject({ code: 0, state: 'complete' });
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

  /** A bake of which a run sees only the beginning. */
  const bake = (span: string) => ({ bake: { weight: '80%', for: span, attended: '1s' } });

  it('through a long bake: sweep leaves it alone until that is over, and then promotes it', async () => {
    const rollout = await deployed('bake', bake('30s'), 400);
    const { place } = rollout;
    expect(told(await place.run(['gate']))).toMatchObject({
      code: 0,
      state: 'parked',
      waits: 'bake',
      weight: '80',
    });
    expect(told(await place.run(['sweep']))).toMatchObject({ code: 0, state: 'busy' });
    expect(told(await rollout.sweptInTurn())).toMatchObject({ code: 0, state: 'finished' });
    await rollout.isOver('done', 'candidate');
  });

  it('too long: it is swept, and nothing of it stays', async () => {
    const { rollout, held } = await inconclusive('late', { 'on-inconclusive': 'hold', 'hold-for': '3s' });
    expect(held).toMatchObject({ code: 1, state: 'parked', waits: 'resume' });
    expect(told(await rollout.sweptInTurn())).toMatchObject({
      code: 0,
      state: 'undone',
      reason: expect.stringMatching(/waited until .*, and nobody came to resume it/),
    });
    await rollout.isOver('undone', 'baseline');
  });
});
