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

/** What slipway.yml declares of an environment, as what can be judged. Pure. */

/** How long a backup takes as long as none has been measured; ms. */
export const assumedBackup = 60 * 60 * 1000;

export interface Measured {
  /** Milliseconds that backups took, by database and type. */
  readonly backups?: Readonly<Record<string, Partial<Record<'full' | 'incremental', number>>>>;
}

export interface DatabaseRows {
  readonly database: string;
  readonly rows: readonly Row[];
}

/** Whether what is declared can meet the targets at all, of each database, in the cluster and outside of it. */
export function judgeDeclared(recovery: Recovery, measured: Measured = {}): DatabaseRows[] {
  const targets = targetsOf(recovery);
  return [...Object.keys(recovery.databases), ...Object.keys(recovery.managed)].map(database => ({
    database,
    rows: judgeSchedule(scheduleOf(recovery, database, measured), targets),
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

export function scheduleOf(recovery: Recovery, name: string, measured: Measured = {}): Schedule {
  const database = recovery.databases[name];
  const managed = recovery.managed[name];
  if (managed !== undefined) return managedSchedule(recovery, managed);
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
  return { repositories: repositoriesOf(recovery), mechanisms: [...replicasOf(database), ...kept] };
}

/** A dump stands alone, and whatever was written after it is lost with the database. */
function managedSchedule(recovery: Recovery, managed: Recovery['managed'][string]): Schedule {
  const dumps = managed.to.map(
    (repository): Mechanism => ({
      kind: 'dump',
      ...{ repository, every: managed.every, takes: assumedBackup, ships: 0 },
    }),
  );
  return { repositories: repositoriesOf(recovery), mechanisms: [...replicasOf(managed), ...dumps] };
}

const replicasOf = ({ replicas }: Pick<Recovery['managed'][string], 'replicas'>) =>
  replicas.map(
    ({ apart, mode, 'max-lag': maxLag }): Mechanism =>
      mode === 'synchronous'
        ? { kind: 'synchronous-replica', apart }
        : { kind: 'asynchronous-replica', apart, ...(maxLag === undefined ? {} : { maxLag }) },
  );

function repositoriesOf({ repositories }: Recovery): Repository[] {
  return Object.entries(repositories).map(([name, { apart, locked, offline }]) => {
    const keeping = offline ? 'offline' : locked !== undefined ? 'locked' : 'plain';
    return { name, apart, keeping };
  });
}
