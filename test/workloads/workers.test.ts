import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/cluster/manifests.ts';
import type { Deployment, KubeObject, Pod, Service } from '../../src/cluster/objects.ts';
import { updateWorkers } from '../../src/release/rollout/decide-promotion.ts';
import { WorkerGrace } from '../../src/release/rollout/health.ts';
import type { RolloutAction } from '../../src/release/rollout/spec.ts';
import { recordedWorkers, workersAt, workersBefore } from '../../src/release/store/baseline.ts';
import type { Release } from '../../src/release/store/releases.ts';
import { prepareManifests } from '../../src/workloads/candidate.ts';
import { labels, type ReleaseNumber } from '../../src/workloads/naming.ts';
import { withUnlistedWorkers } from '../../src/workloads/workers.ts';
import { Model, type Setting, workerTemplate } from '../release/model.ts';
import {
  configMap,
  deployment,
  environment,
  manifest,
  pod,
  release,
  replicaSet,
  sentence,
  template,
  workload,
} from '../release/objects.ts';
import { thorough } from '../search.ts';
import { wording } from '../wording.ts';

const good = () => ({ verdict: 'pass', reason: 'as good as the baseline' }) as const;
const named = (move: RolloutAction) =>
  'name' in move ? `${move.do}: ${move.name}` : 'phase' in move ? `${move.do}: ${move.phase}` : move.do;
const worked = (moves: RolloutAction[]) =>
  moves
    .filter(({ do: what }) => /worker|workload|transition|fail|delete-created|needs-action|end/.test(what))
    .map(named);

/** A candidate that was judged good, up to the first move that matches. */
function judged(until: (move: RolloutAction) => boolean, changes: Partial<Setting> = {}): Model {
  const model = new Model({ workers: ['shop-worker'], ...changes });
  model.verdict = good;
  model.run(until);
  return model;
}

const follows = (move: RolloutAction) => move.do === 'apply-worker';

