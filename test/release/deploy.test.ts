import { describe, expect, it } from 'vitest';
import type { Deployment, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { gateSchema } from '../../src/config/gate.ts';
import { strategySchema } from '../../src/config/progressive.ts';
import type { Environment } from '../../src/config/types.ts';
import { deploy } from '../../src/release/deploy.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { service } from '../traffic/objects.ts';
import { wording } from '../wording.ts';
import { config, deployment, environment, template, workload } from './objects.ts';

const tracked = { ...template(), metadata: { labels: { app: 'shop', 'slipway.dev/track': 'stable' } } };
const before = deployment({ spec: { template: template() } });
const after = deployment({ spec: { template: tracked } });

const path = pathOf(resources.deployment, 'shop', 'shop');

/** An API server on which another run's release comes up between preflight and the lease. */
function changing(first: Deployment | undefined, then: Deployment, services: KubeObject[]) {
  const api = new FakeApiServer();
  if (first !== undefined) api.put(path, first);
  for (const each of services) api.put(pathOf(resources.service, 'shop', 'shop'), each);
  api.answerBehind(/\/services\/.*\/proxy\//, () => ({ status: 403, body: '{}' }));
  api.once({ verb: 'create', path: '/leases/' }, () => api.put(path, then));
  return api;
}

describe('a release that is a first one before it waits, and has a baseline when it has the Lease', () => {
  const strategy = strategySchema.parse({ canary: { steps: ['10%'], watchdog: 'off' } });
  const gate = gateSchema.parse({
    prometheus: { service: 'monitoring/prometheus:9090' },
    metrics: [{ name: 'errors', total: 'requests_total', bad: 'requests_total{code="500"}' }],
  });

  it.each<[string, Deployment | undefined, KubeObject[], Partial<Environment>, RegExp]>([
    ['the Service does not exist', before, [], {}, wording('Service/shop')],
    ['the gate cannot be queried', before, [service()], { gate }, wording()],
    ['it was a first release', undefined, [], {}, wording('Service/shop')],
  ])('runs preflight again, and writes nothing if that refuses it: %s', async (...of) => {
    const [, living, services, changes, problem] = of;
    const api = changing(living, after, services);
    const said: string[] = [];
    const asked = deploy(api.cluster, {
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
    expect(api.writes).toEqual([]);
  });
});

it('refuses a release before the first write when the API server would refuse one of its objects', async () => {
  const api = changing(before, before, []);
  api.fail({ verb: 'patch', path: '/deployments/shop' }, 422, 'must be at least 0');
  const asked = deploy(api.cluster, {
    ...{ config, environmentName: 'production', environment: environment(), manifests: [workload()] },
    ...{ images: {}, origin: { actor: 'ann', run: 'run 7' }, env: {}, wait: 0, report: () => {} },
  });
  await expect(asked).rejects.toThrow(wording('Deployment/shop', 'must be at least 0'));
  expect(api.writes).toEqual([]);
});
