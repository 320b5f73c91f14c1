import type { KubeObject, Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Recovery } from '../../config/recovery.ts';
import { counted } from '../../toolkit/count.ts';
import { fileNames } from '../attachments.ts';
import { runningImages } from '../images.ts';
import type { BackupManifest } from '../manifest.ts';
import { encryptAge } from '../sealing.ts';
import { sealSecrets, secretNames } from '../secrets.ts';
import { countsOf, exportNamespace, formatExport } from './exporting.ts';
import { keyOf } from './order.ts';
import { type Exported, portable } from './portable.ts';
import { type DeclaredPvcs, pvcsOf } from './pvcs.ts';
import { separated } from './sealed.ts';

/** Collects the part of a backup set that comes from the cluster: objects, PVCs, Secrets, and the images that run. */

export interface ClusterTask {
  readonly cluster: Cluster;
  readonly namespace: string;
  readonly recovery: Recovery;
  /** PVCs with the data of databases, or the templates of such PVCs. */
  readonly databasePvcs: readonly string[];
  /** Passphrases of restic by repository name; secret. */
  readonly passphrases: ReadonlyMap<string, string>;
  report(line: string): void;
}

export interface ClusterBackup
  extends Pick<BackupManifest, 'volumes' | 'clusterObjects' | 'images' | 'secrets' | 'sealedObjects'> {
  /** All exported objects, also those that are encrypted in `files`; empty where the export is turned off. */
  readonly objects: readonly Exported[];
  /** Files of the set by name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** Reads objects, Secrets and images from the cluster. @throws {UserError} when a permission or a declared Secret is missing. */
export async function backUpCluster(task: ClusterTask): Promise<ClusterBackup> {
  const { cluster, namespace, recovery, report } = task;
  const { objects, unread, missing } = await exported(task);
  const { volumes, unmatched } = pvcsOf(
    recovery.objects.export ? objects : await pvcsAlone(cluster, namespace),
    coverageOf(recovery, task.databasePvcs),
  );
  const split = await sealedApart(objects, task);
  const secrets = await keptSecrets(task);
  const images = await imagesIn(task);
  const kinds = countsOf({ objects });
  if (recovery.objects.export)
    report(
      `${namespace}: ${counted(objects.length, 'object')} of ${counted(Object.keys(kinds).length, 'kind')}, ${counted(secrets.names.length, 'Secret')}, ${counted(images.images.length, 'image')}`,
    );
  return {
    objects,
    volumes,
    clusterObjects: kinds,
    images: images.images,
    secrets: [...secrets.names],
    ...(split.sealed.length === 0 ? {} : { sealedObjects: split.sealed }),
    files: { ...split.files, ...secrets.files },
    problems: [
      ...unread,
      ...missing,
      ...unmatched
        .filter(name => Object.hasOwn(recovery.volumes, name))
        .map(name => `\`volumes\` declares ${name}, but ${namespace} has no PVC of that name`),
      ...split.problems,
      ...images.unknown,
    ],
    notes: [...secrets.notes, ...images.notes],
  };
}

/** Pods of our own backups and restores are temporary, and belong in no export. */
const isOurs = ({ metadata }: KubeObject) => metadata?.labels?.['slipway.dev/recovery'] !== undefined;

async function exported({ cluster, namespace, recovery }: ClusterTask) {
  if (!recovery.objects.export) return { objects: [], unread: [], missing: [] };
  const { objects, ...faults } = await exportNamespace(cluster, namespace);
  return { ...faults, objects: objects.filter(each => !isOurs(each)) };
}

/** Lists only PVCs and the StatefulSets whose templates made them. */
async function pvcsAlone(cluster: Cluster, namespace: string): Promise<Exported[]> {
  const pvcs = await cluster.list(pathOf(resources.pvc, namespace));
  const sets = await cluster.list(pathOf(resources.statefulSet, namespace));
  return [
    ...pvcs.items.map(each => portable({ ...each, apiVersion: 'v1', kind: 'PersistentVolumeClaim' })),
    ...sets.items.map(each => portable({ ...each, apiVersion: 'apps/v1', kind: 'StatefulSet' })),
  ];
}

/** Returns how each declared PVC is backed up; a PVC of a database needs no entry in `volumes`. Pure. */
function coverageOf({ volumes }: Pick<Recovery, 'volumes'>, databasePvcs: readonly string[]): DeclaredPvcs {
  return Object.fromEntries([
    ...databasePvcs.map(pvc => [pvc, 'database'] as const),
    ...Object.entries(volumes).map(
      ([pvc, { database, to }]) =>
        [pvc, to !== undefined ? 'files' : database !== undefined ? 'database' : 'not-needed'] as const,
    ),
  ]);
}

async function sealedApart(objects: readonly Exported[], { recovery }: ClusterTask) {
  if (!recovery.objects.export) return { sealed: [], files: {}, problems: [] };
  const { plain, sealed } = separated(objects);
  const keys = sealed.map(keyOf);
  const files: Record<string, Uint8Array> = {
    [fileNames.objects]: new TextEncoder().encode(formatExport({ objects: plain })),
  };
  const { recipients } = recovery;
  if (sealed.length > 0 && recipients.length > 0)
    files[fileNames.sealedObjects] = await encryptAge(formatExport({ objects: sealed }), recipients);
  const unsealed = recipients.length > 0 ? [] : keys;
  return {
    sealed: keys,
    files,
    problems: unsealed.map(
      key => `${key} may hold a secret, and is not backed up: \`recipients\` names no key to encrypt it with`,
    ),
  };
}

async function keptSecrets({ cluster, namespace, recovery, passphrases }: ClusterTask) {
  const { recipients } = recovery;
  if (recipients.length === 0)
    return {
      names: [],
      files: {},
      notes: [
        'Secrets and passphrases are not backed up: name age public keys in `recipients`, or no backup can be read after a total loss',
      ],
    };
  const declared = declaredSecrets(recovery) ?? (await secretNames(cluster, namespace));
  const { names, file } = await sealSecrets(cluster, namespace, declared, recipients);
  const files: Record<string, Uint8Array> = { [fileNames.secrets]: file };
  // `age --decrypt` prints the passphrase and nothing else.
  for (const [repository, passphrase] of passphrases)
    files[fileNames.passphrase(repository)] = await encryptAge(passphrase, recipients);
  return { names, files, notes: [] };
}

/**
 * Returns the names of the Secrets to back up: the declared ones, and those with passphrases of pgBackRest or passwords of databases.
 * Undefined means all Secrets. Pure.
 */
export function declaredSecrets({
  secrets,
  databases,
  managed,
}: Pick<Recovery, 'secrets' | 'databases' | 'managed'>): string[] | undefined {
  if (secrets === undefined) return undefined;
  const ofDatabases = Object.values(databases).flatMap(({ configuration }) =>
    configuration.filter(({ kind }) => kind === 'Secret').map(({ name }) => name),
  );
  const ofManaged = Object.values(managed).map(({ secret }) => secret);
  return [...new Set([...secrets, ...ofDatabases, ...ofManaged])].sort();
}

async function imagesIn({ cluster, namespace, recovery }: ClusterTask) {
  const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace));
  const own = items.filter(pod => !isOurs(pod));
  const { images, unknown } = runningImages(own.filter(({ status }) => status?.phase !== 'Pending'));
  const waiting = own.filter(({ status }) => status?.phase === 'Pending');
  const backupPod = recovery['backup-pod']?.image;
  return {
    images: [...new Set([...images, ...(backupPod === undefined ? [] : [backupPod])])].sort(),
    unknown,
    notes: waiting.map(
      ({ metadata }) => `the images of pod ${metadata?.name} are not in the backup: it is still pending`,
    ),
  };
}
