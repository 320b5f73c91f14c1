import { describe, expect, it } from 'vitest';
import { completeness, type Declared, type Manifest } from '../../src/recovery/manifest.ts';
import { parseManifest } from '../../src/recovery/manifest-schema.ts';
import { database, image, manifest } from './backups.ts';

const declared: Declared = {
  databases: [{ name: 'shop', migrations: true }],
  repositories: ['near', 'vault'],
  managed: [],
  markers: true,
  objectStores: ['uploads'],
  volumes: [
    { namespace: 'shop', claim: 'data-db-0' },
    { namespace: 'shop', claim: 'attachments' },
  ],
  kinds: ['apps/Deployment'],
  images: [image],
  secrets: ['shop/jwt-secret'],
};
const missing = (changes: Partial<Manifest>, more: Partial<Declared> = {}) =>
  completeness(manifest(changes), { ...declared, ...more }).map(({ sentence }) => sentence);

describe('a backup', () => {
  it('is complete when it holds all that is declared, and may hold more', () => {
    expect(missing({})).toEqual([]);
  });

  it.each<[string, Partial<Manifest>, Partial<Declared>, string]>([
    ['a database', { databases: [] }, {}, 'the database shop has no source in the backup'],
    [
      'an object store',
      {},
      { objectStores: ['uploads', 'DR_STORAGE'] },
      'the object store DR_STORAGE has no source in the backup',
    ],
    [
      'a repository',
      { databases: [database({ backups: [{ repository: 'near', label: 'x' }] })] },
      {},
      'the database shop has no backup in the repository vault',
    ],
    [
      'tables',
      { databases: [database({ tables: [] })] },
      {},
      'no table of the database shop is listed, so a restore could not be compared with it',
    ],
    [
      'a volume that is declared',
      {},
      { volumes: [...declared.volumes, { namespace: 'shop', claim: 'logs' }] },
      'nothing covers the volume shop/logs: declare how it is backed up, or that it is not needed',
    ],
    [
      'a volume that somebody added and did not declare',
      { volumes: [...manifest().volumes, { namespace: 'shop', claim: 'new', covered: 'not' }] },
      {},
      'nothing covers the volume shop/new: declare how it is backed up, or that it is not needed',
    ],
    ['a kind', { clusterObjects: {} }, {}, 'the kind apps/Deployment has no source in the backup'],
    ['an image', { images: [] }, {}, `the image ${image} has no source in the backup`],
    [
      'a secret',
      { secrets: ['shop/database'] },
      {},
      'the secret shop/jwt-secret has no source in the backup',
    ],
  ])('lacks %s', (_, changes, more, sentence) => {
    expect(missing(changes, more)).toEqual([sentence]);
  });

  it('has to note the schema version and the newest marker where there are any', () => {
    const { migration: _, newestMarker: __, ...bare } = database();
    expect(missing({ databases: [bare] })).toEqual([
      'the schema version of the database shop is not noted',
      'no marker is noted of the database shop',
    ]);
    const none = { databases: [{ name: 'shop', migrations: false }], markers: false };
    expect(missing({ databases: [bare] }, none)).toEqual([]);
  });
});

describe('a manifest', () => {
  it('reads as it was written, and passes over what a later version adds', () => {
    expect(parseManifest(JSON.stringify(manifest()))).toEqual(manifest());
    expect(parseManifest(JSON.stringify({ ...manifest(), added: 1 }))).toEqual(manifest());
  });

  it.each<[string, unknown, string]>([
    ['no JSON', undefined, 'it is no JSON'],
    ['another schema', { ...manifest(), schema: 2 }, '(schema: '],
    ['an LSN that is none', manifest({ databases: [database({ lsn: '3000148' })] }), '(databases.0.lsn: '],
    [
      'an image without its digest',
      manifest({ images: ['shop:1.2'] }),
      '(images.0: is no image with its digest',
    ],
    [
      'a hash that is none',
      manifest({ objectStores: [{ ...manifest().objectStores[0]!, hash: 'x' as never }] }),
      '(objectStores.0.hash: is no SHA-256',
    ],
    [
      'what a secret holds',
      manifest({ secrets: ['ghp_0123456789abcdefghijABCDEFGHIJ'] }),
      '(secrets.0: looks like a secret itself',
    ],
    ['nothing', null, '(it: '],
  ])('is refused with %s', (_, value, problem) => {
    expect(() => parseManifest(JSON.stringify(value) ?? '{')).toThrow(problem);
  });
});
