import type { Lease } from '../../cluster/objects.ts';
import { timing } from '../../toolkit/timing.ts';
import { labels, nameOf } from '../workloads/naming.ts';

/** The stored form of an application's Lease. All pure. */

/** The duration in the Lease. */
export const durationSeconds = Math.ceil(timing.leaseDuration / 1000);

/** The fencing token: it rises with every holder. */
export const tokenOf = ({ metadata }: Lease): number => Number(metadata?.annotations?.[labels.token] ?? 0);

/** The last rollback: its run, and its time by the API server's clock, in milliseconds since 1970. */
export interface Rollback {
  by: string;
  at: number;
}

export function rollbackOf({ metadata }: Lease): Rollback | undefined {
  const text = metadata?.annotations?.[labels.rollback];
  const [, at, by] = /^(\S+) (.+)$/.exec(text ?? '') ?? [];
  return at === undefined || by === undefined ? undefined : { by, at: Date.parse(at) };
}

/** Builds the Lease. @param over the Lease that it replaces. */
export function leaseObject(
  app: string,
  namespace: string,
  { holder, token, rollback }: { holder: string; token: number; rollback: Rollback | undefined },
  over?: Lease,
): Lease {
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
  } as unknown as Lease;
}

/** Returns the time with random microseconds: two jobs of one run may write in the same millisecond. */
export const microTime = (): string =>
  new Date().toISOString().replace('Z', `${String(Math.floor(Math.random() * 1000)).padStart(3, '0')}Z`);
