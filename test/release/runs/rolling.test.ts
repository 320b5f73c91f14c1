import { describe, expect, it } from 'vitest';
import { ClusterError } from '../../../src/cluster/errors.ts';
import type { ConfigMap, Deployment } from '../../../src/cluster/objects.ts';
import { parseRecord } from '../../../src/release/evidence/chunks.ts';
import { undoRollout } from '../../../src/release/runs/progress.ts';
import { Records } from '../../../src/release/state/record.ts';
import { labels } from '../../../src/release/workloads/naming.ts';
import { wording } from '../../wording.ts';
import { config, imageOf, manifest, template } from '../objects.ts';
import { shop, Updating } from '../updating.ts';

const crashing = (server: Updating) => {
  server.fate = image => (image === imageOf(2) ? 'crashes' : 'ready');
};
const phases = ({ timeline }: { timeline: { phase: string }[] }) => timeline.map(({ phase }) => phase);

it('says in the journal that a release without a way back is held', async () => {
  const server = await Updating.before({ record: { reversible: false } });
  crashing(server);
  const ended = await server.roll();
  expect(ended.state).toBe('held');
  expect(ended.reason).toEqual(wording('shop', '3', '2'));
  expect(server.journal).toMatchObject({ phase: 'promoting', held: { reason: ended.reason } });
});

it('restores the replica count when a version that asks for fewer does not come up', async () => {
  const server = await Updating.before();
  const live = server.objects.get(shop) as Deployment;
  server.put(shop, { ...live, spec: { ...live.spec, replicas: 6 } } as Deployment);
  crashing(server);
  expect((await server.roll()).state).toBe('undone');
  expect((server.objects.get(shop) as Deployment).spec).toMatchObject({
    replicas: 6,
    template: template(imageOf(1)),
  });
});

