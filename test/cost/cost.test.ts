import { beforeEach, describe, expect, it } from 'vitest';
import { promqlFault } from '../../src/config/promql.ts';
import { costSummary } from '../../src/report/cost.ts';
import { CostCluster, costs, loads, manifestsText, of, shopManifests } from './shop.ts';

let server: CostCluster;
beforeEach(async () => {
  server = await CostCluster.open();
});

const cents = (amount: number | undefined) => amount?.toFixed(2);

describe('the cost of workloads', () => {
  /*
   * By hand, with 0.03 a core-hour, 0.004 a GiB-hour, 0.10 a GiB-month of storage, and 730 hours a month:
   * shop:   4 × (0.5 core, 1 GiB)    = 2 cores, 4 GiB: (0.060 + 0.016) × 730 = 55.48; unused 1.05 cores, 3 GiB: 31.755
   * worker: 4 × (0.25 core, 0.5 GiB) = 1 core,  2 GiB: (0.030 + 0.008) × 730 = 27.74; unused 0.25 core,  1 GiB:  8.395
   * db:     2 × (1 core, 2 GiB)      = 2 cores, 4 GiB: (0.060 + 0.016) × 730 = 55.48, and 20 GiB: 2.00; unused 1.5 cores, 2 GiB: 38.69
   */
  it('P7: is the table that was worked by hand, to the cent', async () => {
    const result = await costs(server);
    const rows = result.costs.map(each => [
      each.workload,
      each.pods,
      cents(each.monthly),
      each.idle?.toFixed(3),
    ]);
    expect(rows).toEqual([
      ['Deployment/shop', 4, '55.48', '31.755'],
      ['Deployment/worker', 4, '27.74', '8.395'],
      ['StatefulSet/db', 2, '57.48', '38.690'],
    ]);
    expect([cents(result.total.monthly), result.total.idleShare?.toFixed(4)]).toEqual(['140.70', '0.5684']);
    expect(result.costs[0]?.used).toEqual({ cores: 0.95, gib: 1 });
    expect(of(result, 'cost-workload').map(({ id, status }) => [id, status])).toEqual(
      Array(3).fill(['P7', 'met']),
    );
  });

  it('names the queries, their server and the time as evidence', async () => {
    const [evidence] = of(await costs(server), 'cost-workload').map(each => each.evidence);
    const queries = evidence!
      .filter(each => each.of === 'monitoring/prometheus:9090')
      .map(({ asked }) => asked);
    expect(queries).toHaveLength(3);
    expect(server.asked).toEqual(expect.arrayContaining(queries));
    expect(new Set(evidence!.map(({ at }) => at))).toEqual(new Set([new Date(server.now).toISOString()]));
  });

  it.each<[string, string, string, string, string]>([
    ['request of CPU', 'cpu: 500m, ', '', 'Deployment/shop', 'a container requests no CPU'],
    ['request of memory', ', memory: 1Gi', '', 'Deployment/shop', 'a container requests no memory'],
    ['request from 0', 'cpu: 500m', 'cpu: -500m', 'Deployment/shop', 'a container requests no CPU'],
    ['valid request', 'cpu: 500m', 'cpu: half', 'Deployment/shop', 'a container requests no CPU'],
    [
      'size of a volume',
      'storage: 10Gi',
      'other: 10Gi',
      'StatefulSet/db',
      'the size of a volume is not in the manifests',
    ],
  ])('is unknown without a %s, and so is the sum', async (_, from, to, workload, why) => {
    const result = await costs(server, { 'monthly-cap': 1000 }, { text: manifestsText.replace(from, to) });
    const cost = result.costs.find(each => each.workload === workload);
    expect([cost?.monthly, cost?.unknown]).toEqual([undefined, [why]]);
    expect([result.total.monthly, result.verdict]).toEqual([undefined, 'unknown']);
    const found = of(result, 'cost-workload').find(({ object }) => object === workload);
    expect(found).toMatchObject({ status: 'not-met', what: expect.stringContaining(why) });
    expect(costSummary('shop', 'production', result)).toContain(`unknown: ${why}`);
  });

  it('counts a PVC that several workloads mount once', async () => {
    const volumes = 'volumes: [{name: files, persistentVolumeClaim: {claimName: files}}]';
    const text = manifestsText.replaceAll(
      '    spec:\n      containers',
      `    spec:\n      ${volumes}\n      containers`,
    );
    const pvc = `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: files}
spec: {accessModes: [ReadWriteMany], resources: {requests: {storage: 50Gi}}}
`;
    const result = await costs(server, {}, { text: text + pvc });
    expect(result.costs.map(({ storage }) => storage)).toEqual([50, 0, 20]);
    expect(cents(result.total.monthly)).toBe('145.70');
  });

  it('P7: cannot be reported without prices, and is unknown while OpenCost does not give them', async () => {
    const all = async (cost: object) =>
      of(await costs(server, { prices: {}, ...cost }), 'cost-workload').map(({ status }) => status);
    expect(new Set(await all({}))).toEqual(new Set(['not-met']));
    const opencost = { service: 'opencost/opencost:9003' };
    expect(new Set(await all({ opencost }))).toEqual(new Set(['unknown']));
  });

  it('counts the pods where the manifest names no number, and never takes that for 0', async () => {
    server.loads.shop = () => [0.5, 1, 3];
    const text = manifestsText.replace('replicas: 4', 'replicas:');
    expect(cents((await costs(server, {}, { text })).costs[0]?.monthly)).toBe('41.61');
    const none = await costs(server, {}, { text: manifestsText.replace('replicas: 4', 'replicas: 0') });
    expect(cents(none.costs[0]?.monthly)).toBe('0.00');
    expect(none.whatIfs[0]).toEqual({ workload: 'Deployment/shop', why: 'it has no pods' });
  });

  it('takes a limit where there is no request, as the API server does', async () => {
    const text = manifestsText.replace('requests: {cpu: 500m', 'limits: {cpu: 500m');
    expect(cents((await costs(server, {}, { text })).costs[0]?.monthly)).toBe('55.48');
  });

  it('counts a sidecar among the containers that run, and the largest container that starts them', async () => {
    const add = (more: string) =>
      manifestsText.replace(
        '    spec:\n      containers: [{name: app, image: shop, env',
        `    spec:\n      initContainers: [{name: one, image: i, ${more}}]\n      containers: [{name: app, image: shop, env`,
      );
    const requested = async (more: string) =>
      (await costs(server, {}, { text: add(more) })).costs[0]?.requested.cores;
    const resources = (cpu: string) => `resources: {requests: {cpu: ${cpu}, memory: 1Mi}}`;
    expect(await requested(`restartPolicy: Always, ${resources('100m')}`)).toBeCloseTo(2.4);
    expect(await requested(resources('100m'))).toBe(2);
    expect(await requested(resources('700m'))).toBeCloseTo(2.8);
  });

  it('takes an empty field for one that is absent', async () => {
    const empty = manifestsText.replace('env: [{name: DB_POOL, value: "5"}]', 'env: , envFrom: ');
    const text = `${empty}---\napiVersion: v1\nkind: Service\nmetadata: {name: all}\nspec: {selector: }\n`;
    const result = await costs(server, { 'task-cap': 'DB_POOL' }, { text });
    expect(result.costs.map(({ monthly }) => cents(monthly))).toEqual(['55.48', '27.74', '57.48']);
  });

  it('takes what the manifest says for the whole pod', async () => {
    const own = 'resources: {requests: {cpu: 500m, memory: 1Gi}}';
    const whole = (resources: string) => manifestsText.replace(`, ${own}}]`, `}]\n      ${resources}`);
    const first = async (resources: string) => (await costs(server, {}, { text: whole(resources) })).costs[0];
    expect(cents((await first(own))?.monthly)).toBe('55.48');
    expect(cents((await first(own.replace('requests', 'limits')))?.monthly)).toBe('55.48');
    expect((await first('resources: {requests: {cpu: 500m}}'))?.unknown).toEqual([
      'a container requests no memory',
    ]);
  });

  it('counts a container that starts the others beside the sidecars before it', async () => {
    const resources = (cpu: string) => `resources: {requests: {cpu: ${cpu}, memory: 1Mi}}`;
    const text = manifestsText.replace(
      '    spec:\n      containers: [{name: app, image: shop, env',
      `    spec:\n      initContainers: [{name: one, image: i, restartPolicy: Always, ${resources('500m')}}, {name: two, image: i, ${resources("'2'")}}]\n      containers: [{name: app, image: shop, env`,
    );
    expect((await costs(server, {}, { text })).costs[0]?.requested.cores).toBeCloseTo(10);
  });

  it.each<[string, (server: CostCluster) => void]>([
    ['Prometheus has no values', each => Object.assign(each.loads, { worker: () => undefined })],
    [
      'Prometheus has too few',
      each => Object.assign(each.loads, { worker: (step: number) => (step < 81 ? undefined : [1, 1, 4]) }),
    ],
    ['Prometheus refuses', each => Object.assign(each, { broken: 'too many samples' })],
  ])('has unknown usage, never zero, when %s', async (_, change) => {
    change(server);
    const worker = (await costs(server)).costs[1];
    expect([worker?.used.cores, worker?.idle]).toEqual([undefined, undefined]);
  });

  it('says why nothing is known of pods that only Prometheus can count', async () => {
    server.broken = 'too many samples';
    const result = await costs(server);
    expect(result.costs.map(({ monthly }) => cents(monthly))).toEqual(['55.48', undefined, '57.48']);
    expect(result.failures).toEqual([expect.stringContaining('too many samples')]);
    expect(result.costs[1]?.unknown[0]).toBe('Prometheus has not counted its pods');
  });

  it('counts a CronJob by the time in which its pods ran', async () => {
    const job = `---
apiVersion: batch/v1
kind: CronJob
metadata: {name: report}
spec: {schedule: '0 * * * *', jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: b, resources: {requests: {cpu: '1', memory: 1Gi}}}]}}}}}
`;
    Object.assign(server.loads, { report: (step: number) => (step % 4 === 0 ? [1, 1, 1] : undefined) });
    const found = (await costs(server, {}, { text: manifestsText + job })).costs.at(-1);
    // 25 of the 288 steps of a day.
    expect([found?.workload, found?.pods?.toFixed(4)]).toEqual(['CronJob/report', (25 / 288).toFixed(4)]);
  });
});

