import type { Lifetime } from '../cluster/credential.ts';
import { MissingPermission } from '../cluster/errors.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Strategy } from '../config/types.ts';
import {
  askPermissions,
  type Grant,
  optionalPermissions,
  permissionsFor,
  permissionsProblem,
} from '../release/permissions/access.ts';
import { judgeLifetime, lifeSentence, lifetimeOfRelease } from '../release/permissions/credential-life.ts';
import { limitsFor } from '../release/preflight/capacity.ts';
import { dryRunRelease } from '../release/preflight/dry-run.ts';
import { checkExposure } from '../release/preflight/exposure.ts';
import { type DeployedImage, type LiveState, locate, readTargets } from '../release/preflight/live-state.ts';
import type { DeployRequest } from '../release/preflight/release-objects.ts';
import { strategyFor } from '../release/preflight/strategy.ts';
import { blockingProblem, unfinishedSentence } from '../release/rollout/earlier-rollout.ts';
import { baselineOf } from '../release/store/baseline.ts';
import { type Release, ReleaseStore } from '../release/store/releases.ts';
import { readState } from '../release/store/rollout-state.ts';
import { onUserError, type UserError } from '../toolkit/errors.ts';
import { mapValues } from '../toolkit/map.ts';
import { prepareManifests } from '../workloads/candidate.ts';
import { isControlled } from '../workloads/controllers.ts';
import type { Workload } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import type { UpdateLimits } from '../workloads/update-limits.ts';
import { type CoverageGap, gapsOf } from './coverage.ts';
import { type Change, compareWithLive } from './difference.ts';
import { liveImages } from './images.ts';

interface PreviewRequest extends Omit<DeployRequest, 'images' | 'wait' | 'signal' | 'report'> {
  /** As deploy would get them; undefined for the live ones. */
  images: Promise<Record<string, DeployedImage>> | undefined;
  /** Sentences about their signers, once they are verified, or none where no signature is required; undefined for the live images. */
  signed: Promise<readonly string[]> | undefined;
}

/** What a release would find, change and leave unproved. */
export interface Preview {
  /** Problems for which deploy would refuse, as sentences; without any, the verdict is `pass`. */
  problems: string[];
  changes: Change[];
  /** The live release and the number of this one, in sentences. */
  baseline: string;
  images: { name: string; reference: string; from: 'given' | 'kept' | 'as written' }[];
  /** Why the images may be released here, in one sentence; undefined where nothing is required or proved. */
  promotion?: string;
  /** Who signed the images, a sentence each. */
  signed: readonly string[];
  limits?: UpdateLimits;
  /** How the candidate would get traffic; undefined when that is not known. */
  exposure?: { kind: Strategy['kind']; said: string[]; irreversible?: true };
  /** Milliseconds. */
  deadline: number;
  gaps: CoverageGap[];
  grants: Grant[];
  /** The user of the credential in the cluster; empty when the cluster does not say. */
  user: string;
  credential: string;
  notes: string[];
}

/**
 * Does what a deploy does before its first write, and returns what it found. A deploy would stop at the first problem; this continues
 * as far as it can. Writes nothing.
 */
