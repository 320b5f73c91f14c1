import type { Recovery } from '../config/recovery.ts';
import {
  defaultTargets,
  type FeasibilityRow,
  judgeSchedule,
  type Mechanism,
  type RecoveryObjective,
  type RepositoryFacts,
  type Schedule,
} from './feasibility.ts';
import type { LockDoubt } from './locks.ts';

/** The declarations of slipway.yml for an environment, in a form that can be judged. Pure. */

/** Assumed duration of a backup; ms. */
const assumedBackup = 60 * 60 * 1000;

/** What the stores report about repositories that are declared locked, by name: undefined for one that is locked. */
export type Locks = ReadonlyMap<string, LockDoubt | undefined>;

/** Returns why a declared lock does not count: it counts only when the store of the repository confirms it. Pure. */
export function lockDoubtOf(
  name: string,
  { locked }: Pick<Recovery['repositories'][string], 'locked'>,
  locks: Locks,
): LockDoubt | undefined {
  if (locked === undefined) return undefined;
  if (locks.has(name)) return locks.get(name);
  return { problem: 'its store was not checked', help: 'give it a `store`, and this step its credentials' };
}

export interface DatabaseRows {
  readonly database: string;
  readonly rows: readonly FeasibilityRow[];
}

/** Judges whether the declaration can meet the targets, for each database in the cluster and outside of it. */
export function judgeDeclared(recovery: Recovery, locks: Locks): DatabaseRows[] {
  const targets = targetsOf(recovery);
  return [...Object.keys(recovery.databases), ...Object.keys(recovery.managed)].map(database => ({
    database,
    rows: judgeSchedule(scheduleOf(recovery, database, locks), targets),
  }));
}

/** Returns the declared targets, with defaults for the others. */
export function targetsOf({ targets }: Pick<Recovery, 'targets'>): RecoveryObjective[] {
  return defaultTargets.map(usual => ({ ...usual, ...targets[usual.domain] }));
}

function scheduleOf(recovery: Recovery, name: string, locks: Locks): Schedule {
  const database = recovery.databases[name];
  const managed = recovery.managed[name];
  if (managed !== undefined) return managedSchedule(recovery, managed, locks);
  if (database === undefined) throw new RangeError(`no database ${name} is declared`);
  const kept = database.to.flatMap((repository): Mechanism[] => {
    const backup = (type: 'full' | 'incremental') =>
      ({ kind: 'backup', type, repository, every: database[type], takes: assumedBackup, ships: 0 }) as const;
    const timeout = database['archive-timeout'];
    const archive: Mechanism[] =
      timeout === undefined
        ? []
        : [{ kind: 'wal-archive', repository, timeout, ships: database['archive-lag'] }];
    return [...archive, backup('incremental'), backup('full')];
  });
  return {
    repositories: repositoriesOf(recovery, locks),
    mechanisms: [...replicasOf(database, 'alert'), ...kept],
  };
}

/** A dump is not followed by WAL, so everything written after it is lost with the database. */
function managedSchedule(recovery: Recovery, managed: Recovery['managed'][string], locks: Locks): Schedule {
  const dumps = managed.to.map(
    (repository): Mechanism => ({
      kind: 'dump',
      repository,
      every: managed.every,
      takes: assumedBackup,
      ships: 0,
    }),
  );
  return {
    repositories: repositoriesOf(recovery, locks),
    mechanisms: [...replicasOf(managed, 'promise'), ...dumps],
  };
}

const replicasOf = (
  { replicas }: Pick<Recovery['managed'][string], 'replicas'>,
  bound: Extract<Mechanism, { kind: 'asynchronous-replica' }>['bound'],
) =>
  replicas.map(
    ({ survives, mode, 'max-lag': maxLag }): Mechanism =>
      mode === 'synchronous'
        ? { kind: 'synchronous-replica', survives }
        : { kind: 'asynchronous-replica', survives, bound, ...(maxLag === undefined ? {} : { maxLag }) },
  );

function repositoriesOf({ repositories }: Recovery, locks: Locks): RepositoryFacts[] {
  return Object.entries(repositories).map(([name, repository]) => {
    const { survives, locked, offline } = repository;
    const doubt = offline ? undefined : lockDoubtOf(name, repository, locks);
    const isLocked = locked !== undefined && doubt === undefined;
    return { name, survives, keeping: offline ? 'offline' : isLocked ? 'locked' : 'plain', doubt };
  });
}
