import { ClusterError, isConflict } from '../../cluster/errors.ts';
import type { LeaseObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { leaseState, tokenOf } from '../../release/store/lease.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, jsonMap } from '../../toolkit/map.ts';
import { serialQueue } from '../../toolkit/parallel.ts';
import { retry } from '../../toolkit/retry.ts';
import { timing } from '../../toolkit/timing.ts';
import { labels } from '../../workloads/naming.ts';
import { runAnnotation } from './client-pod.ts';
import { type Placement, placementText } from './placement.ts';

/**
 * The Lease that lets one drill at a time inject a fault into a namespace, and the note of the fault. The note is written before the
 * injection and removed after the fix, so that a later drill can fix the fault of one that was killed.
 */

const faultKinds = ['pod', 'node', 'zone', 'off-site', 'cutover', 'drain', 'release'] as const;

/** Names the fault, never a command: a user who can write to the cluster must not choose the commands that run here. */
export interface InjectedFault {
  /**
   * `cutover`: the public address points to the restored system of a drill. `drain`: nodes of the victim's zone are cordoned. `release`: the
   * workload runs a bad version on purpose, or may do so; it takes the place of the pod.
   */
  readonly breaks: (typeof faultKinds)[number];
  readonly run: string;
  readonly victim: Placement;
  /** ms since 1970. */
  readonly at: number;
}

/** `db-1 on node-b in zone b`, or `the bad release of shop`. */
export const faultText = ({ breaks, victim }: Pick<InjectedFault, 'breaks' | 'victim'>): string =>
  breaks === 'release' ? `the bad release of ${victim.pod}` : placementText(victim);

export interface DrillLease {
  /** The fault that an earlier drill did not fix. */
  readonly left: InjectedFault | undefined;
  /** Notes the fault before its injection; undefined: it is fixed. @throws {UserError} if another drill has the Lease. */
  note(broken: InjectedFault | undefined): Promise<void>;
  /** Releases the Lease; never throws. */
  release(): Promise<void>;
}

/** The dot keeps it apart from the Leases of applications, whose names have none. */
export const leaseName = 'slipway.drill';
const faultAnnotation = 'slipway.dev/drill-broken';

interface LeaseRequest {
  readonly namespace: string;
  /** The holder as people read it. */
  readonly holder: string;
  readonly run: string;
}

/** Acquires the Lease. @throws {UserError} if another drill holds it and it has not expired. */
export async function acquireDrillLease(cluster: Cluster, request: LeaseRequest): Promise<DrillLease> {
  const { namespace } = request;
  const path = pathOf(resources.lease, namespace, leaseName);
  const read = async () => {
    try {
      const { body, serverTime } = await cluster.call('GET', path);
      return { lease: JSON.parse(body) as LeaseObject, serverTime };
    } catch (error) {
      if (error instanceof ClusterError && error.status === 404) return undefined;
      throw error;
    }
  };
  const current = await read();
  const state = current && leaseState(current.lease, current.serverTime);
  if (state?.free === false)
    throw new UserError(
      `another drill is running in ${namespace}: ${state.holder}`,
      `wait until it has ended (if it is dead, its Lease expires in ${Math.ceil(state.freeInMs / 1000)} s)`,
    );
  const token = (state?.token ?? 0) + 1;
  const left = current && faultIn(current.lease);
  const first = leaseObject(request, { holder: request.holder, token, broken: left }, current?.lease);
  try {
    if (current === undefined) await cluster.create(pathOf(resources.lease, namespace), first);
    else await cluster.replace(path, first);
  } catch (error) {
    if (!isConflict(error)) throw error;
    throw new UserError(
      `another drill has just started in ${namespace}`,
      'run this one again when the other has ended',
    );
  }
  return held(cluster, request, token, left, async () => (await read())?.lease);
}

function held(
  cluster: Cluster,
  request: LeaseRequest,
  token: number,
  left: InjectedFault | undefined,
  read: () => Promise<LeaseObject | undefined>,
): DrillLease {
  const path = pathOf(resources.lease, request.namespace, leaseName);
  // Renewals and notes write the whole object, so they must not overlap.
  const inTurn = serialQueue();
  let broken = left;
  const write = (holder: string, next: () => InjectedFault | undefined) =>
    inTurn(() =>
      // The conflict may come from our own write whose response was lost.
      retry({ attempts: 4, temporary: isConflict }, async () => {
        const lease = await read();
        if (lease === undefined || tokenOf(lease) !== token) throw lost(request, lease);
        await cluster.replace(path, leaseObject(request, { holder, token, broken: next() }, lease));
        broken = next();
      }),
    );
  // A failed renewal is retried at the next interval; a lost Lease is noticed at the next note.
  const timer = setInterval(() => {
    write(request.holder, () => broken).catch(() => undefined);
  }, timing.leaseRenewal);
  timer.unref();
  return {
    left,
    note: next => write(request.holder, () => next),
    release: async () => {
      clearInterval(timer);
      await write('', () => broken).catch(() => undefined);
    },
  };
}

const lost = ({ namespace }: LeaseRequest, lease: LeaseObject | undefined) =>
  new UserError(
    `this drill lost its Lease on ${namespace} to ${lease?.spec?.holderIdentity || 'another drill'}`,
    'see the log of that drill for the state of the fault',
  );

/** @throws {UserError} for an unreadable note: then the fault is unknown. */
function faultIn({ metadata }: LeaseObject): InjectedFault | undefined {
  const text = metadata?.annotations?.[faultAnnotation];
  if (text === undefined) return undefined;
  const { breaks, run, victim, at } = jsonMap(text) ?? {};
  const known = faultKinds.find(each => each === breaks);
  const placement = isMap(victim) ? placementOf(victim) : undefined;
  if (known === undefined || typeof run !== 'string' || typeof at !== 'number' || placement === undefined)
    throw new UserError(
      `the record of the injected fault in ${metadata?.namespace} cannot be read`,
      `find the fault, fix it, and remove the annotation ${faultAnnotation} from the Lease ${leaseName}`,
    );
  return { breaks: known, run, victim: placement, at };
}

/** Accepts only names that Kubernetes gives, because they go into the environment of a command. */
function placementOf({ pod, uid, node, zone }: Readonly<Record<string, unknown>>): Placement | undefined {
  const isName = (value: unknown): value is string =>
    typeof value === 'string' && /^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/.test(value);
  if (!isName(pod) || !isName(uid) || !isName(node)) return undefined;
  if (zone !== undefined && !isName(zone)) return undefined;
  return { pod, uid, node, ...(zone === undefined ? {} : { zone }) };
}

function leaseObject(
  { namespace, run }: LeaseRequest,
  { holder, token, broken }: { holder: string; token: number; broken: InjectedFault | undefined },
  over?: LeaseObject,
): LeaseObject {
  const { resourceVersion } = over?.metadata ?? {};
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name: leaseName,
      namespace,
      labels: { [labels.kind]: 'drill' },
      annotations: {
        [labels.token]: String(token),
        [runAnnotation]: run,
        ...(broken === undefined ? {} : { [faultAnnotation]: JSON.stringify(broken) }),
      },
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
    // renewTime makes every renewal a change, so that the API server records its own time for it.
    spec: {
      holderIdentity: holder,
      leaseDurationSeconds: Math.ceil(timing.leaseDuration / 1000),
      renewTime: new Date().toISOString().replace('Z', '000Z'),
    },
  } as unknown as LeaseObject;
}

/**
 * Fixes the fault that an earlier drill left, and removes its note.
 * @param fix fixes it; must be idempotent.
 * @returns the fault; undefined if there was none.
 */
export async function fixLeftFault(
  lease: DrillLease,
  fix: (broken: InjectedFault) => Promise<void>,
): Promise<InjectedFault | undefined> {
  if (lease.left === undefined) return undefined;
  await fix(lease.left);
  await lease.note(undefined);
  return lease.left;
}

/**
 * Returns `held` while the Lease of a drill is valid, `left` if a drill has died or left a fault, else `free`. Read-only.
 */
export async function drillLeaseState(
  cluster: Cluster,
  namespace: string,
): Promise<'held' | 'left' | 'free'> {
  const lease = await cluster.get<LeaseObject>(pathOf(resources.lease, namespace, leaseName));
  if (lease === undefined) return 'free';
  if (!leaseState(lease, cluster.now()).free) return 'held';
  // A drill that ends normally releases the Lease and removes the note.
  const isNoted = lease.metadata?.annotations?.[faultAnnotation] !== undefined;
  return lease.spec?.holderIdentity !== '' || isNoted ? 'left' : 'free';
}
