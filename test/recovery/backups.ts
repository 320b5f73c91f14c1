import { sha256Of } from '../../src/recovery/checksum.ts';
import type { BackupManifest, Database, Managed, Table } from '../../src/recovery/manifest.ts';

/** A manifest of a shop, which a test changes as needed. */

export const table = (name: string, changes: Partial<Table> = {}): Table => ({
  schema: 'public',
  name,
  rows: 120,
  key: { min: '1', max: '120' },
  hash: '-12345678901234567890',
  ...changes,
});

export const database = (changes: Partial<Database> = {}): Database => ({
  name: 'shop',
  server: '17.2',
  lsn: '0/3000148',
  timeline: 1,
  backups: [
    { repository: 'near', label: '20261122-030000F' },
    { repository: 'vault', label: '20261122-040000F' },
  ],
  tables: [table('users'), table('orders')],
  migration: '078',
  newestMarker: 4711,
  ...changes,
});

/** A database outside of the cluster. */
export const managed = (changes: Partial<Managed> = {}): Managed => ({
  name: 'shop',
  server: '17.2',
  encoding: 'UTF8',
  roles: [],
  tables: [table('users'), table('orders')],
  migration: '078',
  backups: [
    { repository: 'near', snapshot: 'ab'.repeat(32), bytes: 100_000 },
    { repository: 'vault', snapshot: 'cd'.repeat(32), bytes: 100_000 },
  ],
  ...changes,
});

const image = `ghcr.io/acme/shop@sha256:${'1'.repeat(64)}`;

export const manifest = (changes: Partial<BackupManifest> = {}): BackupManifest => ({
  schema: 1,
  at: 1_795_000_000_000,
  by: { run: 'run 12 attempt 1 of acme/shop', actor: 'octocat' },
  databases: [database()],
  objectStores: [{ name: 'uploads', count: 500, bytes: 1_000_000, hash: sha256Of('uploads') }],
  volumes: [
    { namespace: 'shop', pvc: 'data-db-0', covered: 'database' },
    { namespace: 'shop', pvc: 'attachments', covered: 'files' },
    { namespace: 'shop', pvc: 'cache', covered: 'not-needed' },
  ],
  clusterObjects: { 'apps/Deployment': 3, ConfigMap: 7 },
  images: [image],
  secrets: ['shop/jwt-secret', 'shop/database'],
  tools: { pgbackrest: '2.55', restic: '0.18' },
  ...changes,
});
