import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Deployment } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { monitoringSchema } from '../../src/config/monitoring.ts';
import { monitor, whatReplaces } from '../../src/monitoring/monitor.ts';
import { labels, nameOf } from '../../src/workloads/naming.ts';
import { config, deployment, template } from '../release/objects.ts';
import { progressive, Rollout, recorded } from '../release/promoting.ts';
import { wording } from '../wording.ts';

const minutes = 60_000;
const image = 'ghcr.io/acme/shop@sha256:'.padEnd(90, '2');

let server: Rollout;
/** The series by which a Prometheus shows that it has loaded our rules. */
let loaded: Record<string, string>[];
/** What Prometheus has of the business metric; undefined: nothing. */
let cost: number | undefined;
/** Whether an exporter is down, and whether requests have failed since the release. */
let seen: { down: boolean; harm: boolean };

/** A live release, of which Prometheus knows nothing but good. */
beforeEach(async () => {
  server = new Rollout();
  const tracked = { ...template(image), metadata: { labels: { app: 'shop' } } };
  await server.record(recorded(1), recorded(2, { template: tracked }, { images: { shop: image } }));
  const metadata = {
    name: 'shop',
    namespace: 'shop',
    annotations: { [labels.release]: '2' },
    uid: undefined as never,
  };
  server.put(
    pathOf(resources.deployment, 'shop', 'shop'),
    deployment({ metadata, spec: { template: tracked } }),
  );
  server.lease(5);
  server.now += 10 * minutes;
  cost = undefined;
  seen = { down: false, harm: false };
  loaded = [{ app: 'shop', environment: 'production', namespace: 'shop' }];
  server.answerBehind(
    /\/services\/prometheus:9090\/proxy\/api\/v1\/query$/,
    ({ query: { query = '', time } }) => {
      const now = server.now / 1000;
      const answer = (resultType: string, result: unknown) =>
        JSON.stringify({ status: 'success', data: { resultType, result } });
      if (query === 'time()') return answer('scalar', [now, String(now)]);
      const series = (metric: object, value = 0) =>
        answer('vector', [{ metric, value: [now, String(value)] }]);
      if (query.includes('max_over_time(up'))
        return query.includes('-postgres"')
          ? series({ instance: 'postgres:9187' }, seen.down ? 0 : 1)
          : series({ pod: 'shop-1' }, 1);
      if (query.startsWith('slipway:rules_loaded'))
        return answer(
          'vector',
          loaded.map(metric => ({ metric, value: [now, '1'] })),
        );
      if (query.includes('app_cost') && cost !== undefined) {
        const values = [4, 3, 2, 1].map(back => [now - 30 * back, String(cost)]);
        return answer('matrix', [{ metric: {}, values }]);
      }
      const failed = seen.harm && Number(time) >= now - 60;
      if (failed && /\) \* [\d.]+$/.test(query)) return series({}, 61_000);
      return query.includes('/ (sum(rate(') ? series({}, failed ? 0.061 : 0) : answer('vector', []);
    },
  );
});

const look = (more: object = {}, watching: object = {}) => {
  const monitoring = monitoringSchema.parse({
    prometheus: { service: 'monitoring/prometheus:9090' },
    requests: { total: 'http_requests_total', bad: 'http_errors_total' },
    ...more,
  });
  const environment = { ...progressive, monitoring };
  return monitor(server.cluster, {
    config: { ...config, environments: { production: environment } },
    ...{ environmentName: 'production', environment, env: {}, watch: 0, report: () => {} },
    signal: new AbortController().signal,
    ...watching,
  });
};

