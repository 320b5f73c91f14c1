import { defined } from '../toolkit/map.ts';
import type { Git } from './git.ts';
import { cleanTag, longestTag } from './tags.ts';

/** The tags in the candidate repository for BuildKit's cache. */
export interface CachePlan {
  readonly from: readonly string[];
  readonly to?: string;
}

/**
 * Plans the cache of a ref. A branch reads and writes its own cache, and reads that of the default branch as long as it has none.
 * A pull request only reads that of its base: untrusted code must never get into an image of a branch. A tag reads that of the
 * default branch.
 * @param cacheTag names the cache of a branch: variants in one repository have separate caches.
 */
export function planCache(
  { ref, defaultBranch = 'main' }: Pick<Git, 'ref' | 'defaultBranch'>,
  cacheTag = (branch: string) => cleanTag('cache-', branch, ''),
): CachePlan {
  const own = ref?.kind === 'branch' ? ref.name : undefined;
  const base = ref?.kind === 'pull-request' ? ref.base : undefined;
  const from = [own, base, defaultBranch].flatMap(branch => (branch === undefined ? [] : cacheTag(branch)));
  return { from: [...new Set(from)], ...defined({ to: own && cacheTag(own) }) };
}

/** Returns the cache tag of a platform: concurrent builds on several machines would overwrite a shared cache. Pure. */
export function cacheOfPart(tag: string, platform: string): string {
  const suffix = `-${platform.replaceAll('/', '-')}`;
  return `${tag.slice(0, longestTag - suffix.length)}${suffix}`;
}