describe('workers', () => {
  it('keep their version until the workload has the candidate, and have the new one before the release is watched', () => {
    const model = judged(follows, { newWorkers: ['shop-scheduler'] });
    expect(model.versions).toEqual(['v2', 'v1', undefined]);
    expect([model.weight, model.left, model.ready('stable')]).toEqual([0, [], 4]);
    const moves = model.run();
    expect(worked(moves)).toEqual([
      'apply-worker: shop-worker',
      'apply-worker: shop-scheduler',
      'transition: watching',
      'transition: done',
      'end',
    ]);
    expect(model.versions).toEqual(['v2', 'v2', 'v2']);
  });

  it('are waited for', () => {
    const model = judged(follows);
    model.act(model.decide());
    expect(model.decide()).toMatchObject({
      do: 'await',
      what: wording('Deployment/shop-worker', '0', '2'),
    });
  });

  it('follow a rolling release, too, once the workload is ready', () => {
    const model = new Model({ workers: ['shop-worker'] });
    model.rollout = { ...model.rollout, strategy: 'rolling', phase: 'promoting', weight: 100 };
    model.act({ do: 'apply-workload' });
    expect(model.decide()).toMatchObject({ do: 'await', what: wording('0 of 4') });
    expect(worked(model.run())).toEqual(['apply-worker: shop-worker', 'transition: done', 'end']);
  });

  it('that crash roll back the release: first the workload, then the workers', () => {
    const model = judged(follows, { crashing: ['shop-worker:v2'], newWorkers: ['shop-scheduler'] });
    const moves = model.run();
    expect(worked(moves)).toEqual([
      'apply-worker: shop-worker',
      'apply-worker: shop-scheduler',
      'transition: rolling-back',
      'restore-workload',
      'restore-worker: shop-worker',
      'restore-worker: shop-scheduler',
      'transition: rolled-back',
      'end',
    ]);
    expect(model.versions).toEqual(['v1', 'v1', undefined]);
    expect(model.worker('shop-worker')?.spec?.template).toEqual(workerTemplate('shop-worker', 'v1'));
    expect(model.rollout).toMatchObject({ phase: 'rolled-back', reason: 'crash' });
  });

  it('of which one crashes roll back the release, even while another one is still progressing', () => {
    const model = judged(follows, { broken: ['shop-worker:v2'], newWorkers: ['shop-scheduler'] });
    model.setting.crashing.push('shop-scheduler:v2');
    const began = model.now;
    model.run();
    expect(model.rollout).toMatchObject({ phase: 'rolled-back', reason: 'crash' });
    expect(model.now - began).toBeLessThan(60_000);
  });

  it('that do not become ready before the deadline of the strategy roll it back', () => {
    const model = judged(follows, { broken: ['shop-worker:v2'] });
    const { deadlineMs } = model.spec();
    const began = model.now;
    model.run(undefined, 'done', 10_000);
    expect(model.rollout).toMatchObject({
      phase: 'rolled-back',
      reason: wording('Deployment/shop-worker'),
    });
    expect(model.now - began).toBeGreaterThan(deadlineMs);
    expect(model.versions).toEqual(['v1', 'v1']);
  });

  it.each([
    ['are all ready are not late for a run that takes over after their deadline', 2, 'await'],
    ['lack a pod are late', 1, 'transition'],
  ])('that %s', (_, ready, move) => {
    const model = judged(follows);
    model.act(model.decide());
    for (let i = 0; i < 60; i += 1) model.progress(() => true);
    model.now += 2 * model.spec().deadlineMs;
    // A run that has just begun has not seen them up for ten seconds.
    const workers = { 'shop-worker': { state: 'progressing', ready, wanted: 2 } } as const;
    const inputs = { ...model.inputs(), workers };
    expect(updateWorkers(model.spec(), model.observe(), inputs)).toMatchObject({ do: move });
  });

  it('of a rolling release continue when a pod of the workload is lost meanwhile', () => {
    const model = new Model({ workers: ['shop-worker'] });
    model.rollout = { ...model.rollout, strategy: 'rolling', phase: 'promoting', weight: 100 };
    model.act({ do: 'apply-workload' });
    model.run(follows);
    model.act(model.decide());
    model.now = model.rollout.deadline + 1000;
    if (model.workload?.spec !== undefined) model.workload.spec.replicas = 6;
    model.run(undefined, 'done', 10_000);
    expect(model.rollout.phase).toBe('done');
    expect(model.versions).toEqual(['v2', 'v2']);
  });

  it('that crash after an irreversible release make it need action', () => {
    const model = judged(follows, { crashing: ['shop-worker:v2'] });
    model.reversible = false;
    expect(model.run().at(-1)).toMatchObject({
      do: 'needs-action',
      reason: wording(),
    });
    expect(model.versions).toEqual(['v2', 'v2']);
  });

  it('are rolled back when an abort is requested in the watch', () => {
    const model = judged(move => move.do === 'await' && move.what === 'watching');
    expect(model.versions).toEqual(['v2', 'v2']);
    model.rollout = { ...model.rollout, abortRequested: { by: 'eve in run 9', at: model.now } };
    model.run();
    expect([model.rollout.phase, ...model.versions]).toEqual(['rolled-back', 'v1', 'v1']);
  });

  it('are not changed by a rollback that begins before their update', () => {
    const model = new Model({ workers: ['shop-worker'] });
    model.run(move => move.do === 'await' && move.what === 'waiting for the gate');
    expect(model.weight).toBe(25);
    model.cancelled = true;
    const before = structuredClone(model.worker('shop-worker'));
    expect(worked(model.run())).toEqual(['transition: rolling-back', 'transition: rolled-back', 'end']);
    expect(model.worker('shop-worker')).toEqual(before);
  });

  it('that others changed meanwhile are not changed', () => {
    const model = judged(() => true);
    model.change(model.worker('shop-worker') as Deployment, ({ spec }) => {
      if (spec !== undefined) spec.template = workerTemplate('shop-worker', 'by-hand');
    });
    model.cancelled = true;
    model.run();
    expect(model.versions).toEqual(['v1', 'by-hand']);
  });

  it('that existed before a first release are restored, and those that it created are removed with its other objects', () => {
    const model = judged(follows, { newWorkers: ['shop-scheduler'] });
    model.act({ do: 'apply-worker', name: 'shop-worker' });
    model.act({ do: 'apply-worker', name: 'shop-scheduler' });
    const { baseline: _, ...first } = model.rollout;
    model.rollout = { ...first, phase: 'rolling-back' };
    model.firstRelease();
    expect(named(model.decide())).toBe('restore-worker: shop-worker');
    model.act(model.decide());
    expect(model.decide()).toEqual({ do: 'delete-created' });
  });

  it('whose baseline does not become ready either end the rollback, which says so', () => {
    const model = judged(follows, { crashing: ['shop-worker:v2'] });
    model.setting.crashing.push('shop-worker:v1');
    for (const each of model.of<Pod>('Pod'))
      if (each.metadata?.labels?.app === 'shop-worker') each.metadata.deletionTimestamp = new Date() as never;
    model.run();
    expect(model.rollout).toMatchObject({
      phase: 'rolled-back',
      reason: wording('crash', 'Deployment/shop-worker'),
    });
  });
});

