import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { retry } from '../toolkit/retry.ts';
import { ClusterError, isConflict, isRaced } from './errors.ts';
import { applyWithKubectl } from './kubectl.ts';
import type { KubeObject, ObjectMeta } from './objects.ts';
import type { Cluster, JsonPatch } from './port.ts';

export const fieldManager = 'slipway';

/** An object to apply, its path, and the live object there. */
export interface Destination {
  path: string;
  object: KubeObject;
  live: KubeObject | undefined;
}

/**
 * Guards a write: takes the object and the live one (if any), and returns the object to send, with the uid and the resourceVersion
 * of the live one. May throw to refuse.
 */
export type WriteGuard = (object: KubeObject, live: KubeObject | undefined) => KubeObject;

/**
 * Whether this object of Helm may be taken over: then Helm's fields become ours, and a later apply can remove them. Asked for each version
 * that was read. May throw to refuse the write.
 */
export type TakesOver = (live: KubeObject) => boolean;

/** Without consent in slipway.yml, Helm keeps its fields. */
const takesNothing: TakesOver = () => false;

/**
 * Applies objects server-side, in order, and stops at the first that is refused.
 *
 * With `hold`, a write replaces only the object that `hold` has seen: without the uid, a deleted object would be created again;
 * without the resourceVersion, a stalled run would overwrite the changes of a newer one.
 *
 * `kubectl apply --server-side` migrates the ownership of an earlier client-side apply, which a plain apply patch does not. Without
 * a client-side apply there is nothing to migrate, and the patch saves a process.
 *
 * A missing object is created, not applied: an apply would overwrite an object that a newer run has created in the meantime.
 * @param made called for each object that was created, by us or by another run; an error that it throws ends the apply.
 * @throws UserError with the message of the server, or that it does not answer.
 */
export async function applyObjects(
  cluster: Cluster,
  destinations: Destination[],
  hold: WriteGuard = object => object,
  made: Made = async () => {},
  takes: TakesOver = takesNothing,
): Promise<void> {
  for (const destination of destinations) await applyOne(cluster, destination, hold, made, takes);
}

type Made = (path: string, object: KubeObject) => Promise<void>;

async function applyOne(
  cluster: Cluster,
  { path, object, live }: Destination,
  hold: WriteGuard,
  made: Made,
  takes: TakesOver,
): Promise<void> {
  let there = live;
  for (let attempt = 1; ; attempt += 1) {
    const held = hold(object, there);
    try {
      if (there === undefined) {
        const created = await cluster.create(path.slice(0, path.lastIndexOf('/')), held);
        await made(path, created);
        // An immutable object never loses a field.
        if (object.immutable === true) return;
        const still = await ownAsApplied(cluster, path, created, live => hold(object, live));
        // The run that deleted it may have taken over.
        if (!still) await made(path, created);
        return;
      }
      const taking = isOfHelm(there) && takes(there) ? ownershipPatch(there.metadata, true) : undefined;
      if (taking !== undefined) {
        there = await cluster.patch(path, 'json', taking);
        continue;
      }
      if (wasAppliedClientSide(there))
        return await applyWithKubectl(held, {
          fieldManager,
          reach: cluster.reach,
          refused: said =>
            refused(withoutValue(said, object), wasModified.test(said) ? remedies.race : remedies.object),
        });
      const applied = await cluster.patch(path, 'apply', held, { force: 'true', fieldManager });
      if (applied.metadata?.deletionTimestamp === undefined) return;
      // The server accepts the apply, and then the object is gone.
      throw refused(
        `${object.kind}/${object.metadata?.name}: it is being deleted`,
        'wait until it is gone, then run the step again',
      );
    } catch (error) {
      // Controllers change live objects all the time; after another read, `hold` may still allow the write.
      if (isStale(error) && attempt < 10) {
        const created = there === undefined;
        there = await cluster.get(path);
        // A retried create may be refused because the first attempt has succeeded.
        if (created && there !== undefined) await made(path, there);
        continue;
      }
      const said = objection(error, object);
      if (said === undefined) throw error;
      throw refused(
        `${object.kind}/${object.metadata?.name}: ${said}`,
        isStale(error) ? remedies.race : remedies.object,
      );
    }
  }
}

/**
 * Converts our ownership of a created object's fields to an apply; otherwise the next apply could not remove them.
 * @returns false when the object no longer exists.
 */
async function ownAsApplied(
  cluster: Cluster,
  path: string,
  created: KubeObject,
  stillOurs: (live: KubeObject) => void,
): Promise<boolean> {
  let there: KubeObject | undefined = created;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const patch = ownershipPatch(there?.metadata);
    if (patch === undefined) return true;
    try {
      await cluster.patch(path, 'json', patch);
      return true;
    } catch (error) {
      if (!isRaced(error)) throw error;
      there = await cluster.get(path);
      if (there === undefined || there.metadata?.uid !== created.metadata?.uid) return false;
      stillOurs(there);
    }
  }
  return true;
}

/** Whether the object was changed between read and write; with forced ownership there is no other conflict. */
function isStale(error: unknown): boolean {
  if (error instanceof ClusterError) return error.isConflict;
  return error instanceof UserError && wasModified.test(error.message);
}

const wasModified = /the object has been modified|Precondition failed/;

/** Whether `kubectl apply` without `--server-side` wrote the object; then only kubectl knows which fields it may remove. Pure. */
export function wasAppliedClientSide({ metadata }: KubeObject): boolean {
  return (
    metadata?.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined ||
    (metadata?.managedFields ?? []).some(({ manager }) => manager === 'kubectl-client-side-apply')
  );
}