describe('the pods of a workload that may have none', () => {
  const [, autoscaler = ''] = /(apiVersion: autoscaling.*?)---/s.exec(manifestsText) ?? [];
  const scaled = (more: string) =>
    manifestsText.replace(
      autoscaler,
      `apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nmetadata: {name: worker}\nspec: {scaleTargetRef: {name: worker}${more}, triggers: []}\n`,
    );
  const job = `---
apiVersion: batch/v1
kind: Job
metadata: {name: report}
spec: {template: {spec: {containers: [{name: a, image: b, resources: {requests: {cpu: '1', memory: 1Gi}}}]}}}
`;
  const podsIn = async (workload: string, text: string) =>
    (await costs(server, {}, { text })).costs.find(each => each.workload === workload)?.pods?.toFixed(4);

  it('are counted in the time in which they ran', async () => {
    // 25 of the 288 steps of a day.
    const load = (step: number) => (step % 4 === 0 ? ([1, 1, 5] as const) : undefined);
    Object.assign(server.loads, { worker: load, report: load });
    const part = ((5 * 25) / 288).toFixed(4);
    expect(await podsIn('Deployment/worker', scaled(''))).toBe(part);
    expect(await podsIn('Deployment/worker', scaled(', minReplicaCount: 1'))).toBe('5.0000');
    expect(await podsIn('Job/report', manifestsText + job)).toBe(part);
  });
});

