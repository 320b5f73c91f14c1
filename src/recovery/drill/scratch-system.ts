import { type Forward, forwardTo } from '../../cluster/forward.ts';
import type { KubeObject, Secret } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { applyExport } from '../cluster-objects/applying.ts';
import type { Exported } from '../cluster-objects/portable.ts';
import { type Copy, type CopyRequest, copyConfiguration, copyLabels, raiseCopy } from '../copy.ts';
import { replicasBefore } from '../guard/tamed.ts';
import type { Manifest } from '../manifest.ts';
import { copySocket } from '../postgres/copy-pod.ts';
import type { FreshnessLimits } from '../postgres/freshness.ts';
import { markersOf, readMarkers } from '../postgres/markers.ts';
import { type Contents, proveRepository, readRepository } from '../postgres/proving.ts';
import { rowsOf } from '../postgres/sql.ts';
import type { Target } from '../postgres/target.ts';
import { beginOf, next, type SegmentSize } from '../postgres/wal.ts';
import { checkIndexes, restoreInto } from '../restore.ts';
import type { Once } from '../steps.ts';
import type { CutOver } from './cutting-over.ts';
import { type Encrypted, encryptedRung } from './encrypted.ts';
import { type Functional, type FunctionalCheck, functionalCheck } from './functional.ts';
import { untilArchived } from './mistake.ts';
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
  /** What of it is opened with the keys that were kept. */
  readonly encrypted: readonly Encrypted[];
  /** Whether nothing was written after the newest segment. */
  readonly idle: boolean;
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

export interface ScratchApplication {
  /** As they are applied: tamed, and of the drill's namespace. */
  readonly objects: readonly Exported[];
  /** What is started, as `Kind/name`. */
  readonly start: readonly string[];
  /** Secrets and ConfigMaps that are copied besides. */
  readonly secrets: CopyRequest['configuration'];
  readonly service: string;
  readonly port: number;
  readonly functional: Omit<Functional, 'base'>;
  /** The old record before the loss; undefined where it could not be read. */
  readonly before?: string | undefined;
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
  let forward: Forward | undefined;
  const raised = () => {
    if (copy === undefined) throw new Error('there is no copy yet');
    return copy;
  };
  // Its address is known when its pods are up.
  let check: FunctionalCheck | undefined;
  let isOver = false;
  const cutOver = target.cutOver && cutOverBy(target.cutOver, options.patience, () => check);
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
    prove: () =>
      proveRepository({
        ...{
          exec: raised().exec,
          verifying: raised().lasting('verify'),
          place,
          size: target.size,
          limits: target.limits,
          idle: target.idle,
        },
        ...{ signal, now },
      }),
    restore: async (lostAt, during, mistake) => {
      const read = () => readRepository({ exec: raised().exec, place, size: target.size, signal });
      const to = async () => {
        if (mistake === undefined) return archivedBy(await read(), lostAt, target.size);
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
        const { backup, target: reached } = restored.database.choice;
        return {
          rungs: restored.rungs,
          backup: {
            ...{ label: backup.label, repository: target.repository.name, endedAt: backup.endedAt },
            bytes: backup.size,
          },
          ...(reached.kind === 'time' ? { target: reached.at } : {}),
          at: now(),
        };
      });
      const connection = { database: target.database, host: copySocket };
      const markersNow = async (run: string) =>
        markersOf(await rowsOf(raised().exec, connection, readMarkers(run, 0), signal));
      return { ...brought, recovered: markers === undefined ? [] : await markersNow(markers.runId) };
    },
    inspect: async () => {
      const { exec } = raised();
      const connection = { database: target.database, host: copySocket };
      const rungs = await checkIndexes({ copy: raised(), database: target.database, report, signal });
      for (const each of target.encrypted) {
        const path = pathOf(resources.secret, target.copy.from, each.secret);
        rungs.push(await encryptedRung(exec, connection, each, await cluster.get<Secret>(path), signal));
      }
      return rungs;
    },
    application: application && {
      start: async () => {
        for (const each of application.secrets) await copyConfiguration(cluster, each, target.copy);
        const { objects } = application;
        await applyExport({ cluster, objects, overwrite: true, asleep: true, report });
        await startAll(cluster, application, namespace);
        forward = await untilForwarded(cluster, target, options, application);
        check = functionalCheck({ ...application.functional, base: forward.base }, application.before);
        await untilRemembered(check, target, options);
      },
      probe: async () => {
        if (check === undefined) return 'it is not up yet';
        if (cutOver === undefined) return check.whole(options.patience);
        return isOver ? cutOver.probe() : 'it is not cut over yet';
      },
      direct: async () => (check === undefined ? 'it is not up yet' : check.whole(options.patience)),
      old: async () => check?.old(options.patience),
      fresh: async () => check?.fresh(options.patience),
    },
  };
  return { system, close: () => forward?.close() };
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

/**
 * What stands goes on and archives while the drill restores. All of it that came after the loss would not be there: recovery ends where
 * the last segment ends that was. Pure.
 */
export function archivedBy(
  { listing }: Pick<Contents, 'listing'>,
  lostAt: number,
  size: SegmentSize,
): Target {
  const newest = Math.max(1, ...listing.segments.map(({ segment }) => segment.timeline));
  const own = listing.segments.filter(({ segment }) => segment.timeline === newest);
  const last = own.findLast(({ at }) => at <= lostAt);
  // Nothing was archived since: then the end of the archive is what there is.
  if (last === undefined || last === own.at(-1)) return { kind: 'latest' };
  return { kind: 'lsn', lsn: beginOf(next(last.segment), size), exclusive: true };
}

/** Under the name by which the application knows the database, it finds the copy. */
const serviceOf = ({ copy, service }: ScratchTarget): KubeObject =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: service, namespace: copy.namespace, labels: copyLabels(copy) },
    spec: { selector: copyLabels(copy), ports: [{ name: 'postgresql', port: 5432 }] },
  }) as unknown as KubeObject;

async function startAll(
  cluster: Cluster,
  { objects, start }: ScratchApplication,
  namespace: string,
): Promise<void> {
  for (const object of objects) {
    const title = `${object.kind}/${object.metadata.name}`;
    const replicas = replicasBefore(object);
    if (!start.includes(title) || replicas === undefined) continue;
    const resource = object.kind === 'StatefulSet' ? resources.statefulSet : resources.deployment;
    await cluster.patch(pathOf(resource, namespace, object.metadata.name), 'merge', { spec: { replicas } });
  }
}

/** Its pods are ready before everything that they need is: without an old record nothing could be compared with it, ever. */
async function untilRemembered(
  check: FunctionalCheck,
  { copy }: ScratchTarget,
  { patience, sleep, signal }: ScratchOptions,
): Promise<void> {
  const end = performance.now() + copy.patience;
  while ((await check.remember(patience)) !== undefined && performance.now() < end) {
    signal.throwIfAborted();
    await sleep(500);
  }
}

/** kubectl leads nowhere before a pod of the Service is ready. */
async function untilForwarded(
  { reach }: Cluster,
  { copy }: ScratchTarget,
  { sleep }: ScratchOptions,
  { service, port }: ScratchApplication,
): Promise<Forward> {
  const end = performance.now() + copy.patience;
  for (;;) {
    try {
      return await forwardTo({ namespace: copy.namespace, service, port }, reach);
    } catch (error) {
      if (performance.now() >= end) throw error;
      await sleep(1000);
    }
  }
}
