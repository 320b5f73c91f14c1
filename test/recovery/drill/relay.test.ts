import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import { Overtaken } from '../../../src/recovery/drill/kept-journal.ts';
import {
  HandedOver,
  type Left,
  type RelayOptions,
  type RunningRelay,
  readLeft,
  startRelay,
} from '../../../src/recovery/drill/relay.ts';
import { wording } from '../../wording.ts';

const base = Date.parse('2026-11-26T12:00:00Z');
const baton = { namespace: 'shop-drill', run: 'restore-01234567', order: sha256Of('order') };
const namespacePath = '/api/v1/namespaces/shop-drill';
const journalPath = `${namespacePath}/configmaps/dr-drill.journal`;

// biome-ignore lint/suspicious/noExplicitAny: objects as a server has them
type Kept = any;
let kept: Map<string, Kept>;
let clock: number;
let versions: number;
let fail: ((method: string, path: string) => Error | undefined) | undefined;
let cluster: Cluster;
const running: RunningRelay[] = [];
beforeEach(() => {
  [clock, versions, fail] = [base, 1, undefined];
  const labels = { 'dr-drill/disposable': 'true', 'dr-drill/run': baton.run };
  kept = new Map([
    [namespacePath, { metadata: { name: 'shop-drill', uid: 'ns-1', labels, resourceVersion: '1' } }],
  ]);
  const store = (path: string, object: Kept) => {
    versions += 1;
    const managedFields = [{ time: new Date(clock).toISOString() }];
    const metadata = { ...object.metadata, resourceVersion: String(versions), managedFields };
    kept.set(path, { ...object, metadata });
    return kept.get(path);
  };
  const demand = (method: string, path: string) => {
    const error = fail?.(method, path);
    if (error !== undefined) throw error;
  };
  cluster = {
    now: () => clock,
    get: async (path: string) => structuredClone(kept.get(path)),
    create: async (path: string, object: Kept) => {
      demand('POST', path);
      return store(`${path}/${object.metadata.name}`, object);
    },
    patch: async (path: string, _: string, patch: Kept) => {
      demand('PATCH', path);
      const there = kept.get(path);
      if (there === undefined) throw new ClusterError('PATCH', 404, '{"reason":"NotFound"}');
      if (patch.metadata?.resourceVersion !== there.metadata.resourceVersion)
        throw new ClusterError('PATCH', 409, '{"reason":"Conflict"}');
      const annotations = { ...there.metadata.annotations, ...patch.metadata?.annotations };
      const metadata = { ...there.metadata, ...patch.metadata, annotations };
      return store(path, { ...there, ...patch, metadata, data: { ...there.data, ...patch.data } });
    },
  } as unknown as Cluster;
});
afterEach(() => {
  for (const each of running.splice(0)) each.end();
});

let spent = false;
async function job(left?: Left, changes: Partial<RelayOptions> = {}): Promise<RunningRelay> {
  const relay = await startRelay(cluster, {
    ...{ ...baton, uid: 'ns-1', ttl: 3_600_000, seed: 'x', set: 'set-1', startedAt: clock, left },
    ...{ spent: () => spent, now: () => clock, sleep: async () => undefined },
    ...changes,
  });
  running.push(relay);
  return relay;
}
beforeEach(() => {
  spent = false;
});
const read = (changes: Partial<typeof baton> = {}) =>
  readLeft(
    cluster,
    { ...baton, ...changes },
    {
      signal: new AbortController().signal,
      sleep: async milliseconds => {
        clock += milliseconds;
      },
    },
  );
const lost = async () => ({ at: clock });

