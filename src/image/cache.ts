import type { Git } from './git.ts';
import { cleanTag } from './tags.ts';

/** Tags in the candidate repository under which BuildKit keeps its cache. */
export interface CachePlan {
  readonly from: readonly string[];
  readonly to?: string;
}

/**
 * A branch reads and writes its own cache, and reads that of the default branch when it has none yet. A pull request only
 * reads, that of its base: what a stranger built must never end up in an image of a branch. A tag reads the default branch's.
 * @param cacheTag names the cache of a branch: variants in one repository each have their own.
 */
export function planCache(
  { ref, defaultBranch = 'main' }: Pick<Git, 'ref' | 'defaultBranch'>,
  cacheTag = (branch: string) => cleanTag('cache-', branch, ''),
): CachePlan {
  const own = ref?.kind === 'branch' ? ref.name : undefined;
  const base = ref?.kind === 'pull-request' ? ref.base : undefined;
  const from = [own, base, defaultBranch].flatMap(branch => (branch === undefined ? [] : cacheTag(branch)));
  return { from: [...new Set(from)], ...(own === undefined ? {} : { to: cacheTag(own) }) };
}

/** Machines that build at the same time would write over each other's cache: each platform has its own. Pure. */
export function cacheOfPart(tag: string, platform: string): string {
  const suffix = `-${platform.replaceAll('/', '-')}`;
  return `${tag.slice(0, longestTag - suffix.length)}${suffix}`;
}

const longestTag = 128;
