import type { RequirementAssessment } from '../assessment.ts';
import { assessmentsOf, type Judgements } from '../judgement.ts';
import { shownBy } from './demands.ts';

/** Returns what a source shows, as it was asked at a time. Pure. @param at ms since 1970. */
export function assessmentsFrom(
  judged: Judgements,
  asked: string,
  of: string,
  at: number,
): RequirementAssessment[] {
  const evidence = [{ asked, of, at: new Date(at).toISOString() }];
  return assessmentsOf(judged, (rule, { status }) => ({
    ids: shownBy(rule),
    evidence,
    level: status === 'not-met' ? 'warning' : 'info',
  }));
}
