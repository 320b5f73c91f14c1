import type { GitRef } from './git.ts';
import type { TagPlan } from './tags.ts';

/**
 * The tags of `containers/build.sh`, the script that built the images of OpenHands, including its mistakes. Unlike the script,
 * `push` refuses invalid tags, and moves floating tags forward only.
 */
export interface BuildShRequest {
  readonly ref?: GitRef | undefined;
  readonly revision?: string | undefined;
  /** Such as `-nikolaik`; appended to every tag but the last two. */
  readonly suffix: string;
  /** DOCKER_IMAGE_SOURCE_TAG and DOCKER_IMAGE_TAG of the script's config.sh. */
  readonly sourceTag?: string | undefined;
  readonly imageTag?: string | undefined;
}

export interface BuildShPlan extends Pick<TagPlan, 'version' | 'tags'> {
  /** The tag of the cache of this ref. */
  readonly cache: string;
}

const shortDigits = 7;

/** Plans the tags, in the order of the script. Pure. */
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

/** Returns the ref as in GITHUB_REF_NAME. */
function refName(ref: GitRef): string {
  return ref.kind === 'pull-request' ? `${ref.number}/merge` : ref.name;
}

function sanitized(name: string): string {
  return name.replace(/[^a-zA-Z0-9.-]+/g, '-');
}