describe('a rollout with workers that is interrupted at any step', () => {
  const settings = { workers: ['shop-worker'], newWorkers: ['shop-scheduler'] };
  /** Which of its steps are to be interrupted: those of the promotion, and of all that only wait for the same the first, or each in a thorough search. */
  const stepsOf = (changes: Partial<Setting>) => {
    const model = new Model({ ...settings, ...changes });
    model.verdict = good;
    const steps: number[] = [];
    let all = 0;
    let before: string | undefined;
    model.run(move => {
      const waits = move.do === 'await' ? move.what : undefined;
      if (model.rollout.phase === 'promoting' || steps.length > 0)
        if (thorough || waits === undefined || waits !== before) steps.push(all);
      before = waits;
      all += 1;
      return false;
    });
    // After the last one there is nothing to interrupt.
    return steps.filter(step => step < all - 1);
  };
  const upTo = (steps: number, changes: Partial<Setting>) => {
    const model = new Model({ ...settings, ...changes });
    model.verdict = good;
    let left = steps;
    model.run(() => {
      left -= 1;
      return left < 0;
    });
    return model;
  };
  const blueGreen = { 'blue-green': { watch: '15s', watchdog: 'off' } };

  it.each([
    ['canary', {}],
    ['blue-green', { strategy: blueGreen }],
    ['canary without a route', { route: false }],
  ])(
    'ends with one version of all when it is cancelled, or taken over after a kill: %s',
    (_, changes) => {
      const seen = new Set<string>();
      for (const steps of stepsOf(changes)) {
        for (const how of ['cancel', 'kill', 'kill and cancel']) {
          const model = upTo(steps, changes);
          if (how !== 'cancel') model.takeOver();
          if (how !== 'kill') model.cancelled = true;
          const at = model.versions.join();
          model.run();
          const done = model.rollout.phase === 'done';
          seen.add(`${at} ${how}: ${model.rollout.phase}`);
          expect(model.versions, `${how} before step ${steps}`).toEqual(
            done ? ['v2', 'v2', 'v2'] : ['v1', 'v1', undefined],
          );
          expect([model.weight, model.left]).toEqual([0, []]);
        }
      }
      // It was interrupted between any two of them.
      for (const at of ['v1,v1,', 'v2,v1,', 'v2,v2,', 'v2,v2,v2'])
        expect([...seen]).toEqual(expect.arrayContaining([`${at} cancel: rolled-back`, `${at} kill: done`]));
    },
    180_000,
  );

  it('is still rolled back when its rollback is killed at any step', () => {
    for (let steps = 0; steps < 40; steps += 1) {
      const model = judged(move => move.do === 'await' && move.what === 'watching', settings);
      model.cancelled = true;
      let left = steps;
      model.run(() => {
        left -= 1;
        return left < 0;
      });
      if (model.rollout.phase === 'watching') continue;
      model.cancelled = false;
      if (model.rollout.phase !== 'rolled-back') model.takeOver();
      model.run();
      expect([model.rollout.phase, ...model.versions]).toEqual(['rolled-back', 'v1', 'v1', undefined]);
    }
  }, 120_000);
});

