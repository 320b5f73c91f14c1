import { join } from 'node:path';
import { type Manifest, parseManifests } from '../cluster/manifests.ts';
import { parseConfig } from '../config/contents.ts';
import { configFor, environmentOf } from '../config/load.ts';
import { parseRepository } from '../image/reference.ts';
import { validate } from '../plan/coverage.ts';
import { UserError, userErrorOf } from '../toolkit/errors.ts';
import { textsIn } from '../toolkit/map.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import { withChartHooks } from '../workloads/chart-hooks.ts';
import { dockerfilesFor, newGitignore, newManifests, type Part, partOf, type Wishes } from './application.ts';
import { configurationText, type NewConfiguration } from './configuration.ts';
import { notesOnControllers } from './controllers.ts';
import type { ManifestLoader } from './diagnosis.ts';
import {
  type Buildable,
  buildablesOf,
  buildNotes,
  imageOfRemote,
  imageRepositoryOf,
  pathOfDockerfile,
} from './images.ts';
import { type FoundManifests, findManifests, type ManifestsTarget, namespaceOf } from './manifests.ts';
import { inFolder, type NextCommands, secretCommands } from './next.ts';
import { configOption } from './quoting.ts';
import { labelOf, type Repository, remoteOf } from './repository.ts';
import { roleFileFor, roleText, usersOf } from './roles.ts';
import { testsOf } from './tests.ts';
import { choose, matchImages, matchNames, type NamedImage, repositoriesIn } from './workloads.ts';
import { noCommit, type WrapperSettings, wrappersFor } from './wrappers.ts';

/** What `init` is asked for. */
export interface SetupRequest extends Wishes, Omit<ManifestsTarget, 'app'> {
  /** Empty for that of the git remote. */
  readonly image: string;
  /** The folder of the repository as it was named. */
  readonly folder: string;
  readonly code: WrapperSettings['code'];
  /** Loads the manifests that an existing slipway.yml names. */
  readonly load: ManifestLoader;
}

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
  const remote = repository.prefix === '' ? remoteOf(repository.remote)?.name : undefined;
  const app = labelOf(remote ?? repository.name);
  const existing = repository.texts.get('slipway.yml');
  if (existing === undefined && repository.paths.includes('slipway.yml'))
    throw new UserError(
      'slipway.yml cannot be read: it is too large, or a symlink that points outside the repository',
      'replace it with a file, then run slipway init again',
    );
  const made = existing === undefined ? await newConfiguration(repository, request, app) : undefined;
  const text = existing ?? made?.text ?? '';
  const config = parseConfig(text, 'slipway.yml');
  const written = environmentOf(config, environment);
  const { environment: place, manifests } =
    made === undefined
      ? await request.load(config)
      : { environment: withChartHooks(written, made.hooks), manifests: made.manifests };
  const notes = [...(made?.notes ?? []), ...(made === undefined ? [] : notesOnControllers(repository))];
  if (repository.unread > 0)
    notes.push(`the repository is large, so ${repository.unread} files deep in it were not read`);
  const refusal = await userErrorOf(async () => validate(configFor(config, written), place, manifests));
  if (refusal instanceof UserError) notes.push(`slipway plan refuses this: ${refusal.sentence}`);
  const images = Object.values(config.images);
  const wrappers = wrappersFor(repository, {
    app: config.app,
    environment,
    code,
    image: images[0]?.repository ?? '',
  });
  if (code.commit === undefined)
    notes.push(
      `the commit of this Slipway is not known, so the workflows name ${noCommit}: write the commit of a release there`,
    );
  const roleFile = roleFileFor(environment, repository);
  const roles = roleText(
    config.app,
    environment,
    place,
    manifests,
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
        place.cluster === undefined && '# let GitHub reach the cluster: docs/cluster.md of Slipway',
      ]),
      doctor: `slipway doctor${environment === 'production' ? '' : ` --environment ${shellWord(environment)}`}${at}`,
    },
  };
}

