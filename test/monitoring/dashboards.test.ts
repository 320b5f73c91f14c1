import * as units from '@grafana/grafana-foundation-sdk/units';
import { describe, expect, it } from 'vitest';
import { promqlFault } from '../../src/config/promql.ts';
import { dashboardsOf } from '../../src/monitoring/dashboards/dashboards.ts';
import { monitoringManifests } from '../../src/monitoring/objects.ts';
import { ruleGroups } from '../../src/monitoring/rules/rules.ts';
import type { MonitoringSubject } from '../../src/monitoring/subject.ts';
import { dashboardQueries, emptyPanels } from '../e2e/dashboards.ts';
import { everything, manifests, recovered, shop } from './subjects.ts';

interface Panel {
  id: number;
  type: 'row' | 'timeseries' | 'stat';
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: { type: string; uid: string };
  targets?: { refId: string; expr: string; instant: boolean; datasource: { uid: string } }[];
  fieldConfig?: {
    defaults: { unit: string; thresholds: { steps: { value: number | null; color: string }[] } };
  };
}

interface Dashboard {
  uid: string;
  title: string;
  tags: string[];
  timezone: string;
  refresh: string;
  schemaVersion: number;
  panels: Panel[];
  templating: { list: object[] };
  links: { type: string; tags: string[] }[];
  annotations: { list: { expr: string; useValueForTime: boolean }[] };
}

const full = shop(everything, { recovery: recovered }, manifests);
const read = (subject: MonitoringSubject) =>
  dashboardsOf(subject).map(({ name, json }) => ({ name, ...(json as Dashboard) }));
const names = (subject: MonitoringSubject) => read(subject).map(({ name }) => name);
const titles = (subject: MonitoringSubject, dashboard: string) =>
  read(subject)
    .filter(({ name }) => name === dashboard)
    .flatMap(({ panels }) => panels.map(({ type, title }) => (type === 'row' ? `# ${title}` : title)));
const panel = (subject: MonitoringSubject, title: string) =>
  read(subject)
    .flatMap(({ panels }) => panels)
    .find(each => each.title === title);
const steps = (subject: MonitoringSubject, title: string) =>
  panel(subject, title)?.fieldConfig?.defaults.thresholds.steps.map(({ value, color }) => [value, color]);

describe('the dashboards', () => {
  const all = read(full);
  const queries = dashboardQueries(full);

  it('are about the service, its releases, its data and its recovery', () => {
    expect(all.map(({ name, title }) => [name, title])).toEqual([
      ['service', 'shop production: service'],
      ['release', 'shop production: release'],
      ['data', 'shop production: data'],
      ['recovery', 'shop production: recovery'],
    ]);
    expect(Object.fromEntries(all.map(({ name }) => [name, titles(full, name)]))).toMatchSnapshot();
  });

  it('ask Prometheus without variables of Grafana, in PromQL', () => {
    expect(queries.length).toBeGreaterThan(60);
    const faults = queries.map(({ expr }) => [expr, promqlFault(expr), /\$[a-z_{]|\[\[/i.test(expr)]);
    expect(faults.filter(([, fault, variable]) => fault !== undefined || variable)).toEqual([]);
  });

  it('read only recorded series that rules record', () => {
    const rules = ruleGroups(full).flatMap(group => group.rules);
    const recorded = new Set(rules.flatMap(rule => ('record' in rule ? rule.record : [])));
    const used = queries.flatMap(({ expr }) => expr.match(/\b[a-z]+(:\w+)+/g) ?? []);
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter(name => !recorded.has(name))).toEqual([]);
    // What is recorded is also drawn, except what shows that rules are loaded, and what another rule adds up.
    const undrawn = [...recorded].filter(name => !used.includes(name));
    expect(undrawn).toEqual(['slipway:rules_loaded', 'slo:requests:rate5m', 'slo:bad_requests:rate5m']);
  });

  it.each(all)('$name has no panel and no query twice', ({ panels }) => {
    const of = (key: (each: Panel) => unknown[]) => panels.filter(({ type }) => type !== 'row').flatMap(key);
    for (const list of [
      of(({ title }) => [title]),
      of(({ targets }) => targets?.map(({ expr }) => expr) ?? []),
      panels.map(({ id }) => id),
      panels.map(({ gridPos: { x, y } }) => `${x}:${y}`),
    ])
      expect(new Set(list).size).toBe(list.length);
    for (const { targets = [] } of panels)
      expect(targets.map(({ refId }) => refId)).toEqual([...'ABCDEF'].slice(0, targets.length));
  });

  it.each(all)('$name fits into any Grafana', dashboard => {
    expect(dashboard).toMatchObject({ timezone: 'utc', refresh: '30s', schemaVersion: expect.any(Number) });
    expect(dashboard.templating.list).toMatchObject([
      { name: 'datasource', type: 'datasource', query: 'prometheus' },
    ]);
    expect(dashboard).not.toHaveProperty('id');
    expect(JSON.parse(JSON.stringify(dashboard))).toEqual(dashboard);
    for (const { type, datasource, targets, gridPos, fieldConfig } of dashboard.panels) {
      expect(['row', 'timeseries', 'stat']).toContain(type);
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      if (type === 'row') continue;
      expect(targets?.length).toBeGreaterThan(0);
      const used = [datasource, ...(targets ?? []).map(each => each.datasource)].map(each => each?.uid);
      expect(new Set(used)).toEqual(new Set(['$datasource']));
      expect([...Object.values(units), 'suffix: cores']).toContain(fieldConfig?.defaults.unit);
      const from = fieldConfig?.defaults.thresholds.steps.map(({ value }) => value) ?? [];
      expect(from[0]).toBe(null);
      expect(from.slice(1)).toEqual(from.slice(1).sort((a, b) => (a ?? 0) - (b ?? 0)));
    }
  });

  it('link to each other by a tag that only this environment has', () => {
    const [mine] = all;
    expect(mine?.links).toMatchObject([{ type: 'dashboards', tags: ['slipway', 'shop/production'] }]);
    for (const { tags, links } of all) expect(tags).toEqual(links[0]?.tags);
    // In a menu they would be hidden.
    for (const { links, annotations } of all)
      expect([...links, ...annotations.list].filter(each => 'placement' in each)).toEqual([]);
  });

  it('keep their addresses, and never share one', () => {
    const uids = (subject: MonitoringSubject) => read(subject).map(({ uid }) => uid);
    expect(uids(full)[0]).toBe('slipway-903fef0d5516-service');
    const long = { ...full, app: 'a'.repeat(63), environment: 'b'.repeat(63) };
    const other = { ...full, app: 'shop-production', environment: 'eu' };
    const another = { ...full, app: 'shop', environment: 'production-eu' };
    const made = [full, long, other, another].flatMap(uids);
    expect(new Set(made).size).toBe(16);
    for (const uid of made) expect(uid).toMatch(/^[a-zA-Z0-9_-]{1,40}$/);
  });

  it('mark releases at the time of their records', () => {
    const names = [
      'slipway-shop-r7',
      'slipway-shop-r7-outcome',
      'slipway-shop-r7-decision-head',
      'slipway-shop-x-r7',
    ];
    const marked = all[0]?.annotations.list.map(({ expr, useValueForTime }) => {
      expect(useValueForTime).toBe(true);
      const [, pattern] = /configmap=~"([^"]+)"/.exec(expr) ?? [];
      return names.filter(name => new RegExp(`^(?:${pattern})$`).test(name));
    });
    expect(marked).toEqual([['slipway-shop-r7'], ['slipway-shop-r7-outcome']]);
  });
});

