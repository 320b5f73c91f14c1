import { defined } from '../../toolkit/map.ts';
import type { AssessmentStatus, RequirementAssessment } from '../assessment.ts';
import type { RequirementId } from '../requirement.ts';

/** How a judge writes what a source shows. */

type Ids = RequirementId | readonly RequirementId[];

/** @param problem why it is not met; undefined: it is. */
type Either = (
  ids: Ids,
  rule: string,
  good: string,
  problem: string | undefined,
  remedy?: string,
) => RequirementAssessment[];

type Plainly = (ids: Ids, rule: string, what: string) => RequirementAssessment[];

export interface Showing {
  readonly either: Either;
  readonly unknown: Plainly;
  readonly none: Plainly;
}

/** Returns the writers of results of one source, as it was asked at a time. Pure. @param at ms since 1970. */
export function showing(asked: string, of: string, at: number): Showing {
  const evidence = [{ asked, of, at: new Date(at).toISOString() }];
  const write =
    (status: AssessmentStatus) =>
    (ids: Ids, rule: string, what: string, remedy?: string): RequirementAssessment[] =>
      [ids].flat().map(id => ({
        ...{ id, rule, status, what, evidence, level: status === 'not-met' ? 'warning' : 'info' },
        ...defined({ remedy }),
      }));
  return {
    either: (ids, rule, good, problem, remedy) =>
      problem === undefined ? write('met')(ids, rule, good) : write('not-met')(ids, rule, problem, remedy),
    unknown: write('unknown'),
    none: write('not-applicable'),
  };
}

/** Returns the first problem and the number of others; undefined without any. Pure. */
export function problemIn(problems: readonly string[]): string | undefined {
  const [first, ...more] = problems;
  return first === undefined || more.length === 0 ? first : `${first} (and ${more.length} more)`;
}
