import { isDeepStrictEqual } from 'node:util';
import { isConflict } from '../cluster/errors.ts';
import { ExecConnectionLost } from '../cluster/exec.ts';
import type { ConfigMap, KubeObject, Pod, Secret } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { apiVersionOf, pathOf, resources } from '../cluster/resources.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined } from '../toolkit/map.ts';
import type { Exported } from './cluster-objects/portable.ts';
import { type DetachedPlace, runDetached, withReconnect } from './detached-command.ts';
import { type Exec, podExec } from './exec.ts';
import { removePod } from './pod-removal.ts';
import { waitUntilRunning } from './pod-start.ts';
import { type Polling, poll } from './polling.ts';
import {
  type CopyPod,
  copyCommands,
  copyContainer,
  copyPod,
  dataOf,
  openCopy,
  restartCopy,
  separatePlace,
  startCopy,
  stopCopy,
} from './postgres/copy-pod.ts';

/** A pod with a copy of a database, in a new or an existing namespace. */

export interface CopyRequest extends Polling, Omit<CopyPod, 'labels' | 'configuration'> {
  readonly configuration: readonly CopiedConfiguration[];
  /** The namespace that the configuration of pgBackRest is copied from. */
  readonly from: string;
  readonly run: string;
  readonly app: string;
  /** Like `sleep`, while polling work that continues without this process: here a job may hand over to the next one. Default: `sleep`. */
  waits?(milliseconds: number): Promise<unknown>;
  /** UID of the pod in which an earlier job of this run works; this run continues there. */
  readonly resumed?: string | undefined;
  report(line: string): void;
}

export interface CopiedConfiguration {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  /** Name of the object that it is copied from. Default: `name`. */
  readonly source?: string | undefined;
}

export interface Copy {
  /** UID of its pod. */
  readonly uid: string;
  /** Repeats a command when the connection breaks: for commands that may run twice. */
  readonly exec: Exec;
  /** The data directory. */
  readonly path: string;
  /** Whether written WAL is kept until it is archived. */
  readonly archives: boolean;
  /** Runs a command once; when the connection breaks, its outcome is unknown. */
  readonly raw: Exec;
  /** For long commands: they outlive the connection and this process, and a later run joins them by name. */
  detached(name: string): Exec;
  start(): Promise<void>;
  /** Once in the life of the copy: a repeated call returns the first result. */
  restart(): Promise<void>;
  /** Lets a copy that was made `closed` accept connections; returns when it does. */
  open(): Promise<void>;
  /** Shuts PostgreSQL down cleanly, and ends the pod with it. */
  stop(): Promise<void>;
  /** Why PostgreSQL has stopped, with the end of its log; undefined while it runs. */
  ended(): Promise<string | undefined>;
  /** Removes its pod, and with it data on volumes of the pod alone. Works in a cancelled run, too. */
  remove(): Promise<void>;
  /** Marks the copy as finished: later runs no longer treat it as an orphan of a killed run. */
  finish(): Promise<void>;
}

/** Returns the labels by which the objects of a copy are recognized. */
export const copyLabels = ({ app, name }: Pick<CopyRequest, 'app' | 'name'>) => ({
  'slipway.dev/app': app,
  'slipway.dev/kind': 'copy',
  'slipway.dev/copy': name,
});

/** Returns the Service that gives a copy the name under which the application reaches the database. Pure. */
export const serviceOfCopy = (
  name: string,
  copy: Pick<CopyRequest, 'namespace' | 'app' | 'name'>,
): Exported =>
  ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: copy.namespace, labels: copyLabels(copy) },
    spec: { selector: copyLabels(copy), ports: [{ name: 'postgresql', port: 5432 }] },
  }) as unknown as Exported;

const runNote = 'slipway.dev/run';
/** Annotation of the pod of a finished copy. */
export const finishedNote = 'slipway.dev/finished';