const remedies = {
  object: 'correct the object as the message says, then run the step again',
  race: 'stop the client that keeps changing it, then run the step again',
} as const;

const refused = (said: string, remedy: string) =>
  new UserError(`the cluster refused the manifests: ${said}`, remedy);

/** The result of a dry run: the object after the apply, or the objection of the server. */
export type DryRunResult =
  | { objection: undefined; would: KubeObject }
  | { objection: string; would?: undefined };

/** Applies an object as a dry run, which includes admission, validation and the object quota. */
export async function dryRunApply(cluster: Cluster, path: string, object: KubeObject): Promise<DryRunResult> {
  try {
    const query = { dryRun: 'All', force: 'true', fieldManager };
    return { objection: undefined, would: await cluster.patch(path, 'apply', object, query) };
  } catch (error) {
    const said = objection(error, object);
    if (said === undefined) throw error;
    return { objection: said };
  }
}

/** Returns the objection of the server to this object; undefined when the server itself fails or is overloaded. */
function objection(error: unknown, object: KubeObject): string | undefined {
  if (!(error instanceof ClusterError)) return undefined;
  // A refused credential or a busy server says nothing about the object.
  if (error.status === 401 || error.status === 429) return undefined;
  // The server answers 500 without a reason to an apply with an unknown field or a value of the wrong type.
  const unreadable = error.status === 500 && error.reason === '';
  if (error.status >= 500 && !unreadable) return undefined;
  return withoutValue(error.serverMessage, object);
}

/** Removes a value that the server quotes because of its wrong type: the value of a Secret must not get into a log. */
function withoutValue(said: string, { kind }: KubeObject): string {
  if (kind !== 'Secret') return said;
  return said.replace(/, got [\s\S]*$/, ', got another type (the value is not shown)');
}

/**
 * Converts the ownership of fields that a rollback wrote to an apply. Other writers may change the object at the same time.
 * @param guard additional tests of the patch.
 * @param takes whether Helm's fields are converted, too.
 */
export async function takeOwnership(
  cluster: Cluster,
  path: string,
  guard: JsonPatch[] = [],
  takes: TakesOver = takesNothing,
): Promise<void> {
  await retry({ attempts: 5, temporary: isConflict }, async () => {
    const live = await cluster.get(path);
    const patch = ownershipPatch(live?.metadata, live !== undefined && isOfHelm(live) && takes(live));
    if (patch !== undefined) await cluster.patch(path, 'json', [...guard, ...patch]);
  });
}

/** Whether Helm wrote the object. A release applies such an object only where slipway.yml says so. */
const isOfHelm = ({ metadata }: KubeObject): boolean => (metadata?.managedFields ?? []).some(isHelms);

/** Whether an entry is Helm's: by its manager, or by the mark that it owns, because other programs contain Helm. */
const isHelms = ({ manager, fieldsV1 }: ManagedFields): boolean =>
  manager === 'helm' ||
  (manager !== fieldManager && JSON.stringify(fieldsV1 ?? {}).includes('"f:meta.helm.sh/release-name"'));

type ManagedFields = NonNullable<ObjectMeta['managedFields']>[number];

/**
 * Returns the patch that converts our ownership of fields, which an update created (a rollback is a JSON patch), to an apply. Without it the
 * next apply could not remove these fields. Returns undefined when there is nothing to convert.
 * @param takes whether Helm's fields are converted, too, because the object is taken over.
 */
export function ownershipPatch(metadata: ObjectMeta | undefined, takes = false): JsonPatch[] | undefined {
  const entries = metadata?.managedFields ?? [];
  const isTaken = (entry: ManagedFields) => takes && isHelms(entry);
  const ours = entries.filter(
    entry => (entry.manager === fieldManager || isTaken(entry)) && !entry.subresource,
  );
  const first = ours.find(entry => isTaken(entry) || entry.operation === 'Update');
  if (first === undefined || metadata?.resourceVersion === undefined) return undefined;
  const fields = ours.reduce<object>(
    (all, entry) => union(all, (entry.fieldsV1 as object | undefined) ?? {}),
    {},
  );
  const merged = { ...first, manager: fieldManager, operation: 'Apply', fieldsV1: fields };
  return [
    { op: 'test', path: '/metadata/resourceVersion', value: metadata.resourceVersion },
    {
      op: 'replace',
      path: '/metadata/managedFields',
      value: [...entries.filter(e => !ours.includes(e)), merged],
    },
  ];
}

/**
 * Claims the current number of replicas with a separate field manager, which the autoscaler then overwrites. Without it, an apply
 * without `replicas` after one with it would set them to 1.
 * @param held uid and resourceVersion of the object that was read, so that the server refuses the claim if it has changed since.
 */
export async function claimReplicas(
  cluster: Cluster,
  path: string,
  live: Scaled | undefined,
  held: Pick<ObjectMeta, 'uid' | 'resourceVersion'> = {},
): Promise<void> {
  if (live?.spec?.replicas === undefined) return;
  const claim = {
    apiVersion: live.apiVersion ?? 'apps/v1',
    kind: live.kind ?? 'Deployment',
    metadata: { name: live.metadata?.name, ...held },
    spec: { replicas: live.spec.replicas },
  };
  await cluster.patch(path, 'apply', claim, { fieldManager: 'slipway-replicas', force: 'true' });
}

/** A workload with a number of replicas. */
type Scaled = Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'> & { spec?: { replicas?: number } };

function union(a: object, b: object): object {
  const all: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const other = all[key];
    all[key] = isMap(other) && isMap(value) ? union(other, value) : value;
  }
  return all;
}
