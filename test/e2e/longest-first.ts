import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take minutes, longest first, so that none of them starts last. The other files follow by size. */
export const minutes = [
  'golden/pipeline',
  'golden/canary',
  'golden/interrupted',
  'golden/recovery',
  'golden/rolling',
  'kinds',
  'permissions',
  'interference',
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

/** Sorts by a fixed list: Vitest sorts by the times of earlier runs, which a fresh checkout does not have. */
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
