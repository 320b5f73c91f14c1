import { describe, expect, it } from 'vitest';
import type { Pod } from '../../src/cluster/objects.ts';
import { containerFacts } from '../../src/workloads/container-facts.ts';
import { wording } from '../wording.ts';

const pod = (name: string, status: object = {}, changes: object = {}, kind = 'containerStatuses'): Pod =>
  ({
    metadata: { name, uid: `uid-${name}`, ...changes },
    status: { [kind]: [{ name: 'shop', restartCount: 0, ready: true, state: { running: {} }, ...status }] },
  }) as unknown as Pod;

/** The rollout is older than these pods. */
const factsOf = (pods: readonly Pod[], now = 0) => containerFacts(pods, 0, now);

const ended = (reason: string, exitCode: number) => ({ terminated: { reason, exitCode } });

describe('a pod that is older than the rollout, as after a release of an unchanged template', () => {
  const began = Date.parse('2026-12-01T12:00:00Z');
  const older = (finishedAt: string) =>
    pod(
      'a',
      { restartCount: 3, lastState: { terminated: { reason: 'OOMKilled', exitCode: 137, finishedAt } } },
      { creationTimestamp: '2026-11-20T08:00:00Z' },
    );

  it('is no fact for a restart before the rollout', () => {
    expect(containerFacts([older('2026-11-28T09:00:00Z')], began + 345, began)).toEqual([]);
  });

  it('is a fact for the container that was restarted since, and not for the others', () => {
    const one = older('2026-11-28T09:00:00Z');
    const again = { exitCode: 1, reason: 'Error', finishedAt: '2026-12-01T12:03:00Z' };
    one.status?.containerStatuses?.push({
      ...{ name: 'proxy', restartCount: 4, ready: true, image: '', imageID: '' },
      lastState: { terminated: again },
    });
    expect(containerFacts([one], began, began)).toEqual([
      { kind: 'restart', pod: 'a', detail: wording('proxy', '1') },
    ]);
  });

  it('is a fact for a restart since then', () => {
    expect(containerFacts([older('2026-12-01T12:00:00Z')], began + 345, began)).toMatchObject([
      { kind: 'out-of-memory', pod: 'a' },
    ]);
  });
});

describe('a pod', () => {
  it('that runs unchanged is no fact', () => {
    expect(factsOf([pod('a')])).toEqual([]);
  });

  it('that was restarted is a fact, with the number of restarts', () => {
    const restarted = (count: number) => pod('a', { restartCount: count, lastState: ended('Error', 1) });
    expect(factsOf([restarted(1)])).toEqual([
      {
        kind: 'restart',
        pod: 'a',
        detail: wording('shop', '1'),
      },
    ]);
    expect(factsOf([restarted(2)])).toMatchObject([{ detail: wording('2') }]);
  });

  it('that ran out of memory is reported as that, while it is down and after its restart', () => {
    const detail = 'container shop of pod a ran out of memory';
    const fact = [{ kind: 'out-of-memory', pod: 'a', detail }];
    expect(factsOf([pod('a', { state: ended('OOMKilled', 137) })])).toEqual(fact);
    expect(factsOf([pod('a', { restartCount: 1, lastState: ended('OOMKilled', 137) })])).toEqual(fact);
  });

  it('that crashes repeatedly is a fact', () => {
    const status = {
      restartCount: 5,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: ended('Error', 2),
    };
    expect(factsOf([pod('a', status)])).toEqual([
      { kind: 'crash-loop', pod: 'a', detail: wording('shop', '2') },
    ]);
  });

  const waiting = (reason: string, message?: string) =>
    pod('a', { state: { waiting: { reason, ...(message === undefined ? {} : { message }) } } });

  it.each([
    ['ErrImagePull', 'failed to resolve reference: manifest unknown'],
    ['ImagePullBackOff', 'Back-off pulling image "shop": ErrImagePull: not found'],
    ['InvalidImageName', undefined],
    ['ErrImageNeverPull', 'Container image "shop" is not present with pull policy of Never'],
    ['CreateContainerConfigError', 'container has runAsNonRoot and image will run as root'],
    ['CreateContainerError', undefined],
    ['RunContainerError', undefined],
  ])('that cannot start is a fact: %s, %s', (reason, message) => {
    expect(factsOf([waiting(reason, message)])).toMatchObject([{ kind: 'not-starting', pod: 'a' }]);
  });

  it.each([
    ['ErrImagePull', 'unexpected status code 429 Too Many Requests'],
    ['ErrImagePull', 'dial tcp 10.0.0.9:443: i/o timeout'],
    ['ImagePullBackOff', 'Back-off pulling image "shop"'],
    ['CreateContainerConfigError', 'failed to sync configmap cache: timed out waiting for the condition'],
    ['CreateContainerError', 'context deadline exceeded'],
    [
      'RunContainerError',
      'failed to create containerd task: failed to start shim: context deadline exceeded: unknown',
    ],
    ['CreateContainerError', 'failed to reserve container name "x_0": name "x_0" is reserved for "5f0a"'],
    ['CreateContainerError', 'error reserving ctr name x_0 for id 5f0a: name is reserved'],
    ['ContainerCreating', undefined],
    ['PodInitializing', undefined],
  ])('that may start with the next attempt is no fact: %s, %s', (reason, message) => {
    expect(factsOf([waiting(reason, message)])).toEqual([]);
  });

  it.each(['secret "x" not found', 'configmap "x" not found', "couldn't find key url in Secret shop/x"])(
    'that waits for its configuration is a fact when it has waited for a minute: %s',
    message => {
      const [scheduled, initialized] = ['2026-12-01T12:00:00Z', '2026-12-01T12:05:00Z'];
      const one = waiting('CreateContainerConfigError', message);
      one.status!.conditions = [
        { type: 'PodScheduled', status: 'True', lastTransitionTime: scheduled },
        { type: 'Initialized', status: 'True', lastTransitionTime: initialized },
        { type: 'Ready', status: 'False' },
      ];
      expect(factsOf([one], Date.parse(initialized) + 59_999)).toEqual([]);
      expect(factsOf([one], Date.parse(initialized) + 60_000)).toMatchObject([{ kind: 'not-starting' }]);
    },
  );

  it('is checked with its sidecars', () => {
    const beside = pod('a', { name: 'proxy', restartCount: 1 }, {}, 'initContainerStatuses');
    beside.spec = { containers: [], initContainers: [{ name: 'proxy', restartPolicy: 'Always' }] };
    expect(factsOf([beside])).toMatchObject([{ kind: 'restart', detail: wording('proxy') }]);
  });

  it.each([
    ['runs again', { state: { running: {} }, lastState: ended('Error', 1) }, []],
    ['has succeeded', { state: ended('Completed', 0) }, []],
    ['crashes repeatedly', { state: { waiting: { reason: 'CrashLoopBackOff' } } }, ['crash-loop']],
    ['ran out of memory', { state: { running: {} }, lastState: ended('OOMKilled', 137) }, ['out-of-memory']],
  ])('with an init container that was retried and %s', (_, changes, kinds) => {
    const status = { name: 'wait-for-db', restartCount: 1, ...changes };
    const one = pod('a', status, {}, 'initContainerStatuses');
    one.spec = { containers: [], initContainers: [{ name: 'wait-for-db' }] };
    expect(factsOf([one]).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('that is being deleted is no fact, however it ends', () => {
    const going = { deletionTimestamp: '2026-01-01T00:00:00Z' };
    expect(factsOf([pod('a', { restartCount: 1, state: ended('Error', 137) }, going)])).toEqual([]);
  });
});
