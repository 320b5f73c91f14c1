import { describe, expect, it } from 'vitest';
import { type BackupManifest, completeness, type RequiredContents } from '../../src/recovery/manifest.ts';
import { parseManifest } from '../../src/recovery/manifest-schema.ts';
import { wording } from '../wording.ts';
import { database, image, manifest } from './backups.ts';

const declared: RequiredContents = {
  databases: [{ name: 'shop', migrations: true }],
  repositories: ['near', 'vault'],
  managed: [],
  markers: true,
  objectStores: ['uploads'],
  volumes: [
    { namespace: 'shop', pvc: 'data-db-0' },
    { namespace: 'shop', pvc: 'attachments' },
  ],
  kinds: ['apps/Deployment'],
  images: [image],
  secrets: ['shop/jwt-secret'],
};
const missing = (changes: Partial<BackupManifest>, more: Partial<RequiredContents> = {}) =>
  completeness(manifest(changes), { ...declared, ...more }).map(({ sentence }) => sentence);

describe('a backup', () => {
  it('is complete when it contains everything declared, and may contain more', () => {
    expect(missing({})).toEqual([]);
  });

  it.each<[string, Partial<BackupManifest>, Partial<RequiredContents>, string]>([
    ['a database', { databases: [] }, {}, wording('shop')],
    ['an object store', {}, { objectStores: ['uploads', 'DR_STORAGE'] }, wording('DR_STORAGE')],
    [
      'a repository',
      { databases: [database({ backups: [{ repository: 'near', label: 'x' }] })] },
      {},
      wording('shop', 'vault'),
    ],
    ['tables', { databases: [database({ tables: [] })] }, {}, wording('shop')],
    [
      'a volume that is declared',
      {},
      { volumes: [...declared.volumes, { namespace: 'shop', pvc: 'logs' }] },
      wording('shop/logs'),
    ],
    [
      'a volume that was added and not declared',
      { volumes: [...manifest().volumes, { namespace: 'shop', pvc: 'new', covered: 'not' }] },
      {},
      wording('shop/new'),
    ],
    ['a kind', { clusterObjects: {} }, {}, wording('apps/Deployment')],
    ['an image', { images: [] }, {}, wording(`${image}`)],
    ['a secret', { secrets: ['shop/database'] }, {}, wording('shop/jwt-secret')],
  ])('lacks %s', (_, changes, more, sentence) => {
    expect(missing(changes, more)).toEqual([sentence]);
  });

  it('must record the schema version and the newest marker where they exist', () => {
    const { migration: _, newestMarker: __, ...bare } = database();
    expect(missing({ databases: [bare] })).toEqual([wording('shop'), wording('shop')]);
    const none = { databases: [{ name: 'shop', migrations: false }], markers: false };
    expect(missing({ databases: [bare] }, none)).toEqual([]);
  });
});

describe('a manifest', () => {
  it('is read as it was written, and keys of later versions are ignored', () => {
    expect(parseManifest(JSON.stringify(manifest()))).toEqual(manifest());
    expect(parseManifest(JSON.stringify({ ...manifest(), added: 1 }))).toEqual(manifest());
  });

  it.each<[string, unknown, string]>([
    ['no JSON', undefined, wording()],
    ['another schema', { ...manifest(), schema: 2 }, wording('schema')],
    ['an invalid LSN', manifest({ databases: [database({ lsn: '3000148' })] }), wording('databases.0.lsn')],
    ['an image without its digest', manifest({ images: ['shop:1.2'] }), wording('images.0')],
    [
      'an invalid hash',
      manifest({ objectStores: [{ ...manifest().objectStores[0]!, hash: 'x' as never }] }),
      wording('objectStores.0.hash', 'SHA-256'),
    ],
    [
      'the content of a secret',
      manifest({ secrets: ['ghp_0123456789abcdefghijABCDEFGHIJ'] }),
      wording('secrets.0'),
    ],
    ['nothing', null, wording()],
  ])('is refused with %s', (_, value, problem) => {
    expect(() => parseManifest(JSON.stringify(value) ?? '{')).toThrow(problem);
  });
});
