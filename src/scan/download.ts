import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseReference } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { type Descriptor, descriptorOf } from '../registry/contents.ts';
import { UserError } from '../toolkit/errors.ts';
import { jsonMap, mapsIn } from '../toolkit/map.ts';
import { runForOutput } from '../toolkit/program.ts';

/**
 * The database as trivy publishes it: an artifact of one layer, an archive of `trivy.db` and `metadata.json`. Our own client
 * downloads it, so that trivy, which parses untrusted content, needs neither the network nor a login.
 */

const layerType = 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip';
/** Bytes. The current database has 70 MB. */
const largest = 2 ** 30;

/**
 * Asks a mirror for the layer of its current database.
 * @param mirror a repository with a tag, such as `ghcr.io/aquasecurity/trivy-db:2`.
 * @throws UserError when the registry does not have it, refuses, cannot be reached, or has something else there.
 */
export async function findLayer(registry: RegistryClient, mirror: string): Promise<Descriptor> {
  const { repository, digest, tag = 'latest' } = parseReference(mirror);
  const manifest = await registry.manifest(repository, digest ?? tag);
  if (manifest === undefined) throw bad(mirror, 'does not exist');
  const layers = mapsIn(jsonMap(manifest.body)?.layers).map(descriptorOf);
  const layer = layers.find(each => each?.mediaType === layerType);
  if (layer === undefined) throw bad(mirror, 'is not a trivy database');
  if (layer.size > largest) throw bad(mirror, `has ${layer.size} bytes, which is too large`);
  return layer;
}

/**
 * Unpacks an archive into `db/` of a folder.
 * @throws UserError when it is not an archive of a database.
 */
export async function unpackArchive(
  archive: string,
  origin: string,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const place = join(folder, 'db');
  await mkdir(place, { recursive: true });
  // Only these two, by name, so that no other path in the archive is written.
  const unpacked = await runForOutput(['tar', '-xzf', archive, '-C', place, 'trivy.db', 'metadata.json'], {
    env: process.env,
    signal,
  });
  if (unpacked.code !== 0) throw bad(origin, `cannot be unpacked (${unpacked.stderr.trim()})`);
}

const bad = (mirror: string, problem: string) =>
  new UserError(`${mirror} ${problem}`, 'name a repository with a copy of `trivy-db:2`');
