import { expect, it } from 'vitest';
import { passPreHook } from '../../src/release/run-hooks.ts';
import type { Lease } from '../../src/release/store/lease.ts';
import { ReleaseStore } from '../../src/release/store/releases.ts';
import { config, environment } from './objects.ts';
import { Rollout, recorded } from './promoting.ts';

it('a pre hook is skipped for a retry, and runs again for a version that succeeded and was rolled back', async () => {
  const server = await Rollout.promoting();
  server.lease(6);
  const said: string[] = [];
  const report = (line: string) => said.push(line);
  const request = {
    ...{ config, environmentName: 'production', environment: environment({ namespace: 'shop' }) },
    ...{ manifests: [], images: {}, origin: { actor: 'bob', run: 'run 8' }, env: {}, wait: 0, report },
    hookSetup: {
      hooks: { pre: { run: 'true', within: 60_000 } },
      folder: import.meta.dirname,
      log: 2,
      quote: (_: string, work: (line: (text: string) => void) => Promise<void>) => work(() => {}),
    },
  };
  const lease = { token: 6, assertHeld: async () => {} } as unknown as Lease;
  const records = new ReleaseStore(server.cluster, 'shop', 'shop');
  /** Returns whether the hook was skipped for that release of the same version, always over release 1. */
  const isSkipped = async (release: number) => {
    said.length = 0;
    const { record } = recorded(release, null, { baseline: 1 as never });
    const begun = { targets: [], record, records };
    expect(await passPreHook(server.cluster, request as never, lease, begun)).toBeUndefined();
    return said.some(line => line.includes('is not run again'));
  };
  const first = await isSkipped(3);
  await server.record(recorded(3, null));
  const retried = await isSkipped(4);
  await server.record(recorded(4, { state: 'rolled-back' }));
  expect([first, retried, await isSkipped(5)]).toEqual([false, true, false]);
});
