import { UserError } from '../toolkit/errors.ts';
import { ClusterError, isRaced } from './errors.ts';
import { applyWithKubectl } from './kubectl.ts';
import type { KubeObject, ObjectMeta } from './objects.ts';
import type { Cluster, JsonPatch } from './port.ts';

export const fieldManager = 'slipway';

/** An object on its way to its place, with what lives there. */
export interface Destination {
  path: string;
  object: KubeObject;
  live: KubeObject | undefined;
}

/**
 * What must hold for an object to be written over: given what lives (if anything), the object as it is sent, with the uid and the
 * resourceVersion of what was looked at. May throw to refuse.
 */
export type Hold = (object: KubeObject, live: KubeObject | undefined) => KubeObject;

/**
 * Applies objects server-side, in order, stopping at the first that is refused.
 *
 * With `hold` each is written only over what `hold` has seen: without the uid an object that was deleted would be made
 * again, without the resourceVersion a run that stalled would write over what a newer one wrote.
 *
 * `kubectl apply --server-side` moves ownership over from an earlier client-side apply, which a bare apply patch does
 * not; where nobody ever applied client-side there is nothing to move, and the warm socket saves a process.
 *
 * What is not there is created, not applied: an apply would write over whatever a newer run has made meanwhile.
 * @param made is told of each object that was created, or that came to be where one was to be created; what it throws ends it all.
 * @throws UserError with what the server said, or that it does not answer.
 */
export async function applyObjects(
  cluster: Cluster,
  destinations: Destination[],
  hold: Hold = object => object,
  made: Made = async () => {},
): Promise<void> {
  for (const destination of destinations) await applyOne(cluster, destination, hold, made);
}

type Made = (path: string, object: KubeObject) => Promise<void>;

async function applyOne(
  cluster: Cluster,
  { path, object, live }: Destination,
  hold: Hold,
  made: Made,
): Promise<void> {
  let there = live;
  for (let attempt = 1; ; attempt += 1) {
    const held = hold(object, there);
    try {
      if (there === undefined) {
        const created = await cluster.create(path.slice(0, path.lastIndexOf('/')), held);
        await made(path, created);
        // What never changes never loses a field.
        if (object.immutable === true) return;
        const still = await ownAsApplied(cluster, path, created, live => hold(object, live));
        // Whoever took it away may have taken over.
        if (!still) await made(path, created);
        return;
      }
      if (wasAppliedClientSide(there))
        return await applyWithKubectl(held, {
          fieldManager,
          reach: cluster.reach,
          refused: said => refused(valueless(said, object)),
        });
      await cluster.patch(path, 'apply', held, { force: 'true', fieldManager });
      return;
    } catch (error) {
      // Controllers write to what lives all the time: looked at again, it may still be ours to write.
      if (isStale(error) && attempt < 10) {
        const created = there === undefined;
        there = await cluster.get(path);
        // A retried creation may be refused because it was carried out already.
        if (created && there !== undefined) await made(path, there);
        continue;
      }
      const said = objection(error, object);
      if (said === undefined) throw error;
      throw refused(`${object.kind}/${object.metadata?.name}: ${said}`);
    }
  }
}

/**
 * The fields of what we created become applied ones: the next apply could not remove them otherwise.
 * @returns false when it is not there any more.
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

/** Another writer came between the look and the write; with forced ownership nothing else is a conflict. */
function isStale(error: unknown): boolean {
  if (error instanceof ClusterError) return error.status === 409;
  return error instanceof UserError && /the object has been modified|Precondition failed/.test(error.message);
}

/** Whether `kubectl apply` without `--server-side` wrote it, which alone knows what it may remove. Pure. */
export function wasAppliedClientSide({ metadata }: KubeObject): boolean {
  return (
    metadata?.annotations?.['kubectl.kubernetes.io/last-applied-configuration'] !== undefined ||
    (metadata?.managedFields ?? []).some(({ manager }) => manager === 'kubectl-client-side-apply')
  );
}

const refused = (said: string) =>
  new UserError(`the cluster refused the manifests: ${said}`, 'correct what it names and run again');

/** What an apply would lead to: the object as it would live, or what the server has against it. */
export type Foresight =
  | { objection: undefined; would: KubeObject }
  | { objection: string; would?: undefined };

/** Asks the server what an apply would do, without doing it: admission, validation, quota of objects. */
export async function dryRunApply(cluster: Cluster, path: string, object: KubeObject): Promise<Foresight> {
  try {
    const query = { dryRun: 'All', force: 'true', fieldManager };
    return { objection: undefined, would: await cluster.patch(path, 'apply', object, query) };
  } catch (error) {
    const said = objection(error, object);
    if (said === undefined) throw error;
    return { objection: said };
  }
}

/** What the server has against this object; undefined when it is the server that is in trouble, or only busy. */
function objection(error: unknown, object: KubeObject): string | undefined {
  if (!(error instanceof ClusterError)) return undefined;
  // A refused credential or a busy server says nothing about the object.
  if (error.status === 401 || error.status === 429) return undefined;
  // What apply cannot read (an unknown field, a value of the wrong type) is answered 500, without a reason.
  const unreadable = error.status === 500 && error.reason === '';
  if (error.status >= 500 && !unreadable) return undefined;
  return valueless(error.said, object);
}

/** A value of the wrong type is quoted by the server, and a Secret's must not end in a log. */
function valueless(said: string, { kind }: KubeObject): string {
  if (kind !== 'Secret') return said;
  return said.replace(/, got [\s\S]*$/, ', got another type (the value is not shown)');
}

/**
 * Makes fields that a rollback wrote our applied ones again; others may write to the object at the same moment.
 * @param guard what must hold beside it.
 */
export async function takeOwnership(cluster: Cluster, path: string, guard: JsonPatch[] = []): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const patch = ownershipPatch((await cluster.get(path))?.metadata);
    if (patch === undefined) return;
    try {
      await cluster.patch(path, 'json', [...guard, ...patch]);
      return;
    } catch (error) {
      if (!(error instanceof ClusterError && error.isConflict) || attempt === 5) throw error;
    }
  }
}

/**
 * The patch that turns fields which we once wrote by other means (a rollback is a JSON patch) into applied ones; without
 * it the next apply could not remove them, for it would not know them as its own. Undefined when there is nothing to do.
 */
export function ownershipPatch(metadata: ObjectMeta | undefined): JsonPatch[] | undefined {
  const entries = metadata?.managedFields ?? [];
  const ours = entries.filter(entry => entry.manager === fieldManager && !entry.subresource);
  const updates = ours.filter(entry => entry.operation === 'Update');
  const [first] = updates;
  if (first === undefined || metadata?.resourceVersion === undefined) return undefined;
  const fields = ours.reduce<object>(
    (all, entry) => union(all, (entry.fieldsV1 as object | undefined) ?? {}),
    {},
  );
  const merged = { ...first, operation: 'Apply', fieldsV1: fields };
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
 * An apply without `replicas` after one with it would set them to 1, unless somebody else claims the field:
 * claims the present number under a name of its own, which the autoscaler then overwrites.
 * @param held uid and resourceVersion of what was looked at, to be refused when somebody wrote since.
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

/** What stands in a number of pods. */
type Scaled = Pick<KubeObject, 'apiVersion' | 'kind' | 'metadata'> & { spec?: { replicas?: number } };

function union(a: object, b: object): object {
  const all: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const other = all[key];
    all[key] = isObject(other) && isObject(value) ? union(other, value) : value;
  }
  return all;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
