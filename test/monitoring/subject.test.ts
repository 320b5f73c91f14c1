import { describe, expect, it } from 'vitest';
import { promqlFault, requireQueries } from '../../src/config/promql.ts';
import { signalsOf } from '../../src/monitoring/signals.ts';
import { monitoringSubject } from '../../src/monitoring/subject.ts';
import { wording } from '../wording.ts';
import { everything, shop, shopConfig } from './subjects.ts';

describe('what is monitored', () => {
  it('follows from the gate where slipway.yml says nothing', () => {
    const subject = shop();
    expect(subject.objectives).toEqual({ window: 28 * 86_400_000, availability: 0.999 });
    expect(subject.requests?.total).toMatch(/^http_requests_total\{namespace="store",pod=~/);
    expect(subject.histogram).toMatch(/^http_request_duration_seconds\{/);
    expect(subject.prometheus).toMatchObject({ service: { name: 'prometheus' } });
  });

  it('has one signal by each name', () => {
    const names = signalsOf(shop({ queries: { cost: 'a', zeal: 'b', budget: 'c' } })).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(-3)).toEqual(['cost', 'budget', 'zeal']);
  });

  it('P2: sums a business metric, in either spelling', () => {
    const spelled = (cost: unknown) => signalsOf(shop({ queries: { cost } })).at(-1);
    expect(spelled('app_cost')).toMatchObject({ record: 'app:cost:query', expr: 'sum(app_cost)' });
    expect(spelled({ query: 'app_cost', 'allow-no-data': true })).toEqual(spelled('app_cost'));
    expect(() => spelled({ 'allow-no-data': true })).toThrow(wording('query') as never);
    expect(() => spelled(7)).toThrow(wording('allow-no-data') as never);
  });

  it('P3: takes disk writes of the nodes where cadvisor has none', () => {
    const disk = (subject: ReturnType<typeof shop>) =>
      signalsOf(subject).find(({ name }) => name === 'disk')?.expr;
    expect(disk(shop())).not.toContain(' or ');
    expect(disk(shop(everything))).toMatch(
      /^sum\(rate\(container_fs_writes.* or sum\(rate\(node_disk_written_bytes_total\{job="slipway-shop-production-node"\}\[5m\]\)\)$/,
    );
  });

  it.each([
    [{ requests: { total: 'a' } }, {}, ['total', 'bad']],
    [{ objectives: { availability: '99%' } }, { gate: undefined }, ['objectives.availability']],
    [{ objectives: { latency: { share: '99%', under: 1 } } }, { gate: undefined }, ['objectives.latency']],
  ])('refuses %j', (monitoring, more, facts) => {
    const config = shopConfig(monitoring, more);
    expect(() => monitoringSubject(config, 'production')).toThrow(wording(...facts) as never);
  });
});

describe('a query', () => {
  it.each([
    ['sum(rate(a_total[5m]))', undefined],
    ['sum(rate(a_total[5m])', 'it ends too early'],
    ['sum by (rate)) x', 'it is wrong from ") x" on'],
  ])('%s', (query, fault) => {
    expect(promqlFault(query)).toBe(fault);
  });

  const refusing = (cost: unknown, line = `cost: ${JSON.stringify(cost)}`) => {
    const text = [
      'app: shop',
      'images: {shop: {repository: ghcr.io/acme/shop}}',
      'environments:',
      '  production:',
      '    namespace: store',
      '    manifests: [deploy/]',
      '    workload: Deployment/shop',
      '    monitoring:',
      '      queries:',
      `        ${line}`,
    ].join('\n');
    const config = shopConfig({ queries: { cost } });
    return () => requireQueries(config, text, 'slipway.yml');
  };

  it.each([
    ['cost: sum(rate(cost[5m])', 'sum(rate(cost[5m])'],
    ['cost: { query: "sum(rate(cost[5m])" }', { query: 'sum(rate(cost[5m])' }],
  ])('is refused with its line: %s', (line, cost) => {
    expect(refusing(cost, line)).toThrow(wording('slipway.yml:10:', 'cost') as never);
  });

  it.each([
    ...[
      '1000',
      '(1000)',
      '-1',
      '1 + 2',
      'time()',
      'scalar(a)',
      '2 * (pi() + 1)',
      '"a"',
      'a[1h]',
      '(a[1h] offset 5m)',
    ],
    ...[
      'a[1h:5m]',
      'sum(a)[1h:] @ 5',
      'a{code=~"5..("}',
      'sum(rate(a{b="(",code!~`*`}[5m])) / 2',
      '{"a.b",c=~"[a"}',
    ],
    ...['a{code=~"\\d+"}', 'label_replace(a, "b", "$1", "c", \'(\\w+)\')', 'a{b="\\\'"}'],
  ])('is refused, because Prometheus would reject all rules: %s', query => {
    expect(refusing(query)).toThrow(wording('slipway.yml:10:', 'cost') as never);
  });

  it.each([
    ...[
      'vector(1000)',
      'a * 2',
      '-a',
      'a > 1 or b',
      'max_over_time(a[1h:5m])',
      'time() - a',
      '(a) offset 5m',
    ],
    ...[
      'a{code=~"5..", b=~"\\\\d+\\\\("}',
      "a{b='\\''}",
      'a{b=~`(?i)[](]\\(`}',
      'a{b="("}',
      'a @ end()',
      '{b=~"a\\x28"}',
    ],
  ])('is accepted: %s', query => {
    expect(refusing(query)).not.toThrow();
  });
});
