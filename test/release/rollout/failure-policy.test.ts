import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClusterError, MissingPermission } from '../../../src/cluster/errors.ts';
import type { Answer, Method } from '../../../src/cluster/port.ts';
import {
  isRetryable,
  NoAnswer,
  outageTimeout,
  retryWhileTemporary,
  WriteBudget,
} from '../../../src/cluster/retry.ts';
import { RolloutAbandoned } from '../../../src/release/rollout/context.ts';
import { FailurePolicy } from '../../../src/release/rollout/failure-policy.ts';
import { reconcile } from '../../../src/release/rollout/reconciler.ts';
import { LeaseLost } from '../../../src/release/store/fencing.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { timing } from '../../../src/toolkit/timing.ts';
import { wording } from '../../wording.ts';
import { driven } from '../driven.ts';
import { Model } from '../model.ts';
import { sentence } from '../objects.ts';

const route = '/apis/gateway.networking.k8s.io/v1/namespaces/shop/httproutes/shop';
const answered = (status: number, message: string, reason = '') =>
  new ClusterError(`PATCH ${route}`, status, JSON.stringify({ reason, message }));
const webhook = 'failed calling webhook "routes.example.com": connection refused';
const denied = answered(
  403,
  'admission webhook "policy.example.com" denied the request: no canaries today',
  'Forbidden',
);

describe('the consequence of a failed call', () => {
  const conflict = answered(409, 'the object has been modified', 'Conflict');
  const invalid = answered(422, 'HTTPRoute "shop" is invalid: spec.rules: too many', 'Invalid');
  const temporary = [
    answered(401, 'Unauthorized'),
    answered(429, 'too many requests'),
    answered(500, webhook),
    answered(503, 'away'),
    new NoAnswer(`PATCH ${route}`, new Error('x')),
  ];
  const policy = answered(
    422,
    'httproutes "shop" is forbidden: ValidatingAdmissionPolicy "p" denied request: no',
    'Invalid',
  );
  const refused = [denied, invalid, policy, new MissingPermission('patch httproutes')];

  it.each(temporary.map(error => [error.message, error] as const))(
    'is a retry for some time, then a rollback: %s',
    (_, error) => {
      const failed = new FailurePolicy();
      const waits = [0, 100, 200, 299].map(now => failed.consequenceOf(error, false, now));
      expect(waits).toEqual([250, 500, 1000, 2000].map(ms => ({ do: 'retry', ms })));
      expect(failed.consequenceOf(error, false, 300)).toEqual({ do: 'roll-back', reason: error.message });
    },
  );

  it.each(refused.map(error => [error.message, error] as const))('is a rollback at once: %s', (_, error) => {
    expect(new FailurePolicy().consequenceOf(error, false, 0)).toEqual({
      do: 'roll-back',
      reason: error.message,
    });
  });

  it('is a retry after a conflict, but not without end', () => {
    const failed = new FailurePolicy();
    for (let race = 0; race < 20; race += 1)
      expect(failed.consequenceOf(conflict, false, 0)).toEqual({ do: 'retry', ms: 50 });
    expect(failed.consequenceOf(conflict, false, 0)).toMatchObject({ do: 'roll-back' });
  });

  it('is the end of the run if the rollback cannot be written either', () => {
    const failed = new FailurePolicy();
    failed.consequenceOf(denied, false, 0);
    for (const now of [1, 100, 200, 300])
      expect(failed.consequenceOf(denied, false, now)).toMatchObject({ do: 'retry' });
    expect(failed.consequenceOf(denied, true, 302)).toMatchObject({
      do: 'leave',
      reason: wording('policy.example.com'),
    });
  });

  it('does not count a failure of long ago', () => {
    const failed = new FailurePolicy();
    failed.consequenceOf(temporary[1], true, 0);
    expect(failed.consequenceOf(temporary[1], true, 60_000)).toMatchObject({ do: 'retry' });
    expect(failed.consequenceOf(temporary[1], true, 60_001)).toMatchObject({ do: 'retry' });
  });

  it('engine 3: counts the time from when the call began, however long it took to fail', () => {
    const failed = new FailurePolicy();
    const away = answered(503, 'away');
    expect(failed.consequenceOf(away, false, 0, 400)).toMatchObject({ do: 'roll-back' });
    expect(failed.consequenceOf(away, true, 401, 800)).toMatchObject({
      do: 'leave',
      reason: wording('away'),
    });
  });

  it('engine 3: comes to an end even if the backoff is longer than the time for retries', () => {
    const failed = new FailurePolicy();
    const away = answered(503, 'away');
    let now = 0;
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const consequence = failed.consequenceOf(away, true, now);
      if (consequence.do !== 'retry') return expect(consequence.do).toBe('leave');
      now += consequence.ms;
    }
    expect.fail('it is tried without end');
  });

  it('does not count failures before an accepted write', () => {
    const failed = new FailurePolicy();
    failed.consequenceOf(temporary[1], false, 0);
    failed.reset();
    expect(failed.consequenceOf(temporary[1], false, 5000)).toEqual({ do: 'retry', ms: 250 });
  });

  it('is none for a lost Lease or a bug, which are thrown', () => {
    for (const error of [new LeaseLost('lost', ''), new TypeError('x')])
      expect(() => new FailurePolicy().consequenceOf(error, false, 0)).toThrow(error);
  });
});

