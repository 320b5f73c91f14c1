import { describe, it } from 'vitest';
import { ruleGroups } from '../../../src/monitoring/rules/rules.ts';
import { everything, manifests, recovered, shop } from '../subjects.ts';
import { expectAlerts, promtool } from './promtool.ts';

const database = { ...recovered.databases.shop, 'archive-timeout': '60s' };
const groups = ruleGroups(
  shop(everything, { recovery: { ...recovered, databases: { shop: database } } }, manifests),
);
const lease = (what: string) => `kube_lease_renew_time{namespace="store",lease="slipway-shop.${what}.last"}`;
const server = 'namespace="store",instance="db:9187"';

describe.skipIf(promtool === undefined)('the alerts about recovery, in Prometheus', () => {
  it('M9: fire for a backup that is overdue, and end with the next one', async () => {
    // Daily, so at most 36 h old. The first is at 0, the next after 37 h.
    await expectAlerts(groups, {
      every: '4m',
      series: { [lease('backup')]: `0x554 ${37 * 3600}x30` },
      firing: { SlipwayBackupTooOld: { '35h56m': [], '36h8m': [], '36h24m': [{}], '37h4m': [] } },
    });
  });

  it('M9: fire for a backup that never was, but not for one missed scrape', async () => {
    await expectAlerts(groups, {
      every: '1m',
      series: { [lease('backup')]: '_x20 0x20 _x8 0x20' },
      firing: {
        SlipwayBackupTooOld: {
          '14m': [],
          '16m': [{ lease: 'slipway-shop.backup.last' }],
          '24m': [],
          '48m': [],
          '60m': [],
        },
      },
    });
  });

  it('tell apart the drills that are overdue', async () => {
    const overdue = (drill: string) => ({ drill, lease: `slipway-shop.drill-${drill}.last` });
    const [restore, zone] = [overdue('restore'), overdue('zone')];
    await expectAlerts(groups, {
      every: '1m',
      series: {},
      firing: { SlipwayDrillTooOld: { '14m': [], '16m': [restore, zone] } },
    });
    await expectAlerts(groups, {
      every: '1m',
      series: { [lease('drill-restore')]: '0x30' },
      firing: { SlipwayDrillTooOld: { '16m': [zone] } },
    });
  });

  it('D7: fire when WAL is not archived, but not for one failed attempt', async () => {
    await expectAlerts(groups, {
      every: '30s',
      // One failure at 10 min; from 30 min on one each minute; repaired at 45 min.
      series: { [`pg_stat_archiver_failed_count{${server}}`]: `0x19 1x39 ${steps(2, 16, 2)} 18x40` },
      firing: {
        SlipwayWalNotArchived: {
          '12m': [],
          '16m': [],
          '20m': [],
          '34m': [],
          '36m': [{ namespace: 'store', instance: 'db:9187' }],
          '52m': [],
        },
      },
    });
  });

  it('D7: fire when archiving hangs while rows are written, and not while nothing is written', async () => {
    const rows = (values: string) =>
      Object.fromEntries(
        ['inserted', 'updated', 'deleted'].map(what => [
          `pg_stat_database_tup_${what}{${server},datname="shop"}`,
          values,
        ]),
      );
    const age = `pg_stat_archiver_last_archive_age{${server}}`;
    const hanging = '0x19 0+30x39 0x20';
    const firing = { namespace: 'store', instance: 'db:9187' };
    await expectAlerts(groups, {
      every: '30s',
      series: { [age]: hanging, ...rows('0+5x90') },
      firing: {
        SlipwayWalArchiveBehind: { '10m': [], '13m': [], '16m': [firing], '29m30s': [firing], '31m': [] },
      },
    });
    await expectAlerts(groups, {
      every: '30s',
      series: { [age]: hanging, ...rows('5x90') },
      firing: { SlipwayWalArchiveBehind: { '16m': [], '29m': [] } },
    });
  });

  it('fire when WAL piles up', async () => {
    await expectAlerts(groups, {
      every: '1m',
      series: {
        [`pg_wal_size_bytes{${server}}`]: '100x9 400 100x9 400x14 100x5',
        [`pg_settings_max_wal_size_bytes{${server}}`]: '100x60',
      },
      firing: {
        SlipwayWalPilesUp: {
          '10m': [],
          '28m': [],
          '32m': [{ namespace: 'store', instance: 'db:9187' }],
          '37m': [],
        },
      },
    });
  });

  describe('H3: of two standbys within 30 s', () => {
    const standby = (name: string, metric: string) =>
      `pg_stat_replication_pg_${metric}{${server},application_name="${name}",client_addr="10.0.0.${name}",state="streaming"}`;
    /** 1000 bytes of WAL each 15 s, for 20 minutes. */
    const written = '0+1000x80';
    const lag = { lag: '30s' };
    const exporter = { [`pg_up{${server}}`]: '1x80' };
    const replaying = (name: string, behind: string) => ({
      [standby(name, 'current_wal_lsn_bytes')]: written,
      [standby(name, 'wal_lsn_diff')]: behind,
    });

    it('fire while one lags, but not for one late sample', async () => {
      await expectAlerts(groups, {
        every: '15s',
        series: {
          ...exporter,
          ...replaying('1', '0x80'),
          // It stops at 10 min, and has caught up at 15 min.
          ...replaying('2', '0x19 9000 0x19 0+1000x19 0x20'),
        },
        firing: { SlipwayReplicaBehind: { '5m': [], '6m': [], '13m30s': [], '14m30s': [lag], '16m': [] } },
      });
    });

    describe('with a scrape each minute, 45 s before each evaluation,', () => {
      /** 4000 bytes of WAL each minute. */
      const scraped = (first: number, minutes: number) =>
        Array.from({ length: minutes }, (_, index) => `_ ${first + 4000 * index} _ _`).join(' ');
      const replayingAll = (behind: string) =>
        Object.fromEntries(
          ['1', '2'].flatMap(name => [
            [standby(name, 'current_wal_lsn_bytes'), scraped(0, 20)],
            [standby(name, 'wal_lsn_diff'), behind],
          ]),
        );

      it('do not fire for standbys that are one byte behind', async () => {
        await expectAlerts(groups, {
          ...{ every: '15s', evaluated: '1m' },
          series: { ...exporter, ...replayingAll('_ 1 _ _ '.repeat(20)) },
          firing: { SlipwayReplicaBehind: { '3m': [], '5m': [], '10m': [], '15m': [] } },
        });
      });

      it('fire for standbys that are two minutes behind', async () => {
        await expectAlerts(groups, {
          ...{ every: '15s', evaluated: '1m' },
          series: { ...exporter, ...replayingAll('_ 1 _ _ '.repeat(5) + '_ 8000 _ _ '.repeat(15)) },
          firing: { SlipwayReplicaBehind: { '5m': [], '7m': [], '9m': [lag], '15m': [lag] } },
        });
      });
    });

    it('fire while one is disconnected', async () => {
      const gone = Object.fromEntries(
        Object.keys(replaying('2', '')).map(series => [
          series,
          series.includes('current_wal') ? '0+1000x20 stale' : '0x20 stale',
        ]),
      );
      await expectAlerts(groups, {
        every: '15s',
        series: { ...exporter, ...replaying('1', '0x80'), ...gone },
        firing: { SlipwayReplicaBehind: { '4m': [], '5m30s': [], '7m30s': [], '8m30s': [lag] } },
      });
    });

    it('fire while both are disconnected', async () => {
      await expectAlerts(groups, {
        every: '15s',
        series: exporter,
        firing: { SlipwayReplicaBehind: { '45s': [], '2m': [lag] } },
      });
    });

    it('fire for an exporter that is away only as a warning, after a quarter of an hour', async () => {
      const known = {
        ...replaying('1', '0+0x20'),
        ...replaying('2', '0+0x20'),
        [`pg_up{${server}}`]: '1x20',
      };
      const away = Object.entries(known).map(([series]) => [
        series,
        series.includes('current_wal') ? '0+1000x20 stale' : `${series.includes('pg_up') ? 1 : 0}x20 stale`,
      ]);
      await expectAlerts(groups, {
        every: '15s',
        series: Object.fromEntries(away),
        firing: {
          SlipwayReplicaBehind: { '5m': [], '7m': [], '19m': [], '21m': [{ severity: 'warning' }] },
        },
      });
    });
  });
});

/** A counter that grows by one each second sample, in the notation of promtool. */
function steps(from: number, count: number, each: number): string {
  return Array.from({ length: count }, (_, index) => `${from + index}x${each - 1}`).join(' ');
}
