import { beforeEach, describe, expect, it } from 'vitest';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { ratesIn } from '../../src/cost/opencost.ts';
import { minutesOf, readMinutes } from '../../src/cost/runners.ts';
import type { BackupManifest } from '../../src/recovery/manifest.ts';
import { manifestSchema } from '../../src/recovery/manifest-schema.ts';
import { gitHubOf } from '../../src/toolkit/github.ts';
import { isReleased, pathTo } from '../../src/workloads/kinds.ts';
import { startGitHub } from '../toolkit/fake-github.ts';
import { wording } from '../wording.ts';
import { CostCluster, costs, manifestsText, of, shopManifests } from './shop.ts';

let server: CostCluster;
beforeEach(async () => {
  server = await CostCluster.open();
});

describe('P11: connections', () => {
  const judged = async (pools: object, more: object = {}, text = manifestsText, environment: object = {}) => {
    const result = await costs(server, { connections: { pools, ...more } }, { text, environment });
    return { ...of(result, 'cost-connections')[0], verdict: result.verdict };
  };

  it('fit, with the arithmetic written out: surge of an update, and the maximum of the autoscaler', async () => {
    // A quarter of four and of six pods, rounded up.
    const found = await judged({
      'Deployment/shop': { size: 'DB_POOL', processes: 2 },
      'Deployment/worker': { size: 4, overflow: 1 },
    });
    expect(found).toMatchObject({
      ...{ id: 'P11', status: 'met', verdict: 'pass' },
      what: 'the pools fit the database (pods × processes × pool): Deployment/shop (4 + 1) × 2 × 5 = 50; Deployment/worker (6 + 2) × 1 × 5 = 40; together 90, within 100 − 3 = 97',
    });
    expect(found.evidence?.map(({ asked }) => asked)).toContain(
      'min(pg_settings_max_connections{namespace="shop"})',
    );
  });

  it.each([
    ['a number of pods below 0', 'replicas: 4', 'replicas: -4'],
    ['variables that are no list', 'env: [{name: DB_POOL, value: "5"}]', 'env: none, envFrom: none'],
    ['other things in the list', '[{name: DB_POOL, value: "5"}]', '[none, {name: DB_POOL, valueFrom: none}]'],
  ])('are unknown with %s', async (_, from, to) => {
    const text = manifestsText.replace(from, to);
    expect(text).not.toBe(manifestsText);
    const found = await judged({ 'Deployment/shop': { size: 'DB_POOL' } }, {}, text);
    expect(found).toMatchObject({ status: 'unknown', verdict: 'unknown', what: wording() });
  });

  it('of the guide are too many: 7 processes with 25 + 10 each', async () => {
    const text = manifestsText.replace('replicas: 4', 'replicas: 1\n  strategy: {type: Recreate}');
    expect(
      await judged({ 'Deployment/shop': { size: 25, overflow: 10, processes: 7 } }, {}, text),
    ).toMatchObject({
      ...{ status: 'not-met', level: 'error', verdict: 'fail' },
      what: expect.stringContaining('Deployment/shop 1 × 7 × 35 = 245; together 245, above 100 − 3 = 97'),
    });
  });

  it('count the candidate of a canary and of a blue-green release', async () => {
    const pools = { 'Deployment/shop': { size: 10 }, 'StatefulSet/db': { size: 1 } };
    const gate = {
      prometheus: { service: 'monitoring/prometheus:9090' },
      metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_errors_total' }],
    };
    const strategy = (kind: object) => ({ strategy: kind, gate });
    const canary = await judged(
      pools,
      {},
      manifestsText,
      strategy({ canary: { steps: ['10%'], bake: { weight: '20%', for: '1m' } } }),
    );
    expect(canary.what).toContain('Deployment/shop (4 + 2) ×');
    const green = await judged(pools, {}, manifestsText, strategy({ 'blue-green': {} }));
    expect(green.what).toContain('Deployment/shop (4 + 5) ×');
    expect(green.what).toContain('StatefulSet/db 2 ×');
  });

  it.each<[string, object, string, string]>([
    ['a missing variable', { size: 'POOL' }, manifestsText, 'no container has the variable POOL'],
    [
      'a variable that is no number',
      { size: 'DB_POOL' },
      manifestsText.replace('value: "5"', 'value: "hunter2"'),
      'the variable DB_POOL is not a whole number of at least 1',
    ],
    [
      'a variable from a Secret',
      { size: 'DB_POOL' },
      manifestsText.replace('value: "5"', 'valueFrom: {secretKeyRef: {name: a, key: b}}'),
      'the value of DB_POOL is not in the manifests',
    ],
    [
      'pods whose number is not written',
      { size: 1 },
      manifestsText.replace('  replicas: 4\n', ''),
      'the number of its pods is not in its manifest',
    ],
  ])('are unknown with %s', async (_, pool, text, why) => {
    const found = await judged({ 'Deployment/shop': pool }, {}, text);
    expect(found).toMatchObject({
      status: 'unknown',
      verdict: 'unknown',
      what: `the connections of Deployment/shop are unknown: ${why}`,
    });
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  it.each([['configMapKeyRef', 'valueFrom: {configMapKeyRef: {name: settings, key: pool}}']])(
    'are read from a ConfigMap by %s',
    async (_, source) => {
      const map =
        '---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {pool: "7", DB_POOL: "8"}\n';
      const text = manifestsText.replace('value: "5"', source) + map;
      expect((await judged({ 'Deployment/shop': { size: 'DB_POOL' } }, {}, text)).what).toContain('× 7 = 35');
      const whole =
        manifestsText.replace(
          'env: [{name: DB_POOL, value: "5"}]',
          'envFrom: [{configMapRef: {name: settings}}]',
        ) + map;
      expect((await judged({ 'Deployment/shop': { size: 'DB_POOL' } }, {}, whole)).what).toContain(
        '× 8 = 40',
      );
    },
  );

  it('have the limit of the database, or a lower one that is declared', async () => {
    const pools = { 'StatefulSet/db': { size: 10 } };
    const said = async (max: number) => (await judged(pools, { max, reserved: 0 })).what;
    expect(await said(40)).toContain('within 40 − 0 = 40');
    expect(await said(400)).toContain('within 100 − 0 = 100');
  });

  it('fit no database that was not asked, and are too many for the declared limit anyway', async () => {
    const pools = { 'StatefulSet/db': { size: 10 } };
    server.connections = undefined;
    expect(await judged(pools)).toMatchObject({ status: 'unknown', verdict: 'unknown' });
    expect(await judged(pools, { max: 20, reserved: 0 })).toMatchObject({
      ...{ status: 'unknown', verdict: 'pass', remedy: expect.stringContaining('postgres_exporter') },
      what: expect.stringContaining('has no pg_settings_max_connections'),
    });
    expect(await judged(pools, { max: 19, reserved: 0 })).toMatchObject({
      status: 'not-met',
      verdict: 'fail',
    });
  });

  it('are those of one pod of a CronJob, unless it may run several times at once', async () => {
    const job = (policy: string) => `${manifestsText}---
apiVersion: batch/v1
kind: CronJob
metadata: {name: report}
spec: {schedule: '0 * * * *'${policy}, jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: b}]}}}}}
`;
    const pools = { 'CronJob/report': { size: 4 } };
    expect(await judged(pools, {}, job(''))).toMatchObject({
      status: 'unknown',
      what: expect.stringContaining('it may run several times at once'),
    });
    expect((await judged(pools, {}, job(', concurrencyPolicy: Forbid'))).what).toContain(
      'report 1 × 1 × 4 = 4',
    );
  });

  it('are refused for a workload that is not in the manifests', async () => {
    await expect(judged({ 'Deployment/shopp': { size: 1 } })).rejects.toThrow(
      'the manifests do not contain Deployment/shopp',
    );
  });
});

/** Puts the workloads and ConfigMaps of these manifests into the cluster. */
function runs(text: string) {
  for (const { object, name } of shopManifests(text)) {
    const { kind = '' } = object;
    if (kind === 'ConfigMap') server.put(pathOf(resources.configMap, 'shop', name), object as never);
    if (isReleased(kind)) server.put(pathTo('shop', { kind, name }), object as never);
  }
}

describe('P4: the cap of a task', () => {
  /** The shop reads the ConfigMap as files. */
  const reading = manifestsText.replace(
    'containers: [{name: app, image: shop, env',
    'volumes: [{name: a, configMap: {name: settings}}]\n      containers: [{name: app, image: shop, env',
  );
  const map = (data: string) =>
    `${reading}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata:\n${data}`;
  it.each<[string, string, string, string]>([
    [
      'a variable',
      manifestsText.replace('{name: DB_POOL, value: "5"}', '{name: MAX_BUDGET, value: "2.5"}'),
      'met',
      'Deployment/shop limits the cost of a task by MAX_BUDGET',
    ],
    [
      'a variable of 0',
      manifestsText.replace('{name: DB_POOL, value: "5"}', '{name: MAX_BUDGET, value: "0.0"}'),
      'not-met',
      'sets it to 0, which is no limit',
    ],
    ['a key', map('  MAX_BUDGET: "4"\n'), 'met', 'ConfigMap/settings limits'],
    [
      'a line of TOML, as in OpenHands',
      map('  config.toml: |\n    [core]\n    MAX_BUDGET = 0.0\n'),
      'not-met',
      'ConfigMap/settings (config.toml) sets it to 0',
    ],
    [
      'a line of YAML',
      map('  a.yaml: |\n    limits:\n      MAX_BUDGET: 10 # USD\n'),
      'met',
      'ConfigMap/settings (a.yaml) limits',
    ],
    ['a text', map('  MAX_BUDGET: hunter2\n'), 'not-met', 'sets it to a value that is not an amount'],
    ['nothing', map('  # MAX_BUDGET: 3\n  a: "1"\n'), 'not-met', 'nothing in the manifests sets MAX_BUDGET'],
    [
      'a Secret',
      manifestsText.replace(
        '{name: DB_POOL, value: "5"}',
        '{name: MAX_BUDGET, valueFrom: {secretKeyRef: {name: a, key: b}}}',
      ),
      'unknown',
      'not in the manifests',
    ],
  ])('in %s', async (_, text, status, what) => {
    runs(text);
    const result = await costs(server, { 'task-cap': 'MAX_BUDGET' }, { text });
    const found = of(result, 'cost-task-cap');
    expect(found).toMatchObject([{ id: 'P4', status, what: expect.stringContaining(what) }]);
    expect(result.verdict).toBe({ met: 'pass', 'not-met': 'fail', unknown: 'unknown' }[status]);
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  const capped = (value: string) =>
    manifestsText.replace('{name: DB_POOL, value: "5"}', `{name: MAX_BUDGET, value: "${value}"}`);
  it.each<[string, string | undefined, string, string]>([
    ['no workload', undefined, 'not-met', 'no workload in the cluster sets MAX_BUDGET'],
    ['workloads of an older release', manifestsText, 'not-met', 'no workload in the cluster sets MAX_BUDGET'],
    ['another value', capped('0'), 'not-met', 'sets it to 0, which is no limit'],
  ])('is not that of the manifests alone: the cluster has %s', async (_, text, status, what) => {
    if (text !== undefined) runs(text);
    const result = await costs(server, { 'task-cap': 'MAX_BUDGET' }, { text: capped('2') });
    expect(of(result, 'cost-task-cap')).toMatchObject([{ status, what: expect.stringContaining(what) }]);
  });

  it('names the cluster as evidence', async () => {
    runs(capped('2'));
    const [found] = of(
      await costs(server, { 'task-cap': 'MAX_BUDGET' }, { text: capped('2') }),
      'cost-task-cap',
    );
    expect(found?.evidence.map(each => each.of)).toEqual(['production', 'the cluster']);
  });

  it('is unknown, and fails no step, where slipway.yml names no setting', async () => {
    const result = await costs(server, {});
    expect(of(result, 'cost-task-cap')).toMatchObject([
      { status: 'unknown', remedy: 'add `cost.task-cap` to slipway.yml' },
    ]);
    expect(result.verdict).toBe('pass');
  });
});

describe('P4: runner minutes', () => {
  const job = (from: string, to: string | null, more: object = {}) => ({
    ...{ started_at: `2026-11-30T10:${from}Z`, completed_at: to === null ? null : `2026-11-30T10:${to}Z` },
    ...{ conclusion: 'success', runner_name: 'GitHub Actions 2', labels: ['ubuntu-latest'], ...more },
  });
  const jobs = [
    job('00:00', '00:01'),
    job('00:00', '01:00'),
    job('00:00', '01:01'),
    job('00:00', null, { conclusion: null }),
    job('00:00', '00:00', { conclusion: 'skipped', runner_name: null }),
    job('00:00', '09:00', { conclusion: 'cancelled', runner_name: '' }),
    job('00:00', '07:30', { labels: ['self-hosted', 'linux'] }),
  ];
  const inGroup = (group: string, name: string, ...labels: string[]) =>
    job('00:00', '09:00', { runner_group_name: group, runner_name: name, labels });

  it('are rounded up for each job, and counted only where a hosted runner worked', () => {
    expect(minutesOf(7, jobs, Date.parse('2026-11-30T10:03:30Z'))).toEqual({
      run: 7,
      billed: 1 + 1 + 2 + 4,
      own: 8,
      unsure: 0,
    });
  });

  it.each([
    ['billed', inGroup('GitHub Actions', 'GitHub Actions 1000000012', 'ubuntu-latest')],
    ['billed', inGroup('Default Larger Runners', 'big_4f8a', 'ubuntu-24.04-16core')],
    ['own', inGroup('Default', 'one', 'self-hosted', 'linux')],
    // A scale set, or a larger runner in a group of the user.
    ['unsure', inGroup('Default', 'shop-x7k2p-runner-9wqzj', 'shop')],
    ['unsure', inGroup('Default', 'GitHub Actions 1', 'shop')],
  ])('are %s by the group and labels of their runner: %j', (kind, each) => {
    expect(minutesOf(7, [each], 0)).toMatchObject({ [kind]: 9 });
  });

  const judged = async (billed: number[], cost: object, more = {}) => {
    const runs = billed.map((each, at) => ({ run: at + 1, billed: each, own: 0, unsure: 0, ...more }));
    const result = await costs(server, cost, { runs });
    return { ...of(result, 'cost-run-cap')[0], verdict: result.verdict };
  };

  it('fail above the cap, by the dearest run', async () => {
    expect(await judged([10, 84, 20], { 'run-cap': 0.5 })).toMatchObject({
      ...{ id: 'P4', status: 'not-met', level: 'error', verdict: 'fail' },
      what: 'run 2 took 84 billed minutes, 0.504 EUR, more than the cap of 0.500 EUR',
    });
    expect(await judged([83], { 'run-cap': 0.5 })).toMatchObject({ status: 'met', verdict: 'pass' });
  });

  it('have an unknown cost where runners of unknown owners decide', async () => {
    expect(await judged([10], { 'run-cap': 0.5 }, { unsure: 80 })).toMatchObject({
      ...{ status: 'unknown', verdict: 'unknown', remedy: 'give your own runners the label `self-hosted`' },
      what: expect.stringContaining('run 1 took up to 90 billed minutes, 0.540 EUR'),
    });
    expect(await judged([10], { 'run-cap': 0.5 }, { unsure: 70 })).toMatchObject({
      ...{
        status: 'met',
        what: 'run 1 took up to 80 billed minutes, 0.480 EUR, within the cap of 0.500 EUR',
      },
    });
    expect(await judged([90], { 'run-cap': 0.5 }, { unsure: 1 })).toMatchObject({ status: 'not-met' });
  });

  it('have an unknown cost without a price, or without an answer of GitHub', async () => {
    expect(await judged([10], { 'run-cap': 1, prices: {} })).toMatchObject({
      status: 'unknown',
      verdict: 'unknown',
    });
    const runs = { status: 'unknown', what: '`actions-token` is not set' } as const;
    expect((await costs(server, { 'run-cap': 1 }, { runs })).verdict).toBe('unknown');
  });

  it('are those of this run and of the last ones of its workflow, with all attempts', async () => {
    const github = await startGitHub(({ path }) =>
      path.includes('/jobs')
        ? [200, { total_count: jobs.length, jobs }]
        : path.includes('workflows/5/runs')
          ? [200, { total_count: 3, workflow_runs: [9, 8, 42].map(id => ({ id, workflow_id: 5 })) }]
          : [200, { id: 42, workflow_id: 5 }],
    );
    try {
      const found = await readMinutes(
        gitHubOf(github.env, 't0ken')!,
        42,
        3,
        Date.parse('2026-11-30T10:03:30Z'),
      );
      expect(found.map(({ run, billed }) => [run, billed])).toEqual([
        [42, 8],
        [9, 8],
        [8, 8],
      ]);
      expect(github.calls().filter(call => call.includes('/jobs'))).toHaveLength(3);
    } finally {
      github.close();
    }
  });
});

describe('P9: what backups store', () => {
  const set = (at: number, more: object): BackupManifest =>
    manifestSchema.parse({
      ...{ schema: 1, at, by: { run: 'run', actor: 'ann' }, databases: [], objectStores: [], volumes: [] },
      ...{ clusterObjects: {}, images: [], secrets: [], tools: {}, ...more },
    });
  const database = (original?: number, stored?: number) => ({
    ...{ name: 'shop', server: '17', lsn: '0/1', timeline: 1, tables: [] },
    backups: [{ repository: 'near', label: 'F', ...(original === undefined ? {} : { original, stored }) }],
  });
  const mebibyte = 2 ** 20;

  it('is less than what they read, by repository, over all sets', async () => {
    const snapshots = [{ repository: 'far', snapshot: 'a', original: 4 * mebibyte, stored: 5 * mebibyte }];
    const backups = [
      set(1, { databases: [database(100 * mebibyte, 30 * mebibyte)] }),
      // The same set in another store.
      set(1, { databases: [database(100 * mebibyte, 30 * mebibyte)] }),
      set(2, {
        databases: [database(100 * mebibyte, 2 * mebibyte)],
        managed: [
          {
            name: 'm',
            server: '17',
            encoding: 'UTF8',
            roles: [],
            tables: [],
            backups: [{ repository: 'near', snapshot: 'a', bytes: 0, stored: 0 }],
          },
        ],
      }),
      set(3, { objectStores: [{ name: 'o', count: 1, bytes: 1, hash: 'a'.repeat(64), backups: snapshots }] }),
    ];
    const result = await costs(server, {}, { backups });
    expect(result.storage).toEqual([
      { repository: 'near', backups: 3, original: 200 * mebibyte, stored: 32 * mebibyte },
      { repository: 'far', backups: 1, original: 4 * mebibyte, stored: 5 * mebibyte },
    ]);
    expect(of(result, 'cost-backups').map(({ id, status, what }) => [id, status, what])).toEqual([
      [
        'P9',
        'met',
        '3 backups in near read 200.0 MiB and stored 32.0 MiB: 84 % less (expected: 15 to 25 % less)',
      ],
      [
        'P9',
        'not-met',
        '1 backup in far read 4.0 MiB and stored 5.0 MiB: 25 % more (expected: 15 to 25 % less)',
      ],
    ]);
    expect(result.verdict).toBe('pass');
  });

  it('is unknown for sets that did not record it, and fails nothing', async () => {
    const result = await costs(server, {}, { backups: [set(1, { databases: [database()] })] });
    expect(of(result, 'cost-backups')).toMatchObject([{ status: 'unknown' }]);
    expect(result.verdict).toBe('pass');
  });
});

describe('prices of OpenCost', () => {
  const gib = 2 ** 30;
  const own = {
    cpuCost: 3,
    cpuCoreHours: 100,
    ramCost: 0.8,
    ramByteHours: 200 * gib,
    pvCost: 1,
    pvByteHours: 7300 * gib,
  };
  const answer = (data: unknown) => JSON.stringify({ code: 200, data });

  it('are what it charged by what the namespace had', () => {
    expect(ratesIn(answer([{ shop: own, other: 'ignored' }, null]), 'shop')).toEqual({
      ...{ core: 0.03, gib: 0.004, storage: expect.closeTo(0.1, 10) },
    });
  });

  it.each<[string, string, string]>([
    ['another server', '<html>', 'does not answer like OpenCost'],
    ['no data', answer(undefined), 'does not answer like OpenCost'],
    ['another namespace', answer([{ other: own }]), 'has no cost of the namespace shop'],
    ['a name of every object', answer([{ other: own }]), 'has no cost of the namespace constructor'],
    [
      'a negative cost',
      answer([{ shop: { ...own, cpuCost: -1 } }]),
      'returned an invalid cost of the namespace shop',
    ],
    [
      'a text',
      answer([{ shop: { ...own, ramCost: '1' } }]),
      'returned an invalid cost of the namespace shop',
    ],
  ])('are unknown from %s', (_, body, why) => {
    expect(ratesIn(body, /constructor/.test(why) ? 'constructor' : 'shop')).toBe(why);
  });

  const opencost = { service: 'opencost/opencost:9003' };
  it('fill in for the price sheet, which comes first', async () => {
    server.answerBehind(/\/services\/opencost:9003\/proxy\/allocation\/compute$/, ({ query }) => {
      expect(query).toEqual({ window: '1d', aggregate: 'namespace', accumulate: 'true' });
      return answer([{ shop: own }]);
    });
    const result = await costs(server, { opencost, prices: { 'core-hour': 0.06 } });
    expect(result.rates).toEqual({ core: 0.06, gib: 0.004, storage: expect.closeTo(0.1, 10) });
    expect(of(result, 'cost-workload')[0]?.evidence.map(({ of: each }) => each)).toContain('OpenCost');
  });

  it('leave the cost unknown when it does not answer', async () => {
    server.answerBehind(/\/services\/opencost:9003\/proxy\//, () => 'no');
    const result = await costs(server, { opencost, prices: {} });
    expect(result.total.monthly).toBeUndefined();
    expect(result.failures).toEqual([expect.stringContaining('does not answer like OpenCost')]);
    expect(result.costs[0]?.unknown).toContain('the price of a core-hour is not known');
  });
});
