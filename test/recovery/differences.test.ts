import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/recovery/checksum.ts';
import { compare, type Found } from '../../src/recovery/differences.ts';
import type { Database, Manifest } from '../../src/recovery/manifest.ts';
import { database, image, manifest, table } from './backups.ts';

const differences = (found: Partial<Manifest>, expected = manifest()) =>
  compare(expected, { ...manifest(), ...found }).differences;
const sentences = (found: Partial<Manifest>, expected?: Manifest) =>
  differences(found, expected).map(({ sentence }) => sentence);
const inDatabase = (changes: Partial<Database>) => sentences({ databases: [database(changes)] });

describe('a restored copy', () => {
  it('is as it was, though a recovery begins a new timeline and a cluster makes objects by itself', () => {
    expect(
      compare(manifest(), {
        ...manifest({ clusterObjects: { 'apps/Deployment': 3, ConfigMap: 8, Event: 90 } }),
        databases: [database({ lsn: '0/4000000', timeline: 2, server: '17.3', backups: [] })],
      }),
    ).toEqual({ differences: [], notCompared: [] });
  });

  it('lacks a database', () => {
    expect(differences({ databases: [] })).toEqual([
      { kind: 'missing-database', name: 'shop', sentence: 'the database shop is missing' },
    ]);
  });

  it('lacks a table', () => {
    expect(differences({ databases: [database({ tables: [table('users')] })] })).toEqual([
      {
        kind: 'missing-table',
        name: 'shop.public.orders',
        sentence: 'the table shop.public.orders is missing',
      },
    ]);
  });

  it('has an empty table where rows were', () => {
    const empty = { schema: 'public', name: 'orders', rows: 0, hash: '0' };
    expect(differences({ databases: [database({ tables: [table('users'), empty] })] })).toEqual([
      {
        kind: 'empty-table',
        name: 'shop.public.orders',
        sentence: 'the table shop.public.orders is empty, and had 120 rows',
      },
    ]);
  });

  it('is as it was where a table had no row', () => {
    const empty = { schema: 'public', name: 'orders', rows: 0, hash: '0' };
    const databases = [database({ tables: [empty] })];
    expect(sentences({ databases }, manifest({ databases }))).toEqual([]);
  });

  it.each([
    [{ rows: 119 }, 'the table shop.public.orders has 119 rows, and had 120'],
    [{ rows: 121 }, 'the table shop.public.orders has 121 rows, and had 120'],
    [
      { key: { min: '1', max: '121' } },
      'the keys of the table shop.public.orders are 1 to 121, and were 1 to 120',
    ],
    [{ hash: '5' }, 'the table shop.public.orders has its 120 rows, and not what was in them'],
  ])('has a table with other rows: %j', (changes, sentence) => {
    expect(inDatabase({ tables: [table('users'), table('orders', changes)] })).toEqual([sentence]);
  });

  it('has a table that was not in the backup', () => {
    expect(inDatabase({ tables: [table('users'), table('orders'), table('left-over')] })).toEqual([
      'the table shop.public.left-over was not in the backup: the copy was not empty before',
    ]);
  });

  it('has another schema version, another newest marker, another PostgreSQL', () => {
    const { migration: _, ...without } = database();
    expect(inDatabase({ migration: '077', newestMarker: 4712, server: '15.8' })).toEqual([
      'the PostgreSQL of shop is 15, and was 17',
      'the schema version of shop is 077, and was 078',
      'the newest marker of shop is 4712, and was 4711',
    ]);
    expect(sentences({ databases: [without] })).toEqual([
      'the schema version of shop is not there, and was 078',
    ]);
  });

  it.each([
    [[], 'the object store uploads is missing'],
    [[{ count: 499 }], 'the object store uploads has 499 objects, and had 500'],
    [[{ hash: sha256Of('other') }], 'the object store uploads has its 500 objects, and not as they were'],
  ])('has other objects: %j', (stores, sentence) => {
    const [uploads] = manifest().objectStores;
    const objectStores = stores.map(each => ({ ...uploads!, ...each }));
    expect(sentences({ objectStores })).toEqual([sentence]);
  });

  it.each<[string, Partial<Manifest>, Manifest, string]>([
    [
      'is missing',
      { volumes: manifest().volumes.slice(0, 1) },
      manifest(),
      'the volume shop/attachments is missing',
    ],
    [
      'is there and empty',
      { volumes: [manifest().volumes[0]!, { namespace: 'shop', claim: 'attachments', covered: 'not' }] },
      manifest(),
      'the volume shop/attachments is there and was not restored from its files',
    ],
    [
      'was never covered',
      {},
      manifest({ volumes: [{ namespace: 'shop', claim: 'attachments', covered: 'not' }] }),
      'the volume shop/attachments was not covered by the backup',
    ],
  ])('has a volume that %s', (_, found, expected, sentence) => {
    expect(sentences(found, expected)).toEqual([sentence]);
  });

  it('lacks cluster objects, images and secrets', () => {
    const found = { clusterObjects: { 'apps/Deployment': 2 }, images: [], secrets: ['shop/database'] };
    expect(differences(found).map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ['cluster-objects', '2 of the kind apps/Deployment are there, and 3 were'],
      ['cluster-objects', '0 of the kind ConfigMap are there, and 7 were'],
      ['missing-image', `the image ${image} is missing`],
      ['missing-secret', 'the secret shop/jwt-secret is missing'],
    ]);
  });
});

