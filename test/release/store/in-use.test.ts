import { describe, expect, it } from 'vitest';
import { inUse } from '../../../src/actions/in-use.ts';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Environment } from '../../../src/config/types.ts';
import { ReleaseStore } from '../../../src/release/store/releases.ts';
import { defined } from '../../../src/toolkit/map.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { putLease } from '../leases.ts';
import { controllerRevision, deployment, environment, pod, release, template } from '../objects.ts';

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const at = (letter: string) => `ghcr.io/acme/shop@${digest(letter)}`;
const core = '/api/v1/namespaces/shop';
const apps = '/apis/apps/v1/namespaces/shop';

async function standing(put: (server: FakeApiServer, records: ReleaseStore) => unknown, of = environment()) {
  const server = new FakeApiServer();
  putLease(server);
  await put(server, new ReleaseStore(server.cluster, 'shop', 'shop'));
  const found = await inUse(server.cluster, 'shop', { name: 'production', environment: of });
  return {
    found: found.found,
    digests: Object.fromEntries([...found.digests].map(([each, who]) => [each[7], who])),
    tags: Object.fromEntries(found.tags),
  };
}

describe('the images that an environment uses', () => {
  it('are those of its pods, by the digest that the runtime reports and by the tag that they name', async () => {
    const { digests, tags } = await standing(server => {
      server.put(
        `${core}/pods/shop-1`,
        pod({ container: { imageID: `registry.mirror/shop@${digest('a')}` } }),
      );
      server.put(
        `${core}/pods/shop-2`,
        pod({ name: 'shop-2', spec: { containers: [{ name: 'shop', image: 'ghcr.io/acme/shop:main' }] } }),
      );
      server.put(
        `${core}/pods/job-1`,
        pod({ name: 'job-1', spec: { initContainers: [{ name: 'x', image: at('b') }] } }),
      );
      server.put(
        `${core}/pods/old`,
        pod({
          name: 'old',
          terminating: true,
          spec: { containers: [{ name: 'x', image: 'ghcr.io/acme/tools' }] },
        }),
      );
    });
    expect(digests).toEqual({ a: wording('shop-1', 'production'), b: wording('job-1', 'production') });
    expect(tags).toEqual({
      'ghcr.io/acme/shop:main': wording('shop-2', 'production'),
      'ghcr.io/acme/tools:latest': wording('old', 'production'),
    });
  });

  it('are those of the workload and its workers, even without pods, and of the revisions that their controllers keep', async () => {
    const { digests, tags } = await standing(
      server => {
        server.put(
          `${apps}/deployments/shop`,
          deployment({ spec: { replicas: 0, template: template(at('a')) } }),
        );
        server.put(`${apps}/replicasets/shop-old`, {
          kind: 'ReplicaSet',
          metadata: { name: 'shop-old' },
          spec: { template: template(at('b')) },
        } as KubeObject);
        server.put('/apis/batch/v1/namespaces/shop/cronjobs/report', {
          kind: 'CronJob',
          metadata: { name: 'report' },
          spec: { jobTemplate: { spec: { template: template('ghcr.io/acme/report:7') } } },
        } as KubeObject);
        server.put(`${apps}/controllerrevisions/shop-1`, controllerRevision('1', template(at('c')), 1));
      },
      environment({
        workers: [
          { kind: 'CronJob', name: 'report' },
          { kind: 'DaemonSet', name: 'agent' },
        ],
      }),
    );
    expect(digests).toEqual({
      a: wording('Deployment/shop', 'production'),
      b: wording('shop-old', 'production'),
      c: wording('shop-1', 'production'),
    });
    expect(tags).toEqual({ 'ghcr.io/acme/report:7': wording('CronJob/report', 'production') });
  });

  it('are those of every recorded release: its images, manifests, outcome and workers', async () => {
    const { digests, found } = await standing(async (_, records) => {
      const { record, outcome } = release(
        3,
        { template: template(at('b')) },
        {
          images: { shop: at('a') },
          manifests: [
            {
              apiVersion: 'batch/v1',
              kind: 'CronJob',
              metadata: { name: 'report' },
              spec: { jobTemplate: { spec: { template: template(at('c')) } } },
            } as KubeObject,
          ],
          workers: { 'shop-worker': { template: template(at('d')), replicas: 1 } },
        },
      );
      await records.create(3, () => record);
      await records.conclude({ ...outcome!, token: 1 });
    });
    expect(digests).toEqual({
      a: wording('3', 'production'),
      b: wording('3', 'production'),
      c: wording('3', 'production'),
      d: wording('3', 'production'),
    });
    expect(found).toBe(true);
  });

  it('need no permission to read records where Git has them', async () => {
    const delivery = { gitops: { files: ['kustomization.yaml'] } } as unknown as Environment['delivery'];
    const { digests } = await standing(
      async (server, records) => {
        const { record } = release(3, { template: template(at('b')) }, { images: { shop: at('b') } });
        await records.create(3, () => record);
        server.put(`${core}/pods/shop-1`, pod({ container: { image: at('a') } }));
      },
      environment(defined({ delivery })),
    );
    expect(digests).toEqual({ a: wording('shop-1', 'production') });
  });

  it('are not found in an empty namespace, which may be in the wrong cluster', async () => {
    const empty = await standing(server =>
      server.put(`${core}/pods/shop-1`, pod({ container: { image: at('a') } })),
    );
    expect([empty.found, empty.digests]).toEqual([false, { a: wording('shop-1', 'production') }]);
    expect((await standing(server => server.put(`${apps}/deployments/shop`, deployment()))).found).toBe(true);
  });
});
