import type { Annotation } from '../toolkit/host.ts';
import type { TestCase } from './junit.ts';
import { locate, type Sources } from './location.ts';
import { nameOf, short } from './verdict.ts';

/** GitHub shows ten errors of a step and silently drops the rest. */
const most = 10;

/**
 * Returns one annotation per failed test; for more than ten, nine and one with the number of the others. A run that failed for
 * another reason gets one with that reason. Pure but for `exists`.
 */
export function annotationsOf(
  result: { readonly cases: readonly TestCase[] | undefined; readonly reason: string },
  sources: Sources,
): Annotation[] {
  const failed = (result.cases ?? []).filter(each => each.outcome === 'failed');
  if (failed.length === 0) return result.reason === '' ? [] : [{ title: 'test', message: result.reason }];
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
