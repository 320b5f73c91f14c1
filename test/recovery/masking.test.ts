import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog, Column, ForeignKey } from '../../src/recovery/catalog.ts';
import { sha256Of } from '../../src/recovery/checksum.ts';
import { type MaskingMap, type OtherDatabase, planMasking } from '../../src/recovery/masking.ts';
import { maskingSql, padsOf, proofSentence, quoted } from '../../src/recovery/masking-sql.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { wording } from '../wording.ts';

const column = (path: string, changes: Partial<Column> = {}): Column => {
  const [schema = '', table = '', name = ''] = path.split('.');
  return {
    schema,
    table,
    column: name,
    type: 'text',
    length: null,
    nullable: true,
    generated: false,
    unique: false,
    ...changes,
  };
};
const reference = (from: string, to: string): ForeignKey => {
  const end = (path: string) => {
    const { schema, table, column: name } = column(path);
    return { schema, table, columns: [name] };
  };
  return { name: `${from}_fkey`, from: end(from), to: end(to) };
};

const shop: Catalog = {
  columns: [
    column('public.users.id', { type: 'bigint', nullable: false, unique: true }),
    column('public.users.email', { nullable: false, unique: true }),
    column('public.users.name', { type: 'character varying', length: 80 }),
    column('public.users.code', { type: 'character varying', length: 8 }),
    column('public.users.prefs', { type: 'jsonb' }),
    column('public.users.search', { generated: true }),
    column('public.users.token', { type: 'uuid', unique: true }),
    column('public.orders.user_email'),
    column('public.orders.note'),
    column('public.orders.total', { type: 'integer' }),
    column('archive.orders.note'),
  ],
  largeObjects: false,
  foreignKeys: [reference('public.orders.user_email', 'public.users.email')],
  materialisedViews: [{ schema: 'public', name: 'best_customers' }],
};
/** Keeps everything that the map does not mention. */
const plan = (map: MaskingMap, changes: Partial<Catalog> = {}) => {
  const catalog = { ...shop, ...changes };
  const rest = catalog.columns
    .filter(({ generated }) => !generated)
    .flatMap(each => {
      const short = `${each.table}.${each.column}`;
      const path = `${each.schema}.${short}`;
      return path in map || short in map ? [] : [[path, 'keep'] as const];
    });
  return planMasking({ ...Object.fromEntries(rest), ...map }, catalog, []);
};
const joined = { 'users.email': 'hash', 'orders.user_email': 'hash' };
const paths = (columns: readonly Column[]) =>
  columns.map(each => `${each.schema}.${each.table}.${each.column}`);
