import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/recovery/checksum.ts';
import { type CopyContents, compare } from '../../src/recovery/differences.ts';
import type { BackupManifest, Database, Table } from '../../src/recovery/manifest.ts';
import { wording } from '../wording.ts';
import { database, image, manifest, table } from './backups.ts';

const differences = (found: Partial<BackupManifest>, expected = manifest()) =>
  compare(expected, { ...manifest(), ...found }).differences;
const sentences = (found: Partial<BackupManifest>, expected?: BackupManifest) =>
  differences(found, expected).map(({ sentence }) => sentence);
const inDatabase = (changes: Partial<Database>) => sentences({ databases: [database(changes)] });

describe('a restored copy', () => {
  it('equals its backup, although a recovery starts a new timeline and a cluster creates objects automatically', () => {
    expect(
      compare(manifest(), {
        ...manifest({ clusterObjects: { 'apps/Deployment': 3, ConfigMap: 8, Event: 90 } }),
        databases: [database({ lsn: '0/4000000', timeline: 2, server: '17.3', backups: [] })],
      }),
    ).toEqual({ differences: [], notCompared: [] });
  });

  it('lacks a database', () => {
    expect(differences({ databases: [] })).toEqual([
      { kind: 'missing-database', name: 'shop', sentence: wording('shop') },
    ]);
  });

  it('lacks a table', () => {
    expect(differences({ databases: [database({ tables: [table('users')] })] })).toEqual([
      {
        kind: 'missing-table',
        name: 'shop.public.orders',
        sentence: wording('shop.public.orders'),
      },
    ]);
  });

  it('has an empty table that had rows', () => {
    const empty = { schema: 'public', name: 'orders', rows: 0, hash: '0' };
    expect(differences({ databases: [database({ tables: [table('users'), empty] })] })).toEqual([
      {
        kind: 'empty-table',
        name: 'shop.public.orders',
        sentence: wording('shop.public.orders'),
      },
    ]);
  });

  it('equals its backup where a table had no row', () => {
    const empty = { schema: 'public', name: 'orders', rows: 0, hash: '0' };
    const databases = [database({ tables: [empty] })];
    expect(sentences({ databases }, manifest({ databases }))).toEqual([]);
  });

  it.each([
    [{ rows: 119 }, wording('shop.public.orders', '120')],
    [{ rows: 121 }, wording('shop.public.orders', '120')],
    [{ key: { min: '1', max: '121' } }, wording('shop.public.orders', '1', '121', '120')],
    [{ hash: '5' }, wording('shop.public.orders')],
  ])('has a table with different rows: %j', (changes, sentence) => {
    expect(inDatabase({ tables: [table('users'), table('orders', changes)] })).toEqual([sentence]);
  });

  it('has a table that is not in the backup', () => {
    expect(inDatabase({ tables: [table('users'), table('orders'), table('left-over')] })).toEqual([
      wording('shop.public.left-over'),
    ]);
  });

  it('has a different schema version, newest marker and PostgreSQL version', () => {
    const { migration: _, ...without } = database();
    expect(inDatabase({ migration: '077', newestMarker: 4712, server: '15.8' })).toEqual([
      wording('shop', '15', '17'),
      wording('shop', '077', '078'),
      wording('shop', '4712', '4711'),
    ]);
    expect(sentences({ databases: [without] })).toEqual([wording('shop', '078')]);
  });

  it.each([
    [[], wording('uploads')],
    [[{ count: 499 }], wording('uploads', '500')],
    [[{ hash: sha256Of('other') }], wording('uploads')],
  ])('has different objects: %j', (stores, sentence) => {
    const [uploads] = manifest().objectStores;
    const objectStores = stores.map(each => ({ ...uploads!, ...each }));
    expect(sentences({ objectStores })).toEqual([sentence]);
  });

  it.each<[string, Partial<BackupManifest>, BackupManifest, string]>([
    ['is missing', { volumes: manifest().volumes.slice(0, 1) }, manifest(), wording('shop/attachments')],
    [
      'exists and is empty',
      { volumes: [manifest().volumes[0]!, { namespace: 'shop', pvc: 'attachments', covered: 'not' }] },
      manifest(),
      wording('shop/attachments', 'files'),
    ],
    [
      'was never covered',
      {},
      manifest({ volumes: [{ namespace: 'shop', pvc: 'attachments', covered: 'not' }] }),
      wording('shop/attachments'),
    ],
  ])('has a volume that %s', (_, found, expected, sentence) => {
    expect(sentences(found, expected)).toEqual([sentence]);
  });

  it('lacks cluster objects, images and secrets', () => {
    const found = { clusterObjects: { 'apps/Deployment': 2 }, images: [], secrets: ['shop/database'] };
    expect(differences(found).map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ['cluster-objects', wording('2', 'apps/Deployment', '3')],
      ['cluster-objects', wording('0', 'ConfigMap', '7')],
      ['missing-image', wording(`${image}`)],
      ['missing-secret', wording('shop/jwt-secret')],
    ]);
  });
});