describe('a worker that is ready', () => {
  const set = replicaSet('new', 2);
  const seen = (restartCount: number) => ({
    workload: deployment(),
    revisions: [set],
    pods: [pod({ ready: true, container: { restartCount } })],
  });

  it('counts after ten seconds, and from its last restart', async () => {
    const composure = new WorkerGrace();
    const state = async (restarts: number, at: number) => (await composure.assess(seen(restarts), at))?.state;
    expect(await state(0, 0)).toBe('progressing');
    expect(await state(0, 9_999)).toBe('progressing');
    expect(await state(0, 10_000)).toBe('complete');
    expect(await state(1, 10_500)).toBe('progressing');
    expect(await state(1, 20_499)).toBe('progressing');
    expect(await state(1, 20_500)).toBe('complete');
  });

  it('counts again from the start when it was not ready in between', async () => {
    const composure = new WorkerGrace();
    await composure.assess(seen(0), 0);
    const down = { ...seen(0), workload: deployment({ status: { availableReplicas: 2 } }) };
    expect((await composure.assess(down, 8_000))?.state).toBe('progressing');
    expect((await composure.assess(seen(0), 10_000))?.state).toBe('progressing');
    expect((await composure.assess(seen(0), 20_000))?.state).toBe('complete');
    expect(await composure.assess({ ...seen(0), workload: undefined }, 21_000)).toBeUndefined();
  });
});

const place = environment({ workers: [{ kind: 'Deployment', name: 'shop-worker' }] });
const digest = `sha256:${'a'.repeat(64)}`;
const images = { shop: { repository: 'ghcr.io/acme/shop', digest } };

function workerManifest(app = 'shop-worker', image = 'ghcr.io/acme/shop'): Manifest {
  const podTemplate = { ...template(image), metadata: { labels: { app } } };
  return manifest({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'shop-worker' },
    spec: { selector: { matchLabels: { app } }, template: podTemplate },
  } as KubeObject);
}

const front = (selector: Record<string, string>) =>
  manifest({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'shop' }, spec: { selector } } as Service);

describe('the manifests of workers', () => {
  it('get the digest of the release, and no track', () => {
    const [, worker] = prepareManifests([workload(), workerManifest()], place, images);
    const { spec } = (worker as Manifest).object as unknown as Deployment;
    expect(spec?.template.spec?.containers[0]?.image).toBe(`ghcr.io/acme/shop@${digest}`);
    expect(spec?.template.metadata?.labels).toEqual({ app: 'shop-worker' });
  });

  it.each([
    ['that are missing', [workload()], wording('Deployment/shop-worker')],
    ['that run other images', [workload(), workerManifest('shop-worker', 'redis:7')], wording()],
    ["whose pods are the workload's, too", [workload(), workerManifest('shop')], wording('Deployment/shop')],
  ])('%s are refused', async (_, manifests, said) => {
    expect(await sentence(() => prepareManifests(manifests, place, images))).toEqual(said);
  });

  it('to which the Service would send requests are refused', async () => {
    const labelled = workload({
      ...template(),
      metadata: { labels: { app: 'shop', part: 'x' } },
    } as ReturnType<typeof template>);
    const worker = workerManifest();
    const { spec } = worker.object as unknown as Deployment;
    if (spec?.template.metadata !== undefined)
      spec.template.metadata.labels = { app: 'shop-worker', part: 'x' };
    expect(
      await sentence(() => prepareManifests([labelled, worker, front({ part: 'x' })], place, images)),
    ).toEqual(wording('Service/shop', 'Deployment/shop-worker'));
    expect(() => prepareManifests([labelled, worker, front({ app: 'shop' })], place, images)).not.toThrow();
  });
});

