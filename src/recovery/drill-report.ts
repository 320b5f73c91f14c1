import { type DrillLevel, meanings, reached } from './levels.ts';
import { type Breakdown, divide, type PhaseTime } from './phases.ts';
import type { PostgresBackup } from './postgres/info.ts';
import type { StepAction } from './scenario-steps.ts';
import { type DrillEvidence, type DrillVerdict, judgeDrill } from './verdict.ts';

/** The result of a drill: one JSON file from which all other reports are made, and from which the drill can be judged again. */

export interface DrillFacts extends DrillEvidence {
  readonly app: string;
  readonly environment: string;
  readonly scenario: string;
  readonly pace: 'production' | 'lab';
  readonly run: {
    readonly id: string;
    readonly actor: string;
    readonly url?: string | undefined;
    readonly commit?: string | undefined;
  };
  /** Milliseconds since 1970, like all times below. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Absent where nothing was broken. */
  readonly injectedAt?: number | undefined;
  readonly phaseTimes: readonly PhaseTime[];
  /** The steps of the scenario that were done. */
  readonly did?: readonly StepAction[] | undefined;
  /** How many jobs ran, one after the other; absent where only one is possible. */
  readonly jobs?: number | undefined;
  /** The seed from which the time of the injection was drawn. */
  readonly seed?: string | undefined;
  /** Additional observations, as sentences. */
  readonly notes?: readonly string[] | undefined;
  /** The backup that it recovered from. */
  readonly backup?: RestoredBackup | undefined;
  readonly tools: Readonly<Record<string, string>>;
  /** Files by name, with their SHA-256. */
  readonly files: Readonly<Record<string, string>>;
  /** Objects that the drill created and could not remove. */
  readonly left: readonly string[];
}

export interface RestoredBackup {
  readonly label: string;
  readonly repository: string;
  readonly endedAt: number;
  readonly bytes: number;
}

/**
 * Returns the facts of a backup for the report.
 * @param repository its name in slipway.yml. Pure.
 */
export const backupFacts = (
  { label, endedAt, size }: Pick<PostgresBackup, 'label' | 'endedAt' | 'size'>,
  repository: string,
): RestoredBackup => ({ label, repository, endedAt, bytes: size });

export interface DrillReport extends Omit<DrillFacts, 'skipped' | 'error' | 'refused'> {
  readonly schema: 1;
  readonly verdict: DrillVerdict['verdict'];
  readonly reasons: readonly string[];
  readonly reached: DrillLevel | undefined;
  readonly breakdown: Breakdown | undefined;
  /** The usual simple measures, for comparison: how long the script ran, and how old the backup was. Milliseconds. */
  readonly naive: { readonly rto: number; readonly rpo?: number };
}

/** Judges the facts and assembles the report. Pure. */
export function reportOf(facts: DrillFacts): DrillReport {
  const { skipped: _, error: __, refused: ___, ...seen } = facts;
  const { outage, injectedAt, backup, phaseTimes, assumedDetection } = facts;
  const failedAt = injectedAt ?? facts.startedAt;
  const verdict = judgeDrill(facts);
  return {
    schema: 1,
    ...seen,
    ...verdict,
    reached: reached(facts.levelChecks),
    breakdown:
      outage?.kind === 'over'
        ? divide({ from: outage.from, to: outage.to }, phaseTimes, assumedDetection)
        : undefined,
    naive: {
      rto: facts.endedAt - facts.startedAt,
      ...(backup === undefined ? {} : { rpo: Math.max(0, failedAt - backup.endedAt) }),
    },
  };
}

/** Describes a level for a table cell. */
export const levelText = (level: DrillLevel | undefined): string =>
  level === undefined ? 'none' : `${level}: ${meanings[level]}`;
