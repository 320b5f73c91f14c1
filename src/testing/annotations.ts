import type { Annotation } from '../toolkit/host.ts';
import type { TestCase } from './junit.ts';
import { locate, type Sources } from './location.ts';
import { nameOf, short } from './verdict.ts';

/** GitHub shows ten errors of a step and drops the rest without a word. */
const most = 10;

/** One annotation a failed test; when there are more than ten, nine and one that says how many more. Pure but for `exists`. */
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
    ...(rest > 0
      ? [{ title: `${rest} more tests failed`, message: 'They are in the summary of the job.' }]
      : []),
  ];
}
