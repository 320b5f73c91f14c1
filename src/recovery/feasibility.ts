import { formatDuration } from '../toolkit/duration.ts';
import { withRemedy } from '../toolkit/errors.ts';
import type { LockDoubt } from './locks.ts';

/** Judges before any drill whether a declared schedule can meet the declared targets: row by row, and by which mechanism. */

/** Failure domains, from the smallest to the largest. */
export const domains = ['node', 'zone', 'region', 'total'] as const;
export type Domain = (typeof domains)[number];

/** Milliseconds. */
export interface RecoveryObjective {
  readonly domain: Domain;
  readonly rto: number;
  readonly rpo: number;
}

const minute = 60_000;
const hour = 60 * minute;

export const defaultTargets: readonly RecoveryObjective[] = [
  { domain: 'node', rto: 15 * minute, rpo: 0 },
  { domain: 'zone', rto: hour, rpo: 5 * minute },
  { domain: 'region', rto: 4 * hour, rpo: 15 * minute },
  { domain: 'total', rto: 8 * hour, rpo: hour },
];

/** How far away something is: the largest failure domain whose loss it survives. */
export type Distance = Exclude<Domain, 'total'>;

export interface RepositoryFacts {
  readonly name: string;
  readonly survives: Distance;
  /** `locked`: no credentials can delete from it; `offline`: it is not connected. */
  readonly keeping: 'plain' | 'locked' | 'offline';
  /** Why the lock of a repository that is declared locked is not confirmed; the repository then counts as plain. */
  readonly doubt?: LockDoubt | undefined;
}

/** Milliseconds: interval, duration, and time until the backup is in the repository. */
interface Scheduled {
  readonly repository: string;
  readonly every: number;
  readonly takes: number;
  readonly ships: number;
}

/** The alert that fires when a standby lags more than `max-lag`. */
export const replicaBehind = 'SlipwayReplicaBehind';
/** The alert whose counter a drill of the off-site repository checks too: `failed_count` of `pg_stat_archiver` grows. */
export const notArchived = { alert: 'SlipwayWalNotArchived', for: '5m' } as const;

export type Mechanism =
  | { readonly kind: 'synchronous-replica'; readonly survives: Distance }
  /**
   * `maxLag`: the lag above which Slipway's alert fires, or that the provider of the database promises; without it the lag is unbounded.
   */
  | {
      readonly kind: 'asynchronous-replica';
      readonly survives: Distance;
      readonly maxLag?: number;
      readonly bound: 'alert' | 'promise';
    }
  /** `timeout`: PostgreSQL's `archive_timeout`; 0 is off. */
  | {
      readonly kind: 'wal-archive';
      readonly repository: string;
      readonly timeout: number;
      readonly ships: number;
    }
  | ({ readonly kind: 'backup'; readonly type: 'full' | 'differential' | 'incremental' } & Scheduled)
  | ({ readonly kind: 'dump' } & Scheduled);

export interface Schedule {
  readonly repositories: readonly RepositoryFacts[];
  readonly mechanisms: readonly Mechanism[];
}

interface Surviving {
  readonly name: string;
  /** Maximum loss in milliseconds. */
  readonly worst: number;
}

export type FeasibilityRow = {
  readonly target: RecoveryObjective;
  readonly sentence: string;
} & (
  | ({ readonly kind: 'covered' } & Surviving)
  | { readonly kind: 'uncovered'; readonly problem: string; readonly help: string }
);

/**
 * Judges each target. The worst case is the loss when the failure comes at the worst moment: for a scheduled backup its interval, duration
 * and shipping time; for a WAL archive its timeout and shipping time; for an asynchronous replica its maximum lag. Only drills show whether
 * the recovery is in time.
 *
 * @throws {RangeError} for a repository that is not declared.
 */
export function judgeSchedule(
  schedule: Schedule,
  targets: readonly RecoveryObjective[] = defaultTargets,
): FeasibilityRow[] {
  return targets.map(target => {
    const { domain, rto, rpo } = target;
    const [best] = schedule.mechanisms
      .flatMap((by): Surviving[] => {
        const worst = worstLoss(by, domain, schedule);
        return worst === undefined ? [] : [{ name: nameOf(by), worst }];
      })
      .sort((a, b) => a.worst - b.worst);
    if (best === undefined || best.worst > rpo)
      return { kind: 'uncovered', target, ...gapOf(target, best, schedule) };
    const { name, worst } = best;
    const sentence = `${domain}: covered by ${name}; ${worst === 0 ? 'no writes are' : `at most ${formatDuration(worst)} of writes are`} lost (${formatDuration(rpo)} allowed); only a drill shows whether it recovers within ${formatDuration(rto)}`;
    return { kind: 'covered', target, ...best, sentence };
  });
}

