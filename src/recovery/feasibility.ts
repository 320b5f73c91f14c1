import { formatDuration } from '../toolkit/duration.ts';
import type { Doubt } from './locks.ts';

/** Whether a declared schedule can meet the declared targets at all, before any drill: row by row, and by which mechanism. */

/** What may be lost at once, from the smallest to the largest. */
export const domains = ['node', 'zone', 'region', 'total'] as const;
export type Domain = (typeof domains)[number];

/** Milliseconds. */
export interface Target {
  readonly domain: Domain;
  readonly rto: number;
  readonly rpo: number;
}

const minute = 60_000;
const hour = 60 * minute;

export const defaultTargets: readonly Target[] = [
  { domain: 'node', rto: 15 * minute, rpo: 0 },
  { domain: 'zone', rto: hour, rpo: 5 * minute },
  { domain: 'region', rto: 4 * hour, rpo: 15 * minute },
  { domain: 'total', rto: 8 * hour, rpo: hour },
];

/** How far away something is: the largest loss that leaves it standing. */
export type Apart = Exclude<Domain, 'total'>;

export interface Repository {
  readonly name: string;
  readonly apart: Apart;
  /** `locked`: nobody can delete from it, whatever they hold; `offline`: nobody can reach it. */
  readonly keeping: 'plain' | 'locked' | 'offline';
  /** Of one that is declared locked, and counts as plain: why nobody knows that it is. */
  readonly doubt?: Doubt | undefined;
}

/** Milliseconds between two, that one takes, and until it is in the repository. */
interface Scheduled {
  readonly repository: string;
  readonly every: number;
  readonly takes: number;
  readonly ships: number;
}

/** The alert that fires when a standby is farther behind than `max-lag`. */
export const replicaBehind = 'SlipwayReplicaBehind';

