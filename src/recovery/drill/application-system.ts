import { ExecConnectionLost, ProgramMissing } from '../../cluster/exec.ts';
import { zoneOf } from '../../cluster/labels.ts';
import type { Node, Pod, ReplicaSet } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import { UserError, userErrorOf } from '../../toolkit/errors.ts';
import { pathTo, type Ref, titleOf, type Workload } from '../../workloads/kinds.ts';
import { hasEnded, podsOwnedBy, selectorOf } from '../../workloads/pods.ts';
import { type Exec, podExec } from '../exec.ts';
import { listPods } from '../workload-pods.ts';
import type { DisruptedSystem } from './disruption.ts';
import { type DrillCommands, deletePod } from './faults.ts';
import { heldLease } from './held-lease.ts';
import { type LiveOptions, located } from './kubernetes-system.ts';
import { type DrillLoadPlan, type SendRequest, sendRequest, startLoad } from './load.ts';
import { lookUntil } from './patience.ts';
import {
  afterDrain,
  afterKill,
  afterLoss,
  type DrillTarget,
  drawnPod,
  notHealthyBecause,
  notKillable,
  type PodsState,
  restartsOf,
} from './pods-state.ts';
import { awayFrom, cordon, evict, roomProblem, uncordon } from './zone-drain.ts';

/** Implements the drills of the application in a cluster. */

export interface DisruptedTarget {
  readonly namespace: string;
  readonly workload: Ref;
  readonly breaks: 'container' | 'pod' | 'zone';
  readonly commands: DrillCommands;
  readonly scratch?: string | undefined;
  readonly load: DrillLoadPlan | undefined;
  /** Time limit for evictions; ms. */
  readonly deadline: number;
}

interface DisruptedOptions extends Omit<LiveOptions, 'activeDeadlineSeconds' | 'append'> {
  /** Default: commands run in the pod. */
  readonly execIn?: (target: DrillTarget) => Exec;
  readonly send?: SendRequest;
}

/**
 * Returns the workload and the pods that it owns: a worker or a Job may have the same labels. Without pods that have ended, which no
 * controller brings back.
 * @throws {UserError} when there is no such workload.
 */
export async function lookAt(cluster: Cluster, namespace: string, ref: Ref): Promise<PodsState> {
  const workload = await cluster.get<Workload>(pathTo(namespace, ref));
  if (workload === undefined)
    throw new UserError(`${titleOf(ref)} is not in ${namespace}`, 'deploy the application first');
  const pods = await listPods(cluster, namespace, workload);
  // After the pods, so that the ReplicaSet of each is there.
  const sets =
    ref.kind === 'Deployment'
      ? await cluster.list<ReplicaSet>(pathOf(resources.replicaSet, namespace), {
          labelSelector: selectorOf(workload),
        })
      : undefined;
  const isOwn = podsOwnedBy(workload, sets?.items ?? []);
  return { workload, pods: pods.filter(pod => isOwn(pod) && !hasEnded(pod)) };
}

/**
 * Requires that the drill can be made, before it writes anything.
 * @throws {UserError} when the application is not whole, the fault cannot be injected, or the other zones have no room.
 */
export async function requireBreakable(
  cluster: Cluster,
  { namespace, workload, breaks }: Pick<DisruptedTarget, 'namespace' | 'workload' | 'breaks'>,
  seed: string,
): Promise<void> {
  const state = await lookAt(cluster, namespace, workload);
  const why = notHealthyBecause(state);
  if (why !== undefined)
    throw new UserError(
      `the application is not healthy: ${why}`,
      'run the drill when all its pods are ready',
    );
  const target = drawnPod(state, seed);
  const pod = state.pods.find(({ metadata }) => metadata?.uid === target?.uid);
  if (target === undefined || pod === undefined)
    throw new UserError(
      `no pod of ${titleOf(workload)} is ready`,
      'run the drill when all its pods are ready',
    );
  if (breaks === 'container') {
    const not = notKillable(pod);
    if (not !== undefined)
      throw new UserError(
        `PID 1 of ${target.container} in ${target.pod} cannot be killed: ${not}`,
        'run the `pod-loss` drill instead',
      );
  }
  if (breaks === 'zone') await requireRoom(cluster, state, target);
}

