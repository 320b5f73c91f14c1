import { isRaced } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { stampOf } from '../../traffic/fence.ts';
import { LeaseLost, overtaken } from '../workloads/overtaken.ts';
import { stamp } from './fencing.ts';

/** What a run writes to, and takes away, only for as long as no newer one was at the object. */

/** Attempts while others write to the same object: controllers tell how far they are many times a second. */
const attempts = 20;

/**
 * Stamps an object and writes to it; once more whenever somebody wrote between the two.
 * @param write gets the object with our stamp, and must hold to it: by its uid and its stamp, or by its resourceVersion.
 * @returns what `write` gives; undefined when there is no such object.
 * @throws LeaseLost when a newer run was there.
 */
export async function fencedUpdate<T extends KubeObject, R>(
  cluster: Cluster,
  path: string,
  app: string,
  token: number,
  write: (seen: T) => Promise<R>,
): Promise<R | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const seen = await stamp<T>(cluster, path, app, token);
    if (seen === undefined) return undefined;
    try {
      return await write(seen);
    } catch (error) {
      if (!isRaced(error) || attempt === attempts) throw error;
    }
  }
}

/**
 * Deletes what lives at a path, unless a newer run has made it its own: what that one applied has the same name and uid.
 * @param uid of the only object that is meant; by default whatever is there.
 * @returns the object that was deleted; undefined when there was none.
 * @throws LeaseLost when a newer run was there.
 */
export async function fencedDelete(
  cluster: Cluster,
  path: string,
  app: string,
  token: number,
  uid?: string,
): Promise<KubeObject | undefined> {
  let removed: KubeObject | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const object = await cluster.get<KubeObject>(path);
    const { uid: present, resourceVersion, deletionTimestamp } = object?.metadata ?? {};
    if (object === undefined || deletionTimestamp !== undefined) return removed ?? object;
    if (present !== (removed?.metadata?.uid ?? uid ?? present)) return removed;
    if (stampOf(object, app) > token) throw overtaken(app);
    await cluster.remove(path, present, resourceVersion);
    removed = object;
  }
  throw new Error(`${path} could not be deleted: others write to it all the time`);
}

/** An object that a run has made. */
export interface Created {
  path: string;
  uid: string;
}

/**
 * Takes back what a run made after it had been overtaken: a stamp keeps it from changing what is there, and nothing keeps
 * it from making what is not. What the newer run has taken over stays.
 */
export async function deleteCreated(
  cluster: Cluster,
  creations: readonly Created[],
  app: string,
  token: number,
): Promise<void> {
  for (const { path, uid } of creations) {
    await fencedDelete(cluster, path, app, token, uid).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) throw error;
    });
  }
}