describe('a drill that goes from job to job', () => {
  it('does each step once, and is handed over before the next one when the time is over', async () => {
    const first = await job();
    await first.once('lost', async () => {
      clock += 1000;
      spent = true;
      return { at: clock, ledger: [{ seq: 1, sentAt: base, ackedAt: base + 1, sha256: sha256Of('1') }] };
    });
    await expect(first.once('raised', async () => ({ pod: 'p' }))).rejects.toThrow(HandedOver);
    await first.handOver();
    clock += 60_000;
    const left = await read();
    expect(left.journal).toMatchObject({
      jobs: 1,
      free: true,
      set: 'set-1',
      done: { lost: { at: base + 1000 } },
    });
    const second = await job(left);
    expect([second.jobs, second.startedAt]).toEqual([2, base]);
    const again = await second.once('lost', () => Promise.reject(new Error('it is lost already')));
    expect(again.ledger).toEqual([{ seq: 1, sentAt: base, ackedAt: base + 1, sha256: sha256Of('1') }]);
    // However short its time, a job comes a step further.
    expect(await second.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
    await expect(second.once('proved', async () => [])).rejects.toThrow(HandedOver);
    await expect(second.waits(1)).rejects.toThrow(HandedOver);
    await second.handOver();
    expect((await read()).journal).toMatchObject({ jobs: 2, done: { raised: { pod: 'p' } } });
  });

  it('writes nothing before there is something to go on with', async () => {
    const relay = await job();
    await expect(relay.once('lost', () => Promise.reject(new Error('not steady')))).rejects.toThrow(
      'not steady',
    );
    expect([...kept.keys()]).toEqual([namespacePath]);
    await expect(read()).rejects.toThrow(wording('restore-01234567'));
  });

  it('keeps what was done although a step after it fails', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    await expect(relay.once('raised', () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    relay.end();
    clock += 40_000;
    const { done } = (await read()).journal;
    expect(Object.keys(done)).toEqual(['lost']);
  });

  it('is kept for as long as it may take until somebody comes, counted anew while one is at work', async () => {
    const expires = () => Date.parse(kept.get(namespacePath).metadata.annotations['dr-drill/expires']);
    const relay = await job();
    expect(expires()).toBe(base + 3_600_000);
    await relay.once('lost', lost);
    clock += 1_800_000;
    await relay.handOver();
    expect(expires()).toBe(base + 1_800_000 + 3_600_000);
  });

  it('is waited for while a job is at work that gives signs of life, and taken from a dead one', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    relay.end();
    const left = await read();
    expect(clock - base).toBeGreaterThanOrEqual(30_000);
    expect(clock - base).toBeLessThan(35_000);
    expect((await job(left)).jobs).toBe(2);
  });

  it('stops touching anything when another job has gone on with it', async () => {
    const dead = await job();
    await dead.once('lost', lost);
    clock += 40_000;
    const left = await read();
    const second = await job(left);
    await expect(dead.once('raised', async () => ({ pod: 'other' }))).rejects.toThrow(Overtaken);
    await expect(dead.waits(1)).rejects.toThrow(wording());
    expect(await second.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
    await expect(job(left)).rejects.toThrow(Overtaken);
  });

  it('is not in its own way when the answer to a write was lost', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    const { metadata } = kept.get(journalPath);
    // Written, and nobody heard of it.
    kept.set(journalPath, { ...kept.get(journalPath), metadata: { ...metadata, resourceVersion: 'later' } });
    expect(await relay.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
  });

  it('waits for an API server that is away, and not for a right that is lacking', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    let away = 3;
    fail = method => {
      away -= 1;
      return method === 'PATCH' && away >= 0 ? new ClusterError('PATCH', 503, '') : undefined;
    };
    expect(await relay.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
    fail = () => new ClusterError('PATCH', 422, '{}');
    await expect(relay.once('proved', async () => [])).rejects.toThrow('422');
  });
});

describe('what is gone on with', () => {
  it.each<[string, () => void, RegExp]>([
    [
      'of another drill',
      () => (kept.get(namespacePath).metadata.labels['dr-drill/run'] = 'restore-7'),
      wording('restore-7', 'restore-01234567'),
    ],
    [
      'that is being cleared away',
      () => (kept.get(namespacePath).metadata.deletionTimestamp = 'x'),
      wording(),
    ],
    ['that is gone', () => kept.delete(namespacePath), wording()],
    ['of another namespace of that name', () => (kept.get(namespacePath).metadata.uid = 'ns-2'), wording()],
    ['whose journal is none', () => (kept.get(journalPath).data.journal = '{}'), wording()],
    ['whose journal is empty', () => (kept.get(journalPath).data = undefined), wording()],
  ])('is nothing %s', async (_, change, problem) => {
    const relay = await job();
    await relay.once('lost', lost);
    await relay.handOver();
    expect((await read()).journal.free).toBe(true);
    const before = versions;
    change();
    await expect(read()).rejects.toThrow(problem);
    expect(versions).toBe(before);
  });

  it('is nothing of another order', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    await relay.handOver();
    await expect(read({ order: sha256Of('other') })).rejects.toThrow(wording('slipway.yml'));
  });
});
