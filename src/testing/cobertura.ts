import { FileHits, type Ratio, type TestCoverage, totalOf } from './coverage.ts';
import { attribute, children, type Element, numeric } from './xml.ts';

/** Reads the root of a Cobertura XML report. Coverage is counted from its lines; a report without lines gives its totals. */
export function readCobertura(element: Element): TestCoverage {
  const hits = new Map<string, FileHits>();
  for (const each of children(element, 'packages', 'package', 'classes', 'class')) {
    const name = attribute(each, 'filename') ?? attribute(each, 'name') ?? '(without a name)';
    const known = hits.get(name) ?? new FileHits();
    hits.set(name, known);
    gather(each, known);
  }
  const counted = totalOf(hits);
  return counted.lines.total > 0 ? counted : stated(element);
}

/** Counts the lines of a class; those of its methods repeat them, and count only when the class itself has none. */
function gather(each: Element, hits: FileHits): void {
  const own = children(each, 'lines', 'line');
  const lines = own.length > 0 ? own : children(each, 'methods', 'method', 'lines', 'line');
  for (const line of lines) {
    const number = numeric(line, 'number');
    if (number === undefined) continue;
    hits.line(number, (numeric(line, 'hits') ?? 0) > 0);
    const branches = branchesOf(line);
    for (let index = 0; index < branches.total; index += 1) {
      hits.branch(`${number}:${index}`, index < branches.covered);
    }
  }
}

/** Parses `condition-coverage="50% (1/2)"`. */
function branchesOf(line: Element): Ratio {
  const [, covered, total] =
    /\((\d{1,5})\/(\d{1,5})\)/.exec(attribute(line, 'condition-coverage') ?? '') ?? [];
  return { covered: Number(covered ?? 0), total: Number(total ?? 0) };
}

function stated(element: Element): TestCoverage {
  const ratio = (noun: string): Ratio => ({
    covered: numeric(element, `${noun}-covered`) ?? 0,
    total: numeric(element, `${noun}-valid`) ?? 0,
  });
  const branches = ratio('branches');
  return { lines: ratio('lines'), branches: branches.total === 0 ? undefined : branches, files: [] };
}
