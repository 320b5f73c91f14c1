import { dirname, resolve } from 'node:path';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { type Digest, parseRepository, repositoryIn } from '../image/reference.ts';
import { parseDigestsInput } from '../image/selection.ts';
import type { RegistryClient } from '../registry/client.ts';
import { signSummary } from '../report/signing.ts';
import { readChecksums } from '../toolkit/checksums.ts';
import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, optional, required, setOutputs } from '../toolkit/host.ts';
import { mapValues } from '../toolkit/map.ts';
import * as shared from './inputs.ts';
import { withRegistry } from './registry.ts';
import { trustOptions } from './trust.ts';

export const signAction = defineAction({
  name: 'sign',
  description:
    'Sign images as slipway.yml declares, attest their provenance, SBOM and scan result, and verify the signatures.',
  inputs: {
    config: shared.config,
    images: required(
      'JSON object that maps image names in slipway.yml to digests: the output `images` of `push`.',
    ),
    from: optional(
      'Repositories of the images: `release`, or `candidate`, to which `build` pushes.',
      'release',
    ),
    reports: optional(
      'Folder of scan reports for these images: the output `reports` of `scan`. Default: none. `signing.attestations` must then list nothing that needs a report.',
    ),
    'reports-digest': optional(
      'Output `reports-digest` of that `scan`; reports that were changed since are refused. Default: the reports are not checked.',
    ),
    workflow: optional(
      'Workflow that builds the images, for the provenance, as in `job.workflow_ref`. Default: the workflow that was started.',
    ),
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    images: 'JSON object that maps image names to `repository@digest`.',
    attested: 'JSON object that maps image names to arrays of the predicate types that are signed.',
    signer: 'The signer, in a few words; empty if `trust` in slipway.yml requires no signature.',
    reason: 'Why the step was refused or failed, in one sentence; otherwise empty.',
  },
  refused: { images: '{}', attested: '{}' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const { signing } = config;
    if (signing === undefined)
      throw new UserError('slipway.yml has no `signing`', 'add it, or remove this step');
    const given = parseDigestsInput(inputs.images, config.images);
    const images = mapValues(given, (image, name) => {
      const repository = repositoryIn(inputs.from, { ...config.images[name], ...image });
      return { ...image, repository };
    });
    const signal = host.cancellation();
    const { env, report } = host;
    const root = resolve(dirname(inputs.config));
    const { trustOf } = await import('../config/signing.ts');
    const { withCosign } = await import('../signing/cosign.ts');
    const { signingKey } = await import('../signing/key.ts');
    const { signImages } = await import('../signing/sign.ts');
    const { attachmentVerifier, verifyImages } = await import('../signing/verify-images.ts');
    const { readGit } = await import('../image/git.ts');
    const { reports: folder, 'reports-digest': digest } = inputs;
    const reports = { folder, ...(digest === '' ? {} : { sums: await readChecksums(folder, digest) }) };
    const trust = trustOf(config);
    const { source, revision } = await readGit(env, root);
    const from = { ...(source && { source }), ...(revision && { revision }) };
    const circumstances = { env, workflow: inputs.workflow, ...from };
    return withRegistry({ signal }, async registry => {
      const result = await withCosign({ env, signal, report }, async cosign => {
        const key = await signingKey({ signing, trustedRoot: trust?.root, root, folder: cosign.folder, env });
        const now = Date.now();
        const asked = trust && { ...trustOptions(inputs.config, config, trust), registry, cosign, env, now };
        const signed = await signImages({
          images,
          attestations: signing.attestations,
          format: signing.format,
          reports,
          circumstances,
          key,
          cosign,
          registry,
          holds: asked === undefined ? async () => false : await attachmentVerifier(asked),
          report,
        });
        // Verified here, so that this step fails and not only the release.
        const verified = asked && (await verifyImages(images, { ...asked, now: Date.now() }));
        return { signed, verified };
      });
      if (inputs.from === 'release') await copyToMirrors(registry, config, images, report);
      const by = Object.values(result.verified ?? {})[0]?.by ?? '';
      const attestedOf = (name: string) => [result.signed[name]?.made ?? [], result.signed[name]?.kept ?? []];
      setOutputs(host, {
        images: mapValues(images, ({ repository, digest }) => `${repository}@${digest}`),
        attested: mapValues(images, (_, name) => attestedOf(name).flat()),
        signer: by,
      });
      await host.summary(signSummary(config.app, result.signed, by));
      return true;
    });
  },
});

async function copyToMirrors(
  registry: RegistryClient,
  { images: known }: Config,
  images: Readonly<Record<string, { readonly repository: string; readonly digest: Digest }>>,
  report: (line: string) => void,
): Promise<void> {
  for (const [name, { repository, digest }] of Object.entries(images)) {
    const { mirrors = [] } = known[name] ?? {};
    const tree = mirrors.length === 0 ? undefined : await registry.tree(repository, digest);
    // The image exists: it was signed above.
    if (tree === undefined) continue;
    for (const mirror of mirrors) {
      const { copyAttached } = await import('../registry/attached.ts');
      const copied = await copyAttached(registry, tree, repository, parseRepository(mirror), { report });
      report(`${name}: copied ${counted(copied.length, 'attached manifest')} to ${mirror}`);
    }
  }
}
