import { dirname, resolve } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { parseDeployedInput } from '../image/selection.ts';
import type { Look, Staleness } from '../policy/staleness.ts';
import { inspected } from '../registry/contents.ts';
import { inspectDeployed } from '../registry/inspect.ts';
import { stalenessSummary } from '../report/images.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { registryClient } from './registry.ts';

export const staleAction = defineAction({
  name: 'stale',
  description:
    'Say which deployed images are built from a base image that has moved on since, so that they are to be built again; changes nothing.',
  inputs: {
    config: shared.config,
    deployed: {
      description:
        'JSON map from names to the digests that are deployed, as `images` in the output `status` of that action.',
      required: true,
    },
  },
  outputs: {
    stale: '`true` when at least one image is to be built again, else `false`.',
    images:
      'JSON map from image names to `base`, `stale` (`true`, `false`, or left out where it cannot be told) and `why`.',
    reason: 'Why it could not be told, in one sentence; empty when it could.',
  },
  refused: { stale: 'false', images: '{}' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const deployed = parseDeployedInput(inputs.deployed, config.images);
    const registry = await registryClient({ signal: host.cancellation() });
    const { checkedOf } = await import('../policy/review.ts');
    const { stalenessOf } = await import('../policy/staleness.ts');
    const root = resolve(dirname(inputs.config));
    const look: Look = async reference => {
      const now = await registry.resolve(reference);
      const tree = now && (await registry.tree(reference.repository, now.digest));
      return tree && inspected(tree);
    };
    let reason = '';
    const tell = async (name: string, place: Parameters<typeof inspectDeployed>[1]): Promise<Staleness> => {
      const { [name]: image } = await inspectDeployed(registry, place);
      const source = await checkedOf(config, root, name);
      if (source === undefined || image === undefined) return { why: 'its Dockerfile is not there' };
      return stalenessOf(source, image, look);
    };
    const found = await Promise.all(
      [...deployed].map(async ([name, place]) => {
        const told = await tell(name, new Map([[name, place]])).catch((error: unknown): Staleness => {
          // One that cannot be told keeps nobody from knowing of the others.
          if (!(error instanceof UserError) || host.cancellation().aborted) throw error;
          reason ||= error.sentence;
          return { why: error.message };
        });
        return [name, told] as const;
      }),
    );
    host.output('stale', String(found.some(([, { stale }]) => stale === true)));
    host.output('images', JSON.stringify(Object.fromEntries(found)));
    host.output('reason', reason);
    if (reason !== '') host.annotate('error', { title: 'stale', message: reason });
    await host.summary(stalenessSummary(config.app, found));
    for (const [name, { why }] of found) host.report(`${name}: ${why}`);
    return reason === '';
  },
});
