import { type Level, meanings, type Rung, reached } from './ladder.ts';
import type { Loss } from './loss.ts';
import type { Outage } from './outage.ts';
import { type Breakdown, divide, type Stamp } from './phases.ts';
import type { Backup } from './postgres/info.ts';
import type { Does } from './scenario.ts';
import { type DrillVerdict, type Evidence, judgeDrill } from './verdict.ts';

/** What a drill leaves: one JSON file from which everything else is made, and from which anybody can judge it again. */

export interface DrillFacts extends Evidence {
  readonly app: string;
  readonly environment: string;
  readonly scenario: string;
  readonly profile: 'production' | 'lab';
  readonly run: {
    readonly id: string;
    readonly actor: string;
    readonly url?: string | undefined;
    readonly commit?: string | undefined;
  };
  /** Milliseconds since 1970, as all that follows. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Absent where nothing was broken. */
  readonly injectedAt?: number | undefined;
  readonly stamps: readonly Stamp[];
  /** The moves of the scenario that were made. */
  readonly did?: readonly Does[] | undefined;
  /** How many jobs were at work, one after the other; absent where it cannot be but one. */
  readonly jobs?: number | undefined;
  /** From which the moment of the injection was drawn. */
  readonly seed?: string | undefined;
  /** What else tells how it was, as sentences. */
  readonly notes?: readonly string[] | undefined;
  /** What it was recovered from. */
  readonly backup?: BackupFacts | undefined;
  readonly tools: Readonly<Record<string, string>>;
  /** Files by name, with their SHA-256. */
  readonly files: Readonly<Record<string, string>>;
  /** What the drill made and could not remove. */
  readonly left: readonly string[];
}

export interface BackupFacts {
  readonly label: string;
  readonly repository: string;
  readonly endedAt: number;
  readonly bytes: number;
}

/** @param repository its name in slipway.yml. Pure. */
export const backupFacts = (
  { label, endedAt, size }: Pick<Backup, 'label' | 'endedAt' | 'size'>,
  repository: string,
): BackupFacts => ({ label, repository, endedAt, bytes: size });

export interface DrillReport extends Omit<DrillFacts, 'skipped' | 'error' | 'refused'> {
  readonly schema: 1;
  readonly verdict: DrillVerdict['verdict'];
  readonly reasons: readonly string[];
  readonly reached: Level | undefined;
  readonly breakdown: Breakdown | undefined;
  /** What others take for it, to compare with: how long the script ran, and how old the backup was. Milliseconds. */
  readonly naive: { readonly rto: number; readonly rpo?: number };
}

/** Judges what was seen, and puts all of it together. Pure. */
export function reportOf(facts: DrillFacts): DrillReport {
  const { skipped: _, error: __, refused: ___, ...seen } = facts;
  const { outage, injectedAt, backup, stamps, assumedDetection } = facts;
  const failedAt = injectedAt ?? facts.startedAt;
  return {
    schema: 1,
    ...seen,
    ...judgeDrill(facts),
    reached: reached(facts.rungs),
    breakdown:
      outage?.kind === 'over'
        ? divide({ from: outage.from, to: outage.to }, stamps, assumedDetection)
        : undefined,
    naive: {
      rto: facts.endedAt - facts.startedAt,
      ...(backup === undefined ? {} : { rpo: Math.max(0, failedAt - backup.endedAt) }),
    },
  };
}

/** What is said of a level in one cell. */
export const levelText = (level: Level | undefined): string =>
  level === undefined ? 'none' : `${level}: ${meanings[level]}`;

export type { Level, Loss, Outage, Rung };
