import { basename, join } from 'node:path';
import { UserError } from '../toolkit/errors.ts';
import { textsIn } from '../toolkit/map.ts';
import { type ComposeService, composeServices } from './compose.ts';
import { folderOf, labelOf, type Repository, remoteOf } from './repository.ts';

/** What a repository builds. Pure. */

/** An image that can be built, before its repository is known. */
export interface Buildable {
  readonly name: string;
  /** Build context, relative to the repository; `.` is its root. */
  readonly context: string;
  readonly dockerfile: string;
  /** Whether the Dockerfile exists. */
  readonly written: boolean;
  /** The stage to build, and build arguments, by a compose file; without those for development. */
  readonly target: string | undefined;
  readonly args: Readonly<Record<string, string>>;
  /** The services of a compose file that run it. */
  readonly services: readonly ComposeService[];
}

/** Returns the path of the Dockerfile, relative to slipway.yml. */
export const pathOfDockerfile = ({ context, dockerfile }: Pick<Buildable, 'context' | 'dockerfile'>) =>
  join(context, dockerfile);

const develops = /^(dev(el(op(ment)?)?)?|debug|test(s|ing)?|local)$/i;

/** Returns the stage and the arguments of a build without those for development: a compose file is often only for that. */
function releasedBuild(service: ComposeService | undefined): Pick<Buildable, 'target' | 'args'> {
  const { target, args = {} } = service ?? {};
  const words = target?.split(/[-_.]/) ?? [];
  if (words.some(each => develops.test(each) || /^(ci|build(er)?)$/i.test(each)))
    return { target: undefined, args: {} };
  return {
    target,
    args: Object.fromEntries(Object.entries(args).filter(([, value]) => !develops.test(value))),
  };
}

const aside = /(^|\/)(tests?|examples?|docs|\.devcontainer|\.github)\//;

/**
 * Returns the images that a repository builds, the one with a port or at the root first. Without a compose file and a Dockerfile it is
 * one, whose Dockerfile has to be written.
 * @param app name of the image at the root.
 */
export function buildablesOf(repository: Repository, app: string): Buildable[] {
  const { services } = composeServices(repository);
  const found = new Map<string, Buildable>();
  const add = (context: string, dockerfile: string, name: string, service?: ComposeService) => {
    const path = pathOfDockerfile({ context, dockerfile });
    const written = repository.paths.includes(path);
    const { target, args } = releasedBuild(written ? service : undefined);
    const key = JSON.stringify([path, target, Object.entries(args).sort()]);
    const known = found.get(key);
    const names = [...found.values()].filter(each => each !== known).map(each => each.name);
    const others = [name, labelOf(service?.name ?? (folderOf(path) || name)), `${name}-${names.length + 1}`];
    const free = others.find(each => !names.includes(each)) ?? name;
    found.set(key, {
      name: free,
      context,
      dockerfile,
      target,
      args,
      ...known,
      written,
      services: [...(known?.services ?? []), ...(service === undefined ? [] : [service])],
    });
  };
  for (const service of services.toSorted((a, b) => Number(b.ports.length > 0) - Number(a.ports.length > 0)))
    add(service.context, service.dockerfile, service.context === '.' ? app : labelOf(service.name), service);
  const known = [...found.values()].map(pathOfDockerfile);
  const dockerfiles = repository.paths.filter(
    path => /(^|\/)Dockerfile$/.test(path) && !aside.test(path) && !known.includes(path),
  );
  for (const path of dockerfiles.sort((a, b) => a.split('/').length - b.split('/').length)) {
    const folder = folderOf(path);
    const shared = /^(docker|build|deploy|\.docker)$/.test(folder);
    if (folder === '' || shared) add('.', path, app);
    else if (copiesFromRoot(repository, path)) add('.', path, labelOf(basename(folder)));
    else add(folder, 'Dockerfile', labelOf(basename(folder)));
  }
  if (found.size === 0) add('.', 'Dockerfile', app);
  return [...found.values()];
}

