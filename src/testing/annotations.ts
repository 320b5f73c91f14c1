import type { Annotation } from '../toolkit/host.ts';
import type { TestCase } from './junit.ts';
import { locate, type Sources } from './location.ts';
import { nameOf, short } from './verdict.ts';

/** GitHub shows ten errors of a step and silently drops the rest; one more says why the step failed. */
const most = 9;

/**
 * Returns one annotation per failed test; for more than nine, eight and one with the number of the others. Pure but for `exists`.
 */
export function annotationsOf(cases: readonly TestCase[], sources: Sources): Annotation[] {
  const failed = cases.filter(each => each.outcome === 'failed');
  const chosen = failed.length > most ? failed.slice(0, most - 1) : failed;
  const rest = failed.length - chosen.length;
  return [
    ...chosen.map(each => ({
      message: short(each.message, 1000),
      title: short(nameOf(each), 200),
      ...locate(each, sources),
    })),
    ...(rest > 0 ? [{ title: `${rest} more tests failed`, message: 'See the summary of the job.' }] : []),
  ];
}
