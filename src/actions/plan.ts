import { dirname, resolve } from 'node:path';
import type { Manifest } from '../cluster/manifests.ts';
import { configFor, loadConfig } from '../config/load.ts';
import type { Environment } from '../config/types.ts';
import { type CoverageGap, validate } from '../plan/coverage.ts';
import type { SetOwner } from '../recovery/sets.ts';
import type { DeployedImage } from '../release/preflight/live-state.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import { referencesOf } from '../workloads/kinds.ts';
import { gitopsOf } from './gitops.ts';
import * as shared from './inputs.ts';
import { plannedAssessment } from './plan-assessment.ts';
import { releasedImages } from './released-images.ts';
import { impatient, manifestsOf, requestOf, warnOfNewValues, withCluster, withManifests } from './session.ts';
import { signatureSentences } from './trust.ts';

const nothing = JSON.stringify({ create: [], change: [], same: [] });

const engine = () => import('../plan/preview.ts');
const pages = () => import('../report/plan.ts');
const byGit = () => import('./gitops-plan.ts');

export const planAction = defineAction({
  name: 'plan',
  description:
    'Validate slipway.yml and its Dockerfiles. With an environment, also show the changes of a release, what its checks do not cover, and missing permissions.',
  inputs: {
    environment: optional(
      'Name of the environment in slipway.yml. Default: all environments are validated, without a cluster.',
    ),
    images: optional(
      'JSON object that maps image names in slipway.yml to a digest, `repository@digest` or `repository:tag`. Default: the digests that are live now.',
    ),
    config: shared.config,
    'kube-context': shared.kubeContext,
    credentials: shared.credentials,
    'actions-token': shared.readingToken,
    reversible: shared.reversible,
    force: shared.force,
    base: optional(
      'Without an `environment`: a commit to compare the manifests and slipway.yml with, such as `HEAD^1` in the merge commit of a pull request. Default: they are not compared.',
    ),
    'policy-report': shared.policyReport,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    verdict:
      '`pass`, or `fail` if `deploy` would refuse the release, or without an `environment` if the policy fails.',
    changes:
      'JSON object with arrays of Kubernetes objects (`Kind/name`) under `create`, `change` and `same`.',
    difference:
      'JSON of what changes for each environment compared with `base`, for the action `comment`; `{}` without `base`.',
    policy: `${shared.policyCounts} \`{}\` with an \`environment\`, whose images are already built.`,
    images:
      'JSON object that maps image names to `repository@digest` with resolved tags, for `deploy`. `{}` without `images`.',
    monitored: shared.monitoredOutput,
    reason: 'Why the release would be refused, in one sentence; otherwise empty.',
  },
  refused: {
    verdict: 'fail',
    changes: nothing,
    difference: '{}',
    policy: '{}',
    images: '{}',
    monitored: 'false',
  },
  recorded: ['environment'],
  run: async (inputs, host) => {
    if (inputs.environment === '') return validateAll(inputs, host);
    const { request, manifests, hooks } = await withManifests(inputs.config, await requestOf(inputs, host));
    const gitops = gitopsOf(request.environment);
    if (gitops !== undefined) return (await byGit()).planByGit(inputs, { request, gitops, host });
    await warnOfNewValues(inputs.config, request, manifests, host.report);
    const { config, environment } = request;
    const asked = await releasedImages(inputs, request, host);
    const hookSetup = await shared.hookSetupOf(inputs.config, environment, host, hooks);
    const images = inputs.images === '' ? undefined : asked.images;
    const signed = images && asked.verify().then(signatureSentences);
    signed?.catch(() => undefined);
    const previewed = { ...request, ...asked.promotion, manifests, images, hookSetup, signed };
    const assessable = { path: inputs.config, config, name: inputs.environment, environment, manifests };
    const { standbyFindings } = await import('./standbys.ts');
    const { addressProblem } = await import('../verify/target.ts');
    const [seen, standbys, assessed, unreachable] = await withCluster(
      impatient(inputs),
      environment,
      host,
      engine,
      (cluster, { preview }) =>
        Promise.all([
          preview(cluster, previewed),
          standbyFindings(cluster, environment),
          plannedAssessment({ ...assessable, cluster }),
          addressProblem(cluster, environment),
        ]),
    );
    seen.problems.push(...standbys.refusals.map(({ sentence }) => sentence));
    seen.notes.push(...standbys.warnings.map(warning => `warning: ${warning}`));
    if (unreachable !== undefined)
      seen.notes.push(`warning: the release could not be verified: ${unreachable.sentence}`);
    const { cancellingGroups } = await import('../config/concurrency.ts');
    for (const place of await cancellingGroups(host.env)) seen.gaps.push(cancelledGap(place));
    const { trustOf } = await import('../config/signing.ts');
    if (trustOf(config, environment.trust) !== undefined && images === undefined)
      seen.notes.push('signatures are checked only when `images` are given');
    const owner = { app: config.app, environment: inputs.environment };
    const place = { owner, config: inputs.config, env: request.env };
    const recovery = await recoveryGaps(environment, manifests, place);
    seen.gaps.push(...recovery.gaps);
    const named = (what: string) => seen.changes.filter(each => each.what === what).map(each => each.object);
    setOutputs(host, {
      verdict: seen.problems.length === 0 ? 'pass' : 'fail',
      changes: { create: named('create'), change: named('change'), same: named('same') },
      policy: '{}',
      difference: '{}',
      images: images === undefined ? '{}' : await pinnedTo(images),
      monitored: environment.monitoring !== undefined,
      reason: seen.problems[0],
    });
    const { planLines, planSummary } = await pages();
    await host.summary(
      `${planSummary(config.app, inputs.environment, seen)}${assessed.summary}${recovery.summary}`,
    );
    const planned = planLines(config.app, inputs.environment, seen);
    for (const line of [...recovery.lines, ...assessed.lines, ...planned]) host.report(line);
    return seen.problems.length === 0;
  },
});

