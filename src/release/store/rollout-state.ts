import { isConflict, isRaced } from '../../cluster/errors.ts';
import type { LeaseObject } from '../../cluster/objects.ts';
import type { Cluster, JsonPatch } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { howToRun } from '../../toolkit/operations.ts';
import { originText } from '../../toolkit/origin.ts';
import { annotationPointer } from '../../traffic/fencing-token.ts';
import { leasePath } from '../../workloads/kinds.ts';
import { labels, nameOf, type ReleaseNumber } from '../../workloads/naming.ts';
import { checksumsThere } from './checksums.ts';
import { leaseLost } from './fencing.ts';
import { leaseObject, tokenOf } from './lease.ts';
import { isOver, type Phase, transitions } from './phases.ts';
import { InvalidStoredValue, parseText, type RolloutState } from './schema.ts';

/**
 * The state of a rollout, in an annotation of the application's Lease. Each write tests the fencing token of the Lease, so a run that has
 * lost the Lease cannot change the state, nor can a user who may write only ConfigMaps.
 */

/** A state that was read. */
export interface StoredState {
  rollout: RolloutState;
  /** The text of the annotation. */
  text: string;
}

/** Reads the state; undefined when there is none. @throws UserError when the annotation is not a state of this application. */
export async function readState(
  cluster: Cluster,
  namespace: string,
  app: string,
): Promise<StoredState | undefined> {
  const lease = await cluster.get<LeaseObject>(leasePath(namespace, app));
  const entry = lease && stateIn(lease, app);
  if (!(entry instanceof InvalidStoredValue)) return entry;
  throw new UserError(
    `cannot read the rollout state of ${app} in Lease/${nameOf.application(app)}: ${entry.reason}`,
    `run \`kubectl -n ${namespace} annotate lease ${nameOf.application(app)} ${labels.state}-\`, then ${howToRun('sweep')}, which rebuilds the state from the records`,
  );
}

/** Returns the state in a Lease; undefined when it has none. Pure. */
export function stateIn(
  { metadata }: LeaseObject,
  app: string,
): StoredState | InvalidStoredValue | undefined {
  const { [labels.state]: text, [labels.abort]: abort } = metadata?.annotations ?? {};
  if (text === undefined) return undefined;
  const rollout = parseText('rollout', text);
  if (rollout instanceof InvalidStoredValue) return rollout;
  if (rollout.app !== app) return new InvalidStoredValue(`it belongs to application ${rollout.app}`);
  const abortRequested = rollout.abortRequested ?? requestIn(abort, rollout.candidate);
  return { rollout: abortRequested === undefined ? rollout : { ...rollout, abortRequested }, text };
}

/** Returns the abort request for the rollout of this release. */
function requestIn(text: string | undefined, candidate: number): RolloutState['abortRequested'] {
  const [, release, at, by] = /^(\d+) (\S+) (.+)$/.exec(text ?? '') ?? [];
  const moment = Date.parse(at ?? '');
  if (by === undefined || Number(release) !== candidate || Number.isNaN(moment)) return undefined;
  return { by, at: moment };
}

/** Returns the release that needs action; undefined when none does. Pure. */
export function releaseNeedingAction(entry: StoredState | undefined): ReleaseNumber | undefined {
  const { needsAction, phase = 'done', candidate } = entry?.rollout ?? {};
  return needsAction === undefined || isOver(phase) ? undefined : candidate;
}

/** No rollout is under way. */
export class RolloutOver extends UserError {
  constructor(app: string) {
    super(
      `no rollout of ${app} is under way`,
      `${howToRun('status')} to see what is live, or deploy a release`,
    );
  }
}

/** Requests that the run of a rollout aborts it. */
export async function requestAbort(
  cluster: Cluster,
  namespace: string,
  { app, candidate }: RolloutState,
  { by, at }: NonNullable<RolloutState['abortRequested']>,
): Promise<void> {
  const value = `${candidate} ${new Date(at).toISOString()} ${by}`;
  await cluster.patch(leasePath(namespace, app), 'json', [
    { op: 'add', path: annotationPointer(labels.abort), value },
  ]);
}

/**
 * Writes the state of a new rollout over the previous one.
 * @throws LeaseLost when another run has the Lease.
 */
export async function beginState(
  cluster: Cluster,
  namespace: string,
  rollout: RolloutState,
): Promise<StoredState> {
  return writeState(cluster, namespace, rollout, [
    { op: 'add', path: annotationPointer(labels.abort), value: '' },
  ]);
}

/**
 * Replaces the state if it has not changed since it was read, whichever run has the Lease.
 * @returns whether it was replaced.
 */
export async function replaceState(
  cluster: Cluster,
  namespace: string,
  { text }: StoredState,
  rollout: RolloutState,
): Promise<boolean> {
  try {
    await cluster.patch(leasePath(namespace, rollout.app), 'json', [
      { op: 'test', path: annotationPointer(labels.state), value: text },
      ...statePatch(rollout),
    ]);
    return true;
  } catch (error) {
    if (isRaced(error)) return false;
    throw error;
  }
}

