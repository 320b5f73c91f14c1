import type { KubeObject, Secret } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { applyExport } from '../cluster-objects/applying.ts';
import { type Copy, type CopyRequest, copyConfiguration, copyLabels, raiseCopy } from '../copy.ts';
import { backupFacts } from '../drill-report.ts';
import type { Rung } from '../ladder.ts';
import type { Manifest } from '../manifest.ts';
import type { Archiving } from '../postgres/behind.ts';
import { copySocket } from '../postgres/copy-pod.ts';
import type { FreshnessLimits } from '../postgres/freshness.ts';
import { markersOf, readMarkers } from '../postgres/markers.ts';
import { proveRepository, readRepository } from '../postgres/proving.ts';
import { rowsOf } from '../postgres/sql.ts';
import type { Target } from '../postgres/target.ts';
import type { SegmentSize } from '../postgres/wal.ts';
import { checkIndexes, restoreInto } from '../restore.ts';
import type { Once } from '../steps.ts';
import { answering } from './answering.ts';
import type { CutOver } from './cutting-over.ts';
import { type Encrypted, encryptedRung } from './encrypted.ts';
import { type Functional, type FunctionalCheck, functionalCheck } from './functional.ts';
import { untilArchived } from './mistake.ts';
import { objectsOf, type ScratchApplication, startAll } from './scratch-application.ts';
import type { ScratchSystem } from './scratch-drill.ts';

/** The hands of a drill in its own namespace: a copy of the database, and the application upon it. */