/** Returns the output `images`. An image that cannot be resolved is already reported as a problem. */
async function pinnedTo(images: Promise<Record<string, DeployedImage>>): Promise<string> {
  const resolved = await images.catch(() => undefined);
  return JSON.stringify(resolved === undefined ? {} : referencesOf(resolved));
}

const cancelledGap = (place: string) => ({
  gap: `a newer run cancels a rollout that is in progress, so it is rolled back (${place})`,
  remedy: 'set `cancel-in-progress: false` and `queue: max`, so that rollouts wait for each other',
});

const lost = { node: 'a node', zone: 'a zone', region: 'the region', total: 'everything' } as const;

/** Checks whether the declared backups and replicas can meet the recovery objectives. */
async function recoveryGaps(
  { recovery }: Environment,
  manifests: readonly Manifest[],
  place: { owner: SetOwner; config: string; env: NodeJS.ProcessEnv },
): Promise<{ gaps: CoverageGap[]; summary: string; lines: string[] }> {
  if (recovery === undefined) return { gaps: [], summary: '', lines: [] };
  const { judgeDeclared } = await import('../recovery/declared.ts');
  const { judgeCoverage } = await import('../recovery/coverage.ts');
  const { recoveryLines, recoverySection } = await import('../report/recovery.ts');
  const { locksOf } = await import('./locks.ts');
  const locks = await locksOf(recovery, place.owner, place.config, place.env, Date.now());
  const objects = manifests.map(({ object }) => object);
  const covering = judgeCoverage(recovery, objects, locks);
  const databases = judgeDeclared(recovery, locks);
  const gaps = databases.flatMap(({ database, rows }) =>
    rows.flatMap(row =>
      row.kind === 'covered'
        ? []
        : [{ gap: `${database} when ${lost[row.target.domain]} is lost: ${row.problem}`, remedy: row.help }],
    ),
  );
  for (const { what, gap } of covering)
    if (gap !== undefined) gaps.push({ gap: `backup of ${what}: ${gap.problem}`, remedy: gap.help });
  return { gaps, summary: recoverySection(databases, covering), lines: recoveryLines(databases, covering) };
}

