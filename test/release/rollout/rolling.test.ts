import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { ConfigMap, Deployment, KubeObject } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { readRecord } from '../../../src/decision/chunks.ts';
import { advanceRollout } from '../../../src/release/rollout/run.ts';
import { ReleaseStore } from '../../../src/release/store/releases.ts';
import { timing } from '../../../src/toolkit/timing.ts';
import { labels } from '../../../src/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { config, imageOf, manifest, template } from '../objects.ts';
import { progressive } from '../promoting.ts';
import { shop, Updating } from '../updating.ts';

const crashing = (server: Updating) => {
  server.fate = image => (image === imageOf(2) ? 'crashes' : 'ready');
};
const phases = ({ timeline }: { timeline: { phase: string }[] }) => timeline.map(({ phase }) => phase);

it('the state says that an irreversible release needs action', async () => {
  const server = await Updating.before({ record: { reversible: false } });
  crashing(server);
  const ended = await server.roll();
  expect(ended.state).toBe('needs-action');
  expect(ended.reason).toEqual(wording('shop', '3', '2'));
  expect(server.rollout).toMatchObject({ phase: 'promoting', needsAction: { reason: ended.reason } });
});

it('the replica count is restored when a version that asks for fewer does not become ready', async () => {
  const server = await Updating.before();
  const live = server.objects.get(shop) as Deployment;
  server.put(shop, { ...live, spec: { ...live.spec, replicas: 6 } } as Deployment);
  server.enter({ capacity: 6 });
  crashing(server);
  expect((await server.roll()).state).toBe('rolled-back');
  expect((server.objects.get(shop) as Deployment).spec).toMatchObject({
    replicas: 6,
    template: template(imageOf(1)),
  });
});

describe('a cancelled run whose rollback takes longer than the time of a cancelled job', () => {
  const { cancelled } = timing;
  beforeEach(() => void Object.assign(timing, { cancelled: 0 }));
  afterEach(() => void Object.assign(timing, { cancelled }));

  it('leaves its rollback to the next run, and does not say that the release was rolled back', async () => {
    const server = await Updating.before();
    const cancelling = new AbortController();
    server.fate = () => 'hangs';
    server.controllers.push((_, object) => {
      if (object?.kind === 'Deployment' && object.metadata?.annotations?.[labels.release] === '2')
        cancelling.abort();
    });
    const { state, reason, decision } = await server.roll({ signal: cancelling.signal });
    expect(state).toBe('failed');
    expect(reason).toEqual(wording('cancelled', '1'));
    expect(decision).not.toHaveProperty('end');
    expect(server.rollout).toMatchObject({ phase: 'rolling-back' });
    expect(server.rollout).not.toHaveProperty('needsAction');
  });
});

describe('a release with a manifest of which the create is not answered', () => {
  const { writeRetry } = timing;
  beforeEach(() => void Object.assign(timing, { writeRetry: 60_000 }));
  afterEach(() => void Object.assign(timing, { writeRetry }));

  it.each(['reset', 'accepted, then reset'] as const)(
    'creates it at the next attempt and is not rolled back: %s',
    async failure => {
      const server = await Updating.before();
      server.enter({ applied: false });
      const path = pathOf(resources.configMap, 'shop', 'more');
      const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'more' }, data: { a: 'b' } };
      server.fail({ verb: 'create', path: /\/more$/, times: 1 }, failure);
      const ended = await server.roll({ pending: [{ path, object: object as KubeObject, live: undefined }] });
      expect(ended).toMatchObject({ state: 'complete', release: 2 });
      expect(server.objects.get(path)).toMatchObject({ data: { a: 'b' } });
      expect((server.objects.get(shop) as Deployment).spec?.template).toEqual(template(imageOf(2)));
    },
  );
});

