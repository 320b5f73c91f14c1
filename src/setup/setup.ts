import { join } from 'node:path';
import { parseConfig } from '../config/contents.ts';
import { configFor, environmentOf } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { validate } from '../plan/coverage.ts';
import { UserError, userErrorOf } from '../toolkit/errors.ts';
import { textsIn } from '../toolkit/map.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import { withChartHooks } from '../workloads/chart-hooks.ts';
import { newGitignore } from './application.ts';
import { notesOnControllers } from './controllers.ts';
import { imageWrapperFor } from './image-wrapper.ts';
import { pathOfDockerfile } from './images.ts';
import { newConfiguration, type SetupRequest } from './new-configuration.ts';
import { inFolder, type NextCommands, secretCommands } from './next.ts';
import { configOption } from './quoting.ts';
import { labelOf, type Repository, remoteOf } from './repository.ts';
import { roleFileFor, roleText, usersOf } from './roles.ts';
import { type LanguageSetup, languageSetupFor } from './setup-action.ts';
import { testsOf } from './tests.ts';
import { commitsOf, gitOpsSecret, noCommit, publishes, wrapperIn, wrappersFor } from './wrappers.ts';

/** The files that a repository needs for its first release. */
export interface Setup {
  /** By their paths, in the order in which they are read. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that exist already. */
  readonly kept: readonly string[];
  readonly notes: readonly string[];
  readonly next: NextCommands;
}

/**
 * Returns the files for the first release of a repository. Nothing is written.
 * @throws UserError when it holds too little to begin with.
 */
export async function setUp(repository: Repository, request: SetupRequest): Promise<Setup> {
  const { environment, code } = request;
  // A folder of a larger repository has its own name.
  const named = remoteOf(repository.remote)?.name ?? request.image.split('/').at(-1);
  const app = labelOf((repository.prefix === '' && named) || repository.name);
  const existing = repository.texts.get('slipway.yml');
  if (existing === undefined && repository.paths.includes('slipway.yml'))
    throw new UserError(
      'slipway.yml cannot be read: it is too large, or a symlink that points outside the repository',
      'replace it with a file, then run slipway init again',
    );
  const made = existing === undefined ? await newConfiguration(repository, request, app) : undefined;
  const text = existing ?? made?.text ?? '';
  const config = parseConfig(text, 'slipway.yml');
  if (Object.keys(config.environments).length === 0) return setUpImages(repository, request, config);
  const written = environmentOf(config, environment);
  const { environment: place, manifests } =
    made === undefined
      ? await request.load(config)
      : { environment: withChartHooks(written, made.hooks), manifests: made.manifests };
  const gitops = place.delivery?.gitops;
  const notes = [
    ...(made?.notes ?? []),
    ...(made === undefined || gitops !== undefined ? [] : notesOnControllers(repository)),
  ];
  if (repository.unread > 0)
    notes.push(`the repository is large, so ${repository.unread} files deep in it were not read`);
  // The manifests of a controller may be anywhere.
  const refusal = await userErrorOf(async () =>
    gitops === undefined ? validate(configFor(config, written), place, manifests) : undefined,
  );
  if (refusal instanceof UserError) notes.push(`slipway plan refuses this: ${refusal.sentence}`);
  const images = Object.values(config.images);
  const languages = languagesOfTests(repository, config);
  const wrappers = wrappersFor(repository, {
    app: config.app,
    environment,
    code,
    image: images[0]?.repository ?? '',
    isSetUp: languages.isUsed,
    commits: gitops && commitsOf(gitops, repository.remote),
  });
  notes.push(...notesOnCommit(code));
  const roleFile = roleFileFor(environment, repository);
  const roles = roleText(
    config.app,
    environment,
    place,
    gitops === undefined ? manifests : [],
    'slipway',
    usersOf(place, environment, repository),
  );
  if (roles.guessed.length > 0)
    notes.push(
      `compare the resources of ${roles.guessed.join(', ')} in ${roleFile} with \`kubectl api-resources\``,
    );
  const exists = (path: string) => repository.paths.includes(path);
  const needsGitignore = repository.prefix === '' && !exists('.gitignore');
  const files = new Map([
    ['slipway.yml', text],
    ...(made?.files ?? []),
    ...(needsGitignore ? ([['.gitignore', newGitignore]] as const) : []),
    ...wrappers.files,
    ...languages.files,
    [roleFile, roles.text],
  ]);
  const at = configOption(join(request.folder, 'slipway.yml'));
  const fresh = [...files].filter(([path]) => !exists(path));
  return {
    files: new Map(fresh),
    kept: [
      ...[...files.keys()].filter(exists),
      ...images.map(pathOfDockerfile).filter(exists),
      ...place.manifests
        .map(each => (typeof each === 'string' ? each : each.helm))
        .filter(path => !path.startsWith('oci://') && !fresh.some(([each]) => each.startsWith(path))),
      ...wrappers.kept,
    ],
    notes,
    next: {
      first: (made?.first ?? []).map(each => inFolder(request.folder, each)),
      plan: `slipway plan${at}`,
      cluster: textsIn([
        `kubectl create namespace ${shellWord(place.namespace)}`,
        `kubectl apply --filename ${shellWord(join(request.folder, roleFile))}`,
        ...(made?.secret ? secretCommands(made.secret, place.namespace) : []),
        made?.pulls && `# a private ${made.pulls} needs a login to pull: docs/quick-start.md of Slipway`,
        wrappers.needsToken &&
          `# keep a token for the repository of \`delivery\` in the secret ${gitOpsSecret}: docs/gitops.md of Slipway`,
        place.cluster === undefined && '# let GitHub reach the cluster: docs/cluster.md of Slipway',
      ]),
      doctor: `slipway doctor${environment === 'production' ? '' : ` --environment ${shellWord(environment)}`}${at}`,
    },
  };
}

/** Returns the language setup that the tests need. */
function languagesOfTests(repository: Repository, { test, images }: Config): LanguageSetup {
  const contexts = Object.values(images).map(({ context }) => context ?? '.');
  const isCalled = wrapperIn(repository, publishes) !== undefined;
  return languageSetupFor(repository, test === undefined ? [] : testsOf(repository, contexts), isCalled);
}

/** Returns the files for a repository that publishes images and releases none. */
function setUpImages(repository: Repository, { folder, code }: SetupRequest, config: Config): Setup {
  const wrapper = imageWrapperFor(repository, config, code);
  const at = configOption(join(folder, 'slipway.yml'));
  const dockerfiles = Object.values(config.images).map(pathOfDockerfile);
  return {
    files: new Map([...wrapper.files, ...languagesOfTests(repository, config).files]),
    kept: [
      ...['slipway.yml', ...dockerfiles].filter(path => repository.paths.includes(path)),
      ...wrapper.kept,
    ],
    notes: notesOnCommit(code),
    next: { first: [], plan: `slipway plan${at}`, cluster: [], doctor: `slipway doctor${at}` },
  };
}

const notesOnCommit = ({ commit }: SetupRequest['code']): string[] =>
  commit === undefined
    ? [
        `the commit of this Slipway is not known, so the workflows name ${noCommit}: write the commit of a release there`,
      ]
    : [];
