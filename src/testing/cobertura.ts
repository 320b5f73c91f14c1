import { AllHits, type FileHits, type Ratio, type TestCoverage } from './coverage.ts';
import { attribute, children, type Element, numeric } from './xml.ts';

/** Reads the root of a Cobertura XML report. Coverage is counted from its lines; a report without lines gives its totals. */
export function readCobertura(element: Element): TestCoverage {
  const hits = new AllHits();
  for (const each of children(element, 'packages', 'package', 'classes', 'class'))
    gather(each, hits.hitsOf(attribute(each, 'filename') ?? attribute(each, 'name') ?? '(without a name)'));
  const stated = (noun: string): Ratio => ({
    covered: numeric(element, `${noun}-covered`) ?? 0,
    total: numeric(element, `${noun}-valid`) ?? 0,
  });
  return hits.coverageOr({ lines: stated('lines'), branches: stated('branches') });
}

/** Counts the lines of a class; those of its methods repeat them, and count only when the class itself has none. */
function gather(each: Element, hits: FileHits): void {
  const own = children(each, 'lines', 'line');
  const lines = own.length > 0 ? own : children(each, 'methods', 'method', 'lines', 'line');
  for (const line of lines) {
    const number = numeric(line, 'number');
    if (number === undefined) continue;
    hits.line(number, (numeric(line, 'hits') ?? 0) > 0);
    hits.branchesAt(number, branchesOf(line));
  }
}

/** Parses `condition-coverage="50% (1/2)"`. */
function branchesOf(line: Element): Ratio {
  const [, covered, total] =
    /\((\d{1,5})\/(\d{1,5})\)/.exec(attribute(line, 'condition-coverage') ?? '') ?? [];
  return { covered: Number(covered ?? 0), total: Number(total ?? 0) };
}
