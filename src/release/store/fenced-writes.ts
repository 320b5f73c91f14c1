import { isRaced } from '../../cluster/errors.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { stampOf } from '../../traffic/fence.ts';
import { LeaseLost, leaseLost } from '../workloads/lease-lost.ts';
import { stamp } from './fencing.ts';

/** Writes and deletions that fail once a newer run has stamped the object. */

/** Attempts while others write to the same object: controllers update its status many times a second. */
const attempts = 20;

/**
 * Stamps an object and writes to it; retries when another writer came in between.
 * @param write gets the stamped object, and must test its uid and stamp, or its resourceVersion.
 * @returns the result of `write`; undefined when the object does not exist.
 * @throws LeaseLost when a newer run has stamped the object.
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
 * Deletes the object at a path, unless a newer run has stamped it: an object that it applied has the same name and uid.
 * @param uid of the only object to delete; by default any.
 * @returns the deleted object; undefined when there was none.
 * @throws LeaseLost when a newer run has stamped the object.
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
    if (stampOf(object, app) > token) throw leaseLost(app);
    await cluster.remove(path, present, resourceVersion);
    removed = object;
  }
  throw new Error(`${path} could not be deleted: other writers keep changing it`);
}

/** An object that a run has created. */
export interface Created {
  path: string;
  uid: string;
}

/**
 * Deletes the objects that a run created after another run had taken over: stamps prevent changes of existing objects, but not new
 * objects. Keeps those that the newer run has adopted.
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