describe('a look at a release', () => {
  it('is healthy if nothing is bad and everything is known', async () => {
    expect(await look()).toMatchObject({ verdict: 'healthy', release: 2, reasons: [] });
  });

  it('asks the cluster once for the state of the rollout', async () => {
    const before = server.calls.length;
    await look();
    const lease = pathOf(resources.lease, 'shop', nameOf.application('shop'));
    // And once for the checksums of the records.
    expect(server.calls.slice(before).filter(({ path }) => path === lease)).toHaveLength(2);
  });

  it.each<[string, Record<string, string>[]]>([
    ['there is none', []],
    [
      'a pod exports it',
      [{ app: 'shop', environment: 'production', namespace: 'shop', job: 'pods', instance: 'shop-1:80' }],
    ],
  ])('is unknown if no rule is loaded, because then no alert can fire: %s', async (_, series) => {
    loaded = series;
    const { verdict, reasons } = await look();
    expect(verdict).toBe('unknown');
    expect(reasons.map(({ sentence }) => sentence)).toEqual([wording('rules.yml', 'shop', 'production')]);
  });

  it.each<[string, number | undefined, string]>([
    ['has no sample', undefined, '`cost` had no sample'],
    ['is always 0', 0, '`cost` was always 0'],
  ])('P2: is unknown if a business metric %s, unless slipway.yml allows it', async (_, value, fact) => {
    cost = value;
    expect(await look({ queries: { cost: 'app_cost' } })).toMatchObject({
      verdict: 'unknown',
      reasons: [{ sentence: wording(fact), sinceRelease: false }],
    });
    const allowed = { query: 'app_cost', 'allow-no-data': true };
    expect(await look({ queries: { cost: allowed } })).toMatchObject({ verdict: 'healthy', reasons: [] });
  });

  it('P2: is healthy if a business metric has a signal', async () => {
    cost = 4.5;
    expect(await look({ queries: { cost: 'app_cost' } })).toMatchObject({ verdict: 'healthy', reasons: [] });
  });

  it('is unknown while the workload is scaled to 0', async () => {
    const path = pathOf(resources.deployment, 'shop', 'shop');
    const live = server.objects.get(path) as Deployment;
    server.put(path, { ...live, spec: { ...live.spec, replicas: 0 } } as Deployment);
    const reasons = [{ sentence: wording('Deployment/shop', '0'), sinceRelease: false }];
    expect(await look()).toMatchObject({ verdict: 'unknown', reasons });
  });

  const run = { token: 5, run: { run: 'run 5', actor: 'ann' } };
  const asked = { release: 2 };

  it('compares nothing during a rollout, whose gate judges the release, and sees alerts and targets', async () => {
    server.enter({ ...run, candidate: 3 as never, phase: 'stepping' });
    const { verdict, notes, readings } = await look();
    expect([verdict, notes]).toEqual(['healthy', [wording('rollout')]]);
    expect(readings?.comparisons.some(({ change }) => change !== 'no-data')).toBe(false);
    expect((await look({ sources: { postgres: 'shop/postgres:9187' } }, {})).verdict).toBe('healthy');
    seen = { down: true, harm: true };
    const degraded = await look({ sources: { postgres: 'shop/postgres:9187' } });
    expect(degraded.verdict).toBe('degraded');
    expect(degraded.reasons.some(({ sinceRelease }) => sinceRelease)).toBe(false);
  });

  it('compares nothing shortly after a release, and is unknown if it was asked for that release', async () => {
    server.now -= 9 * minutes;
    expect(await look()).toMatchObject({ verdict: 'healthy', notes: [wording('two minutes')] });
    expect(await look({}, asked)).toMatchObject({ verdict: 'unknown', readings: undefined });
  });

  it.each<[string, string, object, string]>([
    ['superseded', 'a newer one is rolled out', { candidate: 3, phase: 'stepping' }, 'release 3'],
    ['unknown', 'it is being rolled back', { candidate: 2, phase: 'rolling-back' }, 'release 2'],
  ])('is %s if it was asked for a release, and %s', async (expected, _, rollout, fact) => {
    server.enter({ ...run, ...rollout });
    const { verdict, isRolledBack, reasons } = await look({}, asked);
    expect([verdict, isRolledBack === true]).toEqual([expected, false]);
    expect(reasons).toEqual([{ sentence: wording(fact), sinceRelease: false }]);
  });

  it.each<[string, number, { live: number; rolledBack?: number; rollout?: number }, boolean | undefined]>([
    ['a newer one is live', 2, { live: 3 }, false],
    ['an earlier one is live', 2, { live: 1 }, true],
    ['it was rolled back before a newer one', 2, { live: 3, rolledBack: 2 }, true],
    ['it was rolled back, and is live again', 2, { live: 2, rolledBack: 2 }, undefined],
    ['it is live, and a newer one is rolled out', 2, { live: 2, rollout: 3 }, false],
    ['it was rolled back, and a newer one is rolled out', 2, { live: 1, rolledBack: 2, rollout: 3 }, true],
    ['it is rolled out', 2, { live: 1, rollout: 2 }, undefined],
  ])('knows whether a release was rolled back: %s', (_, release, known, isRolledBack) => {
    const { live, rolledBack, rollout } = known;
    const releases = [{ record: { release: rolledBack }, outcome: { state: 'rolled-back' } }];
    const replaced = whatReplaces(
      release as never,
      {
        ...{ live, releases, rollout: rollout && { candidate: rollout, phase: 'stepping' } },
      } as never,
    );
    expect(replaced?.isRolledBack).toBe(isRolledBack);
  });

  it('is unknown during the rollout of the release that it was asked for', async () => {
    server.enter({ ...run, candidate: 2 as never, phase: 'watching' });
    expect(await look({}, asked)).toMatchObject({ verdict: 'unknown', readings: undefined });
  });
});

