import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConfigMap, Deployment } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { type RollbackRequest, rollback } from '../../src/release/rollback.ts';
import { acquireLease } from '../../src/release/store/lease.ts';
import * as proving from '../../src/release/verify.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { labels, nameOf } from '../../src/workloads/naming.ts';
import { wording } from '../wording.ts';
import { config, deployment, imageOf, sentence, template } from './objects.ts';
import { progressive, Rollout, recorded, recordedElsewhere } from './promoting.ts';

let server: Rollout;

beforeEach(async () => {
  // No pod serves anything here.
  vi.spyOn(proving, 'verify').mockResolvedValue(undefined as never);
  server = await Rollout.promoting();
});

const asked: RollbackRequest = {
  config,
  environmentName: 'production',
  environment: progressive,
  from: undefined,
  to: undefined,
  origin: { run: 'run 7', actor: 'eve' },
  env: {},
  report: () => {},
};

it('is refused before anything is written to a release of another environment in the namespace', async () => {
  server.enter({ phase: 'done' });
  await server.record(recordedElsewhere(3));
  const before = server.writes.length;
  expect(await sentence(() => rollback(server.cluster, { ...asked, to: 3 as never }))).toEqual(
    wording('namespace shop', 'staging', 'Deployment/shop-staging'),
  );
  expect(server.writes).toHaveLength(before);
});

describe('a rollback to a release of another workload', () => {
  const workload = { kind: 'Deployment' as const, name: 'web' };
  const renamed = { ...config, environments: { production: { ...progressive, workload } } };
  const inWeb = { config: renamed, baseline: 1 as never };
  const now = { config: renamed, environment: { ...progressive, workload } };
  const toFirst = { ...asked, to: 1 as never };
  const restored = { release: 1, state: 'complete' };

  it('is refused before anything is written: the traffic goes to the other workload', async () => {
    server.enter({ phase: 'done' });
    await server.record(recorded(3, { state: 'complete' }, inWeb));
    const all = ['3', 'Deployment/shop', 'Deployment/web'];
    const request = { ...asked, ...now, from: 3 as never };
    expect(await sentence(() => rollback(server.cluster, request))).toEqual(wording(...all));
    expect(await sentence(() => rollback(server.cluster, toFirst))).toEqual(wording(...all));
    server.enter({ candidate: 4 as never, baseline: 3 as never, phase: 'stepping' });
    await server.record(recorded(4, null, inWeb));
    expect(await sentence(() => rollback(server.cluster, toFirst))).toEqual(wording(...all));
    expect(server.rollout?.abortRequested).toBeUndefined();
  });

  it.each([
    ['a release that did not succeed had it', [recorded(3), recorded(4, null, inWeb)]],
    ['it was renamed, and renamed back', [recorded(3, {}, inWeb), recorded(4)]],
    ['only slipway.yml has it yet', [recorded(3, {}, { source: 'observed' })]],
  ])('is not refused when %s', async (_, releases) => {
    server.enter({ phase: 'done' });
    await server.record(...releases);
    expect(await rollback(server.cluster, toFirst)).toMatchObject(restored);
  });
});

