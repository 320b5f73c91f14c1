import { stringify } from 'yaml';
import type { Bucket } from '../../lab/bucket.ts';
import { REGION, storeHost } from '../../lab/s3.ts';

/** How the database is set up: what Patroni and pgBackRest read. */

/** Of the cluster in Patroni, and of the Service and Endpoints of its primary. */
export const SCOPE = 'db';
export const STANZA = 'main';
export const DATA = '/data/pg';

/** When a COMMIT is acknowledged: at once; when a standby has it, as long as there is one; or only then, even if no standby is left. */
export type Synchronous = 'async' | 'sync' | 'strict';

export function synchronousSettings(mode: Synchronous): Record<string, boolean> {
  return { synchronous_mode: mode !== 'async', synchronous_mode_strict: mode === 'strict' };
}

/** Passwords and what differs between the members are in their environment. */
export function patroniConfig(synchronous: Synchronous): string {
  return stringify({
    scope: SCOPE,
    restapi: { listen: '0.0.0.0:8008' },
    kubernetes: {
      labels: { app: SCOPE },
      scope_label: 'patroni-cluster',
      role_label: 'role',
      // The Service of the primary has its address by the same write that makes it the primary.
      use_endpoints: true,
      ports: [{ name: 'postgresql', port: 5432 }],
    },
    bootstrap: {
      dcs: {
        // As short as Patroni takes it: 20 s is its minimum, and loop_wait + 2 × retry_timeout must fit in it.
        ttl: 20,
        loop_wait: 2,
        retry_timeout: 5,
        // Else an API server that is gone takes the database with it.
        failsafe_mode: true,
        ...synchronousSettings(synchronous),
        postgresql: { use_pg_rewind: true, use_slots: true, parameters: parameters() },
      },
      initdb: ['data-checksums', { encoding: 'UTF8' }, { locale: 'C.UTF-8' }],
    },
    postgresql: {
      listen: '0.0.0.0:5432',
      bin_dir: '/usr/lib/postgresql/17/bin',
      data_dir: DATA,
      pgpass: '/tmp/pgpass',
      use_unix_socket: true,
      parameters: { unix_socket_directories: '/run/postgresql' },
      basebackup: [{ checkpoint: 'fast' }],
      remove_data_directory_on_rewind_failure: true,
      remove_data_directory_on_diverged_timelines: true,
      pg_hba: [
        'local all postgres peer',
        'host replication replicator 0.0.0.0/0 scram-sha-256',
        'host all all 0.0.0.0/0 scram-sha-256',
      ],
    },
  });
}

function parameters(): Record<string, string | number> {
  return {
    archive_mode: 'on',
    // For logical copies.
    wal_level: 'logical',
    archive_command: `pgbackrest --stanza=${STANZA} archive-push %p`,
    // In production a minute or more; a drill has no time to wait.
    archive_timeout: '5s',
    // A machine that is lost and comes back has to follow a primary that begins a segment each 5 s: this is for 5 minutes.
    wal_keep_size: '1GB',
    password_encryption: 'scram-sha-256',
    max_connections: 60,
    shared_buffers: '64MB',
    // The image is without the compiler that it needs.
    jit: 'off',
  };
}

/** What the repositories are encrypted with: without it there are no backups. */
export interface Passphrases {
  readonly near: string;
  readonly far: string;
}

/** Where the certificate of the object stores' authority is mounted. */
export const AUTHORITY = '/etc/s3/ca.crt';

/** Repository 1 is near, 2 is far: locked, and its account may not delete. */
export function pgbackrestConfig(near: Bucket, far: Bucket, passphrases: Passphrases): string {
  return `[global]
${repository(1, near, passphrases.near)}
${repository(2, far, passphrases.far)}
archive-async=y
# A repository out of reach holds everything up for many times this long, archiving to the other one too; by default a minute.
io-timeout=1
start-fast=y
process-max=2
compress-type=zst
# Verify, then expire: never by itself, and never where nothing may be deleted.
expire-auto=n
log-level-console=info
# A caller by exec gets only its standard error.
log-level-stderr=error
log-level-file=off

[${STANZA}]
pg1-path=${DATA}
pg1-socket-path=/run/postgresql
`;
}

function repository(number: 1 | 2, { store, name, access, secret }: Bucket, passphrase: string): string {
  const options = {
    type: 's3',
    path: '/postgres',
    's3-endpoint': storeHost(store),
    's3-region': REGION,
    's3-bucket': name,
    's3-uri-style': 'path',
    's3-key': access,
    's3-key-secret': secret,
    'storage-ca-file': AUTHORITY,
    'cipher-type': 'aes-256-cbc',
    'cipher-pass': passphrase,
    bundle: 'y',
    // Of a file of which a page has changed, an incremental backup stores the blocks around it.
    block: 'y',
    'retention-full-type': 'time',
    'retention-full': '28',
  };
  return Object.entries(options)
    .map(([key, value]) => `repo${number}-${key}=${value}`)
    .join('\n');
}
