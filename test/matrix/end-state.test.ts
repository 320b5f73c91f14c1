import { describe, expect, it } from 'vitest';
import { labels } from '../../src/workloads/naming.ts';
import { manifests, replicas } from './app.ts';
import { type Expected, faults } from './end-state.ts';
import type { State } from './state.ts';

const digestOf = (tag: string) => `sha256:${tag}`;
const imageOf = (tag: string) => `127.0.0.1:5000/shop@${digestOf(tag)}`;
const expected: Expected = { serves: ['v1'], orNothing: false, digestOf, route: true, worker: false };
const copy = 'shop-0123456789';

const inPhase = (phase: string) => ({
  kind: 'Lease',
  metadata: { name: 'slipway-shop', annotations: { [labels.state]: JSON.stringify({ phase }) } },
  spec: { holderIdentity: '' },
});

/** Returns a correct state in which release 1 is live. */
function served(): State {
  const shape = {
    namespace: 'a',
    registry: '127.0.0.1:5000',
    strategy: {},
    route: true,
    pods: 'simulated',
    deadline: '1m',
  } as const;
  // biome-ignore lint/suspicious/noExplicitAny: a test changes whatever it likes
  const objects = manifests(shape, { tag: 'v1', health: 'good' }) as any[];
  const of = (kind: string) => structuredClone(objects.filter(object => object.kind === kind));
  const [deployment] = of('Deployment');
  const [container] = deployment.spec.template.spec.containers;
  container.image = imageOf('v1');
  container.envFrom[0].configMapRef.name = copy;
  deployment.metadata.annotations = { [labels.release]: '1' };
  const configMap = (name: string, data: object) => ({ kind: 'ConfigMap', metadata: { name }, data });
  const pod = {
    kind: 'Pod',
    spec: deployment.spec.template.spec,
    status: { conditions: [{ type: 'Ready', status: 'True' }] },
  };
  const state = {
    workloads: [deployment],
    pods: Array.from({ length: replicas }, () => structuredClone(pod)),
    services: of('Service'),
    routes: of('HTTPRoute'),
    autoscalers: of('HorizontalPodAutoscaler'),
    configMaps: [
      configMap('slipway-shop-r1', {
        record: JSON.stringify({ release: 1, images: { shop: imageOf('v1') }, shipped: [{ copy }] }),
      }),
      configMap('slipway-shop-r1-outcome', { outcome: JSON.stringify({ release: 1, state: 'complete' }) }),
      configMap(copy, { GREETING: 'v1' }),
    ],
    secrets: [],
    leases: [inPhase('done')],
    others: [],
  };
  return state as unknown as State;
}

// biome-ignore lint/suspicious/noExplicitAny: a test changes whatever it likes
const faultsAfter = (change: (state: any) => void): string[] => {
  const state = served();
  change(state);
  return faults(state, expected);
};
const lease = (renewed: number) => ({
  holderIdentity: 'ada',
  renewTime: new Date(renewed).toISOString(),
  leaseDurationSeconds: 2,
});
const named = (name: string) => (object: { metadata: { name: string } }) => object.metadata.name === name;

