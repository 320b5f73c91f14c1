import { UserError } from '../toolkit/errors.ts';
import { readCobertura } from './cobertura.ts';
import type { TestCoverage } from './coverage.ts';
import { readJacoco } from './jacoco.ts';
import { readLcov } from './lcov.ts';
import { children, parseXml } from './xml.ts';

/**
 * Parses a coverage report in LCOV, Cobertura XML or JaCoCo XML.
 * @throws UserError when it is malformed or of another format.
 */
export async function readCoverage(text: string, file: string): Promise<TestCoverage> {
  if (!text.trimStart().startsWith('<')) return readLcov(text, file);
  const { root, element } = await parseXml(text, file);
  if (root === 'report') return readJacoco(element);
  if (root === 'coverage' && children(element, 'project').length === 0) return readCobertura(element);
  throw new UserError(
    `${file} is ${root === 'coverage' ? 'Clover' : `<${root}>`}, and not LCOV, Cobertura or JaCoCo`,
    'configure the coverage tool to write one of them',
  );
}