describe('the dashboards of a release', () => {
  it('are ConfigMaps for the sidecar of Grafana, and leave most of the 256 KiB of a record to the application', () => {
    const kept = shop({ ...everything, objects: 'configmap' }, { recovery: recovered });
    const maps = monitoringManifests(kept)
      .map(({ object }) => object)
      .filter(({ metadata }) => metadata?.labels?.grafana_dashboard === '1');
    expect(
      maps.map(({ data }) => JSON.parse(Object.values(data as Record<string, string>)[0] ?? '')),
    ).toEqual(dashboardsOf(kept).map(({ json }) => json));
    expect(JSON.stringify(maps).length).toBeLessThan(64 * 1024);
  });
});

describe('limits in the dashboards', () => {
  it('come from the objectives', () => {
    expect(steps(full, 'Failed requests')).toEqual([
      ...[
        [null, 'green'],
        [0.001, 'orange'],
      ],
      // 2 % of the budget of 28 days within an hour: 13.44 times as fast as evenly.
      [0.01344, 'red'],
    ]);
    expect(steps(full, 'Latency')).toEqual([
      [null, 'green'],
      [0.5, 'red'],
    ]);
    const lax = shop({ objectives: { availability: '95%', window: '30d' } });
    expect(steps(lax, 'Failed requests')?.slice(1)).toEqual([
      [0.05, 'orange'],
      [0.525, 'red'],
    ]);
  });

  it('come from the schedules of recovery', () => {
    expect(steps(full, 'Age of the last backup')).toEqual([
      [null, 'green'],
      [129_600, 'red'],
    ]);
    expect(steps(full, 'Age of the last passed zone drill')?.at(-1)).toEqual([30 * 86_400, 'red']);
    expect(steps(full, 'Standbys within 30s')).toEqual([
      [null, 'red'],
      [2, 'green'],
    ]);
  });

  it('are absent where nothing is promised, instead of the default of Grafana', () => {
    expect(steps(full, 'CPU')).toEqual([[null, 'text']]);
  });
});

describe('what is not configured', () => {
  it('has no dashboard', () => {
    expect(names(shop())).toEqual(['service', 'release']);
    expect(names(shop({ sources: { redis: 'store/redis:9121' } }))).toEqual(['service', 'release', 'data']);
    expect(names(shop({}, { recovery: recovered }))).toEqual(['service', 'release', 'data', 'recovery']);
  });

  it('has no panel and no row', () => {
    const bare = shop({}, { gate: undefined });
    expect(titles(bare, 'service')).toMatchSnapshot();
    expect(titles(bare, 'release')).not.toContain('Canary share');
    const redis = titles(shop({ sources: { redis: 'store/redis:9121' } }), 'data');
    expect(redis).toContain('Cache hits');
    expect(redis.join()).not.toContain('Database');
    const set = titles(shop({}, { workload: 'StatefulSet/shop' }), 'release');
    expect(set).not.toContain('Age of the open rollout');
    expect(set).toContain('Pods');
  });
});

describe('the check against Prometheus', () => {
  it('names the panels without data, and those that Prometheus refuses', async () => {
    const found = await emptyPanels(
      full,
      async expr => {
        if (expr.startsWith('redis_')) throw new Error('bad_data');
        return expr.includes('node_cpu') || expr.includes('sessions') ? 0 : 1;
      },
      ({ panel: title }) => title === 'sessions',
    );
    expect(found).toEqual([
      'service / CPU of the nodes / {{instance}}: no data',
      'data / Memory of the cache / {{instance}}: bad_data',
    ]);
  });
});
