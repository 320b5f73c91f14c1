import { writeFile } from 'node:fs/promises';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { candidateOf, parseRepository } from '../image/reference.ts';
import { parseImageNames } from '../image/selection.ts';
import { linesOf, pruneReport, pruneSummary } from '../report/prune.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { type Protection, protectionsOf, within } from './protections.ts';
import { registryClient } from './registry.ts';

export const pruneAction = defineAction({
  name: 'prune',
  description:
    'Say which images may go from their repositories by `retention` of slipway.yml, and delete them when told to; what is deployed, can be gone back to or is named by a backup set stays, with all that it needs.',
  inputs: {
    config: shared.config,
    apply: {
      description: 'Whether what may go is deleted: `true` or `false`, which only says what would be.',
      default: 'false',
    },
    images: {
      description: 'Images of slipway.yml, with commas between them. Default: all.',
      default: '',
    },
    environments: {
      description:
        'Environments of slipway.yml of which the clusters are asked what they run and may go back to, and the stores of `recovery` which images their backup sets name, with commas between them, or `none`. Default: all.',
      default: '',
    },
    contexts: {
      description:
        'JSON map from environments to contexts of the kubeconfig. Default: the `cluster` of the environment, else the current context.',
      default: '{}',
    },
    keep: {
      description:
        'Files of any form, with commas between them: every digest that is named in them stays. The output `protected` of a run that reaches another cluster, or manifests of backup sets in an offline store.',
      default: '',
    },
    logins: shared.logins,
    token: {
      description:
        'Token of GitHub with `packages: write`; for images of ghcr.io, which are listed and deleted by GitHub’s API alone. Default: they are not deleted.',
      default: '',
    },
    report: {
      description:
        'Path of a JSON report: each manifest that goes or stays, with the reason. Default: none is written.',
      default: '',
    },
  },
  outputs: {
    state:
      '`nothing` may go, `planned` (something may, and nothing was deleted), `removed`, `partly` (the registry did not let all of it go, or the run was ended in the middle) or `refused`.',
    planned: 'How many manifests may go.',
    removed: 'How many were deleted.',
    protected: 'JSON list of the digests that clusters, backup sets and files protect.',
    reason: 'Why not all that may go was deleted, in one sentence; empty when it was, or was not to be.',
  },
  refused: { state: 'refused', planned: '0', removed: '0', protected: '[]' },
  run: async (inputs, host) => {
    const apply = shared.flag('apply', inputs.apply);
    const config = await loadConfig(inputs.config);
    const { retention } = config;
    if (retention === undefined)
      throw new UserError(
        'slipway.yml says nothing of `retention`, so nothing may go',
        'add `retention: {rules: [{tags: pr-*, for: 14d}]}`, for example',
      );
    const repositories = repositoriesOf(config, inputs.images);
    const ask = await protectionsOf(inputs, config, apply, host);
    let known: Protection | undefined = await ask();
    host.output('protected', JSON.stringify([...known.digests.keys()].sort()));

    const { concluded, pruneRepositories } = await import('../registry/prune.ts');
    const registry = await registryClient({ signal: host.cancellation() });
    const done = await pruneRepositories(registry, repositories, async repository => ({
      policy: retention,
      protections: async () => {
        const { digests, tags } = known ?? (await ask());
        // Whoever looks once more asks once more.
        known = undefined;
        return { digests, tags: within(repository, tags) };
      },
      package: await packageOf(repository, inputs.token, apply, host),
      apply,
      now: Date.now(),
      report: host.report,
    }));
    const conclusion = concluded(done, apply);
    const { state, planned, removed, reason } = conclusion;
    host.output('state', state);
    host.output('planned', String(planned));
    host.output('removed', String(removed));
    host.output('reason', reason);
    if (inputs.report !== '') await writeFile(inputs.report, pruneReport(done));
    await host.summary(pruneSummary(config.app, done, conclusion));
    for (const line of linesOf(done, apply)) host.report(line);
    if (reason !== '') host.annotate('error', { message: reason });
    return reason === '';
  },
});

/** Each image's repository, the one in which it waited for its scan, and those of environments that have their own. */
function repositoriesOf(config: Config, names: string): string[] {
  const repositories = parseImageNames(names, config.images).flatMap(name => {
    const image = config.images[name];
    if (image === undefined) return [];
    const places = Object.values(config.environments).flatMap(
      ({ repositories }) => repositories?.[name] ?? [],
    );
    return [candidateOf(image), image.repository, ...places].map(parseRepository);
  });
  return [...new Set(repositories)];
}

/** @throws UserError where nothing could be deleted without a token. */
async function packageOf(repository: string, token: string, apply: boolean, host: Host) {
  const { isGitHubRegistry, openPackage } = await import('../registry/packages.ts');
  if (!isGitHubRegistry(repository)) return undefined;
  if (token !== '') return openPackage(repository, token, host.env, { signal: host.cancellation() });
  if (!apply) return undefined;
  throw new UserError(
    'ghcr.io deletes images through GitHub’s own API alone',
    'give the input `token`, that of a job with `packages: write`',
  );
}