/** All nodes and pods of the cluster must be known: an unknown node could be full. */
async function requireRoom(cluster: Cluster, state: PodsState, target: DrillTarget): Promise<void> {
  const [nodes, all] = await Promise.all([
    cluster.list<Node>(pathOf(resources.node, '')),
    cluster.list<Pod>('/api/v1/pods'),
  ]);
  const { zone, pods } = podsInZone(state, nodes.items, target);
  const problem = roomProblem(zone, pods, nodes.items, all.items);
  if (problem !== undefined)
    throw new UserError(`the zone ${zone} cannot be drained: ${problem}`, 'add nodes to the other zones');
}

/** Returns the zones of nodes by their names, without nodes whose zone is unknown. Pure. */
const zonesByNode = (nodes: readonly Node[]): ReadonlyMap<string, string> =>
  new Map(
    nodes.flatMap(node => {
      const zone = zoneOf(node);
      return zone === undefined ? [] : [[node.metadata?.name ?? '', zone]];
    }),
  );

/** @throws {UserError} when the zone of the drawn pod is unknown. */
function podsInZone({ pods }: PodsState, nodes: readonly Node[], { node }: DrillTarget) {
  const zones = zonesByNode(nodes);
  const zone = zones.get(node);
  if (zone === undefined)
    throw new UserError(
      `the zone of ${node} is unknown`,
      'label the nodes with topology.kubernetes.io/zone, and allow the drill to `list` them',
    );
  return {
    zone,
    pods: pods.filter(({ spec }) => zones.get(spec?.nodeName ?? '') === zone),
    nodes: nodes.flatMap(each => (zoneOf(each) === zone ? (each.metadata?.name ?? []) : [])),
  };
}