export interface ScratchTarget {
  /** The copy; its namespace is that of the drill. */
  readonly copy: CopyRequest;
  readonly stanza: string;
  readonly database: string;
  readonly repository: { readonly name: string; readonly number: number };
  readonly size: SegmentSize;
  readonly limits: FreshnessLimits;
  /** The backup when somebody named one. */
  readonly set?: string | undefined;
  readonly expected: { readonly manifest: Manifest; readonly name: string } | undefined;
  /** What is known of the set already, as rungs. */
  readonly known: readonly Rung[];
  /** Restores files of PVCs and objects of buckets; undefined where the scenario has none. */
  readonly files?: ((cluster: Cluster, once: Once) => Promise<Rung[]>) | undefined;
  /** What of it is opened with the keys that were kept. */
  readonly encrypted: readonly Encrypted[];
  /** What the primary says of its archive; undefined where markers are written, or nobody can ask. */
  readonly archiving?: ((signal: AbortSignal) => Promise<Archiving | undefined>) | undefined;
  /** The Service by which the application finds the database. */
  readonly service: string;
  readonly application?: ScratchApplication | undefined;
  /** How the public address is led to it and back; undefined where that is not declared. */
  readonly cutOver?:
    | { readonly public: Functional; there: CutOver['there']; back: CutOver['back'] }
    | undefined;
  /** Of the markers of this drill; undefined where none are written. */
  readonly markers?:
    | {
        readonly runId: string;
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
  /** As `sleep`, between two looks at what goes on without us: here this job may hand over to the next one. */
  waits(milliseconds: number): Promise<unknown>;
  /** What an earlier job has done. */
  readonly once: Once;
  report(line: string): void;
}

/** @returns the system, and what ends what it has opened on this machine. */
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
  const raised = () => {
    if (copy === undefined) throw new Error('there is no copy yet');
    return copy;
  };
  const asked =
    application &&
    answering(cluster, {
      ...application,
      ...{ namespace, signal, sleep: options.sleep },
      patience: { start: target.copy.patience, look: options.patience },
    });
  let isOver = false;
  const cutOver = target.cutOver && cutOverBy(target.cutOver, options.patience, () => asked?.check());
  const system: ScratchSystem = {
    ...{ now, report },
    markers: markers && { stop: markers.stop },
    mistake: markers?.mistake,
    cutOver: cutOver && {
      ...cutOver,
      there: async signal => {
        await cutOver.there(signal);
        isOver = true;
      },
    },
    behind: async () => target.archiving?.(signal),
    provision: async () => {
      const service = pathOf(resources.service, namespace);
      const raise = async (resumed?: string) => {
        copy = await raiseCopy(cluster, { ...target.copy, waits, resumed });
        if ((await cluster.get(`${service}/${target.service}`)) === undefined)
          await cluster.create(service, serviceOf(target));
        return { pod: copy.uid };
      };
      const { pod } = await once('raised', () => raise());
      if (copy === undefined) await raise(pod);
    },
    prove: ({ archived, bound }) =>
      proveRepository({
        ...{ exec: raised().exec, verifying: raised().lasting('verify'), place },
        ...{ size: target.size, limits: target.limits, archived, behind: bound?.atMost },
        ...{ signal, now },
      }),
    restore: async (lostAt, during, mistake) => {
      const read = () => readRepository({ exec: raised().exec, place, size: target.size, signal });
      // What stands goes on and archives while the drill restores: all of it that comes after the loss would not be there.
      const to = async (): Promise<Target> => {
        if (mistake === undefined) return { kind: 'latest', at: lostAt };
        await untilArchived(mistake, { ...target, repository: target.repository.name }, options, read);
        return mistake.target;
      };
      const brought = await once('restored', async () => {
        const restored = await restoreInto({
          ...{
            copy: raised(),
            database: target.database,
            place,
            expected: target.expected,
            target: to,
            once,
          },
          ...{ set: target.set, size: target.size, during, signal, sleep: waits, report },
        });
        const { backup, last, lastAt } = restored.database.choice;
        return {
          rungs: restored.rungs,
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
        markersOf(await rowsOf(raised().exec, connection, readMarkers(run, 0), signal));
      return { ...brought, recovered: markers === undefined ? [] : await markersNow(markers.runId) };
    },
    secrets: async () => [...target.known],
    files: target.files && (() => target.files?.(cluster, once) ?? Promise.resolve([])),
    inspect: async () => {
      const { exec } = raised();
      const connection = { database: target.database, host: copySocket };
      const rungs = await checkIndexes({ copy: raised(), database: target.database, report, signal });
      for (const each of target.encrypted) {
        const path = pathOf(resources.secret, target.copy.from, each.secret);
        rungs.push(await encryptedRung(exec, connection, each, await cluster.get<Secret>(path), signal));
      }
      if (application !== undefined) rungs.push(await objectsOf(cluster, target, application));
      return rungs;
    },
    application: application &&
      asked && {
        apply: async () => {
          for (const each of application.secrets) await copyConfiguration(cluster, each, target.copy);
          const { objects } = application;
          await applyExport({ cluster, objects, overwrite: true, asleep: true, report });
        },
        start: async () => {
          await startAll(cluster, application, namespace);
          await asked.open();
        },
        probe: async () => {
          if (cutOver === undefined || asked.check() === undefined) return asked.whole();
          return isOver ? cutOver.probe() : 'it is not cut over yet';
        },
        ...{ direct: asked.whole, old: asked.old, fresh: asked.fresh },
      },
  };
  return { system, close: () => asked?.close() };
}

/** Whether both are one is told by a record: it is written through the public address, and looked for past it. */
function cutOverBy(
  { public: address, there, back }: NonNullable<ScratchTarget['cutOver']>,
  patience: number,
  restored: () => FunctionalCheck | undefined,
): CutOver {
  const check = functionalCheck(address);
  return {
    ...{ there, back },
    remember: () => check.remember(patience),
    probe: () => check.whole(patience),
    leadsThere: async () => {
      const put = await check.put(patience);
      if ('fault' in put) return put;
      const copy = restored();
      if (copy === undefined) return { fault: 'nothing that was restored is up' };
      return { there: (await copy.holds(put.kept, patience)) === undefined };
    },
  };
}

/** Under the name by which the application knows the database, it finds the copy. */
const serviceOf = ({ copy, service }: ScratchTarget): KubeObject =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: service, namespace: copy.namespace, labels: copyLabels(copy) },
    spec: { selector: copyLabels(copy), ports: [{ name: 'postgresql', port: 5432 }] },
  }) as unknown as KubeObject;
