/** How many of a thing are covered. */
export interface Ratio {
  readonly covered: number;
  readonly total: number;
}

export interface FileCoverage {
  readonly file: string;
  readonly lines: Ratio;
  readonly branches: Ratio;
}

export interface Coverage {
  readonly lines: Ratio;
  /** Undefined when the report says nothing of branches. */
  readonly branches: Ratio | undefined;
  /** By name; empty when the report has totals alone. */
  readonly files: FileCoverage[];
}

/** Hits of lines and branches of one file, which several records or classes may tell of. */
export class FileHits {
  readonly lines = new Map<number, boolean>();
  /** By line and branch; a Cobertura line has only sums, so its branches are numbered. */
  readonly branches = new Map<string, boolean>();

  line(number: number, hit: boolean): void {
    this.lines.set(number, (this.lines.get(number) ?? false) || hit);
  }

  branch(key: string, taken: boolean): void {
    this.branches.set(key, (this.branches.get(key) ?? false) || taken);
  }
}

/** Sums of what was gathered per file. */
export function totalOf(hits: ReadonlyMap<string, FileHits>): Coverage {
  const files = [...hits].map(([file, { lines, branches }]) => ({
    file,
    lines: ratioOf(lines),
    branches: ratioOf(branches),
  }));
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  const branches = sum(files.map(each => each.branches));
  return {
    lines: sum(files.map(each => each.lines)),
    branches: branches.total === 0 ? undefined : branches,
    files,
  };
}

export function sum(ratios: Ratio[]): Ratio {
  return {
    covered: ratios.reduce((total, each) => total + each.covered, 0),
    total: ratios.reduce((total, each) => total + each.total, 0),
  };
}

/** Percent from 0 to 100 with two decimals, cut and not rounded: 99.999 must not read as 100. */
export function percent({ covered, total }: Ratio): number {
  return total === 0 ? 0 : Math.floor((covered * 10_000) / total) / 100;
}

function ratioOf(hits: ReadonlyMap<unknown, boolean>): Ratio {
  return { covered: [...hits.values()].filter(hit => hit).length, total: hits.size };
}
