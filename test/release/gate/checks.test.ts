import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Check } from '../../../src/config/types.ts';
import { checkSchema } from '../../../src/config/verification.ts';
import { ChecksGate } from '../../../src/release/gate/checks.ts';
import type { RolloutSnapshot } from '../../../src/release/rollout/spec.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import type { HttpAnswer } from '../../../src/verify/http.ts';
import { wording } from '../../wording.ts';

const minute = 60_000;

/** A candidate whose answers have this status, and the gate that asks it. */
class Asked {
  status = 200;
  readonly paths: string[] = [];
  readonly reported: string[] = [];
  notified = 0;
  /** What a request fails with before it reaches the candidate. */
  unsent: string | undefined;
  /** Milliseconds until a request is given up; 0 if it is answered. */
  hangs = 0;
  opening: Promise<void> = Promise.resolve();
  /** What is left to write until the weight is set. */
  writes: object[] = [];
  rollout: Partial<RolloutState> = { phase: 'stepping', step: 0, weight: 25, since: 0 };
  readonly gate: ChecksGate;
  readonly store: { rollout: RolloutState };

  constructor(
    stages = [
      { least: 0, approve: false },
      { least: 10 * minute, approve: false },
    ],
  ) {
    const open = async (service: string) => {
      await this.opening;
      return (check: Check) => this.answer(service, check);
    };
    const store = {
      rollout: {} as RolloutState,
      change: async (change: (rollout: RolloutState) => RolloutState) => {
        store.rollout = change(store.rollout);
      },
    };
    this.store = store;
    const router = { ownService: true, weight: () => this.rollout.weight ?? 0, setWeight: () => this.writes };
    const run = {
      spec: { service: 'shop', router, watchMs: minute, pausePolicy: { stages } },
      ...{ open, store, now: Date.now, decisions: { update: () => undefined } },
      informers: { notify: () => (this.notified += 1) },
    };
    const checks = [checkSchema.parse({ get: '/ready', 'retry-for': '2s' })];
    this.gate = new ChecksGate(run as never, checks, line => this.reported.push(line));
  }

  async answer(service: string, { get }: Check): Promise<HttpAnswer> {
    this.paths.push(`${service}${get}`);
    if (this.unsent !== undefined) return { ok: false, reason: this.unsent, unsent: true };
    if (this.hangs > 0) {
      await new Promise(resolve => setTimeout(resolve, this.hangs));
      return { ok: false, reason: `did not answer within ${this.hangs} ms`, timedOut: true };
    }
    return { ok: true, response: { status: this.status, headers: {}, body: '', url: get } };
  }

  snapshot(): RolloutSnapshot {
    const rest = { pods: [], revisions: [], services: [], slices: [] };
    return { now: Date.now(), rollout: this.rollout, ...rest } as unknown as RolloutSnapshot;
  }

  async inputs(ms = 0) {
    this.gate.look(this.snapshot());
    await vi.advanceTimersByTimeAsync(ms);
    return this.gate.inputs(this.snapshot());
  }
}

