import type { Mistake } from './drill/mistake.ts';
import type { BackupFacts } from './drill-report.ts';
import type { Rung } from './ladder.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Outage } from './outage.ts';
import type { Behind } from './postgres/behind.ts';
import type { Chosen } from './postgres/restoring.ts';

/**
 * The steps of a recovery that takes longer than one job may: each is done once. Whoever goes on with it goes through all of it again, and
 * what is done already is what an earlier job has noted.
 */
export interface Steps {
  /** The loss. ms since 1970, as all that follows. */
  lost: {
    readonly at: number;
    readonly mistake?: Mistake | undefined;
    /** Of what was written until then; absent where nothing is. */
    readonly ledger?: readonly LedgerEntry[] | undefined;
    /** How much of what was written may be in no archive, where that is not measured. */
    readonly bound?: Behind | undefined;
    /** What the primary said then of its archive: of what comes later it knows, and the loss does not. */
    readonly archived?: string | undefined;
  };
  /** The pod of the copy is up; its uid. */
  raised: { readonly pod: string };
  /** What the repository is worth: L0 and L1. */
  proved: readonly Rung[];
  /** What came out of the backup set: Secrets; files and objects of buckets. */
  secrets: readonly Rung[];
  /** Buckets of drills that held nothing before anything was put there, by their names in slipway.yml: they are emptied again. */
  vacant: readonly string[];
  files: readonly Rung[];
  chosen: Chosen;
  /** What the comparison with the backup set has shown. */
  compared: readonly Rung[];
  /** It has been told to go on from where its content was looked at. */
  onward: true;
  restored: {
    readonly rungs: readonly Rung[];
    readonly backup: BackupFacts;
    /** As of `lost`, by the newest segment of the archive alone: where nobody who knows more could be asked. */
    readonly bound?: Behind | undefined;
    /** When it could be read again. */
    readonly at: number;
  };
  /** The application served again, and the public address was led there and back. */
  served: { readonly rungs: readonly Rung[]; readonly outage?: Outage | undefined };
  /** What takes its time and holds nobody up. */
  inspected: readonly Rung[];
}

/** Does a step, or gives what it came to when an earlier job has done it. */
export type Once = <Name extends keyof Steps>(
  name: Name,
  work: () => Promise<Steps[Name]>,
) => Promise<Steps[Name]>;

/** Of what one job does alone. */
export const inOneJob: Once = (_, work) => work();
