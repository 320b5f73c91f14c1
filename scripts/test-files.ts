/** The test files that a run of scripts/test takes, the projects of vitest.config.ts that they are in, and the parts of the lab that they need. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import type { PartName } from '../lab/asked.ts';
import { UsageError } from './with-lab.ts';

const root = resolve(import.meta.dirname, '..');

export interface TestFile {
  /** From the root of the repository. */
  path: string;
  project: string;
}

/** The projects of each tier. */
export const tiers = {
  unit: ['unit'],
  default: ['unit', 'matrix', 'golden'],
  all: ['unit', 'simulated', 'matrix', 'golden', 'e2e', 'recovery', 'alone'],
} as const satisfies Record<string, readonly string[]>;

export type Tier = keyof typeof tiers;

/** What every end-to-end test finds in its lab; a file that needs more says so by `needs`. */
const everywhere: readonly PartName[] = ['buildkit', 'gateway', 'prometheus', 'trivy'];

/** Every test file that vitest knows. */
export async function allTestFiles(): Promise<TestFile[]> {
  const vitest = await createVitest('test', { watch: false, root });
  try {
    const files = await vitest.globTestSpecifications();
    return files.map(({ moduleId, project }) => ({ path: relative(root, moduleId), project: project.name }));
  } finally {
    await vitest.close();
  }
}

/** The files of a tier. Pure. */
export function filesOfTier(files: readonly TestFile[], tier: Tier): TestFile[] {
  const projects: readonly string[] = tiers[tier];
  return files.filter(({ project }) => projects.includes(project));
}

/**
 * The files that these paths name, each a test file or a folder of them. Pure.
 * @param cwd where the paths are relative to.
 * @throws UsageError for a path that names no test.
 */
export function filesAt(files: readonly TestFile[], paths: readonly string[], cwd: string): TestFile[] {
  const named = paths.flatMap(path => {
    const wanted = relative(root, resolve(cwd, path));
    const found = files.filter(file => file.path === wanted || file.path.startsWith(`${wanted}/`));
    if (found.length === 0)
      throw new UsageError(
        `${path} is no test file and no folder of test files`,
        'name a *.test.ts in test/',
      );
    return found;
  });
  return [...new Set(named)];
}

/** The parts of the lab that these files need, as they say in their calls of `needs`. */
export function partsFor(files: readonly TestFile[]): string[] {
  const needed = files.flatMap(({ path }) => partsNamed(readFileSync(join(root, path), 'utf8')));
  return [...new Set([...everywhere, ...needed])];
}

/** The names in the calls of `needs` at the top level of a file. Pure. */
export function partsNamed(source: string): string[] {
  return [...source.matchAll(/^needs\(([^)]*)\);$/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/'([a-z]+)'/g)].map(([, name = '']) => name),
  );
}
