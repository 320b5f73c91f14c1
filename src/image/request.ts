import { resolve } from 'node:path';
import type { Config } from '../config/types.ts';
import type { BuildRequest, LocalBase } from './buildx.ts';
import { cacheOfPart } from './cache.ts';
import type { CheckRequest } from './checks.ts';
import type { Git } from './git.ts';
import { labelsOf } from './labels.ts';
import type { ImagePlan } from './plan.ts';
import { candidateOf, type Digest } from './reference.ts';

/** The place of a built image: its candidate repository, or a layout on disk. */
export type ImageDestination = { readonly repository: string } | { readonly folder: string };

/** The options that all images of a run share. */
export interface RunFacts {
  readonly images: Config['images'];
  /** The folder for layouts, instead of pushing. */
  readonly output: string | undefined;
  readonly cache: boolean;
  /** The only platform of this machine; its image is a part of a larger one. */
  readonly part?: string | undefined;
  readonly git: Git;
  /** By the name of the image. */
  readonly plans: Readonly<Record<string, Pick<ImagePlan, 'version' | 'cache'>>>;
}

/** The build context of an image; absolute paths. */
export interface BuildSource {
  readonly context: string;
  readonly dockerfile: string;
  /** The SPDX license that its files name. */
  readonly license?: string | undefined;
}

/** An image of the same run that is the base of this one. */
export interface BuiltBase {
  readonly name: string;
  readonly digest: Digest;
  readonly place: ImageDestination;
}

/** Returns an image of slipway.yml. @throws Error for an unknown name: inputs and the schema have been checked. */
export function imageNamed(images: Config['images'], name: string): Config['images'][string] {
  const image = images[name];
  if (image === undefined) throw new Error(`${name} is not in slipway.yml`);
  return image;
}

/** Returns the buildx request of an image of slipway.yml. Pure. */
export function requestFor(
  { images, output, cache, part, git, plans }: RunFacts,
  name: string,
  { license, ...source }: BuildSource,
  bases: readonly BuiltBase[],
): Omit<BuildRequest, 'metadata' | 'builder'> {
  const image = imageNamed(images, name);
  const candidate = candidateOf(image);
  const plan = plans[name];
  if (plan === undefined) throw new Error(`${name} has no plan`);
  const cacheAt = (tag: string) => `${candidate}:${part === undefined ? tag : cacheOfPart(tag, part)}`;
  const place = output === undefined ? { repository: candidate } : { folder: resolve(output, name) };
  return {
    ...source,
    target: image.target,
    platforms: image.platforms,
    args: image.args,
    secrets: image.secrets,
    labels: labelsOf({ git, version: plan.version, title: name, license, own: image.labels }),
    bases: bases.map(({ name: base, digest, place: at }): LocalBase => {
      return { names: namesOf(images, base), digest, at };
    }),
    cache:
      cache && output === undefined
        ? {
            from: plan.cache.from.map(cacheAt),
            to: plan.cache.to === undefined ? undefined : cacheAt(plan.cache.to),
          }
        : undefined,
    output: place,
  };
}

/**
 * Returns the request for BuildKit's checks of an image, before its bases in slipway.yml are built. Pure.
 * @param heedsSkips whether `# check=skip=…` in the Dockerfile is respected.
 */
export function checkRequestFor(
  images: Config['images'],
  name: string,
  { context, dockerfile }: BuildSource,
  heedsSkips: boolean,
): CheckRequest {
  const { args, target, platforms } = imageNamed(images, name);
  return { context, dockerfile, target, platforms, args, bases: basesOf(images, name), heedsSkips };
}

/** Returns the names that a Dockerfile may use for its bases in slipway.yml. Pure. */
export const basesOf = (images: Config['images'], name: string): string[] =>
  (images[name]?.bases ?? []).flatMap(base => namesOf(images, base));

/** A Dockerfile may use the name of an image in slipway.yml, or its repository. */
const namesOf = (images: Config['images'], name: string): string[] =>
  [name, images[name]?.repository ?? []].flat();
