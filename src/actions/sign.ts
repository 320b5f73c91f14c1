import { dirname, resolve } from 'node:path';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { candidateOf, type Digest, parseRepository } from '../image/reference.ts';
import { parseDigestsInput } from '../image/selection.ts';
import type { RegistryClient } from '../registry/client.ts';
import { signSummary } from '../report/signing.ts';
import { readChecksums } from '../toolkit/checksums.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction } from '../toolkit/host.ts';
import { parseMirrors } from '../toolkit/tools/pin.ts';
import * as shared from './inputs.ts';
import { registryClient } from './registry.ts';
import { trustOptions } from './trust.ts';

export const signAction = defineAction({
  name: 'sign',
  description:
    'Sign images as slipway.yml wants it, and attest where they come from, what is in them and what their scan found; then verify all of it.',
  inputs: {
    config: shared.config,
    images: {
      description: 'JSON map from the names in slipway.yml to digests: the output `images` of `push`.',
      required: true,
    },
    from: {
      description:
        'Where the images are: `release`, the repositories that they are released from, or `candidate`, those that `build` pushes to.',
      default: 'release',
    },
    reports: {
      description:
        'Folder that `scan` wrote for these images: its output `reports`. Default: none, which `signing.attest` has to fit.',
      default: '',
    },
    'reports-digest': {
      description:
        'Output `reports-digest` of that `scan`: reports that were changed since are refused. Default: they are believed as they lie there.',
      default: '',
    },
    workflow: {
      description:
        'The workflow that builds, as `job.workflow_ref` has it, for the provenance. Default: the one that was started.',
      default: '',
    },
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    images: 'JSON map from image names to `repository@digest`.',
    attested: 'JSON map from image names to lists of predicate types: all that is signed of each.',
    by: 'Who signed, in a few words; empty where `trust` of slipway.yml asks for no signature.',
    reason: 'Why it was refused, in one sentence; empty when it was not.',
  },
  refused: { images: '{}', attested: '{}' },
  run: async (inputs, host) => {
    const config = await loadConfig(inputs.config);
    const { signing } = config;
    if (signing === undefined)
      throw new UserError(
        'slipway.yml does not say how images are signed',
        'add `signing:` to it, or leave this step out',
      );
    const given = parseDigestsInput(inputs.images, config.images);
    const images = Object.fromEntries(
      Object.entries(given).map(([name, image]) => [
        name,
        { ...image, repository: placeOf(inputs.from, { ...config.images[name], ...image }) },
      ]),
    );
    const signal = host.cancellation();
    const registry = await registryClient({ signal });
    const { env, report } = host;
    const root = resolve(dirname(inputs.config));
    const [{ trustOf }, { withCosign }, { signingKey }, { signImages }, { holding, vouchFor }, { readGit }] =
      await Promise.all([
        import('../config/signing.ts'),
        import('../signing/cosign.ts'),
        import('../signing/key.ts'),
        import('../signing/sign.ts'),
        import('../signing/vouch.ts'),
        import('../image/git.ts'),
      ]);
    const digest = inputs['reports-digest'];
    const reports = {
      folder: inputs.reports,
      ...(digest === '' ? {} : { sums: await readChecksums(inputs.reports, digest) }),
    };
    const trust = trustOf(config);
    const { source, revision } = await readGit(env, root);
    const options = { toolMirrors: parseMirrors(inputs['tool-mirrors']), env, signal, report };
    const result = await withCosign(options, async cosign => {
      const key = await signingKey({ signing, trustedRoot: trust?.root, root, folder: cosign.folder, env });
      const now = Date.now();
      const asked = trust && { ...trustOptions(inputs.config, config, trust), registry, cosign, env, now };
      const signed = await signImages({
        images,
        attest: signing.attest,
        format: signing.format,
        reports,
        circumstances: {
          env,
          workflow: inputs.workflow,
          ...(source && { source }),
          ...(revision && { revision }),
        },
        key,
        cosign,
        registry,
        holds: asked === undefined ? async () => false : await holding(asked),
        report,
      });
      // What a release will demand is known now, and not only when it is refused.
      const vouched = asked && (await vouchFor(images, { ...asked, now: Date.now() }));
      return { signed, vouched };
    });
    if (inputs.from === 'release') await copyToMirrors(registry, config, images, report);
    const by = Object.values(result.vouched ?? {})[0]?.by ?? '';
    const map = <Value>(value: (name: string) => Value) =>
      JSON.stringify(Object.fromEntries(Object.keys(images).map(name => [name, value(name)])));
    host.output(
      'images',
      map(name => `${images[name]?.repository}@${images[name]?.digest}`),
    );
    host.output(
      'attested',
      map(name => [...(result.signed[name]?.made ?? []), ...(result.signed[name]?.kept ?? [])]),
    );
    host.output('by', by);
    host.output('reason', '');
    await host.summary(signSummary(config.app, result.signed, by));
    return true;
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
    // It was there when it was signed.
    if (tree === undefined) continue;
    for (const mirror of mirrors) {
      const { copyAttached } = await import('../registry/attached.ts');
      const copied = await copyAttached(registry, tree, repository, parseRepository(mirror), { report });
      report(`${name}: ${copied.length} things that are attached to it are in ${mirror}, too`);
    }
  }
}

function placeOf(from: string, image: Parameters<typeof candidateOf>[0]): string {
  if (from === 'release') return image.repository;
  if (from === 'candidate') return candidateOf(image);
  throw new UserError(`the input \`from\` is "${from}"`, 'write release or candidate');
}
