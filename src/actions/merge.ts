import { loadConfig } from '../config/load.ts';
import { measure, sizesOutput } from '../image/budget.ts';
import { parseParts } from '../image/parts.ts';
import { parseDeployedInput } from '../image/selection.ts';
import { inspectDeployed } from '../registry/inspect.ts';
import { mergeImages } from '../registry/merge.ts';
import { mergeSummary } from '../report/images.ts';
import { defineAction, required, setOutputs } from '../toolkit/host.ts';
import { mapValues } from '../toolkit/map.ts';
import * as shared from './inputs.ts';
import { withRegistry } from './registry.ts';

export const mergeAction = defineAction({
  name: 'merge',
  description:
    'Combine the images that `build` built for single platforms on several machines into one multi-platform image.',
  inputs: {
    config: shared.config,
    parts: required(
      'JSON array of the outputs `images` of `build`, one from each machine, such as `[{"shop": "sha256:…"}, {"shop": "sha256:…"}]`.',
    ),
    deployed: shared.deployedForGrowth,
  },
  outputs: {
    images: 'JSON object that maps image names to digests of multi-platform indexes.',
    size: 'JSON object that maps image names to compressed bytes by platform.',
    reason: 'Why the step failed, in one sentence; otherwise empty.',
  },
  refused: { images: '{}', size: '{}' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const parts = parseParts(inputs.parts, config.images);
    return withRegistry({ signal: host.cancellation() }, async registry => {
      const compared = [...parseDeployedInput(inputs.deployed, config.images)].filter(
        ([name]) => config.images[name]?.budget?.growth !== undefined,
      );
      const deployed = await inspectDeployed(registry, new Map(compared));
      const tasks = Object.entries(config.images).flatMap(([name, image]) => {
        const digests = parts.get(name);
        const { platforms } = image;
        return digests === undefined ? [] : [{ ...image, name, platforms, parts: digests }];
      });
      const merged = await mergeImages(registry, tasks, host.report);
      const manifests = mapValues(merged, ({ inspected }) => inspected);
      const measured = measure(config.images, manifests, deployed);
      for (const note of measured.notes) host.report(note);
      setOutputs(host, {
        images: mapValues(merged, ({ digest }) => digest),
        size: sizesOutput(measured),
        reason: measured.objection,
      });
      await host.summary(mergeSummary(config.app, Object.entries(merged), measured));
      return measured.objection === undefined;
    });
  },
});
