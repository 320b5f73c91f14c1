import { type Forward, forwardTo } from '../../cluster/forward.ts';
import type { Cluster } from '../../cluster/port.ts';
import { type Functional, type FunctionalCheck, functionalCheck } from './functional.ts';

/** Queries an application that was restored into the namespace of a drill, from outside. */

export interface ApplicationClientOptions {
  readonly namespace: string;
  readonly service: string;
  readonly port: number;
  readonly functional: Omit<Functional, 'base'>;
  /** The known record as read before the loss; undefined if it could not be read. */
  readonly before?: string | undefined;
  /** Timeout of the port-forward, and of one check; ms. */
  readonly patience: { readonly start: number; readonly look: number };
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
  report(line: string): void;
}

const notUp = 'it is not ready yet';

/** Returns functions that query the application. Its address is known once its pods are ready. */
export function applicationClient(cluster: Pick<Cluster, 'reach'>, of: ApplicationClientOptions) {
  const { patience, signal, sleep } = of;
  let forward: Forward | undefined;
  let check: FunctionalCheck | undefined;
  return {
    check: () => check,
    /** Opens the port-forward, and retries the known record: the pods may be ready before their dependencies. */
    open: async () => {
      forward = await untilForwarded(cluster, of);
      const { functional, before, report } = of;
      check = functionalCheck({ ...functional, base: forward.base }, before, report);
      const end = performance.now() + patience.start;
      while ((await check.remember(patience.look)) !== undefined && performance.now() < end) {
        signal.throwIfAborted();
        await sleep(500);
      }
    },
    direct: async () => (check === undefined ? notUp : check.whole(patience.look)),
    knownRecord: async () => (check === undefined ? notUp : check.knownRecord(patience.look)),
    notCompared:
      of.before === undefined && of.functional['known-value'] === undefined
        ? 'nothing is known to compare it with, because the live system did not return it before: set `drills.application.known-value`'
        : undefined,
    // Absent if slipway.yml does not say how to write a record.
    fresh: of.functional.write && (async () => (check === undefined ? notUp : check.fresh?.(patience.look))),
    close: () => forward?.close(),
  };
}

/** Retries, because kubectl cannot forward a port before a pod of the Service is ready. */
async function untilForwarded(
  { reach }: Pick<Cluster, 'reach'>,
  of: ApplicationClientOptions,
): Promise<Forward> {
  const end = performance.now() + of.patience.start;
  for (;;) {
    try {
      return await forwardTo({ namespace: of.namespace, service: of.service, port: of.port }, reach);
    } catch (error) {
      if (performance.now() >= end) throw error;
      of.signal.throwIfAborted();
      await of.sleep(1000);
    }
  }
}
