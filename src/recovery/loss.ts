import { counted } from '../toolkit/count.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { type Acknowledged, acknowledged, type LedgerEntry, type Marker, markerHash } from './ledger.ts';
import type { LossBound } from './postgres/loss-bound.ts';

/** Measures data loss: what was acknowledged before the failure, compared with what exists after the recovery. */

export interface LossInput {
  /** One entry for each marker, sorted by number. */
  readonly ledger: readonly LedgerEntry[];
  /** The markers of this run in the recovered system. */
  readonly recovered: readonly Marker[];
  /** Just before the fault was injected; ms since 1970 by the writer's clock, like all times below. */
  readonly failedAt: number;
  /** The target time of a point-in-time recovery. */
  readonly target?: number;
  /** Maximum difference between the clock of the target and the writer's clock; ms. */
  readonly skew?: number;
  /**
   * When the new primary got its first marker, in a failover during which the writer continued: markers lost before that are the end of
   * what the old primary had, and not a gap. Default: one primary got all markers.
   */
  readonly takenOverAt?: number | undefined;
  /** Interval of markers; ms. */
  readonly every: number;
}

/** The recovery point: how far back in time the recovered state is. In ms. */
type RecoveryPoint =
  | { readonly kind: 'unmeasured' }
  /** Nothing is lost. Nothing was observed between two markers, so the loss is only known to be less than their interval. */
  | { readonly kind: 'none'; readonly atMost: number }
  | { readonly kind: 'lost'; readonly milliseconds: number }
  /** Everything from the first marker on is lost; nothing before it was observed. */
  | { readonly kind: 'all'; readonly atLeast: number };

type FindingKind = 'unmeasured' | 'lost' | 'gap' | 'corrupt' | 'beyond-target' | 'unknown' | 'in-doubt';

interface Finding {
  readonly kind: FindingKind;
  /** Numbers of the markers. */
  readonly seqs: readonly number[];
  /** Whether it is wrong whatever the target: true for all kinds except `lost` and `in-doubt`. */
  readonly wrong: boolean;
  readonly sentence: string;
}

export interface Loss {
  readonly point: RecoveryPoint;
  /** How many acknowledged markers must exist. */
  readonly demanded: number;
  /** Numbers of the acknowledged markers that must exist and do not; their count is the RPO in transactions. */
  readonly lost: readonly number[];
  readonly findings: readonly Finding[];
}

/**
 * Measures the loss: the time from the acknowledgement of the last marker before the first lost one to the failure. Markers that were
 * acknowledged after the failure must exist too: a lost one moves the end of that time.
 *
 * With a target, only markers that were acknowledged up to it must exist, and markers that were sent after it must not. Markers in flight
 * at that moment, or within the clock skew, may be on either side.
 *
 * A new primary has what it acknowledged itself: with `takenOverAt`, later markers do not turn lost earlier ones into a gap.
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
  const noted = new Set(numbers(ledger));
  const last = highest([...noted]);
  const acked = new Set(numbers(acknowledged(ledger)));
  const upToTarget = recovered.filter(({ sentAt }) => sentAt <= target + skew);
  const beyond = recovered.filter(({ sentAt }) => sentAt > target + skew);
  // The writer records markers before sending them, so a line may be missing only at the end, which may be truncated.
  const unknown = numbers(recovered).filter(seq => !noted.has(seq) && seq <= last);
  // A commit whose acknowledgement was lost may have happened: finding it is not wrong.
  const inDoubt = numbers(upToTarget).filter(seq => !acked.has(seq) && (noted.has(seq) || seq > last));
  const findings = [
    ...unmeasured(demanded),
    ...about('lost', numbers(lost), 'acknowledged marker', `lost, ${pointText(point)} of writes`),
    // Replication and archives may lose the end; a gap before markers that exist is always wrong.
    ...about('gap', numbers(gaps), 'marker', 'missing although later ones exist'),
    // Nothing failed after the takeover.
    ...about('gap', numbers(after), 'marker', 'missing that the new primary had acknowledged'),
    ...about('corrupt', corrupt(ledger, recovered), 'recovered marker', 'with other content than was sent'),
    ...about(
      'beyond-target',
      numbers(beyond),
      'marker',
      'found that came after the target',
      '; the recovery did not stop at its target',
    ),
    ...about(
      'unknown',
      unknown,
      'marker',
      'found that the ledger does not list',
      '; is it the database of this run?',
    ),
    ...about('in-doubt', inDoubt, 'marker', 'found without an acknowledgement, as a commit in doubt may be'),
  ];
  return { point, demanded: demanded.length, lost: numbers(lost), findings };
}

/** Returns milliseconds; 0 when nothing was lost, although nothing was observed between two markers. */
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

/** Describes a loss that was not measured. */
export const boundText = ({ atMost, because }: LossBound): string =>
  `at most ${formatDuration(atMost)} (a bound, not measured): ${because}`;

/** `at most 1s`, `12s300ms`, `at least 2s`. */
export function pointText(point: RecoveryPoint): string {
  switch (point.kind) {
    case 'unmeasured':
      return 'not measured';
    case 'none':
      return `at most ${formatDuration(point.atMost)}`;
    case 'lost':
      return formatDuration(point.milliseconds);
    case 'all':
      return `at least ${formatDuration(point.atLeast)}`;
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

function unmeasured(demanded: readonly LedgerEntry[]): Finding[] {
  if (demanded.length > 0) return [];
  const sentence = 'no marker was acknowledged before the failure, so the loss cannot be measured';
  return [{ kind: 'unmeasured', seqs: [], wrong: true, sentence }];
}

/** Returns the finding about markers; none without markers. */
function about(kind: FindingKind, seqs: readonly number[], noun: string, what: string, more = ''): Finding[] {
  if (seqs.length === 0) return [];
  const sentence = `${counted(seqs.length, noun)} ${what}: ${ranges(seqs)}${more}`;
  return [{ kind, seqs: ascending(seqs), wrong: kind !== 'lost' && kind !== 'in-doubt', sentence }];
}

/** Content other than was sent, or a number that occurs more than once, which a damaged index permits. */
function corrupt(ledger: readonly LedgerEntry[], recovered: readonly Marker[]): number[] {
  const sent = new Map(ledger.map(({ seq, sha256 }) => [seq, sha256]));
  const seen = new Set<number>();
  const wrong = recovered.filter(marker => {
    const twice = seen.has(marker.seq);
    seen.add(marker.seq);
    const hash = markerHash(marker);
    return twice || hash !== marker.sha256 || hash !== (sent.get(marker.seq) ?? hash);
  });
  return wrong.map(({ seq }) => seq);
}

const numbers = (markers: readonly { readonly seq: number }[]) => ascending(markers.map(({ seq }) => seq));

const ascending = (seqs: readonly number[]) => [...new Set(seqs)].sort((a, b) => a - b);

/** Returns 0 for an empty list. `Math.max` accepts only a limited number of arguments. */
const highest = (values: readonly number[]) => values.reduce((most, each) => Math.max(most, each), 0);

/** Formats numbers: `1 to 3, 7`; at most six ranges. */
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
