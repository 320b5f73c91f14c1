import type { Recovery } from '../../config/recovery.ts';
import { counted } from '../../toolkit/count.ts';
import { formatDuration } from '../../toolkit/duration.ts';
import type { ArchivingState, ReplicationAnswer, StandbyState } from './replication.ts';

/** Judges whether standbys and the WAL archive are as slipway.yml promises. All pure. */

export type DeclaredStandbys = Pick<
  Recovery['databases'][string],
  'replicas' | 'archive-timeout' | 'archive-lag'
>;

export interface ReplicationVerdict {
  /** `missing`: too few standbys are connected or far enough apart, or there are two primaries. `unknown`: the database did not answer; never a pass. */
  readonly verdict: 'ok' | 'behind' | 'missing' | 'unknown';
  /** What does not hold, a sentence each. */
  readonly problems: readonly string[];
  /** Each connected standby in a few words, for people. */
  readonly standbys: readonly string[];
}

/** What replicates, regardless of what slipway.yml promises. */
export interface ReplicationFacts {
  /** Standbys that stream WAL. */
  readonly streaming: number;
  /** Of them, those that are known to be in another zone than the primary. */
  readonly apart: number;
  /** Those that commits wait for; undefined if no primary answered. */
  readonly synchronous?: number;
  /** As in `ReplicationState`. */
  readonly allWait?: boolean;
  /** Whether WAL is archived. */
  readonly archiving: boolean;
}

/** Which lag of a standby counts: what it reported last, or what is possible by now. */
type LagBound = keyof StandbyState['lag'];

/** A standby with the zone of its pod, if that is known. */
type PlacedStandby = StandbyState & { readonly zone: string | undefined };

/**
 * Judges an answer. A synchronous promise has no limit, so it takes the synchronous standby that lags most. Of the others, the standby that
 * lags least takes the tightest limit. If any assignment keeps all promises, this one does.
 * @param zones by the address of a standby, and by the pod of the primary. An unknown zone is not held against a standby.
 */
export function judgeReplication(
  answer: ReplicationAnswer,
  declared: DeclaredStandbys,
  { zones = new Map(), bound = 'most' }: { zones?: ReadonlyMap<string, string>; bound?: LagBound } = {},
): ReplicationVerdict {
  if ('unknown' in answer) return { verdict: 'unknown', problems: [answer.unknown], standbys: [] };
  if ('split' in answer) return { verdict: 'missing', problems: [answer.split], standbys: [] };
  const placed = answer.standbys.map(each => ({ ...each, zone: zones.get(each.address ?? '') }));
  const streaming = placed.filter(isStreaming).sort((a, b) => a.lag[bound] - b.lag[bound]);
  const missing = [
    ...lacking(declared, streaming, answer.unreachable),
    ...tooNear(declared, streaming, zones.get(answer.primary)),
  ];
  const behind = [...tooLate(declared, streaming, bound), ...notArchived(answer.archiving, declared)];
  return {
    verdict: missing.length > 0 ? 'missing' : behind.length > 0 ? 'behind' : 'ok',
    problems: [...missing, ...behind],
    standbys: placed.map(each => standbyText(each, bound)),
  };
}

const isStreaming = ({ state, bytes }: StandbyState) => state === 'streaming' && bytes !== undefined;

/** @param zones as for `judgeReplication`: one that is unknown is not another one. */
export function replicationFacts(
  answer: ReplicationAnswer,
  zones: ReadonlyMap<string, string>,
): ReplicationFacts {
  if (!('primary' in answer)) return { streaming: 0, apart: 0, archiving: false };
  const streaming = answer.standbys.filter(isStreaming);
  const own = zones.get(answer.primary);
  const isApart = ({ address = '' }: StandbyState) => {
    const zone = zones.get(address);
    return own !== undefined && zone !== undefined && zone !== own;
  };
  return {
    streaming: streaming.length,
    apart: streaming.filter(isApart).length,
    synchronous: streaming.filter(({ synchronous }) => synchronous).length,
    allWait: answer.allWait,
    archiving: answer.archiving.on,
  };
}

