import { composeServices } from './compose.ts';
import { buildablesOf, pathOfDockerfile } from './images.ts';
import { placesOfManifests } from './places.ts';
import type { Repository } from './repository.ts';

/** Which folders of a repository are applications of their own. Pure. */

/** The folders of a repository that get a slipway.yml each. */
export interface Applications {
  readonly folders: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Returns the folders with an image each, where nothing lies above them that joins them: neither an image at the root, nor common
 * manifests. Undefined for one application.
 */
export function applicationsOf(repository: Repository, environment: string): Applications | undefined {
  if (repository.prefix !== '' || repository.paths.includes('slipway.yml')) return undefined;
  const built = buildablesOf(repository, repository.name).filter(({ written }) => written);
  const contexts = [...new Set(built.map(({ context }) => context))];
  if (contexts.length < 2 || contexts.includes('.')) return undefined;
  const inside = (folder: string) => contexts.some(each => `${folder}/`.startsWith(`${each}/`));
  const places = placesOfManifests(repository, { app: repository.name, environment });
  if (places.some(({ folder }) => !inside(folder))) return undefined;
  const isNested = (folder: string) =>
    contexts.some(each => each !== folder && `${folder}/`.startsWith(`${each}/`));
  const requested = (context: string) =>
    places.some(({ folder }) => `${folder}/`.startsWith(`${context}/`)) ||
    built
      .filter(each => each.context === context)
      .some(
        each =>
          each.services.length === 0 ||
          each.services.some(({ ports }) => ports.length > 0) ||
          /^[ \t]*EXPOSE\s/im.test(repository.texts.get(pathOfDockerfile(each)) ?? ''),
      );
  const own = contexts.filter(each => !isNested(each));
  const folders = own.filter(requested).sort();
  if (folders.length < 2) return undefined;
  return {
    folders,
    notes: own
      .filter(each => !folders.includes(each))
      .map(
        each =>
          `${each} is left out: nothing says that it gets traffic. If it does, run slipway init --folder ${each} --port PORT`,
      ),
  };
}

/** Adds to a folder what the compose file above says about it. */
export function withServices(inner: Repository, outer: Repository, folder: string): Repository {
  const services = composeServices(outer).services.filter(({ context }) => context === folder);
  return { ...inner, services: services.map(each => ({ ...each, context: '.' })) };
}
