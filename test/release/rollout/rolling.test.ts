import { describe, expect, it } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { ConfigMap, Deployment } from '../../../src/cluster/objects.ts';
import { parseRecord } from '../../../src/release/decision-record/chunks.ts';
import { rollBackRollout } from '../../../src/release/rollout/run.ts';
import { ReleaseStore } from '../../../src/release/store/releases.ts';
import { labels } from '../../../src/release/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { config, imageOf, manifest, template } from '../objects.ts';
import { progressive } from '../promoting.ts';
import { shop, Updating } from '../updating.ts';

const crashing = (server: Updating) => {
  server.fate = image => (image === imageOf(2) ? 'crashes' : 'ready');
};
const phases = ({ timeline }: { timeline: { phase: string }[] }) => timeline.map(({ phase }) => phase);

it('says in the journal that a release without a way back is held', async () => {
  const server = await Updating.before({ record: { reversible: false } });
  crashing(server);
  const ended = await server.roll();
  expect(ended.state).toBe('needs-action');
  expect(ended.reason).toEqual(wording('shop', '3', '2'));
  expect(server.rollout).toMatchObject({ phase: 'promoting', needsAction: { reason: ended.reason } });
});

it('restores the replica count when a version that asks for fewer does not come up', async () => {
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

describe('the decision record of a rolling release', () => {
  it('that came up says since when, with which pods, how long it took, and that it serves', async () => {
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
      calls: { all: expect.any(Number) },
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
    expect(parseRecord(JSON.stringify(decision))).toEqual(decision);
  });

  it('is kept in the cluster for whoever comes next, and costs one look and one write', async () => {
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

  it('is written before the journal says that it is over: from then on it is the next run’s to write', async () => {
    const server = await Updating.before();
    let phase = '';
    server.once({ verb: 'write', path: 'decision' }, () => {
      phase = server.rollout?.phase ?? '';
    });
    await server.roll();
    expect(phase).toBe('promoting');
  });

  it('of a first release in place of a canary says why it rolled, and names no gate', async () => {
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

  it('that did not come up has the cause as a fact, and when the rollback began and ended', async () => {
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

  it('of a first release that did not come up says that nothing serves', async () => {
    const server = await Updating.before({ first: true });
    crashing(server);
    const { state, decision } = await server.roll();
    expect(state).toBe('rolled-back');
    expect(server.objects.has(shop)).toBe(false);
    expect(decision!.end).toMatchObject({ state: 'rolled-back', weight: 0 });
    expect(decision!.end).not.toHaveProperty('serves');
    expect(phases((await server.decision())!)).toEqual(['promoting', 'rolling-back', 'rolled-back']);
  });

  it('that is held says whose pods are ready', async () => {
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

  it('whose baseline does not come up either says that it failed, and that no pod is ready', async () => {
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

  it('of a run that was cancelled says so, and accuses the version of nothing', async () => {
    const server = await Updating.before();
    const { state, decision } = await server.roll({ signal: AbortSignal.abort() });
    expect(state).toBe('rolled-back');
    expect(decision).toMatchObject({ facts: [], end: { state: 'rolled-back', reason: wording() } });
  });

  it('that cannot be written is told, and the release is as good as ever', async () => {
    const server = await Updating.before();
    const full = 'configmaps "a" is forbidden: exceeded quota: limits';
    server.fail({ verb: 'write', path: 'decision' }, 403, full);
    const { state, decision } = await server.roll();
    expect(state).toBe('complete');
    expect(server.rollout?.phase).toBe('done');
    expect(decision?.end?.state).toBe('promoted');
    expect(server.said).toContainEqual(wording(full));
  });

  it('that a dead run left is written by whoever rolls it back, with the moment at which that began', async () => {
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
    const { end } = await rollBackRollout(
      server.cluster,
      request,
      lease,
      'rolled back by eve',
      'eve in run 7',
    );
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

    it('goes on in the hands of the engine, as the same record of the same run', async () => {
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

    it('says which one was refused when it is rolled back', async () => {
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
