import { FileHits, type Ratio, type TestCoverage, totalOf } from './coverage.ts';
import { attribute, children, type Element, numeric } from './xml.ts';

/**
 * Reads the root of a JaCoCo XML report. A line with any covered instruction is covered, as in JaCoCo's own HTML. A report without
 * lines gives its totals.
 */
export function readJacoco(report: Element): TestCoverage {
  const hits = new Map<string, FileHits>();
  for (const each of packagesIn(report)) {
    const folder = attribute(each, 'name');
    for (const source of children(each, 'sourcefile')) {
      const file = [folder, attribute(source, 'name') ?? '(without a name)']
        .filter(part => part !== undefined)
        .join('/');
      const known = hits.get(file) ?? new FileHits();
      hits.set(file, known);
      gather(source, known);
    }
  }
  const counted = totalOf(hits);
  return counted.lines.total > 0 ? counted : stated(report);
}

/** A report of several modules has groups, which may be nested. */
function packagesIn(element: Element): Element[] {
  return [...children(element, 'package'), ...children(element, 'group').flatMap(packagesIn)];
}

function gather(source: Element, hits: FileHits): void {
  for (const line of children(source, 'line')) {
    const number = numeric(line, 'nr');
    if (number === undefined) continue;
    hits.line(number, (numeric(line, 'ci') ?? 0) > 0);
    const covered = numeric(line, 'cb') ?? 0;
    const total = covered + (numeric(line, 'mb') ?? 0);
    for (let index = 0; index < total; index += 1) hits.branch(`${number}:${index}`, index < covered);
  }
}

function stated(report: Element): TestCoverage {
  const counters = children(report, 'counter');
  const ratio = (type: string): Ratio => {
    const counter = counters.find(each => attribute(each, 'type') === type) ?? {};
    const covered = numeric(counter, 'covered') ?? 0;
    return { covered, total: covered + (numeric(counter, 'missed') ?? 0) };
  };
  const branches = ratio('BRANCH');
  return { lines: ratio('LINE'), branches: branches.total === 0 ? undefined : branches, files: [] };
}