export type Mechanism = {
  /** Milliseconds that a recovery by it takes, as drills measured it. */
  readonly recovers?: number;
} & (
  | { readonly kind: 'synchronous-replica'; readonly apart: Apart }
  /**
   * `maxLag`: above which the alert fires that Slipway writes, or that the provider of the database promises; without it nothing bounds the
   * lag.
   */
  | {
      readonly kind: 'asynchronous-replica';
      readonly apart: Apart;
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
  | ({ readonly kind: 'dump' } & Scheduled)
);

export interface Schedule {
  readonly repositories: readonly Repository[];
  readonly mechanisms: readonly Mechanism[];
}

/** What a mechanism does for one row. */
export type Judged = { readonly mechanism: Mechanism; readonly name: string } & (
  | { readonly kind: 'survives'; readonly worst: number }
  | { readonly kind: 'useless'; readonly why: string }
);

export type Row = {
  readonly target: Target;
  /** Each mechanism, as declared. */
  readonly judged: readonly Judged[];
  readonly sentence: string;
} & (
  | {
      readonly kind: 'covered';
      readonly by: Mechanism;
      /** The most that it may lose, in milliseconds. */
      readonly worst: number;
      /** Whether a drill has measured that its recovery is fast enough. */
      readonly measured: boolean;
    }
  | { readonly kind: 'uncovered'; readonly problem: string; readonly help: string }
);

/**
 * Judges each target. The worst case is what may be lost when the failure comes at the worst moment: of a scheduled backup the
 * interval, how long it takes and until it is shipped; of a WAL archive the timeout and until it is shipped; of an asynchronous
 * replica its largest lag. One mechanism has to meet both parts of a target: the fast one and the exact one may be two.
 *
 * @throws {RangeError} for a repository that is not declared.
 */
export function judgeSchedule(schedule: Schedule, targets: readonly Target[] = defaultTargets): Row[] {
  return targets.map(target => {
    const judged = schedule.mechanisms.map(each => judge(each, target.domain, schedule));
    const surviving = judged
      .flatMap(each => (each.kind === 'survives' ? [each] : []))
      .sort((a, b) => a.worst - b.worst);
    const meets = surviving.filter(({ worst }) => worst <= target.rpo);
    const fast = meets.filter(({ mechanism }) => (mechanism.recovers ?? 0) <= target.rto);
    // What a drill has measured is worth more than what may lose less.
    const by = fast.find(({ mechanism }) => mechanism.recovers !== undefined) ?? fast[0];
    if (by === undefined)
      return { target, judged, ...uncovered(target, surviving[0], meets[0], doubtIn(target, schedule)) };
    const { mechanism, name, worst } = by;
    const measured = mechanism.recovers !== undefined;
    const time = measured
      ? ''
      : `; no drill has measured yet whether it recovers within ${formatDuration(target.rto)}`;
    const sentence = `${target.domain}: covered by ${name}, which loses at most ${formatDuration(worst)} of ${formatDuration(target.rpo)}${time}`;
    return { kind: 'covered', target, judged, by: mechanism, worst, measured, sentence };
  });
}

type Surviving = Extract<Judged, { kind: 'survives' }>;

/** Of a repository that would be left when everything is lost, if its lock were one. */
const doubtIn = ({ domain }: Target, { repositories }: Schedule): Named | undefined =>
  domain === 'total'
    ? repositories.flatMap(({ name, apart, doubt }) =>
        doubt === undefined || apart !== 'region' ? [] : [{ name, doubt }],
      )[0]
    : undefined;

/** Why a repository that is declared locked does not count as locked. Pure. */
export const doubtText = (name: string, { problem }: Doubt): string =>
  `the repository ${name} is declared locked, and ${problem}`;

interface Named {
  readonly name: string;
  readonly doubt: Doubt;
}

/** @param best of those that survive. @param exact meets the RPO and not the RTO. @param doubted may survive it. */
function uncovered(
  target: Target,
  best: Surviving | undefined,
  exact: Surviving | undefined,
  doubted: Named | undefined,
) {
  const { domain, rto, rpo } = target;
  if (best === undefined && doubted !== undefined) {
    const { name, doubt } = doubted;
    const problem = doubtText(name, doubt);
    const sentence = `${domain}: not covered, ${problem}; ${doubt.help}`;
    return { kind: 'uncovered', problem, help: doubt.help, sentence } as const;
  }
  const problem =
    exact !== undefined
      ? `${exact.name} takes ${formatDuration(exact.mechanism.recovers ?? 0)} to recover, and ${formatDuration(rto)} are allowed`
      : best !== undefined
        ? `the best is ${best.name}, which may lose ${formatDuration(best.worst)}, and ${formatDuration(rpo)} are allowed`
        : 'nothing that is declared survives it';
  const help = exact === undefined ? lossHelp(target) : timeHelp(target);
  return {
    kind: 'uncovered',
    problem,
    help,
    sentence: `${domain}: not covered, ${problem}; ${help}`,
  } as const;
}

function lossHelp({ domain, rpo }: Target): string {
  if (domain === 'total')
    return rpo === 0
      ? 'no archive loses nothing: allow some loss'
      : `archive the WAL to a locked or offline repository in another region, at most ${formatDuration(rpo)} after it was written, with a full backup beside it`;
  if (rpo === 0) return `add a synchronous replica in another ${domain}`;
  return `add a replica in another ${domain} that is never more than ${formatDuration(rpo)} behind, or archive the WAL to a repository there as fast`;
}

function timeHelp({ domain }: Target): string {
  return domain === 'total'
    ? 'restore on more processes, or keep more frequent full backups so that less WAL is replayed'
    : `keep a standby in another ${domain}, which has not to be restored first`;
}

function judge(mechanism: Mechanism, domain: Domain, schedule: Schedule): Judged {
  const name = nameOf(mechanism);
  const worst = worstOf(mechanism);
  const why =
    uselessIn(mechanism, domain, schedule) ??
    (worst === undefined ? 'nothing bounds how much it may lose' : undefined);
  return why === undefined && worst !== undefined
    ? { mechanism, name, kind: 'survives', worst }
    : { mechanism, name, kind: 'useless', why: why ?? '' };
}

/** Why nothing can be recovered by it when the domain is lost. */
function uselessIn(mechanism: Mechanism, domain: Domain, schedule: Schedule): string | undefined {
  if (mechanism.kind === 'synchronous-replica' || mechanism.kind === 'asynchronous-replica') {
    if (domain === 'total') return 'a replica is lost with all the rest';
    return reaches(mechanism.apart, domain) ? undefined : `it is in the same ${domain}`;
  }
  const repository = schedule.repositories.find(({ name }) => name === mechanism.repository);
  if (repository === undefined) throw new RangeError(`no repository ${mechanism.repository} is declared`);
  const { name, apart, keeping, doubt } = repository;
  const needed = domain === 'total' ? 'region' : domain;
  if (!reaches(apart, needed)) return `the repository ${name} is in the same ${needed}`;
  if (domain === 'total' && doubt !== undefined) return doubtText(name, doubt);
  if (domain === 'total' && keeping === 'plain')
    return `the repository ${name} is neither locked nor offline: who destroys the rest can delete it`;
  const base = schedule.mechanisms.some(
    each => each.kind === 'backup' && each.type === 'full' && each.repository === name,
  );
  const standsAlone = mechanism.kind === 'dump' || base;
  return standsAlone
    ? undefined
    : `no full backup goes to the repository ${name}, and without one it is of no use`;
}

const reaches = (apart: Apart, domain: Domain) => domains.indexOf(apart) >= domains.indexOf(domain);

/** Undefined when it has no bound. */
function worstOf(mechanism: Mechanism): number | undefined {
  switch (mechanism.kind) {
    case 'synchronous-replica':
      return 0;
    case 'asynchronous-replica':
      return mechanism.maxLag;
    case 'wal-archive':
      // Off, a quiet database keeps the last segment for days.
      return mechanism.timeout === 0 ? undefined : mechanism.timeout + mechanism.ships;
    case 'backup':
    case 'dump':
      return mechanism.every + mechanism.takes + mechanism.ships;
  }
}

/** Neither stops writes: what holds the lag down, and what does not. */
const bounds = {
  alert: `while the alert ${replicaBehind} is silent`,
  promise: 'as its provider promises: Slipway does not measure its lag',
} as const;

function nameOf(mechanism: Mechanism): string {
  switch (mechanism.kind) {
    case 'synchronous-replica':
      return `the synchronous replica in another ${mechanism.apart}`;
    case 'asynchronous-replica':
      return `the asynchronous replica in another ${mechanism.apart} (${bounds[mechanism.bound]})`;
    case 'wal-archive':
      return `the WAL archive ${mechanism.repository}`;
    case 'backup':
      return `the ${mechanism.type} backup to ${mechanism.repository} every ${formatDuration(mechanism.every)}`;
    case 'dump':
      return `the logical dump to ${mechanism.repository} every ${formatDuration(mechanism.every)}`;
  }
}
