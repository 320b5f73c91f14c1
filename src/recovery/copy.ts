import { isDeepStrictEqual } from 'node:util';
import { ClusterError } from '../cluster/errors.ts';
import { ExecLost } from '../cluster/exec.ts';
import type { ConfigMap, KubeObject, Pod, Secret } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { type Exec, podExec } from './exec.ts';
import { type LastingPlace, lasting, patient } from './lasting.ts';
import { removePod } from './pod-removal.ts';
import {
  type CopyPod,
  copyCommands,
  copyContainer,
  copyPod,
  dataOf,
  openCopy,
  ownPlace,
  restartCopy,
  startCopy,
  stopCopy,
} from './postgres/copy-pod.ts';

/** A pod with a copy of a database, in a namespace of its own or in one that is there. */

export interface CopyRequest extends Omit<CopyPod, 'labels' | 'configuration'> {
  readonly configuration: readonly Configuration[];
  /** Where the configuration of pgBackRest is now. */
  readonly from: string;
  readonly run: string;
  readonly app: string;
  /** How long the pod may take until it runs; ms. */
  readonly patience: number;
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  /** As `sleep`, between two looks at what goes on without us: here a job may hand over to the next one. Default: `sleep`. */
  waits?(milliseconds: number): Promise<unknown>;
  /** Uid of the pod in which an earlier job of this run is at work: it is gone on with. */
  readonly resumed?: string | undefined;
  report(line: string): void;
}

export interface Configuration {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  /** The object whose content it has. Default: the one of its own name. */
  readonly source?: string | undefined;
}

export interface Copy {
  /** Of its pod. */
  readonly uid: string;
  /** Asks anew when the connection breaks: for what may be done twice. */
  readonly exec: Exec;
  /** The folder of its files. */
  readonly path: string;
  /** Whether what is written is kept until somebody archives it. */
  readonly archives: boolean;
  /** Once; when the connection breaks nobody knows what became of it. */
  readonly raw: Exec;
  /** For what takes long: it goes on whatever becomes of the connection and of us, and whoever comes again joins it by its name. */
  lasting(name: string): Exec;
  start(): Promise<void>;
  /** Once in its life: who asks again gets the answer of the first time. */
  restart(): Promise<void>;
  /** Lets one that was made `closed` accept connections; returns when it does. */
  open(): Promise<void>;
  /** Ends PostgreSQL in order, and with it the pod. */
  stop(): Promise<void>;
  /** Why PostgreSQL does not run, with the end of its log; undefined while it does. */
  ended(): Promise<string | undefined>;
  /** Removes its pod, and with that what is on a volume of the pod alone. Works when the run is cancelled, too. */
  remove(): Promise<void>;
  /** Notes that it is all that was asked for: from then on nobody takes it for what a killed run left. */
  finish(): Promise<void>;
}

/** What we made, by whom and for what; a copy that another run made is not taken for ours. */
export const copyLabels = ({ app, name }: Pick<CopyRequest, 'app' | 'name'>) => ({
  'slipway.dev/app': app,
  'slipway.dev/kind': 'copy',
  'slipway.dev/copy': name,
});
const runNote = 'slipway.dev/run';
const finishedNote = 'slipway.dev/finished';

/** Whether a copy of that name was finished, by a run before. */
export async function isFinished(cluster: Cluster, request: Pick<CopyRequest, 'namespace' | 'app' | 'name'>) {
  const there = await cluster.get<Made>(pathOf(resources.pod, request.namespace, request.name));
  return there !== undefined && isCopyOf(there, request) && isMarked(there);
}

/**
 * Makes the pod, with the configuration that it reads, and waits until commands can be run in it. One that a run before has left
 * unfinished is taken away first: whoever calls this sees to it that no other run is at work there.
 * @throws {UserError} when something of these names is there that is not ours or was finished, and when the pod does not come up.
 */
