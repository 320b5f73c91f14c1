/** The result of a rehearsal as plain data, for its report. */
import type { DecisionRecord } from '../src/decision/schema.ts';
import type { LoadReport } from './load-report.ts';
import type { Stage } from './story.ts';

/** A check of the rehearsal. */
export interface Finding {
  what: string;
  ok: boolean;
  detail: string;
}

/** One action on one version. */
export interface Step {
  version: string;
  /** `test`, `build`, `scan` … */
  name: string;
  /** Start, in milliseconds after the first stage began. */
  at: number;
  ms: number;
  /** Whether this step stopped the version. */
  stopped: boolean;
  note: string;
}

/** A version of the shop. */
export interface Version {
  version: string;
  /** Short description, such as `one of its tests fails`. */
  about: string;
}

/** The traffic changes of a release, from its decision record. */
export type Rollout = Pick<DecisionRecord, 'timeline' | 'end'> & Partial<Pick<DecisionRecord, 'durations'>>;

export interface Rehearsal {
  /** In the order of their releases. */
  versions: Version[];
  steps: Step[];
  stages: Stage[];
  findings: Finding[];
  load: LoadReport;
  digests: Record<string, string>;
  /** By version; only versions that a gate judged. */
  rollouts: Record<string, Rollout>;
  /** The bad version, the reason for its rollback, and the milliseconds from the verdict until its traffic was moved back. */
  rollback: { version: string; reason: string; ms?: number };
  /** Milliseconds since 1970 at which the first stage began. */
  startedAt: number;
  setUpMs: number;
}

export const isGood = ({ findings }: Pick<Rehearsal, 'findings'>): boolean => findings.every(({ ok }) => ok);

/** Returns the step that stopped a version. */
export const stopOf = ({ steps }: Pick<Rehearsal, 'steps'>, version: string): Step | undefined =>
  steps.find(step => step.version === version && step.stopped);

/** Returns the time from the start of the cluster setup to the end of the last stage. */
export function wholeMs({ stages, setUpMs }: Pick<Rehearsal, 'stages' | 'setUpMs'>): number {
  return setUpMs + stages.reduce((latest, { at, ms }) => Math.max(latest, at + ms), 0);
}