describe('a canary at 25 % when writes begin to fail', () => {
  /** @param fails the error of the n-th patch of the objects of that kind from then on. */
  function start(fails: (attempt: number) => Error | undefined, kind = 'httproutes') {
    const model = new Model();
    model.verdict = () => ({ verdict: 'pass', reason: 'good' });
    model.run(() => model.weight === 25);
    const drives = driven(model, { verdict: { verdict: 'pass', reason: 'good' } });
    drives.spec = { ...drives.spec, goal: 'judged' };
    const patch = drives.cluster.patch.bind(drives.cluster);
    let attempts = 0;
    drives.cluster.patch = async (path, format, body) => {
      if (path.includes(kind)) attempts += 1;
      const error = path.includes(kind) ? fails(attempts) : undefined;
      if (error !== undefined) throw error;
      return patch(path, format, body) as never;
    };
    return { model, drives };
  }
  async function run(fails: (attempt: number) => Error | undefined) {
    const { model, drives } = start(fails);
    return { end: await reconcile(drives), model };
  }

  it('engine 3: continues when the failure passes in time', async () => {
    const { end } = await run(attempt => (attempt <= 1 ? answered(500, webhook) : undefined));
    expect(end.state).toBe('judged');
  });

  it('CH 6: is rolled back with the message of the policy that denies the next step', async () => {
    const { end, model } = await run(attempt => (attempt === 1 ? denied : undefined));
    expect(end).toMatchObject({ state: 'rolled-back', reason: wording('no canaries today') });
    expect(model.weight).toBe(0);
  });

  it('CH 5: is rolled back with the reason when the canary cannot be scaled', async () => {
    const { model, drives } = start(() => answered(500, webhook), 'deployments');
    // The model's clock is faster than the one by which writes are retried.
    model.rollout.deadline += 86_400_000;
    const end = await reconcile(drives);
    expect(end).toMatchObject({ state: 'rolled-back', reason: wording('routes.example.com') });
    expect(model.weight).toBe(0);
  });

  it('CH 2, CH 3: says that it could not be rolled back, and leaves that to the watchdog and sweep', async () => {
    const { model, drives } = start(() => answered(500, webhook));
    expect(await sentence(() => reconcile(drives))).toEqual(wording('routes.example.com', 'sweep'));
    expect(model.rollout.phase).toBe('rolling-back');
    expect(model.weight).toBe(25);
  });
});

describe('engine 3: a write that takes longer to fail than writes are retried', () => {
  afterEach(() => vi.restoreAllMocks());

  it('ends the run, and is not retried without end', async () => {
    const model = new Model();
    model.run(() => model.weight === 25);
    const drives = driven(model, { verdict: { verdict: 'pass', reason: 'good' } });
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    let attempts = 0;
    drives.cluster.patch = async () => {
      attempts += 1;
      if (attempts > 9) throw new TypeError('it is tried without end');
      now += 400;
      throw answered(503, 'away');
    };
    expect(await sentence(() => reconcile(drives))).toEqual(wording('away', 'sweep'));
    expect(attempts).toBe(2);
  });
});

