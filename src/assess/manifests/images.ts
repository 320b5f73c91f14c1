import { repositoryOf } from '../../workloads/kinds.ts';
import { everyWorkload, podFindingIf, podRule } from '../templates.ts';

/** Images that may change without a release. */

/** Tags without a number, such as `latest`, `stable` and `alpine`: publishers move them. */
const moving = /^\D*$/;

const floating = podRule('image-floating', 'I10', everyWorkload, {
  good: 'run images that do not change',
  findings: (spec, workload, { released }) =>
    (['initContainers', 'containers'] as const).flatMap(list =>
      (spec[list] ?? []).flatMap(({ name, image = '' }, index) => {
        // A release replaces it by a digest.
        if (spec === workload.spec && released.includes(repositoryOf(image))) return [];
        const tag = tagOf(image);
        return podFindingIf(
          image !== '' && !image.includes('@') && (tag === undefined || moving.test(tag)),
          `runs an image in container ${name} that may change at any time: ${tag === undefined ? 'it has no tag' : `the tag ${tag} moves`}`,
          'use a version tag, or better a digest',
          [list, index, 'image'],
        );
      }),
    ),
});

function tagOf(image: string): string | undefined {
  const rest = image.slice(repositoryOf(image).length);
  return rest.startsWith(':') ? rest.slice(1) : undefined;
}

export const floatingRules = [floating];
