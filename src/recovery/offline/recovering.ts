import { join } from 'node:path';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { Discovery, pathOf, resources } from '../../cluster/resources.ts';
import type { RegistryClient } from '../../registry/client.ts';
import { templateOf, type Workload } from '../../release/workloads/kinds.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';
import { applyExport } from '../cluster-objects/applying.ts';
import { type Exported, movedTo } from '../cluster-objects/portable.ts';
import { type Copy, type CopyRequest, copyLabels, isFinished, raiseCopy } from '../copy.ts';
import { applicationOf } from '../drill/scratch-objects.ts';
import type { Stamper } from '../drill/stamps.ts';
import { replicasBefore } from '../guard/tamed.ts';
import { restoreImages } from '../images.ts';
import type { Rung } from '../ladder.ts';
import type { Manifest } from '../manifest.ts';
import type { Bucket } from '../object-stores/bucket.ts';
import { restoreBucket } from '../object-stores/mirror.ts';
import { proveRepository } from '../postgres/proving.ts';
import { parseSegmentSize, usualSize } from '../postgres/wal.ts';
import { checkIndexes, restoreInto } from '../restore.ts';
import { checkArchive } from './checking.ts';
import { places } from './inventory.ts';
import type { NewBucket } from './pointing.ts';
import { relocated } from './relocation.ts';
import { configurationOf, secretsOf } from './settings.ts';

/**
 * Everything from an offline archive into a cluster that has nothing: the files of the bucket into a new one, the images into a new
 * registry, Secrets by the offline key, the databases from their backup, and then the application upon them.
 */

/** A database as slipway.yml declares it. */
export interface LostDatabase {
  readonly name: string;
  readonly workload: { readonly kind: string; readonly name: string };
  readonly container: string | undefined;
  readonly configuration: CopyRequest['configuration'];
  readonly stanza: string;
  readonly database: string;
  /** The Service by which it is found. */
  readonly service: string;
  readonly volume: CopyRequest['volume'];
}

/** What the newest set in the archive says, and holds. */
export interface LostContents {
  readonly manifest: Manifest;
  readonly objects: readonly Exported[];
  readonly secrets: readonly Exported[];
}

