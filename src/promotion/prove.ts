import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import { parseRepository } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { isOver } from '../release/store/phases.ts';
import { laterOf, type Release, ReleaseStore } from '../release/store/releases.ts';
import { readState } from '../release/store/rollout-state.ts';
import type { Outcome, RolloutState } from '../release/store/schema.ts';
import type { Verification } from '../release/verify.ts';
import { repositoryOf } from '../release/workloads/containers.ts';
import { repositoriesIn } from '../release/workloads/genuine.ts';
import { describe, UserError } from '../toolkit/errors.ts';
import { listedOf, pinned } from './attachments.ts';
import {
  artifactOf,
  isProofOf,
  isSealed,
  type Proof,
  type Sealing,
  type Statement,
  type Subject,
  saysTheSame,
} from './proof.ts';

export interface ProvingRequest {
  config: Config;
  environmentName: string;
  environment: Environment;
  registry: RegistryClient;
  /** Where slipway.yml signs images: proofs of them, too. */
  sealing?: Sealing | undefined;
}

/** What was said at the images of an environment that another one requires. */
export interface Proving {
  /**
   * `none`: no environment requires this one, or there was nothing to say. `refused`: not all of it could be said. A proof that
   * was withdrawn is said before one that stands.
   */
  state: 'attached' | 'withdrawn' | 'refused' | 'none';
  /** Sentences with their remedies. */
  warnings: string[];
}

/** A release that was verified just now, and of which of its images (`repository@digest`) that was shown. */
export type Verified = Pick<Verification, 'release' | 'shown'>;

/**
 * As `settle`, and never the reason why something fails: a step that proved a release or brought one back has done so, whatever
 * becomes of the word about it.
 */
export async function settleProofs(
  cluster: Cluster,
  request: ProvingRequest,
  verified: Verified | undefined,
): Promise<Proving> {
  try {
    return await settle(cluster, request, verified);
  } catch (error) {
    const what = `what later environments have to know of ${request.environmentName} was not said at its images`;
    return { state: 'refused', warnings: [`${what}: ${describe(error)}; run verify there again`] };
  }
}

/**
 * Says at its images that a release which is being rolled back counts no longer, as soon as the state says so; what comes of it
 * `settleProofs` says in the end, and does what could not be done.
 * @returns whether anything was withdrawn.
 */
export async function withdrawRollingBack(cluster: Cluster, request: ProvingRequest): Promise<boolean> {
  if (requiringOf(request).length === 0) return false;
  const { config, environment, registry } = request;
  try {
    const entry = await readState(cluster, environment.namespace, config.app);
    if (entry?.rollout.phase !== 'rolling-back') return false;
    const releases = ownReleases(
      await new ReleaseStore(cluster, environment.namespace, config.app).list(),
      request,
    );
    const said = releases.flatMap(release => withdrawalsOf(release, entry.rollout));
    return (await withdraw(registry, said)) === true;
  } catch {
    return false;
  }
}

/** The environments that require this one. */
function requiringOf({ config, environmentName }: ProvingRequest): string[] {
  return Object.keys(config.environments).filter(
    name => config.environments[name]?.requires?.environment === environmentName,
  );
}

/**
 * Says at its images that a release was verified, and at those of every release which was rolled back since that this no longer
 * holds. What was said already is left alone, so whoever comes next says what a run before could not. A registry that refuses
 * is no reason to doubt what serves: it is told.
 * @param verified undefined when none was.
 */
async function settle(
  cluster: Cluster,
  request: ProvingRequest,
  verified: Verified | undefined,
): Promise<Proving> {
  const { config, environmentName, environment } = request;
  const requiring = requiringOf(request);
  if (requiring.length === 0) return { state: 'none', warnings: [] };
  const next = requiring.join(' and ');
  const records = new ReleaseStore(cluster, environment.namespace, config.app);
  const releases = ownReleases(await records.list(), request);
  const warnings: string[] = [];
  let state: Proving['state'] = 'none';
  for (const release of releases) {
    const outcome = await withdraw(request.registry, withdrawalsOf(release));
    if (outcome instanceof UserError) warnings.push(notWithdrawn(release, environmentName, next, outcome));
    else if (outcome) state = 'withdrawn';
  }
  const release = releases.find(({ record }) => record.release === verified?.release);
  const all = release === undefined ? [] : proofsOf(release);
  const proofs = all.filter(({ reference }) => verified?.shown.includes(reference));
  for (const said of all) if (!proofs.includes(said)) warnings.push(notShown(said, next));
  if (release !== undefined && proofs.length > 0) {
    const entry = await readState(cluster, environment.namespace, config.app);
    const outcome =
      entry === undefined || isOver(entry.rollout.phase) ? await prove(request, proofs) : onItsWay();
    if (outcome instanceof UserError) warnings.push(notProved(release, next, outcome));
    else if (state === 'none') state = 'attached';
    // Whoever began to go back before this was attached has not found it there; whoever begins after this look finds it.
    const [now, known] = await Promise.all([
      readState(cluster, environment.namespace, config.app),
      records.list(),
    ]);
    const same = known.find(({ record }) => record.release === release.record.release) ?? release;
    const taken = await withdraw(request.registry, withdrawalsOf(same, now?.rollout));
    if (taken instanceof UserError) warnings.push(notWithdrawn(release, environmentName, next, taken));
    else if (taken) state = 'withdrawn';
  }
  return { state: warnings.length > 0 ? 'refused' : state, warnings };
}