describe('a rollback that waits for the Lease', () => {
  const newest = { token: 6, run: { run: 'run 6', actor: 'bob' }, candidate: 3 as never };

  it('does not touch a release that another run has begun meanwhile, when it rolls back one release', async () => {
    server.once({ verb: 'update', path: 'coordination.k8s.io' }, async () => {
      await server.record(recorded(3, null));
      server.enter({ ...newest, phase: 'stepping', weight: 50, abortRequested: undefined as never });
    });
    const { state, changed, reason } = await rollback(server.cluster, { ...asked, from: 2 as never });
    expect({ state, changed }).toEqual({ state: 'not-needed', changed: false });
    expect(reason).toEqual(wording('3', 'ann', 'run 1', '2'));
    expect(server.rollout).toMatchObject({ ...newest, phase: 'stepping', weight: 50 });
  });

  it('does not seize the Lease of a living run when it rolls back one release', async () => {
    const living = await acquireLease(server.cluster, {
      ...{ app: 'shop', namespace: 'shop', seize: false, wait: 0, report: () => {} },
      workload: { kind: 'Deployment', name: 'shop' },
      origin: { run: 'run 8', actor: 'bob' },
    });
    const { promise: waits, resolve } = Promise.withResolvers<string>();
    // Its time is over, so that it ends as soon as it has the lease.
    const until = performance.now() - 1;
    const report = (line: string) => line.includes('bob') && resolve(line);
    const ended = rollback(server.cluster, { ...asked, from: 2 as never, until, report });
    expect(await waits).toEqual(wording('bob', 'run 8'));
    await living.assertHeld();
    await living.release();
    const { state, reason } = await ended;
    expect(state).toBe('failed');
    expect(reason).toEqual(wording());
  });

  it.each([
    ['is not needed when it rolls back one release', { from: 4 as never }, 'not-needed'],
    ['is complete when it rolls back the live release', {}, 'complete'],
    ['restores the release that it names', { from: 4 as never, to: 1 as never }, 'complete'],
  ])('from another run that ends its own rollback, %s', async (_, which, state) => {
    await server.record(recorded(3), recorded(4, null));
    const begun = { baseline: 3 as never, candidate: 4 as never };
    server.enter({ ...begun, phase: 'rolling-back' });
    server.once({ verb: 'update', path: 'coordination.k8s.io' }, async () => {
      server.enter({ ...begun, phase: 'rolled-back' });
      await server.record(recorded(4, { state: 'rolled-back' }));
    });
    const result = await rollback(server.cluster, { ...asked, ...which });
    expect(result).toMatchObject({ state, changed: state === 'complete' });
    if (state === 'not-needed') expect(result.reason).toEqual(wording('4'));
  });

  it('is refused when the release that began meanwhile is not reversible', async () => {
    server.once({ verb: 'update', path: 'coordination.k8s.io' }, async () => {
      await server.record(recorded(3, null, { reversible: false }));
      server.enter({ ...newest, abortRequested: undefined as never });
    });
    expect(await sentence(() => rollback(server.cluster, asked))).toEqual(wording('3'));
    expect(server.rollout).toMatchObject({ ...newest, phase: 'promoting' });
  });

  it('ends the rollout that it asked to end', async () => {
    const until = performance.now() - 1;
    const { state } = await rollback(server.cluster, { ...asked, from: 2 as never, until });
    expect(state).toBe('failed');
    expect(server.rollout).toMatchObject({ candidate: 2, phase: 'rolling-back', run: asked.origin });
  });
});

describe('a rollback to a release before the baseline of a rollout', () => {
  beforeEach(async () => {
    await server.record(recorded(3), recorded(4, null));
    server.enter({ baseline: 3 as never, candidate: 4 as never });
  });

  it('only ends the rollout when the release is its baseline, which need not be restorable', async () => {
    server.enter({ baseline: 2 as never, candidate: 4 as never, phase: 'rolling-back' });
    const until = performance.now() - 1;
    const result = await rollback(server.cluster, { ...asked, to: 2 as never, until });
    expect(result).toMatchObject({ release: 2, changed: true });
  });

  it('reports why the rollout ended, and the total time', async () => {
    const result = await rollback(server.cluster, { ...asked, to: 1 as never });
    expect(result).toMatchObject({ release: 1, changed: true, state: 'complete' });
    expect(result.decision).toMatchObject({ release: 4 });
    expect(server.rollout).toMatchObject({ phase: 'rolled-back' });
  });

  it('restores that release, too, when it is to roll back from one release only', async () => {
    const result = await rollback(server.cluster, { ...asked, from: 4 as never, to: 1 as never });
    expect(result).toMatchObject({ release: 1, changed: true, state: 'complete' });
  });

  it('leaves a release alone that came after the one to roll back meanwhile', async () => {
    server.once({ verb: 'update', path: 'coordination.k8s.io', nth: 2 }, async () => {
      await server.record(recorded(5, null));
      const begun = { candidate: 5 as never, baseline: 3 as never, phase: 'stepping' as const, weight: 50 };
      server.enter({ ...begun, token: 9, abortRequested: undefined as never });
    });
    const result = await rollback(server.cluster, { ...asked, from: 4 as never, to: 1 as never });
    expect(result).toMatchObject({ state: 'not-needed', changed: true, reason: wording('5') });
    expect(server.rollout).toMatchObject({ candidate: 5, phase: 'stepping', weight: 50 });
    expect(server.rollout?.abortRequested).toBeUndefined();
  });

  it('says that the release was not restored when the rollout needs action', async () => {
    const until = performance.now() - 1;
    const { state, reason } = await rollback(server.cluster, { ...asked, to: 1 as never, until });
    expect(state).toBe('failed');
    expect(reason).toEqual(wording('1'));
  });
});

