import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../../src/cluster/objects.ts';
import { sha256Of } from '../../../src/recovery/checksum.ts';
import {
  type EarlierState,
  HandedOver,
  type RelayOptions,
  type RunningRelay,
  readEarlierState,
  startRelay,
} from '../../../src/recovery/drill/relay.ts';
import { TakenOver } from '../../../src/recovery/drill/stored-state.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const base = Date.parse('2026-11-26T12:00:00Z');
const baton = { namespace: 'shop-drill', run: 'restore-01234567', order: sha256Of('order') };
const namespacePath = '/api/v1/namespaces/shop-drill';
const statePath = `${namespacePath}/configmaps/slipway-drill-state`;

let api: FakeApiServer;
const running: RunningRelay[] = [];
beforeEach(() => {
  api = new FakeApiServer([]);
  api.now = base;
  const labels = { 'slipway.dev/drill-disposable': 'true', 'slipway.dev/drill-run': baton.run };
  api.put(namespacePath, { metadata: { uid: 'ns-1', labels } });
});
afterEach(() => {
  for (const each of running.splice(0)) each.end();
});

let spent = false;
async function job(left?: EarlierState, changes: Partial<RelayOptions> = {}): Promise<RunningRelay> {
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
  readEarlierState(
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

describe('a drill in several jobs', () => {
  it('does each step once, and is handed over before the next step when the time of a job is over', async () => {
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
    expect(left.state).toMatchObject({
      jobs: 1,
      free: true,
      set: 'set-1',
      done: { lost: { at: base + 1000 } },
    });
    const second = await job(left);
    expect([second.jobs, second.startedAt]).toEqual([2, base]);
    const again = await second.once('lost', () => Promise.reject(new Error('it is lost already')));
    expect(again.ledger).toEqual([{ seq: 1, sentAt: base, ackedAt: base + 1, sha256: sha256Of('1') }]);
    // A job completes at least one step, however short its time.
    expect(await second.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
    await expect(second.once('proved', async () => [])).rejects.toThrow(HandedOver);
    await expect(second.waits(1)).rejects.toThrow(HandedOver);
    await second.handOver();
    expect((await read()).state).toMatchObject({ jobs: 2, done: { raised: { pod: 'p' } } });
  });

  it('writes no state before the loss', async () => {
    const relay = await job();
    await expect(relay.once('lost', () => Promise.reject(new Error('not steady')))).rejects.toThrow(
      'not steady',
    );
    expect([...api.objects.keys()]).toEqual([namespacePath]);
    await expect(read()).rejects.toThrow(wording('restore-01234567'));
  });

  it('keeps the completed steps if a later one fails', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    await expect(relay.once('raised', () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    relay.end();
    api.now += 40_000;
    const { done } = (await read()).state;
    expect(Object.keys(done)).toEqual(['lost']);
  });

  it('keeps its namespace until the next job may come', async () => {
    const expires = () =>
      Date.parse(api.objects.get(namespacePath)?.metadata?.annotations?.['slipway.dev/drill-expires'] ?? '');
    const relay = await job();
    await relay.once('lost', lost);
    api.now += 1_800_000;
    await relay.handOver();
    expect(expires()).toBe(base + 1_800_000 + 3_600_000);
  });

  it('cannot be resumed while a job sends heartbeats, and can be after the job has died', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    relay.end();
    const left = await read();
    expect(api.now - base).toBeGreaterThanOrEqual(30_000);
    expect(api.now - base).toBeLessThan(35_000);
    expect((await job(left)).jobs).toBe(2);
  });

  it('changes nothing any more after another job has continued it', async () => {
    const dead = await job();
    await dead.once('lost', lost);
    api.now += 40_000;
    const left = await read();
    const second = await job(left);
    await expect(dead.once('raised', async () => ({ pod: 'other' }))).rejects.toThrow(TakenOver);
    await expect(dead.waits(1)).rejects.toThrow(wording());
    expect(await second.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
    await expect(job(left)).rejects.toThrow(TakenOver);
  });

  it('writes again after the response to a write was lost', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    api.fail({ verb: 'patch', path: statePath, times: 1 }, 'accepted, then reset');
    expect(await relay.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
  });

  it('waits for an unavailable API server, but not for a missing permission', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    api.fail({ verb: 'patch', times: 3 }, 503);
    expect(await relay.once('raised', async () => ({ pod: 'p' }))).toEqual({ pod: 'p' });
    api.fail({}, 422);
    await expect(relay.once('proved', async () => [])).rejects.toThrow('422');
  });
});

describe('a resumed drill', () => {
  const change = (path: string, edit: (object: ConfigMap) => unknown) => () =>
    api.edit<ConfigMap>(path, edit);
  it.each<[string, () => unknown, RegExp]>([
    [
      'is another drill than that of the namespace',
      change(namespacePath, ({ metadata }) =>
        Object.assign(metadata?.labels ?? {}, { 'slipway.dev/drill-run': 'restore-7' }),
      ),
      wording('restore-7', 'restore-01234567'),
    ],
    [
      'has a namespace that is being deleted',
      change(namespacePath, ({ metadata }) => Object.assign(metadata ?? {}, { deletionTimestamp: 'x' })),
      wording(),
    ],
    ['has no namespace any more', () => api.delete(namespacePath), wording()],
    [
      'has another namespace with the same name',
      change(namespacePath, ({ metadata }) => Object.assign(metadata ?? {}, { uid: 'ns-2' })),
      wording(),
    ],
    [
      'has an invalid state',
      change(statePath, ({ data }) => Object.assign(data ?? {}, { state: '{}' })),
      wording(),
    ],
    ['has an empty state', change(statePath, object => delete object.data), wording()],
  ])('is refused if it %s', async (_, change, problem) => {
    const relay = await job();
    await relay.once('lost', lost);
    await relay.handOver();
    expect((await read()).state.free).toBe(true);
    change();
    const before = api.store.version;
    await expect(read()).rejects.toThrow(problem);
    expect(api.store.version).toBe(before);
  });

  it('is refused with another slipway.yml', async () => {
    const relay = await job();
    await relay.once('lost', lost);
    await relay.handOver();
    await expect(read({ order: sha256Of('other') })).rejects.toThrow(wording('slipway.yml'));
  });
});