/** Says why a repository that is declared locked does not count as locked. Pure. */
export const doubtText = (name: string, { problem }: LockDoubt): string =>
  `the repository ${name} is declared locked, but ${problem}`;

/**
 * Says why a target is not covered.
 * @param best the surviving mechanism with the smallest loss.
 */
function gapOf(
  target: RecoveryObjective,
  best: Surviving | undefined,
  { repositories }: Schedule,
): { readonly problem: string; readonly help: string; readonly sentence: string } {
  const { domain, rpo } = target;
  const gap = (problem: string, help: string) => ({
    problem,
    help,
    sentence: `${domain}: not covered, because ${withRemedy(problem, help)}`,
  });
  if (best !== undefined)
    return gap(
      `the best mechanism is ${best.name}, with which up to ${formatDuration(best.worst)} of writes may be lost (${formatDuration(rpo)} allowed)`,
      lossHelp(target),
    );
  // It would survive if its lock were confirmed.
  const doubted = repositories.find(({ survives, doubt }) => survives === 'region' && doubt !== undefined);
  if (domain === 'total' && doubted?.doubt !== undefined)
    return gap(doubtText(doubted.name, doubted.doubt), doubted.doubt.help);
  return gap('no declared mechanism survives it', lossHelp(target));
}

function lossHelp({ domain, rpo }: RecoveryObjective): string {
  if (domain === 'total')
    return rpo === 0
      ? 'allow some loss, because no archive rules it out'
      : `archive WAL to a locked or offline repository in another region within ${formatDuration(rpo)} after it was written, and keep a full backup there`;
  if (rpo === 0) return `add a synchronous replica ${elsewhere(domain)}`;
  return `add a replica ${elsewhere(domain)} that never lags more than ${formatDuration(rpo)}, or archive WAL to a repository there within that time`;
}

/** Returns the maximum loss in milliseconds; undefined when it is unbounded, or the mechanism cannot recover from the loss of the domain. */
export function worstLoss(mechanism: Mechanism, domain: Domain, schedule: Schedule): number | undefined {
  return recoversFrom(mechanism, domain, schedule) ? worstOf(mechanism) : undefined;
}

function recoversFrom(mechanism: Mechanism, domain: Domain, schedule: Schedule): boolean {
  // A replica is lost with everything else.
  if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica')
    return domain !== 'total' && reaches(mechanism.survives, domain);
  const { repository: name } = mechanism;
  const repository = schedule.repositories.find(each => each.name === name);
  if (repository === undefined) throw new RangeError(`no repository ${name} is declared`);
  const { survives, keeping, doubt } = repository;
  if (!reaches(survives, domain === 'total' ? 'region' : domain)) return false;
  // An attacker who destroys the rest can delete a repository that is neither locked nor offline.
  if (domain === 'total' && (doubt !== undefined || keeping === 'plain')) return false;
  // A dump stands alone; nothing else can be restored without a full backup.
  return (
    mechanism.kind === 'dump' ||
    schedule.mechanisms.some(
      each => each.kind === 'backup' && each.type === 'full' && each.repository === name,
    )
  );
}

const reaches = (survives: Distance, domain: Domain) => domains.indexOf(survives) >= domains.indexOf(domain);

/** Returns the maximum loss in milliseconds; undefined when it is unbounded. */
function worstOf(mechanism: Mechanism): number | undefined {
  switch (mechanism.kind) {
    case 'synchronous-replica':
      return 0;
    case 'asynchronous-replica':
      return mechanism.maxLag;
    case 'wal-archive':
      // Without the timeout, an idle database may keep the last segment for days.
      return mechanism.timeout === 0 ? undefined : mechanism.timeout + mechanism.ships;
    case 'backup':
    case 'dump':
      return mechanism.every + mechanism.takes + mechanism.ships;
  }
}

/** Neither stops writes: the alert monitors the lag, the promise is not checked. */
const bounds = {
  alert: `as long as the alert ${replicaBehind} does not fire`,
  promise: 'as its provider promises: Slipway does not measure its lag',
} as const;

const elsewhere = (what: Distance): string => `${what === 'node' ? 'on' : 'in'} another ${what}`;

function nameOf(mechanism: Mechanism): string {
  switch (mechanism.kind) {
    case 'synchronous-replica':
      return `the synchronous replica ${elsewhere(mechanism.survives)}`;
    case 'asynchronous-replica':
      return `the asynchronous replica ${elsewhere(mechanism.survives)} (${bounds[mechanism.bound]})`;
    case 'wal-archive':
      return `the WAL archive ${mechanism.repository}`;
    case 'backup':
      return `the ${mechanism.type} backup to ${mechanism.repository} every ${formatDuration(mechanism.every)}`;
    case 'dump':
      return `the logical dump to ${mechanism.repository} every ${formatDuration(mechanism.every)}`;
  }
}
