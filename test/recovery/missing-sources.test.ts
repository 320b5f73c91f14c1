import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/recovery/checksum.ts';
import { declaredSecrets } from '../../src/recovery/cluster-objects/cluster-backup.ts';
import type { BackupManifest } from '../../src/recovery/manifest.ts';
import { missingSourcesIn } from '../../src/recovery/missing-sources.ts';
import { repositoriesOf } from '../../src/recovery/volumes.ts';
import { wording } from '../wording.ts';
import { database, managed, manifest } from './backups.ts';

type Recovery = Parameters<typeof missingSourcesIn>[1];

const files = { count: 1, bytes: 1, hash: sha256Of('x'), unsettled: 0, backups: [] };
const whole: BackupManifest = manifest({
  volumes: [
    { namespace: 'shop', pvc: 'data-db-0', covered: 'database' },
    { namespace: 'shop', pvc: 'attachments', covered: 'files', files },
  ],
});
const declared = {
  databases: { shop: { to: ['near', 'vault'], configuration: [{ kind: 'Secret', name: 'database' }] } },
  managed: {},
  buckets: { uploads: {} },
  redis: {},
  objects: { export: true, kinds: ['apps/Deployment'] },
  secrets: ['jwt-secret'],
  recipients: ['age1'],
} as unknown as Recovery;
const lacking = (changes: Partial<BackupManifest>, more: object = {}) =>
  missingSourcesIn({ ...whole, ...changes }, { ...declared, ...more } as Recovery, 'shop');

describe('a set', () => {
  it('lacks a Redis that is declared', () => {
    const sessions = { redis: { sessions: {} } };
    expect(lacking({}, sessions)).toEqual(['the Redis sessions is not in the backup']);
    expect(lacking({ redis: [{ name: 'sessions', keys: 1, unsettled: 0, bytes: 9 }] }, sessions)).toEqual([]);
  });

  it('lacks nothing when it contains everything declared', () => {
    expect(lacking({})).toEqual([]);
  });

  it.each<[string, Partial<BackupManifest>, string]>([
    ['a database', { databases: [] }, wording('shop')],
    ['what was counted in a database', { databases: [database({ tables: [] })] }, wording('shop')],
    ['a secret', { secrets: ['shop/database'] }, wording('shop/jwt-secret')],
    ['a bucket', { objectStores: [] }, wording('uploads')],
    ['a kind', { clusterObjects: {} }, wording('apps/Deployment')],
    [
      'the secret with the passphrase of pgBackRest',
      { secrets: ['shop/jwt-secret'] },
      wording('shop/database'),
    ],
    [
      'files that were not read',
      { volumes: [{ namespace: 'shop', pvc: 'attachments', covered: 'files' }] },
      wording('shop/attachments'),
    ],
    [
      'a PVC that nothing covers, once',
      { volumes: [{ namespace: 'shop', pvc: 'cache', covered: 'not' }] },
      wording('shop/cache'),
    ],
    [
      'a repository of a database',
      { databases: [database({ backups: [{ repository: 'near', label: 'x' }] })] },
      wording('shop', 'vault'),
    ],
  ])('lacks %s', (_, changes, sentence) => {
    expect(lacking(changes)).toEqual([sentence]);
  });

  it.each<[string, Partial<BackupManifest>, string]>([
    ['a database outside of the cluster', {}, wording('shop')],
    [
      'its dump in a repository',
      { managed: [managed({ backups: managed().backups.slice(0, 1) })] },
      wording('shop', 'vault'),
    ],
    ['what was counted in it', { managed: [managed({ tables: [] })] }, wording('shop')],
  ])('lacks %s', (_, changes, sentence) => {
    const more = { managed: { shop: { to: ['near', 'vault'], secret: 'jwt-secret' } } };
    expect(lacking(changes, more)).toEqual([sentence]);
    expect(lacking({ managed: [managed()] }, more)).toEqual([]);
  });

  it('names a volume that nothing covers once: after the first database, or before the kinds', () => {
    const empty = {
      ...{ databases: [], objectStores: [], clusterObjects: {}, secrets: [] },
      volumes: [{ namespace: 'shop', pvc: 'cache', covered: 'not' as const }],
    };
    const { shop } = declared.databases;
    const named = (more: object) => {
      const what = /(database|volume|store|kind|Secret) [\w/-]+/;
      return lacking(empty, more).map(sentence => what.exec(sentence)?.[0]);
    };
    expect(named({ databases: { shop, orders: shop }, secrets: [] })).toEqual([
      ...['database shop', 'volume shop/cache', 'database orders'],
      ...['store uploads', 'kind apps/Deployment', 'Secret shop/database'],
    ]);
    expect(named({ databases: {} })).toEqual([
      ...['store uploads', 'volume shop/cache', 'kind apps/Deployment', 'Secret shop/jwt-secret'],
    ]);
  });

  it('names what is declared twice once', () => {
    const objects = { export: true, kinds: ['apps/Deployment', 'apps/Deployment'] };
    expect(lacking({ clusterObjects: {} }, { objects })).toHaveLength(1);
  });

  it('needs no Secret without a recipient, and no kind that is not exported', () => {
    expect(lacking({ secrets: [] }, { recipients: [] })).toEqual([]);
    const objects = { export: false, kinds: ['apps/Deployment'] };
    expect(lacking({ clusterObjects: {} }, { objects })).toEqual([]);
  });
});

describe('a declaration', () => {
  it('covers all Secrets, or the named ones and those of databases', () => {
    expect(declaredSecrets({ ...declared, secrets: undefined } as never)).toBeUndefined();
    expect(declaredSecrets(declared)).toEqual(['database', 'jwt-secret']);
    const managed = { orders: { secret: 'orders-db' } };
    expect(declaredSecrets({ ...declared, managed } as never)).toEqual([
      'database',
      'jwt-secret',
      'orders-db',
    ]);
  });

  it('names the repositories of a PVC, or of the template that it comes from', () => {
    const volumes = { attachments: { to: ['near'] }, 'data-queue': { to: ['near', 'far'] } };
    expect(repositoriesOf('attachments', { volumes })).toEqual(['near']);
    expect(repositoriesOf('data-queue-12', { volumes })).toEqual(['near', 'far']);
    expect(repositoriesOf('other', { volumes })).toEqual([]);
  });
});
