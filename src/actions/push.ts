import { loadConfig } from '../config/load.ts';
import { parseDigestsInput } from '../image/selection.ts';
import { parseTagsInput } from '../image/tags.ts';
import { RegistryClient } from '../registry/client.ts';
import { pushImages } from '../registry/push.ts';
import { pushSummary } from '../report/images.ts';
import { defineAction } from '../toolkit/host.ts';
import * as shared from './inputs.ts';

export const pushAction = defineAction({
  name: 'push',
  description:
    'Copy images by digest from their candidate repositories to their release repositories, tags last, and read all back.',
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
  },
  outputs: {
    images: 'JSON map from image names to digests: what was pushed.',
    references: 'JSON map from image names to lists of `repository:tag@digest`.',
    reason: 'Why it was refused, in one sentence; empty when it was not.',
  },
  refused: { images: '{}', references: '{}' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const images = parseDigestsInput(inputs.images, config.images);
    const tags = parseTagsInput(inputs.tags);
    const pushed = await pushImages(new RegistryClient(), { images, tags, report: host.report });
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
    host.output('reason', '');
    await host.summary(pushSummary(config.app, tags, pushed));
    return true;
  },
});
