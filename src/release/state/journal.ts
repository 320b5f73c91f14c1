import { ClusterError } from '../../cluster/errors.ts';
import type { ConfigMap } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { Strategy } from '../../config/types.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Origin } from '../../toolkit/origin.ts';
import { labels, nameOf, type ReleaseNumber } from '../workloads/naming.ts';
import { overtaken } from '../workloads/overtaken.ts';
import { isOver, moves, type Phase } from './phases.ts';

/** Where the rollout of an application stands: all that another run needs to go on with it or to undo it. */
export interface Journal {
  schema: 1;
  app: string;
  environment: string;
  /** Fencing token of the run that moves it; whoever has a lower one is refused every write. */
  token: number;
  run: Origin;
  strategy: Strategy['kind'];
  phase: Phase;
  /** Index of the weight among the strategy's steps, and the percentage that is asked for. */
  step: number;
  weight: number;
  /** The release that served before; undefined for a first one. */
  baseline?: ReleaseNumber;
  candidate: ReleaseNumber;
  /** Replicas that the workload had when the rollout began: what either side must be able to carry. */
  capacity: number;
  /** The autoscaler that owns the number of pods. */
  autoscaler?: string;
  /** Milliseconds since 1970 by the API server's clock: the beginning, this phase and step, and the end of patience. */
  startedAt: number;
  since: number;
  deadline: number;
  /** It waits on purpose: nobody undoes it for that before that time. */
  parked?: Parked;
  /** Neither forth nor back without somebody's help. */
  held?: { at: number; reason: string };
  /** A rollback was asked for: a living run stops, and whoever moves the rollout undoes it. */
  abortRequested?: { by: string; at: number };
  /**
   * Whether every manifest was applied that goes before the candidate. A run that takes over cannot apply the rest: Secrets
   * stand in no record. Missing in a rolling release, whose workload tells, and in journals of versions that did not say it.
   */
  applied?: boolean;
  /** Paths of what the release makes anew: what an undo of a first release removes. */
  makes?: string[];
  /** Why it is undone, and the phase in which that began. */
  reason?: string;
  undoneFrom?: Phase;
  /** State of the gate, bounded by what the gate keeps. */
  gate?: unknown;
}

/** What a rollout waits for: the next action, the end of a long bake, or a person who resumes or approves it. */
export type Waits = 'gate' | 'promote' | 'bake' | 'resume' | 'approval';

export interface Parked {
  /** Milliseconds since 1970 by the API server's clock. */
  until: number;
  for: Waits;
  /** What the gate left open. */
  reason?: string;
}

/** A journal as it was read, with what a compare-and-swap needs. */
export interface Entry {
  journal: Journal;
  version: string;
  /** Of the ConfigMap: other controllers label what they like, and a write keeps it. */
  labels?: Record<string, string> | undefined;
  annotations?: Record<string, string> | undefined;
}

const pathFor = (namespace: string, app: string) =>
  pathOf(resources.configMap, namespace, nameOf.application(app));

/** @throws UserError when what stands there is of another application. */
export async function readJournal(
  cluster: Cluster,
  namespace: string,
  app: string,
): Promise<Entry | undefined> {
  const object = await cluster.get<ConfigMap>(pathFor(namespace, app));
  const entry = object === undefined ? undefined : entryOf(object);
  if (entry === undefined || entry.journal.app === app) return entry;
  throw new UserError(
    `the journal in ConfigMap/${nameOf.application(app)} is not that of ${app}`,
    'find out who wrote it, and remove it',
  );
}

/** The journal in a ConfigMap; undefined when that holds none. Pure. */
export function entryOf(object: ConfigMap): Entry | undefined {
  const text = object.data?.journal;
  if (text === undefined) return undefined;
  return entryWith(JSON.parse(text) as Journal, object);
}

function entryWith(journal: Journal, { metadata = {} }: ConfigMap): Entry {
  const { resourceVersion: version = '', labels, annotations } = metadata;
  return { journal, version, labels, annotations };
}

/** The release that is held, neither forth nor back without somebody's help; undefined when none is. Pure. */
export function heldIn(entry: Entry | undefined): ReleaseNumber | undefined {
  const { held, phase = 'done', candidate } = entry?.journal ?? {};
  return held === undefined || isOver(phase) ? undefined : candidate;
}

/** There is nothing to move: no rollout, or one that has ended. */
export class RolloutOver extends UserError {
  constructor(app: string) {
    super(`no rollout of ${app} is under way`, 'deploy a release first');
  }
}

/** Somebody else wrote the journal first. */
export class JournalMoved extends Error {}

/**
 * Writes a journal over the one that was read, or as the first one.
 * @throws JournalMoved when another run wrote meanwhile.
 */
export async function writeJournal(
  cluster: Cluster,
  namespace: string,
  journal: Journal,
  over: Omit<Entry, 'journal'> | undefined,
): Promise<Entry> {
  const object = objectOf(namespace, journal, over);
  try {
    const written =
      over === undefined
        ? await cluster.create<ConfigMap>(pathOf(resources.configMap, namespace), object)
        : await cluster.replace<ConfigMap>(pathFor(namespace, journal.app), object);
    return entryWith(journal, written);
  } catch (error) {
    if (!(error instanceof ClusterError && (error.isConflict || error.status === 404))) throw error;
    // A retried write may be refused because it was carried out already.
    const there = await readJournal(cluster, namespace, journal.app);
    if (there !== undefined && JSON.stringify(there.journal) === JSON.stringify(journal)) return there;
    throw new JournalMoved('another run wrote the journal', { cause: error });
  }
}

