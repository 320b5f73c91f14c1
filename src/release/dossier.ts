import { ClusterError } from '../cluster/errors.ts';
import type { ConfigMap } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { DecisionRecord } from './decision-schema.ts';
import { labels, nameOf } from './naming.ts';
import { reduce } from './reduction.ts';

/** The decision record of a release while it is written: kept in the cluster, so that the next run goes on with it. */
export class Dossier {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  #record: DecisionRecord;
  readonly #saved = new Map<string, string>();

  constructor(cluster: Cluster, namespace: string, record: DecisionRecord) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#record = record;
  }

  get record(): DecisionRecord {
    return this.#record;
  }

  note(change: (record: DecisionRecord) => DecisionRecord): void {
    this.#record = change(this.#record);
  }

  /** Writes what changed since the last time. Never the reason why a rollout ends: a failure is only told. */
  async save(report: (line: string) => void): Promise<void> {
    try {
      const { chunks } = await chunking();
      const parts = Object.entries(chunks(reduce(this.#record)));
      // The head last: it says how many ticks there are.
      for (const [key, part] of parts.sort(([a], [b]) => (a < b ? 1 : -1))) {
        if (this.#saved.get(key) === part) continue;
        await put(this.#cluster, this.#namespace, this.#object(key, part));
        this.#saved.set(key, part);
      }
    } catch (error) {
      report(`the decision record could not be written: ${(error as Error).message}`);
    }
  }

  #object(key: string, part: string): ConfigMap {
    const { app, release } = this.#record;
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: nameOf.decision(app, release, key),
        namespace: this.#namespace,
        labels: { [labels.app]: app, [labels.kind]: 'decision', [labels.release]: String(release) },
      },
      data: { [key]: part },
    };
  }
}

/** Loaded when a record is read or written: the schema of records is large. */
const chunking = () => import('./chunks.ts');

async function put(cluster: Cluster, namespace: string, object: ConfigMap): Promise<void> {
  const path = pathOf(resources.configMap, namespace);
  try {
    await cluster.create(path, object);
  } catch (error) {
    if (!(error instanceof ClusterError && error.reason === 'AlreadyExists')) throw error;
    await cluster.replace(`${path}/${object.metadata?.name}`, object);
  }
}

/** The decision record of a release; undefined when it has none. */
export async function readDecision(
  cluster: Cluster,
  namespace: string,
  app: string,
  release: number,
): Promise<DecisionRecord | undefined> {
  const { items } = await cluster.list<ConfigMap>(pathOf(resources.configMap, namespace), {
    labelSelector: `${labels.app}=${app},${labels.kind}=decision,${labels.release}=${release}`,
  });
  if (items.length === 0) return undefined;
  const { join } = await chunking();
  return join(Object.assign({}, ...items.map(({ data }) => data)));
}
