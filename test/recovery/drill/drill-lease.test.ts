import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { Lease } from '../../../src/cluster/objects.ts';
import type { Cluster } from '../../../src/cluster/port.ts';
import { acquireDrillLease, type Broken, undoLeft } from '../../../src/recovery/drill/drill-lease.ts';
import { wording } from '../../wording.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** One Lease, as the API server keeps it: a write of something older than the last is a conflict. */
function server() {
  let kept: Lease | undefined;
  let version = 0;
  let lose = 0;
  const failed = (status: number, reason: string) =>
    new ClusterError('PUT', status, JSON.stringify({ reason, message: '' }));
  const keep = (lease: Lease) => {
    version += 1;
    const managedFields = [{ time: new Date(Date.now()).toISOString() }];
    kept = {
      ...lease,
      metadata: { ...lease.metadata, resourceVersion: String(version), managedFields },
    } as Lease;
  };
  const cluster = {
    call: async () => {
      if (kept === undefined) throw failed(404, 'NotFound');
      return { status: 200, body: JSON.stringify(kept), headers: {}, serverTime: Date.now() };
    },
    create: async (_: string, lease: Lease) => {
      if (kept !== undefined) throw failed(409, 'AlreadyExists');
      keep(lease);
    },
    replace: async (_: string, lease: Lease) => {
      if (lease.metadata?.resourceVersion !== kept?.metadata?.resourceVersion) throw failed(409, 'Conflict');
      keep(lease);
      if (lose > 0) {
        lose -= 1;
        throw failed(409, 'Conflict');
      }
    },
  } as unknown as Cluster;
  return {
    cluster,
    lease: () => kept,
    /** The answer to the next write is lost, and what is sent again is in its own way. */
    loseOne: () => {
      lose = 1;
    },
    annotate: (name: string, value: string) =>
      keep({
        ...kept,
        metadata: { ...kept?.metadata, annotations: { ...kept?.metadata?.annotations, [name]: value } },
      } as Lease),
  };
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

  it('tells whoever comes after one that was killed what that one left broken, until it is mended', async () => {
    const { cluster, lease } = server();
    const first = await acquireDrillLease(cluster, request('run-1'));
    await first.note(broken);
    // Killed: it renews nothing any more.
    vi.clearAllTimers();
    await vi.advanceTimersByTimeAsync(40_000);
    const second = await acquireDrillLease(cluster, request('run-2'));
    expect(second.left).toEqual(broken);
    await expect(undoLeft(second, async () => Promise.reject(new Error('no power')))).rejects.toThrow(
      'no power',
    );
    await second.release();
    const third = await acquireDrillLease(cluster, request('run-3'));
    const mended: Broken[] = [];
    expect(await undoLeft(third, async each => void mended.push(each))).toEqual(broken);
    expect(mended).toEqual([broken]);
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
    const api = server();
    const first = await acquireDrillLease(api.cluster, request('run-1'));
    api.loseOne();
    await first.note(broken);
    expect(JSON.parse(api.lease()?.metadata?.annotations?.[note] ?? '')).toEqual(broken);
    await first.release();
  });

  it.each([
    ['is no JSON', 'node-a'],
    ['names what nobody can break', JSON.stringify({ ...broken, breaks: 'production' })],
    ['holds what is no name', JSON.stringify({ ...broken, victim: { ...broken.victim, node: '$(reboot)' } })],
    ['lacks the victim', JSON.stringify({ breaks: 'node', run: 'run-1', at: 5 })],
  ])('takes no note that %s, and tells what to do', async (_, text) => {
    const { cluster, annotate } = server();
    await (await acquireDrillLease(cluster, request('run-1'))).release();
    annotate(note, text);
    await expect(acquireDrillLease(cluster, request('run-2'))).rejects.toThrow(wording());
  });
});
