import { type Digest, pinned } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { descriptorOf } from '../registry/contents.ts';
import type { Referrer } from '../registry/referrers.ts';
import { shortDigests } from '../toolkit/digest.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap, jsonMap } from '../toolkit/map.ts';
import { mapOf } from '../toolkit/parallel.ts';
import {
  mayBeAbout,
  type ProofStatement,
  type ProofSubject,
  proofType,
  readStatement,
  speaksOfElse,
} from './proof.ts';
import type { FoundProofs } from './requirement.ts';

/** Reads the statements about an image from a registry. */

/** Most bytes of a statement: all of ours are smaller. */
const largest = 64 * 1024;
/** Concurrent reads. */
const atOnce = 8;

/** Lists the referrers of an image that may be about an application and environment. Checks nothing. */
export async function listedOf(
  registry: RegistryClient,
  repository: string,
  about: ProofSubject,
): Promise<Referrer[]> {
  const all = await registry.referrers(repository, about.digest);
  return all.filter(entry => mayBeAbout(entry, about));
}

/**
 * Reads the statements attached to an image, and checks each against its own digest and the image.
 * @param reference `repository@digest`.
 * @throws UserError when the registry cannot be read, or when a withdrawal cannot be read: it might apply.
 */
export async function readAttached(
  registry: RegistryClient,
  reference: string,
  about: Omit<ProofSubject, 'digest'>,
): Promise<FoundProofs> {
  const { repository, digest } = pinned(reference);
  const subject = { ...about, digest };
  const proofs: FoundProofs['proofs'][number][] = [];
  const withdrawals: FoundProofs['withdrawals'][number][] = [];
  const rejected: string[] = [];
  const listed = await listedOf(registry, repository, subject);
  const read = await mapOf(listed, atOnce, entry => readOne(registry, repository, subject, entry));
  read.forEach((statement, index) => {
    if (typeof statement !== 'string')
      'verifiedAt' in statement ? proofs.push(statement) : withdrawals.push(statement);
    else if (listed[index]?.artifactType === proofType) rejected.push(statement);
    else if (!statement.startsWith(speaksOfElse)) throw unreadable(reference, about.environment, statement);
  });
  return { reference, proofs, withdrawals, rejected };
}

/** @returns the problem as a text when the statement cannot be trusted. */
async function readOne(
  registry: RegistryClient,
  repository: string,
  subject: ProofSubject,
  { digest, artifactType }: Referrer,
): Promise<ProofStatement | string> {
  const manifest = await registry.manifest(repository, digest);
  if (manifest === undefined) return 'is listed but missing';
  const layer = layerOf(manifest.body, artifactType, subject.digest);
  if (typeof layer === 'string') return layer;
  const blob = await registry.blob(repository, layer.digest);
  if (blob === undefined) return 'has no content';
  return readStatement(artifactType, Buffer.from(blob).toString('utf8'), subject);
}

/** Returns the only layer of an artifact of this type that has the image as its subject. */
function layerOf(body: Uint8Array, artifactType: string, image: Digest): { digest: Digest } | string {
  const manifest = jsonMap(body);
  if (manifest === undefined) return 'is not a manifest';
  if (manifest.artifactType !== artifactType) return 'has another type than listed';
  if (!isMap(manifest.subject) || manifest.subject.digest !== image) return 'is attached to another image';
  const [layer, ...more]: unknown[] = Array.isArray(manifest.layers) ? manifest.layers : [];
  const only = more.length > 0 ? undefined : descriptorOf(layer);
  if (only === undefined) return 'does not have exactly one layer';
  return only.size > largest ? 'is too large' : only;
}

const unreadable = (reference: string, environment: string, problem: string) =>
  new UserError(
    `the withdrawal of ${shortDigests(reference)} in ${environment} cannot be read: it ${problem}`,
    'use the version of Slipway that wrote it, or set the input `force` to a reason',
  );