function lacking(
  { replicas }: DeclaredStandbys,
  streaming: readonly PlacedStandby[],
  unreachable: ReadonlyMap<string, string>,
): string[] {
  const wanted = replicas.filter(({ mode }) => mode === 'synchronous').length;
  const synchronous = streaming.filter(each => each.synchronous);
  const names = streaming.map(({ name }) => name).join(' and ');
  const some = streaming.length === 1 ? `only ${names} streams` : `only ${names} stream`;
  if (streaming.length < replicas.length)
    return [
      `slipway.yml promises ${counted(replicas.length, 'standby')}, but ${streaming.length === 0 ? 'none streams' : some} WAL${[...unreachable].map(([pod, why]) => `; no answer from ${pod}: ${why}`).join('')}`,
    ];
  if (synchronous.length >= wanted) return [];
  return [
    `slipway.yml promises that commits wait for ${counted(wanted, 'standby')}, but they wait for ${synchronous.length === 0 ? 'none' : synchronous.length}`,
  ];
}

function tooNear(
  { replicas }: DeclaredStandbys,
  streaming: readonly PlacedStandby[],
  zone: string | undefined,
): string[] {
  const near = streaming.filter(each => zone !== undefined && each.zone === zone);
  const promised = replicas.filter(({ survives }) => survives !== 'node').length;
  if (near.length === 0 || streaming.length - near.length >= promised) return [];
  return [
    `${near.map(({ name }) => name).join(' and ')} in zone ${zone} would be lost with the primary; slipway.yml promises ${promised} in another zone`,
  ];
}

function tooLate({ replicas }: DeclaredStandbys, streaming: readonly PlacedStandby[], bound: LagBound) {
  const unlimited = replicas.filter(({ mode }) => mode === 'synchronous').length;
  const waitedFor = new Set(
    streaming
      .filter(({ synchronous }) => synchronous)
      .toReversed()
      .slice(0, unlimited),
  );
  const others = streaming.filter(each => !waitedFor.has(each));
  return replicas
    .flatMap(({ mode, 'max-lag': limit = Number.POSITIVE_INFINITY }) =>
      mode === 'asynchronous' ? limit : [],
    )
    .sort((a, b) => a - b)
    .flatMap((limit, at) => {
      const standby = others[at];
      return standby === undefined || standby.lag[bound] <= limit
        ? []
        : [`the standby ${standbyText(standby, bound)}; slipway.yml allows ${formatDuration(limit)}`];
    });
}

function notArchived(
  { on, failed, archived, waited }: ArchivingState,
  { 'archive-timeout': timeout, 'archive-lag': lag }: DeclaredStandbys,
): string[] {
  if (!on) return timeout === undefined ? [] : ['WAL is not archived: archive_mode is off'];
  const last =
    archived === undefined
      ? 'no WAL was ever archived'
      : `the last WAL was archived ${rounded(archived)} ago`;
  if (failed !== undefined)
    return [`WAL archiving fails: archive_command failed ${rounded(failed)} ago, and ${last}`];
  if (waited <= lag) return [];
  return [
    `WAL has waited ${rounded(waited)} to be archived, and archive-lag is ${formatDuration(lag)}: ${last}`,
  ];
}

function standbyText({ name, state, synchronous, bytes, lag, zone }: PlacedStandby, bound: LagBound): string {
  const kind = `${synchronous ? 'synchronous' : 'asynchronous'}${zone === undefined ? '' : `, zone ${zone}`}`;
  if (state !== 'streaming') return `${name} (${kind}) does not stream WAL: its state is ${state}`;
  if (bytes === undefined) return `${name} (${kind}) has not reported yet`;
  if (bytes === 0) return `${name} (${kind}) has replayed everything`;
  return `${name} (${kind}) is ${rounded(lag[bound])} and ${(bytes / 1e6).toFixed(1)} MB behind`;
}

/** In whole seconds, from one second on. */
const rounded = (ms: number) => formatDuration(ms < 1000 ? Math.round(ms) : Math.round(ms / 1000) * 1000);
