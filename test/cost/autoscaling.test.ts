import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sample } from '../../src/analysis/prometheus.ts';
import { simulate, type WhatIf } from '../../src/cost/autoscaling.ts';
import { wording } from '../wording.ts';
import { CostCluster, costs, manifestsText, of } from './shop.ts';

const step = 300_000;
const series = (values: readonly number[]) => values.map((value, at): Sample => [(at + 1) * step, value]);
const scaling = { min: 2, max: 20, stabilization: 300_000 };
const ends = (values: readonly number[], more: object = {}) =>
  simulate(series(values), { ...scaling, ...more }, step).pods.map(([, pods]) => pods);

describe('the simulation', () => {
  it.each<[string, number[], number[]]>([
    ['rounds up', [2.2], [3]],
    ['keeps to the minimum', [0, 0.1], [2, 2]],
    ['keeps to the maximum', [25, 40], [20, 20]],
    ['changes nothing within a tenth', [4, 4.4, 3.6], [4, 4, 4]],
    ['rises beyond a tenth', [4, 4.41], [4, 5]],
    // The highest wish of the last five minutes counts, and these end with the step after.
    ['falls after five minutes', [10, 3, 3], [10, 3, 3]],
    ['ignores a short fall', [10, 3, 10], [10, 3, 10]],
  ])('%s', (_, load, pods) => {
    expect(ends(load)).toEqual(pods);
  });

  it('holds the number for the stabilization window', () => {
    expect(ends([10, 3, 3, 3], { stabilization: 900_000 })).toEqual([10, 10, 10, 3]);
  });

  it('counts the hours during which the number is still high', () => {
    // 20 periods of 15 s each: ten pods in the first step and in 19 of the second, then three.
    const { podHours, hours, peak } = simulate(series([10, 3]), scaling, step);
    expect([podHours, hours, peak]).toEqual([((20 + 19) * 10 + 3) / 240, 1 / 6, 10]);
  });

  it('at most doubles, or adds four, in fifteen seconds', () => {
    // 96 pods are within a tenth of the load.
    const sum = simulate(series([2, 100]), { ...scaling, max: 100 }, step).podHours * 240;
    expect(sum).toBe(20 * 2 + 6 + 12 + 24 + 48 + 16 * 96);
  });

  const load = fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { minLength: 1, maxLength: 60 });
  const range = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 40 }));
  const window = fc.integer({ min: 0, max: 3600 }).map(seconds => seconds * 1000);

  it('never leaves its range, whatever the load', () => {
    fc.assert(
      fc.property(load, range, window, (values, [min, more], stabilization) => {
        const { pods, podHours, hours, peak } = simulate(
          series(values),
          { min, max: min + more, stabilization },
          step,
        );
        for (const [, each] of pods)
          expect(each >= min && each <= min + more && Number.isInteger(each)).toBe(true);
        expect(podHours).toBeGreaterThanOrEqual(min * hours - 1e-9);
        expect(podHours).toBeLessThanOrEqual(peak * hours + 1e-9);
      }),
    );
  });

  it('keeps one number at a constant load', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (value, length) => {
          expect(new Set(ends(Array(length).fill(value))).size).toBe(1);
        },
      ),
    );
  });

  it('ends each step with pods enough for the load, within the tolerance and the maximum', () => {
    fc.assert(
      fc.property(load, values => {
        ends(values).forEach((pods, at) => {
          expect(pods).toBeGreaterThanOrEqual(Math.min(scaling.max, values[at]! / 1.1) - 1e-6);
        });
      }),
    );
  });

  it('never runs less with a longer window', () => {
    fc.assert(
      fc.property(load, values => {
        const hours = (stabilization: number) =>
          simulate(series(values), { ...scaling, stabilization }, step).podHours;
        expect(hours(900_000)).toBeGreaterThanOrEqual(hours(15_000) - 1e-9);
      }),
    );
  });
});

