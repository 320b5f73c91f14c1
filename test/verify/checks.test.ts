import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/config/types.ts';
import { quantile } from '../../src/toolkit/quantile.ts';
import { type Clock, runChecks, type SendCheck } from '../../src/verify/checks.ts';
import type { HttpAnswer } from '../../src/verify/http.ts';
import { wording } from '../wording.ts';
import { check, response } from './responses.ts';

const good: HttpAnswer = { ok: true, response: response() };
const bad: HttpAnswer = { ok: true, response: response({ status: 503, body: 'starting' }) };
const lost: HttpAnswer = { ok: false, reason: 'did not answer' };

/** A clock that jumps to the next timer. */
class TestClock implements Clock {
  #now = 0;
  readonly #sleepers: { until: number; wake: () => void }[] = [];
  now = () => this.#now;

  sleep(milliseconds: number): Promise<void> {
    return new Promise(wake => {
      this.#sleepers.push({ until: this.#now + milliseconds, wake });
    });
  }

  async finish<T>(work: Promise<T>): Promise<T> {
    let done = false;
    void work.finally(() => {
      done = true;
    });
    for (;;) {
      // Lets everything run that waits for nothing but promises.
      await new Promise(resolve => setImmediate(resolve));
      if (done) return work;
      this.#sleepers.sort((a, b) => a.until - b.until);
      const next = this.#sleepers.shift();
      if (next === undefined) throw new Error('the work waits for something else than the clock');
      this.#now = next.until;
      next.wake();
    }
  }
}

function run(
  checks: Check[],
  send: (check: Check, clock: TestClock, timeoutMs: number) => HttpAnswer | Promise<HttpAnswer>,
) {
  const clock = new TestClock();
  const sender: SendCheck = async (one, timeoutMs) => send(one, clock, timeoutMs);
  return clock.finish(runChecks(checks, sender, clock));
}

describe('a check', () => {
  it('passes at once when the first answer is right', async () => {
    const ready = check();
    expect(await run([ready], () => good)).toEqual([
      { title: 'GET /ready', check: ready, ok: true, attempts: 1, ms: 0 },
    ]);
  });

  it('is repeated every 250 ms until it passes', async () => {
    const answers = [lost, bad, good];
    expect(await run([check()], () => answers.shift()!)).toMatchObject([{ ok: true, attempts: 3, ms: 500 }]);
  });

  it('fails with the last reason when its time is over', async () => {
    const results = await run([check({ 'retry-for': '1s' })], () => bad);
    expect(results).toMatchObject([
      { ok: false, attempts: 4, ms: 750, reason: wording('503', '200', 'starting') },
    ]);
  });

  it('has at least one attempt, however short its time', async () => {
    expect(await run([check({ 'retry-for': '1ms' })], () => lost)).toMatchObject([
      { ok: false, attempts: 1, reason: 'did not answer' },
    ]);
  });

  it('gives an attempt no more than the time that is left, and never more than 10 s', async () => {
    const timeouts: number[] = [];
    await run([check({ 'retry-for': '15s' })], async (_, clock, timeoutMs) => {
      timeouts.push(timeoutMs);
      await clock.sleep(timeoutMs);
      return lost;
    });
    expect(timeouts).toEqual([10_000, 4_750]);
  });

  it.each<[string, HttpAnswer, object]>([
    ['a wrong answer', bad, { reason: wording('503', 'starting') }],
    [
      'no way to the application',
      { ...lost, unsent: true },
      { reason: 'did not answer', cause: 'environment' },
    ],
  ])('does not let the timeout of a last, shortened attempt hide %s', async (_, first, found) => {
    const [result] = await run([check({ 'retry-for': '12s' })], async (_, clock, timeoutMs) => {
      await clock.sleep(Math.min(timeoutMs, 8_000));
      return timeoutMs < 8_000
        ? { ...lost, reason: `did not answer within ${timeoutMs} ms`, timedOut: true }
        : first;
    });
    expect(result).toMatchObject({ ok: false, attempts: 2, ms: 12_000, ...found });
  });

  it('fails with the timeout of a whole attempt, and with a wrong answer to a shortened one', async () => {
    const timedOut: HttpAnswer = { ...lost, timedOut: true };
    const answers: HttpAnswer[] = [bad, timedOut, { ...timedOut, reason: 'was cut short' }];
    const whole = run([check({ 'retry-for': '21s' })], async (_, clock, timeoutMs) => {
      await clock.sleep(timeoutMs);
      return answers.shift()!;
    });
    expect(await whole).toMatchObject([{ attempts: 3, reason: 'did not answer' }]);
    const late = run([check({ 'retry-for': '12s' })], async (_, clock, timeoutMs) => {
      await clock.sleep(timeoutMs);
      return timeoutMs < 10_000 ? bad : timedOut;
    });
    expect(await late).toMatchObject([{ attempts: 2, reason: wording('503') }]);
  });

  it('gives an attempt whole milliseconds, which timers need, also by a clock with fractions', async () => {
    const timeouts: number[] = [];
    const send: SendCheck = async (_, timeoutMs) => {
      timeouts.push(timeoutMs);
      return good;
    };
    let now = 0.25;
    const clock: Clock = { now: () => (now += 0.3), sleep: async () => undefined };
    await runChecks([check({ 'retry-for': '5s' })], send, clock);
    expect(timeouts).toEqual([5_000]);
  });
});