/** Makes slipway.yml and what it refers to. */
async function newConfiguration(repository: Repository, request: SetupRequest, app: string) {
  const { environment, namespace } = request;
  const buildables = buildablesOf(repository, app);
  const found = await findManifests(repository, { ...request, app }, manifests => {
    const { image } = request;
    imagesIn(buildables, manifests, repository, image);
    return matchNames(manifests, namesOf(buildables), image || (imageOfRemote(repository) ?? '')).length > 0;
  });
  const parts =
    found === undefined
      ? freshParts(repository, buildables, request)
      : usedParts(repository, buildables, found, request.image);
  const [main] = parts;
  if (main === undefined) throw new Error('the manifests name an image that nothing builds');
  const fresh = found === undefined ? newManifests([main, ...parts.slice(1)], request) : undefined;
  const used = fresh?.used ?? parts;
  const unwritten = used.find(({ written, stack }) => !written && stack === undefined);
  if (unwritten !== undefined)
    throw new UserError(
      `${unwritten.context === '.' ? 'the repository' : unwritten.context} has neither a Dockerfile nor the files of a language that init knows`,
      'write a Dockerfile, then run slipway init again',
    );
  const folder =
    ['deploy', 'k8s', 'kubernetes', 'manifests'].find(
      each => !repository.paths.some(path => `${path}/`.startsWith(`${each}/`)),
    ) ?? 'deploy-slipway';
  const objects = [...(fresh?.files ?? [])].map(([file, text]) => [`${folder}/${file}`, text] as const);
  const manifests = found?.manifests ?? objects.flatMap(([path, text]) => parseManifests(text, path));
  const chosen = choose(manifests, used, app);
  const inManifests = namespaceOf(manifests);
  const [name, why] =
    namespace !== ''
      ? [namespace, 'From the input `namespace`.']
      : inManifests !== ''
        ? [inManifests, 'That of the manifests.']
        : [app, 'The name of the application.'];
  const configuration: NewConfiguration = {
    app,
    environment,
    chosen,
    images: used,
    tests: testsOf(
      repository,
      used.map(({ context }) => context),
    ),
    namespace: { name, why },
    manifests: found ?? { entries: [`${folder}/`], why: 'Written by slipway init; change them as you like.' },
  };
  const dockerfiles = used.flatMap(part => [...dockerfilesFor(part)]);
  const left =
    found === undefined ? [] : buildables.filter(each => !parts.some(({ name }) => name === each.name));
  const stacks = used.flatMap(({ written, stack }) => (written || stack === undefined ? [] : [stack]));
  return {
    text: configurationText(configuration),
    manifests,
    hooks: found?.hooks ?? {},
    files: [...dockerfiles, ...objects, ...(found?.files ?? [])],
    // New manifests have no imagePullSecrets.
    pulls: fresh && main.repository,
    secret:
      fresh && fresh.variables.length + fresh.envFiles.length > 0
        ? { name: main.name, keys: fresh.variables, envFiles: fresh.envFiles }
        : undefined,
    first: stacks.flatMap(({ first = [] }) => first),
    notes: [
      ...left.map(
        ({ name, context }) =>
          `the image ${name} of ${context} is left out: no container of the manifests runs it`,
      ),
      ...(found?.notes ?? []),
      ...(fresh?.notes ?? []),
      ...stacks.flatMap(({ notes = [] }) => notes),
      ...(found === undefined ? [] : chosen.notes),
      ...used.flatMap(hubNote),
      ...used.flatMap(buildNotes),
    ],
  };
}

/** Without manifests, the first image is that of the git remote, and the others are named after it. */
function freshParts(
  repository: Repository,
  buildables: readonly Buildable[],
  { image, port }: SetupRequest,
): Part[] {
  const base = imageRepositoryOf(image, repository);
  const parts = buildables.map((each, index) =>
    partOf(repository, {
      ...each,
      ...base,
      ...(index > 0 && { repository: `${base.repository}-${each.name}` }),
    }),
  );
  return parts.map((part, index) =>
    port === undefined || index > 0 ? part : { ...part, port, guessed: false },
  );
}

/**
 * With manifests, the images are those that their containers name. Then something builds them already, and a compose file is for
 * development: only where two images have one Dockerfile, they are built as the compose file says.
 */
function usedParts(
  repository: Repository,
  buildables: readonly Buildable[],
  { manifests }: FoundManifests,
  image: string,
): Part[] {
  const named = imagesIn(buildables, manifests, repository, image);
  const built = buildables.filter(each => named.some(({ name }) => name === each.name));
  const alone = (one: Buildable) =>
    built.filter(each => pathOfDockerfile(each) === pathOfDockerfile(one)).length === 1;
  return named.flatMap(({ name, repository: used }) =>
    built
      .filter(each => each.name === name)
      .map(each =>
        partOf(repository, {
          ...each,
          ...(alone(each) && { target: undefined, args: {} }),
          repository: used,
          why: used === image ? 'From the input `image`.' : 'From the containers of the manifests.',
        }),
      ),
  );
}

const namesOf = (buildables: readonly Buildable[]) => buildables.map(({ name }) => name);

/** @throws UserError when the manifests run no image of the repository. */
function imagesIn(
  buildables: readonly Buildable[],
  manifests: readonly Manifest[],
  repository: Repository,
  image: string,
): NamedImage[] {
  if (image !== '' && !repositoriesIn(manifests).includes(image))
    throw new UserError(
      `no container of the manifests uses ${image}: they use ${repositoriesIn(manifests).join(', ') || 'no image'}`,
      'name one of these with --image, or correct the manifests',
    );
  return matchImages(manifests, namesOf(buildables), image || (imageOfRemote(repository) ?? ''));
}

/** A name without a registry is one of Docker's own images. */
const hubNote = ({ repository }: Part): string[] =>
  parseRepository(repository).startsWith('docker.io/library/')
    ? [
        `the image ${repository} has no registry, so nothing can be pushed there: write its repository, such as ghcr.io/acme/${repository}, in the manifests and in slipway.yml`,
      ]
    : [];
