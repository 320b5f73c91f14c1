import { ifNotAllowed } from '../../cluster/errors.ts';
import { execInteractive } from '../../cluster/exec.ts';
import { zoneOf } from '../../cluster/labels.ts';
import type { Node, Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { podExec } from '../exec.ts';
import {
  cleanMarkers,
  createMarkers,
  deleteMarkers,
  deletionOf,
  markersOf,
  readMarkers,
} from '../postgres/markers.ts';
import { memberStates } from '../postgres/member-state.ts';
import { type Connection, rowsOf } from '../postgres/sql.ts';
import { type Client, clientContainer, clientPod } from './client-pod.ts';
import { type DrillCommandContext, type ProgramCommand, runDrillCommand } from './commands.ts';
import type { InjectedFault } from './drill-lease.ts';
import type { EgressCut } from './egress-cut.ts';
import { type DrillCommands, injectorFor } from './faults.ts';
import { type Functional, functionalCheck } from './functional.ts';
import { heldLease, removeClients } from './held-lease.ts';
import type { LiveSystem } from './live-system.ts';
import { type MarkerSession, markerSession, type Server } from './marker-session.ts';
import type { DrillPace } from './pace.ts';
import { pause, within } from './patience.ts';
import { onlyPrimary, type Placement, successorAmong } from './placement.ts';

/** Implements a drill in the live system: a database with standbys in Kubernetes, and the application that uses it. */

export interface LiveTarget {
  readonly namespace: string;
  /** Label selector of the pods of the database, and the label that marks the primary. */
  readonly selector: string;
  readonly role: string;
  /** The container with PostgreSQL; default: the first one. */
  readonly container?: string | undefined;
  /** Connection within a pod of the database, with a role that may read everything. */
  readonly local: Connection;
  /** Connection of the application, through the Service of the primary. */
  readonly service: Connection;
  readonly client: Client;
  readonly application: Functional;
  readonly breaks: Exclude<InjectedFault['breaks'], 'drain' | 'release'>;
  readonly commands: DrillCommands;
  /** How the off-site repository is cut off, if no command does it. */
  readonly cut?: EgressCut | undefined;
  /** Namespace of the restored system, if there is one. */
  readonly scratch?: string | undefined;
  readonly failover?: { readonly after: number; readonly run: ProgramCommand } | undefined;
  readonly switchover?: ProgramCommand | undefined;
}

export interface LiveOptions extends Pick<DrillCommandContext, 'runId' | 'folder' | 'env' | 'report'> {
  /** The holder of the Lease as people read it. */
  readonly holder: string;
  readonly pace: DrillPace;
  /** Seconds after which the kubelet stops the client pod. */
  readonly activeDeadlineSeconds: number;
  now(): number;
  append(line: string): void;
}

/** Longer than any answer of a healthy database takes; ms. */
const askPatience = 15_000;
/** How long the markers of earlier runs are kept for inspection; ms. */
const markersStay = 7 * 86_400_000;
/** Timeout for pulling the image and starting the client pod; ms. */
const clientPatience = 120_000;

/** Returns the live system. Changes nothing before `prepare`. */
export function liveSystem(cluster: Cluster, target: LiveTarget, options: LiveOptions): LiveSystem {
  const { namespace, selector, role, service, commands, failover, switchover } = target;
  const { runId, pace, activeDeadlineSeconds, report, now, append, folder, env } = options;
  const { reach } = cluster;
  const clientName = `slipway-drill-${runId
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(-40)}`;
  const context = { namespace, runId, folder, env, report, scratch: target.scratch };
  const servers: Server[] = [];
  const lease = heldLease(cluster, commands, context, { ...options, breaks: target.breaks });
  let session: MarkerSession | undefined;

  const pods = async () =>
    (await cluster.list<Pod>(pathOf(resources.pod, namespace), { labelSelector: selector })).items;
  const execOf = (pod: string, container: string | undefined) =>
    podExec({ namespace, pod, container }, reach);
  const client = execOf(clientName, clientContainer);
  const injector = injectorFor(target.breaks, cluster, commands, context, target.cut);
  const check = functionalCheck(target.application, undefined, report);
  const { patience } = pace.probes;

  const system: LiveSystem = {
    now,
    append,
    report,
    prepare: async signal => {
      await lease.prepare();
      const victim = await system.primary();
      const primary = (await pods()).find(({ metadata }) => metadata?.uid === victim.uid);
      if (primary === undefined) throw new UserError(`${victim.pod} is gone`, 'run the drill again');
      const { container } = target;
      const wanted = {
        name: clientName,
        namespace,
        runId,
        primary,
        container,
        victim,
        activeDeadlineSeconds,
      };
      await cluster.create(pathOf(resources.pod, namespace), clientPod({ ...wanted, ...target.client }));
      await untilRunning(cluster, namespace, clientName, signal);
      await rowsOf(
        client,
        service,
        `${createMarkers}${cleanMarkers(now() - markersStay)}`,
        AbortSignal.any([signal, AbortSignal.timeout(askPatience)]),
      );
      session = markerSession({
        converse: command =>
          execInteractive({ namespace, pod: clientName, container: clientContainer }, command, {
            reach,
          }),
        connection: service,
        now,
        opened: server => servers.push(server),
      });
      const opened = await within(askPatience, session.open);
      if ('fault' in opened)
        throw new UserError(
          `no marker can be written: ${opened.fault}`,
          'check that the Service leads to the primary, and that the role may log in',
        );
      const fault = await check.remember(patience);
      if (fault !== undefined) report(`the application check fails: ${fault}`);
    },
    primary: async () => located(cluster, onlyPrimary(await pods(), role)),
    successor: async of => successorAmong(await pods(), role, of),
    members: async () => {
      const all = (await pods()).flatMap(({ metadata }) => metadata?.name ?? []);
      return memberStates(new Map(all.map(pod => [pod, execOf(pod, target.container)])), target.local, 5000);
    },
    probe: () => check.whole(patience),
    application: {
      knownRecord: () => check.knownRecord(patience),
      fresh: check.fresh && (async () => check.fresh?.(patience)),
    },
    markers: {
      send: async (marker, signal) => {
        if (session === undefined) throw new Error('there is no session');
        await session.send(marker, signal);
      },
      servers: () => servers,
      read: async signal => {
        const patient = AbortSignal.any([signal, AbortSignal.timeout(askPatience)]);
        return markersOf(await rowsOf(client, service, readMarkers(runId, 0), patient));
      },
      // Without a timeout: an abandoned deletion may still be committed.
      remove: async signal => deletionOf(await rowsOf(client, service, deleteMarkers(runId), signal)),
    },
    note: lease.note,
    ...injector,
    failover: failover && {
      after: failover.after,
      run: (victim, signal) => runDrillCommand(failover.run, { ...context, victim }, signal),
    },
    switchover:
      switchover &&
      ((victim, from, signal) =>
        runDrillCommand(switchover, { ...context, victim }, signal, { SLIPWAY_DRILL_PRIMARY: from.pod })),
    clear: async () => {
      session?.close();
      if (!lease.isHeld()) return [];
      const left = await removeClients(cluster, namespace).then(
        () => [],
        (error: unknown) => [
          `the pod ${clientName}: ${error instanceof Error ? error.message : String(error)}`,
        ],
      );
      await lease.clear();
      return left;
    },
  };
  return system;
}

async function untilRunning(
  cluster: Cluster,
  namespace: string,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const end = performance.now() + clientPatience;
  for (;;) {
    const pod = await cluster.get<Pod>(pathOf(resources.pod, namespace, name));
    if (pod?.status?.phase === 'Running') return;
    if (pod === undefined || performance.now() >= end)
      throw new UserError(
        `the pod ${name}, which writes the markers, does not run: ${waitingFor(pod)}`,
        'see `kubectl describe pod`; it needs a node away from the fault, with the image of the database',
      );
    await pause(500, signal);
  }
}

function waitingFor(pod: Pod | undefined): string {
  const { conditions = [], containerStatuses = [] } = pod?.status ?? {};
  return (
    containerStatuses[0]?.state?.waiting?.reason ??
    conditions.find(({ status, message }) => status === 'False' && message)?.message ??
    'no reason given'
  );
}

/** Adds the zone, unless it is unknown or may not be read: only a drill of a zone needs it. */
export async function located<Target extends Placement>(cluster: Cluster, target: Target): Promise<Target> {
  const path = pathOf(resources.node, '', target.node);
  const node = await cluster.get<Node>(path).catch(ifNotAllowed(undefined));
  const zone = node && zoneOf(node);
  return zone === undefined ? target : { ...target, zone };
}
