import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PodSpec } from '../../src/cluster/objects.ts';
import { podNeeds, quantity } from '../../src/workloads/pod-resources.ts';

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

  it('is what the manifest says for the whole pod, if it does', () => {
    const whole = (resources: object, ...own: string[]) =>
      podNeeds({ containers: own.map(each => needs(each)), resources } as unknown as PodSpec).cpu;
    expect(whole({ requests: { cpu: '2' } }, '100m', '5')).toBe(2);
    expect(whole({ requests: { memory: '1Gi' }, limits: { cpu: '2' } }, '100m')).toBe(0.1);
    expect(
      podNeeds({ containers: [{ name: 'a' }], resources: { limits: { cpu: '2' } } } as PodSpec).cpu,
    ).toBe(2);
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
