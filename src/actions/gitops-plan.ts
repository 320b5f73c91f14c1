import { dirname } from 'node:path';
import type { GitOps } from '../config/types.ts';
import { parseImagesInput } from '../image/selection.ts';
import { resolveImages } from '../plan/images.ts';
import { type Host, setOutputs } from '../toolkit/host.ts';
import { cell } from '../toolkit/markdown.ts';
import { referencesOf } from '../workloads/kinds.ts';
import type { DeliveryInputs } from './gitops.ts';
import * as shared from './inputs.ts';
import { promotionOf } from './proofs.ts';
import { registryClient } from './registry.ts';
import { type ActionRequest, withCluster } from './session.ts';
import { signatureSentences, verifiedImages } from './trust.ts';

/**
 * Validates the files of `delivery.gitops` in the working tree, without a network.
 * @returns what a release would change.
 * @throws UserError with file and line.
 */
export async function checkFiles(
  path: string,
  gitops: GitOps,
  { images }: Pick<ActionRequest['config'], 'images'>,
  digests: Readonly<Record<string, { readonly digest: string }>> = {},
): Promise<string> {
  const { checkWorkingTree } = await import('../gitops/place.ts');
  const some = `sha256:${'0'.repeat(64)}`;
  const pinned = Object.entries(images).map(([name, { repository }]) => [
    name,
    { repository, digest: digests[name]?.digest ?? some },
  ]);
  const changed = await checkWorkingTree(dirname(path), gitops, Object.fromEntries(pinned));
  if (changed === undefined)
    return `the files are in ${gitops.repository}, so they are checked by \`deploy\``;
  return changed.length === 0
    ? 'a release would change no file'
    : `a release would change ${changed.join(', ')} on ${gitops.branch}`;
}

/** `plan`: what `deploy` checks before its commit. */
export async function planByGit(
  inputs: Omit<DeliveryInputs, 'gitops-token'> & { readonly images: string; readonly force: string },
  request: ActionRequest,
  gitops: GitOps,
  host: Host,
): Promise<boolean> {
  const { config, environment } = request;
  const registry = await registryClient();
  const selected = inputs.images === '' ? {} : parseImagesInput(inputs.images, config.images);
  const images =
    inputs.images === '' ? {} : await resolveImages(registry, selected, Object.keys(config.images));
  const verified = await verifiedImages(inputs, { config, environment, images, registry, host });
  const forced = shared.forced(inputs.force);
  const { requirePromotion } = await promotionOf(inputs, { config, environment, registry, host, ...forced });
  const files = await checkFiles(inputs.config, gitops, config, images);
  const load = () => import('../gitops/controller.ts');
  const lines = await withCluster(
    { ...inputs, patient: false },
    environment,
    host,
    load,
    async (cluster, code) => {
      const promotion = inputs.images === '' ? undefined : await requirePromotion?.(cluster, images);
      const controller = gitops.controller && (await code.requireRunning(cluster, gitops.controller));
      const seen = controller === undefined ? [] : [`${controller.name}: ${controller.sentence}`];
      return [
        files,
        ...(promotion === undefined ? [] : [promotion.sentence]),
        ...seen,
        ...signatureSentences(verified),
      ];
    },
  );
  host.output('verdict', 'pass');
  host.output('changes', JSON.stringify({ create: [], change: [], same: [] }));
  host.output('policy', '{}');
  host.output('difference', '{}');
  host.output('images', JSON.stringify(referencesOf(images)));
  // The comparison of monitoring needs a record in the cluster.
  setOutputs(host, { monitored: 'false', reason: '' });
  const list = lines.map(line => `- ${cell(line)}`).join('\n');
  await host.summary(`### ✅ Plan: ${cell(config.app)} → ${cell(inputs.environment)}\n\n${list}\n`);
  lines.forEach(host.report);
  return true;
}