/** What the compose file tells the build of an image, and what of it slipway.yml says. */
export function buildNotes({ name, written, services, target, args }: Buildable): string[] {
  const told = written ? services : [];
  const leftArgs = told.flatMap(each => Object.keys(each.args)).filter(each => !Object.hasOwn(args, each));
  const taken = buildWords(textsIn([target]), Object.keys(args));
  const left = buildWords(
    textsIn(told.map(each => each.target)).filter(each => each !== target),
    leftArgs,
  );
  const untold = [...new Set(told.flatMap(each => each.untold))];
  return textsIn([
    taken !== '' &&
      `the image ${name} is built with ${taken}, as in the compose file: remove from slipway.yml what is only for development`,
    left !== '' &&
      `the image ${name} is built without ${left} of the compose file, because that is often only for development: add to slipway.yml what a release needs`,
    told.some(each => each.targetVaries) &&
      `a variable of the compose file names the target of the image ${name}, so the last stage of its Dockerfile is built: add \`target\` to slipway.yml if a release needs another`,
    untold.length > 0 &&
      `${untold.join(', ')} in the build of ${name} ${untold.length === 1 ? 'is' : 'are'} not copied from the compose file, because of variables or values that may be secret: add \`args\` or \`secrets\` to the image in slipway.yml`,
  ]);
}

const buildWords = (targets: readonly string[], args: readonly string[]): string =>
  [
    ...[...new Set(targets)].map(each => `target ${each}`),
    ...[...new Set(args)].map(each => `argument ${each}`),
  ].join(', ');

/** Whether a Dockerfile copies files that lie at the root of the repository, and not in its own folder. */
function copiesFromRoot({ paths, texts }: Repository, dockerfile: string): boolean {
  const sources = (texts.get(dockerfile) ?? '')
    .split('\n')
    .filter(line => /^\s*(?:COPY|ADD)\s/i.test(line) && !line.includes('--from='))
    .flatMap(line => line.trim().split(/\s+/).slice(1, -1))
    .filter(word => !word.startsWith('--'))
    .map(each => each.replace(/^\.?\/|\/$/g, ''))
    .filter(each => /^[\w./-]+$/.test(each) && each !== '.');
  const isThere = (path: string) => paths.some(each => each === path || each.startsWith(`${path}/`));
  return (
    sources.some(each => !isThere(`${folderOf(dockerfile)}/${each}`)) && sources.every(each => isThere(each))
  );
}

const registries = new Map(Object.entries({ 'github.com': 'ghcr.io', 'gitlab.com': 'registry.gitlab.com' }));

/** Returns the repository in the registry that belongs to a git remote, or to a folder below it; undefined where none is known. */
export function imageOfRemote(found: Pick<Repository, 'remote' | 'prefix' | 'name'>): string | undefined {
  const { host = '', owner, name } = remoteOf(found.remote) ?? {};
  const registry = registries.get(host);
  const suffix = found.prefix === '' ? '' : `-${labelOf(found.name)}`;
  return registry && `${registry}/${owner}/${name}${suffix}`.toLowerCase();
}

/**
 * Returns the repository of the image at the root: the input, or that of the git remote.
 * @throws UserError when neither is known.
 */
export function imageRepositoryOf(
  input: string,
  found: Pick<Repository, 'remote' | 'prefix' | 'name'>,
): { repository: string; why: string } {
  if (input !== '') return { repository: input, why: 'From the input `image`.' };
  const repository = imageOfRemote(found);
  if (repository !== undefined) return { repository, why: 'From the git remote origin.' };
  throw new UserError(
    `the repository of the image is unknown: ${found.remote === undefined ? 'git has no remote `origin`' : 'the git remote `origin` is neither on GitHub nor on GitLab'}`,
    'name it, such as --image ghcr.io/acme/shop',
  );
}