describe('P8: the comparison with a fixed number', () => {
  let server: CostCluster;
  beforeEach(async () => {
    server = await CostCluster.open();
  });
  const compared = async (workload: string, text = manifestsText, environment: object = {}) =>
    (await costs(server, {}, { text, environment })).whatIfs.find(
      each => each.workload === workload,
    ) as WhatIf;

  it('assumes 80 % of the request where the manifests have no autoscaler', async () => {
    // 1.6 cores are four pods at 80 % of half a core, and 0.4 are one, of which two are the least.
    server.loads.shop = step => [step < 50 ? 1.6 : 0.4, 1, 4];
    const found = await compared('Deployment/shop');
    expect(found).toMatchObject({
      fixed: 4,
      declared: false,
      by: '80 % of the requested CPU',
      scaling: { min: 2, max: 8 },
    });
    const pods = (50 * 20 + 19) * 4 + (50 * 20 - 19) * 2;
    expect(found.podHours).toBeCloseTo(pods / 240, 6);
    expect(found.saving).toBeCloseTo(1 - pods / (100 * 20 * 4), 6);
    const [said] = of(await costs(server), 'cost-autoscaling');
    expect(said).toMatchObject({ id: 'P8', status: 'not-met', level: 'info' });
    expect(said?.what).toContain('24.5 % less (expected: 20 to 30 % less)');
  });

  it('takes the autoscaler of the manifests, and as many fixed pods as its peak', async () => {
    // Half of 0.25 core is the target.
    server.loads.worker = step => [step < 50 ? 0.5 : 0.25, 1, 4];
    const found = await compared('Deployment/worker');
    expect(found).toMatchObject({
      fixed: 4,
      declared: true,
      by: '50 % of the requested CPU',
      scaling: { min: 2, max: 6 },
    });
    expect(
      of(await costs(server), 'cost-autoscaling').find(({ object }) => object === 'Deployment/worker')
        ?.status,
    ).toBe('met');
  });

  it('says nothing of an autoscaler whose floor was always enough, and finds one that never went below its peak', async () => {
    const said = async (cores: number) => {
      server.loads.worker = () => [cores, 1, 4];
      return of(await costs(server), 'cost-autoscaling').find(({ what }) =>
        what.includes('Deployment/worker'),
      );
    };
    expect(await said(0.1)).toMatchObject({
      status: 'not-applicable',
      what: expect.stringContaining('never needed more than its minimum of 2 pods'),
    });
    expect(await said(0.5)).toMatchObject({ status: 'not-met' });
  });

  it.each<[string, string, object]>([
    ['autoscaling/v1', 'targetCPUUtilizationPercentage: 50', { by: '50 % of the requested CPU' }],
    ['no metric', 'minReplicas: 2', { by: '80 % of the requested CPU' }],
    ['an empty list of metrics', 'metrics: []', { by: '80 % of the requested CPU' }],
    ['no list of metrics', 'metrics: cpu', { by: '80 % of the requested CPU' }],
    [
      'an average value',
      'metrics: [{type: Resource, resource: {name: memory, target: {type: AverageValue, averageValue: 256Mi}}}]',
      { by: '256Mi of memory', peak: 4 },
    ],
    [
      'a window of its own',
      'behavior: {scaleDown: {stabilizationWindowSeconds: 60}}',
      { scaling: { min: 2, max: 6, stabilization: 60_000 } },
    ],
    [
      'a window longer than Kubernetes accepts',
      'behavior: {scaleDown: {stabilizationWindowSeconds: 999999999999}}',
      { scaling: { min: 2, max: 6, stabilization: 3_600_000 } },
    ],
  ])('reads an autoscaler with %s', async (_, spec, expected) => {
    const text = manifestsText.replace(/metrics: \[.*50\}\}\}\]/, spec);
    expect(
      await compared(
        'Deployment/worker',
        text.replace('minReplicas: 2\n  maxReplicas: 6\n  minReplicas', 'maxReplicas: 6\n  minReplicas'),
      ),
    ).toMatchObject(expected);
  });

  it.each([
    ['metrics: [{type: Pods, pods: rps}]'],
    ['metrics: [{type: Resource, resource: cpu}]'],
    ['behavior: {scaleDown: {stabilizationWindowSeconds: long}}'],
    ['maxReplicas: many'],
  ])('says why it compares nothing with %s', async spec => {
    const text = manifestsText.replace(
      spec.startsWith('max') ? 'maxReplicas: 6' : /metrics: \[.*50\}\}\}\]/,
      spec,
    );
    expect(await compared('Deployment/worker', text)).toMatchObject({ why: wording() });
  });

  it('takes the highest wish of several metrics', async () => {
    server.loads.worker = () => [0.25, 2.4, 4];
    const text = manifestsText.replace(
      'averageUtilization: 50}}}]',
      'averageUtilization: 50}}}, {type: Resource, resource: {name: memory, target: {type: Utilization, averageUtilization: 100}}}]',
    );
    expect(await compared('Deployment/worker', text)).toMatchObject({
      peak: 5,
      by: '50 % of the requested CPU and 100 % of the requested memory',
    });
  });

  it("does not take KEDA's autoscaler for one of Kubernetes", async () => {
    const text = manifestsText.replace(
      /---\n[^-]*HorizontalPodAutoscaler[\s\S]*?(?=---|$)/,
      `---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: worker}
spec: {scaleTargetRef: {name: worker}, maxReplicaCount: 9, triggers: []}
`,
    );
    expect(text).not.toContain('HorizontalPodAutoscaler');
    expect(await compared('Deployment/worker', text)).toBeUndefined();
  });

  it('follows requests per second where the autoscaler does, and they are known', async () => {
    const metric =
      '{type: Pods, pods: {metric: {name: rps}, target: {type: AverageValue, averageValue: "10"}}}';
    const hpa = manifestsText.split('---\n').find(each => each.includes('HorizontalPodAutoscaler'))!;
    const own = hpa.replaceAll('worker', 'shop').replace(/metrics: \[.*\]/, `metrics: [${metric}]`);
    const text = `${manifestsText}---\n${own}`;
    expect(await compared('Deployment/shop', text)).toEqual({
      workload: 'Deployment/shop',
      why: 'its autoscaler has a metric of type Pods that Slipway does not record',
    });
    const monitoring = {
      prometheus: { service: 'monitoring/prometheus:9090' },
      requests: { total: 'http_requests_total', bad: 'http_errors_total' },
    };
    server.requests = 45;
    expect(await compared('Deployment/shop', text, { monitoring })).toMatchObject({
      by: 'requests per second',
      peak: 5,
    });
  });

  it.each<[string, (server: CostCluster) => string, string]>([
    [
      'no values',
      each => {
        each.loads.worker = () => undefined;
        return manifestsText;
      },
      'Prometheus has 0 values of its load, and at least 20 are needed',
    ],
    [
      'no request',
      () => manifestsText.replace('cpu: 250m, ', ''),
      'an autoscaler measures a percentage of the requested CPU, and a container requests none',
    ],
    [
      'another metric',
      () => manifestsText.replace('type: Resource,', 'type: External,'),
      'its autoscaler has a metric of type External that Slipway does not record',
    ],
    [
      'a target of 0',
      () => manifestsText.replace('averageUtilization: 50', 'averageUtilization: 0'),
      'the target of its autoscaler is not above 0',
    ],
  ])('is unknown with %s', async (_, change, why) => {
    const text = change(server);
    expect(await compared('Deployment/worker', text)).toEqual({ workload: 'Deployment/worker', why });
    const found = of(await costs(server, {}, { text }), 'cost-autoscaling').find(
      ({ object }) => object === 'Deployment/worker',
    );
    expect(found).toMatchObject({ status: 'unknown', what: expect.stringContaining(why) });
  });
});
