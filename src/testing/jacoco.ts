import { AllHits, type FileHits, type Ratio, type TestCoverage } from './coverage.ts';
import { attribute, children, type Element, numeric } from './xml.ts';

/**
 * Reads the root of a JaCoCo XML report. A line with any covered instruction is covered, as in JaCoCo's own HTML. A report without
 * lines gives its totals.
 */
export function readJacoco(report: Element): TestCoverage {
  const sources = sourcesIn(report);
  const groups = Map.groupBy(sources, ({ file }) => file);
  const hits = new AllHits();
  for (const { group, file, source } of sources) {
    const isShared = new Set(groups.get(file)?.map(each => each.group)).size > 1;
    // Two modules may have a file of one package and name.
    gather(source, hits.hitsOf(isShared && group !== '' ? `${group}/${file}` : file));
  }
  const counters = children(report, 'counter');
  const stated = (type: string) =>
    ratioOf(counters.find(each => attribute(each, 'type') === type) ?? {}, 'covered', 'missed');
  return hits.coverageOr({ lines: stated('LINE'), branches: stated('BRANCH') });
}

/** Returns the ratio that two attributes give. */
function ratioOf(element: Element, hit: string, missed: string): Ratio {
  const covered = numeric(element, hit) ?? 0;
  return { covered, total: covered + (numeric(element, missed) ?? 0) };
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
    hits.branchesAt(number, ratioOf(line, 'cb', 'mb'));
  }
}
