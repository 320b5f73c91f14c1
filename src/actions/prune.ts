import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/types.ts';
import { candidateOf, parseRepository } from '../image/reference.ts';
import { parseImageNames } from '../image/selection.ts';
import { pruneLines, pruneReport, pruneSummary } from '../report/prune.ts';
import { markAfterChange, UserError } from '../toolkit/errors.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import * as shared from './inputs.ts';
import { type Protection, protectionsOf, tagsOfRepository } from './protections.ts';
import { registryClient } from './registry.ts';
import { writeReport } from './reports.ts';

export const pruneAction = defineAction({
  name: 'prune',
  description:
    'Delete images past the `retention` in slipway.yml from their repositories, or list them. Images that are deployed, needed for a rollback or named by a backup set are kept.',
  inputs: {
    config: shared.config,
    'dry-run': optional('Whether to only list images: `true`, or `false` to delete them.', 'true'),
    images: optional('Names of images in slipway.yml, separated by commas or lines. Default: all.'),
    environments: optional(
      'Environments whose deployed images, rollback targets and backup sets are protected, separated by commas or lines, or `none`. Default: all in slipway.yml.',
    ),
    'kube-contexts': optional(
      'JSON object that maps environments to contexts of the kubeconfig. Default: the `cluster` of the environment, otherwise the current context.',
      '{}',
    ),
    keep: optional(
      'Files with digests to keep, in any format, separated by commas or lines: for example the output `protected` of a run for another cluster, or manifests of backup sets in an offline store.',
    ),
    credentials: shared.credentials,
    'tool-mirrors': shared.toolMirrors,
    'github-token': optional(
      "GitHub token with `packages: write`, for images on ghcr.io, which only GitHub's API can delete. Default: they are not deleted.",
    ),
    'gitops-token': optional(
      'Token that can read the repository in `delivery.gitops` of slipway.yml, which names the images that a rollback needs. Default: the variable GITHUB_TOKEN for the repository of slipway.yml; for another one, the credentials of git.',
    ),
    report: optional(
      'Path of a JSON report to write, with each manifest and why it is deleted or kept. Default: none.',
    ),
  },
  outputs: {
    state:
      '`nothing` (no image is past its retention), `planned` (images are listed, none was deleted), `removed`, `partial` (the registry refused some deletions, or the run was cancelled) or `refused`.',
    planned: 'Number of manifests to delete.',
    removed: 'Number of manifests that were deleted.',
    protected: 'JSON array of the digests that clusters, backup sets and files protect.',
    reason:
      'Why some images were not deleted although `dry-run` is `false`, in one sentence; otherwise empty.',
  },
  refused: { state: 'refused', planned: '0', removed: '0', protected: '[]' },
  run: async (inputs, host) => {
    const apply = !shared.flag('dry-run', inputs['dry-run']);
    const config = await loadConfig(inputs.config);
    const { retention } = config;
    if (retention === undefined)
      throw new UserError(
        'slipway.yml has no `retention`, so no image may be deleted',
        'add `retention: {rules: [{tags: pr-*, for: 14d}]}`, for example',
      );
    const repositories = repositoriesOf(config, inputs.images);
    if (apply) await requireToken(repositories, inputs['github-token']);
    const ask = await protectionsOf(inputs, config, apply, host);
    let known: Protection | undefined = await ask();
    host.output('protected', JSON.stringify([...known.digests.keys()].sort()));

    const { concluded, pruneRepositories } = await import('../registry/prune.ts');
    const registry = await registryClient({ signal: host.cancellation() });
    const done = await pruneRepositories(registry, repositories, async repository => ({
      policy: retention,
      protections: async () => {
        const { digests, tags } = known ?? (await ask());
        // The next call must read them again.
        known = undefined;
        return { digests, tags: tagsOfRepository(repository, tags) };
      },
      package: await packageOf(repository, inputs['github-token'], host),
      apply,
      now: Date.now(),
      report: host.report,
    }));
    const conclusion = concluded(done, apply);
    const { state, planned, removed, reason } = conclusion;
    setOutputs(host, { state, planned, removed });
    await host.summary(pruneSummary(config.app, done, conclusion));
    for (const line of pruneLines(done, apply)) host.report(line);
    if (inputs.report !== '')
      await writeReport(inputs.report, pruneReport(done)).catch((error: unknown) => {
        throw removed === 0 ? error : markAfterChange(error);
      });
    host.output('reason', reason);
    return reason === '';
  },
});

/** Returns the candidate and release repository of each image, and those of environments that have their own. */
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

/** @throws UserError when images on ghcr.io are to be deleted without a token. */
async function requireToken(repositories: readonly string[], token: string): Promise<void> {
  const { isGitHubRegistry } = await import('../registry/packages.ts');
  if (token !== '' || !repositories.some(isGitHubRegistry)) return;
  throw new UserError(
    "images on ghcr.io cannot be deleted without the input `github-token`: only GitHub's API can",
    'set it to the token of a job with `packages: write`',
  );
}

/** Opens the GitHub package of a repository on ghcr.io; undefined for another registry, or without a token. */
async function packageOf(repository: string, token: string, host: Host) {
  const { isGitHubRegistry, openPackage } = await import('../registry/packages.ts');
  if (token === '' || !isGitHubRegistry(repository)) return undefined;
  return openPackage(repository, token, host.env, { signal: host.cancellation() });
}
