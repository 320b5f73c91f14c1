import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Lease } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import {
  acquireDrillLease,
  type Broken,
  fixLeft,
  leaseName,
} from '../../../src/recovery/drill/drill-lease.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const path = pathOf(resources.lease, 'shop', leaseName);

/** An API server whose clock is this one's. */
function server() {
  const api = new FakeApiServer();
  Object.defineProperty(api, 'now', { get: () => Date.now() });
  return { api, cluster: api.cluster, lease: () => api.objects.get(path) as Lease | undefined };
}

const request = (run: string) => ({ namespace: 'shop', holder: `ann in ${run}`, run });
const broken: Broken = {
  ...{ breaks: 'node', run: 'run-1', at: 5 },
  victim: { pod: 'db-0', uid: 'b3a1', node: 'node-a', zone: 'a' },
};
const note = 'slipway.dev/drill-broken';

describe('the lease of drills', () => {
  it('is held by one at a time, as long as that one lives', async () => {
    const { cluster } = server();
    const first = await acquireDrillLease(cluster, request('run-1'));
    await expect(acquireDrillLease(cluster, request('run-2'))).rejects.toThrow(wording('shop'));
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(acquireDrillLease(cluster, request('run-2'))).rejects.toThrow('ann in run-1');
    await first.release();
    const second = await acquireDrillLease(cluster, request('run-2'));
    expect(second.left).toBeUndefined();
    await second.release();
  });

  it('tells whoever comes after one that was killed what that one left broken, until it is fixed', async () => {
    const { cluster, lease } = server();
    const first = await acquireDrillLease(cluster, request('run-1'));
    await first.note(broken);
    // Killed: it renews nothing any more.
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(40_000);
    const second = await acquireDrillLease(cluster, request('run-2'));
    expect(second.left).toEqual(broken);
    await expect(fixLeft(second, async () => Promise.reject(new Error('no power')))).rejects.toThrow(
      'no power',
    );
    await second.release();
    const third = await acquireDrillLease(cluster, request('run-3'));
    const fixed: Broken[] = [];
    expect(await fixLeft(third, async each => void fixed.push(each))).toEqual(broken);
    expect(fixed).toEqual([broken]);
    expect(lease()?.metadata?.annotations?.[note]).toBeUndefined();
    await third.release();
  });

  it('keeps the note through its renewals', async () => {
    const { cluster, lease } = server();
    const first = await acquireDrillLease(cluster, request('run-1'));
    await first.note(broken);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(JSON.parse(lease()?.metadata?.annotations?.[note] ?? '')).toEqual(broken);
    await first.release();
    expect(JSON.parse(lease()?.metadata?.annotations?.[note] ?? '')).toEqual(broken);
  });

  it('is lost to whoever took it, and then notes nothing: who lost it must break nothing', async () => {
    const { cluster, lease } = server();
    const first = await acquireDrillLease(cluster, request('run-1'));
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(40_000);
    const second = await acquireDrillLease(cluster, request('run-2'));
    await expect(first.note(broken)).rejects.toThrow(wording('shop'));
    await first.release();
    expect(lease()?.metadata?.annotations?.[note]).toBeUndefined();
    expect(lease()?.spec?.holderIdentity).toBe('ann in run-2');
    await second.release();
  });

  it('writes again where the answer to a write was lost', async () => {
    const { api, lease } = server();
    const first = await acquireDrillLease(api.cluster, request('run-1'));
    api.fail({ verb: 'update', times: 1 }, 'accepted, then reset');
    const noted = first.note(broken);
    await vi.advanceTimersByTimeAsync(1000);
    await noted;
    expect(JSON.parse(lease()?.metadata?.annotations?.[note] ?? '')).toEqual(broken);
    await first.release();
  });

  it.each([
    ['is no JSON', 'node-a'],
    ['names what nobody can break', JSON.stringify({ ...broken, breaks: 'production' })],
    ['holds what is no name', JSON.stringify({ ...broken, victim: { ...broken.victim, node: '$(reboot)' } })],
    ['lacks the victim', JSON.stringify({ breaks: 'node', run: 'run-1', at: 5 })],
  ])('takes no note that %s, and tells what to do', async (_, text) => {
    const { api, cluster } = server();
    await (await acquireDrillLease(cluster, request('run-1'))).release();
    api.edit(path, ({ metadata = {} }) => {
      metadata.annotations = { ...metadata.annotations, [note]: text };
    });
    await expect(acquireDrillLease(cluster, request('run-2'))).rejects.toThrow(wording());
  });
});
