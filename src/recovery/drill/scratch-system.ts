import type { Secret } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { applyExport } from '../cluster-objects/applying.ts';
import { type Copy, type CopyRequest, copyConfiguration, createCopy, serviceOfCopy } from '../copy.ts';
import { backupFacts } from '../drill-report.ts';
import type { LevelCheck } from '../levels.ts';
import type { BackupManifest } from '../manifest.ts';
import { copySocket } from '../postgres/copy-pod.ts';
import type { FreshnessLimits } from '../postgres/freshness.ts';
import type { Archiving } from '../postgres/loss-bound.ts';
import { markersOf, readMarkers } from '../postgres/markers.ts';
import { proveRepository, readBackWhole, readRepository } from '../postgres/proving.ts';
import { rowsOf } from '../postgres/sql.ts';
import type { RecoveryTarget } from '../postgres/target.ts';
import type { SegmentSize } from '../postgres/wal.ts';
import { checkIndexes, restoreInto } from '../restore.ts';
import type { Once } from '../steps.ts';
import { untilArchived } from './accidental-deletion.ts';
import { applicationClient } from './application-client.ts';
import type { Cutover } from './cutover.ts';
import { type Encrypted, encryptedCheck } from './encrypted.ts';
import { type Functional, type FunctionalCheck, functionalCheck } from './functional.ts';
import { objectsOf, type ScratchApplication, startAll } from './scratch-application.ts';
import type { ScratchSystem } from './scratch-drill.ts';

/** Implements a drill in its namespace: a copy of the database, and the application on it. */

export interface ScratchTarget {
  /** The copy, in the drill's namespace. */
  readonly copy: CopyRequest;
  readonly stanza: string;
  readonly database: string;
  readonly repository: { readonly name: string; readonly number: number };
  readonly size: SegmentSize;
  readonly limits: FreshnessLimits;
  /** The backup, if the user named one. */
  readonly set?: string | undefined;
  readonly expected: { readonly manifest: BackupManifest; readonly name: string } | undefined;
  /** Checks of the set that were already made. */
  readonly known: readonly LevelCheck[];
  /** Restores files of PVCs and objects of buckets; undefined if the scenario has none. */
  readonly files?: ((cluster: Cluster, once: Once) => Promise<LevelCheck[]>) | undefined;
  /** Columns that must be decrypted with the kept keys. */
  readonly encrypted: readonly Encrypted[];
  /** Returns the primary's archiving status; undefined if markers are written, or the primary cannot be asked. */
  readonly archiving?: ((signal: AbortSignal) => Promise<Archiving | undefined>) | undefined;
  /** The Service through which the application reaches the database. */
  readonly service: string;
  readonly application?: ScratchApplication | undefined;
  /** How the public address is switched over and back; undefined if that is not declared. */
  readonly cutover?: (Pick<Cutover, 'there' | 'back'> & { readonly public: Functional }) | undefined;
  /** The markers of this drill; undefined if none are written. */
  readonly markers?:
    | {
        readonly runId: string;
        readonly unsteady?: string | undefined;
        stop: NonNullable<ScratchSystem['markers']>['stop'];
        readonly mistake?: ScratchSystem['mistake'];
      }
    | undefined;
}

export interface ScratchOptions {
  readonly patience: number;
  readonly signal: AbortSignal;
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
  /** Like `sleep`, between two polls of a process that runs without this job; the job may hand over here. */
  waits(milliseconds: number): Promise<unknown>;
  /** Runs a step, unless an earlier job has done it. */
  readonly once: Once;
  report(line: string): void;
}

