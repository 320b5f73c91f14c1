import { loadConfig } from '../config/load.ts';
import { formsOf } from '../image/forms.ts';
import { parseDigestsInput } from '../image/selection.ts';
import { tagsOutput } from '../image/tags.ts';
import { parseAdoptInput, parseTagsInput } from '../image/tags-input.ts';
import { RegistryClient } from '../registry/client.ts';
import { pushImages, sentenceOf } from '../registry/push.ts';
import { pushSummary } from '../report/images.ts';
import { defineAction } from '../toolkit/host.ts';
import { addArtifacts } from '../toolkit/runner.ts';
import * as shared from './inputs.ts';

export const pushAction = defineAction({
  name: 'push',
  description:
    'Copy images by digest from their candidate repositories to their release repositories, tags last and forward only, and read all back.',
  inputs: {
    config: shared.config,
    images: {
      description: 'JSON map from the names in slipway.yml to digests: the output `images` of `build`.',
      required: true,
    },
    tags: {
      description: 'Tags, as a JSON list or with commas between them: the output `tags` of `build`.',
      required: true,
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
    const images = parseDigestsInput(inputs.images, config.images);
    const names = Object.keys(images);
    const tags = parseTagsInput(inputs.tags, names);
    const adopt = parseAdoptInput(inputs.adopt);
    for (const tag of adopt)
      if (!Object.values(tags).flat().includes(tag))
        host.report(`\`adopt\` names ${tag}, which is not pushed here`);
    const tagged = Object.entries(images).map(([name, image]) => {
      const forms = formsOf(config.images[name]?.tags ?? config.tags);
      return [name, { ...image, tags: tags[name] ?? [], forms }] as const;
    });
    const options = { images: Object.fromEntries(tagged), adopt, report: host.report };
    const pushed = await pushImages(new RegistryClient(), options);
    for (const [name, { repository, kept }] of Object.entries(pushed))
      for (const each of kept) {
        const message = `${name}: ${repository}:${each.tag} is left where it is: ${sentenceOf(each)}`;
        // That something newer is there is nothing to warn of.
        if (each.why !== 'newer' && each.why !== 'pre-release') host.annotate('warning', { message });
      }
    const map = <Value>(value: (name: string) => Value) =>
      JSON.stringify(Object.fromEntries(Object.keys(pushed).map(name => [name, value(name)])));
    host.output(
      'images',
      map(name => pushed[name]?.digest),
    );
    host.output(
      'references',
      map(name => pushed[name]?.references),
    );
    host.output('tags', tagsOutput(Object.entries(pushed).map(([name, { tags }]) => [name, tags])));
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
