import { ClusterError, isRaced, MissingPermission } from '../../cluster/errors.ts';
import type { ConfigMap } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { serialQueue } from '../../toolkit/parallel.ts';
import { retry } from '../../toolkit/retry.ts';
import { ledgerName, runLabel, stateKey, stateName } from '../scratch/manifests.ts';

/** The state of a drill in the cluster: one job writes it, and notices when another one does. */

/** Thrown when another job has continued the drill: this one must not change anything any more. */
export class TakenOver extends UserError {}

interface StoredDrillState {
  /** Returns whether the state exists. */
  isThere(): boolean;
  /** Creates the state. @param ledger the final marker ledger, which never changes. */
  create(text: string, ledger: Uint8Array | undefined): Promise<void>;
  /** Writes the state; writes are queued. @throws TakenOver */
  write(text: () => string): Promise<void>;
  /** Writes the state, and retries while the API server is unavailable. @throws TakenOver */
  writeInTime(text: () => string): Promise<void>;
  /** @throws TakenOver if another job is known to have continued the drill. */
  requireNotTakenOver(): void;
}

/** How long a write is retried while the API server is unavailable; ms. */
const patience = 600_000;

/**
 * Returns the stored state of a drill.
 * @param holder unique to this job, and part of every text that it writes.
 * @param found the resourceVersion of the existing state; undefined if there is none.
 */
export function storedDrillState(
  cluster: Cluster,
  { namespace, run, holder }: { readonly namespace: string; readonly run: string; readonly holder: string },
  found: string | undefined,
  sleep: (milliseconds: number) => Promise<unknown>,
): StoredDrillState {
  const folder = pathOf(resources.configMap, namespace);
  const path = pathOf(resources.configMap, namespace, stateName);
  const inTurn = serialQueue();
  let version = found;
  let takenOver: TakenOver | undefined;
  const requireNotTakenOver = () => {
    if (takenOver !== undefined) throw takenOver;
  };
  /** Writes only at the known version, which another job changes when it takes over. */
  const put = async (text: string) => {
    const patch = { metadata: { resourceVersion: version }, data: { [stateKey]: text } };
    version = (await cluster.patch<ConfigMap>(path, 'merge', patch)).metadata?.resourceVersion;
  };
  const write: StoredDrillState['write'] = text =>
    inTurn(async () => {
      requireNotTakenOver();
      try {
        await put(text());
      } catch (error) {
        if (!isRaced(error)) throw error;
        // The conflict may come from our own write whose response was lost.
        const there = await cluster.get<ConfigMap>(path);
        version = there?.metadata?.resourceVersion;
        if (there === undefined || there.data?.[stateKey]?.includes(holder) !== true) {
          const what =
            there === undefined
              ? `the saved state of the drill ${run} is gone`
              : `another job has continued the drill ${run}`;
          takenOver = new TakenOver(what, 'see the log of the latest job of the drill');
        }
        requireNotTakenOver();
        await put(text());
      }
    });
  return {
    isThere: () => version !== undefined,
    create: async (text, ledger) => {
      const labels = { [runLabel]: run };
      const object = (name: string) => ({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, namespace, labels },
      });
      if (ledger !== undefined) {
        const binaryData = { ledger: Buffer.from(ledger).toString('base64') };
        await cluster.create(folder, { ...object(ledgerName), binaryData });
      }
      const made = await cluster.create<ConfigMap>(folder, {
        ...object(stateName),
        data: { [stateKey]: text },
      });
      version = made.metadata?.resourceVersion;
    },
    write,
    writeInTime: async text => {
      // Throws immediately if the state is too large: a retry would not help.
      text();
      await retry({ within: patience, temporary: isTemporary, delay: () => 1000, sleep }, () => write(text));
    },
    requireNotTakenOver,
  };
}

function isTemporary(error: unknown): boolean {
  if (error instanceof ClusterError) return error.status >= 500;
  return !(error instanceof TakenOver || error instanceof MissingPermission);
}