describe('a run all of whose writes the API server refuses, with the timeouts of users,', () => {
  const { writeRetry, writeAnswer, apiRetry } = timing;
  beforeEach(() => {
    Object.assign(timing, { writeRetry: 20_000, writeAnswer: 12_000, apiRetry: 500 });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    Object.assign(timing, { writeRetry, writeAnswer, apiRetry });
    vi.useRealTimers();
  });

  /** Writes through the port, questions to which are answered. */
  function failingWrites(answer: (limit: number) => Promise<Pick<Answer, 'status' | 'body'>>) {
    const writes = new WriteBudget(async () => true);
    return async (method: Method, path: string) => {
      const { status, body } = await writes.run(
        (limit, isFinal) =>
          retryWhileTemporary(
            async () => ({ ...(await answer(limit)), headers: {}, serverTime: 0 }),
            { method, path },
            each => isRetryable(method, each, false),
            outageTimeout,
            isFinal,
          ),
        true,
      );
      throw new ClusterError(`${method} ${path}`, status, body);
    };
  }

  const silent = (limit: number) =>
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(Object.assign(new Error('aborted'), { code: 'ABORT_ERR' })), limit),
    );
  const answers = [401, 403, 422, 429, 500, 502, 503].map(
    status => [`${status}`, async () => ({ status, body: '{"message":"no"}' })] as const,
  );

  it.each([...answers, ['no answer', silent] as const])(
    'CH 2: ends within 50 s, and leaves 10 s for its record and its Lease: %s',
    async (_, answer) => {
      const model = new Model();
      model.verdict = () => ({ verdict: 'pass', reason: 'good' });
      model.run(() => model.weight === 25);
      const drives = driven(model, { verdict: { verdict: 'pass', reason: 'good' } });
      const write = failingWrites(answer);
      drives.cluster.patch = path => write('PATCH', path);
      drives.store.change = () => write('PUT', '/api/v1/namespaces/shop/configmaps/slipway-shop');
      drives.informers.waitForChange = ms => new Promise(resolve => setTimeout(resolve, ms));
      const began = performance.now();
      const ended = reconcile(drives).then(
        () => expect.fail('it went on'),
        (error: unknown) => ({ error, ms: performance.now() - began }),
      );
      await vi.advanceTimersByTimeAsync(180_000);
      const { error, ms } = await ended;
      expect(error).toBeInstanceOf(RolloutAbandoned);
      // Without an answer each of the two writes that enter the rollback waits for one.
      expect(ms).toBeLessThanOrEqual(answer === silent ? 51_000 : 50_000);
    },
  );
});

describe('a run whose watches fail', () => {
  async function blind(change: object) {
    const run = driven(new Model());
    const observe = run.informers.snapshot.bind(run.informers);
    run.informers.snapshot = () => ({ ...observe(), ...change });
    return reconcile(run);
  }

  it('engine 2: ends when the API server has not answered for long', async () => {
    expect(await sentence(() => blind({ staleFor: 120_001 }))).toEqual(wording('120 s', 'sweep'));
  });

  it('engine 2: ends when its credential is refused', async () => {
    const refused = answered(401, 'Unauthorized', 'Unauthorized');
    expect(await sentence(() => blind({ staleFor: 10, refused }))).toEqual(wording('401', 'sweep'));
  });
});

it('a candidate with all traffic is not rolled back when a temporary object cannot be removed', async () => {
  const model = new Model();
  model.verdict = () => ({ verdict: 'pass', reason: 'good' });
  model.run(({ do: what }) => what === 'remove');
  const drives = driven(model);
  drives.cluster.remove = async () => {
    throw answered(403, 'the canary may not be deleted');
  };
  expect(await sentence(() => reconcile(drives))).toEqual(wording('the canary may not be deleted', 'sweep'));
  expect(model.rollout.phase).toBe('promoting');
});

describe('a decision that cannot be made', () => {
  it('rolls the release back: the weights of a route cannot be split exactly', () => {
    const error = new UserError('HTTPRoute/shop has a rule with odd weights', 'use rounder weights');
    expect(new FailurePolicy().consequenceOf(error, false, 0)).toEqual({
      do: 'roll-back',
      reason: error.message,
    });
  });

  it('ends the run when another run has taken over', () => {
    const lost = new LeaseLost('another run has it', 'see that run');
    expect(() => new FailurePolicy().consequenceOf(lost, false, 0)).toThrow(lost);
  });
});
