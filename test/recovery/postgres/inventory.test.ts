import { describe, expect, it } from 'vitest';
import type { Exec } from '../../../src/recovery/exec.ts';
import {
  databaseOf,
  inventoryOf,
  sampledIn,
  takeInventory,
  uncounted,
} from '../../../src/recovery/postgres/inventory.ts';
import { inventoryScript, openInventoryScript } from '../../../src/recovery/postgres/inventory-sql.ts';
import { literal, psql, rowsOf } from '../../../src/recovery/postgres/sql.ts';
import { wording } from '../../wording.ts';

const server = { kind: 'server', database: 'shop', version: '17.6', others: ['crm'] };
const table = {
  kind: 'table',
  schema: 'public',
  name: 'orders',
  rows: 2,
  percent: null,
  min: '1',
  max: '2',
  hash: '-12',
};
const end = { kind: 'end' };

describe('an inventory', () => {
  it('is read from the output of psql', () => {
    const rows = [
      server,
      { kind: 'left-out', schema: 'public', name: 'cache', why: 'unlogged' },
      table,
      { ...table, name: 'log', min: null, max: null, percent: 1 },
      { kind: 'migration', tool: 'flyway', schema: 'public', version: '7.2' },
      { kind: 'migration', tool: 'knex', schema: 'billing', version: '3_init.js' },
      { kind: 'marker', runId: 'run', seq: 12 },
      end,
    ];
    const found = inventoryOf(rows);
    expect(found).toEqual({
      database: 'shop',
      server: '17.6',
      tables: [
        { schema: 'public', name: 'orders', rows: 2, key: { min: '1', max: '2' }, hash: '-12' },
        { schema: 'public', name: 'log', rows: 2, hash: '-12', sampled: 1 },
      ],
      others: ['crm'],
      leftOut: [{ schema: 'public', name: 'cache', why: 'unlogged' }],
      migration: 'flyway 7.2, knex 3_init.js in billing',
      newestMarker: 12,
    });
    expect(uncounted('store', found, ['shop'])).toEqual([
      wording('crm', 'store'),
      wording('public.cache', 'store'),
    ]);
    expect(uncounted('store', found, ['shop', 'crm'])).toHaveLength(1);
    expect(sampledIn(found.tables)).toEqual({ tables: [{ schema: 'public', name: 'log', percent: 1 }] });
    expect(databaseOf(found, { lsn: '0/3000148', timeline: 1, backups: [] })).toMatchObject({
      name: 'shop',
      lsn: '0/3000148',
      migration: 'flyway 7.2, knex 3_init.js in billing',
      newestMarker: 12,
    });
  });

  it.each([
    ['it ended early', [server, table]],
    ['it ended early', [table, end]],
    ['there is no hash of the table', [server, { ...table, hash: null }, end]],
    ['there is no row count of public.orders', [server, { ...table, rows: null }, end]],
    [
      'the unknown reason strange',
      [server, { kind: 'left-out', schema: 'a', name: 'b', why: 'strange' }, end],
    ],
  ])('is incomplete: %s', (problem, rows) => {
    expect(() => inventoryOf(rows)).toThrow(problem);
  });

  it('is taken in one snapshot that writes nothing', async () => {
    const asked: [readonly string[], string | undefined][] = [];
    const exec: Exec = async (command, options) => {
      asked.push([command, options?.input]);
      return { code: 0, stdout: `${JSON.stringify(server)}\n${JSON.stringify(end)}\n`, stderr: '' };
    };
    expect(await takeInventory(exec, { database: 'shop' })).toMatchObject({ database: 'shop', tables: [] });
    expect(asked).toHaveLength(1);
    expect(asked[0]![1]).toContain('begin isolation level repeatable read read only;');
  });

  it('recovery 7: counts a sample of each table above a size', () => {
    expect(inventoryScript({ most: 2 ** 30 })).toContain('size > 1073741824');
    for (const most of [0, -1, 0.5, Number.NaN]) expect(() => inventoryScript({ most })).toThrow(RangeError);
  });

  it('reads the same samples of a copy', () => {
    expect(inventoryScript({ tables: [{ schema: "o's", name: 't', percent: 2 }] })).toContain(
      "when nspname = E'o''s' and relname = E't' then 2::numeric",
    );
    for (const percent of [0, 101, Number.NaN])
      expect(() => inventoryScript({ tables: [{ schema: 's', name: 't', percent }] })).toThrow(RangeError);
  });
});

describe('an inventory whose transaction stays open', () => {
  it('names its snapshot before it reads anything, reads all rows, and never ends it', () => {
    const script = openInventoryScript();
    const [before = '', inside = ''] = script.split('begin isolation level repeatable read read only;\n');
    expect(before).toContain("set idle_in_transaction_session_timeout = E'0';");
    expect(inside.startsWith("select json_build_object('kind', 'snapshot', 'id', pg_export_snapshot()")).toBe(
      true,
    );
    expect(inside.endsWith("select json_build_object('kind', 'end');")).toBe(true);
    expect(script).not.toMatch(/^(commit|end|rollback);/m);
    expect(inside).toContain('select *, null::numeric as percent from tables');
  });
});

describe('psql', () => {
  it('connects to a database of any name', () => {
    expect(psql({ database: `o'k=\\`, user: 'postgres', host: '/run', port: 5433 }).at(-1)).toBe(
      `--dbname=dbname='o\\'k=\\\\' user='postgres' host='/run' port='5433'`,
    );
  });

  it('writes a text as a constant', () => {
    expect(literal(`a'b\\c`)).toBe(`E'a''b\\\\c'`);
    expect(literal('a\r\nb')).toBe("E'a\\r\\nb'");
  });

  it.each([
    [
      { code: 3, stdout: '', stderr: 'ERROR:  permission denied\nmore\n' },
      wording('shop', 'ERROR:  permission denied'),
    ],
    [{ code: undefined, stdout: '', stderr: '' }, wording('shop', 'psql')],
    [{ code: 0, stdout: 'BEGIN\n', stderr: '' }, wording('shop', 'BEGIN')],
    [{ code: 0, stdout: '7\n', stderr: '' }, wording('shop', '7')],
  ])('fails when it answers %o', async (answer, message) => {
    await expect(rowsOf(async () => answer, { database: 'shop' }, '')).rejects.toThrow(message);
  });
});