export interface OfflineRecovery {
  readonly cluster: Cluster;
  /** The archive. */
  readonly folder: string;
  readonly app: string;
  /** Namespaces: where it was, and where it comes. The latter is there. */
  readonly from: string;
  readonly into: string;
  /** Empty, or with what a run before has put there. */
  readonly bucket: Bucket;
  readonly newBucket: NewBucket;
  /** Of pgBackRest: the number and the name of the repository that was archived. */
  readonly repository: { readonly name: string; readonly number: number };
  readonly registry: RegistryClient;
  /** Into which repository of the new registry those of another one go. */
  place(repository: string): string;
  /** Reads the set from the new bucket, sees that it is signed as demanded, and opens it. */
  contents(): Promise<LostContents>;
  readonly databases: readonly LostDatabase[];
  readonly run: string;
  readonly stamper: Pick<Stamper, 'during'>;
  /** How long pods may take; ms. */
  readonly patience: number;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

export interface OfflineRecovered {
  readonly rungs: readonly Rung[];
  /** What was changed, left out or stays asleep, in sentences. */
  readonly changes: readonly string[];
  /** `Kind/name` of what was started. */
  readonly started: readonly string[];
}

/** @throws UserError when the archive is not whole, before anything is written; later when something cannot be brought back. */
export async function recoverOffline(task: OfflineRecovery): Promise<OfflineRecovered> {
  const { folder, bucket, registry, place, report, stamper } = task;
  report('reading every byte of the archive');
  const { index, problems } = await stamper.during('decide', () => checkArchive(folder));
  if (problems.length > 0)
    throw new UserError(
      `the archive is not whole: ${problems[0]}${problems.length === 1 ? '' : `, and ${problems.length - 1} more`}`,
      'take another copy of it',
    );
  await stamper.during('provision', async () => {
    await restoreBucket(join(folder, places.bucket), bucket, report, { again: true });
    await restoreImages({ registry, folder: join(folder, places.images), report }, place);
  });
  const contents = await task.contents();
  const { objects, foreign } = relocated(contents.objects, index.images, place);
  await makeMissing(task, secretsOf(contents.secrets, task));
  await makeMissing(task, configurationOf(objects, task));
  const rungs: Rung[] = [];
  for (const each of task.databases) {
    const copy = { namespace: task.into, app: task.app, name: nameOfCopy(each) };
    // Somebody may have written into it since.
    if (await isFinished(task.cluster, copy))
      report(`the database ${each.name} is back since a run before, and stays`);
    else rungs.push(...(await restoreOne(task, each, contents, objects)));
  }
  const { started, changes } = await startApplication(task, objects, contents.manifest);
  return {
    rungs: [...rungs, ...notBack(contents.manifest)],
    started,
    changes: [
      ...foreign.map(image => `${image} is not in the archive, and is asked for where it was`),
      ...changes,
    ],
  };
}

/** What is in the bucket by now, and not yet where it belongs. */
const notBack = ({ volumes, objectStores }: Manifest): Rung[] =>
  [
    ...volumes.flatMap(({ claim, files }) => (files === undefined ? [] : [`files of the claim ${claim}`])),
    ...objectStores.map(({ name }) => `objects of the bucket ${name}`),
  ].map(what => ({
    ...{ level: 'L2', what, state: 'skipped' },
    sentence: 'they are in the new bucket, and are not restored from it yet',
  }));

/** What is there already was made by hand, for the new place. */
async function makeMissing(
  { cluster, report }: OfflineRecovery,
  objects: readonly Exported[],
): Promise<void> {
  const missing: Exported[] = [];
  for (const object of objects) {
    if (await isThere(cluster, object))
      report(`${object.kind}/${object.metadata.name} is there already, and stays`);
    else missing.push(object);
  }
  if (missing.length > 0)
    await applyExport({ cluster, objects: missing, overwrite: false, asleep: true, report });
}

async function isThere(cluster: Cluster, { apiVersion, kind, metadata }: Exported): Promise<boolean> {
  const resource = await new Discovery(cluster).find(apiVersion, kind);
  if (resource === undefined) return false;
  return (await cluster.get(pathOf(resource, metadata.namespace ?? '', metadata.name))) !== undefined;
}

async function restoreOne(
  task: OfflineRecovery,
  lost: LostDatabase,
  { manifest }: LostContents,
  objects: readonly Exported[],
): Promise<Rung[]> {
  const { stamper, signal, sleep, report, repository, cluster, into } = task;
  const copy = await stamper.during('provision', () => raise(task, lost, objects));
  const place = { stanza: lost.stanza, repository: repository.number };
  const database = manifest.databases.find(({ name }) => name === lost.name);
  const size = parseSegmentSize(database?.segment ?? 0) ?? usualSize;
  const label = database?.backups.find(each => each.repository === repository.name)?.label;
  // How old it is nobody can change any more.
  const ages = { backup: Number.POSITIVE_INFINITY, wal: Number.POSITIVE_INFINITY };
  const proved = await proveRepository({
    ...{
      exec: copy.exec,
      verifying: copy.lasting('verify'),
      place,
      size,
      limits: ages,
      idle: true,
      signal,
      now: () => cluster.now(),
    },
  });
  const restored = await restoreInto({
    ...{ copy, database: lost.database, place, size, set: label, target: { kind: 'latest' } },
    expected: database && { manifest, name: lost.name },
    ...{ during: stamper.during, signal, sleep, report },
  });
  const indexes = await checkIndexes({ copy, database: lost.database, report, signal });
  await copy.finish();
  const name = nameOfCopy(lost);
  await makeMissing(task, [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: lost.service, namespace: into, labels: copyLabels({ app: task.app, name }) },
      spec: {
        selector: copyLabels({ app: task.app, name }),
        ports: [{ name: 'postgresql', port: 5432 }],
      },
    } as unknown as Exported,
  ]);
  return [...proved, ...restored.rungs, ...indexes];
}

const nameOfCopy = ({ name }: LostDatabase) => `${name}-recovered`;

