import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readWorkflow, root } from '../../scripts/workflow-files.ts';
import { holds } from './expression.ts';
import { bash } from './steps.ts';

/** The scripts of the small composite actions, with fake programs that record their arguments. */

let folder: string;
const script = (name: string) => readFileSync(join(root, `.github/actions/${name}/${name}.sh`), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-scripts-'));
  mkdirSync(join(folder, 'bin'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, text: string): void {
  const path = join(folder, 'bin', name);
  writeFileSync(path, `#!/bin/bash\n${text}\n`);
  chmodSync(path, 0o755);
}

describe('login', () => {
  const login = (
    env: Record<string, string>,
    docker = 'echo "docker $*, stdin $(cat)"; cp "$DOCKER_CONFIG/config.json" "$RUNNER_TEMP/seen.json"',
  ) => {
    program('docker', docker);
    writeFileSync(join(folder, 'env'), '');
    return bash(script('login'), {
      PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
      HOME: join(folder, 'home'),
      RUNNER_TEMP: folder,
      GITHUB_ENV: join(folder, 'env'),
      GITHUB_ACTOR: 'octocat',
      REGISTRY: 'ghcr.io',
      USERNAME: '',
      PASSWORD: '',
      TOKEN: 'run-token',
      OPTIONAL: 'false',
      ...env,
    });
  };

  it("logs in to GitHub's registry with the run's token, by standard input", () => {
    const { failed, stdout } = login({});
    expect(failed).toBe(false);
    expect(stdout).toBe('docker login --username octocat --password-stdin ghcr.io, stdin run-token\n');
  });

  it('logs in to any registry with a given account', () => {
    const { stdout } = login({ REGISTRY: '127.0.0.1:5000', USERNAME: 'robot', PASSWORD: 'p $x "y"' });
    expect(stdout).toBe('docker login --username robot --password-stdin 127.0.0.1:5000, stdin p $x "y"\n');
  });

  const seen = () => JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8'));
  const exported = () => readFileSync(join(folder, 'env'), 'utf8');

  it('writes no credentials into the home folder, and keeps the builders', () => {
    const home = join(folder, 'home/.docker');
    mkdirSync(join(home, 'cli-plugins'), { recursive: true });
    const before = { auths: { 'quay.io': { auth: 'eDp5' } }, credsStore: 'desktop' };
    writeFileSync(join(home, 'config.json'), JSON.stringify(before));
    expect(login({}).failed).toBe(false);
    const own = join(folder, 'slipway-docker');
    expect(exported()).toBe(`DOCKER_CONFIG=${own}\nBUILDX_CONFIG=${home}/buildx\n`);
    expect(seen()).toEqual({ ...before, credHelpers: { 'ghcr.io': '' } });
    expect(statSync(join(own, 'config.json')).mode & 0o777).toBe(0o600);
    expect(statSync(own).mode & 0o777).toBe(0o700);
    expect(readlinkSync(join(own, 'cli-plugins'))).toBe(join(home, 'cli-plugins'));
    expect(JSON.parse(readFileSync(join(home, 'config.json'), 'utf8'))).toEqual(before);
  });

  it('logs in to a second registry in addition to the first, and keeps the builders of the job', () => {
    const here = { DOCKER_CONFIG: join(folder, 'slipway-docker'), BUILDX_CONFIG: '/builders' };
    const account = { USERNAME: 'robot', PASSWORD: 'x' };
    login({ ...account, BUILDX_CONFIG: '/builders' });
    expect(exported()).toContain('BUILDX_CONFIG=/builders\n');
    login({ ...account, ...here, REGISTRY: 'docker.io' });
    expect(exported()).toBe('');
    expect(seen()).toEqual({ credHelpers: { 'ghcr.io': '', 'https://index.docker.io/v1/': '' } });
  });

  it.each([
    [{ REGISTRY: 'docker.io' }, 'the login to docker.io failed: it has no account. Set `registry-username`'],
    [{ REGISTRY: '123456789012.dkr.ecr.eu-central-1.amazonaws.com' }, '(docs/clouds.md)'],
    [{ REGISTRY: 'europe-west3-docker.pkg.dev' }, '(docs/clouds.md)'],
    [{ REGISTRY: 'acmeshop.azurecr.io' }, '(docs/clouds.md)'],
    [{ REGISTRY: 'ghcr.io.example.com' }, 'it has no account'],
    [{ USERNAME: 'robot' }, 'the login to ghcr.io failed: the password of its account is missing. Pass'],
    [{ REGISTRY: '--config=/x' }, 'is not a host. Write'],
    [{ REGISTRY: 'https://ghcr.io/' }, 'is not a host. Write'],
    [{ USERNAME: '--config', PASSWORD: 'x' }, 'begins with a dash'],
  ])('refuses %o without sending the token', (env, sentence) => {
    const { failed, stdout, outputs } = login(env);
    expect(failed).toBe(true);
    expect(stdout).toContain(sentence);
    expect(outputs.reason).toContain(sentence);
    expect(stdout).not.toContain('docker login');
  });

  /** A PATH with only what every runner has, and these programs. */
  const bare = (...more: string[]) => {
    const programs = ['bash', 'cat', 'cp', 'ln', 'mkdir', 'mv', 'sed', 'tail', 'tr', ...more];
    const place = join(folder, 'bare');
    mkdirSync(place);
    for (const name of programs) {
      const path = (process.env.PATH ?? '').split(':').map(each => join(each, name));
      symlinkSync(path.find(each => existsSync(each)) ?? '', join(place, name));
    }
    return place;
  };

  it('says what to do without docker, in one step and in the workflows', () => {
    const { failed, outputs } = login({ PATH: bare() });
    expect(failed).toBe(true);
    expect(outputs.reason).toBe(
      'the login to ghcr.io failed: docker is not on this runner. Install it, or set `registry` to empty and log in yourself: in the one step by a step before it, in the workflows by .github/slipway/login.',
    );
  });

  describe('security: without jq', () => {
    const without = (config: string, env: Record<string, string> = {}) => {
      mkdirSync(join(folder, 'home/.docker'), { recursive: true });
      writeFileSync(join(folder, 'home/.docker/config.json'), config);
      const { failed } = login({ PATH: `${join(folder, 'bin')}:${bare()}`, ...env });
      expect(failed).toBe(false);
      return readFileSync(join(folder, 'seen.json'), 'utf8');
    };

    it.each(['{}', ' {\n} \n', '{"credsStore": "desktop"}\n', '{\n\t"auths": {\n\t\t"quay.io": {}\n\t}\n}'])(
      'the password does not get into a keychain of the machine: %j',
      config => {
        const before = JSON.parse(config);
        expect(JSON.parse(without(config))).toEqual({ ...before, credHelpers: { 'ghcr.io': '' } });
      },
    );

    it('nor with a file that is empty', () => {
      expect(JSON.parse(without(''))).toEqual({ credHelpers: { 'ghcr.io': '' } });
    });

    // Docker decodes both maps into one, in order, and writes that.
    it('nor with helpers, of which docker takes the last', () => {
      const before = '{"credHelpers":{"ghcr.io":"pass","gcr.io":"gcloud"}';
      expect(without(`${before}}`)).toBe(`${before},"credHelpers":{"ghcr.io":""}}\n`);
    });
  });

  const unauthorized =
    'cat >/dev/null; printf "Error: 100%%0A\\n::set-env name=x::unauthorized\\n" >&2; exit 1';

  it('says why docker refuses the login, on one line', () => {
    const { failed, stdout, outputs } = login({}, unauthorized);
    const reason =
      'the login to ghcr.io failed: Error: 100%0A ::set-env name=x::unauthorized. Check the account and its password.';
    expect(failed).toBe(true);
    expect(outputs).toEqual({ reason });
    expect(stdout).toBe(`::error title=Registry login::${reason.replace('%', '%25')}\n`);
  });

  it('names only the number of the line whose login docker refuses', () => {
    const { stdout, outputs } = login({ REGISTRY: '', FURTHER: 'quay.io acme secret' }, unauthorized);
    expect(outputs.reason).toMatch(/^the login to line 1 of the secret `registry-logins` failed: /);
    expect(stdout).not.toContain('quay.io');
  });

  it('continues without a password if that is allowed, as in a fork', () => {
    const { failed, stdout } = login({ USERNAME: 'robot', OPTIONAL: 'true' });
    expect(failed).toBe(false);
    expect(stdout).toContain('continuing without a login');
    expect(stdout).not.toContain('run-token');
  });

  it('continues without an account if that is allowed, without sending the token', () => {
    const { failed, stdout } = login({ REGISTRY: 'quay.io', OPTIONAL: 'true' });
    expect(failed).toBe(false);
    expect(stdout).toContain('no account for quay.io was given');
    expect(stdout).not.toContain('run-token');
  });

  it('takes lines that end as on Windows', () => {
    const { failed, stdout } = login({ REGISTRY: '', FURTHER: 'quay.io acme secret\r\n\r\n' });
    expect(failed).toBe(false);
    expect(stdout).toBe(
      '::add-mask::secret\ndocker login --username acme --password-stdin quay.io, stdin secret\n',
    );
  });

  describe('with further registries', () => {
    const further = 'docker.io acme p$x "y" z\n\n  quay.io acme+robot secret\n';
    const docker =
      '::add-mask::p$x "y" z\n' +
      'docker login --username acme --password-stdin docker.io, stdin p$x "y" z\n' +
      '::add-mask::secret\n' +
      'docker login --username acme+robot --password-stdin quay.io, stdin secret\n';

    it('logs in to each of them after the first', () => {
      const { failed, stdout } = login({ FURTHER: further });
      expect(failed).toBe(false);
      expect(stdout).toBe(
        `docker login --username octocat --password-stdin ghcr.io, stdin run-token\n${docker}`,
      );
      const helpers = { 'ghcr.io': '', 'https://index.docker.io/v1/': '', 'quay.io': '' };
      expect(seen()).toEqual({ credHelpers: helpers });
    });

    it('masks a password as it is, whatever it means in a workflow command', () => {
      const { stdout } = login({ FURTHER: 'quay.io acme 50%0A::error' });
      expect(stdout).toContain('::add-mask::50%250A::error\n');
    });

    it('logs in to them without a first', () => {
      const { failed, stdout } = login({ REGISTRY: '', FURTHER: further });
      expect(failed).toBe(false);
      expect(stdout).toBe(docker);
      expect(exported().match(/DOCKER_CONFIG/g)).toHaveLength(1);
    });

    it.each(['docker.io  ', 'docker.io acme', 'https://quay.io acme secret', 'quay.io --config secret'])(
      'names only the number of the bad line %o',
      line => {
        const { failed, stdout } = login({ FURTHER: `quay.io acme secret\n${line}` });
        expect(failed).toBe(true);
        expect(stdout).toContain('line 2 of the secret `registry-logins` is not a login');
        expect(stdout.split('::error')[1]).not.toMatch(/acme|secret$/);
      },
    );
  });
});

describe('outcome', () => {
  const outcome = (env: Record<string, string>) =>
    bash(script('outcome'), { RESULTS: 'a=success', ROLLBACK: 'skipped', REASON: '', ...env });

  it('escapes lines and commands in a reason', () => {
    const { outputs, stdout } = outcome({
      RESULTS: 'a=failure',
      REASON: 'bad\noutcome=success\r::set-env name=X::y\n100% sure\n',
    });
    expect(outputs).toEqual({
      outcome: 'failure',
      reason: 'a failed: bad outcome=success ::set-env name=X::y 100% sure',
    });
    expect(stdout).toBe(`::error title=Outcome: failure::${outputs.reason?.replace('%', '%25')}\n`);
  });

  it.each([
    [{}, '::error title=Outcome: failure::a failed: bad'],
    [{ SHOWN: 'failure' }, 'failure: a failed: bad'],
    [{ SHOWN: 'failure', REASON: 'none' }, '::error title=Outcome: failure::a failed'],
    [
      { SHOWN: 'failure', ROLLBACK: 'success' },
      '::error title=Outcome: rolled-back::a failed: bad; the baseline is live again',
    ],
    [{ SHOWN: 'any', ROLLBACK: 'success' }, 'rolled-back: a failed: bad; the baseline is live again'],
    [
      { SHOWN: 'any', RESULTS: 'a=cancelled', REASON: 'none' },
      '::error title=Outcome: cancelled::a was cancelled',
    ],
  ])('annotates what no step of the job has: %o', (env, line) => {
    const { stdout, failed } = outcome({ RESULTS: 'a=failure', REASON: 'bad', ...env });
    expect(stdout).toBe(`${line}\n`);
    expect(failed).toBe(true);
  });

  it('shows once that a rollout is paused', () => {
    const paused = { ROLLBACK: 'paused', REASON: 'it bakes' };
    expect(outcome(paused)).toMatchObject({
      failed: false,
      stdout: '::notice title=Outcome: paused::it bakes\n',
    });
    expect(outcome({ ...paused, SHOWN: 'any' })).toMatchObject({
      failed: false,
      stdout: 'paused: it bakes\n',
    });
  });

  it.each(['rolled-back', 'needs-action'])(
    'passes on how a job ended that has concluded itself: %s',
    ended => {
      const reason = 'gate failed: bad; this is how it ended';
      const of = (REASON: string) => outcome({ RESULTS: `a=success b=${ended} c=skipped`, REASON });
      expect(of(reason)).toMatchObject({ failed: true, outputs: { outcome: ended, reason } });
      expect(of('none').outputs).toEqual({ outcome: ended, reason: `b ended as ${ended}` });
    },
  );

  it('does not treat an unknown result as success', () => {
    expect(outcome({ RESULTS: 'a=' }).outputs.outcome).toBe('failure');
    expect(outcome({ RESULTS: 'a=success b=skipped' }).outputs).toEqual({
      outcome: 'failure',
      reason: 'b did not run',
    });
  });

  it('reports no reasons after success', () => {
    expect(outcome({ REASON: 'none\n\nnone\n' })).toMatchObject({
      failed: false,
      outputs: { outcome: 'success', reason: 'none' },
    });
  });
});

describe('the example preview.yml', () => {
  const scriptOf = (job: string, name: string) =>
    readWorkflow('examples/workflows/preview.yml').jobs[job]?.steps?.find(each => each.name === name)?.run ??
    '';

  it('makes the namespace of the pull request, and writes it into slipway.yml and the manifests', () => {
    program('kubectl', 'echo "kubectl $*" >>"$LOG"; cat >>"$LOG"');
    const log = join(folder, 'log');
    const manifests = join(folder, 'deploy/preview');
    mkdirSync(manifests, { recursive: true });
    writeFileSync(join(folder, 'preview.slipway.yml'), 'namespace: preview-0\nnext: preview-01\n');
    writeFileSync(join(manifests, 'route.yaml'), 'host: preview-0.example.com\n');
    const { failed } = bash(`cd "$PLACE"\n${scriptOf('release', 'Prepare the namespace')}`, {
      ...{ PATH: `${join(folder, 'bin')}:${process.env.PATH}`, LOG: log, PLACE: folder },
      ...{ NAMESPACE: 'preview-12', GITHUB_REPOSITORY_ID: '77' },
    });
    expect(failed).toBe(false);
    const read = (path: string) => readFileSync(join(folder, path), 'utf8');
    expect(read('preview.slipway.yml')).toBe('namespace: preview-12\nnext: preview-01\n');
    expect(read('deploy/preview/route.yaml')).toBe('host: preview-12.example.com\n');
    const [command, ...object] = readFileSync(log, 'utf8').split('\n');
    expect(command).toBe('kubectl apply --filename -');
    expect(parse(object.join('\n'))).toEqual({
      ...{ apiVersion: 'v1', kind: 'Namespace' },
      metadata: { name: 'preview-12', labels: { 'preview-of': '77' } },
    });
  });

  /** Runs the script of the schedule. @returns the namespaces that it deletes. */
  const cleaned = (namespaces: string[], states: Record<string, string>) => {
    const log = join(folder, 'log');
    writeFileSync(log, '');
    writeFileSync(join(folder, 'namespaces'), namespaces.map(name => `namespace/${name}\n`).join(''));
    for (const [number, state] of Object.entries(states)) writeFileSync(join(folder, number), `${state}\n`);
    program(
      'kubectl',
      'if [ "$1" = get ]; then [ "$4" = preview-of=77 ] && cat "$PLACE/namespaces"; else echo "$*" >>"$LOG"; fi',
    );
    program('gh', '[[ $2 = repos/acme/shop/pulls/* ]] && cat "$PLACE/${2##*/}"');
    const { failed } = bash(scriptOf('delete', 'Delete the namespaces of closed pull requests'), {
      ...{ PATH: `${join(folder, 'bin')}:${process.env.PATH}`, LOG: log, PLACE: folder },
      ...{ GITHUB_REPOSITORY: 'acme/shop', GITHUB_REPOSITORY_ID: '77' },
    });
    return { failed, deleted: readFileSync(log, 'utf8').trim() };
  };

  it('deletes the namespaces of closed pull requests, such as those with a merge conflict', () => {
    const states = { 7: 'closed', 8: 'open', 9: 'closed' };
    const deleted = 'delete namespace preview-7 preview-9 --ignore-not-found';
    expect(cleaned(['preview-7', 'preview-8', 'preview-9'], states)).toEqual({ failed: false, deleted });
    expect(cleaned(['preview-8'], { 8: 'open' })).toEqual({ failed: false, deleted: '' });
    expect(cleaned([], {})).toEqual({ failed: false, deleted: '' });
  });

  it('deletes nothing if GitHub does not answer', () => {
    expect(cleaned(['preview-7', 'preview-8'], { 7: 'closed' })).toEqual({ failed: true, deleted: '' });
  });

  it('security: asks only about namespaces that are named as it names them', () => {
    const others = ['shop', 'preview-', 'preview-0', 'preview-07', 'preview-7-db', 'xpreview-7'];
    const names = [...others, 'preview-7 shop', '* preview-7', 'preview-7/../8'];
    expect(cleaned(names, { 7: 'closed', 8: 'closed' })).toEqual({ failed: false, deleted: '' });
  });

  it.each([
    ['a pull request that is opened', { action: 'opened', from: 'acme/shop' }, ['release']],
    ['a pull request that is closed', { action: 'closed', from: 'acme/shop' }, ['delete']],
    ['a pull request of a fork that is opened', { action: 'opened', from: 'eve/shop' }, []],
    ['a pull request of a fork that is closed', { action: 'closed', from: 'eve/shop' }, []],
    ['a schedule', undefined, ['delete']],
  ])('does for %s only what it should', (_, pull, expected) => {
    const event = pull && {
      action: pull.action,
      pull_request: { head: { repo: { full_name: pull.from } } },
    };
    const name = event ? 'pull_request' : 'schedule';
    const github = { repository: 'acme/shop', event_name: name, event: event ?? {} };
    const { jobs } = readWorkflow('examples/workflows/preview.yml');
    const scope = { contexts: { github }, functions: { success: () => true } };
    const running = Object.entries(jobs).filter(([, job]) => holds(job.if, scope));
    expect(running.map(([name]) => name)).toEqual(expected);
    const deletes = (jobs.delete?.steps ?? []).filter(
      ({ name = '', if: condition }) => /^Delete/.test(name) && holds(condition, scope),
    );
    expect(deletes.map(({ name }) => name)).toEqual([
      pull ? 'Delete the namespace' : 'Delete the namespaces of closed pull requests',
    ]);
  });
});
