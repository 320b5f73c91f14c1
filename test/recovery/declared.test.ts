import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/contents.ts';
import { judgeDeclared, targetsOf } from '../../src/recovery/declared.ts';
import { changed } from '../config/configs.ts';

const recoveryOf = (text: string) => {
  const config = parseConfig(changed('    verify:', `    recovery: ${text}\n    verify:`), 'slipway.yml');
  return config.environments.production!.recovery!;
};
const repositories =
  'repositories: {near: {apart: zone, pgbackrest: 1}, far: {apart: region, pgbackrest: 2, locked: 30d}}';
const database = 'workload: StatefulSet/db, stanza: shop, database: shop, to: [near, far]';
const whole = `archive-timeout: 1m, replicas: [{apart: zone, mode: synchronous}]`;
const rowsOf = (declared: string, rest = '') =>
  judgeDeclared(recoveryOf(`{${repositories}, databases: {shop: {${database}${declared}}}${rest}}`))[0]!.rows;

describe('what is declared', () => {
  it('covers every row with a synchronous standby in another zone and WAL to two repositories, one of them locked', () => {
    expect(rowsOf(`, ${whole}`).map(({ sentence }) => sentence)).toEqual([
      'node: covered by the synchronous replica in another zone, which loses at most 0s of 0s; no drill has measured yet whether it recovers within 15m',
      'zone: covered by the synchronous replica in another zone, which loses at most 0s of 5m; no drill has measured yet whether it recovers within 1h',
      'region: covered by the WAL archive far, which loses at most 2m of 15m; no drill has measured yet whether it recovers within 4h',
      'total: covered by the WAL archive far, which loses at most 2m of 1h; no drill has measured yet whether it recovers within 8h',
    ]);
  });

  it('covers none by backups once a day alone, and says what would', () => {
    const rows = rowsOf('');
    expect(rows.map(({ kind }) => kind)).toEqual(Array(4).fill('uncovered'));
    expect(rows.map(row => row.kind === 'uncovered' && row.problem)).toEqual([
      'the best is the incremental backup to near every 24h, which may lose 25h, and 0s are allowed',
      'the best is the incremental backup to near every 24h, which may lose 25h, and 5m are allowed',
      'the best is the incremental backup to far every 24h, which may lose 25h, and 15m are allowed',
      'the best is the incremental backup to far every 24h, which may lose 25h, and 1h are allowed',
    ]);
  });

  it('is held to the targets that are declared, and to the usual ones for the rest', () => {
    const targets = ', targets: {zone: {rto: 10m, rpo: 26h}}';
    expect(rowsOf('', targets).map(({ kind }) => kind)).toEqual([
      'uncovered',
      'covered',
      'uncovered',
      'uncovered',
    ]);
    expect(targetsOf(recoveryOf(`{${repositories}${targets}}`))[1]).toEqual({
      domain: 'zone',
      rto: 600_000,
      rpo: 26 * 3_600_000,
    });
  });

  it('reckons with what backups took', () => {
    const recovery = recoveryOf(`{${repositories}, databases: {shop: {${database}}}}`);
    const [shop] = judgeDeclared(recovery, { backups: { shop: { incremental: 5 * 60_000 } } });
    expect(shop!.rows[0]!.sentence).toContain('which may lose 24h5m');
  });

  it('reckons with dumps and standbys of databases outside of the cluster', () => {
    const recovery = recoveryOf(
      `{repositories: {far: {apart: region, locked: 30d, restic: {address: 'https://s3.example.com/files'}}},
        worker: {image: 'ghcr.io/acme/postgres@sha256:${'0'.repeat(64)}'},
        managed: {orders: {host: db.example.com, database: orders, user: backup, secret: orders, to: [far], every: 2d,
          replicas: [{apart: zone, mode: synchronous}]}},
        targets: {region: {rto: 4h, rpo: 50h}}}`,
    );
    const [orders, ...more] = judgeDeclared(recovery);
    expect(more).toEqual([]);
    expect(orders!.database).toBe('orders');
    expect(orders!.rows.map(row => (row.kind === 'covered' ? row.by.kind : row.problem))).toEqual([
      ...['synchronous-replica', 'synchronous-replica', 'dump'],
      'the best is the logical dump to far every 48h, which may lose 49h, and 1h are allowed',
    ]);
  });
});
