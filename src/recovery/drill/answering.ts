import { type Forward, forwardTo } from '../../cluster/forward.ts';
import type { Cluster } from '../../cluster/port.ts';
import { type Functional, type FunctionalCheck, functionalCheck } from './functional.ts';

/** An application that was brought up in the namespace of a drill, as it is asked from outside. */

export interface Answering {
  readonly namespace: string;
  readonly service: string;
  readonly port: number;
  readonly functional: Omit<Functional, 'base'>;
  /** The old record before the loss; undefined where it could not be read. */
  readonly before?: string | undefined;
  /** How long it may take until a way leads to it, and one look; ms. */
  readonly patience: { readonly start: number; readonly look: number };
  readonly signal: AbortSignal;
  sleep(milliseconds: number): Promise<unknown>;
}

const notUp = 'it is not up yet';

/** @returns what asks it. Its address is known when its pods are up. */
export function answering(cluster: Pick<Cluster, 'reach'>, of: Answering) {
  const { patience, signal, sleep } = of;
  let forward: Forward | undefined;
  let check: FunctionalCheck | undefined;
  return {
    check: () => check,
    /** Opens the way, and reads the old record: its pods are ready before everything that they need is. */
    open: async () => {
      forward = await untilForwarded(cluster, of);
      check = functionalCheck({ ...of.functional, base: forward.base }, of.before);
      const end = performance.now() + patience.start;
      while ((await check.remember(patience.look)) !== undefined && performance.now() < end) {
        signal.throwIfAborted();
        await sleep(500);
      }
    },
    whole: async () => (check === undefined ? notUp : check.whole(patience.look)),
    old: async () => (check === undefined ? notUp : check.old(patience.look)),
    // Nothing is written where nobody says how.
    fresh: of.functional.write && (async () => (check === undefined ? notUp : check.fresh?.(patience.look))),
    close: () => forward?.close(),
  };
}

/** kubectl leads nowhere before a pod of the Service is ready. */
async function untilForwarded({ reach }: Pick<Cluster, 'reach'>, of: Answering): Promise<Forward> {
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
