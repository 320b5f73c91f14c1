import { dirname, resolve } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { parseDeployedInput } from '../image/selection.ts';
import type { Look, Staleness } from '../policy/staleness.ts';
import { inspected } from '../registry/contents.ts';
import { inspectDeployed } from '../registry/inspect.ts';
import { stalenessSummary } from '../report/images.ts';
import { onUserError, type UserError } from '../toolkit/errors.ts';
import { defineAction, required } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { registryClient } from './registry.ts';

export const staleAction = defineAction({
  name: 'stale',
  description:
    'Report deployed images whose base image has a newer version, so that they should be rebuilt. Changes nothing.',
  inputs: {
    config: shared.config,
    deployed: required(
      'JSON object that maps image names to deployed digests: the output `images` of the action `status`.',
    ),
  },
  outputs: {
    stale: '`true` if at least one image should be rebuilt, otherwise `false`.',
    images:
      'JSON object that maps image names to `digest`, `base`, `stale` (`true`, `false`, or missing if unknown) and `why`.',
    reason: 'Why an image could not be checked, in one sentence; otherwise empty.',
  },
  refused: { stale: 'false', images: '{}' },
  recorded: [],
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
    const judge = async (name: string, place: Parameters<typeof inspectDeployed>[1]): Promise<Staleness> => {
      const { [name]: image } = await inspectDeployed(registry, place);
      const source = await checkedOf(config, root, name);
      if (source === undefined || image === undefined) return { why: 'its Dockerfile does not exist' };
      return stalenessOf(source, image, look);
    };
    const found = await Promise.all(
      [...deployed].map(async ([name, place]) => {
        // The other images are still reported.
        const unknown = ({ sentence, message }: UserError): Staleness => {
          reason ||= sentence;
          return { why: message };
        };
        const judged = judge(name, new Map([[name, place]]));
        return [name, await judged.catch(onUserError(unknown, host.cancellation()))] as const;
      }),
    );
    host.output('stale', String(found.some(([, { stale }]) => stale === true)));
    const images = found.map(([name, each]) => [name, { digest: deployed.get(name)?.digest, ...each }]);
    host.output('images', JSON.stringify(Object.fromEntries(images)));
    host.output('reason', reason);
    await host.summary(stalenessSummary(config.app, found));
    for (const [name, { why }] of found) host.report(`${name}: ${why}`);
    return reason === '';
  },
});
