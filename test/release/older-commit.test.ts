import { expect, it } from 'vitest';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { preview } from '../../src/plan/preview.ts';
import { deploy } from '../../src/release/deploy.ts';
import type { OlderCommitProblem } from '../../src/toolkit/commit-order.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { labels } from '../../src/workloads/naming.ts';
import { config, deployment, environment, imageOf, template, workload } from './objects.ts';
import { Rollout, recorded } from './promoting.ts';

const path = pathOf(resources.deployment, 'shop', 'shop');
const older: OlderCommitProblem = async ({ release, by }) =>
  by.revision === 'new' ? new UserError(`older than release ${release}`, 'release another one') : undefined;

/** Release 1 of an old commit is live, and release 2 of a new one is recorded. */
async function cluster(source: 'released' | 'observed' = 'released'): Promise<Rollout> {
  const server = new Rollout();
  const by = { run: 'run 1', actor: 'ann', repository: 'acme/shop' };
  await server.record(
    recorded(1, {}, { by: { ...by, revision: 'old' } }),
    recorded(2, {}, { by: { ...by, revision: 'new' }, source }),
  );
  live(server, 1);
  return server;
}

function live(server: Rollout, release: number): void {
  const annotations = { [labels.release]: String(release) };
  const metadata = { ...server.objects.get(path)?.metadata, annotations };
  server.put(path, deployment({ metadata, spec: { template: template(imageOf(release)) } }));
  const run = { run: 'run 7', actor: 'ann' };
  server.enter({ phase: 'done', candidate: release as never, token: 5 + release, run });
}

const asked = {
  ...{ config, environmentName: 'production', environment: environment(), manifests: [workload()] },
  ...{ origin: { actor: 'bob', run: 'run 8' }, env: {}, olderCommitProblem: older },
};
const released = (server: Rollout) =>
  deploy(server.cluster, { ...asked, images: {}, wait: 1000, report: () => {} });
const planned = async (server: Rollout) =>
  (await preview(server.cluster, { ...asked, images: undefined, signed: undefined })).problems;

it('an older commit than that of the live release is refused before the first write, and by plan', async () => {
  const server = await cluster();
  live(server, 2);
  server.calls.length = 0;
  await expect(released(server)).rejects.toThrow('older than release 2');
  expect(server.writes).toEqual([]);
  expect(await planned(server)).toEqual(['older than release 2. Release another one.']);
});

it('it is also refused if the newer one went live while this run waited for the Lease', async () => {
  const server = await cluster();
  expect(await planned(server)).toEqual([]);
  server.once({ verb: 'update', path: '/leases/' }, () => live(server, 2));
  server.calls.length = 0;
  await expect(released(server)).rejects.toThrow('older than release 2');
  expect(server.writes).toEqual([]);
});

it('a live version that a run only found and recorded is not of its commit', async () => {
  const server = await cluster('observed');
  live(server, 2);
  expect(await planned(server)).toEqual([]);
});