describe('checks as a gate', () => {
  let asked: Asked;
  beforeEach(() => {
    vi.useFakeTimers({ now: 0, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
    asked = new Asked();
  });
  afterEach(async () => {
    await asked.gate.stop();
    vi.useRealTimers();
  });

  it('give no verdict before a first answer, and are sent only to the candidate', async () => {
    expect(await asked.inputs()).toEqual({ verdict: undefined, facts: [] });
    await asked.inputs(1000);
    expect(asked.paths).toEqual(['shop-canary/ready']);
    expect(asked.notified).toBe(1);
  });

  it('send nothing while the candidate has no traffic', async () => {
    asked.rollout = { ...asked.rollout, phase: 'prepared', weight: 0 };
    await asked.inputs(minute);
    asked.rollout = { ...asked.rollout, phase: 'rolling-back', weight: 25 };
    await asked.inputs(minute);
    asked.rollout = { ...asked.rollout, phase: 'stepping' };
    asked.writes = [{}];
    await asked.inputs(minute);
    expect(asked.paths).toEqual([]);
  });

  it('pass a stage once its time is over: a minute, or what slipway.yml says', async () => {
    expect((await asked.inputs(30_000)).verdict).toEqual({ verdict: 'continue', reason: wording('25 %') });
    expect((await asked.inputs(32_000)).verdict).toEqual({ verdict: 'pass', reason: wording('1 check') });
    asked.rollout = { phase: 'baking', step: 1, weight: 80, since: Date.now() };
    expect((await asked.inputs(0)).verdict).toBeUndefined();
    expect((await asked.inputs(9 * minute)).verdict).toMatchObject({ verdict: 'continue' });
    expect((await asked.inputs(minute + 3000)).verdict).toMatchObject({ verdict: 'pass' });
  });

  it('pass only by answers to requests of after that time', async () => {
    await asked.inputs(59_000);
    asked.status = 503;
    expect((await asked.inputs(2000)).verdict).toEqual({ verdict: 'continue', reason: wording('25 %') });
    asked.status = 200;
    expect((await asked.inputs(3000)).verdict).toMatchObject({ verdict: 'pass' });
  });

  it('count the time of a stage from when its weight was first set, whichever run saw that', async () => {
    asked.store.rollout = { checked: { stage: 'stepping 0', since: -50_000 } } as RolloutState;
    expect((await asked.inputs(11_000)).verdict).toMatchObject({ verdict: 'pass' });
  });

  it('end the rollout when one fails for longer than its `timeout`, and not before', async () => {
    await asked.inputs(5000);
    asked.status = 503;
    expect(await asked.inputs(1500)).toMatchObject({ verdict: { verdict: 'continue' }, facts: [] });
    const { facts } = await asked.inputs(5000);
    expect(facts).toEqual([wording('GET /ready', '503')]);
    asked.status = 200;
    expect((await asked.inputs(minute)).facts).toEqual(facts);
    expect(asked.reported).toEqual([wording('GET /ready')]);
  });

  it('end it when a request hangs for longer than that', async () => {
    await asked.inputs(5000);
    asked.hangs = 10_000;
    expect((await asked.inputs(9000)).facts).toEqual([]);
    expect((await asked.inputs(4000)).facts).toEqual([wording('GET /ready', '10 s', 'did not answer')]);
  });

  it('end it also when the failure began at the weight before', async () => {
    await asked.inputs(59_500);
    asked.status = 503;
    await asked.inputs(1000);
    asked.rollout = { phase: 'baking', step: 1, weight: 80, since: Date.now() };
    expect((await asked.inputs(4000)).facts).toEqual([wording('503')]);
  });

  it('forgive a candidate that answers again in time', async () => {
    await asked.inputs(4100);
    asked.status = 503;
    await asked.inputs(2000);
    asked.status = 200;
    expect((await asked.inputs(minute)).facts).toEqual([]);
  });

  it.each([
    ['no candidate could be asked', { rollout: { phase: 'promoting' as const, weight: 0 } }],
    ['the API server was away', { unsent: 'the API server is away' }],
  ])('do not count a time in which %s as one of failure', async (_, interruption) => {
    await asked.inputs(4100);
    asked.status = 503;
    await asked.inputs(1500);
    Object.assign(asked, interruption);
    await asked.inputs(4 * minute);
    asked.unsent = undefined;
    asked.rollout = { phase: 'watching', step: 1, weight: 100, since: Date.now() };
    expect((await asked.inputs(1500)).facts).toEqual([]);
  });

  it('do not count a time in which the Service could not be found as one of failure', async () => {
    await asked.inputs(4100);
    asked.status = 503;
    await asked.inputs(1500);
    const opened = Promise.withResolvers<void>();
    asked.opening = opened.promise;
    await asked.inputs(4 * minute);
    opened.resolve();
    expect((await asked.inputs(1500)).facts).toEqual([]);
  });

  it('say nothing about a candidate that the API server cannot ask, and report that once', async () => {
    asked.unsent = 'the API server is away';
    expect(await asked.inputs(5 * minute)).toEqual({ verdict: undefined, facts: [] });
    expect(asked.reported).toEqual([wording('the API server is away')]);
    asked.unsent = undefined;
    expect((await asked.inputs(5000)).verdict).toMatchObject({ verdict: 'pass' });
  });

  it('go on after the promotion, with the Service that users reach', async () => {
    asked.rollout = { phase: 'watching', step: 1, weight: 100, since: 0 };
    expect((await asked.inputs(1000)).verdict).toMatchObject({ verdict: 'continue' });
    expect(asked.paths).toEqual(['shop/ready']);
  });

  it('stop at once, also before the Service is found, and ask nothing more', async () => {
    const opened = Promise.withResolvers<void>();
    asked.opening = opened.promise;
    asked.status = 503;
    await asked.inputs(1000);
    await asked.gate.stop();
    opened.resolve();
    expect(await asked.inputs(minute)).toEqual({ verdict: undefined, facts: [] });
    expect(asked.paths.length).toBeLessThanOrEqual(1);
    expect(asked.reported).toEqual([]);
  });
});
