import { dirname } from 'node:path';
import type { GitOps } from '../config/types.ts';
import { setOutputs } from '../toolkit/host.ts';
import { mapValues } from '../toolkit/map.ts';
import { cell } from '../toolkit/markdown.ts';
import { referencesOf } from '../workloads/kinds.ts';
import type { DeliveryInputs, GitDelivery } from './gitops.ts';
import { releasedImages } from './released-images.ts';
import { type ActionRequest, impatient, withCluster } from './session.ts';
import { signatureSentences } from './trust.ts';

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
  const pinned = mapValues(images, ({ repository }, name) => {
    return { repository, digest: digests[name]?.digest ?? some };
  });
  const changed = await checkWorkingTree(dirname(path), gitops, pinned);
  if (changed === undefined)
    return `the files are in ${gitops.repository}, so they are checked by \`deploy\``;
  return changed.length === 0
    ? 'a release would change no file'
    : `a release would change ${changed.join(', ')} on ${gitops.branch}`;
}

/** `plan`: what `deploy` checks before its commit. */
export async function planByGit(
  inputs: Omit<DeliveryInputs, 'gitops-token'> & { readonly images: string; readonly force: string },
  { request, gitops, host }: GitDelivery,
): Promise<boolean> {
  const { config, environment } = request;
  const asked = await releasedImages(inputs, request, host);
  const [images, verified] = [await asked.images, await asked.verify()];
  const files = await checkFiles(inputs.config, gitops, config, images);
  const load = () => import('../gitops/controller.ts');
  const lines = await withCluster(impatient(inputs), environment, host, load, async (cluster, code) => {
    const { requirePromotion } = asked.promotion;
    const promotion = inputs.images === '' ? undefined : await requirePromotion?.(cluster, images);
    const controller = gitops.controller && (await code.requireRunning(cluster, gitops.controller));
    const promoted = promotion === undefined ? [] : [promotion.sentence];
    const seen = controller === undefined ? [] : [`${controller.name}: ${controller.sentence}`];
    return [files, ...promoted, ...seen, ...signatureSentences(verified)];
  });
  setOutputs(host, {
    verdict: 'pass',
    changes: { create: [], change: [], same: [] },
    policy: {},
    difference: {},
    images: referencesOf(images),
    // The comparison of monitoring needs a record in the cluster.
    monitored: false,
  });
  const list = lines.map(line => `- ${cell(line)}`).join('\n');
  await host.summary(`### ✅ Plan: ${cell(config.app)} → ${cell(inputs.environment)}\n\n${list}\n`);
  lines.forEach(host.report);
  return true;
}
