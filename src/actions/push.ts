import { configFor, environmentOf, loadConfig } from '../config/load.ts';
import type { Environment } from '../config/types.ts';
import { formsOf } from '../image/forms.ts';
import { candidateOf, parseRepository } from '../image/reference.ts';
import { parseDigestsInput } from '../image/selection.ts';
import { tagsOutput } from '../image/tags.ts';
import { parseMoveTags, parseTagsInput } from '../image/tags-input.ts';
import { proofType, withdrawalType } from '../promotion/proof.ts';
import { pushImages, sentenceOf } from '../registry/push.ts';
import { pushSummary } from '../report/images.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, optional, required, setOutputs } from '../toolkit/host.ts';
import { mapValues } from '../toolkit/map.ts';
import { addArtifacts } from '../toolkit/runner.ts';
import * as shared from './inputs.ts';
import { withRegistry } from './registry.ts';

/** Proofs of verification are not copied from a candidate repository: no environment runs images from it, so they must be forged. */
const carries = (type: string) => type !== proofType && type !== withdrawalType;

const mirrorName = (image: string, mirror: string) => `${image} in ${mirror}`;

/** @throws UserError when the environment has no separate repository for an image. */
function requireSeparateRepositories(
  name: string,
  { repositories = {} }: Environment,
  images: readonly string[],
): void {
  const missing = images.filter(image => repositories[image] === undefined);
  if (missing.length === 0) return;
  throw new UserError(
    `the environment "${name}" has no separate repository for ${missing.join(', ')}, so there is nothing to copy`,
    'add one to `repositories` of the environment, or leave those images out',
  );
}

export const pushAction = defineAction({
  name: 'push',
  description:
    'Copy images by digest from candidate to release repositories, or from there to those of an environment, with their attestations. Then tag them; floating tags only move forward.',
  inputs: {
    config: shared.config,
    images: required(
      'JSON object that maps image names in slipway.yml to digests or `repository@digest`: the output `images` of `build` or `status`.',
    ),
    tags: optional(
      'Tags, as a JSON array or separated by commas or lines: the output `tags` of `build`. Default with an `environment`: the version in the labels of each image.',
    ),
    environment: optional(
      'Name of an environment with its own `repositories`, to copy released images to. Default: candidates are copied to the release repositories.',
    ),
    'move-tags': optional(
      'Floating tags, such as `latest`, that are moved although the version of their current image is unknown, separated by commas or lines. Needed only once.',
    ),
  },
  outputs: {
    images: 'JSON object that maps image names to the digests that were pushed.',
    references: 'JSON object that maps image names to arrays of `repository:tag@digest`.',
    tags: 'Tags of the pushed images: a JSON array, or a JSON object that maps image names to arrays if they differ.',
    'sign-images': 'Whether slipway.yml has `signing`: `true` or `false`.',
    kept: 'JSON object that maps image names to tags that were not moved, each with the reason.',
    reason: 'Why the step was refused or failed, in one sentence; otherwise empty.',
  },
  refused: { images: '{}', references: '{}', tags: '[]', kept: '{}', 'sign-images': 'false' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const environment = inputs.environment === '' ? undefined : environmentOf(config, inputs.environment);
    const places = environment === undefined ? config.images : configFor(config, environment).images;
    const images = parseDigestsInput(inputs.images, places);
    const names = Object.keys(images);
    if (environment !== undefined) requireSeparateRepositories(inputs.environment, environment, names);
    // The tags of an older build are unknown here, so the label of the image is read.
    const tags =
      inputs.tags === '' && environment !== undefined ? undefined : parseTagsInput(inputs.tags, names);
    const moveTags = parseMoveTags(inputs['move-tags']);
    for (const tag of moveTags)
      if (tags !== undefined && !Object.values(tags).flat().includes(tag))
        host.report(`\`move-tags\` names ${tag}, which is not among the tags to push`);
    const tagged = Object.entries(images).flatMap(([name, image]) => {
      const forms = formsOf(config.images[name]?.tags ?? config.tags);
      const own = { ...config.images[name], repository: config.images[name]?.repository ?? image.repository };
      const from = environment === undefined ? candidateOf(own) : parseRepository(own.repository);
      const asked = tags === undefined ? {} : { tags: tags[name] ?? [] };
      const task = { ...image, from, forms, ...asked };
      const mirrors = environment === undefined ? (config.images[name]?.mirrors ?? []) : [];
      const at = (mirror: string) => ({ ...task, repository: parseRepository(mirror) });
      return [
        [name, task],
        ...mirrors.map(mirror => [mirrorName(name, mirror), at(mirror)] as const),
      ] as const;
    });
    const filter = environment === undefined ? { carries } : {};
    const options = { images: Object.fromEntries(tagged), moveTags, report: host.report, ...filter };
    return withRegistry({ signal: host.cancellation() }, async registry => {
      const pushed = await pushImages(registry, options);
      for (const [name, { repository, kept }] of Object.entries(pushed))
        for (const each of kept) {
          const message = `${name}: ${repository}:${each.tag} was not moved: ${sentenceOf(each)}`;
          // A newer version at the tag is normal.
          if (each.why !== 'newer' && each.why !== 'pre-release') host.annotate('warning', { message });
        }
      const placesOf = (name: string) => [
        name,
        ...(config.images[name]?.mirrors ?? []).map(each => mirrorName(name, each)),
      ];
      const keptOf = (name: string) => (pushed[name]?.kept ?? []).map(each => [each.tag, sentenceOf(each)]);
      setOutputs(host, {
        images: mapValues(images, (_, name) => pushed[name]?.digest),
        references: mapValues(images, (_, name) =>
          placesOf(name).flatMap(place => pushed[place]?.references ?? []),
        ),
        tags: tagsOutput(names.map(name => [name, pushed[name]?.tags ?? []])),
        kept: mapValues(images, (_, name) => Object.fromEntries(keptOf(name))),
        'sign-images': config.signing !== undefined,
      });
      const references = Object.values(pushed).map(({ repository, digest }) => `${repository}@${digest}`);
      addArtifacts(host.env, references);
      await host.summary(pushSummary(config.app, pushed));
      return true;
    });
  },
});