describe('the template that a rollback restores in a worker', () => {
  const living = (at: number | undefined, image: string) =>
    deployment({
      metadata: at === undefined ? {} : { annotations: { [labels.release]: String(at) } },
      spec: { template: template(image), replicas: 2 },
    });
  const recorded = { kind: 'recorded' as const, release: 4 as ReleaseNumber, template: template() };
  const releases = [release(4, { workers: { worker: template('of 4') } })];

  it.each([
    ['is the live one', living(4, 'changed by hand'), 'changed by hand'],
    ['is the one from before Slipway', living(undefined, 'before'), 'before'],
    ['is that of the baseline, when an earlier run left another one', living(5, 'of 5'), 'of 4'],
  ])('%s', (_, live, image) => {
    expect(workersBefore({ worker: live }, recorded, releases)).toEqual({
      worker: { template: template(image), replicas: 2 },
    });
  });

  it('is null when the worker did not exist', () => {
    expect(workersBefore({ worker: undefined }, recorded, releases)).toEqual({ worker: null });
  });

  it('comes from the record of the release, and in a rollback past others from the outcome of its target', () => {
    const before = { template: template('before 5'), replicas: 2 };
    const manifests = [{ ...workerManifest().object, metadata: { name: 'shop-worker' } }];
    const five = release(5, {}, { workers: { 'shop-worker': before }, manifests });
    const four = release(4, { workers: { 'shop-worker': template('of 4'), gone: template('gone') } });
    const three = release(3, { workers: { 'shop-worker': template('of 3') } });
    const releases = [five, four, three];
    const of = (to: Release) => recordedWorkers(five, place, to, releases);
    expect(of(four)).toMatchObject([{ name: 'shop-worker', before, skipsReleases: false }]);
    expect(of(three)).toMatchObject([
      { name: 'shop-worker', before: { template: template('of 3') }, skipsReleases: true },
    ]);
  });

  it('comes from the first later release when the outcome of the target has none', () => {
    const found = { template: template('adopted'), replicas: 2 };
    const five = release(
      5,
      {},
      { workers: { adopted: { template: template('of 4'), replicas: 2 }, made: null } },
    );
    const four = release(4, {}, { workers: { adopted: found } });
    const three = release(3, { workers: { old: template('of 3') } });
    expect(workersAt(three, [five, four, three])).toEqual({
      adopted: found,
      made: null,
      old: { template: template('of 3'), replicas: 0 },
    });
    expect(workersAt(five, [five, four, three])).toEqual({});
  });

  it('is not known for configuration that an earlier version recorded', () => {
    const { workers: _, ...old } = place;
    expect(recordedWorkers(release(5), old as typeof place, release(4), [])).toEqual([]);
  });
});

describe('the workloads of a release', () => {
  const own = 'ghcr.io/acme/cart';
  const shape = (kind: string, name: string, image: string, apiVersion = 'apps/v1') =>
    manifest({
      apiVersion,
      kind,
      metadata: { name },
      spec:
        kind === 'CronJob'
          ? { jobTemplate: { spec: { template: template(image) } } }
          : { template: template(image) },
    });
  const manifests = [
    shape('Deployment', 'shop', 'ghcr.io/acme/shop'),
    shape('Deployment', 'cart', `${own}:1.2`),
    shape('StatefulSet', 'queue', `${own}@sha256:${'a'.repeat(64)}`),
    shape('CronJob', 'report', own, 'batch/v1'),
    shape('Deployment', 'redis', 'docker.io/library/redis:7'),
    shape('Job', 'migrate', own, 'batch/v1'),
    configMap('cart', {}),
  ];
  const all = (workers: Parameters<typeof environment>[0]) =>
    withUnlistedWorkers(environment(workers), manifests, ['ghcr.io/acme/shop', own]);

  it('IN 1: are all that run an image of the application, listed or not', () => {
    const { environment: found, unlisted } = all({ workers: [{ kind: 'CronJob', name: 'report' }] });
    expect(unlisted.map(({ kind, name }) => `${kind}/${name}`)).toEqual([
      'Deployment/cart',
      'StatefulSet/queue',
    ]);
    expect(found.workers).toEqual([{ kind: 'CronJob', name: 'report' }, ...unlisted]);
  });

  it('IN 1: are the listed ones when all are listed', () => {
    const workers = [
      { kind: 'CronJob', name: 'report' },
      { kind: 'Deployment', name: 'cart' },
      { kind: 'StatefulSet', name: 'queue' },
    ] as const;
    expect(all({ workers: [...workers] })).toMatchObject({ environment: { workers }, unlisted: [] });
  });
});
