import { leaseManager } from '../../cluster/changes.ts';
import { ClusterError, isConflict, isRaced } from '../../cluster/errors.ts';
import type { LeaseObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { howToRun } from '../../toolkit/operations.ts';
import { type Origin, originText } from '../../toolkit/origin.ts';
import { pause, retry } from '../../toolkit/retry.ts';
import { timing } from '../../toolkit/timing.ts';
import { annotationPointer, floorOf, parseToken, tokenOn } from '../../traffic/fencing-token.ts';
import { leasePath, pathTo, type Ref } from '../../workloads/kinds.ts';
import { labels, nameOf } from '../../workloads/naming.ts';
import { checksumsThere } from './checksums.ts';
import { leaseLost } from './fencing.ts';
import { ReleaseStore } from './releases.ts';

/** The lock on one application's releases, held by one run at a time. */
export interface Lease {
  /** Rises with every holder; writes with a lower one are refused. */
  token: number;
  /** @throws LeaseLost when another run has taken the Lease. */
  assertHeld(): Promise<void>;
  /** Releases the Lease. Never throws, because it runs in `finally`. */
  release(): Promise<void>;
}

/** Another run holds the Lease and counts as alive. */
export class LeaseHeld extends UserError {}

type LeaseState =
  | { free: true; token: number }
  | { free: false; token: number; holder: string; freeInMs: number };

/**
 * Returns whether a Lease is free, by the API server's clock alone: the last write is the server's own time in `managedFields`, and now
 * is the `Date` header of the answer with the Lease. Pure.
 */
export function leaseState(lease: LeaseObject, serverNow: number): LeaseState {
  const token = tokenOf(lease);
  const holder = lease.spec?.holderIdentity ?? '';
  if (holder === '') return { free: true, token };
  const written = Math.max(
    0,
    ...(lease.metadata?.managedFields ?? []).map(field => Date.parse(field.time ?? '') || 0),
  );
  // Both times are whole seconds: one more second prevents that rounding ends a Lease early.
  const freeInMs = written + ((lease.spec?.leaseDurationSeconds ?? durationSeconds) + 1) * 1000 - serverNow;
  return freeInMs <= 0 ? { free: true, token } : { free: false, token, holder, freeInMs };
}

export interface LeaseRequest {
  app: string;
  namespace: string;
  /** The workload, which carries the token of the run that changed it last. Absent where no workload is changed. */
  workload?: Ref;
  origin: Origin;
  /** Milliseconds to wait for another run to end before refusing. */
  wait: number;
  /** Takes the Lease from a living run, as a rollback does. `own`: only from another step or job of the same run. */
  seize: boolean | 'own';
  /** Set for a new release, which is refused if a rollback was made since this process began. */
  begins?: true;
  /** Ends the wait when the run is cancelled. */
  signal?: AbortSignal | undefined;
  report: (line: string) => void;
}

/**
 * Acquires the Lease of an application and renews it until released.
 * @throws UserError naming the holder when `wait` is over, or the run that has rolled back meanwhile.
 */
export async function acquireLease(cluster: Cluster, request: LeaseRequest): Promise<Lease> {
  const holder = originText(request.origin);
  const end = performance.now() + request.wait;
  let announced = false;
  for (;;) {
    if (request.signal?.aborted)
      throw new UserError('the run was cancelled before it changed anything', 'run it again');
    const attempt = await tryAcquire(cluster, request, holder);
    if ('token' in attempt) return held(cluster, request, holder, attempt.token);
    if (attempt.holder === undefined) {
      await pause(timing.leaseRetry / 20);
      continue;
    }
    if (performance.now() >= end) {
      throw new LeaseHeld(
        `another run is ${request.workload === undefined ? 'working on' : 'releasing'} ${request.app}: ${attempt.holder}`,
        `wait until it has ended (if it is dead, its Lease expires in ${Math.ceil(attempt.freeInMs / 1000)} s)${request.workload === undefined ? '' : `; to roll its release back instead, ${howToRun('rollback')}`}`,
      );
    }
    if (!announced) request.report(`waiting for ${attempt.holder}`);
    announced = true;
    await pause(timing.leaseRetry);
  }
}

type Attempt = { token: number } | { holder: string | undefined; freeInMs: number };

async function tryAcquire(cluster: Cluster, request: LeaseRequest, holder: string): Promise<Attempt> {
  const { app, namespace, seize } = request;
  const path = leasePath(namespace, app);
  const raced: Attempt = { holder: undefined, freeInMs: 0 };
  let current: { lease: LeaseObject; serverTime: number };
  try {
    const answer = await cluster.call('GET', path);
    current = { lease: JSON.parse(answer.body) as LeaseObject, serverTime: answer.serverTime };
  } catch (error) {
    if (!(error instanceof ClusterError && error.status === 404)) throw error;
    const tokens = await tokensOfWorkload(cluster, request);
    const token = floorOf(tokens) + 1;
    const rollback = seize === true ? { by: holder, at: cluster.now() } : undefined;
    const first = leaseObject(app, namespace, { holder, token, rollback });
    // A token shows that the application was released, and that its Lease was deleted.
    if (tokens.length > 0) {
      request.report(
        `warning: the Lease of ${app} was deleted; the records of its releases are trusted without their checksums`,
      );
      first.metadata = {
        ...first.metadata,
        annotations: { ...first.metadata?.annotations, ...(await checksumsThere(cluster, namespace, app)) },
      };
    }
    const create = () => cluster.create(pathOf(resources.lease, namespace), first);
    return (await writeLease(cluster, path, first, create)) ? { token } : raced;
  }
  const last = rollbackOf(current.lease);
  // Both times may be late by a second (`Cluster.now`), and a run that began after the rollback must not be refused.
  if (request.begins && last !== undefined && last.at >= cluster.now() - performance.now() + 1000)
    throw new UserError(
      `${last.by} rolled ${app} back after this run had begun`,
      're-run the job to release this version anyway',
    );
  const state = leaseState(current.lease, current.serverTime);
  if (!state.free && !(seize === 'own' ? state.holder === holder : seize))
    return { holder: state.holder, freeInMs: state.freeInMs };
  // Another client has broken the token of the Lease: with a lower one than before, every write would be refused.
  const isBroken = state.token === 0 && request.workload !== undefined;
  const before = isBroken ? await tokenOfReleases(cluster, request) : state.token;
  const token = Math.max(before, floorOf(await tokensOfWorkload(cluster, request))) + 1;
  const rollback = seize === true ? { by: holder, at: cluster.now() } : last;
  const next = leaseObject(app, namespace, { holder, token, rollback }, current.lease);
  if (!(await writeLease(cluster, path, next, () => cluster.replace(path, next)))) return raced;
  if (!state.free) request.report(`taking over from ${state.holder}`);
  return { token };
}

/**
 * Writes a Lease. A write whose answer was lost is sent again, and then conflicts with the first one.
 * @returns whether this run has the Lease now; false when another run was faster.
 */
async function writeLease(
  cluster: Cluster,
  path: string,
  lease: LeaseObject,
  write: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (!isConflict(error)) throw error;
    const there = await cluster.get<LeaseObject>(path);
    return (
      there !== undefined &&
      tokenOf(there) === tokenOf(lease) &&
      there.spec?.holderIdentity === lease.spec?.holderIdentity &&
      there.spec?.renewTime === lease.spec?.renewTime
    );
  }
}

