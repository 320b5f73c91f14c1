import { ClusterError, isRaced } from '../../cluster/errors.ts';
import type { ConfigMap, Lease, PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { labels, nameOf, type ReleaseNumber, selecting } from '../workloads/naming.ts';
import { overtaken } from '../workloads/overtaken.ts';
import {
  addChecksum,
  checksumsOf,
  dropEarlierChecksums,
  isGenuine,
  type Part,
  removeChecksums,
} from './checksums.ts';
import { type NewRecord, textOf } from './record-text.ts';
import { Invalid, type Outcome, parseStored, type ReleaseRecord } from './schema.ts';

/** What of an outcome is put back: it stays whatever else is said of the release later. */
export function restorable(outcome: Outcome | undefined): Pick<Outcome, 'template' | 'workers'> {
  const { template, workers } = outcome ?? {};
  return {
    ...(template === undefined ? {} : { template }),
    ...(workers === undefined ? {} : { workers }),
  };
}

export interface Release {
  record: ReleaseRecord;
  outcome?: Outcome;
  /** resourceVersion of the outcome, for a compare-and-swap. */
  outcomeVersion?: string;
  /** When the API server created the object of the outcome: no writer can say that it is older. */
  outcomeCreatedAt?: string;
}

/** The ConfigMaps that bear the labels of records and outcomes, whoever wrote them. */
async function storedOf(cluster: Cluster, namespace: string, app: string): Promise<ConfigMap[]> {
  const { items } = await cluster.list<ConfigMap>(pathOf(resources.configMap, namespace), {
    labelSelector: `${labels.app}=${app},${labels.kind} in (record,outcome)`,
  });
  return items;
}

/** Checksums of all records that stand there, for a Lease in place of one that was deleted. */
export async function checksumsThere(
  cluster: Cluster,
  namespace: string,
  app: string,
): Promise<Record<string, string>> {
  const parts = (await storedOf(cluster, namespace, app)).flatMap(({ metadata, data = {} }) => {
    const part = metadata?.name?.slice(`${nameOf.application(app)}-`.length) as Part;
    return Object.values(data).map(text => [part, text] as const);
  });
  return checksumsOf(parts);
}

/** The releases of one application, read and written as ConfigMaps in its namespace. */
export class ReleaseStore {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  readonly #app: string;
  readonly #report: (line: string) => void;
  /** Names of what was reported. */
  readonly #told = new Set<string>();

  /** @param report hears of what is ignored because it is not what a release writes. */
  constructor(cluster: Cluster, namespace: string, app: string, report: (line: string) => void = () => {}) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#app = app;
    this.#report = report;
  }

  /** All releases, newest first. What bears our labels under another name is not ours: a name is there once, a label is not. */
  async list(): Promise<Release[]> {
    const { items, lease } = await this.#stored();
    const outcomes = new Map<number, Omit<Release, 'record'>>();
    const records: ReleaseRecord[] = [];
    for (const object of items) {
      const { name, resourceVersion = '', creationTimestamp: createdAt } = object.metadata ?? {};
      const outcome = this.#read(object, 'outcome', lease);
      if (outcome !== undefined && name === nameOf.outcome(this.#app, outcome.release))
        outcomes.set(outcome.release, {
          ...{ outcome, outcomeVersion: resourceVersion },
          ...(createdAt === undefined ? {} : { outcomeCreatedAt: createdAt }),
        });
      const record = this.#read(object, 'record', lease);
      if (record?.app === this.#app && name === nameOf.record(this.#app, record.release))
        records.push(record);
    }
    return records
      .map((record): Release => ({ record, ...outcomes.get(record.release) }))
      .sort((a, b) => b.record.release - a.record.release);
  }

  /** What is stored, with the Lease that has the checksums; read again where a run may have written between the two. */
  async #stored(): Promise<{ items: ConfigMap[]; lease: Lease | undefined }> {
    for (let attempt = 1; ; attempt += 1) {
      const [items, lease] = await Promise.all([
        storedOf(this.#cluster, this.#namespace, this.#app),
        this.#lease(),
      ]);
      if (attempt === 3 || items.every(each => this.#isGenuine(each, lease))) return { items, lease };
    }
  }

  #lease(): Promise<Lease | undefined> {
    return this.#cluster.get(pathOf(resources.lease, this.#namespace, nameOf.application(this.#app)));
  }

  /** Also where the Lease was deleted, and nothing can be compared. */
  #isGenuine({ metadata, data }: ConfigMap, lease: Lease | undefined): boolean {
    const text = data?.record ?? data?.outcome;
    if (lease === undefined || text === undefined) return true;
    const [, part] =
      new RegExp(`^${nameOf.application(this.#app)}-(r\\d+(?:-outcome)?)$`).exec(metadata?.name ?? '') ?? [];
    return part !== undefined && isGenuine(lease, part as Part, text);
  }

  /**
   * Creates the record under the next free number, with the API server's time; the name is the compare-and-swap, so a number is given once.
   * @throws UserError when the record would be larger than 256 KiB.
   */
  async create(first: number, make: (release: ReleaseNumber) => NewRecord): Promise<ReleaseRecord> {
    for (let number = first; ; number += 1) {
      const record = { ...make(number as ReleaseNumber), at: this.#now() };
      const text = textOf(record);
      await addChecksum(this.#place, `r${number}`, text);
      try {
        await this.#cluster.create(
          pathOf(resources.configMap, this.#namespace),
          this.#object(nameOf.record(this.#app, number), 'record', number, { record: text }, true),
        );
        return record;
      } catch (error) {
        if (!(error instanceof ClusterError && error.reason === 'AlreadyExists')) throw error;
      }
    }
  }

  /**
   * Writes how a release ended, over what was said before: verified after complete, rolled back after either. Without a time it ended now, by
   * the API server's clock.
   * @throws LeaseLost when a run with a higher token has said how it ended.
   */
  async conclude(ended: Omit<Outcome, 'at'> & { token: number; at?: string }): Promise<void> {
    const outcome = { ...ended, at: ended.at ?? this.#now() };
    const path = pathOf(resources.configMap, this.#namespace, nameOf.outcome(this.#app, outcome.release));
    for (let attempt = 1; ; attempt += 1) {
      const there = await this.#cluster.get<ConfigMap>(path);
      // The Lease after the outcome: what a newer run has written has its checksum by then.
      const before = there && this.#read(there, 'outcome', await this.#lease());
      if ((before?.token ?? 0) > outcome.token) throw overtaken(this.#app);
      try {
        return await this.amend(after(before, outcome), there?.metadata?.resourceVersion);
      } catch (error) {
        if (!isRaced(error) || attempt === 8) throw error;
      }
    }
  }

  /**
   * Writes an outcome over the one that was read, or as the first one.
   * @param version resourceVersion of the outcome that is replaced; undefined when there is none.
   * @throws ClusterError (isConflict) when that outcome was changed since.
   */
  async amend(outcome: Outcome, version: string | undefined): Promise<void> {
    const name = nameOf.outcome(this.#app, outcome.release);
    const data = { outcome: JSON.stringify(outcome) };
    const part = `r${outcome.release}-outcome` as const;
    const replaces = await addChecksum(this.#place, part, data.outcome);
    const object = this.#object(name, 'outcome', outcome.release, data, false);
    if (version === undefined) {
      await this.#cluster.create(pathOf(resources.configMap, this.#namespace), object);
      return;
    }
    const metadata = { ...object.metadata, resourceVersion: version };
    await this.#cluster.replace(pathOf(resources.configMap, this.#namespace, name), { ...object, metadata });
    if (replaces) await dropEarlierChecksums(this.#place, part, data.outcome);
  }

  get #place() {
    return { cluster: this.#cluster, namespace: this.#namespace, app: this.#app };
  }

  /** Removes a release: what was decided of it, its outcome, its record. */
  async remove(release: number): Promise<void> {
    const { items: decided } = await this.#cluster.list<ConfigMap>(
      pathOf(resources.configMap, this.#namespace),
      { labelSelector: selecting.decision(this.#app, release) },
    );
    const parts = decided.map(({ metadata }) => metadata?.name ?? '');
    // The record last: as long as it is there, the next collection finds what is left.
    for (const name of [...parts, nameOf.outcome(this.#app, release), nameOf.record(this.#app, release)]) {
      await this.#cluster.remove(pathOf(resources.configMap, this.#namespace, name), undefined);
    }
    await removeChecksums(this.#cluster, this.#namespace, this.#app, release);
  }

  /** @param lease with the checksums; undefined where it was deleted, and nothing can be compared. */
  #read<Key extends 'record' | 'outcome'>(object: ConfigMap, key: Key, lease: Lease | undefined) {
    const text = object.data?.[key];
    if (text === undefined) return undefined;
    const name = object.metadata?.name ?? '';
    const stored = this.#isGenuine(object, lease)
      ? parseStored(object, key)
      : new Invalid('no release wrote it so');
    if (!(stored instanceof Invalid)) return stored;
    if (!this.#told.has(name))
      this.#report(
        `warning: ConfigMap/${name} is ignored: ${stored.reason}. Find out who wrote it, then delete it.`,
      );
    this.#told.add(name);
    return undefined;
  }

  #now(): string {
    return new Date(this.#cluster.now()).toISOString();
  }

  #object(
    name: string,
    kind: string,
    release: number,
    data: Record<string, string>,
    immutable: boolean,
  ): ConfigMap {
    return {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name,
        namespace: this.#namespace,
        labels: { [labels.app]: this.#app, [labels.kind]: kind, [labels.release]: String(release) },
      },
      immutable,
      data,
    };
  }
}

/**
 * An outcome that replaces another one: of a release that was rolled it back stays known that it had been verified, and that came first
 * even if it was verified while the rollback had begun. Pure.
 */
function after(before: Outcome | undefined, outcome: Outcome): Outcome {
  const verifiedAt = before?.state === 'verified' ? before.at : before?.verifiedAt;
  if (outcome.state !== 'rolled-back' || verifiedAt === undefined) return outcome;
  return { ...outcome, at: laterOf(outcome.at, verifiedAt), verifiedAt };
}

/** The later of two moments as ISO 8601. Pure. */
export const laterOf = (a: string, b: string): string => (Date.parse(b) > Date.parse(a) ? b : a);

/** A release that may be gone back to: it was completely up at least once. */
export function isWhole(release: Release): release is WholeRelease {
  return (
    (release.outcome?.state === 'complete' || release.outcome?.state === 'verified') && isRestorable(release)
  );
}

/** Its template is known; it may have been left on purpose since, which an explicit wish overrules. */
export function isRestorable(release: Release): release is WholeRelease {
  return release.outcome?.template !== undefined;
}

export type WholeRelease = Release & { outcome: Outcome & { template: PodTemplate } };
