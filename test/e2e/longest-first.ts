import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of minutes, the longest first: what begins last should not be what all wait for. The rest follows by size. */
export const minutes = [
  'golden/pipeline',
  'golden/canary',
  'golden/interrupted',
  'golden/recovery',
  'golden/rolling',
  'kinds',
  'permissions',
  'middle',
  'progress',
  'in-place',
  'act',
  'workers',
  'signing',
  'release',
  'copying',
  'guards',
  'prune',
  'any-ci',
  'boutique',
  'configuration',
  'secrets',
  'exposure',
  'watchdog',
  'recovery/drill-long',
  'recovery/drill-scenarios',
  'recovery/over-itself',
  'recovery/managed',
  'recovery/whole-set',
];

/** Vitest's own order is by what it remembers of earlier runs, and a fresh checkout remembers nothing. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const bySize = await super.sort(files);
    return bySize.sort((a, b) => (a.project.name === b.project.name ? rank(a) - rank(b) : 0));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const [, name = ''] = /\/test\/e2e\/(.+)\.test\.ts$/.exec(moduleId) ?? [];
  const at = minutes.indexOf(name);
  return at >= 0 ? at : minutes.length;
}