export async function preview(cluster: Cluster, request: PreviewRequest): Promise<Preview> {
  const { environment } = request;
  const seen: Preview = {
    problems: [],
    changes: [],
    baseline: '',
    images: [],
    signed: [],
    deadline: environment.strategy.deadline,
    gaps: [],
    grants: [],
    user: '',
    credential: '',
    notes: [],
  };
  const collected = collector(seen);
  const credential = await lookAtCredential(cluster, seen);
  const placed = await collected(async () => prepareManifests(request.manifests, environment, {}));
  const located = placed && (await collected(() => locate(cluster, placed)));
  if (placed === undefined || located === undefined) return seen;
  const needed = located.map(({ resource }) => resource);
  seen.grants = await askPermissions(cluster, environment.namespace, permissionsFor(environment, needed));
  for (const { permissions, without } of optionalPermissions(environment)) {
    const lacking = permissionsProblem(
      await askPermissions(cluster, environment.namespace, permissions),
      environment.namespace,
    );
    if (lacking !== undefined) seen.notes.push(`${lacking.message}, so ${without}`);
  }
  const lacking = permissionsProblem(seen.grants, environment.namespace);
  if (lacking !== undefined) seen.problems.push(lacking.sentence);
  const liveState = await collected(() => readTargets(cluster, request, located));
  const { kind: asked } = strategyFor(environment, liveState ?? { liveWorkload: undefined });
  const life = judgeLifetime(credential.lifetime, lifetimeOfRelease(environment, asked), credential.now);
  if ('problem' in life) seen.problems.push(life.problem.sentence);
  else if (life.warning !== undefined) seen.notes.push(`warning: ${life.warning}`);
  seen.gaps = coverage(request, liveState);
  if (liveState === undefined) return seen;
  const limits = limitsFor(request, liveState);
  if (limits !== undefined) seen.limits = limits;

  const images = await collected(() => imagesFor(request, liveState, seen));
  const complete: DeployRequest = {
    ...request,
    images: images ?? {},
    wait: 0,
    report: line => seen.notes.push(line),
  };
  if (images !== undefined) seen.signed = (await collected(async () => request.signed)) ?? [];
  if (images !== undefined) await collected(() => lookAtPromotion(cluster, complete, seen));
  const candidate = await collected(async () =>
    prepareManifests(request.manifests, environment, complete.images),
  );
  const serving = await collected(() => lookAtBaseline(cluster, request, liveState, seen));
  const dryRun = candidate && (await collected(() => dryRunRelease(cluster, complete, candidate, liveState)));
  if (dryRun === undefined) return seen;
  if (!dryRun.salt.stored && dryRun.plan.shipped.length > 0)
    seen.notes.push(
      'the copies of ConfigMaps and Secrets will get other name suffixes than shown: the first release creates the salt for them',
    );
  seen.problems.push(
    ...withoutReportedPermissions(dryRun.problems, seen.grants).map(({ sentence }) => sentence),
  );
  const exposure = await collected(() => checkExposure(cluster, complete, liveState, dryRun));
  if (exposure !== undefined) {
    const { kind, said, warnings, problems, reversible } = exposure;
    seen.exposure = { kind, said, ...(reversible ? {} : { irreversible: true }) };
    seen.notes.push(...warnings.map(warning => `warning: ${warning}`));
    seen.problems.push(...problems.map(({ sentence }) => sentence));
  }
  await collected(() => lookAtUnfinished(cluster, complete, seen));
  const { shipped } = dryRun.plan;
  const comparison = { environment, liveState, baseline: serving, shipped, salted: dryRun.salt.stored };
  seen.changes = await Promise.all(
    dryRun.targets.map(target => compareWithLive(cluster, target, comparison)),
  );
  return seen;
}

/** Live images are already here: only given images are checked. */
async function lookAtPromotion(cluster: Cluster, request: DeployRequest, seen: Preview): Promise<void> {
  const { requires } = request.environment;
  if (requires === undefined) return;
  if (seen.images.some(({ from }) => from !== 'given')) {
    seen.notes.push(
      `whether ${requires.environment} has verified the images is checked only when \`images\` are given`,
    );
    return;
  }
  const promotion = await request.requirePromotion?.(cluster, request.images);
  if (promotion !== undefined) seen.promotion = promotion.sentence;
}

async function lookAtUnfinished(cluster: Cluster, request: DeployRequest, seen: Preview): Promise<void> {
  const { config, environment } = request;
  const entry = await readState(cluster, environment.namespace, config.app);
  if (entry === undefined) return;
  const problem = await blockingProblem(cluster, request, entry);
  const unfinished = unfinishedSentence(entry.rollout);
  if (problem !== undefined) seen.problems.push(problem.sentence);
  else if (unfinished !== undefined) seen.notes.push(unfinished);
}

/** Runs a step, and collects the problem for which it refused. */
function collector(seen: Preview) {
  const collect = (error: UserError) => {
    seen.problems.push(...withoutReportedPermissions([error], seen.grants).map(({ sentence }) => sentence));
    return undefined;
  };
  return <T>(step: () => Promise<T>): Promise<T | undefined> => step().catch(onUserError(collect));
}