/**
 * Returns the highest token on a workload and its canary; 0 when neither has one. Only a token shows that a missing Lease was deleted,
 * so that its records may be trusted without checksums: anyone who may write ConfigMaps could have written those of an application that
 * was never released.
 */
export async function tokensOfWorkload(
  cluster: Cluster,
  { app, namespace, workload }: Pick<LeaseRequest, 'app' | 'namespace' | 'workload'>,
): Promise<number[]> {
  if (workload === undefined) return [];
  const { kind, name } = workload;
  // Only a Deployment has a canary.
  const names = kind === 'Deployment' ? [name, nameOf.canary(name)] : [name];
  const objects = await Promise.all(names.map(each => cluster.get(pathTo(namespace, { kind, name: each }))));
  return objects.map(each => tokenOn(each ?? {}, app)).filter(token => token > 0);
}

/** Returns the highest token of the releases, of which only those with a checksum in the Lease count. */
async function tokenOfReleases(cluster: Cluster, { app, namespace }: LeaseRequest): Promise<number> {
  const releases = await new ReleaseStore(cluster, namespace, app).list();
  return floorOf(releases.flatMap(({ record, outcome }) => [record.token, outcome?.token ?? 0]));
}

function held(cluster: Cluster, request: LeaseRequest, holder: string, token: number): Lease {
  const { app, namespace } = request;
  const path = leasePath(namespace, app);
  /** Tests the token alone, so that other writes to the Lease, such as those of the state, do not conflict. */
  const rewrite = (nextHolder: string) =>
    cluster.patch(
      path,
      'json',
      [
        { op: 'test', path: annotationPointer(labels.token), value: String(token) },
        { op: 'add', path: '/spec/holderIdentity', value: nextHolder },
        { op: 'add', path: '/spec/renewTime', value: microTime() },
      ],
      { fieldManager: leaseManager },
    );
  // A renewal that fails (API server away) is retried at the next interval; assertHeld detects a lost Lease.
  let renewal: Promise<unknown> | undefined;
  const renew = async () => {
    await rewrite(holder).catch(() => undefined);
    renewal = undefined;
  };
  const timer = setInterval(() => {
    renewal ??= renew();
  }, timing.leaseRenewal);
  timer.unref();
  return {
    token,
    assertHeld: async () => {
      const lease = await cluster.get<LeaseObject>(path);
      if (lease === undefined || tokenOf(lease) !== token)
        throw leaseLost(app, lease?.spec?.holderIdentity || undefined);
    },
    release: async () => {
      clearInterval(timer);
      await renewal;
      // Retried, because every other run is refused until the Lease expires.
      const giveUp = () =>
        rewrite('').then(
          () => true,
          // Another run has it, or it was deleted.
          isRaced,
        );
      const within = timing.writeRetry / 4;
      await retry({ within, unfinished: given => !given, delay: () => timing.apiRetry }, giveUp);
    },
  };
}