describe('the end of a case', () => {
  it('is right if one release is live and nothing is left over', () => {
    expect(faults(served(), expected)).toEqual([]);
  });

  // biome-ignore lint/suspicious/noExplicitAny: a test changes whatever it likes
  it.each<[string, (state: any) => void, RegExp]>([
    [
      'another version is live',
      s => (s.workloads[0].spec.template.spec.containers[0].image = imageOf('v9')),
      /none of v1/,
    ],
    ['the workload is missing', s => s.workloads.pop(), /the workload shop is missing/],
    ['a pod is not ready', s => (s.pods[0].status.conditions[0].status = 'False'), /2 of 3 pods are ready/],
    [
      'a pod is of another version',
      s => (s.pods[0].spec = { containers: [{ image: imageOf('v2') }] }),
      /1 pods belong to another release/,
    ],
    ['a pod is missing', s => s.pods.pop(), /2 of 3 pods are ready/],
    ['it was scaled down', s => (s.workloads[0].spec.replicas = 1), /has 1 replicas/],
    [
      'a Service is still pinned',
      s => (s.services[0].spec.selector[labels.track] = 'stable'),
      /Service\/shop selects/,
    ],
    [
      'a rule still splits traffic',
      s => s.routes[0].spec.rules[1].backendRefs.push({ name: 'shop-canary', weight: 5 }),
      /rule 1 of HTTPRoute\/shop/,
    ],
    [
      'a rule has a backend with weight 0',
      s => s.routes[0].spec.rules[0].backendRefs.push({ name: 'shop-canary', weight: 0 }),
      /rule 0 of HTTPRoute\/shop/,
    ],
    ['a rule was added', s => s.routes[0].spec.rules.push(s.routes[0].spec.rules[0]), /has 3 rules/],
    [
      'the autoscaler keeps its raised floor',
      s => (s.autoscalers[0].spec.minReplicas = 3),
      /minReplicas is 3/,
    ],
    [
      'another configuration is live',
      s => (s.configMaps.find(named(copy)).data.GREETING = 'v2'),
      /with the configuration of v2/,
    ],
    [
      'a canary is left',
      s => s.workloads.push({ kind: 'Deployment', metadata: { name: 'shop-canary' } }),
      /Deployment\/shop-canary is left over/,
    ],
    [
      'a fence is left',
      s => s.configMaps.push({ kind: 'ConfigMap', metadata: { name: 'slipway-shop-fence-3' } }),
      /fence-3 is left over/,
    ],
    [
      'a copy without a record is left',
      s => s.configMaps.push({ kind: 'ConfigMap', metadata: { name: 'shop-ffffffffff' } }),
      /shop-ffffffffff is left over/,
    ],
    [
      'a Job is left',
      s => s.others.push({ kind: 'Job', metadata: { name: 'watchdog' } }),
      /Job\/watchdog is left over/,
    ],
    ['a run holds the Lease', s => (s.leases[0].spec = lease(Date.now())), /held by ada/],
    ['the rollout is not over', s => (s.leases = [inPhase('rolling-back')]), /the rollout is rolling-back/],
    ['the outcome is missing', s => s.configMaps.splice(1, 1), /its outcome is open/],
    [
      'the workload has no release annotation',
      s => delete s.workloads[0].metadata.annotations,
      /no record of release NaN/,
    ],
  ])('is wrong if %s', (_, change, sentence) => {
    expect(faultsAfter(change).join('; ')).toMatch(sentence);
  });

  it('may have an expired Lease, whose holder is dead', () => {
    expect(faultsAfter(s => (s.leases[0].spec = lease(Date.now() - 60_000)))).toEqual([]);
  });

  it('is wrong if a later release counts as complete, or has no outcome', () => {
    const later = (state: string | undefined) =>
      faultsAfter(s => {
        const record = { release: 2, images: { shop: imageOf('v2') }, shipped: [] };
        s.configMaps.push({
          metadata: { name: 'slipway-shop-r2' },
          data: { record: JSON.stringify(record) },
        });
        const outcome = JSON.stringify({ release: 2, state });
        if (state !== undefined)
          s.configMaps.push({ metadata: { name: 'slipway-shop-r2-outcome' }, data: { outcome } });
      });
    expect(later('rolled-back')).toEqual([]);
    expect(later('complete')).toEqual(['release 2 is not live, and its outcome is complete']);
    expect(later(undefined)).toEqual(['release 2 is not live, and its outcome is open']);
  });

  it('of a rolled back first release has only its records', () => {
    const nothing = { ...expected, serves: [], orNothing: true };
    const { configMaps, leases } = served();
    const empty: State = {
      workloads: [],
      pods: [],
      services: [],
      routes: [],
      autoscalers: [],
      configMaps,
      secrets: [],
      leases,
      others: [],
    };
    expect(faults(empty, nothing)).toEqual([]);
    expect(faults({ ...empty, services: served().services }, nothing)).toEqual(['Service/shop is left over']);
    const role = (name: string) => ({ kind: 'Role', metadata: { name } });
    expect(faults({ ...empty, others: [role('slipway-watchdog:shop')] }, nothing)).toEqual([]);
    expect(faults({ ...empty, others: [role('slipway-watchdog:cart')] }, nothing)).toHaveLength(1);
    expect(faults(empty, expected)).toEqual(['the workload shop is missing']);
    expect(faults({ ...empty, pods: served().pods.slice(0, 1) }, nothing)[0]).toMatch('is left over');
  });
});

describe('the end of a case with a worker', () => {
  // biome-ignore lint/suspicious/noExplicitAny: a test changes whatever it likes
  const faultsWith = (change: (worker: any, state: any) => void): string[] => {
    // biome-ignore lint/suspicious/noExplicitAny: a test changes whatever it likes
    const state = served() as any;
    const shape = { namespace: 'a', registry: '127.0.0.1:5000', strategy: {}, route: true, worker: true };
    const made = manifests(shape as never, { tag: 'v1', health: 'good' });
    // biome-ignore lint/suspicious/noExplicitAny: a test changes whatever it likes
    const worker = structuredClone(made.find(({ metadata }) => metadata?.name === 'shop-worker')) as any;
    const [container] = worker.spec.template.spec.containers;
    container.image = imageOf('v1');
    container.envFrom[0].configMapRef.name = copy;
    worker.status = { availableReplicas: 2 };
    const pod = {
      kind: 'Pod',
      metadata: { labels: { app: 'shop-worker' } },
      spec: worker.spec.template.spec,
    };
    state.workloads.push(worker);
    state.pods.push(structuredClone(pod), structuredClone(pod));
    change(worker, state);
    return faults(state as State, { ...expected, worker: true });
  };

  it('is right if the worker has the version of the workload', () => {
    expect(faultsWith(() => {})).toEqual([]);
  });

  it('is wrong if the worker has another version, is not ready, or is missing', () => {
    expect(
      faultsWith(worker => {
        worker.spec.template.spec.containers[0].image = imageOf('v2');
      }),
    ).toEqual([expect.stringMatching(/^Deployment\/shop-worker has .*v2 instead of .*v1$/)]);
    expect(
      faultsWith((_, state) => {
        state.pods.at(-1).spec = { containers: [{ image: imageOf('v2') }] };
      }),
    ).toEqual(['1 pods of the worker belong to another release']);
    expect(
      faultsWith(worker => {
        worker.status.availableReplicas = 1;
      }),
    ).toEqual(['the worker is not ready']);
    expect(
      faultsWith((_, state) => {
        state.workloads.pop();
      }),
    ).toEqual(['Deployment/shop-worker is missing']);
  });
});