/** Whether an earlier run finished a copy of that name. */
export async function isFinished(cluster: Cluster, request: Pick<CopyRequest, 'namespace' | 'app' | 'name'>) {
  const there = await cluster.get<Made>(pathOf(resources.pod, request.namespace, request.name));
  return there !== undefined && isCopyOf(there, request) && isMarked(there);
}

/**
 * Creates the pod and the configuration that it reads, and waits until commands can run in it. An unfinished copy of an earlier run is
 * removed first: the caller ensures that no other run uses it.
 * @throws {UserError} when an object of that name is not ours or belongs to a finished copy, and when the pod does not start.
 */
export async function createCopy(cluster: Cluster, request: CopyRequest): Promise<Copy> {
  const { namespace, name, run, resumed, report } = request;
  const path = pathOf(resources.pod, namespace, name);
  if (resumed === undefined) await makeCopy(cluster, request);
  else await requirePod(cluster, path, name, resumed);
  const uid = await waitUntilRunning(cluster, path, request);
  const raw = podExec({ namespace, pod: name, container: copyContainer }, cluster.reach);
  const kept: DetachedPlace = {
    exec: raw,
    folder: copyCommands,
    report,
    sleep: request.waits ?? request.sleep,
    gone: () => goneOf(cluster, path, name, uid),
  };
  const exec = withReconnect({ ...kept, sleep: request.sleep });
  const { place = separatePlace } = request;
  const data = dataOf(place);
  const orThrow = async (by: Exec, command: readonly string[]) => {
    const { code, stderr } = await by(command);
    if (code !== 0)
      throw new UserError(
        `${command[0]} failed in ${name}: ${stderr.trim().slice(0, 300)}`,
        'read the log of that pod',
      );
  };
  return {
    uid,
    exec,
    raw,
    detached: of => runDetached(kept, of),
    path: data,
    archives: place.archives,
    start: () => orThrow(exec, startCopy(data)),
    restart: () => orThrow(runDetached(kept, 'restart'), restartCopy(data)),
    open: () => orThrow(runDetached(kept, 'open'), openCopy(data)),
    stop: async () => {
      const [forget = [], end = []] = stopCopy(data);
      await orThrow(exec, forget);
      // The connection may break as PostgreSQL stops, so the end of the pod decides.
      await orThrow(raw, end).catch((error: unknown) => {
        if (!(error instanceof ExecConnectionLost)) throw error;
      });
      const late = () => new UserError(`PostgreSQL in ${name} does not stop`, 'read the log of that pod');
      await poll(request, () => endOf(cluster, path), late);
    },
    ended: () => endOf(cluster, path),
    remove: () => removePod(cluster, path, uid, { ...request, signal: new AbortController().signal }),
    finish: async () => {
      await cluster.patch(path, 'merge', { metadata: { annotations: { [finishedNote]: run } } });
    },
  };
}

async function makeCopy(cluster: Cluster, request: CopyRequest): Promise<void> {
  await removeUnfinished(cluster, request);
  for (const each of request.configuration) await copyConfiguration(cluster, each, request);
  const pod = copyPod({ ...request, labels: copyLabels(request) });
  const metadata = { ...pod.metadata, annotations: { [runNote]: request.run } };
  await make(cluster, pathOf(resources.pod, request.namespace), { ...pod, metadata }, request);
}

async function requirePod(cluster: Cluster, path: string, name: string, uid: string): Promise<void> {
  const why = await goneOf(cluster, path, name, uid);
  if (why !== undefined)
    throw new UserError(
      why,
      'remove what is left of this copy, then start the restore again: its data is lost',
    );
}

async function removeUnfinished(cluster: Cluster, request: CopyRequest): Promise<void> {
  const path = pathOf(resources.pod, request.namespace, request.name);
  const there = await cluster.get<Made>(path);
  if (there === undefined || !isCopyOf(there, request) || isMarked(there)) return;
  await removePod(cluster, path, there.metadata?.uid, request);
}

/** Source and target namespace of a copied object, and the copy that it belongs to. */
export type CopyNames = Pick<CopyRequest, 'from' | 'namespace' | 'app' | 'name'>;