async function raise(task: OfflineRecovery, lost: LostDatabase, objects: readonly Exported[]): Promise<Copy> {
  const { cluster, app, from, into, run, patience, signal, sleep, report } = task;
  const workload = objects.find(
    ({ kind, metadata }) =>
      kind === lost.workload.kind && metadata.name === lost.workload.name && metadata.namespace === from,
  );
  const template = templateOf(workload as unknown as Workload | undefined)?.spec;
  if (template === undefined)
    throw new UserError(
      `the backup has no ${lost.workload.kind}/${lost.workload.name} in ${from}`,
      'see whether its objects were backed up; correct `workload` of the database in slipway.yml',
    );
  const name = nameOfCopy(lost);
  return raiseCopy(cluster, {
    ...{ app, template, volume: lost.volume, run, patience, signal, sleep, report, name },
    ...{ namespace: into, from: into, container: lost.container, configuration: lost.configuration },
  });
}

/** Everything but the databases: first asleep, then what had pods. */
async function startApplication(task: OfflineRecovery, objects: readonly Exported[], { volumes }: Manifest) {
  const { cluster, from, into, report, databases, stamper } = task;
  const changes: string[] = [];
  let rest: readonly Exported[] = objects;
  for (const { workload, service } of databases) {
    const around = applicationOf(rest, { from, to: from, database: workload, service });
    rest = around.objects;
    changes.push(...around.changes);
  }
  const moved = movedTo(rest, from, into);
  const started: string[] = [];
  await stamper.during('start', async () => {
    await makeMissing(task, moved);
    for (const object of moved) {
      const replicas = replicasBefore(object);
      if (replicas === undefined || replicas === 0) continue;
      const title = `${object.kind}/${object.metadata.name}`;
      const claim = volumes.find(each => each.files !== undefined && mounts(object, each.claim))?.claim;
      if (claim !== undefined) {
        changes.push(`${title} stays without pods: the files of its claim ${claim} are not back`);
        continue;
      }
      const resource = object.kind === 'StatefulSet' ? resources.statefulSet : resources.deployment;
      const path = pathOf(resource, into, object.metadata.name);
      if (await sleeps(cluster, path)) await cluster.patch(path, 'merge', { spec: { replicas } });
      await untilReady(task, path, title, replicas);
      started.push(title);
    }
  });
  report(`${counted(started.length, 'workload')} of the application started`);
  return { started, changes: [...new Set(changes)] };
}

/** Whether it was put to sleep by us, and by nobody else since. */
async function sleeps(cluster: Cluster, path: string): Promise<boolean> {
  const live = await cluster.get<KubeObject & { spec?: { replicas?: number } }>(path);
  return live !== undefined && live.spec?.replicas === 0 && replicasBefore(live) !== undefined;
}

/** Whether its pods use a claim, by name or by one of its templates. Pure. */
export function mounts(object: Exported, claim: string): boolean {
  const spec = isMap(object.spec) ? object.spec : {};
  const template = isMap(spec.template) && isMap(spec.template.spec) ? spec.template.spec : {};
  const named = mapsIn(template.volumes).some(
    ({ persistentVolumeClaim: of }) => isMap(of) && of.claimName === claim,
  );
  const templates = mapsIn(spec.volumeClaimTemplates).map(({ metadata }) =>
    isMap(metadata) ? `${metadata.name}-${object.metadata.name}-` : '',
  );
  return named || templates.some(start => start !== '' && claim.startsWith(start));
}

async function untilReady(
  { cluster, patience, sleep, signal }: OfflineRecovery,
  path: string,
  title: string,
  replicas: number,
): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    signal.throwIfAborted();
    const live = await cluster.get<{ status?: { readyReplicas?: number } }>(path);
    const ready = live?.status?.readyReplicas ?? 0;
    if (ready >= replicas) return;
    if (performance.now() >= end)
      throw new UserError(
        `${ready} of ${counted(replicas, 'pod')} of ${title} are ready after ${Math.round(patience / 1000)} s`,
        'see their events with kubectl describe: an image, a Secret or a volume may be missing',
      );
    await sleep(1000);
  }
}