/**
 * Records that speak of this application and environment, with images of their repositories. A user who may write ConfigMaps there must not
 * be able to have anything said of another environment, or of another image. Pure.
 */
export function ownReleases(
  releases: readonly Release[],
  { config, environmentName }: Pick<ProvingRequest, 'config' | 'environmentName'>,
): Release[] {
  const own = new Set(repositoriesIn(config).map(each => parseRepository(each)));
  return releases.filter(
    ({ record }) =>
      record.app === config.app &&
      record.environment === environmentName &&
      Object.values(record.images).every(
        image => /^[^@\s]+@sha256:[0-9a-f]{64}$/.test(image) && own.has(parseRepository(repositoryOf(image))),
      ),
  );
}

/** Something to say of an image. */
export interface Said<Kind extends Statement = Statement> {
  /** `repository@digest`. */
  reference: string;
  statement: Kind;
}

/** What is said of the images of a release that was verified; only what we released ourselves has digests of a build. Pure. */
export function proofsOf({ record, outcome, outcomeCreatedAt }: Release): Said<Proof>[] {
  if (record.source !== 'released' || outcome?.state !== 'verified') return [];
  const { run, actor, revision } = record.by;
  const commit = revision === undefined ? {} : { commit: revision };
  return subjectsOf(record).map(({ reference, ...about }) => ({
    reference,
    statement: {
      ...about,
      verifiedAt: laterOf(outcome.at, outcomeCreatedAt ?? outcome.at),
      run,
      actor,
      ...commit,
    },
  }));
}

/**
 * What is said of the images of a release that was rolled back after it had been verified. Pure.
 * @param rollout by which it may be being rolled back at this moment.
 */
export function withdrawalsOf({ record, outcome }: Release, rollout?: RolloutState): Said[] {
  const left = record.source === 'released' && outcome !== undefined && leftBy(outcome, rollout);
  if (!left) return [];
  return subjectsOf(record).map(({ reference, ...about }) => ({
    reference,
    statement: { ...about, withdrawnAt: left.at, reason: left.reason ?? 'it was rolled back' },
  }));
}

/** When and why a verified release was left, or is being left: the moment is that of the outcome which follows. */
function leftBy(
  { release, state, at, verifiedAt, reason }: Outcome,
  rollout: RolloutState | undefined,
): Pick<Outcome, 'at' | 'reason'> | undefined {
  if (state === 'rolled-back' && verifiedAt !== undefined)
    return { at, ...(reason === undefined ? {} : { reason }) };
  if (state !== 'verified' || rollout?.phase !== 'rolling-back' || release <= (rollout.baseline ?? -1))
    return undefined;
  const since = laterOf(new Date(rollout.since).toISOString(), at);
  return { at: since, ...(rollout.reason === undefined ? {} : { reason: rollout.reason }) };
}

function subjectsOf({ app, environment, release, images }: Release['record']) {
  return Object.entries(images).map(([image, reference]) => {
    const { digest } = pinned(reference);
    return { reference, schema: 1 as const, app, environment, release, image, digest };
  });
}

/** @returns why not all of it could be said; else undefined. */
async function prove(
  { registry, sealing }: Pick<ProvingRequest, 'registry' | 'sealing'>,
  proofs: readonly Said<Proof>[],
): Promise<UserError | undefined> {
  return refusal(async () => {
    await sealing?.(async seals => {
      for (const { reference, statement } of proofs)
        if (!isSealed(statement, await seals.read(reference))) await seals.add(reference, statement);
    });
    for (const said of proofs) {
      const listed = await listedAt(registry, said);
      // To look first lets a credential that may only read verify a release again.
      if (!listed.some(entry => saysTheSame(entry, said.statement))) await attach(registry, said);
    }
    return undefined;
  });
}

/** @returns whether anything was withdrawn: where no proof of the release is, there is nothing to. */
async function withdraw(
  registry: RegistryClient,
  withdrawals: readonly Said[],
): Promise<boolean | UserError> {
  return refusal(async () => {
    let written = false;
    for (const said of withdrawals) {
      const listed = await listedAt(registry, said);
      const proved = listed.some(entry => isProofOf(entry, said.statement.release));
      if (!proved || listed.some(entry => saysTheSame(entry, said.statement))) continue;
      await attach(registry, said);
      written = true;
    }
    return written;
  });
}

async function refusal<T>(work: () => Promise<T>): Promise<T | UserError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function listedAt(registry: RegistryClient, { reference, statement: { app, environment } }: Said) {
  const { repository, digest } = pinned(reference);
  const about: Subject = { app, environment, digest };
  return listedOf(registry, repository, about);
}

async function attach(registry: RegistryClient, { reference, statement }: Said): Promise<void> {
  const { repository, digest } = pinned(reference);
  await registry.attach(repository, digest, artifactOf(statement));
}

const onItsWay = () => new UserError('its rollout is not over', 'wait until it is');

const notShown = ({ reference, statement: { release } }: Said, next: string) =>
  `${reference} of release ${release} is in neither the workload nor a worker, so nothing was shown of it, and ${next} goes on refusing it: list what runs it in \`workers\``;

const notProved = ({ record }: Release, next: string, { message, remedy }: UserError) =>
  `release ${record.release} is verified, but nothing says so at its images, so ${next} goes on refusing them: ${message}; ${remedy}, and verify again`;

const notWithdrawn = ({ record }: Release, environment: string, next: string, error: UserError) =>
  `release ${record.release} was rolled back, but its images still say that ${environment} verified them, so ${next} would take them: ${error.message}; ${error.remedy}, and run rollback or verify in ${environment} again`;
