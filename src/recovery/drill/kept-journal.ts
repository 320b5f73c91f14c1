import { ClusterError, isRaced, MissingRight } from '../../cluster/errors.ts';
import type { ConfigMap } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { singleFile } from '../../toolkit/parallel.ts';
import { journalName, ledgerName, runLabel } from '../scratch/manifests.ts';

/** The journal of a drill as it lies in the cluster: one job writes it, and learns when another one does. */

/** Another job has gone on with the drill: this one must not touch anything any more. */
export class Overtaken extends UserError {}

export interface KeptJournal {
  /** Whether there is one. */
  isThere(): boolean;
  /** @param ledger that never changes again. */
  create(text: string, ledger: Uint8Array | undefined): Promise<void>;
  /** One after the other. @throws Overtaken */
  write(text: () => string): Promise<void>;
  /** The same, and waits for an API server that is away. @throws Overtaken */
  writeInTime(text: () => string): Promise<void>;
  /** @throws Overtaken when it is known that another job goes on. */
  demand(): void;
}

/** How long the API server may be away until it cannot be written; ms. */
const patience = 600_000;

/**
 * @param holder stands in every text of this job, and in none of another.
 * @param found the version of the one that is there; undefined where there is none.
 */
export function keptJournal(
  cluster: Cluster,
  { namespace, run, holder }: { readonly namespace: string; readonly run: string; readonly holder: string },
  found: string | undefined,
  sleep: (milliseconds: number) => Promise<unknown>,
): KeptJournal {
  const folder = pathOf(resources.configMap, namespace);
  const path = pathOf(resources.configMap, namespace, journalName);
  const inTurn = singleFile();
  let version = found;
  let overtaken: Overtaken | undefined;
  const demand = () => {
    if (overtaken !== undefined) throw overtaken;
  };
  /** Of exactly the version that we know: whoever takes the drill over changes it. */
  const put = async (journal: string) => {
    const patch = { metadata: { resourceVersion: version }, data: { journal } };
    version = (await cluster.patch<ConfigMap>(path, 'merge', patch)).metadata?.resourceVersion;
  };
  const write: KeptJournal['write'] = text =>
    inTurn(async () => {
      demand();
      try {
        await put(text());
      } catch (error) {
        if (!isRaced(error)) throw error;
        // A write whose answer was lost is in its own way.
        const there = await cluster.get<ConfigMap>(path);
        version = there?.metadata?.resourceVersion;
        if (there === undefined || there.data?.journal?.includes(holder) !== true) {
          const what =
            there === undefined
              ? `the journal of the drill ${run} is gone`
              : `another job goes on with the drill ${run}`;
          overtaken = new Overtaken(what, 'see what became of it there');
        }
        demand();
        await put(text());
      }
    });
  return {
    isThere: () => version !== undefined,
    create: async (text, ledger) => {
      const labels = { [runLabel]: run };
      const object = (name: string) => ({
        ...{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, labels } },
      });
      if (ledger !== undefined) {
        const binaryData = { ledger: Buffer.from(ledger).toString('base64') };
        await cluster.create(folder, { ...object(ledgerName), binaryData });
      }
      const made = await cluster.create<ConfigMap>(folder, {
        ...object(journalName),
        data: { journal: text },
      });
      version = made.metadata?.resourceVersion;
    },
    write,
    writeInTime: async text => {
      // What cannot be kept is no matter of patience.
      text();
      const end = performance.now() + patience;
      for (;;) {
        try {
          return await write(text);
        } catch (error) {
          if (!passes(error) || performance.now() >= end) throw error;
          await sleep(1000);
        }
      }
    },
    demand,
  };
}

function passes(error: unknown): boolean {
  if (error instanceof ClusterError) return error.status >= 500;
  return !(error instanceof Overtaken || error instanceof MissingRight);
}
