/** What a rehearsal was, as plain data: all that its report tells. */
import type { DecisionRecord } from '../src/release/evidence/decision-schema.ts';
import type { LoadReport } from './load-report.ts';
import type { Stage } from './story.ts';

/** Something that must hold at the end. */
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
  /** Milliseconds since the story began. */
  at: number;
  ms: number;
  /** Whether the version ended here. */
  stopped: boolean;
  note: string;
}

/** A version of the shop, and what is special about it. */
export interface Version {
  version: string;
  /** Such as `one of its tests fails`. */
  about: string;
}

/** What the decision record of a release tells of its traffic. */
export type Rollout = Pick<DecisionRecord, 'timeline' | 'end'>;

export interface Rehearsal {
  /** In the order in which they came. */
  versions: Version[];
  steps: Step[];
  stages: Stage[];
  findings: Finding[];
  load: LoadReport;
  digests: Record<string, string>;
  /** By version, of those that a gate has judged. */
  rollouts: Record<string, Rollout>;
  /** The version that was to be rolled back, why, and milliseconds from the verdict to its last byte if both came. */
  undo: { version: string; reason: string; ms?: number };
  /** Milliseconds since 1970 at which the first stage began. */
  startedAt: number;
  setUpMs: number;
}

/** Whether everything happened as it should. */
export const isGood = ({ findings }: Pick<Rehearsal, 'findings'>): boolean => findings.every(({ ok }) => ok);

/** The step at which a version ended, if it did. */
export const stopOf = ({ steps }: Pick<Rehearsal, 'steps'>, version: string): Step | undefined =>
  steps.find(step => step.version === version && step.stopped);

/** From the first work on the cluster to the end of the last stage. */
export function wholeMs({ stages, setUpMs }: Pick<Rehearsal, 'stages' | 'setUpMs'>): number {
  return setUpMs + stages.reduce((latest, { at, ms }) => Math.max(latest, at + ms), 0);
}
