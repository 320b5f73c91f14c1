import { expect, it } from 'vitest';
import { howToRun } from '../../src/toolkit/operations.ts';

const github = { GITHUB_RUN_ID: '7', GITHUB_REPOSITORY: 'acme/shop' };
const gitlab = { GITLAB_CI: 'true', CI_JOB_ID: '7' };

it.each([
  ['sweep', github, 'start the workflow sweep.yml'],
  [['resume', 'rollback'], github, 'choose resume or rollback in the workflow rollback.yml'],
  [
    ['resume', 'approve', 'rollback'],
    github,
    'choose resume, approve or rollback in the workflow rollback.yml',
  ],
  ['sweep', gitlab, 'run `slipway sweep`'],
  ['rollback', {}, 'run `slipway rollback`'],
  [
    ['approve', 'rollback'],
    gitlab,
    'run `slipway gate --approve true && slipway promote` or `slipway rollback`',
  ],
] as const)('a remedy for %j names what its CI has', (operations, env, said) => {
  expect(howToRun(operations, env)).toBe(said);
});