/**
 * Begins a rollout in the journal, over what it says of one before.
 * @throws LeaseLost when a newer run has begun one.
 */
export async function beginJournal(cluster: Cluster, namespace: string, journal: Journal): Promise<Entry> {
  const { app, token } = journal;
  for (let attempt = 1; ; attempt += 1) {
    const before = await readJournal(cluster, namespace, app);
    if ((before?.journal.token ?? 0) > token) throw overtaken(app);
    try {
      return await writeJournal(cluster, namespace, journal, before);
    } catch (error) {
      if (!(error instanceof JournalMoved) || attempt === 8) throw error;
    }
  }
}

/**
 * Enters a token in the journal of a rollout that is over, if there is one: a run with a lower token begins none any more.
 * @throws LeaseLost when a newer run has begun one.
 */
export async function sealJournal(
  cluster: Cluster,
  namespace: string,
  app: string,
  { token, run }: Pick<Journal, 'token' | 'run'>,
): Promise<void> {
  const before = (await readJournal(cluster, namespace, app))?.journal;
  if (before !== undefined) await beginJournal(cluster, namespace, { ...before, token, run });
}

/** The journal in the hands of one run: changes are made one after the other, each over the one before. */
export class Keeper {
  readonly #cluster: Cluster;
  readonly #namespace: string;
  #journal: Journal;
  /** The ConfigMap that the next write replaces; undefined if it was deleted. */
  #over: Omit<Entry, 'journal'> | undefined;
  /** Told of every change that was written. */
  onChange: (before: Journal, after: Journal) => void = () => {};
  #last: Promise<unknown> = Promise.resolve();

  constructor(cluster: Cluster, namespace: string, entry: Entry) {
    this.#cluster = cluster;
    this.#namespace = namespace;
    this.#journal = entry.journal;
    this.#over = entry;
  }

  get journal(): Journal {
    return this.#journal;
  }

  /** @throws LeaseLost when another run has taken over. */
  change(next: (journal: Journal) => Journal): Promise<void> {
    const write = async () => {
      const before = this.#journal;
      await overwrite();
      this.onChange(before, this.#journal);
    };
    const overwrite = async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const written = next(this.#journal);
          this.#over = await writeJournal(this.#cluster, this.#namespace, written, this.#over);
          this.#journal = written;
          return;
        } catch (error) {
          if (!(error instanceof JournalMoved) || attempt === 8) throw error;
          // Who asks for an end may have taken over by the time we write again.
          await this.#adopt(error);
        }
      }
    };
    const written = this.#last.then(write);
    this.#last = written.catch(() => undefined);
    return written;
  }

  /**
   * Three changes do not end the run, which then writes again: a rollback asked for its end, another controller wrote labels, or the
   * ConfigMap was deleted while this run holds the lease.
   * @throws LeaseLost or JournalMoved after any other change.
   */
  async #adopt(cause: JournalMoved): Promise<void> {
    const { app, token } = this.#journal;
    const there = await readJournal(this.#cluster, this.#namespace, app);
    if (there === undefined && (await this.#holdsLease())) {
      this.#over = undefined;
      return;
    }
    if (there === undefined || there.journal.token !== token) throw overtaken(app);
    const { abortRequested, ...rest } = there.journal;
    const { abortRequested: _, ...known } = this.#journal;
    if (abortRequested === undefined && JSON.stringify(rest) !== JSON.stringify(known)) throw cause;
    this.#over = there;
    if (abortRequested !== undefined) this.#journal = { ...this.#journal, abortRequested };
  }

  async #holdsLease(): Promise<boolean> {
    const { app, token } = this.#journal;
    const lease = await this.#cluster.get(pathOf(resources.lease, this.#namespace, nameOf.application(app)));
    return Number(lease?.metadata?.annotations?.[labels.token]) === token;
  }
}

/**
 * The journal after a move to another phase or step. Pure.
 * @param now by the API server's clock.
 * @throws Error for a move that does not exist: a bug of ours.
 */
export function moved(
  journal: Journal,
  to: Phase,
  now: number,
  change: Partial<Pick<Journal, 'step' | 'weight' | 'reason' | 'deadline'>> = {},
): Journal {
  if (!moves[journal.phase].includes(to)) throw new Error(`there is no move from ${journal.phase} to ${to}`);
  const { parked: _parked, held: _held, gate, ...rest } = journal;
  return {
    ...rest,
    // A rollout that is over is judged by nobody any more.
    ...(gate === undefined || isOver(to) ? {} : { gate }),
    ...(to === 'undoing' ? { undoneFrom: journal.phase } : {}),
    phase: to,
    since: now,
    ...change,
  };
}

function objectOf(namespace: string, journal: Journal, over: Omit<Entry, 'journal'> | undefined): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: nameOf.application(journal.app),
      namespace,
      labels: { ...over?.labels, [labels.app]: journal.app, [labels.kind]: 'journal' },
      annotations: { ...over?.annotations, [labels.phase]: journal.phase },
      ...(over === undefined ? {} : { resourceVersion: over.version }),
    },
    data: { journal: JSON.stringify(journal) },
  };
}
