import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { environmentOf, loadConfig } from '../config/load.ts';
import type { Recovery } from '../config/recovery.ts';
import type { ArchivedContents, ArchivedDatabase, OfflineRecovery } from '../recovery/offline/recovering.ts';
import type { SetOwner } from '../recovery/sets.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { type ArchiveToProve, proveArchive } from './archive-proof.ts';
import { s3CredentialsOf } from './kept.ts';
import { recoveryOf, verifySet, volumeOf } from './recovery.ts';
import { registryClient } from './registry.ts';
import { readVerifiedSet, type VerifySet } from './verified-set.ts';

/** Opens an offline archive for a recovery or a `total` drill. */

export interface ArchivePlaces extends ArchiveToProve {
  readonly 'offline-key-file': string;
  readonly registry: string;
  readonly bucket: string;
  readonly region: string;
  /** Prefix of the environment variables with the credentials of the bucket. */
  readonly 'credentials-prefix': string;
  readonly volume: string;
}

export interface OpenArchive {
  readonly recovery: Recovery;
  /** Sources and targets of the recovery. */
  readonly offline: Omit<OfflineRecovery, 'cluster' | 'into' | 'run' | 'recorder' | 'patience' | 'signal'>;
}

/** The expected owner of the archive, and the check of signatures, from a trusted slipway.yml. */
export interface TrustedSource {
  readonly owner: SetOwner;
  readonly verifySet: VerifySet;
}

/**
 * Reads and checks an archive.
 * @param known undefined when only the archive is left: then `checksum` or `config` authenticates it, and its slipway.yml says whose
 *   signatures are accepted.
 * @throws UserError when the archive or the key cannot be read, the archive has another owner, or credentials are not set.
 */
export async function openArchive(
  inputs: ArchivePlaces,
  host: Pick<Host, 'env' | 'report'>,
  signal: AbortSignal,
  known?: TrustedSource,
): Promise<OpenArchive> {
  const { report, env } = host;
  const { readArchive, faultsInFiles } = await import('../recovery/offline/checking.ts');
  const attachments = await import('../recovery/attachments.ts');
  const { openBucket } = await import('../recovery/object-stores/bucket.ts');
  const { s3Store, placeOf } = await import('../recovery/s3.ts');
  const { resticIn } = await import('../recovery/offline/files.ts');
  const { imageNow } = await import('../recovery/offline/relocation.ts');
  const read = await readArchive(inputs.archive);
  const { index } = read;
  if (known !== undefined) requireOwner(index, known.owner);
  else report(`the archive is authenticated by ${await proveArchive(read, inputs, host, signal)}`);
  // Before any of its files is used, and before the key is read.
  const [fault] = await faultsInFiles(inputs.archive, index);
  if (fault !== undefined)
    throw new UserError(
      `the archive is damaged or incomplete: ${fault}`,
      'run nothing from it; use another copy',
    );
  const identities = await attachments.readIdentities(inputs['offline-key-file']);
  const path = inputs.config === '' ? join(inputs.archive, index.config) : inputs.config;
  const config = await loadConfig(path);
  if (known !== undefined) requireOwner({ ...index, app: config.app }, known.owner);
  const environment = environmentOf(config, index.environment);
  const recovery = recoveryOf(environment, index.environment);
  const newBucket = {
    url: inputs.bucket.replace(/\/+$/, ''),
    region: inputs.region,
    ...s3CredentialsOf(inputs['credentials-prefix'], env, 'the new bucket'),
  };
  const owner = known?.owner ?? { app: config.app, environment: index.environment };
  const { prefix } = placeOf(recovery.repositories[index.repository]?.store?.url ?? inputs.bucket);
  const contents = async (): Promise<ArchivedContents> => {
    const url = `${newBucket.url}/${prefix}`.replace(/\/$/, '');
    const store = await s3Store({ ...newBucket, url });
    const place = { ...inputs, config: path };
    const byArchive: VerifySet = set =>
      verifySet(set, owner, { config, environment, inputs: place, host, signal });
    const at = await readVerifiedSet({ store, owner, id: index.set }, report, known?.verifySet ?? byArchive);
    const { set } = at;
    const objects = await attachments.exportIn(at, identities);
    const secrets = set.manifest.secrets.length === 0 ? [] : await attachments.secretsIn(at, identities);
    return { manifest: set.manifest, objects, secrets, at, identities };
  };
  const placed = (repository: string) => `${inputs.registry.replace(/\/+$/, '')}/${pathIn(repository)}`;
  const image = recovery['backup-pod'] && imageNow(recovery['backup-pod'].image, index.images, placed);
  return {
    recovery,
    offline: {
      folder: inputs.archive,
      index,
      app: config.app,
      from: environment.namespace,
      contents,
      newBucket,
      bucket: await openBucket(newBucket),
      registry: await registryClient({ signal }),
      sleep,
      report,
      repository: {
        name: index.repository,
        number: recovery.repositories[index.repository]?.pgbackrest ?? 0,
        restic: resticIn(recovery, index.repository),
      },
      backupPod: image === undefined ? undefined : { ...recovery['backup-pod'], image },
      place: placed,
      databases: databasesIn(recovery, inputs.volume),
      redis: Object.entries(recovery.redis).map(([name, { workload, container }]) => ({
        name,
        workload,
        container,
      })),
    },
  };
}

/** @throws UserError when the archive declares another application or environment. */
function requireOwner({ app, environment }: SetOwner, owner: SetOwner): void {
  if (app === owner.app && environment === owner.environment) return;
  throw new UserError(
    `the archive belongs to ${app} in ${environment}, not to ${owner.app} in ${owner.environment}`,
    'set the input `archive` to the folder of the right one',
  );
}

/** Returns the repository without its registry host. Pure. */
export const pathIn = (repository: string): string =>
  /^[^/]+\/(.+)$/.exec(
    /^(?:[^/]*[.:][^/]*|localhost)\//.test(repository) ? repository : `docker.io/${repository}`,
  )?.[1] ?? repository;

const databasesIn = ({ databases, drills }: Recovery, volume: string): ArchivedDatabase[] =>
  Object.entries(databases).map(([name, { workload, container, configuration, stanza, database }]) => ({
    name,
    workload,
    container,
    configuration,
    stanza,
    database,
    volume: volumeOf(volume),
    // slipway.yml names the Service of one database only.
    service:
      drills?.markers !== undefined && (drills.database ?? name) === name
        ? drills.markers.service
        : workload.name,
  }));
