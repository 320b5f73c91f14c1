import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../src/cluster/objects.ts';
import { extraPods, quotaShortfalls } from '../../../src/release/preflight/capacity.ts';
import { wording } from '../../wording.ts';
import { daemonSet, deployment, node, quota, statefulSet, template } from '../objects.ts';

describe('the pods that a rollout runs beyond the current ones', () => {
  const next = (replicas: number | undefined, rollingUpdate?: object, type?: string) =>
    ({
      spec: { ...(replicas === undefined ? {} : { replicas }), strategy: { type, rollingUpdate } },
    }) as Deployment;
  const live = deployment({ spec: { replicas: 6 }, status: { replicas: 6 } });

  it.each<[string, Deployment, number]>([
    ['a quarter by default, rounded up', next(6), 2],
    ['maxSurge as a number', next(6, { maxSurge: 1 }), 1],
    ['maxSurge in percent, rounded up', next(6, { maxSurge: '10%' }), 1],
    ['maxSurge 0', next(6, { maxSurge: 0 }), 0],
    ['none with Recreate', next(6, undefined, 'Recreate'), 0],
    ['the growth in replicas too', next(10, { maxSurge: 1 }), 5],
    ['none when it shrinks', next(2, { maxSurge: 1 }), 0],
    [
      'those of the live number of replicas when an autoscaler has it',
      next(undefined, { maxSurge: '50%' }),
      3,
    ],
  ])('are %s', (_, deployment, expected) => {
    expect(extraPods(deployment, live)).toBe(expected);
  });

  it('are all of them for a first release, without a surge', () => {
    expect(extraPods(next(6, { maxSurge: 3 }), undefined)).toBe(6);
    expect(extraPods(next(undefined), undefined)).toBe(1);
  });
});

describe('the pods that another kind runs beyond the current ones', () => {
  const nodes = [node('a', 'linux/amd64'), node('b', 'linux/amd64', { labels: { disk: 'ssd' } })];

  it('of a StatefulSet are those by which it grows: each pod ends before its successor starts', () => {
    expect(extraPods(statefulSet(), undefined)).toBe(3);
    expect(extraPods(statefulSet(), statefulSet())).toBe(0);
    expect(extraPods(statefulSet({ spec: { replicas: 5 } }), statefulSet())).toBe(2);
  });

  it('of a DaemonSet are one on each node at first, then its surge', () => {
    expect(extraPods(daemonSet(), undefined, nodes)).toBe(2);
    const picky = { template: template('shop', { nodeSelector: { disk: 'ssd' } }) };
    expect(extraPods(daemonSet({ spec: picky }), undefined, nodes)).toBe(1);
    expect(extraPods(daemonSet(), daemonSet(), nodes)).toBe(0);
    const surging = { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '50%' } } };
    expect(extraPods(daemonSet({ spec: surging }), daemonSet(), nodes)).toBe(2);
  });

  it('of a CronJob are none, because it is not known when they run', () => {
    expect(extraPods({ kind: 'CronJob' }, undefined, nodes)).toBe(0);
  });
});

describe('a quota', () => {
  const resources = (requests: object, limits: object = {}) =>
    template('i', { containers: [{ name: 'shop', image: 'i', resources: { requests, limits } }] }).spec;
  const spec = resources({ cpu: '250m', memory: '64Mi' }, { memory: '128Mi' });

  it('that has room for the peak is no problem, to the last piece', () => {
    const exact = quota(
      { pods: '8', 'requests.cpu': '1', 'limits.memory': '512Mi' },
      { pods: '6', 'requests.cpu': '500m', 'limits.memory': '256Mi' },
    );
    expect(quotaShortfalls([exact], [{ spec, pods: 2 }])).toEqual([]);
  });

  it.each([
    ['pods', '7', '6', '2'],
    ['count/pods', '7', '6', '2'],
    ['requests.cpu', '900m', '500m', '500m'],
    ['cpu', '900m', '500m', '500m'],
    ['requests.memory', '100Mi', '0', '128Mi'],
    ['memory', '100Mi', '0', '128Mi'],
    ['limits.memory', '300Mi', '128Mi', '256Mi'],
  ])('of %s without room says what is allowed, used and needed', (name, hard, used, need) => {
    expect(quotaShortfalls([quota({ [name]: hard }, { [name]: used })], [{ spec, pods: 2 }])).toEqual([
      wording(`${name}`, `${hard}`, `${used}`, `${need}`, 'limits', '2'),
    ]);
  });

  it('must hold the peaks of the workload and of its workers together', () => {
    const tight = quota({ pods: '9', 'requests.cpu': '1' }, { pods: '6', 'requests.cpu': '500m' });
    const parts = [
      { spec, pods: 1 },
      { spec: resources({ cpu: '150m' }), pods: 2 },
    ];
    expect(quotaShortfalls([tight], parts.slice(0, 1))).toEqual([]);
    expect(quotaShortfalls([tight], parts)).toEqual([
      wording('limits', 'requests.cpu up to 1', '500m', '3', '550m'),
    ]);
  });

  it('counts a limit as the request when there is no other, as the API server does', () => {
    const limited = resources({}, { cpu: '1' });
    expect(quotaShortfalls([quota({ 'requests.cpu': '1' })], [{ spec: limited, pods: 2 }])).toHaveLength(1);
  });

  it('of something that the pods do not use is no problem', () => {
    const full = quota({ services: '1', 'limits.cpu': '1' }, { services: '1', 'limits.cpu': '1' });
    expect(quotaShortfalls([full], [{ spec, pods: 2 }])).toEqual([]);
  });

  it('that is full is no problem when no pod is added', () => {
    expect(quotaShortfalls([quota({ pods: '6' }, { pods: '6' })], [{ spec, pods: 0 }])).toEqual([]);
  });

  it('with scopes is left to the API server: it may not count these pods', () => {
    const full = { pods: '1' };
    expect(quotaShortfalls([quota(full, full, { scopes: ['BestEffort'] })], [{ spec, pods: 2 }])).toEqual([]);
    expect(quotaShortfalls([quota(full, full, { scopeSelector: {} })], [{ spec, pods: 2 }])).toEqual([]);
  });
});
