import { Readable } from 'node:stream';
import type { Cluster } from '../../cluster/port.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { sha256Of } from '../checksum.ts';
import type { NotDrilled } from '../not-restored.ts';
import { type Bucket, removeObjects } from '../object-stores/bucket.ts';
import { restoreDatabases } from '../offline/databases.ts';
import { restorePvcs } from '../offline/files.ts';
import {
  loadArchive,
  notRestoredOffline,
  type OfflineRecovery,
  type OpenedContents,
  openContents,
} from '../offline/recovering.ts';
import { restoreRedisCopies } from '../offline/redis.ts';
import { createMissing, startApplication } from '../offline/starting.ts';
import type { LossBound } from '../postgres/loss-bound.ts';
import { disposableLabel } from '../scratch/manifests.ts';
import { type ApplicationClientOptions, applicationClient } from './application-client.ts';
import { reportedError } from './errors.ts';
import type { PhaseRecorder } from './phase-recorder.ts';
import type { ScratchSystem } from './scratch-drill.ts';

/** Implements the drill in which only the offline archive is left: everything returns into the drill's namespace, registry and bucket. */

interface TotalTarget {
  readonly offline: Omit<OfflineRecovery, 'recorder' | 'cluster'>;
  readonly notDrilled: NotDrilled;
  /** The drill's bucket, marked by an object that allows drills to empty it. */
  readonly bucket: Bucket;
  readonly application: ApplicationClientOptions | undefined;
  /** Upper bound of the data written since the archive was made. */
  readonly lost: LossBound;
  readonly now: () => number;
  report(line: string): void;
}

/** Returns the system, and `close`, which cleans up and returns the error if it cannot. */
export function totalSystem(
  cluster: Cluster,
  target: TotalTarget,
): { system: ScratchSystem; close(): Promise<string | undefined> } {
  const { bucket, now, report } = target;
  const client = target.application && applicationClient(cluster, target.application);
  const offline = {
    ...target.offline,
    cluster,
    bucket: withoutMark(bucket),
    recorder: { during: atOnce },
  };
  let opened: OpenedContents | undefined;
  let notRestored: Parameters<typeof startApplication>[2] = { pvcs: [], databases: [] };
  const contents = () => {
    if (opened === undefined) throw new Error('nothing is opened yet');
    return opened;
  };
  const system: ScratchSystem = {
    now,
    report,
    // The data written since the archive was made are lost.
    behind: async () => ({ behind: target.lost }),
    provision: async () => {
      await emptyBucket(bucket, report);
      await loadArchive(offline);
    },
    // The repository is in the archive, and is checked when it is read.
    prove: async () => [],
    secrets: async () => {
      opened = await openContents(offline);
      for (const each of opened.changes) report(each);
      const sentence = `${counted(opened.contents.secrets.length, 'Secret')} decrypted with the offline key`;
      return [{ level: 'L2', what: 'Secrets of the archive', state: 'passed', sentence }];
    },
    files: async () => {
      const files = await restorePvcs(offline, contents());
      notRestored = { ...notRestored, pvcs: files.notRestored };
      return [
        ...files.levelChecks,
        ...(await restoreRedisCopies(offline, contents(), true)),
        ...notRestoredOffline(contents().contents.manifest, offline.databases, target.notDrilled),
      ];
    },
    restore: async (_, during) => {
      const { all, recorder } = databasesIn(during, offline.databases.length);
      const { levelChecks, backups, failed } = await all(() =>
        restoreDatabases({ ...offline, recorder }, contents()),
      );
      notRestored = { ...notRestored, databases: failed };
      const [backup] = backups;
      if (backup === undefined)
        throw new UserError(
          'the archive has no database',
          'check `recovery` in the slipway.yml of the archive',
        );
      return { levelChecks, backup, recovered: [], at: now() };
    },
    inspect: async () => [],
    application: client && {
      ...client,
      apply: () => createMissing(offline, contents().application),
      start: async () => {
        const { changes } = await startApplication(offline, contents().application, notRestored);
        for (const each of changes) report(each);
        await client.open();
      },
      probe: client.direct,
    },
  };
  return {
    system,
    close: async () => {
      client?.close();
      try {
        await emptyBucket(bucket, report);
      } catch (error) {
        return reportedError(error, target);
      }
      return undefined;
    },
  };
}

/** Empties the bucket of drills. @throws UserError for a bucket with objects, but without the mark that allows that. */
export async function emptyBucket(bucket: Bucket, report: (line: string) => void): Promise<void> {
  const found = await bucket.list();
  // This object marks a bucket as the label marks a namespace.
  const others = found.filter(({ key }) => key !== disposableLabel);
  if (others.length === found.length && found.length > 0) {
    throw new UserError(
      `the bucket ${bucket.name} is not marked for drills, and holds ${counted(found.length, 'object')}`,
      `use an empty bucket, or put an object ${disposableLabel} into this one if everything in it may be lost`,
    );
  }
  await removeObjects(bucket, others);
  if (others.length > 0)
    report(`removed ${counted(others.length, 'object')} of a drill from the bucket ${bucket.name}`);
  if (found.length === 0) await bucket.put(disposableLabel, nothing());
}

const nothing = () => ({
  bytes: 0,
  sha256: sha256Of(new Uint8Array()),
  headers: {},
  body: () => Readable.from([]),
});

const withoutMark = (bucket: Bucket): Bucket => ({
  ...bucket,
  list: async () => (await bucket.list()).filter(({ key }) => key !== disposableLabel),
});

/** Runs work without recording a phase: the caller records the phases of the whole drill. */
const atOnce = <Result>(_: unknown, work: () => Promise<Result>) => work();

/**
 * Returns how the restores of databases, which follow that of the Secrets, are recorded. For a single database, its pod is part of the
 * restore. Several, which are restored and replayed one after the other, are one restore. Pure.
 */
export function databasesIn(
  during: PhaseRecorder['during'],
  count: number,
): { all: (work: () => Promise<Restored>) => Promise<Restored>; recorder: Pick<PhaseRecorder, 'during'> } {
  if (count > 1) return { all: work => during('restore', work), recorder: { during: atOnce } };
  return {
    all: work => work(),
    recorder: { during: (phase, work) => during(phase === 'provision' ? 'restore' : phase, work) },
  };
}

type Restored = Awaited<ReturnType<typeof restoreDatabases>>;
