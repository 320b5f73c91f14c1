import type { DrillFacts } from '../drill-report.ts';
import type { Marker } from '../ledger.ts';
import type { LevelCheck } from '../levels.ts';
import type { Loss } from '../loss.ts';
import type { Outage } from '../outage.ts';
import type { Deletion } from '../postgres/markers.ts';
import type { MemberStates } from '../postgres/member-state.ts';
import type { Scenario } from '../scenario.ts';
import type { StepAction } from '../scenario-steps.ts';
import type { Server } from './marker-session.ts';
import type { DrillPace } from './pace.ts';
import type { Placement } from './placement.ts';
import type { Prober } from './prober.ts';
import type { Writer } from './writer.ts';

/** The parameters of a drill in the live system, and its operations there. */

export interface LiveDrill
  extends Pick<DrillFacts, 'app' | 'environment' | 'target' | 'assumedDetection' | 'tools' | 'run'> {
  readonly scenario: Scenario;
  readonly pace: DrillPace;
  /** Determines the moment of the injection. */
  readonly seed: string;
  /** Time limit for the recovery; ms. */
  readonly deadline: number;
  /** Time limit for the lost member to follow again; ms. */
  readonly rejoinTimeout: number;
  readonly signal: AbortSignal;
}

/** Checks of the application that return the fault; undefined if there is none. */
export interface ApplicationChecks {
  knownRecord(): Promise<string | undefined>;
  /** Why the known record is compared with nothing; undefined if it is compared. */
  readonly notCompared?: string | undefined;
  /** Absent if slipway.yml does not say how to write a record. */
  readonly fresh?: (() => Promise<string | undefined>) | undefined;
}

/** The live system, and the drill's operations in it. */
export interface LiveSystem {
  now(): number;
  report(line: string): void;
  /** Stores a line of the ledger before it returns. */
  append(line: string): void;
  /** Creates the objects that the drill needs, and fixes a fault that another drill left. */
  prepare(signal: AbortSignal): Promise<void>;
  /** Returns the primary. @throws {UserError} if there is none, or more than one. */
  primary(): Promise<Placement>;
  /** Returns the primary that has replaced this one; undefined while there is none. */
  successor(of: Placement): Promise<Placement | undefined>;
  members(): Promise<MemberStates>;
  /** Probes the whole application once from outside. @returns the fault, if any. */
  probe(signal: AbortSignal): Promise<string | undefined>;
  readonly application: ApplicationChecks;
  readonly markers: {
    send(marker: Marker, signal: AbortSignal): Promise<void>;
    /** Returns the servers that markers were sent to so far. */
    servers(): readonly Server[];
    /** Reads the markers of this run from the current primary. */
    read(signal: AbortSignal): Promise<Marker[]>;
    /** Deletes the markers of this run, as a mistake would, and no other rows. */
    remove(signal: AbortSignal): Promise<Deletion>;
  };
  /** Notes the fault before its injection, where a later drill finds it; undefined: it is fixed. */
  note(victim: Placement | undefined): Promise<void>;
  /** Injects the fault; resolves when it has taken effect. */
  inject(victim: Placement, signal: AbortSignal): Promise<void>;
  /** Fixes the fault. Idempotent; must not be interrupted. */
  fix(victim: Placement): Promise<void>;
  /** The declared command for a failover that does not happen automatically. */
  readonly failover?:
    | { readonly after: number; run(victim: Placement, signal: AbortSignal): Promise<void> }
    | undefined;
  /** Makes that pod the primary again. */
  readonly switchover?:
    | ((victim: Placement, from: Placement, signal: AbortSignal) => Promise<void>)
    | undefined;
  /** Removes the objects that `prepare` created. @returns those that could not be removed. */
  clear(): Promise<string[]>;
}

/** The results of a drill so far. */
export interface DrillProgress {
  refused?: string;
  skipped?: string;
  error?: string;
  injectedAt?: number;
  outage?: Outage;
  loss?: Loss;
  bound?: DrillFacts['bound'];
  backup?: DrillFacts['backup'];
  mustNotice?: DrillFacts['mustNotice'];
  readonly levelChecks: LevelCheck[];
  readonly notes: string[];
  readonly left: string[];
  /** The completed steps of the scenario, in order. */
  readonly did: StepAction[];
}

/** The measurements that run during a drill. */
export interface DrillWatch {
  readonly prober: Prober;
  readonly writer: Writer;
  readonly from: number;
}
