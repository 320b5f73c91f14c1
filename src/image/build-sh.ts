import type { GitRef } from './git.ts';
import type { TagPlan } from './tags.ts';

/**
 * The tags of `containers/build.sh`, the script with which OpenHands built its images: planned as it plans them, mistakes
 * included. `push` takes no tag that is none, and moves what floats forward only, which the script did not.
 */
export interface BuildShRequest {
  readonly ref?: GitRef | undefined;
  readonly revision?: string | undefined;
  /** Such as `-nikolaik`, at every tag but the last two. */
  readonly suffix: string;
  /** What the script's config.sh calls DOCKER_IMAGE_SOURCE_TAG and DOCKER_IMAGE_TAG. */
  readonly sourceTag?: string | undefined;
  readonly imageTag?: string | undefined;
}

export interface BuildShPlan extends Pick<TagPlan, 'version' | 'tags'> {
  /** The tag under which the cache of this ref is kept. */
  readonly cache: string;
}

const shortDigits = 7;

/** Pure; the tags in the order of the script. */
export function planBuildSh({ ref, revision, suffix, sourceTag, imageTag }: BuildShRequest): BuildShPlan {
  const name = ref === undefined ? undefined : refName(ref);
  const version = name === undefined ? 'dev' : sanitized(name);
  const release = /^([0-9]+)\.([0-9]+)\.[0-9]+$/.exec(name ?? '');
  const tags = [
    ...(revision === undefined ? [] : [revision.slice(0, shortDigits), revision]),
    ...(release === null ? [] : [`${release[1]}`, `${release[1]}.${release[2]}`, 'latest']),
    ...(name === undefined ? [] : [version.toLowerCase()]),
  ];
  const fixed = [sourceTag, imageTag].flatMap(tag => (tag ? [tag] : []));
  return {
    version,
    tags: [...tags.map(tag => `${tag}${suffix}`), ...fixed],
    cache: `buildcache${name === undefined ? '' : `-${version.toLowerCase()}`}${suffix}`,
  };
}

/** As GitHub has it in GITHUB_REF_NAME. */
function refName(ref: GitRef): string {
  return ref.kind === 'pull-request' ? `${ref.number}/merge` : ref.name;
}

function sanitized(name: string): string {
  return name.replace(/[^a-zA-Z0-9.-]+/g, '-');
}
