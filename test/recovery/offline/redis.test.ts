import { expect, it } from 'vitest';
import type { OfflineRecovery, OpenedContents } from '../../../src/recovery/offline/recovering.ts';
import { restoreRedisCopies } from '../../../src/recovery/offline/redis.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { manifest } from '../backups.ts';

const redisOf = (name: string) => ({ name, workload: { kind: 'StatefulSet', name }, container: undefined });

/** Restores the Redis `carts` and `sessions` of a set whose files no key opens. */
function restored(declared: readonly string[], workloads: readonly string[]) {
  const api = new FakeApiServer(['new']);
  const task = {
    ...{ cluster: api.cluster, into: 'new', redis: declared.map(redisOf), report: () => undefined },
    recorder: { during: (_: unknown, work: () => unknown) => work() },
    signal: new AbortController().signal,
    sleep: async () => undefined,
  } as unknown as OfflineRecovery;
  const [carts, sessions] = ['carts', 'sessions'].map(name => ({ name }) as never);
  const at = { store: { read: async () => undefined }, set: { id: '1', manifest: {}, files: [] } };
  const opened = {
    contents: { manifest: manifest({ redis: [carts!, sessions!] }), identities: [], at },
    objects: workloads.map(name => ({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name } })),
  } as unknown as OpenedContents;
  return restoreRedisCopies(task, opened, false);
}

it('a Redis of an archive that cannot be restored is a failed check, and the next one is tried', async () => {
  const checks = await restored(['sessions'], []);
  expect(checks.map(({ what, state }) => [what, state])).toEqual([
    ['redis carts', 'failed'],
    ['redis sessions', 'failed'],
  ]);
  expect(checks.map(({ sentence }) => sentence)).toEqual([
    wording('carts'),
    wording('StatefulSet/sessions', 'sessions'),
  ]);
});