describe('a watch', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const good = { down: false, harm: false };
  const down = { down: true, harm: false };
  const harm = { down: false, harm: true };
  const both = { down: true, harm: true };
  /** Watches while each look finds the next state; the last one stays. */
  const watched = async (seconds: number, ...states: (typeof seen)[]) => {
    let looks = 0;
    const report = () => {
      looks += 1;
      seen = states[looks] ?? seen;
    };
    [seen = good] = states;
    const sleep = async (ms: number) => {
      vi.advanceTimersByTime(ms);
      server.now += ms;
    };
    const more = { sources: { postgres: 'shop/postgres:9187' } };
    const { verdict, reasons } = await look(more, { watch: seconds * 1000, report, sleep });
    return { looks, verdict, isHarmful: reasons.some(({ sinceRelease }) => sinceRelease) };
  };

  it('looks until its time is over', async () => {
    expect(await watched(60, good)).toEqual({ looks: 5, verdict: 'healthy', isHarmful: false });
  });

  it('ends early when two looks in a row find harm that began with the release', async () => {
    const found = { looks: 3, verdict: 'degraded', isHarmful: true };
    expect(await watched(60, good, harm)).toEqual(found);
    expect(await watched(60, good, harm, both)).toEqual(found);
  });

  it('goes on beside an exporter that was down before the release, and finds later harm', async () => {
    expect(await watched(60, down)).toEqual({ looks: 5, verdict: 'degraded', isHarmful: false });
    expect(await watched(60, down, down, down, both)).toEqual({
      looks: 5,
      verdict: 'degraded',
      isHarmful: true,
    });
  });

  it('finds no harm by one look, whatever the look before found', async () => {
    expect(await watched(60, down, both, down)).toEqual({ looks: 5, verdict: 'degraded', isHarmful: false });
    expect(await watched(60, down, down, down, down, both, down)).toEqual({
      ...{ looks: 6, verdict: 'degraded' },
      isHarmful: false,
    });
  });

  it('confirms what its last look found', async () => {
    expect(await watched(0, down, good)).toEqual({ looks: 2, verdict: 'healthy', isHarmful: false });
    expect(await watched(0, down)).toEqual({ looks: 2, verdict: 'degraded', isHarmful: false });
    expect(await watched(0, harm, good)).toEqual({ looks: 2, verdict: 'healthy', isHarmful: false });
    expect(await watched(0, harm)).toEqual({ looks: 2, verdict: 'degraded', isHarmful: true });
    expect(await watched(0, down, both)).toEqual({ looks: 3, verdict: 'degraded', isHarmful: true });
  });
});
