import type { Config } from '../config/types.ts';
import { planBuildSh } from './build-sh.ts';
import { type CachePlan, planCache } from './cache.ts';
import { isTag } from './reference.ts';
import { type Occasion, planByRules } from './rules.ts';
import { cleanTag, planTags, type TagPlan } from './tags.ts';

/** The tags of an image and of its cache. */
export interface ImagePlan extends TagPlan {
  readonly cache: CachePlan;
}

/**
 * Plans the tags of every image of slipway.yml: by its own rules, else by those of the file, else by the defaults. Pure.
 * @param env for DOCKER_IMAGE_SOURCE_TAG and DOCKER_IMAGE_TAG, which build.sh reads.
 */
export function planImages(
  { images, tags }: Pick<Config, 'images' | 'tags'>,
  occasion: Occasion,
  env: NodeJS.ProcessEnv = {},
): Record<string, ImagePlan> {
  return Object.fromEntries(
    Object.entries(images).map(([name, image]) => [name, planImage(image.tags ?? tags, occasion, env)]),
  );
}

function planImage(settings: Config['tags'], occasion: Occasion, env: NodeJS.ProcessEnv): ImagePlan {
  const { git } = occasion;
  if (settings === undefined) return { ...planTags(git), cache: planCache(git) };
  const { rules, suffix } = settings;
  if (rules !== 'build.sh') {
    // Variants in one repository must not share a cache.
    const own = suffix.includes('{{') ? '' : suffix;
    const cache = planCache(git, branch => cleanTag('cache-', branch, own));
    return { ...planByRules({ ...settings, rules }, occasion), cache };
  }
  const { ref, revision } = git;
  const more = { sourceTag: env.DOCKER_IMAGE_SOURCE_TAG, imageTag: env.DOCKER_IMAGE_TAG };
  const { version, tags } = planBuildSh({ ref, revision, suffix, ...more });
  const cache = planCache(git, name =>
    cleanTag('', planBuildSh({ ref: { kind: 'branch', name }, suffix }).cache, ''),
  );
  return { version, tags, remarks: tags.flatMap(invalid), cache };
}

function invalid(tag: string): string[] {
  if (isTag(tag)) return [];
  return [
    `${JSON.stringify(tag)}, which build.sh plans, is not a valid tag, so \`push\` will refuse it; rename the branch`,
  ];
}
