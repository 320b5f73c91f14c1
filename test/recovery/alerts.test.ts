import { describe, expect, it } from 'vitest';
import { alertRules } from '../../src/recovery/alerts.ts';
import { wording } from '../wording.ts';

const database = { incremental: 86_400_000, workload: { kind: 'StatefulSet', name: 'db' }, replicas: [] };
const rules = (databases: object, within: Parameters<typeof alertRules>[2], managed: object = {}) =>
  alertRules({ app: 'shop', namespace: 'shop-prod' }, { databases, managed } as never, within).groups[0]!
    .rules;

describe('the rules of alerts', () => {
  it('tell of backups and of each drill that stops, and of one that never was', () => {
    const databases = { shop: database, slow: { ...database, incremental: 7 * 86_400_000 } };
    const [backup, drill, ...more] = rules(databases, { zone: 907_200_000 });
    expect(backup).toMatchObject({
      alert: 'SlipwayBackupTooOld',
      expr: wording(
        'time()',
        'max(kube_lease_renew_time{namespace="shop-prod",lease="slipway-shop.backup.last"})',
        '> 129600',
        'absent(kube_lease_renew_time{namespace="shop-prod",lease="slipway-shop.backup.last"})',
      ),
    });
    expect(drill?.expr).toEqual(wording('> 907200'));
    expect(more.map(({ alert }) => alert)).toEqual(['SlipwayWalNotArchived', 'SlipwayWalPilesUp']);
  });

  it('tell of dumps that stop, and nothing of WAL where there is none of ours', () => {
    const [backup, ...more] = rules({}, {}, { shop: { every: 86_400_000 } });
    expect(backup?.expr).toEqual(wording('> 129600'));
    expect(more).toEqual([]);
  });

  describe('recovery 12: of standbys', () => {
    const shop = { kind: 'StatefulSet', name: 'db' };
    const synchronous = { apart: 'zone', mode: 'synchronous' };
    const lagging = (lag?: number) => ({
      ...{ apart: 'zone', mode: 'asynchronous' },
      ...(lag === undefined ? {} : { 'max-lag': lag }),
    });
    const behind = (...replicas: object[]) =>
      rules({ shop: { ...database, workload: shop, replicas } }, {}).filter(
        ({ alert }) => alert === 'SlipwayReplicaBehind',
      );

    it('tell when one is farther behind than `max-lag`, or not connected', () => {
      expect(behind(lagging(30_000))).toMatchObject([
        {
          expr: wording('offset 30000ms', 'namespace="shop-prod"', '< 1'),
          annotations: { summary: wording('30s') },
        },
      ]);
    });

    it('count those that have to be as near, and synchronous ones with them', () => {
      const all = behind(synchronous, lagging(600_000), lagging(30_000), lagging());
      expect(all.map(({ expr }) => expr.replace(/.* offset (\d+ms)\).* (< \d)$/, '$1 $2'))).toEqual([
        '30000ms < 2',
        '600000ms < 3',
      ]);
    });

    it('count those of two databases in one workload once', () => {
      const one = { ...database, workload: shop, replicas: [lagging(30_000)] };
      const elsewhere = { ...one, workload: { kind: 'StatefulSet', name: 'other' } };
      const counts = (databases: object) => rules(databases, {}).at(-1)?.expr.slice(-3);
      expect(counts({ a: one, b: one })).toBe('< 1');
      expect(counts({ a: one, b: elsewhere })).toBe('< 2');
    });

    it('say nothing of those without a bound, and of those outside of the cluster', () => {
      expect(behind(synchronous, lagging())).toEqual([]);
      const managed = { shop: { every: 86_400_000, replicas: [lagging(30_000)] } };
      expect(rules({}, {}, managed).map(({ alert }) => alert)).toEqual(['SlipwayBackupTooOld']);
    });
  });

  it('speak of nothing that is not there', () => {
    expect(rules({}, {})).toEqual([]);
    expect(rules({}, { pod: 1000 }).map(({ alert }) => alert)).toEqual(['SlipwayDrillTooOld']);
  });
});
