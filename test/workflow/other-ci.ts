import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../scripts/workflow-files.ts';

/** Simulates GitLab's runner and Jenkins for examples/any-ci: the scripts that they run, and the variables that they set. */

export interface Job {
  readonly name: string;
  readonly script: readonly string[];
  /** Runs regardless of the result of the script. */
  readonly after: readonly string[];
  /** Variables of this job, in addition to those of the CI system. */
  readonly variables: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  readonly log: string;
}

const example = (name: string) => readFileSync(join(root, 'examples/any-ci', name), 'utf8');
const listOf = (value: unknown): string[] => [value ?? []].flat().map(String);

/** Returns the jobs of .gitlab-ci.yml, with `$NAME` expanded as GitLab does. */
export function gitLabJobs(variables: Readonly<Record<string, string>>): Record<string, Job> {
  const {
    stages,
    variables: own,
    workflow,
    ...jobs
  } = parse(example('.gitlab-ci.yml')) as Record<string, Record<string, unknown>>;
  if (!Array.isArray(stages) || workflow === undefined)
    throw new Error('the example .gitlab-ci.yml has no stages or no workflow');
  const expanded = Object.entries(own ?? {}).map(([name, value]) => [
    name,
    String(value).replace(/\$(\w+)/g, (_, other: string) => variables[other] ?? ''),
  ]);
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      {
        name,
        script: listOf(job.script),
        after: listOf(job.after_script),
        variables: Object.fromEntries(expanded),
      },
    ]),
  );
}

