import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Duration } from '../../../src/config/duration.ts';
import type { Exec } from '../../../src/recovery/exec.ts';
import { askReplication, measureReplication } from '../../../src/recovery/postgres/replication.ts';
import { wording } from '../../wording.ts';

const answering =
  (answer: object | string): Exec =>
  async () =>
    typeof answer === 'string'
      ? { code: 2, stdout: '', stderr: answer }
      : { code: 0, stdout: `${JSON.stringify(answer)}\n`, stderr: '' };
const silent: Exec = () => new Promise(() => undefined);
const ask = (pods: Record<string, Exec>) =>
  askReplication(new Map(Object.entries(pods)), { database: 'shop' }, 50);

const row = {
  ...{ name: 'db-1', address: '10.0.0.1', state: 'streaming', synchronous: false },
  ...{ bytes: 300, lag: 2000, reported: 500 },
};
const archiving = { on: true, archived: 1000, failed: null, waited: null };
const primary = (...standbys: object[]) => answering({ standby: false, commits: true, standbys, archiving });
const standby = answering({ standby: true, standbys: [], archiving: null });

describe('a database that is asked about its standbys', () => {
  it('answers by the pod that is the primary, whatever its name is', async () => {
    expect(
      await ask({ 'db-0': standby, 'db-1': primary(row), 'db-2': answering('refused'), 'db-3': silent }),
    ).toEqual({
      primary: 'db-1',
      standbys: [
        {
          ...{ name: 'db-1', address: '10.0.0.1', state: 'streaming', synchronous: false, bytes: 300 },
          // Without progress since its report it is farther behind now.
          lag: { least: 2000, most: 2500 },
        },
      ],
      allWait: true,
      archiving: { on: true, archived: 1000, failed: undefined, waited: 0 },
      standbyPods: ['db-0'],
      unreachable: new Map([
        ['db-2', wording('shop', 'refused')],
        ['db-3', wording('50 ms')],
      ]),
    });
  });

  it.each([
    [
      'has replayed everything, however old its report is',
      { bytes: 0, lag: 9000, reported: 60_000 },
      { least: 0, most: 0 },
    ],
    ['was not behind at its last report', { bytes: 10, lag: null, reported: 700 }, { least: 0, most: 700 }],
  ])('measures a standby that %s', async (_, numbers, lag) => {
    expect(await ask({ 'db-0': primary({ ...row, ...numbers }) })).toMatchObject({ standbys: [{ lag }] });
  });

  it.each<[string, Record<string, Exec>, string[]]>([
    ['no pod is the primary', { 'db-0': standby, 'db-1': answering('refused') }, ['db-1', 'refused']],
    ['the answer is another', { 'db-0': primary({ ...row, bytes: 'many' }) }, ['db-0']],
    ['the answer is empty', { 'db-0': async () => ({ code: 0, stdout: '', stderr: '' }) }, ['db-0']],
  ])('is unknown, and never throws, if %s', async (_, pods, facts) => {
    expect(await ask(pods)).toEqual({ unknown: wording(...facts) });
  });

  it('is split if two pods are the primary', async () => {
    expect(await ask({ 'db-0': primary(), 'db-1': primary() })).toEqual({ split: wording('db-0', 'db-1') });
  });
});

describe('a standby that may be late, but was not at its last report', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const replica = { survives: 'node', mode: 'asynchronous', 'max-lag': 5000 as Duration } as const;
  const promised = { replicas: [replica], 'archive-lag': 60_000 as Duration };

  /** @param reports how long ago the standby has reported, at each question; ms. */
  async function measured(...reports: number[]) {
    let asked = 0;
    const measuring = measureReplication(
      () => {
        const reported = reports[Math.min(asked, reports.length - 1)];
        asked += 1;
        return ask({ 'db-0': primary({ ...row, lag: 1000, reported }) });
      },
      promised,
      new Map(),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    return { verdict: (await measuring).verdict, asked };
  }

  it('is asked again until it reports', async () => {
    expect(await measured(8000, 9000, 0)).toEqual({ verdict: 'ok', asked: 3 });
  });

  it('is behind if no report comes when one is due', async () => {
    const { verdict, asked } = await measured(8000);
    expect(verdict).toBe('behind');
    expect(asked).toBeGreaterThan(10);
  });

  it('is not asked again if it is late by its own report, or not late at all', async () => {
    expect(await measured(0)).toEqual({ verdict: 'ok', asked: 1 });
    const late = measureReplication(
      () => ask({ 'db-0': primary({ ...row, lag: 6000, reported: 0 }) }),
      promised,
      new Map(),
    );
    expect((await late).verdict).toBe('behind');
  });
});
