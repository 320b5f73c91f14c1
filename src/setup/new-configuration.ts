import { type Manifest, parseManifests } from '../cluster/manifests.ts';
import { parseRepository } from '../image/reference.ts';
import { UserError } from '../toolkit/errors.ts';
import { dockerfilesFor, newManifests, type Part, partOf, type Wishes } from './application.ts';
import { configurationText, type NewConfiguration } from './configuration.ts';
import { deliveryOf } from './delivery.ts';
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
import type { Repository } from './repository.ts';
import { testsOf } from './tests.ts';
import { choose, matchImages, matchNames, type NamedImage, repositoriesIn } from './workloads.ts';
import type { WrapperSettings } from './wrappers.ts';

/** A new slipway.yml, and what it refers to. */

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

/**
 * Makes slipway.yml and what it refers to.
 * @throws UserError when the repository holds too little to begin with.
 */
export async function newConfiguration(repository: Repository, request: SetupRequest, app: string) {
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
  const delivery = found && deliveryOf(repository, found.folder, used);
  const inManifests = namespaceOf(manifests);
  const [name, why] =
    namespace !== ''
      ? [namespace, 'From the input `namespace`.']
      : delivery !== undefined && delivery.namespace !== ''
        ? [delivery.namespace, 'That of the controller.']
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
    delivery,
    manifests: found ?? { entries: [`${folder}/`], why: 'Written by slipway init; change them as you like.' },
  };
  const dockerfiles = used.flatMap(part => [...dockerfilesFor(part)]);
  // A controller applies all of them, as they are.
  const applied = delivery === undefined ? found : undefined;
  const left =
    found === undefined ? [] : buildables.filter(each => !parts.some(({ name }) => name === each.name));
  const stacks = used.flatMap(({ written, stack }) => (written || stack === undefined ? [] : [stack]));
  return {
    text: configurationText(configuration),
    manifests,
    hooks: delivery === undefined ? (found?.hooks ?? {}) : {},
    files: [...dockerfiles, ...objects, ...(applied?.files ?? [])],
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
      ...(applied?.notes ?? []),
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
