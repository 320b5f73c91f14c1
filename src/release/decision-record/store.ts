import { isRaced } from '../../cluster/errors.ts';
import type { ConfigMap } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Environment } from '../../config/types.ts';
import { noteMoment, noteRun, noteWaits, startRecord } from '../../decision/record.ts';
import { reduce } from '../../decision/reduction.ts';
import type { DecisionRecord } from '../../decision/schema.ts';
import { UserError } from '../../toolkit/errors.ts';
import { retry } from '../../toolkit/retry.ts';
import { annotationOf, tokenOn } from '../../traffic/fencing-token.ts';
import { titleOf } from '../../workloads/kinds.ts';
import { labels, nameOf, selecting } from '../../workloads/naming.ts';
import { LeaseLost, requireNoHigherToken } from '../store/fencing.ts';
import type { ReleaseRecord, RolloutState } from '../store/schema.ts';

/** The decision record of a release during its rollout. It is saved in the cluster, so that the next run continues it. */
export class DecisionStore {
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

  update(change: (record: DecisionRecord) => DecisionRecord): void {
    this.#record = change(this.#record);
  }

  /**
   * Writes the chunks that changed since the last save. It cannot end a rollout: a failure is only reported, and a record that a newer run
   * has written is left alone.
   */
  async save(report: (line: string) => void): Promise<void> {
    try {
      const { chunks } = await chunking();
      const parts = Object.entries(chunks(reduce(this.#record)));
      // The head last: it has the number of ticks.
      for (const [key, part] of parts.sort(([a], [b]) => (a < b ? 1 : -1))) {
        if (this.#saved.get(key) === part) continue;
        await put(this.#cluster, this.#namespace, this.#object(key, part), this.#record.app);
        this.#saved.set(key, part);
      }
    } catch (error) {
      if (error instanceof LeaseLost) return;
      const { message } = error as Error;
      report(
        `warning: the decision record could not be written: ${message}; the rollout continues without it`,
      );
    }
  }

  #object(key: string, part: string): ConfigMap {
    const { app, release, runs } = this.#record;
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: nameOf.decision(app, release, key),
        namespace: this.#namespace,
        labels: { [labels.app]: app, [labels.kind]: 'decision', [labels.release]: String(release) },
        annotations: { [annotationOf.token(app)]: String(runs.at(-1)?.token ?? 0) },
      },
      data: { [key]: part },
    };
  }
}

/** Imported only when a record is read or written, because the schema of records is large. */
const chunking = () => import('../../decision/chunks.ts');

/** @throws LeaseLost when a newer run has written the object: every write has the token of its run. */
async function put(cluster: Cluster, namespace: string, object: ConfigMap, app: string): Promise<void> {
  const folder = pathOf(resources.configMap, namespace);
  const path = `${folder}/${object.metadata?.name}`;
  await retry({ attempts: 5, temporary: isRaced }, async () => {
    const there = await cluster.get<ConfigMap>(path);
    requireNoHigherToken(there, { app, token: tokenOn(object, app) });
    const { resourceVersion } = there?.metadata ?? {};
    const metadata = { ...object.metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) };
    if (there === undefined) await cluster.create(folder, object);
    else await cluster.replace(path, { ...object, metadata });
  });
}

/** What is stored as a decision record is none. */
export class UnreadableDecision extends Error {}

/** Returns the decision record of a release; undefined when it has none. @throws UnreadableDecision for anything else that is stored. */
export async function readDecision(
  cluster: Cluster,
  namespace: string,
  app: string,
  release: number,
): Promise<DecisionRecord | undefined> {
  const { items } = await cluster.list<ConfigMap>(pathOf(resources.configMap, namespace), {
    labelSelector: selecting.decision(app, release),
  });
  // A chunk is valid only in the ConfigMap of its name: another object with the same labels is not ours.
  const parts = items.flatMap(({ metadata, data = {} }) =>
    Object.entries(data).filter(([key]) => metadata?.name === nameOf.decision(app, release, key)),
  );
  if (parts.length === 0) return undefined;
  const { join } = await chunking();
  let record: DecisionRecord;
  try {
    record = join(Object.fromEntries(parts));
  } catch (cause) {
    const why =
      cause instanceof UserError ? cause.sentence : 'it does not have the format of a decision record';
    throw new UnreadableDecision(why, { cause });
  }
  const isOf = record.app === app && record.release === release && record.namespace === namespace;
  if (!isOf)
    throw new UnreadableDecision(`the decision record of release ${release} belongs to another release`);
  return record;
}

/** What a new decision record is built from. */
export interface NewDecision {
  /** From the record of the release. */
  environment: Environment;
  record: Pick<ReleaseRecord, 'images' | 'promotion' | 'signatures'>;
  rollout: RolloutState;
  /** What the run does that writes it. */
  doing: string;
  /** Why the rollout differs from its strategy. */
  why?: string | undefined;
}

/** Returns a new decision record for a rollout that has none. Writes nothing. */
export function newDecisionStore(
  cluster: Cluster,
  { environment: { namespace, workload, strategy, gate }, record, rollout, doing, why }: NewDecision,
): DecisionStore {
  const at = Math.round(cluster.now());
  const { app, environment, candidate: release, baseline, token, run: by, phase, weight } = rollout;
  const rolls = rollout.strategy === 'rolling';
  const decision = startRecord({
    at,
    app,
    environment,
    namespace,
    workload: titleOf(workload),
    release,
    ...(baseline === undefined ? {} : { baseline }),
    images: record.images,
    ...(record.promotion === undefined ? {} : { promotion: record.promotion }),
    ...(record.signatures === undefined ? {} : { signatures: record.signatures }),
    by,
    token,
    doing,
    strategy,
    ...(rolls && strategy.kind !== 'rolling' ? { rolled: true } : {}),
    // A rolling update is not judged by a gate.
    ...(rolls || gate === undefined ? {} : gate === 'checks' ? { checked: true } : { gate }),
  });
  const stands = {
    at,
    phase,
    ...(rolls ? {} : { weight }),
    ...(why === undefined ? {} : { reason: why }),
  };
  return new DecisionStore(cluster, namespace, noteMoment(decision, stands));
}

/** Opens the release's decision record in the cluster and adds this run to it, or begins a new one. */
export async function openDecisionStore(cluster: Cluster, begun: NewDecision): Promise<DecisionStore> {
  const { environment, rollout, doing } = begun;
  const { app, candidate, token, run: by } = rollout;
  const { namespace } = environment;
  const known = await readDecision(cluster, namespace, app, candidate).catch(() => undefined);
  if (known === undefined) return newDecisionStore(cluster, begun);
  const run = { at: Math.round(cluster.now()), by, token, doing };
  return new DecisionStore(cluster, namespace, noteRun(noteWaits(known, undefined), run));
}
