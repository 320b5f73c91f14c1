import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import { parseRepository, pinned } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { repositoriesIn } from '../release/preflight/rollback-checks.ts';
import { isOver } from '../release/store/phases.ts';
import { laterOf, type Release, ReleaseStore } from '../release/store/releases.ts';
import { readState } from '../release/store/rollout-state.ts';
import type { Outcome, RolloutState } from '../release/store/schema.ts';
import type { Verification } from '../release/verify.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { describe, UserError, userErrorOf, withRemedy } from '../toolkit/errors.ts';
import { repositoryOf } from '../workloads/kinds.ts';
import { listedOf } from './attachments.ts';
import {
  artifactOf,
  isProofOf,
  isSigned,
  type Proof,
  type ProofSigning,
  type ProofStatement,
  type ProofSubject,
  saysTheSame,
} from './proof.ts';

export interface ProvingRequest {
  config: Config;
  environmentName: string;
  environment: Environment;
  registry: RegistryClient;
  /** Signs the proofs, where slipway.yml signs images. */
  proofSigning?: ProofSigning | undefined;
}

/** The statements that were attached to the images of an environment that another one requires. */
export interface ProofResult {
  /**
   * `none`: no environment requires this one, or there was nothing to attach. `refused`: a statement could not be attached. `withdrawn`
   * takes precedence over `attached`.
   */
  state: 'attached' | 'withdrawn' | 'refused' | 'none';
  /** Sentences with their remedies. */
  warnings: string[];
}

/** A release that was just verified, and those of its images (`repository@digest`) that this covers. */
export type Verified = Pick<Verification, 'release' | 'shown'>;

/**
 * Calls `settle`, and never fails: a release that was verified or restored stays so, even if no statement could be attached.
 */
export async function settleProofs(
  cluster: Cluster,
  request: ProvingRequest,
  verified: Verified | undefined,
): Promise<ProofResult> {
  try {
    return await settle(cluster, request, verified);
  } catch (error) {
    const what = `the proofs of ${request.environmentName} for later environments were not attached to its images`;
    return {
      state: 'refused',
      warnings: [
        `${what}: ${describe(error).replace(/\.$/, '')}; run verify in ${request.environmentName} again`,
      ],
    };
  }
}

/**
 * Withdraws the proofs of a release that is being rolled back, as soon as the state says so. `settleProofs` reports that at the end, and
 * retries what failed.
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

/** Returns the environments that require this one. */
function requiringOf({ config, environmentName }: ProvingRequest): string[] {
  return Object.keys(config.environments).filter(
    name => config.environments[name]?.requires?.environment === environmentName,
  );
}

/**
 * Attaches proofs to the images of a verified release, and withdrawals to those of every release that was rolled back since. Skips
 * statements that exist already, so that a later run can attach those that an earlier one could not. A registry that refuses says
 * nothing about the live release: that is only a warning.
 * @param verified undefined when no release was verified.
 */
async function settle(
  cluster: Cluster,
  request: ProvingRequest,
  verified: Verified | undefined,
): Promise<ProofResult> {
  const { config, environmentName, environment } = request;
  const requiring = requiringOf(request);
  if (requiring.length === 0) return { state: 'none', warnings: [] };
  const next = requiring.join(' and ');
  const records = new ReleaseStore(cluster, environment.namespace, config.app);
  const releases = ownReleases(await records.list(), request);
  const warnings: string[] = [];
  let state = 'none' as ProofResult['state'];
  const withdrawn = async (release: Release, rollout?: RolloutState) => {
    const outcome = await withdraw(request.registry, withdrawalsOf(release, rollout));
    if (outcome instanceof UserError) warnings.push(notWithdrawn(release, environmentName, next, outcome));
    else if (outcome) state = 'withdrawn';
  };
  for (const release of releases) await withdrawn(release);
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
    // A rollback that began before the proof was attached did not find it, so it is withdrawn here; a later rollback finds it.
    const [now, known] = await Promise.all([
      readState(cluster, environment.namespace, config.app),
      records.list(),
    ]);
    const same = known.find(({ record }) => record.release === release.record.release) ?? release;
    await withdrawn(same, now?.rollout);
  }
  return { state: warnings.length > 0 ? 'refused' : state, warnings };
}

/**
 * Returns the records of this application and environment, with images of their repositories. A user who may write ConfigMaps there
 * must not be able to cause a statement about another environment or image. Pure.
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

/** A statement about an image. */
export interface Said<Kind extends ProofStatement = ProofStatement> {
  /** `repository@digest`. */
  reference: string;
  statement: Kind;
}

/** Returns the proofs for the images of a verified release; an adopted one has no digests of a build. Pure. */
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
 * Returns the withdrawals for the images of a release that was rolled back after it had been verified. Pure.
 * @param rollout that may be rolling it back now.
 */
export function withdrawalsOf({ record, outcome }: Release, rollout?: RolloutState): Said[] {
  const left = record.source === 'released' && outcome !== undefined && leftBy(outcome, rollout);
  if (!left) return [];
  return subjectsOf(record).map(({ reference, ...about }) => ({
    reference,
    statement: { ...about, withdrawnAt: left.at, reason: left.reason ?? 'it was rolled back' },
  }));
}

/** Returns when and why a verified release was, or is being, rolled back: the time is that of the outcome that follows. */
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

/** @returns why a proof could not be attached; undefined when all were. */
async function prove(
  { registry, proofSigning }: Pick<ProvingRequest, 'registry' | 'proofSigning'>,
  proofs: readonly Said<Proof>[],
): Promise<UserError | undefined> {
  return userErrorOf(async () => {
    await proofSigning?.(async signedProofs => {
      for (const { reference, statement } of proofs)
        if (!isSigned(statement, await signedProofs.read(reference)))
          await signedProofs.add(reference, statement);
    });
    for (const said of proofs) {
      const listed = await listedAt(registry, said);
      // Checked first, so that a read-only credential can verify a release again.
      if (!listed.some(entry => saysTheSame(entry, said.statement))) await attach(registry, said);
    }
    return undefined;
  });
}

/** @returns whether anything was withdrawn: without a proof of the release, there is nothing to withdraw. */
async function withdraw(
  registry: RegistryClient,
  withdrawals: readonly Said[],
): Promise<boolean | UserError> {
  return userErrorOf(async () => {
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

function listedAt(registry: RegistryClient, { reference, statement: { app, environment } }: Said) {
  const { repository, digest } = pinned(reference);
  const about: ProofSubject = { app, environment, digest };
  return listedOf(registry, repository, about);
}

async function attach(registry: RegistryClient, { reference, statement }: Said): Promise<void> {
  const { repository, digest } = pinned(reference);
  await registry.attach(repository, digest, artifactOf(statement));
}

const onItsWay = () => new UserError('its rollout is not over', 'wait until it is');

const notShown = ({ reference, statement: { release } }: Said, next: string) =>
  withRemedy(
    `${shortDigests(reference)} of release ${release} was not verified, because neither the workload nor a worker runs it; ${next} still refuses it`,
    'list the workload that runs it in `workers`',
  );

const notProved = ({ record }: Release, next: string, { message, remedy }: UserError) =>
  withRemedy(
    `release ${record.release} is verified, but ${next} still refuses its images, because they have no proof of it (${message})`,
    `${remedy}, then verify again`,
  );

const notWithdrawn = ({ record }: Release, environment: string, next: string, error: UserError) =>
  withRemedy(
    `release ${record.release} was rolled back, but ${next} would still accept its images: their proof of ${environment} could not be withdrawn (${error.message})`,
    `${error.remedy}, then run rollback or verify in ${environment} again`,
  );