export async function raiseCopy(cluster: Cluster, request: CopyRequest): Promise<Copy> {
  const { namespace, name, run, resumed, report } = request;
  const path = pathOf(resources.pod, namespace, name);
  if (resumed === undefined) await makeCopy(cluster, request);
  else await demandPod(cluster, path, name, resumed);
  const uid = await untilRunning(cluster, path, request);
  const raw = podExec({ namespace, pod: name, container: copyContainer }, cluster.reach);
  const kept: LastingPlace = {
    ...{ exec: raw, folder: copyCommands, report, sleep: request.waits ?? request.sleep },
    gone: () => goneOf(cluster, path, name, uid),
  };
  const exec = patient({ ...kept, sleep: request.sleep });
  const { place = ownPlace } = request;
  const data = dataOf(place);
  const must = async (by: Exec, command: readonly string[]) => {
    const { code, stderr } = await by(command);
    if (code !== 0)
      throw new UserError(
        `${command[0]} failed in ${name}: ${stderr.trim().slice(0, 300)}`,
        'look at the log of that pod',
      );
  };
  return {
    ...{ uid, exec, raw, lasting: of => lasting(kept, of), path: data, archives: place.archives },
    start: () => must(exec, startCopy(data)),
    restart: () => must(lasting(kept, 'restart'), restartCopy(data)),
    open: () => must(lasting(kept, 'open'), openCopy(data)),
    stop: async () => {
      const [forget = [], end = []] = stopCopy(data);
      await must(exec, forget);
      // With its last word the connection may break: whether it has ended is seen.
      await must(raw, end).catch((error: unknown) => {
        if (!(error instanceof ExecLost)) throw error;
      });
      await untilEnded(cluster, path, request);
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

async function demandPod(cluster: Cluster, path: string, name: string, uid: string): Promise<void> {
  const why = await goneOf(cluster, path, name, uid);
  if (why !== undefined)
    throw new UserError(why, 'what it had restored is lost: clear it away, and begin anew');
}

async function removeUnfinished(cluster: Cluster, request: CopyRequest): Promise<void> {
  const path = pathOf(resources.pod, request.namespace, request.name);
  const there = await cluster.get<Made>(path);
  if (there === undefined || !isCopyOf(there, request) || isMarked(there)) return;
  await removePod(cluster, path, there.metadata?.uid, request);
}

/** Where something is copied to, from where, and for whom. */
export type Place = Pick<CopyRequest, 'from' | 'namespace' | 'app' | 'name'>;

/** Into the namespace of the copy, unless it is there already. */
export async function copyConfiguration(
  cluster: Cluster,
  { kind, name, source: other }: Configuration,
  request: Place,
): Promise<void> {
  const { from, namespace } = request;
  if (from === namespace) return;
  const resource = kind === 'Secret' ? resources.secret : resources.configMap;
  const source = await cluster.get<Secret & ConfigMap>(pathOf(resource, from, other ?? name));
  const there = await cluster.get<Secret & ConfigMap>(pathOf(resource, namespace, name));
  // Restored before, or the original is lost.
  if (there !== undefined && (source === undefined || holdsTheSame(there, source))) return;
  if (source === undefined)
    throw new UserError(
      `there is no ${kind}/${other ?? name} in ${from}`,
      'correct `configuration` of the database in slipway.yml',
    );
  const { apiVersion, data, binaryData, type } = source;
  await make(
    cluster,
    pathOf(resource, namespace),
    {
      ...{ apiVersion, kind, metadata: { name, namespace, labels: copyLabels(request) } },
      ...(data === undefined ? {} : { data }),
      ...(binaryData === undefined ? {} : { binaryData }),
      ...(type === undefined ? {} : { type }),
    },
    request,
  );
}

const holdsTheSame = (one: Secret & ConfigMap, other: Secret & ConfigMap) =>
  isDeepStrictEqual([one.data, one.binaryData], [other.data, other.binaryData]);

type Made = Pick<KubeObject, 'kind' | 'metadata'>;

const isCopyOf = ({ metadata }: Made, of: Pick<CopyRequest, 'app' | 'name'>) =>
  Object.entries(copyLabels(of)).every(([key, value]) => metadata?.labels?.[key] === value);
const isMarked = ({ metadata }: Made) => metadata?.annotations?.[finishedNote] !== undefined;

/** Creates it; one that an earlier attempt of ours has made stays. */
async function make(cluster: Cluster, path: string, object: Made, request: Place): Promise<void> {
  try {
    await cluster.create(path, object);
  } catch (error) {
    if (!(error instanceof ClusterError && error.isConflict)) throw error;
    const { name = '' } = object.metadata ?? {};
    const there = await cluster.get<Made>(`${path}/${name}`);
    const isOurs = there !== undefined && isCopyOf(there, request);
    // A pod that was finished is somebody's database.
    if (isOurs && object.kind !== 'Pod') return;
    throw new UserError(
      `${object.kind}/${name} is in ${request.namespace} already${isOurs ? ', of a restore that was finished' : ''}`,
      'restore into another namespace, or remove it when nobody needs it',
    );
  }
}

/** @returns its uid. @throws {UserError} when it does not run in time, with what is said of it. */
export async function untilRunning(
  cluster: Cluster,
  path: string,
  { name, patience, signal, sleep }: Pick<CopyRequest, 'name' | 'patience' | 'signal' | 'sleep'>,
): Promise<string> {
  const end = performance.now() + patience;
  for (;;) {
    if (signal.aborted) throw cancelled();
    const pod = await cluster.get<Pod>(path);
    const state = pod?.status?.containerStatuses?.[0]?.state;
    if (state?.running !== undefined) return pod?.metadata?.uid ?? '';
    const ended = state?.terminated;
    if (pod === undefined || ended !== undefined || performance.now() >= end)
      throw new UserError(
        `the pod ${name} does not run: ${ended?.message ?? ended?.reason ?? state?.waiting?.message ?? state?.waiting?.reason ?? pod?.status?.conditions?.find(({ status }) => status === 'False')?.message ?? 'nobody says why'}`,
        'see its events with kubectl describe: an image, a volume or room may be missing',
      );
    await sleep(500);
  }
}

async function untilEnded(
  cluster: Cluster,
  path: string,
  { name, patience, signal, sleep }: Pick<CopyRequest, 'name' | 'patience' | 'signal' | 'sleep'>,
): Promise<void> {
  const end = performance.now() + patience;
  while ((await endOf(cluster, path)) === undefined) {
    if (signal.aborted) throw cancelled();
    if (performance.now() >= end)
      throw new UserError(`PostgreSQL in ${name} does not end`, 'look at the log of that pod');
    await sleep(500);
  }
}

/** Why that very pod runs no more; undefined while it does. */
async function goneOf(
  cluster: Cluster,
  path: string,
  name: string,
  uid: string,
): Promise<string | undefined> {
  const pod = await cluster.get<Pod>(path);
  if (pod === undefined) return `the pod ${name} is gone`;
  if (pod.metadata?.uid !== uid) return `the pod ${name} was replaced by another one of its name`;
  const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
  if (ended === undefined) return undefined;
  return `the pod ${name} has ended (${ended.reason ?? 'nobody says why'}, exit code ${ended.exitCode})`;
}

async function endOf(cluster: Cluster, path: string): Promise<string | undefined> {
  const pod = await cluster.get<Pod>(path);
  if (pod === undefined) return 'its pod is gone';
  const ended = pod.status?.containerStatuses?.[0]?.state?.terminated;
  if (ended === undefined) return undefined;
  const log = await cluster.call('GET', `${path}/log?tailLines=20`).catch(() => undefined);
  const lines = (log?.body ?? '').split('\n').filter(line => /\b(FATAL|PANIC|ERROR)\b/.test(line));
  return `${lines.at(-1)?.trim().slice(0, 300) ?? ended.reason ?? 'it ended'} (exit code ${ended.exitCode})`;
}
