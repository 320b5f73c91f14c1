import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deployment, PodSpec } from '../../../src/cluster/objects.ts';
import { extraPods, podNeeds, quantity, quotaShortfalls } from '../../../src/release/preflight/capacity.ts';
import { wording } from '../../wording.ts';
import { daemonSet, deployment, node, quota, statefulSet, template } from '../objects.ts';

describe('a quantity', () => {
  it.each([
    ['1', 1],
    ['250m', 0.25],
    ['1.5Gi', 1.5 * 2 ** 30],
    ['128Mi', 2 ** 27],
    ['1k', 1000],
    ['1M', 1e6],
    ['2e3', 2000],
    ['2E3', 2000],
    ['1E', 1e18],
    ['1Ei', 2 ** 60],
    ['100n', 1e-7],
    ['.5', 0.5],
    ['5.', 5],
    ['+1', 1],
    ['-1', -1],
    [' 1 ', 1],
  ])('%s is %f', (text, value) => {
    expect(quantity(text)).toBeCloseTo(value, 12);
  });

  it.each(['', 'abc', '1 Gi', '1gi', '1K', '.', '1e', '1ee3', '0x10', 'Gi'])('%s is none', text => {
    expect(quantity(text)).toBeNaN();
  });

  it('is its number times its unit, for every number and unit', () => {
    const units = {
      '': 1,
      m: 1e-3,
      k: 1e3,
      M: 1e6,
      G: 1e9,
      Ki: 2 ** 10,
      Mi: 2 ** 20,
      Gi: 2 ** 30,
      Ti: 2 ** 40,
    };
    const unit = fc.constantFrom(...(Object.entries(units) as [string, number][]));
    fc.assert(
      fc.property(fc.nat(), unit, (number, [suffix, factor]) => {
        expect(quantity(`${number}${suffix}`) / factor).toBeCloseTo(number, 3);
      }),
    );
  });
});

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

describe('what the scheduler sets aside for a pod', () => {
  const needs = (cpu: string, more: object = {}) => ({
    name: cpu,
    resources: { requests: { cpu } },
    ...more,
  });
  const sidecar = (cpu: string) => needs(cpu, { restartPolicy: 'Always' });
  const cpu = (initContainers: ReturnType<typeof needs>[]) =>
    podNeeds({ initContainers, containers: [needs('100m'), needs('200m')] } as PodSpec).cpu;

  it('is nothing where a manifest names resources and lists none', () => {
    expect(podNeeds({ containers: [{ name: 'a', resources: null }] } as unknown as PodSpec).cpu).toBe(0);
  });

  it('counts sidecars with the containers', () => {
    expect(cpu([])).toBeCloseTo(0.3);
    expect(cpu([sidecar('500m')])).toBeCloseTo(0.8);
  });

  it('is what a start container needs beside the sidecars before it, if that is more', () => {
    expect(cpu([needs('2')])).toBeCloseTo(2);
    expect(cpu([sidecar('500m'), needs('2')])).toBeCloseTo(2.5);
    expect(cpu([needs('2'), sidecar('500m')])).toBeCloseTo(2);
    expect(cpu([needs('50m'), sidecar('500m')])).toBeCloseTo(0.8);
  });
});
