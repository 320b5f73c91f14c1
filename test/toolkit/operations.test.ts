import { afterEach, expect, it } from 'vitest';
import { againWith, howToRun, setCommandFlags } from '../../src/toolkit/operations.ts';

const github = { GITHUB_RUN_ID: '7', GITHUB_REPOSITORY: 'acme/shop' };
const gitlab = { GITLAB_CI: 'true', CI_JOB_ID: '7' };

it.each([
  ['sweep', github, 'run the workflow sweep.yml'],
  ['status', github, 'run the workflow status.yml'],
  ['rollback', github, 'run the workflow rollback.yml with `operation: rollback`'],
  [
    ['resume', 'rollback'],
    github,
    'run the workflow rollback.yml with `operation: resume`, or with `operation: rollback`',
  ],
  ['sweep', gitlab, 'run `slipway sweep`'],
  ['rollback', {}, 'run `slipway rollback`'],
  [['approve', 'rollback'], gitlab, 'run `slipway gate --approve && slipway promote`, or `slipway rollback`'],
] as const)('a remedy for %j names what its CI has', (operations, env, said) => {
  expect(howToRun(operations, undefined, env)).toBe(said);
});

it('names the release that may be continued, but none for a rollback, which is of whatever is under way', () => {
  expect(howToRun(['resume', 'approve', 'rollback'], 7, github)).toBe(
    'run the workflow rollback.yml with `operation: resume` and `release: 7`, with `operation: approve` and `release: 7`, or with `operation: rollback`',
  );
  expect(howToRun(['approve', 'rollback'], 7, {})).toBe(
    'run `slipway gate --approve --release 7 && slipway promote --release 7`, or `slipway rollback`',
  );
});

it.each([
  [github, 'set `to-release` to 1'],
  [gitlab, 'run again with `--to-release 1`'],
  [{}, 'run again with `--to-release 1`'],
])('one more input is a flag of the CLI outside of GitHub', (env, said) => {
  expect(againWith('to-release', 1, env)).toBe(said);
});

afterEach(() => setCommandFlags({}));

it('the commands can be pasted: they name the environment and slipway.yml', () => {
  setCommandFlags({ environment: 'production', config: 'slipway.yml', 'kube-context': '' });
  expect(howToRun('resume', undefined, {})).toBe(
    'run `slipway gate --environment production && slipway promote --environment production`',
  );
  setCommandFlags({ environment: 'production', config: "it's/slipway.yml", 'kube-context': 'eu' });
  expect(howToRun('rollback', undefined, {})).toBe(
    `run \`slipway rollback --environment production --config 'it'\\''s/slipway.yml' --kube-context eu\``,
  );
});
