import type { Recovery } from '../config/recovery.ts';
import {
  defaultTargets,
  domains,
  judgeSchedule,
  type Mechanism,
  type Repository,
  type Row,
  type Schedule,
  type Target,
} from './feasibility.ts';
import type { Doubt } from './locks.ts';

/** What slipway.yml declares of an environment, as what can be judged. Pure. */

/** How long a backup takes as long as none has been measured; ms. */
export const assumedBackup = 60 * 60 * 1000;

export interface Measured {
  /** Milliseconds that backups took, by database and type. */
  readonly backups?: Readonly<Record<string, Partial<Record<'full' | 'incremental', number>>>>;
}

/** What the stores say of the repositories that are declared locked, by their names: undefined of one that is. */
export type Locks = ReadonlyMap<string, Doubt | undefined>;

/** A repository that is declared locked counts as locked only when its store has said so. Pure. */
export function doubtOf(
  name: string,
  { locked }: Pick<Recovery['repositories'][string], 'locked'>,
  locks: Locks,
): Doubt | undefined {
  if (locked === undefined) return undefined;
  if (locks.has(name)) return locks.get(name);
  return { problem: 'nobody has asked its store', help: 'give it a `store`, and this step its login' };
}

export interface DatabaseRows {
  readonly database: string;
  readonly rows: readonly Row[];
}

/** Whether what is declared can meet the targets at all, of each database, in the cluster and outside of it. */
export function judgeDeclared(recovery: Recovery, locks: Locks, measured: Measured = {}): DatabaseRows[] {
  const targets = targetsOf(recovery);
  return [...Object.keys(recovery.databases), ...Object.keys(recovery.managed)].map(database => ({
    database,
    rows: judgeSchedule(scheduleOf(recovery, database, locks, measured), targets),
  }));
}

/** Those that are declared, and the defaults of the others. */
export function targetsOf({ targets }: Pick<Recovery, 'targets'>): Target[] {
  return domains.flatMap(domain => {
    const declared = targets[domain];
    const usual = defaultTargets.find(each => each.domain === domain);
    return declared !== undefined ? [{ domain, ...declared }] : usual !== undefined ? [usual] : [];
  });
}

export function scheduleOf(
  recovery: Recovery,
  name: string,
  locks: Locks,
  measured: Measured = {},
): Schedule {
  const database = recovery.databases[name];
  const managed = recovery.managed[name];
  if (managed !== undefined) return managedSchedule(recovery, managed, locks);
  if (database === undefined) throw new RangeError(`no database ${name} is declared`);
  const took = measured.backups?.[name] ?? {};
  const kept = database.to.flatMap((repository): Mechanism[] => {
    const backup = (type: 'full' | 'incremental') => {
      const takes = took[type] ?? assumedBackup;
      return { kind: 'backup', type, repository, every: database[type], takes, ships: 0 } as const;
    };
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

/** A dump stands alone, and whatever was written after it is lost with the database. */
function managedSchedule(recovery: Recovery, managed: Recovery['managed'][string], locks: Locks): Schedule {
  const dumps = managed.to.map(
    (repository): Mechanism => ({
      kind: 'dump',
      ...{ repository, every: managed.every, takes: assumedBackup, ships: 0 },
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
    ({ apart, mode, 'max-lag': maxLag }): Mechanism =>
      mode === 'synchronous'
        ? { kind: 'synchronous-replica', apart }
        : { kind: 'asynchronous-replica', apart, bound, ...(maxLag === undefined ? {} : { maxLag }) },
  );

function repositoriesOf({ repositories }: Recovery, locks: Locks): Repository[] {
  return Object.entries(repositories).map(([name, repository]) => {
    const { apart, locked, offline } = repository;
    const doubt = offline ? undefined : doubtOf(name, repository, locks);
    const isLocked = locked !== undefined && doubt === undefined;
    return { name, apart, keeping: offline ? 'offline' : isLocked ? 'locked' : 'plain', doubt };
  });
}