/** Returns the application in the cluster. Changes nothing before `prepare`. */
export function applicationSystem(
  cluster: Cluster,
  target: DisruptedTarget,
  options: DisruptedOptions,
): DisruptedSystem {
  const { namespace, workload, breaks, commands, load, scratch } = target;
  const { runId, pace, report, now, folder, env, send = sendRequest } = options;
  const execIn =
    options.execIn ??
    (({ pod, container }: DrillTarget) => podExec({ namespace, pod, container }, cluster.reach));
  const notes: string[] = [];
  const context = { namespace, runId, folder, env, report, scratch };
  const faultKind = breaks === 'zone' ? 'drain' : 'pod';
  const { prepare, note, clear } = heldLease(cluster, commands, context, { ...options, breaks: faultKind });
  let lost: readonly string[] = [];
  const look = () => lookAt(cluster, namespace, workload);

  const kill = async (victim: DrillTarget, signal: AbortSignal) => {
    const before = restartsOf(await look(), victim) ?? 0;
    const unheard = await killPid1(execIn(victim), victim, signal);
    const patience = Math.min(effectWithin, target.deadline);
    const restarts = await lookUntil(
      async () => restartsOf(await look(), victim),
      found => found !== before,
      { pace, signal, now, end: now() + patience },
    );
    if (restarts === before)
      throw (
        unheard ??
        new UserError(
          `${victim.container} in ${victim.pod} still runs ${formatDuration(patience)} after SIGTERM to PID 1`,
          'make that process handle SIGTERM: the kernel delivers no other signal to it from within the container',
        )
      );
  };
  const drain = async (victim: DrillTarget, signal: AbortSignal) => {
    const { items } = await cluster.list<Node>(pathOf(resources.node, ''));
    const { zone, pods, nodes } = podsInZone(await look(), items, victim);
    // Another pod may have been drawn since the drill was allowed, in another zone.
    await requireRoom(cluster, await look(), victim);
    const held = await cordon(cluster, namespace, nodes);
    notes.push(
      held
        ? `the nodes of ${zone} were cordoned: ${nodes.join(', ')}`
        : `the nodes of ${zone} were not cordoned, because the permission is missing: new pods could start there`,
    );
    lost = pods.flatMap(({ metadata }) => metadata?.uid ?? []);
    await evict(cluster, namespace, pods, { deadline: target.deadline, signal });
  };
  // Kubernetes moves no pod back by itself, so another zone would stay crowded until the next rollout.
  const moveBack = async ({ pods: before }: PodsState, signal: AbortSignal): Promise<readonly string[]> => {
    if (before.length < 2) return [];
    const { items } = await cluster.list<Node>(pathOf(resources.node, ''));
    const zones = zonesByNode(items);
    const away = async () => awayFrom(before, (await look()).pods, zones);
    const deadline = Math.min(target.deadline, effectWithin);
    const done: string[] = [];
    let { missing, moved } = await away();
    while (missing > 0 && moved !== undefined) {
      const { uid = '', name } = moved.metadata ?? {};
      report(`moving ${name} back to the zone that it left`);
      const refused = await userErrorOf(() =>
        evict(cluster, namespace, [moved as Pod], { deadline, signal }),
      );
      signal.throwIfAborted();
      if (refused instanceof UserError)
        return [...done, `${name} stays in another zone: ${refused.sentence}`];
      const state = await lookUntil(
        async () => afterLoss(await look(), [uid]),
        ({ kind }) => kind === 'recovered',
        { pace, signal, now, end: now() + deadline },
      );
      if (state.kind !== 'recovered')
        throw new UserError(
          `${name} was evicted to move it back, and its replacement does not start: ${state.why}`,
          `find out why with \`kubectl --namespace ${namespace} describe pods\``,
        );
      const after = await away();
      if (after.missing >= missing)
        return [
          ...done,
          `${name} was evicted, but no pod started in the zone that it left: add a topology spread constraint, and run \`kubectl rollout restart\``,
        ];
      done.push(`${name} was moved back to the zone that it left`);
      ({ missing, moved } = after);
    }
    return done;
  };
  const inject: DisruptedSystem['inject'] = async (victim, signal) => {
    if (breaks === 'container') return kill(victim, signal);
    if (breaks === 'zone') return drain(victim, signal);
    lost = [victim.uid];
    // With the grace period of its manifest, because the drill shows whether the pod ends without lost requests.
    await deletePod(cluster, namespace, victim.pod, victim.uid, undefined);
  };

  return {
    now,
    report,
    look,
    inject,
    prepare,
    note,
    clear,
    located: victim => located(cluster, victim),
    startLoad: load && (() => startLoad(load, now, send)),
    aftermath: (before, state, victim) =>
      breaks === 'container'
        ? afterKill(before, state, victim)
        : breaks === 'zone'
          ? afterDrain(state, lost)
          : afterLoss(state, lost),
    notes: () => notes,
    // The kubelet and the controller bring containers and pods back.
    fix: async () => (breaks === 'zone' ? uncordon(cluster, namespace) : undefined),
    moveBack: breaks === 'zone' ? moveBack : undefined,
  };
}

/** How long a process may take to end after SIGTERM; ms. */
const effectWithin = 90_000;

/**
 * Sends SIGTERM to PID 1 of a container: by `kill`, else by the shell's own.
 * @returns why it is unknown whether it was sent.
 * @throws {UserError} when the image has neither.
 */
async function killPid1(
  exec: Exec,
  { pod, container }: DrillTarget,
  signal: AbortSignal,
): Promise<ExecConnectionLost | undefined> {
  for (const command of [
    ['kill', '1'],
    ['sh', '-c', 'kill 1'],
  ])
    try {
      const { code, stderr } = await exec(command, { signal });
      // The command may end with the process that it kills.
      if (code === 0 || (code ?? 137) >= 128) return undefined;
      // So Docker says that the program is missing.
      if (code === 126 || code === 127) continue;
      throw new UserError(
        `PID 1 of ${container} in ${pod} cannot be killed: ${stderr.trim().slice(0, 200)}`,
        'run the container as the user of PID 1',
      );
    } catch (error) {
      // Its answer got lost with the container, or the program is missing.
      if (error instanceof ExecConnectionLost) return error;
      if (!(error instanceof ProgramMissing)) throw error;
    }
  throw new UserError(
    `the image of ${container} in ${pod} has neither \`kill\` nor a shell, so PID 1 cannot be killed`,
    'run the `pod-loss` drill instead',
  );
}