it('is undone where somebody else has put another version in its place, which stays', async () => {
  const server = await Updating.before();
  const other = () => {
    const live = server.objects.get(shop) as Deployment;
    if (live.metadata?.annotations?.[labels.release] !== '2') return;
    const annotations = { ...live.metadata.annotations, [labels.release]: '1' };
    const spec = { ...live.spec, template: template(imageOf(1)) };
    server.put(shop, { ...live, metadata: { ...live.metadata, annotations }, spec } as Deployment);
  };
  const reason = wording('Deployment/shop');
  const { state, decision, ...rolled } = await server.roll({ meanwhile: other });
  expect({ state, reason: rolled.reason }).toEqual({ state: 'undone', reason });
  const records = await new Records(server.cluster, 'shop', 'shop').list();
  const outcome = records.find(({ record }) => record.release === 2)?.outcome;
  expect(outcome).toMatchObject({ state: 'undone', reason });
  expect(outcome?.template).toBeUndefined();
  expect((server.objects.get(shop) as Deployment).spec?.template).toEqual(template(imageOf(1)));
  expect(decision?.end).toMatchObject({ state: 'undone', reason });
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

  it('has the pods as they are at the end, although their watch is behind', async () => {
    const server = await Updating.before();
    server.fail({ verb: 'watch', path: '/pods' }, 'stale watch');
    const { decision } = await server.roll();
    expect(decision?.pods.map(({ ready }) => ready)).toEqual([true, true, true]);
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
    await new Records(server.cluster, 'shop', 'shop').remove(2);
    expect(server.names('configmaps').filter(name => name.includes('-r2'))).toEqual([]);
  });

  it('is written when the journal says that it is over, so that it never says what is not so', async () => {
    const server = await Updating.before();
    let phase = '';
    server.once({ verb: 'write', path: 'decision' }, () => {
      phase = server.journal?.phase ?? '';
    });
    await server.roll();
    expect(phase).toBe('done');
  });

  it('of a first release in place of a canary says why it rolled, and names no gate', async () => {
    const server = await Updating.before({
      first: true,
      strategy: {
        kind: 'canary',
        steps: [50],
        bake: { weight: 80, for: 1 },
        deadline: 2000,
        watch: 0,
      } as never,
      gate: { metrics: [{ name: 'errors' }] } as never,
    });
    const why = 'rolling instead of canary: it is the first release';
    const { state, decision } = await server.roll({ why });
    expect(state).toBe('complete');
    expect(decision).toMatchObject({ rolled: true, strategy: { kind: 'canary' }, end: { serves: 2 } });
    expect(decision!.timeline[0]).toMatchObject({ phase: 'promoting', reason: why });
    expect(decision).not.toHaveProperty('baseline');
    expect(decision).not.toHaveProperty('gate');
  });

  it('that did not come up has the cause as a fact, and when the undo began and ended', async () => {
    const server = await Updating.before();
    crashing(server);
    const { state, reason, decision } = await server.roll();
    expect(state).toBe('undone');
    expect(phases(decision!)).toEqual(['promoting', 'undoing', 'undone']);
    expect(decision!.timeline[1]).toMatchObject({ reason });
    expect(decision!.facts.map(({ fact }) => fact)).toEqual([
      { kind: 'crash-loop', pod: 'rs-2-a', detail: reason },
    ]);
    expect(decision!.end).toMatchObject({ state: 'undone', serves: 1, weight: 0, reason });
    expect(Object.keys(decision!.durations)).toEqual(['undo']);
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
    expect(state).toBe('undone');
    expect(server.objects.has(shop)).toBe(false);
    expect(decision!.end).toMatchObject({ state: 'undone', weight: 0 });
    expect(decision!.end).not.toHaveProperty('serves');
    expect(phases((await server.decision())!)).toEqual(['promoting', 'undoing', 'undone']);
  });

  it('that is held says whose pods are ready', async () => {
    const server = await Updating.before({ record: { reversible: false } });
    crashing(server);
    const { reason, decision } = await server.roll();
    expect(decision!.end).toMatchObject({ state: 'held', serves: 1, weight: 0, reason });
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
    const { state, reason, decision } = await server.roll();
    expect(state).toBe('failed');
    expect(reason).toEqual(wording('1'));
    expect(decision!.end).toMatchObject({ state: 'failed', weight: 0, reason });
    expect(phases(decision!)).toEqual(['promoting', 'undoing']);
    expect(decision!.facts[0]?.fact).toMatchObject({ kind: 'not-ready', pod: 'rs-2-a' });
    expect(await server.decision()).toEqual(decision);
  });

  it('of a run that was cancelled says so, and accuses the version of nothing', async () => {
    const server = await Updating.before();
    const { state, decision } = await server.roll({ signal: AbortSignal.abort() });
    expect(state).toBe('undone');
    expect(decision).toMatchObject({ facts: [], end: { state: 'undone', reason: wording() } });
  });

  it('that could not be followed is left as it is, and does not hide what serves', async () => {
    const server = await Updating.before();
    server.fail({ verb: 'write', path: 'r2-outcome' }, 500, 'etcdserver: no leader');
    const { state, decision } = await server.roll();
    expect(state).toBe('failed');
    expect(decision!.end).toMatchObject({
      ...{ state: 'failed', serves: 2, weight: 100 },
      reason: wording('etcdserver: no leader'),
    });
    expect(await server.decision()).toEqual(decision);
  });

  it('that cannot be written is told, and the release is as good as ever', async () => {
    const server = await Updating.before();
    const full = 'configmaps "a" is forbidden: exceeded quota: limits';
    server.fail({ verb: 'write', path: 'decision' }, 403, full);
    const { state, decision } = await server.roll();
    expect(state).toBe('complete');
    expect(server.journal?.phase).toBe('done');
    expect(decision?.end?.state).toBe('promoted');
    expect(server.said).toContainEqual(wording(full));
  });

  it('that a dead run left is written by whoever undoes it, with the moment at which that began', async () => {
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
    const { end } = await undoRollout(server.cluster, request, lease, 'rolled back by eve', 'eve in run 7');
    expect(end.state).toBe('undone');
    const decision = await server.decision();
    expect(decision).toMatchObject({
      runs: [{ token: 7, doing: 'undo' }],
      end: { state: 'undone', serves: 1, reason: 'rolled back by eve' },
    });
    expect(phases(decision!)).toEqual(['promoting', 'undoing', 'undone']);
    expect(Object.keys(decision!.durations)).toEqual(['undo']);
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
      expect(phases(decision!)).toEqual(['promoting', 'following', 'done']);
      expect(decision!.end).toMatchObject({ state: 'promoted', serves: 2 });
      expect(decision!.timeline.every(moment => !('weight' in moment))).toBe(true);
      expect(await server.decision()).toEqual(decision);
    });

    it('says which one was refused when it is undone', async () => {
      const server = await withReport();
      const create = server.cluster.create;
      server.cluster.create = async (folder, object) => {
        if (folder.endsWith('/cronjobs')) throw new ClusterError('POST', 403, '{"message": "too many jobs"}');
        return create(folder, object);
      };
      const { state, decision } = await server.roll();
      expect(state).toBe('undone');
      expect(phases(decision!)).toEqual(['promoting', 'following', 'undoing', 'undone']);
      expect(decision!.end).toMatchObject({
        state: 'undone',
        serves: 1,
        reason: expect.stringMatching(/too many jobs/),
      });
      expect(decision!.pods.filter(({ gone }) => gone !== true).map(({ track }) => track)).toEqual(
        Array.from({ length: 3 }, () => 'baseline'),
      );
      expect(Object.keys(decision!.durations)).toEqual([wording(), 'undo']);
      expect(await server.decision()).toEqual(decision);
    });
  });
});
