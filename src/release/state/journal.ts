import { isRaced } from '../../cluster/errors.ts';
import type { ConfigMap } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { labels, nameOf, type ReleaseNumber } from '../workloads/naming.ts';
import { overtaken } from '../workloads/overtaken.ts';
import { isOver, moves, type Phase } from './phases.ts';
import { type Journal, parseStored, Unusable } from './stored.ts';

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

/** @throws UnusableState when what stands there is not the state of this application. */
export async function readJournal(
  cluster: Cluster,
  namespace: string,
  app: string,
): Promise<Entry | undefined> {
  const object = await cluster.get<ConfigMap>(pathFor(namespace, app));
  if (object === undefined) return undefined;
  const journal = parseStored(object, 'journal');
  if (journal instanceof Unusable) throw new UnusableState(app, journal.reason, object);
  if (journal.app !== app) throw new UnusableState(app, `it belongs to application ${journal.app}`, object);
  return { journal, ...writtenOver(object) };
}

/** The state in a ConfigMap; undefined when it holds none that can be used. Pure. */
export function journalIn(object: ConfigMap): Journal | undefined {
  const journal = parseStored(object, 'journal');
  return journal instanceof Unusable ? undefined : journal;
}

function writtenOver({ metadata = {} }: ConfigMap): Omit<Entry, 'journal'> {
  const { resourceVersion: version = '', labels, annotations } = metadata;
  return { version, labels, annotations };
}

/** What stands in place of the state was not written by a release. */
export class UnusableState extends UserError {
  readonly over: Omit<Entry, 'journal'>;

  constructor(app: string, reason: string, object: ConfigMap) {
    const name = `ConfigMap/${nameOf.application(app)}`;
    super(
      `cannot read the rollout state of ${app} in ${name}: ${reason}`,
      'delete it and run `sweep`, which rebuilds the state from the records',
    );
    this.over = writtenOver(object);
  }
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

/** The ConfigMap changed between read and write. */
export class JournalMoved extends UserError {
  constructor(options: ErrorOptions) {
    super(
      'cannot write the rollout state: its ConfigMap changed at the same time',
      'run this again',
      options,
    );
  }
}

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
    return { journal, ...writtenOver(written) };
  } catch (error) {
    if (!isRaced(error)) throw error;
    // A retried write may be refused because it was carried out already.
    const there = await readJournal(cluster, namespace, journal.app).catch(unlessUnusable);
    if (there instanceof UnusableState) throw new JournalMoved({ cause: error });
    if (there !== undefined && JSON.stringify(there.journal) === JSON.stringify(journal)) return there;
    throw new JournalMoved({ cause: error });
  }
}

function unlessUnusable(error: unknown): UnusableState {
  if (error instanceof UnusableState) return error;
  throw error;
}

/**
 * Begins a rollout in the journal, over what it says of one before.
 * @throws LeaseLost when a newer run has begun one.
 */
export async function beginJournal(cluster: Cluster, namespace: string, journal: Journal): Promise<Entry> {
  const { app, token } = journal;
  for (let attempt = 1; ; attempt += 1) {
    const before = await readJournal(cluster, namespace, app);
    if ((before?.journal.token ?? 0) > token && !(await holdsLease(cluster, namespace, { app, token })))
      throw overtaken(app);
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

/** Whether the Lease bears this token. It says who may write: a state can be written by any user who may write ConfigMaps. */
export async function holdsLease(
  cluster: Cluster,
  namespace: string,
  { app, token }: Pick<Journal, 'app' | 'token'>,
): Promise<boolean> {
  const lease = await cluster.get(pathOf(resources.lease, namespace, nameOf.application(app)));
  return Number(lease?.metadata?.annotations?.[labels.token]) === token;
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
          await this.#adopt();
        }
      }
    };
    const written = this.#last.then(write);
    this.#last = written.catch(() => undefined);
    return written;
  }

  /**
   * The lease says who may write. While this run holds it, its state is written again over whatever stands there: a rollback asked for
   * its end, which is taken in; another controller wrote labels; or a user changed, broke or deleted it.
   * @throws LeaseLost when another run has taken over.
   */
  async #adopt(): Promise<void> {
    const { app } = this.#journal;
    const there = await readJournal(this.#cluster, this.#namespace, app).catch(unlessUnusable);
    if (!(await this.holdsLease())) throw overtaken(app);
    this.#over = there instanceof UnusableState ? there.over : there;
    const abortRequested = there instanceof UnusableState ? undefined : there?.journal.abortRequested;
    if (abortRequested !== undefined) this.#journal = { ...this.#journal, abortRequested };
  }

  holdsLease(): Promise<boolean> {
    return holdsLease(this.#cluster, this.#namespace, this.#journal);
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

/** The journal of a rollout that came up, where others have put another version in its place. Pure. */
export function replaced(journal: Journal, reason: string, now: number): Journal {
  return moved(moved(journal, 'undoing', now, { weight: 0, reason }), 'undone', now);
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
