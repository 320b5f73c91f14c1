import type { Config } from '../config/types.ts';
import { fill, parsed } from './facts.ts';
import type { Git } from './git.ts';
import type { ImagePlan } from './plan.ts';

/**
 * Fills in the build arguments of images from the commit. The same commit gives the same arguments, and so the same image. Pure.
 * @param plans by the name of the image; `version` is that of its label.
 */
export function withArguments(
  images: Config['images'],
  plans: Readonly<Record<string, Pick<ImagePlan, 'version'>>>,
  git: Git,
): Config['images'] {
  const filled = Object.entries(images).map(([name, image]) => {
    const fact = (asked: string) => (asked === 'version' ? (plans[name]?.version ?? '') : '');
    const args = Object.entries(image.args).map(
      ([key, value]) => [key, fill(parsed(value, 'argument'), { git, fact })] as const,
    );
    return [name, { ...image, args: Object.fromEntries(args) }] as const;
  });
  return Object.fromEntries(filled);
}