describe('Z7: the monthly cap', () => {
  it.each([
    [140.7, 'pass', 'met', 'warning', 'cost 140.70 EUR a month, within the cap of 140.70 EUR'],
    [140.69, 'fail', 'not-met', 'error', 'cost 140.70 EUR a month, more than the cap of 140.69 EUR'],
    [0, 'fail', 'not-met', 'error', 'more than the cap of 0.00 EUR'],
  ])('of %d gives %s', async (cap, verdict, status, level, said) => {
    const result = await costs(server, { 'monthly-cap': cap });
    expect(result.verdict).toBe(verdict);
    expect(of(result, 'cost-monthly-cap')).toMatchObject([
      { id: 'Z7', status, level, what: expect.stringContaining(said) },
    ]);
  });

  it('that what is known exceeds fails, although a part is unknown', async () => {
    server.broken = 'down';
    const result = await costs(server, { 'monthly-cap': 100 });
    expect(result.verdict).toBe('fail');
    expect(of(result, 'cost-monthly-cap')[0]?.what).toContain('at least 112.96 EUR');
  });

  it('that is not declared is a finding, and does not fail the step', async () => {
    const result = await costs(server);
    expect([result.verdict, of(result, 'cost-monthly-cap')[0]?.status]).toEqual(['pass', 'not-met']);
  });
});

