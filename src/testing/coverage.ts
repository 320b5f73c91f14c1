/** Covered and total items. */
export interface Ratio {
  readonly covered: number;
  readonly total: number;
}

export interface FileCoverage {
  readonly file: string;
  readonly lines: Ratio;
  readonly branches: Ratio;
}

export interface TestCoverage {
  readonly lines: Ratio;
  /** Undefined when the report has no branches. */
  readonly branches: Ratio | undefined;
  /** Sorted by name; empty when the report has only totals. */
  readonly files: FileCoverage[];
}

/** The hits of lines and branches of one file, merged from all its records or classes. */
export class FileHits {
  readonly lines = new Map<number, boolean>();
  /** By line and branch; a Cobertura line has only totals, so its branches are numbered. */
  readonly branches = new Map<string, boolean>();

  line(number: number, hit: boolean): void {
    this.lines.set(number, (this.lines.get(number) ?? false) || hit);
  }

  branch(key: string, taken: boolean): void {
    this.branches.set(key, (this.branches.get(key) ?? false) || taken);
  }

  /** Numbers the branches of a line of which only the totals are known. */
  branchesAt(line: number, { covered, total }: Ratio): void {
    for (let index = 0; index < total; index += 1) this.branch(`${line}:${index}`, index < covered);
  }
}

/** The hits of files, by name. */
export class AllHits extends Map<string, FileHits> {
  /** Returns the hits of a file, empty at first. */
  hitsOf(file: string): FileHits {
    const known = this.get(file) ?? new FileHits();
    this.set(file, known);
    return known;
  }

  /** Returns the coverage, or the totals that a report without lines states. */
  coverageOr(stated: Record<'lines' | 'branches', Ratio>): TestCoverage {
    const counted = totalOf(this);
    if (counted.lines.total > 0) return counted;
    const { lines, branches } = stated;
    return { lines, branches: branches.total === 0 ? undefined : branches, files: [] };
  }
}

/**
 * Sums up the hits of all files.
 * @param summed files of which only the totals are known.
 */
export function totalOf(
  hits: ReadonlyMap<string, FileHits>,
  summed: readonly FileCoverage[] = [],
): TestCoverage {
  const names = new Set(summed.map(each => each.file));
  const counted = [...hits]
    .filter(([file]) => !names.has(file))
    .map(([file, { lines, branches }]) => ({ file, lines: ratioOf(lines), branches: ratioOf(branches) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const files = [...counted, ...summed];
  const branches = sum(files.map(each => each.branches));
  return {
    lines: sum(files.map(each => each.lines)),
    branches: branches.total === 0 ? undefined : branches,
    files,
  };
}

function sum(ratios: Ratio[]): Ratio {
  return {
    covered: ratios.reduce((total, each) => total + each.covered, 0),
    total: ratios.reduce((total, each) => total + each.total, 0),
  };
}

/** Returns a percentage from 0 to 100 with two decimals, rounded down so that 99.999 does not become 100. */
export function percent({ covered, total }: Ratio): number {
  return total === 0 ? 0 : Math.floor((covered * 10_000) / total) / 100;
}

function ratioOf(hits: ReadonlyMap<unknown, boolean>): Ratio {
  return { covered: [...hits.values()].filter(hit => hit).length, total: hits.size };
}
