import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pod } from '../../src/cluster/objects.ts';
import type { RolloutAction } from '../../src/release/rollout/spec.ts';
import { restorePatch } from '../../src/release/rollout/workload-writes.ts';
import {
  keyOf,
  type Ref,
  type ReleasedKind,
  refOfKey,
  templateOf,
  templatePointer,
} from '../../src/workloads/kinds.ts';
import { Model, type Setting } from '../release/model.ts';
import { daemonSet, template } from '../release/objects.ts';
import { search } from '../search.ts';
import { applied } from '../traffic/json-patch.ts';
import { wording } from '../wording.ts';

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'] as const satisfies ReleasedKind[];

describe('the name of a worker in records', () => {
  it('has its kind, except for a Deployment, as in earlier versions', () => {
    expect(keyOf({ kind: 'Deployment', name: 'shop-worker' })).toBe('shop-worker');
    expect(keyOf({ kind: 'CronJob', name: 'report' })).toBe('CronJob/report');
  });

  it('is parsed back to it', () => {
    const refs = fc.record({
      kind: fc.constantFrom<ReleasedKind>(...kinds),
      name: fc.stringMatching(/^[a-z0-9][-a-z0-9.]{0,20}$/),
    });
    fc.assert(
      fc.property(refs, (ref: Ref) => {
        expect(refOfKey(keyOf(ref))).toEqual(ref);
      }),
    );
  });
});

const writer = { app: 'shop', token: 7 };

describe('a restored template', () => {
  it.each(kinds)('is written to the right field of a %s', kind => {
    const [old, failed] = [template('shop:1'), template('shop:2')];
    const spec = kind === 'CronJob' ? { jobTemplate: { spec: { template: failed } } } : { template: failed };
    const live = { kind, metadata: { name: 'shop', uid: '1', annotations: {} }, spec: spec as never };
    const back = applied(live, restorePatch(live, writer, old, 7).slice(1));
    expect(templateOf(back)).toEqual(old);
    expect(back.metadata?.annotations).toEqual({ 'slipway.dev/release': '7' });
    expect(templatePointer(kind)).toContain('/spec/template');
  });

  it('sets no replicas on a kind without them', () => {
    const patch = restorePatch(daemonSet(), writer, template(), 7, 5);
    expect(patch.map(({ path }) => path)).not.toContain('/spec/replicas');
  });
});

/** A rolling release whose workload was written by a run that is gone. */
function rolling(changes: Partial<Setting> = {}): Model {
  const model = new Model({ kind: 'StatefulSet', strategy: { rolling: { deadline: '2m' } }, ...changes });
  model.rollout = { ...model.rollout, strategy: 'rolling', phase: 'promoting', weight: 100 };
  model.act({ do: 'apply-workload' });
  return model;
}

const revisions = (model: Model) =>
  model
    .of<Pod>('Pod')
    .filter(pod => pod.metadata?.labels?.app === 'shop')
    .map(pod => pod.metadata?.labels?.['controller-revision-hash'])
    .sort();
const all = (version: string) => Array.from({ length: 4 }, () => `shop-shop:${version}`);
const removals = (moves: RolloutAction[]) =>
  moves.flatMap(move => (move.do === 'remove-stuck' ? [move.pod.metadata?.name] : []));

describe('a StatefulSet in a rollout', () => {
  it('is updated pod by pod, and none of them is deleted', () => {
    const model = rolling();
    const moves = model.run();
    expect(model.rollout.phase).toBe('done');
    expect(revisions(model)).toEqual(all('v2'));
    expect(removals(moves)).toEqual([]);
  });

  it('whose new version never becomes ready is rolled back, and the pod that blocks it is deleted', () => {
    const model = rolling({ broken: ['v2'] });
    const moves = model.run();
    expect(model.rollout).toMatchObject({ phase: 'rolled-back', reason: wording() });
    expect(removals(moves)[0]).toBe('shop-3');
    expect(new Set(removals(moves)).size).toBe(1);
    expect(revisions(model)).toEqual(all('v1'));
    expect(model.versions).toEqual(['v1']);
  });

  it('would never be rolled back without that, because its controller waits for the pod', () => {
    const model = rolling({ broken: ['v2'] });
    for (let i = 0; i < 20; i += 1) model.progress(() => true);
    model.act({ do: 'restore-workload' });
    for (let i = 0; i < 1000; i += 1) model.progress(() => true);
    expect(revisions(model)).toEqual([...all('v1').slice(1), 'shop-shop:v2']);
  });

  it('with a pod that is not ready gets a version that works', () => {
    const model = rolling();
    model.setting.broken.push('v1');
    const left = model.of<Pod>('Pod').find(pod => pod.metadata?.name === 'shop-1') as Pod;
    left.status = { conditions: [] };
    const moves = model.run();
    expect(model.rollout.phase).toBe('done');
    expect(removals(moves)).toContain('shop-1');
    expect(revisions(model)).toEqual(all('v2'));
  });

  it('has pods of one version in the end, whenever a run was killed and another one took over', () => {
    const outcome = fc.constantFrom<Partial<Setting>>({}, { broken: ['v2'] });
    fc.assert(
      fc.property(outcome, fc.array(fc.nat(30), { maxLength: 3 }), (changes, kills) => {
        const model = rolling(changes);
        for (const steps of kills) {
          let left = steps;
          model.run(() => {
            left -= 1;
            return left < 0;
          });
          if (model.rollout.phase !== 'done' && model.rollout.phase !== 'rolled-back') model.takeOver();
        }
        model.run();
        const version = changes.broken === undefined ? 'v2' : 'v1';
        expect(model.versions).toEqual([version]);
        expect(revisions(model)).toEqual(all(version));
      }),
      search(25),
    );
  }, 120_000);
});

describe('workers of other kinds', () => {
  const workers = ['StatefulSet/queue', 'CronJob/report'];

  it('follow the workload, and a CronJob is not waited for', () => {
    const model = rolling({ kind: 'Deployment', workers });
    const moves = model.run();
    expect(model.versions).toEqual(['v2', 'v2', 'v2']);
    expect(moves.filter(move => move.do === 'apply-worker')).toEqual([
      { do: 'apply-worker', name: 'StatefulSet/queue' },
      { do: 'apply-worker', name: 'CronJob/report' },
    ]);
    expect(moves.some(move => move.do === 'await' && move.what.includes('CronJob'))).toBe(false);
    expect(
      moves.some(move => move.do === 'await' && move.what.startsWith('waiting for StatefulSet/queue')),
    ).toBe(true);
  });

  it('are rolled back with it, and a pod that blocks a StatefulSet is deleted', () => {
    const model = rolling({ kind: 'Deployment', workers, crashing: ['queue:v2'] });
    const moves = model.run();
    expect(model.rollout).toMatchObject({ phase: 'rolled-back', reason: 'crash' });
    expect(model.versions).toEqual(['v1', 'v1', 'v1']);
    expect(removals(moves)).toContain('queue-1');
    const queue = model.of<Pod>('Pod').filter(pod => pod.metadata?.labels?.app === 'queue');
    expect(queue.map(pod => pod.metadata?.labels?.['controller-revision-hash'])).toEqual([
      'queue-queue:v1',
      'queue-queue:v1',
    ]);
  });

  it('that the release created are removed', () => {
    const model = rolling({ kind: 'Deployment', newWorkers: ['CronJob/report'], workers: ['queue'] });
    model.setting.crashing.push('queue:v2');
    model.run();
    expect(model.versions).toEqual(['v1', 'v1', undefined]);
  });
});
