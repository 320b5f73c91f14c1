import { FileHits, type Ratio, type TestCoverage, totalOf } from './coverage.ts';
import { attribute, children, type Element, numeric } from './xml.ts';

/**
 * Reads the root of a JaCoCo XML report. A line with any covered instruction is covered, as in JaCoCo's own HTML. A report without
 * lines gives its totals.
 */
export function readJacoco(report: Element): TestCoverage {
  const sources = sourcesIn(report);
  const groups = Map.groupBy(sources, ({ file }) => file);
  const hits = new Map<string, FileHits>();
  for (const { group, file, source } of sources) {
    const isShared = new Set(groups.get(file)?.map(each => each.group)).size > 1;
    // Two modules may have a file of one package and name.
    const name = isShared && group !== '' ? `${group}/${file}` : file;
    const known = hits.get(name) ?? new FileHits();
    hits.set(name, known);
    gather(source, known);
  }
  const counted = totalOf(hits);
  return counted.lines.total > 0 ? counted : stated(report);
}

interface SourceFile {
  /** The names of the groups around it. */
  readonly group: string;
  readonly file: string;
  readonly source: Element;
}

/** A report of several modules has groups, which may be nested. */
function sourcesIn(element: Element, group = ''): SourceFile[] {
  const own = children(element, 'package').flatMap(each =>
    children(each, 'sourcefile').map(source => ({
      group,
      file: pathOf(attribute(each, 'name'), attribute(source, 'name') ?? '(without a name)'),
      source,
    })),
  );
  const inner = children(element, 'group').flatMap(each =>
    sourcesIn(each, pathOf(group, attribute(each, 'name'))),
  );
  return [...own, ...inner];
}

const pathOf = (...parts: readonly (string | undefined)[]) =>
  parts.filter(part => part !== undefined && part !== '').join('/');

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