describe('a volume of files', () => {
  const files = { count: 12, bytes: 900, hash: sha256Of('then'), unsettled: 0, backups: [] };
  const volumes = (changes: object): BackupManifest['volumes'] => [
    { namespace: 'shop', pvc: 'attachments', covered: 'files', files: { ...files, ...changes } },
  ];
  const expected = manifest({ volumes: volumes({}) });

  it('is judged by the content of its files', () => {
    expect(sentences({ volumes: volumes({ unsettled: 3 }) }, expected)).toEqual([]);
    expect(sentences({ volumes: volumes({ count: 11, hash: sha256Of('now') }) }, expected)).toEqual([
      wording('shop/attachments', '12'),
    ]);
    expect(sentences({ volumes: volumes({ hash: sha256Of('now') }) }, expected)).toEqual([
      wording('shop/attachments'),
    ]);
  });

  it('proves nothing when its files were not examined', () => {
    const found: BackupManifest['volumes'] = [{ namespace: 'shop', pvc: 'attachments', covered: 'files' }];
    expect(compare(expected, { ...expected, volumes: found })).toEqual({
      differences: [],
      notCompared: [wording('shop/attachments')],
    });
  });
});

describe('a part that was not examined', () => {
  it('is reported, because it proves nothing', () => {
    const found: CopyContents = { databases: [database()] };
    expect(compare(manifest(), found)).toEqual({
      differences: [],
      notCompared: ['objectStores', 'volumes', 'clusterObjects', 'images', 'secrets'],
    });
  });

  it('includes the content of a table of which only the rows were counted', () => {
    const { hash: _, ...counted } = table('orders');
    const databases = [database({ tables: [table('users'), counted] })];
    expect(compare(manifest(), { ...manifest(), databases })).toEqual({
      differences: [],
      notCompared: [wording('shop.public.orders')],
    });
  });

  it('includes a hash of other blocks than were sampled before', () => {
    const databases = [database({ tables: [table('users'), table('orders', { sampled: 1 })] })];
    const other = [database({ tables: [table('users'), table('orders', { rows: 9_000, hash: '1' })] })];
    expect(compare(manifest({ databases }), { ...manifest(), databases: other })).toEqual({
      differences: [],
      notCompared: [wording('shop.public.orders')],
    });
    expect(sentences({ databases }, manifest({ databases }))).toEqual([]);
  });
});

describe('recovery 7: a sample of a table', () => {
  const of = (changes: Partial<Table>) => [
    database({ tables: [table('users'), table('orders', { sampled: 5, ...changes })] }),
  ];
  it.each([
    [{ rows: 119 }, wording('shop.public.orders', '119 rows', '120')],
    [{ rows: 0 }, wording('shop.public.orders', '120 rows')],
    [{ hash: '5' }, wording('shop.public.orders')],
  ])('is compared with the same blocks of the copy: %j', (changes, sentence) => {
    expect(sentences({ databases: of(changes) }, manifest({ databases: of({}) }))).toEqual([sentence]);
  });
});
