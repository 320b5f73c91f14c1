import { dirname, resolve } from 'node:path';
import { loadConfig } from '../config/load.ts';
import { measure, sizesOutput } from '../image/budget.ts';
import { firstLineIn, withArguments } from '../image/facts.ts';
import { readGit } from '../image/git.ts';
import { imagesFor } from '../image/parts.ts';
import { planImages } from '../image/plan.ts';
import { parseDeployedInput, parseImageNames } from '../image/selection.ts';
import { tagsOutput } from '../image/tags.ts';
import { reasonOf } from '../policy/finding.ts';
import type { Review } from '../policy/review.ts';
import { inspectDeployed, inspectIn } from '../registry/inspect.ts';
import { buildSummary } from '../report/images.ts';
import { environmentForCommands } from '../toolkit/command.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, optional, setOutputs } from '../toolkit/host.ts';
import { mapValues } from '../toolkit/map.ts';
import * as shared from './inputs.ts';
import { policySummary, publishPolicy } from './policy.ts';
import { registryClient } from './registry.ts';

export const buildAction = defineAction({
  name: 'build',
  description:
    'Check the Dockerfiles, build the images with Buildx, and push them by digest to their candidate repositories.',
  inputs: {
    config: shared.config,
    images: optional(
      'Names of images in slipway.yml, separated by commas or lines; the images that they are built from are built too. Default: all.',
    ),
    push: optional(
      'Whether to push to `<repository>-candidate`. With `false`, image layouts are written to `output`.',
      'true',
    ),
    output: optional('Folder for OCI image layouts, `<output>/<name>/`, when `push` is `false`.'),
    cache: optional(
      "Whether to keep BuildKit's cache in the candidate repository as `cache-<branch>`. Only with `push`; pull requests only read it.",
      'true',
    ),
    platform: optional(
      'Platform to build on this machine; `merge` combines the images of several machines. Default: all platforms in slipway.yml.',
    ),
    secrets: optional(
      'JSON object that maps variable names to values for `secrets` in slipway.yml, in addition to the environment. A run for a fork gets none. A value shorter than 6 characters is not masked in the log. Default: none.',
    ),
    deployed: shared.deployedForGrowth,
    'policy-report': shared.policyReport,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    images: 'JSON object that maps image names to the digests that were built.',
    tags: 'Tags for this commit, for `push`: a JSON array such as `["1.4.2", "sha-1a2b3c4"]`, or a JSON object that maps image names to arrays if they differ. With `platform` also those of the images of other platforms.',
    version: 'Version label of the first image; without one, its first tag.',
    size: 'JSON object that maps image names to compressed bytes by platform.',
    steps:
      'JSON object that maps image names to the number of steps of their build, as `total`, and of those from the cache, as `cached`.',
    policy: shared.policyCounts,
    reason: 'Why the build was refused or failed, in one sentence; otherwise empty.',
  },
  refused: { images: '{}', tags: '[]', size: '{}', steps: '{}', policy: '{}' },
  recorded: [],
  run: async (inputs, host) => {
    const whole = await loadConfig(inputs.config);
    const part = inputs.platform || undefined;
    const written = part === undefined ? whole : { ...whole, images: imagesFor(part, whole.images) };
    const names = parseImageNames(inputs.images, written.images);
    const output = outputOf(shared.flag('push', inputs.push), inputs.output);
    const cache = shared.flag('cache', inputs.cache);
    // Without the inputs of the action: a Dockerfile of a fork may name any variable as its secret.
    const env = {
      ...environmentForCommands(host.env),
      ...(await shared.secretsFor('builds', inputs.secrets, host)),
    };
    const root = resolve(dirname(inputs.config));
    const git = await readGit(host.env, root);
    const file = firstLineIn(root);
    const plans = planImages(whole, { git, now: Date.now() / 1000, file }, host.env);
    const config = { ...written, images: withArguments(written.images, plans, git, file) };
    const compared = [...parseDeployedInput(inputs.deployed, config.images)].filter(
      ([name]) => config.images[name]?.budget?.growth !== undefined,
    );
    const remarks = new Set(Object.values(plans).flatMap(plan => plan.remarks));
    for (const remark of remarks) host.report(`tags: ${remark}`);
    const version = plans[names[0] ?? '']?.version ?? 'dev';
    const signal = host.cancellation();
    const registry = await registryClient({ signal });
    const deployed = await inspectDeployed(registry, new Map(compared));
    const { buildImages } = await import('../image/build.ts');
    const { reviewSources } = await import('../policy/review.ts');
    const now = new Date();
    let review: Review = { findings: [], notes: [] };
    const result = await host.quote('Build', print =>
      buildImages({
        images: config.images,
        names,
        root,
        output,
        cache,
        part,
        git,
        plans,
        env,
        signal,
        check: async (sources, builder) => {
          review = await reviewSources({ config, root, now, sources, builder, env: host.env, signal });
          return reasonOf(review.findings);
        },
        inspect: (place, digest) => inspectIn(registry, place, digest),
        report: host.report,
        print,
      }),
    );
    // Their group is closed by default.
    for (const line of result.tail ?? []) host.report(line);
    const manifests = mapValues(result.built, ({ inspected }) => inspected);
    const measured = measure(config.images, manifests, deployed);
    const reason = result.reason ?? measured.objection;
    for (const note of measured.notes) host.report(note);
    // Another machine builds the images of other platforms, but the tags of all come from one of them.
    const tagged = Object.keys(part === undefined ? result.built : whole.images);
    setOutputs(host, {
      images: mapValues(result.built, ({ digest }) => digest),
      tags: tagsOutput(tagged.map(name => [name, plans[name]?.tags ?? []])),
      version,
      size: sizesOutput(measured),
      steps: mapValues(result.built, ({ steps }) => steps),
    });
    const { app } = config;
    await publishPolicy(host, { app, config: inputs.config, review, now, report: inputs['policy-report'] });
    host.output('reason', reason ?? '');
    const ended = { ...result, ...(reason === undefined ? {} : { reason }) };
    await host.summary(`${buildSummary(app, version, ended, measured)}\n${policySummary(review)}\n`);
    return reason === undefined;
  },
});

function outputOf(push: boolean, folder: string): string | undefined {
  if (push && folder !== '') {
    const problem = 'the inputs `output` and `push: true` exclude each other: `output` is for image layouts';
    throw new UserError(problem, 'remove `output`, or set `push` to false');
  }
  if (!push && folder === '')
    throw new UserError('the input `output` is missing: `push` is false', 'set `output` to a folder');
  return push ? undefined : resolve(folder);
}
