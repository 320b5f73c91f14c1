import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../../src/cluster/objects.ts';
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
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const base = Date.parse('2026-11-26T12:00:00Z');
const baton = { namespace: 'shop-drill', run: 'restore-01234567', order: sha256Of('order') };
const namespacePath = '/api/v1/namespaces/shop-drill';
const journalPath = `${namespacePath}/configmaps/dr-drill.journal`;

let api: FakeApiServer;
const running: RunningRelay[] = [];
beforeEach(() => {
  api = new FakeApiServer([]);
  api.now = base;
  const labels = { 'dr-drill/disposable': 'true', 'dr-drill/run': baton.run };
  api.put(namespacePath, { metadata: { uid: 'ns-1', labels } });
});
afterEach(() => {
  for (const each of running.splice(0)) each.end();
});

let spent = false;
async function job(left?: Left, changes: Partial<RelayOptions> = {}): Promise<RunningRelay> {
  const relay = await startRelay(api.cluster, {
    ...{ ...baton, uid: 'ns-1', ttl: 3_600_000, seed: 'x', set: 'set-1', startedAt: api.now, left },
    ...{ spent: () => spent, now: () => api.now, sleep: async () => undefined },
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
    api.cluster,
    { ...baton, ...changes },
    {
      signal: new AbortController().signal,
      sleep: async milliseconds => {
        api.now += milliseconds;
      },
    },
  );
const lost = async () => ({ at: api.now });

describe('a drill that goes from job to job', () => {
  it('does each step once, and is handed over before the next one when the time is over', async () => {
    const first = await job();
    await first.once('lost', async () => {
      api.now += 1000;
      spent = true;
      return { at: api.now, ledger: [{ seq: 1, sentAt: base, ackedAt: base + 1, sha256: sha256Of('1') }] };
    });
    await expect(first.once('raised', async () => ({ pod: 'p' }))).rejects.toThrow(HandedOver);
    await first.handOver();
    api.now += 60_000;
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
    expect([...api.objects.keys()]).toEqual([namespacePath]);
    await expect(read()).rejects.toThrow(wording('restore-01234567'));
  });

  it('keeps what was done although a step after it fails', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    await expect(relay.once('raised', () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    relay.end();
    api.now += 40_000;
    const { done } = (await read()).journal;
    expect(Object.keys(done)).toEqual(['lost']);
  });

  it('is kept for as long as it may take until somebody comes, counted anew while one is at work', async () => {
    const expires = () =>
      Date.parse(api.objects.get(namespacePath)?.metadata?.annotations?.['dr-drill/expires'] ?? '');
    const relay = await job();
    expect(expires()).toBe(base + 3_600_000);
    await relay.once('lost', lost);
    api.now += 1_800_000;
    await relay.handOver();
    expect(expires()).toBe(base + 1_800_000 + 3_600_000);
  });

  it('is waited for while a job is at work that gives signs of life, and taken from a dead one', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    relay.end();
    const left = await read();
    expect(api.now - base).toBeGreaterThanOrEqual(30_000);
    expect(api.now - base).toBeLessThan(35_000);
    expect((await job(left)).jobs).toBe(2);
  });

  it('stops touching anything when another job has gone on with it', async () => {
    const dead = await job();
    await dead.once('lost', lost);
    api.now += 40_000;
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
    api.fail({ verb: 'patch', path: journalPath, times: 1 }, 'accepted, then reset');
    expect(await relay.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
  });

  it('waits for an API server that is away, and not for a right that is lacking', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    api.fail({ verb: 'patch', times: 3 }, 503);
    expect(await relay.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
    api.fail({}, 422);
    await expect(relay.once('proved', async () => [])).rejects.toThrow('422');
  });
});

describe('what is gone on with', () => {
  const change = (path: string, edit: (object: ConfigMap) => unknown) => () =>
    api.edit<ConfigMap>(path, edit);
  it.each<[string, () => unknown, RegExp]>([
    [
      'of another drill',
      change(namespacePath, ({ metadata }) =>
        Object.assign(metadata?.labels ?? {}, { 'dr-drill/run': 'restore-7' }),
      ),
      wording('restore-7', 'restore-01234567'),
    ],
    [
      'that is being cleared away',
      change(namespacePath, ({ metadata }) => Object.assign(metadata ?? {}, { deletionTimestamp: 'x' })),
      wording(),
    ],
    ['that is gone', () => api.delete(namespacePath), wording()],
    [
      'of another namespace of that name',
      change(namespacePath, ({ metadata }) => Object.assign(metadata ?? {}, { uid: 'ns-2' })),
      wording(),
    ],
    [
      'whose journal is none',
      change(journalPath, ({ data }) => Object.assign(data ?? {}, { journal: '{}' })),
      wording(),
    ],
    ['whose journal is empty', change(journalPath, object => delete object.data), wording()],
  ])('is nothing %s', async (_, change, problem) => {
    const relay = await job();
    await relay.once('lost', lost);
    await relay.handOver();
    expect((await read()).journal.free).toBe(true);
    change();
    const before = api.store.version;
    await expect(read()).rejects.toThrow(problem);
    expect(api.store.version).toBe(before);
  });

  it('is nothing of another order', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    await relay.handOver();
    await expect(read({ order: sha256Of('other') })).rejects.toThrow(wording('slipway.yml'));
  });
});
