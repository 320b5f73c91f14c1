import { counted } from '../toolkit/count.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { type Acknowledged, acknowledged, type LedgerEntry, type Marker, markerHash } from './ledger.ts';
import type { Behind } from './postgres/behind.ts';

/** How much was lost: what was acknowledged before the failure against what is there after the recovery. */

export interface LossInput {
  /** One entry for each marker, by their numbers. */
  readonly ledger: readonly LedgerEntry[];
  /** The markers of this run that the recovered system holds. */
  readonly recovered: readonly Marker[];
  /** The moment before the fault was injected; ms since 1970 by the writer's clock, as all that follows. */
  readonly failedAt: number;
  /** To which moment was recovered, when it was a recovery to a point in time. */
  readonly target?: number;
  /** By how much the clock in which the target is understood may differ from the writer's; ms. */
  readonly skew?: number;
  /**
   * When the first marker went to whoever took over, of a failover in which the writer wrote on: what is lost of before is the end of
   * what the lost one had, and no hole. Default: all markers went to the same one.
   */
  readonly takenOverAt?: number | undefined;
  /** Between two markers; ms. */
  readonly every: number;
}

/** The recovery point: how far back in time the recovered state is. In ms. */
export type RecoveryPoint =
  | { readonly kind: 'unmeasured' }
  /** Nothing is lost. Between two markers nobody looked, so it is not shown to be less than their interval. */
  | { readonly kind: 'none'; readonly atMost: number }
  | { readonly kind: 'lost'; readonly milliseconds: number }
  /** All is lost from the first marker on: what lies before it was not observed. */
  | { readonly kind: 'all'; readonly atLeast: number };

export type FindingKind =
  | 'unmeasured'
  | 'lost'
  | 'gap'
  | 'corrupt'
  | 'beyond-target'
  | 'unknown'
  | 'in-doubt';

export interface Finding {
  readonly kind: FindingKind;
  /** Numbers of the markers. */
  readonly seqs: readonly number[];
  /** Whether it is wrong whatever the target: all but what is lost and what is in doubt. */
  readonly wrong: boolean;
  readonly sentence: string;
}

export interface Loss {
  readonly point: RecoveryPoint;
  /** How many acknowledged markers had to be there. */
  readonly demanded: number;
  /** Numbers of the acknowledged markers that had to be there and are not; their count is the RPO in transactions. */
  readonly lost: readonly number[];
  readonly findings: readonly Finding[];
}

/**
 * Measures the loss as the time from the acknowledgement of the last marker of the longest unbroken run of recovered ones to the
 * failure. What was acknowledged after the failure by whoever then answered had to be kept too, and moves that end.
 *
 * With a target only what was acknowledged up to it has to be there, and what was sent after it must not be. What was under way at
 * that moment may be on either side, as may all within the skew of the clocks: choose the target by `quietMoment`.
 *
 * Whoever took over has what it acknowledged itself: with `takenOverAt` later markers that are there make no hole of what was lost.
 *
 * @throws {RangeError} for an interval that is not above 0.
 */
export function measureLoss({
  ledger,
  recovered,
  failedAt,
  target = Number.POSITIVE_INFINITY,
  skew = 0,
  takenOverAt = Number.POSITIVE_INFINITY,
  every,
}: LossInput): Loss {
  if (!(every > 0)) throw new RangeError(`markers every ${every} ms`);
  const there = new Set(recovered.map(({ seq }) => seq));
  const holes = (among: readonly Acknowledged[]) => {
    const last = among.findLast(({ seq }) => there.has(seq))?.seq ?? 0;
    return among.filter(({ seq }) => seq < last && !there.has(seq));
  };
  const demanded = acknowledged(ledger).filter(({ ackedAt }) => ackedAt <= target - skew);
  const firstLost = demanded.findIndex(({ seq }) => !there.has(seq));
  const lost = demanded.filter(({ seq }) => !there.has(seq));
  const end = highest([Math.min(failedAt, target), ...lost.map(({ ackedAt }) => ackedAt)]);
  const point = pointOf(demanded, firstLost, end, every);
  const gaps = holes(demanded.filter(({ sentAt }) => sentAt < takenOverAt));
  const after = lost.filter(({ sentAt }) => sentAt >= takenOverAt);
  const findings = [
    unmeasured(demanded),
    lostOnes(numbers(lost), point),
    gapsAmong(numbers(gaps)),
    lostAfter(numbers(after)),
    corrupt(ledger, recovered),
    beyondTarget(recovered, target + skew),
    unknown(ledger, recovered),
    inDoubt(
      ledger,
      recovered.filter(({ sentAt }) => sentAt <= target + skew),
    ),
  ].filter(each => each !== undefined);
  return { point, demanded: demanded.length, lost: numbers(lost), findings };
}

/** Milliseconds; 0 of what lost nothing, although nobody looked between two markers. */
export function lostTime({ point }: Loss): number {
  switch (point.kind) {
    case 'lost':
      return point.milliseconds;
    case 'all':
      return Number.POSITIVE_INFINITY;
    case 'none':
    case 'unmeasured':
      return 0;
  }
}

/** Of what nobody measured. */
export const boundText = ({ atMost, because }: Behind): string =>
  `at most ${span(atMost)}, a bound and not measured: ${because}`;

/** `at most 1s`, `12s300ms`, `at least 2s`. */
export function pointText(point: RecoveryPoint): string {
  switch (point.kind) {
    case 'unmeasured':
      return 'not measured';
    case 'none':
      return `at most ${span(point.atMost)}`;
    case 'lost':
      return span(point.milliseconds);
    case 'all':
      return `at least ${span(point.atLeast)}`;
  }
}

