import { dirname, join } from 'node:path';
import type { Manifest } from '../cluster/manifests.ts';
import { configFor, environmentOf, loadConfig } from '../config/load.ts';
import type { Config, Environment } from '../config/types.ts';
import { validate } from '../plan/coverage.ts';
import { UserError, userErrorOf } from '../toolkit/errors.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import { withoutPasswords } from '../toolkit/url-passwords.ts';
import { pathOfDockerfile } from './images.ts';
import { configOption } from './quoting.ts';
import type { Repository } from './repository.ts';
import { loginIn, wrapperProblems } from './wrappers.ts';

/** One step on the way to a first release. */
export interface SetupStep {
  readonly step: string;
  /** `unknown` where it could not be looked at. */
  readonly state: 'there' | 'missing' | 'unknown';
  readonly detail: string;
  /** What to do; empty where nothing is missing. */
  readonly command: string;
}

/** What the steps about the cluster need. */
export interface Diagnosed {
  /** With the hooks of its charts. */
  readonly environment: Environment;
  readonly manifests: Manifest[];
}

/** Loads the manifests of an environment as a release does. */
export type ManifestLoader = (config: Config) => Promise<Diagnosed>;

const stepIn =
  (state: SetupStep['state']) =>
  (step: string, detail: string, command = ''): SetupStep => ({ step, state, detail, command });
export const [there, missing, unknown] = [stepIn('there'), stepIn('missing'), stepIn('unknown')];

/**
 * Examines the files of the repository.
 * @param path of slipway.yml.
 * @param name of the environment.
 * @param load loads its manifests.
 * @returns also what the cluster can be compared with: undefined when slipway.yml or the manifests are not valid; and whether there is
 * an environment to release to.
 */
export async function diagnoseRepository(
  repository: Repository,
  path: string,
  name: string,
  load: ManifestLoader,
): Promise<{ steps: SetupStep[]; found: Diagnosed | undefined; isReleased: boolean }> {
  const init = [
    'slipway init',
    ...(dirname(path) === '.' ? [] : [`--folder ${shellWord(dirname(path))}`]),
    ...(name === 'production' ? [] : [`--environment ${shellWord(name)}`]),
  ].join(' ');
  const loaded = await userErrorOf(async () => {
    const config = await loadConfig(path);
    const isReleased = Object.keys(config.environments).length > 0;
    return { config, environment: isReleased ? environmentOf(config, name) : undefined };
  });
  if (loaded instanceof UserError) {
    const absent = !repository.paths.includes('slipway.yml') && loaded.message.endsWith('does not exist');
    const inner = repository.paths.filter(each => each.endsWith('/slipway.yml'));
    const others = inner.map(each => `slipway doctor${configOption(join(dirname(path), each))}`);
    const command = !absent ? `correct it: ${loaded.remedy}` : others.join(' && ') || init;
    const later = ['Dockerfile', 'manifests'].map(step => unknown(step, 'slipway.yml names it'));
    const steps = [
      missing('slipway.yml', loaded.message, command),
      ...later,
      ...aroundIt(repository, init, true),
    ];
    return { steps, found: undefined, isReleased: true };
  }
  const { config, environment } = loaded;
  if (environment === undefined) {
    const head = there('slipway.yml', 'valid; it has no environments, so images are built but not released');
    const steps = [head, dockerfiles(config, repository), ...aroundIt(repository, init, false)];
    return { steps, found: undefined, isReleased: false };
  }
  const { kind, name: workload } = environment.workload;
  const delivered = environment.delivery !== undefined;
  const found = await userErrorOf(async () => {
    const read = await load(config);
    if (!delivered) validate(configFor(config, environment), read.environment, read.manifests);
    return read;
  });
  const refused = found instanceof UserError;
  const steps = [
    there('slipway.yml', `valid, with the environment ${name}`),
    dockerfiles(config, repository),
    refused
      ? missing('manifests', found.message, `correct them: ${found.remedy}`)
      : there(
          'manifests',
          delivered
            ? 'the controller of `delivery` applies them'
            : `they hold ${kind}/${workload} and every image`,
        ),
    ...aroundIt(repository, init, true),
    ...login(environment, repository),
  ];
  return { steps, found: refused ? undefined : found, isReleased: true };
}

function dockerfiles({ images }: Config, { paths }: Repository): SetupStep {
  const files = Object.values(images).map(pathOfDockerfile);
  const absent = files.filter(file => !paths.includes(file));
  return absent.length === 0
    ? there('Dockerfile', files.join(', '))
    : missing(
        'Dockerfile',
        `${absent.join(', ')} does not exist`,
        `write it, or correct \`context\` and \`dockerfile\` in slipway.yml`,
      );
}

/** How the workflow logs in to the cluster. A service account of the runner's pod needs no step, so none is never sure to be missing. */
function login({ cluster }: Environment, repository: Repository): SetupStep[] {
  const workflow = loginIn(repository);
  if (workflow === undefined) return [];
  if (cluster !== undefined) return [there('login', "GitHub's OIDC token, through `cluster` in slipway.yml")];
  return [
    workflow.found
      ? there('login', `${workflow.path} logs in to the cluster`)
      : unknown(
          'login',
          `no login to the cluster was found: slipway.yml has no \`cluster\`, and ${workflow.path} has neither a kubeconfig nor a login step`,
          "add one of them (docs/cluster.md of Slipway), unless the ServiceAccount of the runner's pod has the permissions",
        ),
  ];
}

/** What does not depend on slipway.yml. */
function aroundIt(repository: Repository, init: string, isReleased: boolean): SetupStep[] {
  const { missing: absent, unpinned, isAny } = wrapperProblems(repository, isReleased);
  return [
    absent.length === 0
      ? there('workflows', isReleased ? 'release, pull request and rollback' : 'they push the images')
      : missing('workflows', `nothing in .github/workflows does the work of ${absent.join(', ')}`, init),
    !isAny
      ? unknown('commit', 'no workflow calls Slipway yet')
      : unpinned.length === 0
        ? there('commit', 'the workflows name a commit of Slipway')
        : missing(
            'commit',
            `no commit of Slipway stands in ${unpinned.join(', ')}`,
            'write the full commit of a release of Slipway after the @',
          ),
    repository.remote === undefined
      ? missing(
          'git remote',
          'git has no remote `origin`',
          'git remote add origin git@github.com:OWNER/NAME.git',
        )
      : there('git remote', withoutPasswords(repository.remote)),
  ];
}
