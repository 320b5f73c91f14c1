import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArrivalParts, checkArrival, type LogSource, type WrittenLine } from '../../src/logs/arrival.ts';
import { wording } from '../wording.ts';
import { clientOf, type FakeStore, type StoreKind, startStore } from './log-stores.ts';

const start = 1_767_225_600_000;
const sources: LogSource[] = ['shop', 'worker', 'mailer'].map(name => ({
  ...{ workload: `Deployment/${name}`, pod: `${name}-1`, node: 'node-a', container: 'app' },
}));

let store: FakeStore;
let now: number;
afterEach(() => store.close());

describe.each<StoreKind>(['elasticsearch', 'loki'])('M7: the arrival of lines in %s', kind => {
  beforeEach(async () => {
    store = await startStore(kind);
    now = start;
  });

  /** A shipper that needs some time, and drops the lines of these pods. */
  const ship = (
    pod: string,
    text: string,
    { dropped = [] as string[], late = 3000, at = now, parsed = {} } = {},
  ) => {
    if (dropped.includes(pod)) return;
    const entry = { time: BigInt(at) * 1_000_000n, namespace: 'shop', pod, text, parsed };
    arriving.push({ at: now + late, arrive: () => store.entries.push(entry) });
  };
  const arriving: { at: number; arrive(): unknown }[] = [];
  const parts = (more: Partial<ArrivalParts> = {}): ArrivalParts => ({
    ...{ store: clientOf(kind, store.url), namespace: 'shop', maxDelay: 10_000, now: () => now },
    sleep: async ms => {
      now += ms;
      for (const each of arriving.splice(0)) each.at <= now ? each.arrive() : arriving.push(each);
    },
    tail: async () => ({ ok: true, value: [] }),
    ...more,
  });
  const writing =
    (options = {}): NonNullable<ArrivalParts['write']> =>
    async ({ pod }, line) => {
      ship(pod, line, options);
      return undefined;
    };
  const tailOf = (text: string, options = {}): ArrivalParts['tail'] => {
    const shipped = new Set<string>();
    return async ({ pod }) => {
      if (!shipped.has(pod)) ship(pod, text, { at: start - 60_000, ...options });
      shipped.add(pod);
      const written: WrittenLine[] = [
        { at: start - 90_000, text: 'an older line' },
        { at: start - 60_000, text },
      ];
      return { ok: true, value: written };
    };
  };

  it('is proved by a line that is written into each container', async () => {
    const check = await checkArrival(sources, [], parts({ write: writing() }));
    expect(check).toMatchObject({ verdict: 'pass', findings: [], reason: wording('each of the 3 pods') });
  });

  it('names the workload whose lines are dropped', async () => {
    const check = await checkArrival(sources, [], parts({ write: writing({ dropped: ['worker-1'] }) }));
    expect(check).toMatchObject({
      verdict: 'fail',
      reason: wording('Deployment/worker', 'worker-1', 'node-a', '10 s'),
    });
    expect(check.findings.map(({ subject }) => subject)).toEqual(['Deployment/worker']);
  });

  it('fails if the lines come too late', async () => {
    const { verdict, findings } = await checkArrival(
      sources,
      [],
      parts({ write: writing({ late: 30_000 }) }),
    );
    expect([verdict, findings.length]).toEqual(['fail', 3]);
  });

  it('is proved by the last line of each container, without a write', async () => {
    const line = '{"message":"job 12 done","level":"info"}';
    expect(await checkArrival(sources, [], parts({ tail: tailOf(line) }))).toMatchObject({ verdict: 'pass' });
    store.entries.length = 0;
    const dropped = await checkArrival(sources, [], parts({ tail: tailOf(line, { dropped: ['mailer-1'] }) }));
    expect(dropped.verdict).toBe('fail');
    expect(dropped.findings.map(({ subject }) => subject)).toEqual(['Deployment/mailer']);
  });

  it('is not proved by an older line', async () => {
    const tail: ArrivalParts['tail'] = async ({ pod }) => {
      ship(pod, 'an older line', { at: start - 90_000 });
      const value = [
        { at: start - 90_000, text: 'an older line' },
        { at: start - 60_000, text: 'the last line' },
      ];
      return { ok: true, value };
    };
    expect((await checkArrival(sources, [], parts({ tail }))).verdict).toBe('fail');
  });

  it('is unknown for a silent container, and says why', async () => {
    const report = await checkArrival(sources, [], parts());
    expect(report).toMatchObject({ verdict: 'unknown', reason: wording('Deployment/shop', 'nothing') });
    const write = async () => 'executable file not found';
    expect((await checkArrival(sources, [], parts({ write }))).reason).toEqual(
      wording('executable file not found'),
    );
    expect(await checkArrival([], ['CronJob/night'], parts())).toMatchObject({ verdict: 'unknown' });
  });

  it('M7: is unknown if a workload has no pod to check, except a CronJob', async () => {
    const check = await checkArrival(sources, ['Deployment/crashing'], parts({ write: writing() }));
    expect(check).toMatchObject({ verdict: 'unknown', reason: wording('Deployment/crashing') });
    expect(check.findings.map(({ subject }) => subject)).toEqual(['Deployment/crashing']);
    const report = await checkArrival(sources, ['CronJob/night'], parts({ write: writing() }));
    expect(report.verdict).toBe('pass');
  });

  it('falls back to the last line of a container without a shell', async () => {
    const write = async () => 'executable file not found';
    expect(await checkArrival(sources, [], parts({ write, tail: tailOf('last') }))).toMatchObject({
      verdict: 'pass',
    });
  });

  it('is unknown while the store is away or answers in part', async () => {
    const client = clientOf(kind, 'http://127.0.0.1:1');
    const away = await checkArrival(sources, [], parts({ store: client, write: writing() }));
    expect(away).toMatchObject({ verdict: 'unknown', reason: wording('does not answer'), findings: [] });
    store.overwrite =
      kind === 'loki' ? { warnings: ['x'] } : { _shards: { total: 2, successful: 1, skipped: 0, failed: 1 } };
    const partial = await checkArrival(sources, [], parts({ write: writing() }));
    expect(partial).toMatchObject({ verdict: 'unknown', findings: [] });
  });

  if (kind === 'elasticsearch')
    it('is proved by the message alone if the shipper parses lines', async () => {
      const tail: ArrivalParts['tail'] = async ({ pod }) => {
        ship(pod, 'job 12 done', { at: start });
        return { ok: true, value: [{ at: start, text: '{"message":"job 12 done","level":"info"}' }] };
      };
      expect(await checkArrival(sources, [], parts({ tail }))).toMatchObject({ verdict: 'pass' });
    });
});
