import { describe, expect, it } from 'vitest';
import { judgeDeclared, type Locks, targetsOf } from '../../src/recovery/declared.ts';
import { recoveryOf } from '../config/configs.ts';
import { wording } from '../wording.ts';

const repositories =
  'repositories: {near: {survives: zone, pgbackrest: 1}, far: {survives: region, pgbackrest: 2, locked: 30d}}';
const database = 'workload: StatefulSet/db, stanza: shop, database: shop, to: [near, far]';
const whole = `archive-timeout: 1m, replicas: [{survives: zone, mode: synchronous}]`;
const rowsOf = (declared: string, rest = '') =>
  judgeDeclared(
    recoveryOf(`{${repositories}, databases: {shop: {${database}${declared}}}${rest}}`),
    locked,
  )[0]!.rows;
/** The store of `far` confirms its lock. */
const locked = new Map([['far', undefined]]);

describe('a declaration', () => {
  it('covers every row with a synchronous standby in another zone and WAL to two repositories, one of them locked', () => {
    expect(rowsOf(`, ${whole}`).map(({ sentence }) => sentence)).toEqual([
      wording('node', 'zone', 'no writes', '15m'),
      wording('zone', 'no writes', '5m', '1h'),
      wording('region', 'far', '2m', '15m', '4h'),
      wording('far', '2m', '1h', '8h'),
    ]);
  });

  it('recovery 10: covers the loss of everything only when the store confirms the lock', () => {
    const recovery = recoveryOf(`{${repositories}, databases: {shop: {${database}, ${whole}}}}`);
    const total = (locks: Locks) => judgeDeclared(recovery, locks)[0]!.rows.at(-1)!;
    expect(total(locked).kind).toBe('covered');
    const unasked = total(new Map());
    expect(unasked.kind).toBe('uncovered');
    expect(unasked.sentence).toEqual(wording('total', 'far'));
    const problem = 'the set is not locked';
    expect(total(new Map([['far', { problem, help: 'lock it' }]])).sentence).toEqual(wording(problem));
    expect(
      judgeDeclared(recovery, new Map())[0]!
        .rows.slice(0, 3)
        .map(({ kind }) => kind),
    ).toEqual([...['covered', 'covered', 'covered']]);
  });

  it('covers no row with daily backups alone, and says what would', () => {
    const rows = rowsOf('');
    expect(rows.map(({ kind }) => kind)).toEqual(Array(4).fill('uncovered'));
    expect(rows.map(row => row.kind === 'uncovered' && row.problem)).toEqual([
      wording('near', '24h', '25h', '0s'),
      wording('near', '24h', '25h', '5m'),
      wording('far', '24h', '25h', '15m'),
      wording('far', '24h', '25h', '1h'),
    ]);
  });

  it('is judged by the declared targets, and by the defaults for the rest', () => {
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

  it('recovery 12: names what bounds the lag of a standby', () => {
    const standby = 'replicas: [{survives: zone, mode: asynchronous, max-lag: 30s}]';
    expect(rowsOf(`, ${standby}`)[1]?.sentence).toEqual(
      wording('zone', '30s', '5m allowed', 'SlipwayReplicaBehind'),
    );
    const managed = `{repositories: {far: {survives: region, restic: {url: 'https://s3.example.com/files'}}},
      backup-pod: {image: 'ghcr.io/acme/postgres@sha256:${'0'.repeat(64)}'},
      managed: {orders: {host: db.example.com, database: orders, user: backup, secret: orders, to: [far], ${standby}}}}`;
    const [orders] = judgeDeclared(recoveryOf(managed), locked);
    expect(orders?.rows[1]?.sentence).toEqual(wording('30s', '5m allowed', 'its provider promises'));
  });

  it('includes dumps and standbys of databases outside of the cluster', () => {
    const recovery = recoveryOf(
      `{repositories: {far: {survives: region, locked: 30d, restic: {url: 'https://s3.example.com/files'}}},
        backup-pod: {image: 'ghcr.io/acme/postgres@sha256:${'0'.repeat(64)}'},
        managed: {orders: {host: db.example.com, database: orders, user: backup, secret: orders, to: [far], every: 2d,
          replicas: [{survives: zone, mode: synchronous}]}},
        targets: {region: {rto: 4h, rpo: 50h}}}`,
    );
    const [orders, ...more] = judgeDeclared(recovery, locked);
    expect(more).toEqual([]);
    expect(orders!.database).toBe('orders');
    expect(orders!.rows.map(row => (row.kind === 'covered' ? row.name : row.problem))).toEqual([
      ...['the synchronous replica in another zone', 'the synchronous replica in another zone'],
      'the logical dump to far every 48h',
      wording('far', '48h', '49h', '1h'),
    ]);
  });
});
