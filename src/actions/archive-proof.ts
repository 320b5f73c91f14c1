import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { environmentOf, loadConfig } from '../config/load.ts';
import type { ReadArchive } from '../recovery/offline/checking.ts';
import { findOnPath } from '../toolkit/child.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { parseMirrors } from '../toolkit/tools/pin.ts';
import { trustOptions } from './trust.ts';

/**
 * That an archive is the one that was made. Its programs, its slipway.yml and its list of hashes lie on one disk, so none of them vouches for
 * another: what does is kept apart from it.
 */

export interface Apart {
  /** Folder of the archive. */
  readonly archive: string;
  /** SHA-256 of its sums, in hexadecimal digits; empty when it is not given. */
  readonly checksum: string;
  /** Path of a slipway.yml that is not on the disk; empty when it is not given. */
  readonly config: string;
  readonly 'tool-mirrors': string;
}

/**
 * Compares the archive with its checksum, and its signature with the `trust` of the slipway.yml that is given; what is given has to fit.
 * Nothing of the archive but its inventory has been read by then.
 * @returns who or what vouches for it, for people.
 * @throws UserError when nothing does.
 */
export async function proveArchive(
  read: ReadArchive,
  apart: Apart,
  host: Pick<Host, 'env' | 'report'>,
  signal: AbortSignal,
): Promise<string> {
  if (apart.config !== '') await demandElsewhere(apart, apart.config, 'the slipway.yml that `config` names');
  if (apart.checksum !== '') {
    await demandChecksum(read, apart.checksum);
    return 'its checksum';
  }
  if (apart.config !== '') return bySignature(read, apart, host, signal);
  throw new UserError(
    'nothing from outside of the archive says that it is the one that was made',
    'give its `checksum`, which `archive` printed and which is kept beside the key, or by `config` a slipway.yml with `trust` that is not on this disk',
  );
}

async function demandChecksum({ sums }: ReadArchive, given: string): Promise<void> {
  const { checksumOf } = await import('../recovery/offline/inventory.ts');
  const wanted = given
    .trim()
    .toLowerCase()
    .replace(/^sha256:/, '');
  if (!/^[0-9a-f]{64}$/.test(wanted))
    throw new UserError('the input `checksum` is no SHA-256', 'write its 64 hexadecimal digits');
  if (checksumOf(sums) === wanted) return;
  // It does not show the checksum that it found: a person in haste would copy that.
  throw new UserError(
    'the archive is not the one of that checksum',
    'run nothing of it; take another copy, or the checksum that was kept of its newest state',
  );
}

async function bySignature(
  { index, sums }: ReadArchive,
  apart: Apart,
  { env, report }: Pick<Host, 'env' | 'report'>,
  signal: AbortSignal,
): Promise<string> {
  const { trustOf } = await import('../config/signing.ts');
  const config = await loadConfig(apart.config);
  const trust = trustOf(config, environmentOf(config, index.environment).trust);
  if (trust === undefined)
    throw new UserError(
      `${apart.config} demands no signatures, so it does not vouch for the archive`,
      'give the `checksum` that is kept beside the key',
    );
  const cosign = findOnPath('cosign');
  if (cosign !== undefined) await demandElsewhere(apart, cosign, 'the cosign that would be asked');
  const [{ withCosign }, { vouchForDocument }, { documentOfSums, places }] = await Promise.all([
    import('../signing/cosign.ts'),
    import('../signing/document.ts'),
    import('../recovery/offline/inventory.ts'),
  ]);
  const bundle = await readFile(join(apart.archive, places.signature), 'utf8').catch(() => undefined);
  const document = documentOfSums({ app: config.app, environment: index.environment }, sums);
  const toolMirrors = parseMirrors(apart['tool-mirrors']);
  return withCosign({ toolMirrors, env, signal, report }, program =>
    vouchForDocument(document, bundle, {
      ...trustOptions(apart.config, config, trust),
      ...{ cosign: program, env, now: Date.now() },
    }),
  );
}

/** @throws UserError for a file that is on the disk itself. */
async function demandElsewhere({ archive }: Apart, file: string, what: string): Promise<void> {
  const [folder, found] = await Promise.all([realpath(archive), realpath(file).catch(() => undefined)]);
  if (found === undefined)
    throw new UserError(`${what} is not there: ${file}`, 'see whether its path is right');
  if (!found.startsWith(`${folder}${sep}`)) return;
  throw new UserError(
    `${what} lies in the archive, and cannot vouch for it`,
    'take one that is kept apart from the disk, or give the `checksum`',
  );
}
