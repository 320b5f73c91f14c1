import { ClusterError, isRaced } from '../../cluster/errors.ts';
import type { ConfigMap, LeaseObject, PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { retry } from '../../toolkit/retry.ts';
import { leasePath } from '../../workloads/kinds.ts';
import { labels, nameOf, type ReleaseNumber, selecting } from '../../workloads/naming.ts';
import { canonicalTemplate } from '../../workloads/pods.ts';
import {
  addChecksum,
  dropEarlierChecksums,
  isGenuine,
  partOf,
  removeChecksums,
  storedOf,
} from './checksums.ts';
import { leaseLost } from './fencing.ts';
import { type NewRecord, recordText } from './record-text.ts';
import { InvalidStoredValue, type Outcome, parseText, type ReleaseRecord } from './schema.ts';

/** Returns the parts of an outcome that a rollback restores. */
const templatesIn = ({ template, workers }: Partial<Outcome> = {}) => ({
  ...(template === undefined ? {} : { template }),
  ...(workers === undefined ? {} : { workers }),
});

export interface Release {
  record: ReleaseRecord;
  outcome?: Outcome;
  /** When the API server created the object of the outcome: no writer can backdate it. */
  outcomeCreatedAt?: string;
}

/** The releases of one application, read and written as ConfigMaps in its namespace. */
export class ReleaseStore {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  readonly #app: string;
  readonly #report: (line: string) => void;
  /** Names of the ConfigMaps that were reported. */
  readonly #reported = new Set<string>();

  /** @param report gets a warning for each ConfigMap that is ignored because no release wrote it. */
  constructor(cluster: Cluster, namespace: string, app: string, report: (line: string) => void = () => {}) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#app = app;
    this.#report = report;
  }

  /** Lists all releases, newest first. Ignores objects with our labels under another name: only names are unique. */
  async list(): Promise<Release[]> {
    const { items, lease } = await this.#stored();
    const outcomes = new Map<number, Omit<Release, 'record'>>();
    const records: ReleaseRecord[] = [];
    for (const object of items) {
      const { name, creationTimestamp: createdAt } = object.metadata ?? {};
      const outcome = this.#read(object, 'outcome', lease);
      if (outcome !== undefined && name === nameOf.outcome(this.#app, outcome.release))
        outcomes.set(outcome.release, {
          outcome,
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

  /** Reads the stored objects, and the Lease with their checksums; again if a run may have written between the two. */
  async #stored(): Promise<{ items: ConfigMap[]; lease: LeaseObject | undefined }> {
    const read = () => Promise.all([storedOf(this.#cluster, this.#namespace, this.#app), this.#lease()]);
    const [items, lease] = await retry(
      { attempts: 3, unfinished: ([items, lease]) => !items.every(each => this.#isGenuine(each, lease)) },
      read,
    );
    return { items, lease };
  }

  #lease = (): Promise<LeaseObject | undefined> => this.#cluster.get(leasePath(this.#namespace, this.#app));

  /** Whether a release wrote each value of an object, whichever is parsed; true if the Lease was deleted, with the checksums. */
  #isGenuine(object: ConfigMap, lease: LeaseObject | undefined): boolean {
    if (lease === undefined) return true;
    const part = partOf(object, this.#app);
    return Object.values(object.data ?? {}).every(text => part !== undefined && isGenuine(lease, part, text));
  }

  /**
   * Creates the record under the next free number, with the API server's time. Its name is the compare-and-swap, so each number is used
   * once.
   * @param token fencing token of a run that must still hold the Lease; LeaseLost is thrown otherwise.
   * @throws UserError when the record would be larger than 256 KiB.
   */
  async create(
    first: number,
    make: (release: ReleaseNumber) => NewRecord,
    token?: number,
  ): Promise<ReleaseRecord> {
    for (let number = first; ; number += 1) {
      const record = { ...make(number as ReleaseNumber), at: this.#now() };
      const text = recordText(record);
      await addChecksum({ ...this.#place, token }, `r${number}`, text);
      try {
        const name = nameOf.record(this.#app, number);
        const object = this.#object(name, 'record', number, { record: text }, true);
        await this.#cluster.create(this.#pathOf(), object);
        return record;
      } catch (error) {
        if (!(error instanceof ClusterError && error.reason === 'AlreadyExists')) throw error;
      }
    }
  }

  /**
   * Writes the outcome of a release over an earlier one, of which it keeps what a rollback restores. Its time is now, by the API server's
   * clock. A release that was verified before stays verified, at that time, unless it is rolled back or its template was changed.
   * @param holds whether the run must still hold the Lease.
   * @throws LeaseLost when another run has the Lease, or one with a higher token has written its outcome.
   */
  async conclude(ended: NewOutcome, { holds = true } = {}): Promise<void> {
    const outcome = { ...ended, at: this.#now() };
    await this.#replaceOutcome(outcome.release, holds ? outcome.token : undefined, before => {
      if ((before?.token ?? 0) > outcome.token) throw leaseLost(this.#app);
      return after(before, { ...templatesIn(before), ...outcome });
    });
  }

  /** Writes that a release was rolled back, as `conclude` does. @param token of this run. */
  markRolledBack(
    release: ReleaseNumber,
    { token, reason }: { token: number; reason: string },
    options?: { holds: boolean },
  ): Promise<void> {
    return this.conclude({ schema: 1, release, state: 'rolled-back', token, reason }, options);
  }

  /**
   * Marks a release as verified. Other runs may write its outcome meanwhile; only a rollback prevents the mark.
   * @param known the release as it was read before it was verified: a rolled-back one may have been restored since its rollback.
   * @param template the live one, for a release whose outcome has none.
   * @returns why it is not marked; undefined when it is.
   */
  async markVerified(
    { record: { release }, outcome: known }: Release,
    template: PodTemplate | undefined,
  ): Promise<string | undefined> {
    let obstacle: string | undefined;
    await this.#replaceOutcome(release, undefined, before => {
      if (before?.state === 'verified') return undefined;
      if (before === undefined && known !== undefined) {
        obstacle = `the outcome of release ${release} was deleted or damaged while the release was being verified`;
        return undefined;
      }
      if (before?.state === 'rolled-back' && JSON.stringify(before) !== JSON.stringify(known)) {
        obstacle = `release ${release} was rolled back while it was being verified`;
        return undefined;
      }
      const { reason: _, verifiedAt: __, ...kept } = before ?? {};
      // The soak of a promotion begins at this time, so a runner's clock must not shorten it.
      const verified = { schema: 1, release, state: 'verified', at: this.#now() } as const;
      return { ...(template === undefined ? {} : { template }), ...kept, ...verified };
    });
    return obstacle;
  }

  /**
   * Replaces the outcome of a release, or writes the first one; again if another writer was faster.
   * @param token fencing token of a run that must still hold the Lease.
   * @param next returns the outcome after the one that is there; undefined to leave that.
   */
  async #replaceOutcome(
    release: ReleaseNumber,
    token: number | undefined,
    next: (before: Outcome | undefined) => Outcome | undefined,
  ): Promise<void> {
    const place = { ...this.#place, token };
    const name = nameOf.outcome(this.#app, release);
    const part = `r${release}-outcome` as const;
    await retry({ attempts: 8, temporary: isRaced }, async () => {
      const there = await this.#cluster.get<ConfigMap>(this.#pathOf(name));
      // The Lease is read after the outcome: by then it has the checksum of each outcome that a newer run has written.
      const outcome = next(there && this.#read(there, 'outcome', await this.#lease()));
      if (outcome === undefined) return;
      const text = JSON.stringify(outcome);
      const replaces = await addChecksum(place, part, text);
      const object = this.#object(name, 'outcome', release, { outcome: text }, false);
      const metadata = { ...object.metadata, resourceVersion: there?.metadata?.resourceVersion };
      if (there === undefined) await this.#cluster.create(this.#pathOf(), object);
      else await this.#cluster.replace(this.#pathOf(name), { ...object, metadata });
      if (replaces) await dropEarlierChecksums(place, part, text);
    });
  }

  get #place() {
    return { cluster: this.#cluster, namespace: this.#namespace, app: this.#app };
  }

  /** Removes a release: its decision record, its outcome, its record. */
  async remove(release: number): Promise<void> {
    const labelSelector = selecting.decision(this.#app, release);
    const { items: decided } = await this.#cluster.list<ConfigMap>(this.#pathOf(), { labelSelector });
    const parts = decided.map(({ metadata }) => metadata?.name ?? '');
    // The record goes last: as long as it exists, the next garbage collection finds the rest.
    for (const name of [...parts, nameOf.outcome(this.#app, release), nameOf.record(this.#app, release)]) {
      await this.#cluster.remove(this.#pathOf(name), undefined);
    }
    await removeChecksums(this.#cluster, this.#namespace, this.#app, release);
  }

  /** @param lease with the checksums; undefined if it was deleted. */
  #read<Key extends 'record' | 'outcome'>(object: ConfigMap, key: Key, lease: LeaseObject | undefined) {
    const text = object.data?.[key];
    if (text === undefined) return undefined;
    const name = object.metadata?.name ?? '';
    const stored = this.#isGenuine(object, lease)
      ? parseText(key, text)
      : new InvalidStoredValue('the Lease has no checksum that matches its content');
    if (!(stored instanceof InvalidStoredValue)) return stored;
    if (!this.#reported.has(name))
      this.#report(
        `warning: ConfigMap/${name} is ignored: ${stored.reason}. Find out who wrote it, then delete it.`,
      );
    this.#reported.add(name);
    return undefined;
  }

  #pathOf = (name?: string) => pathOf(resources.configMap, this.#namespace, name);

  #now = (): string => new Date(this.#cluster.now()).toISOString();

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
 * Returns the outcome that replaces another one. A release may be verified before a later run ends the rollout of a dead one: then it
 * stays verified, unless its template was changed since. A rolled-back release keeps the time of its verification, and its rollback
 * counts as later, even if it began before the verification. Pure.
 */
function after(before: Outcome | undefined, outcome: Outcome): Outcome {
  if (before?.state === 'verified' && outcome.state === 'complete' && hasSameTemplates(before, outcome))
    return { ...outcome, state: 'verified', at: before.at };
  const verifiedAt = before?.state === 'verified' ? before.at : before?.verifiedAt;
  if (outcome.state !== 'rolled-back' || verifiedAt === undefined) return outcome;
  return { ...outcome, at: laterOf(outcome.at, verifiedAt), verifiedAt };
}

/** Whether a rollback to the release restores the same with both outcomes. Pure. */
const hasSameTemplates = (before: Outcome, next: Outcome): boolean =>
  canonicalTemplate(templatesIn(before)) === canonicalTemplate(templatesIn(next));

/** Returns the later of two ISO 8601 times. Pure. */
export const laterOf = (a: string, b: string): string => (Date.parse(b) > Date.parse(a) ? b : a);

/** Whether a release is complete or verified, and can be restored. */
export function hasSucceeded(release: Release): release is RestorableRelease {
  return (
    (release.outcome?.state === 'complete' || release.outcome?.state === 'verified') && hasTemplate(release)
  );
}

/** Whether the template of a release is known. It may have been rolled back since; then it is restored only on request. */
export function hasTemplate(release: Release): release is RestorableRelease {
  return release.outcome?.template !== undefined;
}

export type RestorableRelease = Release & { outcome: Outcome & { template: PodTemplate } };

/** An outcome by a run with a fencing token. */
type NewOutcome = Omit<Outcome, 'at'> & { token: number };
