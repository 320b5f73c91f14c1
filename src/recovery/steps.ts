import type { AccidentalDeletion } from './drill/accidental-deletion.ts';
import type { RestoredBackup } from './drill-report.ts';
import type { LedgerEntry } from './ledger.ts';
import type { LevelCheck } from './levels.ts';
import type { Outage } from './outage.ts';
import type { LossBound } from './postgres/loss-bound.ts';
import type { Chosen } from './postgres/restoring.ts';

/**
 * The steps of a recovery that takes longer than one job may: each is done once. The next job runs through all of them again, and gets the
 * recorded results of those that an earlier job has done.
 */
export interface Steps {
  /** The loss. Times in ms since 1970, like all below. */
  lost: {
    readonly at: number;
    readonly mistake?: AccidentalDeletion | undefined;
    /** Entries that were written until then; absent where nothing is written. */
    readonly ledger?: readonly LedgerEntry[] | undefined;
    /** How much of the written data may be missing from every archive, where that is not measured. */
    readonly bound?: LossBound | undefined;
    /** The archive status that the primary reported then; a later one would include WAL from after the loss. */
    readonly archived?: string | undefined;
  };
  /** UID of the pod of the copy, which runs. */
  raised: { readonly pod: string };
  /** Checks of the repository: L0 and L1. */
  proved: readonly LevelCheck[];
  /** Restored from the backup set: Secrets; below, files and objects of buckets. */
  secrets: readonly LevelCheck[];
  /** Buckets of drills that were empty before the restore, by their names in slipway.yml: cleanup empties them again. */
  vacant: readonly string[];
  files: readonly LevelCheck[];
  chosen: Chosen;
  /** Result of the comparison with the backup set. */
  compared: readonly LevelCheck[];
  /** Recovery was resumed after the comparison of the content. */
  onward: true;
  restored: {
    readonly levelChecks: readonly LevelCheck[];
    readonly backup: RestoredBackup;
    /** As in `lost`, from the newest segment of the archive alone: where no better source could be asked. */
    readonly bound?: LossBound | undefined;
    /** When the data could be read again. */
    readonly at: number;
  };
  /** The application was live again, and the public address was switched there and back. */
  served: { readonly levelChecks: readonly LevelCheck[]; readonly outage?: Outage | undefined };
  /** Slow checks that do not delay the recovery. */
  inspected: readonly LevelCheck[];
}

/** Runs a step, or returns its recorded result when an earlier job has run it. */
export type Once = <Name extends keyof Steps>(
  name: Name,
  work: () => Promise<Steps[Name]>,
) => Promise<Steps[Name]>;

/** For work that one job does alone. */
export const inOneJob: Once = (_, work) => work();
