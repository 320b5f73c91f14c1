import type { DockerfileRuleName } from '../config/rules.ts';
import type { Stage } from './dockerfile/stages.ts';
import type { Facts, Subject } from './subject.ts';

/** Something that a rule found in a Dockerfile. */
export interface Found {
  /** From 1. */
  readonly line: number;
  readonly endLine?: number;
  readonly stage?: Stage | undefined;
  /** One sentence without its full stop; never a secret. */
  readonly message: string;
  /** What to do, where it differs from what the rule says. */
  readonly remedy?: string;
}

/** A rule on the Dockerfile, with what its documentation is made of. */
export interface DockerfileRule {
  readonly name: DockerfileRuleName;
  readonly title: string;
  /** What it finds and why that matters, in a sentence or two. */
  readonly finds: string;
  /** What to do, in one sentence without its full stop. */
  readonly remedy: string;
  /** A Dockerfile in which it finds something, and one in which it does not. */
  readonly bad: string;
  readonly good: string;
  /** What the examples stand in. */
  readonly facts?: Partial<Facts>;
  find(subject: Subject): readonly Found[];
}
