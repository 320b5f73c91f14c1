import type { Cluster } from '../cluster/port.ts';
import type { Verified } from '../promotion/prove.ts';
import type { Host } from '../toolkit/host.ts';
import { cell } from '../toolkit/markdown.ts';
import { registryClient } from './registry.ts';
import { requiring, sealingOf } from './sealing.ts';
import type { ActionRequest } from './session.ts';

/** Description of the output that `publishProofs` sets. */
export const proofOutput =
  'Change of the proofs at the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';

/** The same for an action that verifies nothing. */
export const withdrawalOutput =
  'Change of the proofs at the images, for environments that require this one: `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';

/** Withdraws the proof of the release that is being rolled back, in parallel to the rollback. @returns whether any was withdrawn. */
export async function withdrawEarly(cluster: Cluster, request: ActionRequest): Promise<boolean> {
  const { withdrawRollingBack } = await import('../promotion/prove.ts');
  return withdrawRollingBack(cluster, { ...request, registry: await registryClient() });
}

/**
 * Attaches or withdraws the proofs at the images, for later environments. A failure is a warning.
 * @param request `inputs` are needed to attach a proof, which is signed if slipway.yml signs images.
 * @param withdrawn whether a proof was already withdrawn.
 */
export async function publishProofs(
  host: Host,
  cluster: Cluster,
  request: ActionRequest & { readonly inputs?: Parameters<typeof sealingOf>[0] },
  verified: Verified | undefined,
  withdrawn = false,
): Promise<void> {
  const { settleProofs } = await import('../promotion/prove.ts');
  const registry = await registryClient();
  const { config, environmentName, inputs } = request;
  const environments = requiring(config, environmentName);
  const sealing = verified && inputs && (await sealingOf(inputs, { config, environments, registry, host }));
  const { state, warnings } = await settleProofs(cluster, { ...request, registry, sealing }, verified);
  host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
  for (const message of warnings) {
    host.annotate('warning', { title: 'Promotion', message });
    await host.summary(`⚠️ ${cell(message)}\n`);
  }
}
