import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promqlFault } from '../../src/config/promql.ts';
import { burnLimits, burnRate, mostBad } from '../../src/monitoring/rules/burn-rate.ts';
import { ruleGroups } from '../../src/monitoring/rules/rules.ts';
import { everything, manifests, recovered, shop } from './subjects.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** After how many ms of a constant share of bad requests an alert fires, if there were none before; undefined if never. */
function timeToAlert(bad: number, allowed: number, window: number): number | undefined {
  const times = burnLimits.flatMap(limit => {
    const most = mostBad(limit, allowed, window);
    return bad > most ? [(most / bad) * limit.long] : [];
  });
  return times.length === 0 ? undefined : Math.min(...times);
}

describe('the rules of an application', () => {
  const groups = ruleGroups(shop(everything, { recovery: recovered }, manifests));
  const rules = groups.flatMap(group => group.rules);

  it('M2: are PromQL', () => {
    for (const { expr } of rules) expect([expr, promqlFault(expr)]).toEqual([expr, undefined]);
  });

  it('name the application, the environment and, in alerts, a severity', () => {
    for (const { labels } of rules) expect(labels).toMatchObject({ app: 'shop', environment: 'production' });
    const alerts = rules.filter(rule => 'alert' in rule);
    expect(
      alerts.map(({ labels }) => labels.severity).every(each => /^(critical|warning|info)$/.test(each)),
    ).toBe(true);
    expect(alerts.map(({ alert }) => alert)).toEqual(
      expect.arrayContaining([
        ...['SlipwayErrorBudgetBurn', 'SlipwayErrorBudgetBurnSlow', 'SlipwayTargetDown', 'SlipwaySourceDown'],
        ...['SlipwayRolloutWaits', 'SlipwayCertificateExpires', 'SlipwayCertificateExpiresSoon'],
        ...[
          'SlipwayLoginsFail',
          'SlipwayPermissionsChanged',
          'SlipwaySensitiveDataRead',
          'SlipwayAbnormalBehavior',
        ],
      ]),
    );
  });

  it('count only the pods of the workload and of its canary', () => {
    const [pods] = /pod=~"([^"]+)"/.exec(rules.map(({ expr }) => expr).join())!.slice(1);
    const matched = (name: string) => new RegExp(`^(?:${pods})$`).test(name);
    expect(
      [
        'shop-6d4cf56db6-x2x7k',
        'shop-canary-6d4cf56db6-x2x7k',
        'shop-worker-6d4cf56db6-x2x7k',
        'shop-migrate-x2x7k',
        'shop-0',
      ].map(matched),
    ).toEqual([true, true, false, false, false]);
  });

  const exprOf = (name: string) => rules.find(rule => 'alert' in rule && rule.alert === name)?.expr;

  it('M9: page when every scrape fails, although the series `up` exist', () => {
    expect(exprOf('SlipwayTargetsMissing')).toMatch(
      /^absent\(up\{.+\} == 1\) unless on \(\) max\(kube_deployment_spec_replicas\{.+\}\) == 0$/,
    );
  });

  it('M1: warn about one pod of an exporter that is down, and of nodes about all', () => {
    const down = rules.flatMap(rule =>
      'alert' in rule && rule.alert === 'SlipwaySourceDown' ? rule.expr.slice(0, 3) : [],
    );
    expect(down).toEqual(['max', 'min', 'min']);
  });

  it.each(['SlipwayPermissionsChanged', 'SlipwaySensitiveDataRead'])(
    'S11: do not take what was not scraped for an event: %s',
    name => {
      const failed = 'unless on (job, instance) (max_over_time(up[10m] offset 5m) unless up offset 5m == 1)';
      expect(exprOf(name)).toContain(`offset 5m ${failed} and on () count(up offset 7m)) > 0`);
    },
  );

  it('are as few as slipway.yml gives reason for', () => {
    const names = ruleGroups(shop()).flatMap(group =>
      group.rules.flatMap(rule => ('alert' in rule ? rule.alert : [])),
    );
    expect(names).not.toContain('SlipwayLoginsFail');
    expect(names).not.toContain('SlipwaySourceDown');
    expect(names.filter(name => name === 'SlipwayErrorBudgetBurn')).toHaveLength(1);
  });
});

describe('the burn-rate alerts', () => {
  it('fire at the burn rates of the SRE workbook, for a window of 30 days', () => {
    expect(burnLimits.map(limit => burnRate(limit, 30 * day))).toEqual([14.4, 6, 1]);
  });

  it('M9: fire in the time that the workbook states', () => {
    // Chapter 5, figure 5-6: with 99.9 % over 30 days, all requests failing is found within 52 s.
    expect(timeToAlert(1, 0.001, 30 * day)! / 1000).toBeCloseTo(51.84);
    expect(timeToAlert(0.0005, 0.001, 30 * day)).toBeUndefined();
  });

  it('fire the earlier the more requests fail', () => {
    const share = fc.double({ min: 1e-4, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [few, many] = one < other ? [one, other] : [other, one];
        const time = (bad: number) => timeToAlert(bad, 0.001, 28 * day) ?? Number.POSITIVE_INFINITY;
        expect(time(many)).toBeLessThanOrEqual(time(few));
      }),
    );
  });

  it('fire in an outage, and not while the budget lasts, whatever slipway.yml asks for', () => {
    const allowed = fc.double({ min: 1e-6, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(allowed, fc.integer({ min: 7, max: 90 }), (share, days) => {
        expect(timeToAlert(1, share, days * day)).toBeLessThanOrEqual(hour);
        expect(timeToAlert(share * 0.999, share, days * day)).toBeUndefined();
      }),
    );
    const [burn] = ruleGroups(shop({ objectives: { availability: '90%' } }))
      .flatMap(group => group.rules)
      .filter(rule => 'alert' in rule && rule.alert === 'SlipwayErrorBudgetBurn');
    expect([...(burn?.expr ?? '').matchAll(/> ([\d.]+)/g)].map(([, most]) => most)).toEqual(
      Array(4).fill('0.55'),
    );
  });

  it('fire before the budget is spent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0011, max: 1, noNaN: true }), bad => {
        const window = 28 * day;
        const spent = (timeToAlert(bad, 0.001, window)! * bad) / (0.001 * window);
        expect(spent).toBeLessThanOrEqual(3 / 28 + 1e-9);
      }),
    );
  });
});
