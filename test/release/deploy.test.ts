import { describe, expect, it } from 'vitest';
import { ClusterError } from '../../src/cluster/errors.ts';
import type { Deployment, KubeObject } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { gateSchema } from '../../src/config/gate.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import type { Environment } from '../../src/config/types.ts';
import { deploy } from '../../src/release/deploy.ts';
import { service } from '../traffic/objects.ts';
import { wording } from '../wording.ts';
import { config, deployment, environment, template, workload } from './objects.ts';

const tracked = { ...template(), metadata: { labels: { app: 'shop', 'slipway.dev/track': 'stable' } } };
const before = deployment({ spec: { template: template() } });
const after = deployment({ spec: { template: tracked } });

/** A cluster in which another run's release comes up between preflight and the lease; what is written is kept. */
function changing(
  first: Deployment | undefined,
  then: Deployment,
  services: KubeObject[],
  objection = (_: string): string | undefined => undefined,
) {
  let living = first;
  let lease: KubeObject | undefined;
  const written: string[] = [];
  const cluster = {
    now: () => 0,
    lifetime: async () => ({ kind: 'endless', what: 'the token' }),
    call: async (_: string, path: string) => {
      if (path === '/version') return { body: '{}', serverTime: 0 };
      if (lease === undefined) throw new ClusterError('GET', 404, '{"reason": "NotFound"}');
      return { body: JSON.stringify(lease), serverTime: 0 };
    },
    fetch: async () => ({ status: 403, body: '{}', headers: {} }),
    get: async (path: string) => {
      if (path.endsWith('/deployments/shop')) return living;
      if (path.endsWith('/namespaces/shop')) return {};
      return path.includes('/leases/') ? lease : undefined;
    },
    list: async (path: string) => ({ items: path.endsWith('/services') ? services : [] }),
    create: async (path: string, object: KubeObject) => {
      if (path.endsWith('/selfsubjectaccessreviews')) return { status: { allowed: true } };
      if (path.endsWith('/leases')) {
        lease = object;
        living = then;
      } else written.push(path);
      return object;
    },
    replace: async (_: string, object: KubeObject) => {
      lease = object;
      return object;
    },
    patch: async (path: string, _: string, object: KubeObject, query: Record<string, string>) => {
      if (query.dryRun !== 'All') written.push(path);
      const message = objection(path);
      if (message !== undefined)
        throw new ClusterError('PATCH', 422, JSON.stringify({ reason: 'Invalid', message }));
      return object;
    },
  } as unknown as Cluster;
  return { cluster, written };
}

describe('a release that rolls when it begins to wait, and has a baseline when it has the lease', () => {
  const strategy = strategySchema.parse({ canary: { steps: ['10%'], 'dead-man': 'off' } });
  const gate = gateSchema.parse({
    prometheus: { service: 'monitoring/prometheus:9090' },
    metrics: [{ name: 'errors', total: 'requests_total', bad: 'requests_total{code="500"}' }],
  });

  it.each<[string, Deployment | undefined, KubeObject[], Partial<Environment>, RegExp]>([
    ['the Service is not there', before, [], {}, wording('Service/shop')],
    ['the gate can ask nobody', before, [service()], { gate }, wording()],
    ['it was the first', undefined, [], {}, wording('Service/shop')],
  ])('passes preflight once more, and writes nothing where that refuses it: %s', async (...of) => {
    const [, living, services, changes, problem] = of;
    const { cluster, written } = changing(living, after, services);
    const said: string[] = [];
    const asked = deploy(cluster, {
      config,
      environmentName: 'production',
      environment: environment({ service: 'shop', strategy, ...changes }),
      manifests: [workload()],
      images: {},
      origin: { actor: 'ann', run: 'run 7' },
      env: {},
      wait: 1000,
      report: line => said.push(line),
    });
    await expect(asked).rejects.toThrow(problem);
    expect(said).toContainEqual(wording('preflight'));
    expect(said.at(-1)).toEqual(wording());
    expect(written).toEqual([]);
  });
});

it('refuses a release before the first write when the API server would refuse one of its objects', async () => {
  const invalid = (path: string) =>
    path.endsWith('/deployments/shop') ? 'spec.replicas: must be at least 0' : undefined;
  const { cluster, written } = changing(before, before, [], invalid);
  const asked = deploy(cluster, {
    ...{ config, environmentName: 'production', environment: environment(), manifests: [workload()] },
    ...{ images: {}, origin: { actor: 'ann', run: 'run 7' }, env: {}, wait: 0, report: () => {} },
  });
  await expect(asked).rejects.toThrow(wording('Deployment/shop', 'spec.replicas: must be at least 0'));
  expect(written).toEqual([]);
});