/** Returns the system, and `close`, which ends its connections on this machine. */
export function scratchSystem(
  cluster: Cluster,
  target: ScratchTarget,
  options: ScratchOptions,
): { system: ScratchSystem; close(): void } {
  const { signal, now, waits, once, report } = options;
  const { namespace } = target.copy;
  const place = { stanza: target.stanza, repository: target.repository.number };
  const { application, markers } = target;
  let copy: Copy | undefined;
  const copyOrThrow = () => {
    if (copy === undefined) throw new Error('there is no copy yet');
    return copy;
  };
  const client =
    application &&
    applicationClient(cluster, {
      ...application,
      namespace,
      signal,
      sleep: options.sleep,
      patience: { start: target.copy.patience, look: options.patience },
      report,
    });
  let isOver = false;
  const cutover = target.cutover && cutoverBy(target.cutover, options, () => client?.check());
  const system: ScratchSystem = {
    now,
    report,
    markers: markers && { stop: markers.stop, unsteady: markers.unsteady },
    mistake: markers?.mistake,
    cutover: cutover && {
      ...cutover,
      there: async signal => {
        await cutover.there(signal);
        isOver = true;
      },
    },
    behind: async () => target.archiving?.(signal),
    provision: async () => {
      const service = pathOf(resources.service, namespace);
      const raise = async (resumed?: string) => {
        copy = await createCopy(cluster, { ...target.copy, waits, resumed });
        if ((await cluster.get(`${service}/${target.service}`)) === undefined)
          await cluster.create(service, serviceOfCopy(target.service, target.copy));
        return { pod: copy.uid };
      };
      const { pod } = await once('raised', () => raise());
      if (copy === undefined) await raise(pod);
    },
    prove: ({ archived, bound }) =>
      proveRepository({
        exec: copyOrThrow().exec,
        // A real restore does not wait for a read of the whole repository, so that is part of the inspection.
        files: Promise.resolve([]),
        place,
        size: target.size,
        limits: target.limits,
        archived,
        behind: bound?.atMost,
        signal,
        now,
      }),
    restore: async (lostAt, during, mistake) => {
      const read = () => readRepository({ exec: copyOrThrow().exec, place, size: target.size, signal });
      // The live system continues to archive during the drill; after a real loss that WAL would not exist.
      const to = async (): Promise<RecoveryTarget> => {
        if (mistake === undefined) return { kind: 'latest', at: lostAt };
        await untilArchived(mistake, { ...target, repository: target.repository.name }, options, read);
        return mistake.target;
      };
      const brought = await once('restored', async () => {
        const restored = await restoreInto({
          copy: copyOrThrow(),
          database: target.database,
          place,
          expected: target.expected,
          target: to,
          once,
          set: target.set,
          size: target.size,
          during,
          signal,
          sleep: waits,
          report,
        });
        const { backup, last, lastAt } = restored.database.choice;
        return {
          levelChecks: restored.levelChecks,
          backup: backupFacts(backup, target.repository.name),
          ...(lastAt === undefined
            ? {}
            : {
                bound: {
                  atMost: Math.max(0, lostAt - lastAt),
                  because: `${last} is the newest segment in the archive`,
                },
              }),
          at: now(),
        };
      });
      const connection = { database: target.database, host: copySocket };
      const markersNow = async (run: string) =>
        markersOf(await rowsOf(copyOrThrow().exec, connection, readMarkers(run, 0), signal));
      return { ...brought, recovered: markers === undefined ? [] : await markersNow(markers.runId) };
    },
    secrets: async () => [...target.known],
    files: target.files && (() => target.files?.(cluster, once) ?? Promise.resolve([])),
    inspect: async () => {
      const { exec } = copyOrThrow();
      const connection = { database: target.database, host: copySocket };
      const levelChecks = await checkIndexes({
        copy: copyOrThrow(),
        database: target.database,
        report,
        signal,
      });
      const verifying = copyOrThrow().detached('verify');
      levelChecks.push(await readBackWhole({ exec, verifying, place, size: target.size, signal, now }));
      for (const each of target.encrypted) {
        const path = pathOf(resources.secret, target.copy.from, each.secret);
        levelChecks.push(
          await encryptedCheck(exec, connection, each, await cluster.get<Secret>(path), signal),
        );
      }
      if (application !== undefined) levelChecks.push(await objectsOf(cluster, target, application));
      return levelChecks;
    },
    application: application &&
      client && {
        ...client,
        apply: async () => {
          for (const each of application.secrets) await copyConfiguration(cluster, each, target.copy);
          const { objects } = application;
          await applyExport({ cluster, objects, overwrite: true, scaledDown: true, report });
        },
        start: async () => {
          await startAll(cluster, application, namespace);
          await client.open();
        },
        probe: async () => {
          if (cutover === undefined || client.check() === undefined) return client.direct();
          return isOver ? cutover.probe() : 'it is not cut over yet';
        },
      },
  };
  return { system, close: () => client?.close() };
}

/** Identifies the system that answers by a record, written through the public address and read from the restored system. */
function cutoverBy(
  { public: address, there, back }: NonNullable<ScratchTarget['cutover']>,
  { patience, report }: Pick<ScratchOptions, 'patience' | 'report'>,
  restored: () => FunctionalCheck | undefined,
): Cutover {
  const check = functionalCheck(address, undefined, report);
  return {
    there,
    back,
    remember: () => check.remember(patience),
    probe: () => check.whole(patience),
    pointsToRestored: async () => {
      const put = await check.put(patience);
      if ('fault' in put) return put;
      const copy = restored();
      if (copy === undefined) return { fault: 'the restored application is not ready' };
      return { there: (await copy.holds(put.kept, patience)) === undefined };
    },
  };
}
