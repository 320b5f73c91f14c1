import { configFor, environmentOf, loadConfig } from '../config/load.ts';
import type { Environment } from '../config/types.ts';
import { formsOf } from '../image/forms.ts';
import { candidateOf, parseRepository } from '../image/reference.ts';
import { parseDigestsInput } from '../image/selection.ts';
import { tagsOutput } from '../image/tags.ts';
import { parseAdoptInput, parseTagsInput } from '../image/tags-input.ts';
import { proofType, withdrawalType } from '../promotion/proof.ts';
import { pushImages, sentenceOf } from '../registry/push.ts';
import { pushSummary } from '../report/images.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction } from '../toolkit/host.ts';
import { addArtifacts } from '../toolkit/runner.ts';
import * as shared from './inputs.ts';
import { registryClient } from './registry.ts';

/** Nothing runs from a candidate repository: what says there that an environment has verified it is not to be believed. */
const carries = (type: string) => type !== proofType && type !== withdrawalType;

const mirrorName = (image: string, mirror: string) => `${image} in ${mirror}`;

/** @throws UserError when the environment takes an image from where it is released. */
function mustDiffer(name: string, { repositories = {} }: Environment, images: readonly string[]): void {
  const missing = images.filter(image => repositories[image] === undefined);
  if (missing.length === 0) return;
  throw new UserError(
    `the environment "${name}" has no repository of its own for ${missing.join(', ')}, so there is nothing to copy`,
    'name one in `repositories` of the environment, or leave those images out',
  );
}

export const pushAction = defineAction({
  name: 'push',
  description:
    'Copy images by digest from their candidate repositories to their release repositories, or from there to those of an environment, with all that is attached to them; tags last and forward only; and read all back.',
  inputs: {
    config: shared.config,
    images: {
      description:
        'JSON map from the names in slipway.yml to digests, or `repository@digest`: the output `images` of `build` or `status`.',
      required: true,
    },
    tags: {
      description:
        'Tags, as a JSON list or with commas between them: the output `tags` of `build`. Default with an `environment`: the version that each image says of itself.',
      default: '',
    },
    environment: {
      description:
        'Name of an environment that has `repositories` of its own: what was released is copied there. Default: what was built is copied to where it is released.',
      default: '',
    },
    adopt: {
      description:
        'Floating tags, such as `latest`, that may be moved although nobody can tell which version they hold, with commas between them. For once: from then on it can be told.',
      default: '',
    },
  },
  outputs: {
    images: 'JSON map from image names to digests: what was pushed.',
    references: 'JSON map from image names to lists of `repository:tag@digest`.',
    tags: 'JSON list of the tags that stand for what was pushed, or a JSON map from image names to such lists where they differ.',
    sign: 'Whether slipway.yml wants them signed: `true` or `false`.',
    kept: 'JSON map from image names to the tags that were left where they are, each with the reason.',
    reason: 'Why it was refused, in one sentence; empty when it was not.',
  },
  refused: { images: '{}', references: '{}', tags: '[]', kept: '{}', sign: 'false' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const environment = inputs.environment === '' ? undefined : environmentOf(config, inputs.environment);
    const places = environment === undefined ? config.images : configFor(config, environment).images;
    const images = parseDigestsInput(inputs.images, places);
    const names = Object.keys(images);
    if (environment !== undefined) mustDiffer(inputs.environment, environment, names);
    // Nothing but a version of its own says what an image is called that was built long ago.
    const tags =
      inputs.tags === '' && environment !== undefined ? undefined : parseTagsInput(inputs.tags, names);
    const adopt = parseAdoptInput(inputs.adopt);
    for (const tag of adopt)
      if (tags !== undefined && !Object.values(tags).flat().includes(tag))
        host.report(`\`adopt\` names ${tag}, which is not pushed here`);
    const tagged = Object.entries(images).flatMap(([name, image]) => {
      const forms = formsOf(config.images[name]?.tags ?? config.tags);
      const own = { ...config.images[name], repository: config.images[name]?.repository ?? image.repository };
      const from = environment === undefined ? candidateOf(own) : parseRepository(own.repository);
      const asked = tags === undefined ? {} : { tags: tags[name] ?? [] };
      const task = { ...image, from, forms, ...asked };
      const mirrors = environment === undefined ? (config.images[name]?.mirrors ?? []) : [];
      return [
        [name, task] as const,
        ...mirrors.map(
          mirror => [mirrorName(name, mirror), { ...task, repository: parseRepository(mirror) }] as const,
        ),
      ];
    });
    const options = {
      images: Object.fromEntries(tagged),
      adopt,
      report: host.report,
      ...(environment === undefined ? { carries } : {}),
    };
    const pushed = await pushImages(await registryClient({ signal: host.cancellation() }), options);
    for (const [name, { repository, kept }] of Object.entries(pushed))
      for (const each of kept) {
        const message = `${name}: ${repository}:${each.tag} is left where it is: ${sentenceOf(each)}`;
        // That something newer is there is nothing to warn of.
        if (each.why !== 'newer' && each.why !== 'pre-release') host.annotate('warning', { message });
      }
    const map = <Value>(value: (name: string) => Value) =>
      JSON.stringify(Object.fromEntries(names.map(name => [name, value(name)])));
    const placesOf = (name: string) => [
      name,
      ...(config.images[name]?.mirrors ?? []).map(each => mirrorName(name, each)),
    ];
    host.output(
      'images',
      map(name => pushed[name]?.digest),
    );
    host.output(
      'references',
      map(name => placesOf(name).flatMap(place => pushed[place]?.references ?? [])),
    );
    host.output('tags', tagsOutput(names.map(name => [name, pushed[name]?.tags ?? []])));
    host.output(
      'kept',
      map(name => Object.fromEntries((pushed[name]?.kept ?? []).map(each => [each.tag, sentenceOf(each)]))),
    );
    addArtifacts(
      host.env,
      Object.values(pushed).map(({ repository, digest }) => `${repository}@${digest}`),
    );
    host.output('sign', String(config.signing !== undefined));
    host.output('reason', '');
    await host.summary(pushSummary(config.app, pushed));
    return true;
  },
});