/** @param firstLost index of the first marker that is lost; -1 when none is. */
function pointOf(
  demanded: readonly Acknowledged[],
  firstLost: number,
  end: number,
  every: number,
): RecoveryPoint {
  const [first] = demanded;
  if (first === undefined) return { kind: 'unmeasured' };
  if (firstLost === -1) return { kind: 'none', atMost: every };
  const last = demanded[firstLost - 1];
  if (last === undefined) return { kind: 'all', atLeast: Math.max(0, end - first.ackedAt) };
  return { kind: 'lost', milliseconds: Math.max(0, end - last.ackedAt) };
}

function unmeasured(demanded: readonly LedgerEntry[]): Finding | undefined {
  if (demanded.length > 0) return undefined;
  const sentence = 'no marker was acknowledged before the failure, so nothing shows what was lost';
  return { kind: 'unmeasured', seqs: [], wrong: true, sentence };
}

function lostOnes(seqs: readonly number[], point: RecoveryPoint): Finding | undefined {
  if (seqs.length === 0) return undefined;
  const sentence = `${counted(seqs.length, 'acknowledged marker')} lost, ${pointText(point)} of writes: ${ranges(seqs)}`;
  return { kind: 'lost', seqs, wrong: false, sentence };
}

/** A cut end is what replication and archives may cost; a hole before something that is there is never right. */
function gapsAmong(seqs: readonly number[]): Finding | undefined {
  if (seqs.length === 0) return undefined;
  const sentence = `${counted(seqs.length, 'marker')} missing although later ones are there: ${ranges(seqs)}`;
  return { kind: 'gap', seqs, wrong: true, sentence };
}

/** Nothing failed after that. */
function lostAfter(seqs: readonly number[]): Finding | undefined {
  if (seqs.length === 0) return undefined;
  const sentence = `${counted(seqs.length, 'marker')} missing that whoever took over had acknowledged: ${ranges(seqs)}`;
  return { kind: 'gap', seqs, wrong: true, sentence };
}

/** Another content than was sent, or the same number more than once, which a damaged index lets through. */
function corrupt(ledger: readonly LedgerEntry[], recovered: readonly Marker[]): Finding | undefined {
  const sent = new Map(ledger.map(({ seq, sha256 }) => [seq, sha256]));
  const seen = new Set<number>();
  const seqs = recovered.flatMap(marker => {
    const twice = seen.has(marker.seq);
    seen.add(marker.seq);
    const hash = markerHash(marker);
    return twice || hash !== marker.sha256 || hash !== (sent.get(marker.seq) ?? hash) ? [marker.seq] : [];
  });
  if (seqs.length === 0) return undefined;
  const sentence = `${counted(seqs.length, 'recovered marker')} not as sent: ${ranges(seqs)}`;
  return { kind: 'corrupt', seqs: ascending(seqs), wrong: true, sentence };
}

function beyondTarget(recovered: readonly Marker[], target: number): Finding | undefined {
  const seqs = numbers(recovered.filter(({ sentAt }) => sentAt > target));
  if (seqs.length === 0) return undefined;
  const sentence = `${counted(seqs.length, 'marker')} there that came after the target: ${ranges(seqs)}; the recovery did not stop where it was told to`;
  return { kind: 'beyond-target', seqs, wrong: true, sentence };
}

/** The writer notes what it sends beforehand; only at its end, where it may have been cut off, may a line be missing. */
function unknown(ledger: readonly LedgerEntry[], recovered: readonly Marker[]): Finding | undefined {
  const sent = new Set(numbers(ledger));
  const last = highest([...sent]);
  const seqs = numbers(recovered).filter(seq => !sent.has(seq) && seq <= last);
  if (seqs.length === 0) return undefined;
  const sentence = `${counted(seqs.length, 'marker')} there that the ledger does not know: ${ranges(seqs)}; is it the database of this run?`;
  return { kind: 'unknown', seqs, wrong: true, sentence };
}

/** A commit of which nobody heard may have happened: to find it is no fault. */
function inDoubt(ledger: readonly LedgerEntry[], recovered: readonly Marker[]): Finding | undefined {
  const acked = new Set(numbers(acknowledged(ledger)));
  const noted = new Set(numbers(ledger));
  const last = highest([...noted]);
  const seqs = numbers(recovered).filter(seq => !acked.has(seq) && (noted.has(seq) || seq > last));
  if (seqs.length === 0) return undefined;
  const sentence = `${counted(seqs.length, 'marker')} there that nobody acknowledged, as a commit in doubt may be: ${ranges(seqs)}`;
  return { kind: 'in-doubt', seqs, wrong: false, sentence };
}

const numbers = (markers: readonly { readonly seq: number }[]) => ascending(markers.map(({ seq }) => seq));

const ascending = (seqs: readonly number[]) => [...new Set(seqs)].sort((a, b) => a - b);

/** 0 of nothing. `Math.max` takes only so many. */
const highest = (values: readonly number[]) => values.reduce((most, each) => Math.max(most, each), 0);

/** `1 to 3, 7`; at most six of them. */
function ranges(seqs: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const seq of ascending(seqs)) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === seq - 1) run[1] = seq;
    else runs.push([seq, seq]);
  }
  const shown = runs.slice(0, 6).map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  return [...shown, ...(runs.length > shown.length ? ['…'] : [])].join(', ');
}

/** Clocks count in fractions. */
const span = (milliseconds: number) => formatDuration(Math.round(milliseconds));