/**
 * Writes a state where the Lease or its annotation was deleted.
 * @returns the current state.
 */
export async function recreateState(
  cluster: Cluster,
  namespace: string,
  rollout: RolloutState,
  holder = '',
): Promise<StoredState | undefined> {
  const { app, token } = rollout;
  const there = await cluster.get<LeaseObject>(leasePath(namespace, app));
  try {
    if (there === undefined) {
      const lease = leaseObject(app, namespace, { holder, token, rollback: undefined });
      // Without their checksums no run would believe the records.
      const checksums = await checksumsThere(cluster, namespace, app);
      const annotations = { ...lease.metadata?.annotations, ...checksums, ...annotationsOf(rollout) };
      await cluster.create(pathOf(resources.lease, namespace), {
        ...lease,
        metadata: { ...lease.metadata, annotations },
      });
    } else if (stateIn(there, app) === undefined) {
      await cluster.patch(leasePath(namespace, app), 'json', [
        { op: 'test', path: '/metadata/resourceVersion', value: there.metadata?.resourceVersion },
        ...statePatch(rollout),
      ]);
    }
  } catch (error) {
    // Another run was faster.
    if (!isConflict(error)) throw error;
  }
  return readState(cluster, namespace, app);
}

const annotationsOf = (rollout: RolloutState) => ({
  [labels.state]: JSON.stringify(rollout),
  [labels.phase]: rollout.phase,
});

const statePatch = (rollout: RolloutState): JsonPatch[] =>
  Object.entries(annotationsOf(rollout)).map(([name, value]) => ({
    op: 'add',
    path: annotationPointer(name),
    value,
  }));

/** @throws LeaseLost when another run has the Lease. */
async function writeState(
  cluster: Cluster,
  namespace: string,
  rollout: RolloutState,
  more: JsonPatch[] = [],
): Promise<StoredState> {
  const { app, token } = rollout;
  try {
    await cluster.patch(leasePath(namespace, app), 'json', [
      { op: 'test', path: annotationPointer(labels.token), value: String(token) },
      ...statePatch(rollout),
      ...more,
    ]);
    return { rollout, text: JSON.stringify(rollout) };
  } catch (error) {
    if (!isRaced(error)) throw error;
    const lease = await cluster.get<LeaseObject>(leasePath(namespace, app));
    if (lease !== undefined && tokenOf(lease) !== token) throw leaseLost(app);
    if (lease !== undefined) throw error;
    const entry = await recreateState(cluster, namespace, rollout, originText(rollout.run));
    if (entry?.rollout.token !== token) throw leaseLost(app);
    return entry;
  }
}

/** The state for the run that holds the Lease: changes are serialized, each on top of the previous one. */
export class StateStore {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  #rollout: RolloutState;
  /** Called after every write. */
  onChange: (before: RolloutState, after: RolloutState) => void = () => {};
  #last: Promise<unknown> = Promise.resolve();

  /** @param rollout with the token of this run, which holds the Lease. */
  constructor(cluster: Cluster, namespace: string, rollout: RolloutState) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#rollout = rollout;
  }

  get rollout(): RolloutState {
    return this.#rollout;
  }

  /** @throws LeaseLost when another run has taken over. */
  change(next: (rollout: RolloutState) => RolloutState): Promise<void> {
    const written = this.#last.then(async () => {
      const before = this.#rollout;
      const { rollout } = await writeState(this.#cluster, this.#namespace, next(before));
      this.#rollout = rollout;
      this.onChange(before, rollout);
    });
    this.#last = written.catch(() => undefined);
    return written;
  }
}

/**
 * Returns the state after a transition to another phase or step. Pure.
 * @param now by the API server's clock.
 * @throws Error for a transition that does not exist, which is a bug.
 */
export function transition(
  rollout: RolloutState,
  to: Phase,
  now: number,
  change: Partial<Pick<RolloutState, 'step' | 'weight' | 'reason' | 'deadline'>> = {},
): RolloutState {
  if (!transitions[rollout.phase].includes(to))
    throw new Error(`there is no transition from ${rollout.phase} to ${to}`);
  const { paused: _paused, needsAction: _needsAction, gate, ...rest } = rollout;
  return {
    ...rest,
    // No gate judges a rollout that is over.
    ...(gate === undefined || isOver(to) ? {} : { gate }),
    ...(to === 'rolling-back' ? { rolledBackFrom: rollout.phase } : {}),
    phase: to,
    since: now,
    ...change,
  };
}

/** Returns the state of a rollout that became ready, but whose version others have replaced. Pure. */
export function rolledBackByOthers(rollout: RolloutState, reason: string, now: number): RolloutState {
  return transition(transition(rollout, 'rolling-back', now, { weight: 0, reason }), 'rolled-back', now);
}
