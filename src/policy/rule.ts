import type { DockerfileRuleName } from '../config/rules.ts';
import type { Stage } from './dockerfile/stages.ts';
import type { ImageFacts, RuleSubject } from './subject.ts';

/** A finding of a rule in a Dockerfile. */
export interface RuleMatch {
  /** From 1. */
  readonly line: number;
  readonly endLine?: number;
  readonly stage?: Stage | undefined;
  /** One sentence without a full stop; never contains a secret. */
  readonly message: string;
  /** The remedy, where it differs from that of the rule. */
  readonly remedy?: string;
}

/** A rule for Dockerfiles, with the texts of its documentation. */
export interface DockerfileRule {
  readonly name: DockerfileRuleName;
  readonly title: string;
  /** What it finds and why that matters, in one or two sentences. */
  readonly finds: string;
  /** What to do, in one sentence without a full stop. */
  readonly remedy: string;
  /** A Dockerfile with a finding, and one without. */
  readonly bad: string;
  readonly good: string;
  /** Facts that the examples need. */
  readonly facts?: Partial<ImageFacts>;
  find(subject: RuleSubject): readonly RuleMatch[];
}