/** Drops errors about missing permissions if some were already reported: permissions are checked all at once. Pure. */
export function withoutReportedPermissions(problems: UserError[], grants: Grant[]): UserError[] {
  const reported = grants.some(({ allowed }) => !allowed);
  return problems.filter(problem => !(reported && problem instanceof MissingPermission));
}

async function lookAtCredential(
  cluster: Cluster,
  seen: Preview,
): Promise<{ lifetime: Lifetime; now: number }> {
  const [lifetime, { serverTime }, user] = await Promise.all([
    cluster.lifetime(),
    cluster.call('GET', '/version'),
    userOf(cluster),
  ]);
  seen.user = user;
  seen.credential = lifeSentence(lifetime, serverTime);
  return { lifetime, now: serverTime };
}

async function userOf(cluster: Cluster): Promise<string> {
  const apiVersion = 'authentication.k8s.io/v1';
  try {
    const { status } = await cluster.create<{ status: { userInfo?: { username?: string } } }>(
      `/apis/${apiVersion}/selfsubjectreviews`,
      { apiVersion, kind: 'SelfSubjectReview' },
    );
    return status.userInfo?.username ?? '';
  } catch {
    // Kubernetes before 1.28 does not have this API.
    return '';
  }
}

function coverage(
  { config, environment, manifests }: PreviewRequest,
  liveState: LiveState | undefined,
): CoverageGap[] {
  const names = (liveState?.targets ?? []).flatMap(({ live, manifest }) =>
    live !== undefined && isControlled(live) ? [`${manifest.object.kind}/${manifest.name}`] : [],
  );
  return gapsOf(config, environment, manifests, names, liveState?.autoscaler !== undefined);
}

/** Returns the images of the release: the given ones, else the live digests; an image that is live only by tag stays as written. */
async function imagesFor(
  { images, config, environmentName }: PreviewRequest,
  liveState: LiveState,
  seen: Preview,
): Promise<Record<string, DeployedImage>> {
  const given = await images;
  const liveObjects = liveState.targets.flatMap(({ live }) => (live === undefined ? [] : [live]));
  const kept = () =>
    mapValues(liveImages(config.images, liveObjects), image => ({ ...image, platforms: [] }));
  const found = given ?? kept();
  const from = given === undefined ? 'kept' : 'given';
  for (const [name, { repository }] of Object.entries(config.images)) {
    const image = found[name];
    if (image === undefined) seen.images.push({ name, reference: repository, from: 'as written' });
    else seen.images.push({ name, reference: `${image.repository}@${image.digest}`, from });
  }
  if (given === undefined)
    seen.notes.push(
      `no \`images\` were given: the live digests of ${environmentName} are kept, and platforms are not compared`,
    );
  return found;
}

async function lookAtBaseline(
  cluster: Cluster,
  { config, environment }: PreviewRequest,
  { liveWorkload }: LiveState,
  seen: Preview,
): Promise<Release | undefined> {
  const releases = await new ReleaseStore(cluster, environment.namespace, config.app).list();
  const baseline = baselineOf(liveWorkload, releases);
  const newest = releases[0]?.record.release ?? 0;
  if (baseline.kind === 'none') {
    seen.baseline = `Nothing is live yet: this would be the first release, number ${newest + 1}, and a rollback would remove what it created.`;
    return undefined;
  }
  const adopting = isUnadopted(liveWorkload)
    ? ` The pods are replaced once to get the label ${labels.track}: stable.`
    : '';
  if (baseline.kind === 'unrecorded') {
    seen.baseline = `The live workload is in no record: it would be recorded as release ${baseline.number}, this release would be number ${Math.max(newest, baseline.number) + 1}, and a rollback would restore release ${baseline.number}.${adopting}`;
    return undefined;
  }
  const release = releases.find(({ record }) => record.release === baseline.release);
  seen.baseline = `A rollback would restore release ${baseline.release} (${release?.outcome?.state ?? 'unfinished'}); this release would be number ${newest + 1}.${adopting}`;
  return release;
}

const isUnadopted = (live: Workload | undefined) =>
  live?.spec?.template?.metadata?.labels?.[labels.track] === undefined;
