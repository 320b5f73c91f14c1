import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { leaseName as drillLease } from '../../src/recovery/drill/drill-lease.ts';
import { kubectlFolder } from '../cluster/api-server.ts';
import { Rollout } from '../release/promoting.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** What the action `sweep` touches, in a cluster with an interrupted rollout that refuses every write. */

let at: Workplace;
let cluster: Rollout;
let api: Server;

beforeEach(async () => {
  [at, cluster] = await Promise.all([openWorkplace(), Rollout.promoting()]);
  await at.replace(
    'namespace: shop',
    `recovery:
      repositories: {far: {survives: region, pgbackrest: 1, locked: 30d}}
      databases:
        shop: {workload: StatefulSet/db, stanza: shop, database: shop, to: [far]}
      drills: {pace: lab}
    namespace: shop`,
  );
  cluster.calls.length = 0;
  api = createServer(async ({ url = '/', method }, response) => {
    const refused = { kind: 'Status', status: 'Failure', reason: 'Forbidden', code: 403, message: 'no' };
    const answer =
      method === 'GET'
        ? await cluster.cluster.fetch(url, AbortSignal.timeout(5000))
        : { status: 403, body: JSON.stringify(refused) };
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
  });
  await new Promise<void>(done => api.listen(0, '127.0.0.1', done));
  vi.stubEnv('PATH', `${kubectlFolder()}${delimiter}${process.env.PATH}`);
  vi.stubEnv('KUBECTL_FAKE_API_PORT', String((api.address() as AddressInfo).port));
});

afterEach(async () => {
  api.closeAllConnections();
  api.close();
  await at.close();
});

const sweep = (...more: string[]) => at.slipway(['sweep', '--environment', 'production', ...more]);
const rollout = pathOf(resources.lease, 'shop', 'slipway-shop');

it('does not even read the rollout with `drills-only`', async () => {
  expect([...cluster.objects.keys()]).toContain(rollout);
  const { code, outputs } = await sweep('--drills-only', 'true');
  expect([code, outputs.state, outputs.drills, outputs.reason]).toEqual([0, 'idle', '[]', '']);
  expect(cluster.calls.map(({ path }) => path)).not.toContain(rollout);
});

it('fails with `drills-only` if what a drill left cannot be repaired', async () => {
  cluster.put(pathOf(resources.lease, 'shop', drillLease), {
    metadata: {
      annotations: { 'slipway.dev/drill-broken': JSON.stringify({ breaks: 'pod', run: 'pod-1' }) },
    },
    spec: { holderIdentity: '', leaseDurationSeconds: 30 },
  } as never);
  const { code, outputs } = await sweep('--drills-only', 'true');
  expect([code, outputs.state]).toEqual([1, 'idle']);
  expect(outputs.reason).toContain('drill');
  expect(cluster.calls.map(({ path }) => path)).not.toContain(rollout);
});