async function validateAll(
  { config: path, base, 'policy-report': report }: Record<'config' | 'base' | 'policy-report', string>,
  host: Host,
): Promise<boolean> {
  const config = await loadConfig(path);
  const environments = await Promise.all(
    Object.entries(config.environments).map(async ([name, environment]) => {
      const { environment: hooked, manifests, notes } = await manifestsOf(path, config, name, host.env);
      const report = (line: string) => host.report(`${name}: ${line}`);
      notes.forEach(report);
      await warnOfNewValues(path, { config, environment, env: host.env }, manifests, report);
      const owner = { app: config.app, environment: name };
      const recovery = await recoveryGaps(environment, manifests, { owner, config: path, env: host.env });
      const gitops = gitopsOf(environment);
      if (gitops !== undefined)
        report(await (await byGit()).checkFiles(path, gitops, configFor(config, environment)));
      const gaps = gitops === undefined ? validate(configFor(config, environment), hooked, manifests) : [];
      const assessed =
        gitops === undefined
          ? await plannedAssessment({ path, config, name, environment, manifests })
          : { lines: [], summary: '' };
      return { name, gaps: [...gaps, ...recovery.gaps], recovery, environment, manifests, assessed };
    }),
  );
  const { reviewDockerfiles } = await import('../policy/review.ts');
  const { policySummary, publishPolicy } = await import('./policy.ts');
  const { validationSummary } = await pages();
  const now = new Date();
  const names = Object.keys(config.images);
  const review = await reviewDockerfiles({ config, root: resolve(dirname(path)), names, now });
  const problem = await publishPolicy(host, { app: config.app, config: path, review, now, report });
  host.output('verdict', problem === undefined ? 'pass' : 'fail');
  const compared = base === '' ? undefined : await comparedWith(base, path, environments, host);
  host.output('changes', nothing);
  host.output('difference', JSON.stringify(compared ?? {}));
  host.output('images', '{}');
  host.output('monitored', 'false');
  host.output('reason', problem ?? '');
  const sectionOf = ({ name, recovery, assessed }: (typeof environments)[number]) =>
    `${assessed.summary.replace('#### Assessment', `#### Assessment of ${name}`)}\n${recovery.summary}`;
  const sections = environments.map(sectionOf).join('');
  const changed = compared && (await import('../report/manifest-changes.ts')).manifestChanges(compared);
  const difference = changed === undefined ? '' : `#### Changes\n\n${changed}\n\n`;
  await host.summary(
    `${validationSummary(config.app, environments, problem)}\n${difference}${sections}${policySummary(review)}\n`,
  );
  for (const { name, gaps, recovery, assessed } of environments) {
    for (const line of [...recovery.lines, ...assessed.lines]) host.report(`${name}: ${line}`);
    for (const { gap, remedy } of gaps) host.report(`${name}: not covered: ${gap}; ${remedy}`);
  }
  const places = environments.map(({ name }) => name).join(', ');
  host.report(
    places === ''
      ? `${path} is valid; it has no environments, so images are built but not released`
      : `${path} and the manifests of ${places} are valid`,
  );
  return problem === undefined;
}

async function comparedWith(
  revision: string,
  path: string,
  environments: readonly { name: string; environment: Environment; manifests: readonly Manifest[] }[],
  { env }: Host,
) {
  const { differenceFrom, objectsOf } = await import('./base-difference.ts');
  const after = environments.map(each => [each.name, objectsOf(each.environment, each.manifests)] as const);
  return differenceFrom(revision, path, new Map(after), env);
}
