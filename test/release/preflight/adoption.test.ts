import { describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import type { Environment } from '../../../src/config/types.ts';
import { readLiveState } from '../../../src/release/preflight/live-state.ts';
import { releaseObjectsOf } from '../../../src/release/preflight/release-objects.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { config, deployment, environment, sentence, workload } from '../objects.ts';
import { Rollout, recordedElsewhere } from '../promoting.ts';

const marks = (release: string, namespace = 'shop') => ({
  'meta.helm.sh/release-name': release,
  'meta.helm.sh/release-namespace': namespace,
});

/** Reads the live state over a Deployment with these annotations, and plans a release. @returns what the plan reports. */
async function planned(
  annotations: Record<string, string>,
  changes: Partial<Environment>,
): Promise<string[]> {
  const api = new FakeApiServer();
  const live = deployment({ metadata: { name: 'shop', namespace: 'shop', annotations } });
  api.put(pathOf(resources.deployment, 'shop', 'shop'), live, 'helm');
  const where = { config, environment: environment(changes) };
  const state = await readLiveState(api.cluster, where, [workload()]);
  const said: string[] = [];
  const request = { ...where, environmentName: 'production', report: (line: string) => said.push(line) };
  releaseObjectsOf([workload()], request as never, state, 'salt');
  expect(api.writes).toEqual([]);
  return said;
}

it('a release is refused when another environment has releases in the namespace', async () => {
  const server = new Rollout();
  await server.record(recordedElsewhere(3));
  const where = { config, environment: environment() };
  expect(await sentence(() => readLiveState(server.cluster, where, [workload()]))).toEqual(
    wording('namespace shop', 'staging', 'Deployment/shop-staging'),
  );
});

describe('a release over an object of Helm', () => {
  it('is refused, with the key that would allow it', async () => {
    expect(await sentence(() => planned(marks('web'), {}))).toEqual(
      wording('Deployment/shop', 'release web', '`take-over: {helm: web}`'),
    );
  });

  it('takes it over where slipway.yml says so, and reports that', async () => {
    expect(await planned(marks('web'), { 'take-over': { helm: 'web' } })).toContainEqual(
      wording('Deployment/shop', 'web'),
    );
  });

  it.each([
    ['another release', marks('web'), 'take-over'],
    ['a release in another namespace', marks('shop', 'web'), 'namespace web'],
    ['no release that is known', {}, 'Helm'],
  ])('is refused with consent for another owner: %s', async (_, annotations, fact) => {
    expect(await sentence(() => planned(annotations, { 'take-over': { helm: 'shop' } }))).toEqual(
      wording(fact),
    );
  });
});

it('a release over an object that is being deleted is refused, because an apply to it succeeds and then it is gone', async () => {
  const api = new FakeApiServer();
  const deletionTimestamp = '2026-01-01T00:00:00Z';
  const metadata = {
    name: 'shop',
    namespace: 'shop',
    deletionTimestamp,
    finalizers: ['example.com/cleanup'],
  };
  api.put(pathOf(resources.deployment, 'shop', 'shop'), deployment({ metadata }));
  const where = { config, environment: environment({}) };
  expect(await sentence(() => readLiveState(api.cluster, where, [workload()]))).toEqual(
    wording('Deployment/shop', 'example.com/cleanup'),
  );
});

it('a release that adds an autoscaler leaves the number of pods to it', async () => {
  const api = new FakeApiServer();
  const live = deployment({ metadata: { name: 'shop', namespace: 'shop' }, spec: { replicas: 10 } });
  api.put(pathOf(resources.deployment, 'shop', 'shop'), live);
  const where = { config, environment: environment({}) };
  const { object } = workload();
  const scaled = { ...workload(), object: { ...object, spec: { ...(object.spec as object), replicas: 3 } } };
  const autoscaler = {
    source: 'deploy/hpa.yaml',
    name: 'shop',
    object: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'shop' },
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'shop' }, minReplicas: 6, maxReplicas: 12 },
    },
  };
  const manifests = [scaled, autoscaler] as never;
  const state = await readLiveState(api.cluster, where, manifests);
  expect(state.autoscaler?.metadata?.name).toBe('shop');
  const request = { ...where, environmentName: 'production', report: () => {} };
  const plan = releaseObjectsOf(manifests, request as never, state, 'salt');
  expect(plan.manifests.map(each => (each.object.spec as { replicas?: number }).replicas)).toEqual([
    undefined,
    undefined,
  ]);
});