describe('several checks', () => {
  it('run side by side, and are reported in the order of slipway.yml', async () => {
    const checks = [
      check({ get: '/slow', 'retry-for': '30s' }),
      check({ get: '/fast' }),
      check({ get: '/never', 'retry-for': '2s' }),
    ];
    const results = await run(checks, ({ get }, clock) =>
      get === '/fast' || (get === '/slow' && clock.now() >= 20_000) ? good : bad,
    );
    expect(results.map(({ check, ok, ms }) => [check?.get, ok, ms])).toEqual([
      ['/slow', true, 20_000],
      ['/fast', true, 0],
      ['/never', false, 1_750],
    ]);
  });

  it('may be none', async () => {
    expect(await run([], () => good)).toEqual([]);
  });
});

describe('a latency', () => {
  /** Answers after so many ms, by the number of the request. */
  const answering = async (took: (request: number) => number, most = '30s') => {
    let requests = 0;
    const send = async (_: Check, clock: TestClock) => {
      requests += 1;
      await clock.sleep(took(requests));
      return good;
    };
    const [result] = await run(
      [check({ get: '/', 'faster-than': '300ms', times: 20, 'retry-for': most })],
      send,
    );
    return result;
  };

  it('passes with the measured percentile', async () => {
    expect(await answering(request => (request === 7 ? 900 : request))).toMatchObject({
      ok: true,
      attempts: 21,
      detail: wording('95 %', '20', '21 ms'),
    });
  });

  it('fails as soon as too many requests are slow, after three measurements', async () => {
    expect(await answering(() => 301)).toMatchObject({
      ok: false,
      // One request that passes before each measurement, which ends with the second slow one.
      attempts: 9,
      reason: wording('300 ms', '2 of 2', '95 % of 20'),
    });
  });

  it('may be reached by the second measurement, after the first requests of a new version', async () => {
    expect(await answering(request => (request < 4 ? 2_000 : 10))).toMatchObject({ ok: true, attempts: 24 });
  });

  it('ends when the time of the check is over', async () => {
    expect(await answering(() => 2_000, '5s')).toMatchObject({ ok: false, attempts: 3 });
  });

  it('that cannot be measured to its end is not the fault of the release', async () => {
    let requests = 0;
    const [result] = await run([check({ 'faster-than': '300ms', 'retry-for': '5s' })], async (_, clock) => {
      requests += 1;
      await clock.sleep(299);
      return requests < 18 ? good : { ...lost, unsent: true };
    });
    expect(result).toMatchObject({
      ...{ ok: false, attempts: 18, cause: 'environment', skipped: true },
      reason: wording('did not answer', '17 of 20'),
    });
  });

  it('is the smallest value that the share does not exceed', () => {
    const values = Array.from({ length: 20 }, (_, n) => 20 - n);
    expect([0.05, 0.5, 0.95, 1].map(share => quantile(values, share))).toEqual([1, 10, 19, 20]);
    expect(quantile([7], 0.95)).toBe(7);
  });
});