describe('a volume of files', () => {
  const files = { count: 12, bytes: 900, hash: sha256Of('then'), unsettled: 0, backups: [] };
  const volumes = (changes: object): Manifest['volumes'] => [
    { namespace: 'shop', claim: 'attachments', covered: 'files', files: { ...files, ...changes } },
  ];
  const expected = manifest({ volumes: volumes({}) });

  it('is judged by what is in its files', () => {
    expect(sentences({ volumes: volumes({ unsettled: 3 }) }, expected)).toEqual([]);
    expect(sentences({ volumes: volumes({ count: 11, hash: sha256Of('now') }) }, expected)).toEqual([
      'the volume shop/attachments has 11 files, and had 12',
    ]);
    expect(sentences({ volumes: volumes({ hash: sha256Of('now') }) }, expected)).toEqual([
      'the volume shop/attachments has its 12 files, and not as they were',
    ]);
  });

  it('whose files nobody has looked at proves nothing', () => {
    const found: Manifest['volumes'] = [{ namespace: 'shop', claim: 'attachments', covered: 'files' }];
    expect(compare(expected, { ...expected, volumes: found })).toEqual({
      differences: [],
      notCompared: ['the files of shop/attachments'],
    });
  });
});

describe('what nobody looked at', () => {
  it('is named, because it proves nothing', () => {
    const found: Found = { databases: [database()] };
    expect(compare(manifest(), found)).toEqual({
      differences: [],
      notCompared: ['objectStores', 'volumes', 'clusterObjects', 'images', 'secrets'],
    });
  });

  it('is what is in a table of which only the rows were counted', () => {
    const { hash: _, ...counted } = table('orders');
    const databases = [database({ tables: [table('users'), counted] })];
    expect(compare(manifest(), { ...manifest(), databases })).toEqual({
      differences: [],
      notCompared: ['the contents of shop.public.orders'],
    });
  });

  it('is a hash of other blocks than were sampled then', () => {
    const databases = [database({ tables: [table('users'), table('orders', { sampled: 1 })] })];
    const other = [database({ tables: [table('users'), table('orders', { hash: '1' })] })];
    expect(compare(manifest({ databases }), { ...manifest(), databases: other })).toEqual({
      differences: [],
      notCompared: ['the contents of shop.public.orders'],
    });
    expect(sentences({ databases }, manifest({ databases }))).toEqual([]);
  });
});
