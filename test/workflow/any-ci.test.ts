import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { manifestOf, root } from '../../scripts/workflow-files.ts';
import { bare, both, type Ci, dotenvOf, runScript } from './other-ci.ts';

/** Tests the parts of examples/any-ci that need only Node and Git; test/e2e/any-ci.test.ts tests all of it. */

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'any-ci-'));
  await cp(join(root, 'examples/any-ci'), place, { recursive: true });
  await mkdir(join(place, 'deploy'));
  await writeFile(
    join(place, 'slipway.yml'),
    `app: shop
images: {shop: {repository: registry.example.com/shop}}
test: {run: exit 3}
environments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}
`,
  );
});
afterEach(() => rm(place, { recursive: true, force: true }));

const cli = { SLIPWAY_CLI: join(root, 'src/slipway.ts') };
const environment = (ci: Ci) => ({ ...bare({ HOME: place }), ...ci.variables('a'.repeat(40), 12), ...cli });

describe('the example for other CIs', () => {
  it('has the same steps for GitLab and Jenkins', () => {
    for (const ci of both) {
      const { check, build, deploy, sweep } = ci.steps({});
      expect(check.script).toEqual(['ci/slipway.sh check']);
      expect(build.script).toEqual(['ci/slipway.sh build']);
      expect(deploy.script).toEqual(['ci/slipway.sh deploy production']);
      expect(deploy.after).toEqual(['ci/slipway.sh rollback production']);
      expect([sweep.script, sweep.after]).toEqual([['ci/slipway.sh sweep production'], []]);
      expect(Object.keys(build.variables)).toEqual(expect.arrayContaining(['SLIPWAY_COMMIT', 'REGISTRY']));
    }
  });

  it('releases nothing by a schedule, which sweeps', async () => {
    const { build, production, sweep } = parse(await readFile(join(place, '.gitlab-ci.yml'), 'utf8'));
    const scheduled = { if: '$CI_PIPELINE_SOURCE == "schedule"' };
    for (const { rules } of [build, production]) expect(rules[0]).toEqual({ ...scheduled, when: 'never' });
    expect(sweep.rules).toEqual([scheduled]);
    const stages = (await readFile(join(place, 'Jenkinsfile'), 'utf8')).split("stage('").slice(1);
    const whens = stages.map(stage => stage.replace(/^(\w+)[\s\S]*?when \{([\s\S]*?)steps[\s\S]*/, '$1$2'));
    expect(whens.map(when => when.replace(/[\s{}]+/g, ' ').trim())).toEqual([
      'Check changeRequest()',
      "Build branch 'main' not expression isTimed()",
      "Sweep branch 'main' expression isTimed()",
      "Production branch 'main' not expression isTimed()",
    ]);
  });

  it('leaves time for the rollback after a deploy that took too long', async () => {
    const { production } = parse(await readFile(join(place, '.gitlab-ci.yml'), 'utf8'));
    const { RUNNER_SCRIPT_TIMEOUT: script, RUNNER_AFTER_SCRIPT_TIMEOUT: after } = production.variables;
    expect([production.timeout, script, after]).toEqual(['2 hours', '90m', '25m']);
    const text = await readFile(join(place, 'Jenkinsfile'), 'utf8');
    expect(text).not.toMatch(/options \{[^}]*timeout\(/);
    expect(text).toMatch(/timeout\(time: 2, unit: 'HOURS'\) \{\s+sh 'ci\/slipway.sh deploy production'\s+\}/);
  });

  it('pins a full commit, and fetches only that', async () => {
    for (const ci of both) expect(ci.steps({}).build.variables.SLIPWAY_COMMIT).toMatch(/^[0-9a-f]{40}$/);
    // A fake of this repository, with a CLI that prints that it was fetched.
    const suite = join(place, 'suite');
    await mkdir(join(suite, 'dist/cli'), { recursive: true });
    await writeFile(
      join(suite, 'dist/cli/index.js'),
      'console.log(`fetched, ${process.argv[2]}`); process.exit(7);\n',
    );
    const git = (...args: string[]) => execFileSync('git', args, { cwd: suite, encoding: 'utf8' }).trim();
    git('init', '--quiet');
    git('add', '--all');
    git('-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', 'commit', '--quiet', '--message=x');
    await writeFile(
      join(place, '.gitconfig'),
      `[url "file://${suite}"]\n\tinsteadOf = https://github.com/slipway/slipway\n[uploadpack]\n\tallowAnySHA1InWant = true\n`,
    );
    const { SLIPWAY_CLI: _, ...env } = environment(both[0] as Ci);
    const run = (commit: string) =>
      runScript(['ci/slipway.sh check'], place, { ...env, SLIPWAY_COMMIT: commit });
    expect(await run(git('rev-parse', 'HEAD'))).toEqual({ code: 7, log: 'fetched, test\n' });
    const other = await run('0'.repeat(40));
    expect([other.code, other.log.includes('fetched')]).toEqual([128, false]);
  });

  it('reads only outputs that the commands have', async () => {
    const known = (await readdir(join(root, 'actions'))).flatMap(name =>
      Object.keys(manifestOf(`$/actions/${name}`)?.outputs ?? {}).map(each =>
        `${name}_${each}`.replaceAll('-', '_').toUpperCase(),
      ),
    );
    const text = await readFile(join(place, 'ci/slipway.sh'), 'utf8');
    const read = [...text.matchAll(/\boutput ([A-Z_]+)/g)].map(([, name]) => name);
    expect(read.length).toBeGreaterThan(5);
    expect(known).toEqual(expect.arrayContaining(read));
  });

  it('refuses an unknown step, and refuses to run outside of both', async () => {
    const other = await runScript(['ci/slipway.sh publish'], place, environment(both[1] as Ci));
    expect([other.code, other.log]).toEqual([
      2,
      'unknown step "publish": choose check, build, deploy, rollback or sweep\n',
    ]);
    const alone = await runScript(['ci/slipway.sh check'], place, { ...bare({ HOME: place }), ...cli });
    expect([alone.code, alone.log]).toEqual([1, expect.stringContaining('neither GitLab CI nor Jenkins')]);
  });
});

describe('with a CLI that only says what it was told,', () => {
  /** Runs a step. @param says the outputs of a command. @returns the commands that ran, and the logins of the last one. */
  async function run(step: string, says: Record<string, string> = {}, more: Record<string, string> = {}) {
    await writeFile(
      join(place, 'cli.cjs'),
      `const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs');
const [command, ...rest] = process.argv.slice(2);
const lines = (JSON.parse(process.env.SAYS)[command] ?? '').split(' ').filter(Boolean);
for (const line of lines) appendFileSync(rest[rest.indexOf('--dotenv') + 1], 'SLIPWAY_' + command.toUpperCase() + '_' + line + '\\n');
const logins = process.env.DOCKER_CONFIG + '/config.json';
if (existsSync(logins)) writeFileSync('logins.json', readFileSync(logins));
console.log(command);
`,
    );
    const env = {
      ...environment(both[0] as Ci),
      SLIPWAY_CLI: join(place, 'cli.cjs'),
      SAYS: JSON.stringify(says),
    };
    const { code, log } = await runScript([`ci/slipway.sh ${step}`], place, { ...env, ...more });
    expect(code, log).toBe(0);
    return log.trim().split('\n');
  }

  it.each([
    [{ deploy: 'STATE=complete' }, ['plan', 'deploy', 'verify']],
    [{ deploy: 'STATE=paused' }, ['plan', 'deploy']],
    [{ deploy: 'STATE=prepared', gate: 'STATE=paused' }, ['plan', 'deploy', 'gate']],
    [{ deploy: 'STATE=prepared', gate: 'STATE=passed' }, ['plan', 'deploy', 'gate', 'promote', 'verify']],
  ])('verifies a release that is not paused: %j', async (says, expected) => {
    expect(await run('deploy production', says)).toEqual(expected);
  });

  it.each([
    ['STATE=idle', ['sweep']],
    ['STATE=complete RELEASE=7', ['sweep', 'verify']],
  ])('verifies what sweep has completed: %s', async (says, expected) => {
    expect(await run('sweep production', { sweep: says })).toEqual(expected);
  });

  it('is logged in when it sweeps or rolls back: the image before may have to prove its signature', async () => {
    const registry = {
      REGISTRY: 'registry.example.com',
      REGISTRY_USER: 'ann',
      REGISTRY_PASSWORD: 'open sesame',
    };
    for (const [step, ran] of [
      ['sweep production', ['sweep']],
      ['rollback production', ['rollback']],
    ] as const) {
      await rm(join(place, 'logins.json'), { force: true });
      await writeFile(join(place, 'slipway.started'), '12\n');
      expect(await run(step, {}, { ...registry, CI_JOB_ID: '12' })).toEqual(ran);
      expect(Object.keys(JSON.parse(await readFile(join(place, 'logins.json'), 'utf8')).auths)).toHaveLength(
        1,
      );
    }
  });

  it.each(['check', 'build'])(
    '%s removes what an earlier run left, which would get into the image',
    async step => {
      const left = ['scan-reports', 'slipway.started', 'summary.md', 'slipway.env'];
      for (const each of left) await writeFile(join(place, each), 'left\n');
      await run(step);
      expect((await readdir(place)).filter(each => left.includes(each)).sort()).toEqual([
        'slipway.env',
        'summary.md',
      ]);
      for (const each of ['slipway.env', 'summary.md'])
        expect(await readFile(join(place, each), 'utf8')).toBe('');
    },
  );

  it.each([
    ['docker.io', 'https://index.docker.io/v1/'],
    ['registry.example.com', 'registry.example.com'],
  ])('logs in to %s by the name that docker looks up', async (registry, key) => {
    await run('build', {}, { REGISTRY: registry, REGISTRY_USER: 'ann', REGISTRY_PASSWORD: 'open sesame' });
    const { auths } = JSON.parse(await readFile(join(place, 'logins.json'), 'utf8'));
    expect(auths).toEqual({ [key]: { auth: Buffer.from('ann:open sesame').toString('base64') } });
  });
});

describe.each(both)('a step in $name', ci => {
  it('has no variables of GitHub in its environment', () => {
    expect(Object.keys(environment(ci)).filter(name => /^(GITHUB|RUNNER|ACTIONS)_/.test(name))).toEqual([]);
  });

  it('that fails ends with 1, stops, and writes outputs and summary', async () => {
    const { code, log } = await runScript(ci.steps({}).build.script, place, environment(ci));
    expect(code, log).toBe(1);
    const env = dotenvOf(place);
    expect(env).toMatchObject({ SLIPWAY_TEST_REASON: 'the command failed with exit code 3' });
    expect(Object.keys(env).every(name => name.startsWith('SLIPWAY_TEST_'))).toBe(true);
    expect(await readFile(join(place, 'summary.md'), 'utf8')).toMatch(/^### ❌ /);
    expect(log).not.toContain('::');
  });

  it('that rolls back does nothing if this run has changed nothing', async () => {
    const rollback = async (env: Record<string, string> = {}) => {
      const { code, log } = await runScript(ci.steps({}).deploy.after, place, { ...environment(ci), ...env });
      return [code, log];
    };
    expect(await rollback()).toEqual([0, '']);
    // Files of another run.
    await writeFile(join(place, 'slipway.started'), 'another\n');
    await writeFile(join(place, 'slipway.env'), 'SLIPWAY_DEPLOY_STATE=complete\nSLIPWAY_DEPLOY_RELEASE=7\n');
    expect(await rollback()).toEqual([0, '']);
    const { CI_JOB_ID, BUILD_TAG } = environment(ci) as Record<string, string>;
    await writeFile(join(place, 'slipway.started'), `${CI_JOB_ID ?? BUILD_TAG}\n`);
    for (const said of [
      'DEPLOY_STATE=refused',
      'DEPLOY_STATE=rolled-back',
      'GATE_STATE=paused',
      'PROMOTE_STATE=needs-action',
      'VERIFY_VERDICT=pass',
      'VERIFY_CAUSE=environment',
    ]) {
      await writeFile(join(place, 'slipway.env'), `SLIPWAY_DEPLOY_RELEASE=7\nSLIPWAY_${said}\n`);
      const [, state] = /STATE=(.*)/.exec(said) ?? [];
      const log =
        state === undefined ? '' : `rollback: nothing to do, because the state of the release is ${state}\n`;
      expect(await rollback(), said).toEqual([0, log]);
    }
    // It rolls back a change of this run; here it fails without access to a cluster.
    await writeFile(join(place, 'slipway.env'), 'SLIPWAY_DEPLOY_STATE=complete\nSLIPWAY_DEPLOY_RELEASE=7\n');
    const [code, log] = await rollback({ KUBECONFIG: join(place, 'nowhere') });
    expect([code, log]).toEqual([1, expect.stringMatching(/^slipway: /m)]);
    expect(dotenvOf(place).SLIPWAY_ROLLBACK_STATE).toBe('refused');
  });
});