/** Returns the stages of the Jenkinsfile: the scripts of their `sh` steps, and of their `post` blocks. */
export function jenkinsStages(): Record<string, Job> {
  const text = example('Jenkinsfile').replace(/^\s*\/\/.*$/gm, '');
  const block = /environment \{([^}]*)\}/.exec(text)?.[1] ?? '';
  const variables = Object.fromEntries(
    [...block.matchAll(/(\w+) = '([^']*)'/g)].map(([, name, value]) => [name, value]),
  );
  const shells = (part: string) => [...part.matchAll(/\bsh '([^']+)'/g)].map(match => match[1] ?? '');
  const stages = text.split(/\bstage\('/).slice(1);
  return Object.fromEntries(
    stages.map(stage => {
      const name = stage.slice(0, stage.indexOf("'"));
      // The last stage is followed by the `post` block of the pipeline.
      const [steps = '', after = ''] = stage.split(/\n {6}post \{/);
      const own = after.split(/\n {2}post \{/)[0] ?? '';
      return [
        name,
        { name, script: shells(steps.split(/\n {2}post \{/)[0] ?? ''), after: shells(own), variables },
      ];
    }),
  );
}

/** Returns the environment that both need, without other variables of this machine. */
export function bare(env: Readonly<Record<string, string>>): Record<string, string> {
  const kept = ['PATH', 'TMPDIR', 'BUILDX_BUILDER', 'BUILDX_CONFIG'];
  return {
    ...Object.fromEntries(kept.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : []))),
    SLIPWAY_CLI: process.env.SLIPWAY_CLI ?? join(root, 'dist/cli/index.js'),
    TRIVY_DATABASE: process.env.SLIPWAY_TRIVY_DB ?? '',
    ...env,
  };
}

/** Runs the lines of a script in one shell, as both do. Sends SIGKILL to its process group as soon as the log matches `kill`. */
export function runScript(
  lines: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  kill?: RegExp,
): Promise<Ended> {
  const child = spawn('bash', ['-e', '-c', lines.join('\n')], { cwd, env, detached: true });
  let log = '';
  const read = (chunk: Buffer) => {
    log += chunk;
    if (kill?.test(log) && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve({ code, log }));
  });
}

/** Returns the variables that GitLab reads from a dotenv report. */
export function dotenvOf(folder: string): Record<string, string> {
  const path = join(folder, 'slipway.env');
  if (!existsSync(path)) return {};
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return Object.fromEntries(
    lines.map(line => {
      const found = /^([A-Za-z0-9_]+)=(.*)$/.exec(line);
      if (found === null) throw new Error(`GitLab refuses this line: ${line}`);
      return [found[1] ?? '', found[2] ?? ''];
    }),
  );
}

/** Returns the variables that GitLab sets for a job of the default branch. */
export const gitLabVariables = (revision: string, job: number): Record<string, string> => ({
  CI: 'true',
  GITLAB_CI: 'true',
  CI_SERVER_URL: 'https://gitlab.example.com',
  CI_PROJECT_PATH: 'acme/shop',
  CI_PROJECT_URL: 'https://gitlab.example.com/acme/shop',
  CI_DEFAULT_BRANCH: 'main',
  CI_PIPELINE_ID: '123',
  CI_PIPELINE_SOURCE: 'push',
  CI_JOB_ID: String(job),
  CI_JOB_URL: `https://gitlab.example.com/acme/shop/-/jobs/${job}`,
  CI_COMMIT_SHA: revision,
  CI_COMMIT_SHORT_SHA: revision.slice(0, 8),
  CI_COMMIT_BRANCH: 'main',
  CI_COMMIT_REF_NAME: 'main',
  GITLAB_USER_LOGIN: 'ann',
});

/** Returns the variables that GitLab sets for a job of a merge request, whose pipeline has no branch. */
export function gitLabRequest(revision: string, job: number): Record<string, string> {
  const { CI_COMMIT_BRANCH, ...others } = gitLabVariables(revision, job);
  return {
    ...others,
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_COMMIT_REF_NAME: 'fix/login',
    CI_MERGE_REQUEST_IID: '12',
    CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'fix/login',
    CI_MERGE_REQUEST_TARGET_BRANCH_NAME: CI_COMMIT_BRANCH ?? '',
  };
}

/** Returns the variables that Jenkins sets for a build of a multibranch pipeline. */
export const jenkinsVariables = (revision: string, build: number): Record<string, string> => ({
  CI: 'true',
  JENKINS_URL: 'https://jenkins.example.com/',
  BUILD_NUMBER: String(build),
  BUILD_ID: String(build),
  BUILD_TAG: `jenkins-acme-shop-main-${build}`,
  BUILD_URL: `https://jenkins.example.com/job/acme/job/shop/job/main/${build}/`,
  JOB_NAME: 'acme/shop/main',
  BRANCH_NAME: 'main',
  BRANCH_IS_PRIMARY: 'true',
  GIT_COMMIT: revision,
  GIT_BRANCH: 'main',
  GIT_URL: 'https://git.example.com/acme/shop.git',
});

/** Returns the variables that Jenkins sets for a build of a pull request. */
export function jenkinsRequest(revision: string, build: number): Record<string, string> {
  const { BRANCH_IS_PRIMARY, ...others } = jenkinsVariables(revision, build);
  return { ...others, BRANCH_NAME: 'PR-12', GIT_BRANCH: 'PR-12', CHANGE_ID: '12', CHANGE_TARGET: 'main' };
}

/** Account of a registry. */
export const account = { REGISTRY_USER: 'robot$push', REGISTRY_PASSWORD: 'open sesame' };

/** One of the two CI systems. */
export interface Ci {
  readonly name: string;
  /** Returns the variables of a run for a branch; `request`: for a merge or pull request. */
  variables(revision: string, number: number): Record<string, string>;
  request(revision: string, number: number): Record<string, string>;
  /** Returns the scripts and variables of each step. */
  steps(
    env: Record<string, string>,
  ): Record<'check' | 'build' | 'deploy' | 'sweep', ReturnType<typeof jenkinsStages>[string]>;
  /** Returns the variables with the account of a registry. */
  login(host: string): Record<string, string>;
  /** Whether each job starts with a new checkout and the variables of previous jobs. */
  readonly fresh: boolean;
  /** Returns how a release record identifies the run. */
  by(number: number): string;
}

export const both: Ci[] = [
  {
    name: 'GitLab',
    variables: gitLabVariables,
    request: gitLabRequest,
    steps: env => {
      const { check, build, production, sweep } = gitLabJobs(env);
      if (!check || !build || !production || !sweep) throw new Error('a job is missing');
      return { check, build, deploy: production, sweep };
    },
    login: host => ({
      CI_REGISTRY: host,
      CI_REGISTRY_USER: account.REGISTRY_USER,
      CI_REGISTRY_PASSWORD: account.REGISTRY_PASSWORD,
    }),
    fresh: true,
    by: number => `job ${number} of pipeline 123 of acme/shop`,
  },
  {
    name: 'Jenkins',
    variables: jenkinsVariables,
    request: jenkinsRequest,
    steps: () => {
      const { Check, Build, Production, Sweep } = jenkinsStages();
      if (!Check || !Build || !Production || !Sweep) throw new Error('a stage is missing');
      return { check: Check, build: Build, deploy: Production, sweep: Sweep };
    },
    login: host => ({ REGISTRY: host, ...account }),
    fresh: false,
    by: number => `build ${number} of acme/shop/main`,
  },
];