describe('the decision record of a rolling update', () => {
  it('that succeeded has its times, its pods, its duration and the live release', async () => {
    const server = await Updating.before();
    const { state, decision } = await server.roll();
    expect(state).toBe('complete');
    expect(decision).toMatchObject({
      release: 2,
      baseline: 1,
      images: { shop: imageOf(2) },
      workload: 'Deployment/shop',
      runs: [{ by: { run: 'run 6', actor: 'bob' }, token: 6, doing: 'deploy' }],
      strategy: { kind: 'rolling' },
      ticks: [],
      verdicts: [],
      facts: [],
      end: { state: 'promoted', serves: 2, weight: 100, reason: wording() },
      calls: expect.any(Number),
    });
    expect(decision).not.toHaveProperty('rolled');
    expect(phases(decision!)).toEqual(['promoting', 'done']);
    expect(decision!.timeline.every(moment => !('weight' in moment))).toBe(true);
    expect(Object.keys(decision!.durations)).toEqual([wording()]);
    expect(decision!.pods).toEqual(
      ['a', 'b', 'c'].map(name => ({
        ...{ pod: `rs-2-${name}`, track: 'canary', node: 'node-1', ready: true, restarts: 0 },
      })),
    );
    expect(readRecord(JSON.stringify(decision))).toEqual(decision);
  });

  it('is saved in the cluster for the next run, with one read and one write', async () => {
    const server = await Updating.before();
    const { decision } = await server.roll();
    expect(await server.decision()).toEqual(decision);
    const written = server.writes.filter(each => each.includes('decision'));
    expect(written).toEqual(['create /api/v1/namespaces/shop/configmaps/slipway-shop-r2-decision-head-000']);
    const object = server.find<ConfigMap>('configmaps', 'slipway-shop-r2-decision-head-000');
    expect(object?.metadata?.labels).toEqual({
      [labels.app]: 'shop',
      [labels.kind]: 'decision',
      [labels.release]: '2',
    });
    await new ReleaseStore(server.cluster, 'shop', 'shop').remove(2);
    expect(server.names('configmaps').filter(name => name.includes('-r2'))).toEqual([]);
  });

  it('is written before the state says that the rollout is over: from then on the next run may write it', async () => {
    const server = await Updating.before();
    let phase = '';
    server.once({ verb: 'write', path: 'decision' }, () => {
      phase = server.rollout?.phase ?? '';
    });
    await server.roll();
    expect(phase).toBe('promoting');
  });

  it('of a first release in place of a canary says why it rolled, and has no gate', async () => {
    const server = await Updating.before({
      first: true,
      strategy: progressive.strategy,
    });
    const why = 'rolling instead of canary: it is the first release';
    const { state, decision } = await server.roll({ why });
    expect(state).toBe('complete');
    expect(decision).toMatchObject({ rolled: true, strategy: { kind: 'canary' }, end: { serves: 2 } });
    expect(decision!.timeline[0]).toMatchObject({ phase: 'promoting', reason: why });
    expect(decision).not.toHaveProperty('baseline');
    expect(decision).not.toHaveProperty('gate');
  });

  it('that failed has the cause as a fact, and when the rollback began and ended', async () => {
    const server = await Updating.before();
    crashing(server);
    const { state, reason, decision } = await server.roll();
    expect(state).toBe('rolled-back');
    expect(phases(decision!)).toEqual(['promoting', 'rolling-back', 'rolled-back']);
    expect(decision!.timeline[1]).toMatchObject({ reason });
    expect(decision!.facts.map(({ fact }) => fact)).toEqual([
      { kind: 'crash-loop', pod: 'rs-2-a', detail: reason },
    ]);
    expect(decision!.end).toMatchObject({ state: 'rolled-back', serves: 1, weight: 0, reason });
    expect(Object.keys(decision!.durations)).toEqual(['rollback']);
    expect(decision!.pods).toEqual([
      ...['a', 'b', 'c'].map(name =>
        expect.objectContaining({ pod: `rs-1-${name}`, track: 'baseline', ready: true }),
      ),
      {
        ...{ pod: 'rs-2-a', track: 'canary', node: 'node-1', ready: false, restarts: 4, gone: true },
        note: 'shop: CrashLoopBackOff',
      },
    ]);
    expect(await server.decision()).toEqual(decision);
  });

  it('of a first release that failed says that no release is live', async () => {
    const server = await Updating.before({ first: true });
    crashing(server);
    const { state, decision } = await server.roll();
    expect(state).toBe('rolled-back');
    expect(server.objects.has(shop)).toBe(false);
    expect(decision!.end).toMatchObject({ state: 'rolled-back', weight: 0 });
    expect(decision!.end).not.toHaveProperty('serves');
    expect(phases((await server.decision())!)).toEqual(['promoting', 'rolling-back', 'rolled-back']);
  });

  it('that needs action says which pods are ready', async () => {
    const server = await Updating.before({ record: { reversible: false } });
    crashing(server);
    const { reason, decision } = await server.roll();
    expect(decision!.end).toMatchObject({ state: 'needs-action', serves: 1, weight: 0, reason });
    expect(phases(decision!)).toEqual(['promoting']);
    expect(decision!.pods.map(({ track, ready }) => `${track} ${ready}`)).toEqual([
      ...Array.from({ length: 3 }, () => 'baseline true'),
      'canary false',
    ]);
    expect(await server.decision()).toEqual(decision);
  });

  it('whose baseline does not become ready either says that it failed, and that no pod is ready', async () => {
    const server = await Updating.before();
    server.fate = () => 'hangs';
    server.pass(2000);
    const { state, reason, decision } = await server.roll();
    expect(state).toBe('failed');
    expect(reason).toEqual(wording('1'));
    expect(decision!.end).toMatchObject({ state: 'needs-action', weight: 0, reason });
    expect(phases(decision!)).toEqual(['promoting', 'rolling-back']);
    expect(decision!.facts[0]?.fact).toMatchObject({ kind: 'not-ready', pod: 'rs-2-a' });
    expect(await server.decision()).toEqual(decision);
  });

  it('of a cancelled run says so, and blames nothing on the version', async () => {
    const server = await Updating.before();
    const { state, decision } = await server.roll({ signal: AbortSignal.abort() });
    expect(state).toBe('rolled-back');
    expect(decision).toMatchObject({ facts: [], end: { state: 'rolled-back', reason: wording() } });
  });

  it('that cannot be written is reported, and the release succeeds', async () => {
    const server = await Updating.before();
    const full = 'configmaps "a" is forbidden: exceeded quota: limits';
    server.fail({ verb: 'write', path: 'decision' }, 403, full);
    const { state, decision } = await server.roll();
    expect(state).toBe('complete');
    expect(server.rollout?.phase).toBe('done');
    expect(decision?.end?.state).toBe('promoted');
    expect(server.said).toContainEqual(wording(full));
  });

  it('of a run that died is completed by the run that rolls back, with the time at which that began', async () => {
    const server = await Updating.before();
    crashing(server);
    const live = server.objects.get(shop) as Deployment;
    const annotations = { ...live.metadata?.annotations, [labels.release]: '2' };
    server.put(shop, {
      ...live,
      metadata: { ...live.metadata, annotations },
      spec: { ...live.spec, template: template(imageOf(2)) },
    } as Deployment);
    const request = {
      ...{ config, environment: server.environment, origin: { run: 'run 7', actor: 'eve' } },
      ...{ env: {}, wait: 0, report: () => undefined },
    };
    const lease = { token: 7, assertHeld: async () => {}, release: async () => {} };
    server.lease(7);
    const { end } = await advanceRollout(server.cluster, request, lease, {
      command: 'rollback',
      goal: 'done',
      rollback: { reason: 'rolled back by eve', by: 'eve in run 7' },
    });
    expect(end.state).toBe('rolled-back');
    const decision = await server.decision();
    expect(decision).toMatchObject({
      runs: [{ token: 7, doing: 'rollback' }],
      end: { state: 'rolled-back', serves: 1, reason: 'rolled back by eve' },
    });
    expect(phases(decision!)).toEqual(['promoting', 'rolling-back', 'rolled-back']);
    expect(Object.keys(decision!.durations)).toEqual(['rollback']);
    expect(decision!.pods.find(({ pod }) => pod === 'rs-2-a')).toMatchObject({ track: 'canary', gone: true });
  });

  describe('with workers', () => {
    const report = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'report', namespace: 'shop' },
      spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: { spec: { containers: [] } } } } },
    };
    const withReport = async () => {
      const { next } = await Updating.before();
      return Updating.before({
        workers: [{ kind: 'CronJob', name: 'report' }],
        record: {
          manifests: [...next.manifests, manifest(report).object],
          workers: { 'CronJob/report': null },
        },
      });
    };

    it('is continued by the reconciler, as the same record of the same run', async () => {
      const server = await withReport();
      const { state, decision } = await server.roll();
      expect(state).toBe('complete');
      expect(server.names('cronjobs')).toEqual(['report']);
      expect(decision!.runs).toHaveLength(1);
      expect(phases(decision!)).toEqual(['promoting', 'done']);
      expect(decision!.end).toMatchObject({ state: 'promoted', serves: 2 });
      expect(decision!.timeline.every(moment => !('weight' in moment))).toBe(true);
      expect(await server.decision()).toEqual(decision);
    });

    it('says which worker was refused when it is rolled back', async () => {
      const server = await withReport();
      const create = server.cluster.create;
      server.cluster.create = async (folder, object) => {
        if (folder.endsWith('/cronjobs')) throw new ClusterError('POST', 403, '{"message": "too many jobs"}');
        return create(folder, object);
      };
      const { state, decision } = await server.roll();
      expect(state).toBe('rolled-back');
      expect(phases(decision!)).toEqual(['promoting', 'rolling-back', 'rolled-back']);
      expect(decision!.end).toMatchObject({
        state: 'rolled-back',
        serves: 1,
        reason: expect.stringMatching(/too many jobs/),
      });
      expect(Object.keys(decision!.durations)).toEqual(['rollback']);
      expect(await server.decision()).toEqual(decision);
    });
  });
});
