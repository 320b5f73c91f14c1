import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { environmentOf, loadConfig } from '../config/load.ts';
import type { ReadArchive } from '../recovery/offline/checking.ts';
import { findOnPath } from '../toolkit/child.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { verifyBy } from './documents.ts';

/**
 * Authenticates an offline archive. Its programs, its slipway.yml and its checksums are on one disk and could all be forged together, so
 * the proof must come from elsewhere.
 */

export interface ArchiveToProve {
  /** Folder of the archive. */
  readonly archive: string;
  /** SHA-256 of `SHA256SUMS`, in hexadecimal digits; empty: not given. */
  readonly checksum: string;
  /** Path of a slipway.yml that is not on the disk; empty: not given. */
  readonly config: string;
}

/**
 * Compares the archive with the given checksum, or verifies its signature by the `trust` of the given slipway.yml. Called when only the
 * inventory of the archive has been read.
 * @returns what authenticates the archive, for the log.
 * @throws UserError when nothing does.
 */
export async function proveArchive(
  read: ReadArchive,
  apart: ArchiveToProve,
  host: Pick<Host, 'env' | 'report'>,
  signal: AbortSignal,
): Promise<string> {
  if (apart.config !== '') await requireOutside(apart, apart.config, 'the slipway.yml that `config` names');
  if (apart.checksum !== '') {
    await requireChecksum(read, apart.checksum);
    return 'its checksum';
  }
  if (apart.config !== '') return bySignature(read, apart, host, signal);
  throw new UserError(
    'the archive cannot be authenticated: neither `checksum` nor `config` is given',
    'set `checksum` to the value that `archive` printed and that is kept with the key, or `config` to a slipway.yml with `trust` that is not on this disk',
  );
}

async function requireChecksum({ sums }: ReadArchive, given: string): Promise<void> {
  const { checksumOf } = await import('../recovery/offline/inventory.ts');
  const wanted = given
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '');
  if (!/^[0-9a-f]{64}$/.test(wanted))
    throw new UserError('the input `checksum` is not a SHA-256', 'write its 64 hexadecimal digits');
  if (checksumOf(sums) === wanted) return;
  // The message omits the actual checksum: a person in haste would copy it.
  throw new UserError(
    'the archive does not match the input `checksum`',
    'run nothing from it; use another copy, or the checksum of the newest state of this one',
  );
}

async function bySignature(
  { index, sums }: ReadArchive,
  apart: ArchiveToProve,
  host: Pick<Host, 'env' | 'report'>,
  signal: AbortSignal,
): Promise<string> {
  const { trustOfDocuments } = await import('../config/signing.ts');
  const config = await loadConfig(apart.config);
  const trust = trustOfDocuments(config, environmentOf(config, index.environment).trust);
  if (trust === undefined)
    throw new UserError(
      `the archive cannot be authenticated: ${apart.config} requires no signatures`,
      'set `checksum` to the value that is kept with the key',
    );
  const cosign = findOnPath('cosign');
  if (cosign !== undefined) await requireOutside(apart, cosign, 'the cosign on the PATH');
  const { documentOfSums, places } = await import('../recovery/offline/inventory.ts');
  const bundle = await readFile(join(apart.archive, places.signature), 'utf8').catch(() => undefined);
  const document = documentOfSums({ app: config.app, environment: index.environment }, sums);
  return verifyBy(trust, document, bundle, { config, path: apart.config, host, signal });
}

/** @throws UserError for a file inside the archive. */
async function requireOutside({ archive }: ArchiveToProve, file: string, what: string): Promise<void> {
  const [folder, found] = await Promise.all([realpath(archive), realpath(file).catch(() => undefined)]);
  if (found === undefined) throw new UserError(`${what} does not exist: ${file}`, 'correct its path');
  if (!found.startsWith(`${folder}${sep}`)) return;
  throw new UserError(
    `${what} is in the archive, so it cannot authenticate the archive`,
    'use one that is not on the disk, or set `checksum`',
  );
}