/** The duration in the Lease. */
const durationSeconds = Math.ceil(timing.leaseDuration / 1000);

/** The fencing token: it rises with every holder. */
export const tokenOf = ({ metadata }: LeaseObject): number =>
  parseToken(metadata?.annotations?.[labels.token]);

/** The last rollback: its run, and its time by the API server's clock, in milliseconds since 1970. */
export interface LastRollback {
  by: string;
  at: number;
}

function rollbackOf({ metadata }: LeaseObject): LastRollback | undefined {
  const text = metadata?.annotations?.[labels.rollback];
  const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
  return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}

/** Builds the Lease. @param over the Lease that it replaces. */
export function leaseObject(
  app: string,
  namespace: string,
  { holder, token, rollback }: { holder: string; token: number; rollback: LastRollback | undefined },
  over?: LeaseObject,
): LeaseObject {
  const { resourceVersion } = over?.metadata ?? {};
  return {
    apiVersion: 'coordination.k8s.io/v1',
    kind: 'Lease',
    metadata: {
      name: nameOf.application(app),
      namespace,
      labels: { ...over?.metadata?.labels, [labels.app]: app, [labels.kind]: 'lease' },
      annotations: {
        ...over?.metadata?.annotations,
        [labels.token]: String(token),
        ...(rollback === undefined
          ? {}
          : { [labels.rollback]: `${new Date(rollback.at).toISOString()} ${rollback.by}` }),
      },
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    },
    // A new renewTime makes every renewal a change, so that the server records its own time for it, and no two writes are the same.
    spec: { holderIdentity: holder, leaseDurationSeconds: durationSeconds, renewTime: microTime() },
  } as unknown as LeaseObject;
}

/** Returns the time with random microseconds: two jobs of one run may write in the same millisecond. */
const microTime = (): string =>
  new Date().toISOString().replace('Z', `${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}Z`);
