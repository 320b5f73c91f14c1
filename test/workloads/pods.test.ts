import { describe, expect, it } from 'vitest';
import { newestOf, selectorOf } from '../../src/workloads/pods.ts';
import {
  controllerRevision,
  daemonSet,
  deployment,
  ownPod,
  pod,
  replicaSet,
  statefulSet,
  template,
} from '../release/objects.ts';

const names = (is: ReturnType<typeof newestOf>, pods: Parameters<NonNullable<typeof is>>[0][]) =>
  is === undefined ? 'not known' : pods.filter(is).map(({ metadata }) => metadata?.name);

describe('engine 10: the selector of a workload, as a query', () => {
  it('has its labels and its expressions', () => {
    const matchExpressions = [
      { key: 'app', operator: 'In', values: ['shop', 'store'] },
      { key: 'tier', operator: 'NotIn', values: ['test'] },
      { key: 'owner', operator: 'Exists' },
      { key: 'old', operator: 'DoesNotExist' },
    ];
    const of = (selector: object) => selectorOf(deployment({ spec: { selector } } as never));
    expect(of({ matchExpressions, matchLabels: { zone: 'a' } })).toBe(
      'zone=a,app in (shop,store),tier notin (test),owner,!old',
    );
    // Alone, they must not become the selector of every pod.
    expect(of({ matchExpressions: matchExpressions.slice(0, 1) })).toBe('app in (shop,store)');
  });
});

describe('pods of the newest version', () => {
  it('of a Deployment are those of its newest ReplicaSet', () => {
    const pods = [pod({ name: 'a', of: 'old' }), pod({ name: 'b', of: 'new' })];
    const sets = [replicaSet('new', 2), replicaSet('old', 1)];
    expect(names(newestOf(deployment(), sets), pods)).toEqual(['b']);
  });

  it('of a StatefulSet are those of the revision that it is rolling to', () => {
    const pods = [
      ownPod('shop-0', 'shop-old'),
      ownPod('shop-1', 'shop-new'),
      pod({ name: 'stray', of: 'somebody' }),
    ];
    const rolling = statefulSet({ status: { currentRevision: 'shop-old', updateRevision: 'shop-new' } });
    expect(names(newestOf(rolling, []), pods)).toEqual(['shop-1']);
    expect(names(newestOf(statefulSet({ status: { updateRevision: undefined } }), []), pods)).toBe(
      'not known',
    );
  });

  it('of a DaemonSet are those of the revision with its template, even a reused one', () => {
    const [one, two] = [template('shop:1'), template('shop:2')];
    const revisions = [controllerRevision('aaa', one, 3), controllerRevision('bbb', two, 2)];
    const pods = [ownPod('shop-x', 'aaa'), ownPod('shop-y', 'bbb')];
    const of = (written: typeof one) =>
      names(newestOf(daemonSet({ spec: { template: written } }), revisions), pods);
    expect(of(one)).toEqual(['shop-x']);
    expect(of(two)).toEqual(['shop-y']);
    expect(of(template('shop:3'))).toBe('not known');
  });

  it('of a DaemonSet are known whether a time that was never set is written as null or left out', () => {
    const written = template('shop:1');
    const kept = { ...written, metadata: { ...written.metadata, creationTimestamp: null } };
    const revisions = [controllerRevision('aaa', kept as never, 1)];
    const workload = daemonSet({ spec: { template: written } });
    expect(names(newestOf(workload, revisions), [ownPod('shop-x', 'aaa')])).toEqual(['shop-x']);
  });

  it("are not another DaemonSet's of the same template", () => {
    const strangers = controllerRevision('aaa', template(), 1, 'somebody');
    expect(newestOf(daemonSet(), [strangers])).toBeUndefined();
  });
});
