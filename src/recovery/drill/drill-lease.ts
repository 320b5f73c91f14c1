import { ClusterError } from '../../cluster/errors.ts';
import type { Lease as LeaseObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { leaseState } from '../../release/store/lease.ts';
import { labels } from '../../release/workloads/naming.ts';
import { UserError } from '../../toolkit/errors.ts';
import { isMap, jsonMap } from '../../toolkit/map.ts';
import { singleFile } from '../../toolkit/parallel.ts';
import { timing } from '../../toolkit/timing.ts';
import { runAnnotation } from './client-pod.ts';
import type { Placement } from './placement.ts';

/**
 * The right to break something in a namespace, held by one drill at a time, and the note of what is broken: written before it is,
 * taken away after it was fixed, so that a later drill fixes what one that was killed has left.
 */

const breakable = ['pod', 'node', 'zone', 'far', 'cutover'] as const;

/** Names of what is broken, and never a command: whoever may write into the cluster must not choose what runs here. */
export interface Broken {
  /** `cutover`: the public address is led to what a drill has restored. */
  readonly breaks: (typeof breakable)[number];
  readonly run: string;
  readonly victim: Placement;
  /** ms since 1970. */
  readonly at: number;
}

export interface DrillLease {
  /** What an earlier drill broke and did not fix. */
  readonly left: Broken | undefined;
  /** Notes what is about to be broken, or that it is fixed. @throws {UserError} when another drill has the lease. */
  note(broken: Broken | undefined): Promise<void>;
  /** Gives it back; never throws. */
  release(): Promise<void>;
}

/** No application has a name with a dot, so it is no lease of one. */
export const leaseName = 'slipway.drill';
const brokenAnnotation = 'slipway.dev/drill-broken';

export interface LeaseRequest {
  readonly namespace: string;
  /** Who it is, for people. */
  readonly holder: string;
  readonly run: string;
}

/** @throws {UserError} when another drill has it, and is alive as far as anybody knows. */
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
      `another drill has ${namespace}: ${state.holder}`,
      `wait until it has ended (its lease runs out in ${Math.ceil(state.freeInMs / 1000)} s if it is dead)`,
    );
  const token = (state?.token ?? 0) + 1;
  const left = current && brokenIn(current.lease);
  const first = leaseObject(request, { holder: request.holder, token, broken: left }, current?.lease);
  try {
    if (current === undefined) await cluster.create(pathOf(resources.lease, namespace), first);
    else await cluster.replace(path, first);
  } catch (error) {
    if (!(error instanceof ClusterError && error.isConflict)) throw error;
    throw new UserError(
      `another drill begins in ${namespace} at this moment`,
      'run it again when that has ended',
    );
  }
  return held(cluster, request, token, left, async () => (await read())?.lease);
}

function held(
  cluster: Cluster,
  request: LeaseRequest,
  token: number,
  left: Broken | undefined,
  read: () => Promise<LeaseObject | undefined>,
): DrillLease {
  const path = pathOf(resources.lease, request.namespace, leaseName);
  // Renewals and notes write the whole object: one after the other.
  const inTurn = singleFile();
  let broken = left;
  const write = (holder: string, next: () => Broken | undefined) =>
    inTurn(async () => {
      for (let attempt = 1; ; attempt += 1) {
        const lease = await read();
        if (lease === undefined || tokenOf(lease) !== token) throw lost(request, lease);
        try {
          await cluster.replace(path, leaseObject(request, { holder, token, broken: next() }, lease));
          broken = next();
          return;
        } catch (error) {
          // A write whose answer was lost is in its own way.
          if (!(error instanceof ClusterError && error.isConflict) || attempt === 4) throw error;
        }
      }
    });
  // One that fails is tried again at the next beat; who lost the lease learns it with the next note.
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
    `this drill lost its lease on ${namespace} to ${lease?.spec?.holderIdentity || 'another one'}`,
    'see that one for what became of what was broken',
  );

const tokenOf = ({ metadata }: LeaseObject) => Number(metadata?.annotations?.[labels.token] ?? 0);

/** @throws {UserError} for a note that nobody can read: then nobody knows what is broken. */
function brokenIn({ metadata }: LeaseObject): Broken | undefined {
  const text = metadata?.annotations?.[brokenAnnotation];
  if (text === undefined) return undefined;
  const { breaks, run, victim, at } = jsonMap(text) ?? {};
  const known = breakable.find(each => each === breaks);
  const placement = isMap(victim) ? placementOf(victim) : undefined;
  if (known === undefined || typeof run !== 'string' || typeof at !== 'number' || placement === undefined)
    throw new UserError(
      `the note of what a drill left broken in ${metadata?.namespace} cannot be read`,
      `see what is broken, fix it, and take the annotation ${brokenAnnotation} off the Lease ${leaseName}`,
    );
  return { breaks: known, run, victim: placement, at };
}

/** Names that Kubernetes gives: they go into the environment of a command. */
function placementOf({ pod, uid, node, zone }: Readonly<Record<string, unknown>>): Placement | undefined {
  const isName = (value: unknown): value is string =>
    typeof value === 'string' && /^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/.test(value);
  if (!isName(pod) || !isName(uid) || !isName(node)) return undefined;
  if (zone !== undefined && !isName(zone)) return undefined;
  return { pod, uid, node, ...(zone === undefined ? {} : { zone }) };
}

function leaseObject(
  { namespace, run }: LeaseRequest,
  { holder, token, broken }: { holder: string; token: number; broken: Broken | undefined },
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
        ...(broken === undefined ? {} : { [brokenAnnotation]: JSON.stringify(broken) }),
      },
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
    // renewTime makes every renewal a change, so that the server stamps it with its own time.
    spec: {
      holderIdentity: holder,
      leaseDurationSeconds: Math.ceil(timing.leaseDuration / 1000),
      renewTime: new Date().toISOString().replace('Z', '000Z'),
    },
  } as unknown as LeaseObject;
}

/**
 * Fixes what an earlier drill has left broken, and takes its note away.
 * @param fix fixes it; has to do no harm where it is fixed already.
 * @returns what it was; undefined when there was nothing.
 */
export async function fixLeft(
  lease: DrillLease,
  fix: (broken: Broken) => Promise<void>,
): Promise<Broken | undefined> {
  if (lease.left === undefined) return undefined;
  await fix(lease.left);
  await lease.note(undefined);
  return lease.left;
}

/**
 * `held` by a drill that is alive as far as anybody knows; `left` by one that is dead, or has left something broken; else `free`. Looks only.
 */
export async function drillLeaseState(
  cluster: Cluster,
  namespace: string,
): Promise<'held' | 'left' | 'free'> {
  const lease = await cluster.get<LeaseObject>(pathOf(resources.lease, namespace, leaseName));
  if (lease === undefined) return 'free';
  if (!leaseState(lease, cluster.now()).free) return 'held';
  // Whoever ends well gives it back, and takes the note away.
  const isNoted = lease.metadata?.annotations?.[brokenAnnotation] !== undefined;
  return lease.spec?.holderIdentity !== '' || isNoted ? 'left' : 'free';
}