const problem = (map: MaskingMap, changes?: Partial<Catalog>) => {
  try {
    plan(map, changes);
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  return undefined;
};

describe('a masking map', () => {
  it('names columns by their table, and the columns to keep', () => {
    const { masked, kept, joins } = plan({
      ...joined,
      'public.users.name': 'fake-name',
      'users.code': 'keep',
      'users.prefs': 'null',
    });
    expect(masked.map(each => [each.column.column, each.strategy])).toEqual([
      ['email', 'hash'],
      ['name', 'fake-name'],
      ['prefs', 'null'],
      ['user_email', 'hash'],
    ]);
    expect(paths(kept)).toEqual(['public.users.code', 'public.orders.note', 'archive.orders.note']);
    expect(joins).toEqual(shop.foreignKeys);
  });

  it('accepts the null that YAML reads as the strategy of that name', () => {
    expect(plan({ 'users.prefs': null }).masked[0]?.strategy).toBe('null');
  });

  it.each([
    [{ 'users.email': 'scramble' }, wording('scramble', 'users.email')],
    [{ 'users.mail': 'hash' }, wording('users.mail')],
    [{ 'people.mail': 'hash' }, wording('people.mail')],
    [{ 'orders.note': 'null' }, wording('orders.note', 'public', 'archive')],
    [{ 'users.name': 'null', 'public.users.name': 'keep' }, wording('public.users.name')],
    [{ 'users.search': 'hash' }, wording('public.users.search', 'hash')],
    [{ 'users.id': 'null' }, wording('public.users.id', 'null')],
    [{ 'orders.total': 'hash' }, wording('public.orders.total', 'hash', 'integer')],
    [{ 'users.token': 'fake-text' }, wording('public.users.token', 'fake-text', 'uuid')],
    [{ 'users.code': 'hash' }, wording('public.users.code', 'hash', '8', '32')],
    [{ 'users.email': 'fake-phone' }, wording('public.users.email', 'fake-phone')],
    [{ 'users.email': 'hash' }, wording('public.orders.user_email', 'public.users.email', 'keep', 'hash')],
    [
      { 'users.email': 'fake-email', 'orders.user_email': 'fake-email' },
      wording('public.orders.user_email', 'public.users.email', 'fake-email'),
    ],
  ] satisfies [MaskingMap, string][])('is refused: %j', (map, sentence) => {
    expect(problem(map)).toEqual(sentence);
  });

  it('fits a column that is just wide enough, and accepts a phone number where values may repeat', () => {
    const columns = [
      column('public.t.a', { type: 'character varying', length: 32 }),
      column('public.t.b', { type: 'character', length: 14 }),
    ];
    const { masked } = plan({ 't.a': 'hash', 't.b': 'fake-phone' }, { columns, foreignKeys: [] });
    expect(masked).toHaveLength(2);
  });

  it('may remove a reference and leave its target', () => {
    expect(problem({ 'orders.user_email': 'null' })).toBeUndefined();
  });

  it('is refused where only one end of a reference is case-sensitive', () => {
    const columns = shop.columns.map(each =>
      each.column === 'user_email' ? { ...each, type: 'citext' } : each,
    );
    expect(problem(joined, { columns })).toEqual(wording('citext'));
  });

  it('finds names that contain dots', () => {
    const columns = [column('a.b.c', { schema: 'my.schema', table: 'my.table', column: 'my.column' })];
    expect(plan({ 'my.table.my.column': 'hash' }, { columns, foreignKeys: [] }).masked).toHaveLength(1);
  });
});

describe('recovery 5: a masking map that omits something', () => {
  const refused = (map: MaskingMap, changes: Partial<Catalog>, others: readonly OtherDatabase[] = []) => {
    try {
      planMasking(map, { ...shop, foreignKeys: [], ...changes }, others);
    } catch (error) {
      if (error instanceof UserError) return error.sentence;
      throw error;
    }
    return undefined;
  };
  const columns = [column('public.users.email'), column('public.users.born', { type: 'date' })];

  it('is refused for a column that may hold personal data, by name', () => {
    expect(refused({ 'users.email': 'hash' }, { columns })).toEqual(wording('1 column', 'public.users.born'));
    expect(refused({ 'users.email': 'hash', 'users.born': 'null' }, { columns })).toBeUndefined();
  });

  it('is refused for an unknown type, and not for numbers, times, enums and computed columns', () => {
    const of = (type: string, generated = false) =>
      refused(
        { 'users.email': 'keep' },
        { columns: [column('public.users.email'), column('public.users.other', { type, generated })] },
      );
    for (const type of ['tsvector', 'point', 'address', '_address', 'text[]', 'jsonb', 'date[]', 'name'])
      expect(of(type), type).toContain('public.users.other');
    for (const type of ['bigint', 'integer[]', 'timestamp with time zone', 'uuid', 'enum', 'boolean'])
      expect(of(type), type).toBeUndefined();
    expect(of('tsvector', true)).toBeUndefined();
  });

  it('is refused for large objects, which can only be kept', () => {
    const kept = { 'users.email': 'keep', 'users.born': 'keep' };
    expect(refused(kept, { columns, largeObjects: true })).toContain('pg_catalog.pg_largeobject.data');
    const large = (strategy: string) =>
      refused({ ...kept, 'pg_largeobject.data': strategy }, { columns, largeObjects: true });
    expect(large('keep')).toBeUndefined();
    expect(large('hash')).toEqual(wording('pg_catalog.pg_largeobject.data', 'hash'));
  });

  it('is refused for another non-empty database of the server, unless it is dropped or kept', () => {
    const kept = { 'users.email': 'keep', 'users.born': 'keep' };
    const others = [
      { name: 'crm', holds: true },
      { name: 'postgres', holds: false },
    ];
    expect(refused(kept, { columns }, others)).toEqual(wording('crm'));
    expect(refused({ ...kept, crm: 'keep' }, { columns }, others)).toBeUndefined();
    expect(refused({ ...kept, crm: 'hash' }, { columns }, others)).toEqual(wording('crm', 'hash'));
    const { drops } = planMasking({ ...kept, crm: 'drop' }, { ...shop, foreignKeys: [], columns }, others);
    expect(drops).toEqual(['crm']);
  });

  it('is refused for everything at once', () => {
    expect(refused({ 'users.email': 'hash' }, { columns }, [{ name: 'crm', holds: true }])).toEqual(
      wording('1 column', 'public.users.born', '1 database', 'crm'),
    );
  });

  it('names at most fifty, and the number of others', () => {
    const many = Array.from({ length: 53 }, (_, at) => column(`public.t.c${at}`));
    const sentence = refused({}, { columns: many }) ?? '';
    expect(sentence).toContain('public.t.c49 and 3 more');
    expect(sentence).not.toContain('public.t.c50');
  });
});

const key = Buffer.from('0123456789abcdef0123456789abcdef');

describe('the SQL of a masking', () => {
  const sql = maskingSql(plan({ ...joined, 'users.prefs': 'null', 'users.token': 'hash' }), key);

  it('writes each table once, with values from a keyed hash', () => {
    expect(sql.statements.slice(-2).map(each => each.sql)).toEqual([
      `update "public"."users" set
  "email" = left(encode(pg_temp.slipway_digest('hash', "email"::text), 'hex'), 32),
  "prefs" = null,
  "token" = left(encode(pg_temp.slipway_digest('hash', "token"::text), 'hex'), 32)::uuid`,
      `update "public"."orders" set
  "user_email" = left(encode(pg_temp.slipway_digest('hash', "user_email"::text), 'hex'), 32)`,
    ]);
  });

  it('remembers the digests of the originals before it writes', () => {
    const kinds = sql.statements.map(each => /^(set local|select set_config|\w+)/.exec(each.sql)?.[0]);
    expect(kinds).toEqual([
      ...Array(5).fill('set local'),
      'select set_config',
      'create',
      'create',
      ...Array(4).fill('insert'),
      'update',
      'update',
    ]);
  });

  it('keeps the key in values and out of statements', () => {
    const { inner, outer } = padsOf(key);
    expect(sql.statements.flatMap(({ values }) => values)).toEqual([inner, outer]);
    expect(JSON.stringify([sql.statements.map(each => each.sql), sql.proofs, sql.scrub])).not.toMatch(
      new RegExp(`${key}|${key.toString('hex')}|${inner}|${outer}`),
    );
  });

  it('proves that no original is left and that all joins hold, and looks for originals elsewhere', () => {
    expect(sql.proofs.map(({ kind, of, required }) => [kind, of, required])).toEqual([
      ['survives', 'public.users.email', true],
      ['survives', 'public.users.prefs', true],
      ['survives', 'public.users.token', true],
      ['survives', 'public.orders.user_email', true],
      ['does-not-join', 'public.orders.public.orders.user_email_fkey', true],
      ['elsewhere', 'public.users.name', false],
      ['elsewhere', 'public.users.code', false],
      ['elsewhere', 'public.orders.note', false],
      ['elsewhere', 'archive.orders.note', false],
    ]);
    expect(sql.proofs[0]?.sql).toBe(
      `select count(*) from "public"."users" where "email" is not null and pg_temp.slipway_digest('proof', "email"::text) in (select digest from pg_temp.slipway_originals)`,
    );
    expect(sql.proofs[1]?.sql).toBe('select count(*) from "public"."users" where "prefs" is not null');
    expect(sql.proofs[4]?.sql).toBe(
      'select count(*) from "public"."orders" f where f."user_email" is not null and not exists (select from "public"."users" t where t."email" = f."user_email")',
    );
  });

  it('says what a failed proof means', () => {
    expect(
      sql.proofs.map(each => proofSentence(each, 2)).filter((_, index) => [0, 4, 5].includes(index)),
    ).toEqual([
      wording('2 rows', 'public.users.email'),
      wording('2 rows', 'public.orders.user_email_fkey'),
      wording('2 rows', 'public.users.name'),
    ]);
    expect(proofSentence(sql.proofs[4]!, 1)).toEqual(wording('1 row', 'public.orders.user_email_fkey'));
  });

  it('rewrites the tables afterwards and ends the WAL, because dead rows, statistics and WAL contain originals', () => {
    expect(sql.scrub).toEqual([
      'vacuum (full, analyze) "public"."users"',
      'vacuum (full, analyze) "public"."orders"',
      'refresh materialized view "public"."best_customers"',
      'analyze "public"."best_customers"',
      'select pg_switch_wal()',
      'checkpoint',
    ]);
  });

  it('reads bytes as hexadecimal and citext as lowercase, so that equal values have one hash', () => {
    const columns = [column('public.t.raw', { type: 'bytea' }), column('public.t.tag', { type: 'citext' })];
    const { statements } = maskingSql(
      plan({ 't.raw': 'hash', 't.tag': 'hash' }, { columns, foreignKeys: [] }),
      key,
    );
    expect(statements.at(-1)?.sql).toBe(`update "public"."t" set
  "raw" = pg_temp.slipway_digest('hash', encode("raw", 'hex')),
  "tag" = left(encode(pg_temp.slipway_digest('hash', lower("tag"::text)), 'hex'), 32)`);
  });

  it('drops other databases by their quoted names after the commit', () => {
    const others = [{ name: 'c"rm', holds: true }];
    const columns = [column('public.t.a')];
    const dropping = planMasking(
      { 't.a': 'hash', 'c"rm': 'drop' },
      { ...shop, columns, foreignKeys: [] },
      others,
    );
    expect(maskingSql(dropping, key).scrub[0]).toBe('drop database "c""rm" with (force)');
  });

  it('refuses a short key', () => {
    expect(() => maskingSql(plan(joined), key.subarray(1))).toThrow(RangeError);
  });

  it('quotes any name', () => {
    expect(quoted('x"; drop table users; --')).toBe('"x""; drop table users; --"');
    expect(() => quoted('')).toThrow(RangeError);
    expect(() => quoted('a\0b')).toThrow(RangeError);
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter(each => !each.includes('\0')),
        name => {
          const text = quoted(name);
          expect(text.slice(1, -1).replaceAll('""', '')).not.toContain('"');
          expect(text.slice(1, -1).replaceAll('""', '"')).toBe(name);
        },
      ),
    );
  });
});

describe('the halves of a key', () => {
  it('give HMAC-SHA256 in two hashes, for keys of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 100 }), fc.string(), (secret, text) => {
        const [inner, outer] = [padsOf(secret).inner, padsOf(secret).outer].map(each =>
          Buffer.from(each, 'hex'),
        );
        const first = Buffer.from(sha256Of(Buffer.concat([inner!, Buffer.from(text)])), 'hex');
        const hmac = createHmac('sha256', secret).update(text).digest('hex');
        expect(sha256Of(Buffer.concat([outer!, first]))).toBe(hmac);
      }),
    );
  });
});
