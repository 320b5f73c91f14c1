import { isRaced } from '../../cluster/errors.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { retry } from '../../toolkit/retry.ts';
import type { Scratch } from './clearing.ts';
import { expiresAnnotation, runLabel } from './manifests.ts';

/** Extends the expiry time of a drill's namespace while a job needs it. */

/** Sets when the namespace expires. @param expires ms since 1970, by the API server's clock. */
export function keepUntil(cluster: Cluster, { name, run, uid }: Scratch, expires: number): Promise<void> {
  const path = pathOf(resources.namespace, '', name);
  // The heartbeat of the same job may have written meanwhile.
  return retry({ attempts: 2, temporary: isRaced }, async () => {
    const { metadata } = (await cluster.get(path)) ?? {};
    if (metadata?.uid !== uid || metadata.labels?.[runLabel] !== run) return;
    const annotations = { [expiresAnnotation]: new Date(expires).toISOString() };
    // Only at the version that was read: a cleanup that has begun since then takes precedence.
    const { resourceVersion } = metadata;
    await cluster.patch(path, 'merge', { metadata: { resourceVersion, annotations } });
  });
}

/**
 * Keeps the namespace from expiring, however long the drill takes. A failed heartbeat is retried at the next interval.
 * @param ttl how long the namespace stays after the last heartbeat; ms.
 * @returns a function that ends it, and resolves when no write is in flight.
 */
export function keepAlive(cluster: Cluster, scratch: Scratch, ttl: number): () => Promise<void> {
  let last = Promise.resolve();
  const beat = setInterval(
    () => {
      last = keepUntil(cluster, scratch, cluster.now() + ttl).catch(() => undefined);
    },
    Math.min(60_000, ttl / 4),
  );
  beat.unref();
  return () => {
    clearInterval(beat);
    return last;
  };
}
