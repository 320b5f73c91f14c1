import type { DrillFacts } from '../drill-report.ts';
import type { Rung } from '../ladder.ts';
import type { Marker } from '../ledger.ts';
import type { Loss } from '../loss.ts';
import type { Outage } from '../outage.ts';
import type { Deletion } from '../postgres/markers.ts';
import type { MemberStates } from '../postgres/member-state.ts';
import type { Does, Scenario } from '../scenario.ts';
import type { Server } from './marker-session.ts';
import type { Placement } from './placement.ts';
import type { Prober } from './prober.ts';
import type { Profile } from './profile.ts';
import type { Writer } from './writer.ts';

/** What a drill in a standing system is told, and all that it can do there. */

export interface StandingDrill
  extends Pick<DrillFacts, 'app' | 'environment' | 'target' | 'assumedDetection' | 'tools'> {
  readonly run: DrillFacts['run'];
  readonly scenario: Scenario;
  readonly profile: Profile;
  /** From which the moment of the injection follows. */
  readonly seed: string;
  /** After so long it has not come back; and so long the lost one may need to follow again. ms. */
  readonly deadline: number;
  readonly returns: number;
  readonly signal: AbortSignal;
}

/** The system, and the hands of the drill in it. */
export interface StandingSystem {
  now(): number;
  report(line: string): void;
  /** Keeps a line of the ledger before it returns. */
  append(line: string): void;
  /** Makes what the drill needs for itself, and fixes what another one has left. */
  prepare(signal: AbortSignal): Promise<void>;
  /** @throws {UserError} when there is none, or more than one. */
  primary(): Promise<Placement>;
  /** Who is the primary instead of this one; undefined as long as nobody is. */
  successor(of: Placement): Promise<Placement | undefined>;
  members(): Promise<MemberStates>;
  /** One look at the whole application from outside. @returns why it is bad. */
  probe(signal: AbortSignal): Promise<string | undefined>;
  /** Each says what is wrong; undefined when it is good. */
  readonly application: {
    old(): Promise<string | undefined>;
    /** Absent where slipway.yml does not say how a record is written. */
    readonly fresh?: (() => Promise<string | undefined>) | undefined;
  };
  readonly markers: {
    send(marker: Marker, signal: AbortSignal): Promise<void>;
    /** Whom markers were sent to so far. */
    servers(): readonly Server[];
    /** Those of this run that whoever is the primary now holds. */
    read(signal: AbortSignal): Promise<Marker[]>;
    /** Deletes those of this run, as a mistake would: rows of the drill's own, and of nobody else. */
    remove(signal: AbortSignal): Promise<Deletion>;
  };
  /** Keeps a note of what is about to be broken, where a later drill finds it; or that it is fixed. */
  note(victim: Placement | undefined): Promise<void>;
  /** Breaks it; does not end before it is broken. */
  inject(victim: Placement, signal: AbortSignal): Promise<void>;
  /** Fixes it; does no harm where nothing is broken. Not to be interrupted. */
  fix(victim: Placement): Promise<void>;
  /** What was declared for a failover that does not happen by itself. */
  readonly failover?:
    | { readonly after: number; run(victim: Placement, signal: AbortSignal): Promise<void> }
    | undefined;
  /** Makes that pod the primary again. */
  readonly switchover?:
    | ((victim: Placement, from: Placement, signal: AbortSignal) => Promise<void>)
    | undefined;
  /** Takes away what `prepare` made. @returns what could not be. */
  clear(): Promise<string[]>;
}

/** What has come of it so far. */
export interface Course {
  refused?: string;
  skipped?: string;
  error?: string;
  injectedAt?: number;
  outage?: Outage;
  loss?: Loss;
  bound?: DrillFacts['bound'];
  backup?: DrillFacts['backup'];
  mustNotice?: DrillFacts['mustNotice'];
  readonly rungs: Rung[];
  readonly notes: string[];
  readonly left: string[];
  /** The moves of the scenario that were made, in their order. */
  readonly did: Does[];
}

/** Those who look on. */
export interface Watch {
  readonly prober: Prober;
  readonly writer: Writer;
  readonly from: number;
}
