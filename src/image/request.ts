import { resolve } from 'node:path';
import type { Config } from '../config/types.ts';
import type { Base, BuildRequest } from './buildx.ts';
import { planCache } from './cache.ts';
import type { Git } from './git.ts';
import { candidateOf, type Digest } from './reference.ts';

/** Where a built image is: in its candidate repository, or in a layout on disk. */
export type Place = { readonly repository: string } | { readonly folder: string };

/** What all images of a run have in common. */
export interface RunFacts {
  readonly images: Config['images'];
  /** The folder for layouts, instead of pushing. */
  readonly output: string | undefined;
  readonly cache: boolean;
  readonly git: Git;
  readonly version: string;
}

/** Where an image is built from; absolute paths. */
export interface Source {
  readonly context: string;
  readonly dockerfile: string;
}

/** An image of the same run that this one is built from. */
export interface BuiltBase {
  readonly name: string;
  readonly digest: Digest;
  readonly place: Place;
}

/** What an image of slipway.yml asks of buildx. Pure. */
export function requestFor(
  { images, output, cache, git, version }: RunFacts,
  name: string,
  source: Source,
  bases: readonly BuiltBase[],
): Omit<BuildRequest, 'metadata' | 'builder'> {
  const image = images[name];
  if (image === undefined) throw new Error(`${name} is not in slipway.yml`);
  const candidate = candidateOf(image.repository);
  const plan = planCache(git);
  const place = output === undefined ? { repository: candidate } : { folder: resolve(output, name) };
  return {
    ...source,
    target: image.target,
    platforms: image.platforms,
    args: image.args,
    labels: labelsOf(git, version),
    bases: bases.map(({ name: base, digest, place: at }): Base => {
      const repository = images[base]?.repository;
      // A Dockerfile may name it as slipway.yml does, or by its repository.
      return { names: repository === undefined ? [base] : [base, repository], digest, at };
    }),
    cache:
      cache && output === undefined
        ? {
            from: plan.from.map(tag => `${candidate}:${tag}`),
            to: plan.to === undefined ? undefined : `${candidate}:${plan.to}`,
          }
        : undefined,
    output: place,
  };
}

/** The same commit gives the same labels, and so the same digest: `created` is when it was committed. */
function labelsOf({ revision, source, time }: Git, version: string): Record<string, string> {
  const created = time === undefined ? undefined : new Date(time * 1000).toISOString().replace('.000Z', 'Z');
  const labels = { created, revision, source, version };
  return Object.fromEntries(
    Object.entries(labels).flatMap(([name, value]) =>
      value === undefined ? [] : [[`org.opencontainers.image.${name}`, value]],
    ),
  );
}