describe('a rollback of a release that was recorded but not begun', () => {
  it.each([
    ['by its number', 3 as never],
    ['by its run', 'run' as const],
  ])('writes nothing to the rollout before it, which needs action: %s', async (_, from) => {
    const own = { run: 'run 7', actor: 'eve' };
    await server.record(recorded(3, null, { by: own }));
    server.enter({ needsAction: { at: server.now, reason: 'no pod is ready' } });
    const { rollout } = server;
    server.calls.length = 0;
    const { reason, ...result } = await rollback(server.cluster, { ...asked, origin: own, from });
    expect(result).toEqual({ state: 'not-needed', changed: false, seconds: 0 });
    expect(reason).toEqual(wording('3'));
    expect(server.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(server.rollout).toEqual(rollout);
  });
});

describe('a rollback that finds no workload', () => {
  const path = '/apis/apps/v1/namespaces/shop/deployments/shop';

  it('creates it again as in the restored release', async () => {
    await server.record(recorded(3));
    server.enter({ phase: 'done', weight: 0 });
    server.delete(path);
    server.put(pathOf(resources.horizontalPodAutoscaler, 'shop', 'shop'), {
      metadata: { name: 'shop' },
      spec: { minReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'shop' } },
      status: { desiredReplicas: 7 },
    } as never);
    server.once({ verb: 'create', path: '/apis/apps' }, () =>
      setTimeout(() => {
        const made = server.objects.get(path) as Deployment;
        const all = { replicas: 7, updatedReplicas: 7, readyReplicas: 7, availableReplicas: 7 };
        server.put(path, { ...made, status: deployment({ status: all }).status } as Deployment);
      }, 50),
    );
    const said: string[] = [];
    const request = { ...asked, to: 1 as never, report: (line: string) => said.push(line) };
    expect(await rollback(server.cluster, request)).toMatchObject({
      release: 1,
      changed: true,
      state: 'complete',
    });
    expect(said).toContainEqual(wording('Deployment/shop', '1'));
    const { metadata, spec } = server.objects.get(path) as Deployment;
    expect(metadata?.annotations).toMatchObject({ 'slipway.dev/release': '1' });
    expect(spec?.template).toEqual(recorded(1).outcome?.template);
    expect(spec?.replicas).toBe(7);
  });
});

