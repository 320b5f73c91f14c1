import { Readable } from 'node:stream';
import type { Cluster } from '../../cluster/port.ts';
import { counted } from '../../toolkit/count.ts';
import { UserError } from '../../toolkit/errors.ts';
import { sha256Of } from '../checksum.ts';
import type { Bucket } from '../object-stores/bucket.ts';
import { removeObjects } from '../object-stores/removing.ts';
import { restorePvcs } from '../offline/files.ts';
import {
  loadArchive,
  notBack,
  type OfflineRecovery,
  type OpenedContents,
  openContents,
  restoreDatabases,
} from '../offline/recovering.ts';
import { makeMissing, startApplication } from '../offline/starting.ts';
import type { NotDrilled } from '../passed-over.ts';
import type { Behind } from '../postgres/behind.ts';
import { disposableLabel, formerLabel } from '../scratch/manifests.ts';
import { type Answering, answering } from './answering.ts';
import type { ScratchSystem } from './scratch-drill.ts';
import type { Stamper } from './stamps.ts';
import { told } from './told.ts';

/** The hands of a drill in which everything is gone but the offline archive: it comes back into the drill's namespace, registry and bucket. */

export interface TotalTarget {
  readonly offline: Omit<OfflineRecovery, 'stamper' | 'cluster'>;
  readonly notDrilled: NotDrilled;
  /** The drill's own, which says by an object that drills may empty it. */
  readonly bucket: Bucket;
  readonly application: Answering | undefined;
  /** How much was written since what is in the archive. */
  readonly lost: Behind;
  readonly now: () => number;
  report(line: string): void;
}

/** @returns the system, and what ends what it has opened on this machine and elsewhere, which says what it could not clear away. */
export function totalSystem(
  cluster: Cluster,
  target: TotalTarget,
): { system: ScratchSystem; close(): Promise<string | undefined> } {
  const { bucket, now, report } = target;
  const asked = target.application && answering(cluster, target.application);
  const offline = {
    ...target.offline,
    cluster,
    bucket: withoutMark(bucket),
    stamper: { during: atOnce },
  };
  let opened: OpenedContents | undefined;
  let lacking: readonly string[] = [];
  const contents = () => opened ?? raise('nothing is opened yet');
  const system: ScratchSystem = {
    ...{ now, report },
    // What was written since the archive was made is lost.
    behind: async () => ({ behind: target.lost }),
    provision: async () => {
      await emptied(bucket, report);
      await loadArchive(offline);
    },
    // The repository is in the archive, and proved when it is read.
    prove: async () => [],
    secrets: async () => {
      opened = await openContents(offline);
      for (const each of opened.changes) report(each);
      const sentence = `${counted(opened.contents.secrets.length, 'Secret')} opened by the offline key`;
      return [{ level: 'L2', what: 'Secrets of the archive', state: 'passed', sentence }];
    },
    files: async () => {
      const files = await restorePvcs(offline, contents());
      lacking = files.lacking;
      return [...files.rungs, ...notBack(contents().contents.manifest, offline.databases, target.notDrilled)];
    },
    restore: async (_, during) => {
      const { all, stamper } = databasesIn(during, offline.databases.length);
      const { rungs, backups } = await all(() => restoreDatabases({ ...offline, stamper }, contents()));
      const [backup] = backups;
      if (backup === undefined)
        throw new UserError('the archive holds no database', 'see `recovery` of the slipway.yml in it');
      return { rungs, backup, recovered: [], at: now() };
    },
    inspect: async () => [],
    application: asked && {
      apply: () => makeMissing(offline, contents().application),
      start: async () => {
        const { changes } = await startApplication(offline, contents().application, lacking);
        for (const each of changes) report(each);
        await asked.open();
      },
      ...{ probe: asked.whole, direct: asked.whole, old: asked.old, fresh: asked.fresh },
    },
  };
  return {
    system,
    close: async () => {
      asked?.close();
      try {
        await emptied(bucket, report);
      } catch (error) {
        return told(error, target);
      }
      return undefined;
    },
  };
}

/** Removes what drills have left in their bucket. @throws UserError for a bucket with something in it that does not say that drills may empty it. */
export async function emptied(bucket: Bucket, report: (line: string) => void): Promise<void> {
  const found = await bucket.list();
  // The object says of the bucket what the label says of a namespace.
  const others = found.filter(({ key }) => key !== disposableLabel);
  if (others.length === found.length && found.length > 0) {
    const former = found.some(({ key }) => key === formerLabel)
      ? `, and remove the object ${formerLabel}, which no longer counts`
      : '';
    throw new UserError(
      `${bucket.name} holds ${counted(found.length, 'object')}, and does not say that drills may empty it`,
      `name an empty bucket, or put an object ${disposableLabel} into this one when all in it may be lost${former}`,
    );
  }
  await removeObjects(bucket, others);
  if (others.length > 0) report(`${bucket.name}: ${counted(others.length, 'object')} of a drill removed`);
  if (found.length === 0) await bucket.put(disposableLabel, nothing());
}

const nothing = () => ({
  ...{ bytes: 0, sha256: sha256Of(new Uint8Array()), headers: {} },
  body: () => Readable.from([]),
});

const withoutMark = (bucket: Bucket): Bucket => ({
  ...bucket,
  list: async () => (await bucket.list()).filter(({ key }) => key !== disposableLabel),
});

/** Whoever looks at the whole drill notes its phases. */
const atOnce = <Result>(_: unknown, work: () => Promise<Result>) => work();

/**
 * How databases are noted that come back when Secrets are back already: the pod of one is made as a part of its restore; several, each of
 * which is restored and replayed after the one before, are one restore. Pure.
 */
export function databasesIn(
  during: Stamper['during'],
  count: number,
): { all: (work: () => Promise<Restored>) => Promise<Restored>; stamper: Pick<Stamper, 'during'> } {
  if (count > 1) return { all: work => during('restore', work), stamper: { during: atOnce } };
  return {
    all: work => work(),
    stamper: { during: (phase, work) => during(phase === 'provision' ? 'restore' : phase, work) },
  };
}

type Restored = Awaited<ReturnType<typeof restoreDatabases>>;

function raise(problem: string): never {
  throw new Error(problem);
}
