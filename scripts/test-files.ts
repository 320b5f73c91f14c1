/** Selects the test files of a scripts/test run, with their projects in vitest.config.ts and the lab parts that they need. */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createVitest } from 'vitest/node';
import type { PartName } from '../lab/asked.ts';
import { UsageError } from './with-lab.ts';

const root = resolve(import.meta.dirname, '..');

export interface TestFile {
  /** Relative to the root of the repository. */
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

/** The parts that every end-to-end test may use; a test file that needs others calls `needs`. */
const everywhere: readonly PartName[] = ['buildkit', 'gateway', 'prometheus', 'trivy'];

export async function allTestFiles(): Promise<TestFile[]> {
  const vitest = await createVitest('test', { watch: false, root });
  try {
    const files = await vitest.globTestSpecifications();
    return files.map(({ moduleId, project }) => ({ path: relative(root, moduleId), project: project.name }));
  } finally {
    await vitest.close();
  }
}

export function filesOfTier(files: readonly TestFile[], tier: Tier): TestFile[] {
  const projects: readonly string[] = tiers[tier];
  return files.filter(({ project }) => projects.includes(project));
}

/**
 * Returns the test files at these paths, each a file or a folder. Pure.
 * @param cwd folder that the paths are relative to.
 * @throws UsageError for a path without test files.
 */
export function filesAt(files: readonly TestFile[], paths: readonly string[], cwd: string): TestFile[] {
  const named = paths.flatMap(path => {
    const wanted = relative(root, resolve(cwd, path));
    const found = files.filter(file => file.path === wanted || file.path.startsWith(`${wanted}/`));
    if (found.length === 0)
      throw new UsageError(
        `${path} is not a test file or a folder with test files`,
        'name a *.test.ts in test/',
      );
    return found;
  });
  return [...new Set(named)];
}

/** Returns the lab parts that these files need, from their calls of `needs`. */
export function partsFor(files: readonly TestFile[]): string[] {
  const needed = files.flatMap(({ path }) => partsNamed(readFileSync(join(root, path), 'utf8')));
  return [...new Set([...everywhere, ...needed])];
}

/** Returns the arguments of the `needs` calls at the top level of a file. Pure. */
export function partsNamed(source: string): string[] {
  return [...source.matchAll(/^needs\(([^)]*)\);$/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/'([a-z]+)'/g)].map(([, name = '']) => name),
  );
}