describe('a rollback after a canary was promoted', () => {
  const path = pathOf(resources.deployment, 'shop', 'shop');
  const live = () => server.objects.get(path) as Deployment;

  it('writes the previous template at once, without a canary', async () => {
    await server.record(recorded(3));
    server.delete(pathOf(resources.deployment, 'shop', 'shop-canary'));
    const { metadata, ...rest } = live();
    server.put(path, {
      ...rest,
      metadata: { ...metadata, annotations: { ...metadata?.annotations, [labels.release]: '3' } },
    });
    server.enter({ phase: 'done', candidate: 3 as never });
    const writes: string[] = [];
    server.before = write => writes.push(write);
    const said: string[] = [];
    const report = (line: string) => said.push(line);
    const result = await rollback(server.cluster, { ...asked, to: 1 as never, report });
    expect(result).toMatchObject({ release: 1, changed: true, state: 'complete' });
    expect(said.filter(line => line === 'restoring release 1')).toHaveLength(1);
    expect(live().spec?.template).toEqual(recorded(1).outcome?.template);
    const moved = writes.filter(write => /deployments|services|httproutes/.test(write));
    // Our stamp, then the template.
    expect(moved).toEqual([`patch ${path}`, `patch ${path}`]);
    expect(server.rollout).toMatchObject({ phase: 'rolled-back', strategy: 'rolling' });
  });

  it('ends although a webhook changes the template that it restores', async () => {
    await server.record(recorded(3));
    server.delete(pathOf(resources.deployment, 'shop', 'shop-canary'));
    const { metadata, ...rest } = live();
    const annotations = { ...metadata?.annotations, [labels.release]: '3' };
    server.put(path, { ...rest, metadata: { ...metadata, annotations } });
    server.enter({ phase: 'done', candidate: 3 as never });
    // The webhook.
    server.before = (write, { body }) => {
      if (write !== `patch ${path}` || !Array.isArray(body)) return;
      for (const { path: pointer, value } of body)
        if (pointer === '/spec/template') value.metadata.annotations = { policy: 'new' };
    };
    const until = performance.now() + 5000;
    const result = await rollback(server.cluster, { ...asked, to: 1 as never, until });
    expect(result).toMatchObject({ release: 1, changed: true, state: 'complete' });
  });

  it('leaves the objects of monitoring as the newest deploy applied them', async () => {
    const object = (rules: string) =>
      ({
        ...{ apiVersion: 'v1', kind: 'ConfigMap', data: { rules } },
        metadata: { name: 'slipway-shop-rules', namespace: 'shop' },
      }) as never;
    const [stable] = recorded(1).record.manifests;
    for (const [number, text] of [
      [4, 'old'],
      [5, 'new'],
    ] as const)
      await server.record(recorded(number, undefined, { manifests: [stable as never, object(text)] }));
    const rules = pathOf(resources.configMap, 'shop', 'slipway-shop-rules');
    server.put(rules, object('new'));
    server.delete(pathOf(resources.deployment, 'shop', 'shop-canary'));
    const { metadata, ...rest } = live();
    const annotations = { ...metadata?.annotations, [labels.release]: '5' };
    server.put(path, { ...rest, metadata: { ...metadata, annotations } });
    server.enter({ phase: 'done', candidate: 5 as never });
    const writes: string[] = [];
    server.before = write => writes.push(write);
    const result = await rollback(server.cluster, { ...asked, to: 4 as never });
    expect(result).toMatchObject({ release: 4, changed: true, state: 'complete' });
    expect((server.objects.get(rules) as ConfigMap).data).toEqual({ rules: 'new' });
    expect(writes.filter(write => write.includes('slipway-shop-rules'))).toEqual([]);
  });

  it('says how to go further back when the last verified release is live already', async () => {
    await server.record(recorded(3, { state: 'verified' }));
    server.delete(pathOf(resources.deployment, 'shop', 'shop-canary'));
    server.enter({ phase: 'done', candidate: 3 as never });
    await rollback(server.cluster, { ...asked, to: 3 as never });
    expect(await rollback(server.cluster, asked)).toMatchObject({
      ...{ release: 3, changed: false, state: 'complete' },
      reason: wording('nothing was rolled back', 'last verified'),
    });
    const named = await rollback(server.cluster, { ...asked, to: 3 as never });
    expect(named).toMatchObject({ changed: false, state: 'complete' });
    expect(named.reason).toBeUndefined();
  });

  it('of one release is refused if that has no baseline and is the last verified one', async () => {
    await server.record(recorded(3, { state: 'verified' }, { baseline: undefined as never }));
    server.delete(pathOf(resources.deployment, 'shop', 'shop-canary'));
    server.enter({ phase: 'done', candidate: 3 as never });
    await rollback(server.cluster, { ...asked, to: 3 as never });
    const undone = () => rollback(server.cluster, { ...asked, from: 3 as never });
    expect(await sentence(undone)).toEqual(wording('release 3', 'no baseline'));
  });

  it('needs no permission to move traffic: it reads no Service, route or watchdog', async () => {
    const strategy = {
      ...progressive.strategy,
      watchdog: { image: 'registry.example.com/kubectl:1' },
    } as never;
    const within = { ...config, environments: { production: { ...progressive, strategy } } };
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'shop', namespace: 'shop' } };
    const [stable] = recorded(3).record.manifests;
    await server.record(recorded(3, undefined, { config: within, manifests: [stable as never, service] }));
    server.delete(pathOf(resources.deployment, 'shop', 'shop-canary'));
    const { metadata, ...rest } = live();
    const annotations = { ...metadata?.annotations, [labels.release]: '3' };
    server.put(path, { ...rest, metadata: { ...metadata, annotations } });
    server.enter({ phase: 'done', candidate: 3 as never });
    server.calls.length = 0;
    const result = await rollback(server.cluster, { ...asked, to: 1 as never });
    expect(result).toMatchObject({ state: 'complete' });
    const read = server.calls.map(({ path: each }) => each);
    expect(read.filter(each => /\/(services|httproutes|jobs)/.test(each))).toEqual([]);
  });

  it('security 10: writes nothing when no release wrote the outcome', async () => {
    await server.record(recorded(3), recorded(4));
    const outcome = pathOf(resources.configMap, 'shop', nameOf.outcome('shop', 3));
    const { data, ...object } = server.objects.get(outcome) as ConfigMap;
    const text = (data?.outcome ?? '').replaceAll('ghcr.io/acme/shop', 'attacker.example.com/x');
    server.put(outcome, { ...object, data: { outcome: text } } as never);
    server.delete(pathOf(resources.deployment, 'shop', 'shop-canary'));
    server.enter({ phase: 'done', candidate: 4 as never });
    const writes: string[] = [];
    server.before = write => writes.push(write);
    const said: string[] = [];
    const request = { ...asked, to: 3 as never, report: (line: string) => said.push(line) };
    expect(await sentence(() => rollback(server.cluster, request))).toEqual(wording('3'));
    expect(said).toContainEqual(wording('slipway-shop-r3-outcome'));
    expect(writes.filter(write => !write.includes('selfsubjectaccessreviews'))).toEqual([]);
  });

  it('security 10: writes nothing when an image that only the record names is not signed', async () => {
    await server.record(recorded(3, { template: template(imageOf(9)) }), recorded(4));
    server.delete(pathOf(resources.deployment, 'shop', 'shop-canary'));
    server.enter({ phase: 'done', candidate: 4 as never });
    const writes: string[] = [];
    server.before = write => writes.push(write);
    const requireSigned = async (images: readonly string[]) => {
      expect(images).toEqual([imageOf(9)]);
      throw new UserError('it is not signed', 'sign it');
    };
    const back = () => rollback(server.cluster, { ...asked, to: 3 as never, requireSigned });
    await expect(back()).rejects.toThrow('it is not signed');
    expect(writes.filter(write => !write.includes('selfsubjectaccessreviews'))).toEqual([]);
  });
});
