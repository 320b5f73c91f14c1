import { describe, expect, it } from 'vitest';
import { compareDatabase } from '../../src/recovery/differences.ts';
import type { Database, Table } from '../../src/recovery/manifest.ts';
import { wording } from '../wording.ts';
import { database, table } from './backups.ts';

const sentences = (changes: Partial<Database>, expected = database()) =>
  compareDatabase(expected, database(changes));

describe('a restored copy', () => {
  it('equals its backup, although a recovery starts a new timeline', () => {
    expect(sentences({ lsn: '0/4000000', timeline: 2, server: '17.3', backups: [] })).toEqual([]);
  });

  it('lacks a table', () => {
    expect(sentences({ tables: [table('users')] })).toEqual([wording('shop.public.orders')]);
  });

  it('has an empty table that had rows', () => {
    const empty = { schema: 'public', name: 'orders', rows: 0, hash: '0' };
    expect(sentences({ tables: [table('users'), empty] })).toEqual([wording('shop.public.orders')]);
  });

  it('equals its backup where a table had no row', () => {
    const empty = { schema: 'public', name: 'orders', rows: 0, hash: '0' };
    expect(sentences({ tables: [empty] }, database({ tables: [empty] }))).toEqual([]);
  });

  it.each([
    [{ rows: 119 }, wording('shop.public.orders', '120')],
    [{ rows: 121 }, wording('shop.public.orders', '120')],
    [{ key: { min: '1', max: '121' } }, wording('shop.public.orders', '1', '121', '120')],
    [{ hash: '5' }, wording('shop.public.orders')],
  ])('has a table with different rows: %j', (changes, sentence) => {
    expect(sentences({ tables: [table('users'), table('orders', changes)] })).toEqual([sentence]);
  });

  it('has a table that is not in the backup', () => {
    expect(sentences({ tables: [table('users'), table('orders'), table('left-over')] })).toEqual([
      wording('shop.public.left-over'),
    ]);
  });

  it('has a different schema version, newest marker and PostgreSQL version', () => {
    const { migration: _, ...without } = database();
    expect(sentences({ migration: '077', newestMarker: 4712, server: '15.8' })).toEqual([
      wording('shop', '15', '17'),
      wording('shop', '077', '078'),
      wording('shop', '4712', '4711'),
    ]);
    expect(compareDatabase(database(), without)).toEqual([wording('shop', '078')]);
  });

  it('recovery 11: differs when the content of a table cannot be compared', () => {
    const { hash: _, ...onlyRows } = table('orders');
    expect(sentences({ tables: [table('users'), onlyRows] })).toEqual([wording('shop.public.orders')]);
    const sampled = table('orders', { sampled: 1 });
    const other = table('orders', { rows: 9_000, hash: '1' });
    expect(
      sentences({ tables: [table('users'), sampled] }, database({ tables: [table('users'), other] })),
    ).toEqual([wording('shop.public.orders')]);
  });
});

describe('recovery 7: a sample of a table', () => {
  const of = (changes: Partial<Table>) =>
    database({ tables: [table('users'), table('orders', { sampled: 5, ...changes })] });
  it.each([
    [{ rows: 119 }, wording('shop.public.orders', '119 rows', '120')],
    [{ rows: 0 }, wording('shop.public.orders', '120 rows')],
    [{ hash: '5' }, wording('shop.public.orders')],
  ])('is compared with the same blocks of the copy: %j', (changes, sentence) => {
    expect(sentences(of(changes), of({}))).toEqual([sentence]);
  });
});