/** Copies a configuration object into the namespace of the copy, unless it is there already. */
export async function copyConfiguration(
  cluster: Cluster,
  { kind, name, source: other }: CopiedConfiguration,
  request: CopyNames,
): Promise<void> {
  const { from, namespace } = request;
  if (from === namespace) return;
  const resource = kind === 'Secret' ? resources.secret : resources.configMap;
  const source = await cluster.get<Secret & ConfigMap>(pathOf(resource, from, other ?? name));
  const there = await cluster.get<Secret & ConfigMap>(pathOf(resource, namespace, name));
  // An earlier run restored it, or the original is lost.
  if (there !== undefined && (source === undefined || holdsTheSame(there, source))) return;
  if (source === undefined)
    throw new UserError(
      `${kind}/${other ?? name} does not exist in ${from}`,
      'correct `configuration` of the database in slipway.yml',
    );
  const { data, binaryData, type } = source;
  await make(
    cluster,
    pathOf(resource, namespace),
    {
      apiVersion: apiVersionOf(resource),
      kind,
      metadata: { name, namespace, labels: copyLabels(request) },
      ...defined({ data, binaryData, type }),
    },
    request,
  );
}

type Holding = Pick<Secret & ConfigMap, 'binaryData'> & { readonly data?: Secret['data'] };

const holdsTheSame = (one: Holding, other: Holding) =>
  isDeepStrictEqual([one.data, one.binaryData], [other.data, other.binaryData]);

type Made = Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'>;

const isCopyOf = ({ metadata }: Made, of: Pick<CopyRequest, 'app' | 'name'>) =>
  Object.entries(copyLabels(of)).every(([key, value]) => metadata?.labels?.[key] === value);
const isMarked = ({ metadata }: Made) => metadata?.annotations?.[finishedNote] !== undefined;

/** Creates an object; keeps one that an earlier attempt created with the same content. */
async function make(
  cluster: Cluster,
  path: string,
  object: Made & Holding,
  request: CopyNames,
): Promise<void> {
  try {
    await cluster.create(path, object);
  } catch (error) {
    if (!isConflict(error)) throw error;
    const { name = '' } = object.metadata ?? {};
    const there = await cluster.get<Made & Holding>(`${path}/${name}`);
    const isOurs = there !== undefined && isCopyOf(there, request);
    const isPod = object.kind === 'Pod';
    if (isOurs && !isPod && holdsTheSame(there, object)) return;
    // A finished pod may be a database in use.
    const why = isPod ? 'it belongs to a finished restore' : 'it has other content than its original';
    throw new UserError(
      `${object.kind}/${name} already exists in ${request.namespace}${isOurs ? `: ${why}` : ''}`,
      'restore into another namespace, or remove it if it is no longer needed',
    );
  }
}

/** Why that exact pod no longer runs; undefined while it does. */
async function goneOf(
  cluster: Cluster,
  path: string,
  name: string,
  uid: string,
): Promise<string | undefined> {
  const pod = await cluster.get<Pod>(path);
  if (pod === undefined) return `the pod ${name} is gone`;
  if (pod.metadata?.uid !== uid) return `the pod ${name} was replaced by another one of the same name`;
  const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
  if (ended === undefined) return undefined;
  return `the pod ${name} has ended (${ended.reason ?? 'no reason given'}, exit code ${ended.exitCode})`;
}

async function endOf(cluster: Cluster, path: string): Promise<string | undefined> {
  const pod = await cluster.get<Pod>(path);
  if (pod === undefined) return 'its pod is gone';
  const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
  if (ended === undefined) return undefined;
  const log = await cluster.call('GET', `${path}/log?tailLines=20`).catch(() => undefined);
  const lines = (log?.body ?? '').split('\n').filter(line => /\b(FATAL|PANIC|ERROR)\b/.test(line));
  return `${lines.at(-1)?.trim().slice(0, 300) ?? ended.reason ?? 'it exited'} (exit code ${ended.exitCode})`;
}