describe('the trend', () => {
  it('compares the time before a release with the time since, each with its manifests', async () => {
    const old = manifestsText.replace('replicas: 4', 'replicas: 8');
    await server.released(shopManifests(old), shopManifests());
    server.loads.db = step => [step < 50 ? 0.2 : 0.6, 2, 2];
    const { trend } = await costs(server);
    expect(trend).toMatchObject({ release: 2, before: { gib: 4 }, after: { gib: 4 } });
    if ('status' in trend) throw new Error(trend.what);
    expect([cents(trend.before.monthly), cents(trend.after.monthly)]).toEqual(['196.18', '140.70']);
    expect(trend.after.cores! - trend.before.cores!).toBeCloseTo(0.4 + 0.5, 1);
    expect(costSummary('shop', 'production', await costs(server))).toContain(
      'Before release 2: 196.18 EUR a month',
    );
  });

  it.each<[string, (server: CostCluster) => Promise<void>, string]>([
    ['there was no release', async () => {}, 'no release is live'],
    [
      'the release is young',
      async each => {
        await each.released(shopManifests(), shopManifests());
        each.now -= 45 * 300_000;
      },
      'release 2 is too young, or older than the window',
    ],
  ])('is unknown when %s', async (_, change, what) => {
    await change(server);
    expect((await costs(server)).trend).toEqual({ status: 'unknown', what });
  });
});

describe('the summary', () => {
  it('has the table, the chart and each judgement', async () => {
    const text = costSummary('shop', 'production', await costs(server, { 'monthly-cap': 100 }));
    expect(text).toContain('### ❌ Cost: shop in production: 140.70 EUR a month, 56.8 % of it idle');
    expect(text).toContain('| Deployment/shop | 4 | 2 | 0.95 | 4 | 1 | 0 | 57.2 % | 55.48 EUR |');
    expect(text.match(/xychart-beta/g)).toHaveLength(1);
    expect(text).toContain('title "CPU of Deployment/shop"');
    expect(text).toContain('🟩 requested by an autoscaler');
    expect(text).toContain('- ❌ Z7: the workloads cost');
  });

  it('escapes what comes from manifests', async () => {
    const result = await costs(server);
    const text = costSummary('shop', 'production', { ...result, failures: ['<img src=x> | [a](http://b)'] });
    expect(text).not.toContain('<img');
    expect(text).toContain('\\[a\\](http&#58;//b)');
  });
});

it('asks little of Prometheus: three queries a workload, and the time', async () => {
  await costs(server);
  expect(server.asked).toHaveLength(3 * Object.keys(loads).length + 1);
  expect(server.asked.map(promqlFault)).toEqual(server.asked.map(() => undefined));
  expect(server.writes).toEqual([]);
});
