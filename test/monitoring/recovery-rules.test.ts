import { describe, expect, it } from 'vitest';
import { recoveryAlerts } from '../../src/monitoring/rules/recovery.ts';
import { wording } from '../wording.ts';

const database = { incremental: 86_400_000, workload: { kind: 'StatefulSet', name: 'db' }, replicas: [] };
const rules = (databases: object, within: object, managed: object = {}) =>
  recoveryAlerts({
    app: 'shop',
    namespace: 'shop-prod',
    recovery: { databases, managed, drills: { due: { 'max-age': within } } } as never,
  });

describe('the alert rules', () => {
  it('fire for overdue backups and drills, and for those that never ran', () => {
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

  it('D7: fire when WAL is not archived although rows are written, after the declared times', () => {
    const archived = (timeout: number) => ({
      ...database,
      'archive-timeout': timeout,
      'archive-lag': 60_000,
    });
    const behind = (databases: object) =>
      rules(databases, {}).find(({ alert }) => alert === 'SlipwayWalArchiveBehind');
    expect(behind({ shop: archived(300_000), other: archived(60_000) })).toMatchObject({
      expr: wording('pg_stat_archiver_last_archive_age{namespace="shop-prod"} > 360', '[360s] offset 360s'),
      for: '360s',
    });
    // Several scrapes, however often WAL is archived.
    expect(behind({ shop: archived(1000) })?.for).toBe('120s');
    expect(behind({ shop: database })).toBeUndefined();
  });

  it('fire for overdue dumps, without WAL rules where no database is ours', () => {
    const [backup, ...more] = rules({}, {}, { shop: { every: 86_400_000 } });
    expect(backup?.expr).toEqual(wording('> 129600'));
    expect(more).toEqual([]);
  });

  describe('recovery 12: for standbys', () => {
    const shop = { kind: 'StatefulSet', name: 'db' };
    const synchronous = { survives: 'zone', mode: 'synchronous' };
    const lagging = (lag?: number) => ({
      ...{ survives: 'zone', mode: 'asynchronous' },
      ...(lag === undefined ? {} : { 'max-lag': lag }),
    });
    const behind = (...replicas: object[]) =>
      rules({ shop: { ...database, workload: shop, replicas } }, {}).filter(
        ({ alert, labels }) => alert === 'SlipwayReplicaBehind' && labels?.lag !== undefined,
      );

    it('fire when one lags more than `max-lag`, or is disconnected', () => {
      expect(behind(lagging(30_000))).toMatchObject([
        {
          expr: wording('offset 30000ms', 'namespace="shop-prod"', '< 1'),
          summary: wording('30s'),
        },
      ]);
    });

    it('count the standbys that promise at most that lag, including synchronous ones', () => {
      const all = behind(synchronous, lagging(600_000), lagging(30_000), lagging());
      expect(all.map(({ expr }) => expr.replace(/.* offset (\d+ms)\).* (< \d)$/, '$1 $2'))).toEqual([
        '30000ms < 2',
        '600000ms < 3',
      ]);
    });

    it('count the standbys of two databases in one workload once', () => {
      const one = { ...database, workload: shop, replicas: [lagging(30_000)] };
      const elsewhere = { ...one, workload: { kind: 'StatefulSet', name: 'other' } };
      const counts = (databases: object) => rules(databases, {}).at(-2)?.expr.slice(-3);
      expect(counts({ a: one, b: one })).toBe('< 1');
      expect(counts({ a: one, b: elsewhere })).toBe('< 2');
    });

    it('ignore standbys without a bound, and those outside of the cluster', () => {
      expect(behind(synchronous, lagging())).toEqual([]);
      const managed = { shop: { every: 86_400_000, replicas: [lagging(30_000)] } };
      expect(rules({}, {}, managed).map(({ alert }) => alert)).toEqual(['SlipwayBackupTooOld']);
    });
  });

  it('are empty when nothing is declared', () => {
    expect(rules({}, {})).toEqual([]);
    expect(rules({}, { pod: 1000 }).map(({ alert }) => alert)).toEqual(['SlipwayDrillTooOld']);
  });
});
