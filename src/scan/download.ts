import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseReference } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { type Descriptor, descriptorOf } from '../registry/contents.ts';
import { saveBlob } from '../registry/save.ts';
import { UserError } from '../toolkit/errors.ts';
import { ask } from '../toolkit/program.ts';

/**
 * The database as trivy publishes it: an artifact of one layer, a packed archive of `trivy.db` and `metadata.json`. Fetched by us
 * like an image, so that whoever parses what strangers wrote needs neither the network nor a login.
 */

const layerType = 'application/vnd.aquasec.trivy.db.layer.v1.tar+gzip';
/** Today's has 70 MB. */
const largest = 2 ** 30;

/**
 * Asks a mirror which layer its database is at this moment.
 * @param mirror a repository with a tag, such as `ghcr.io/aquasecurity/trivy-db:2`.
 * @throws UserError when the registry does not have it, refuses, cannot be reached, or holds something else.
 */
export async function findLayer(registry: RegistryClient, mirror: string): Promise<Descriptor> {
  const { repository, digest, tag = 'latest' } = parseReference(mirror);
  const manifest = await registry.manifest(repository, digest ?? tag);
  if (manifest === undefined) throw bad(mirror, 'is not there');
  const layer = layerIn(manifest.body);
  if (layer === undefined) throw bad(mirror, 'is no database of trivy');
  if (layer.size > largest) throw bad(mirror, `has ${layer.size} bytes, more than is read`);
  return layer;
}

/**
 * Fetches the archive of a layer, every byte checked by its digest. A connection that is lost is taken up where it broke off.
 * @throws UserError when the registry refuses, cannot be reached, or sends something else.
 */
export function fetchArchive(
  registry: RegistryClient,
  mirror: string,
  layer: Descriptor,
  archive: string,
  signal: AbortSignal,
): Promise<void> {
  return saveBlob(registry, parseReference(mirror).repository, layer, archive, signal);
}

/**
 * Unpacks an archive into `db/` of a folder.
 * @throws UserError when it is no archive of a database.
 */
export async function unpackArchive(
  archive: string,
  origin: string,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const place = join(folder, 'db');
  await mkdir(place, { recursive: true });
  // The two by name: whatever else an archive holds, and wherever that wants to be, stays in it.
  const unpacked = await ask(['tar', '-xzf', archive, '-C', place, 'trivy.db', 'metadata.json'], {
    env: process.env,
    signal,
  });
  if (unpacked.code !== 0) throw bad(origin, `cannot be unpacked (${unpacked.stderr.trim()})`);
}

function layerIn(body: Uint8Array) {
  try {
    const { layers } = JSON.parse(Buffer.from(body).toString('utf8')) as { layers?: unknown };
    const listed = Array.isArray(layers) ? layers.map(descriptorOf) : [];
    return listed.find(each => each?.mediaType === layerType);
  } catch {
    return undefined;
  }
}

const bad = (mirror: string, problem: string) =>
  new UserError(`${mirror} ${problem}`, 'name a repository with a copy of `trivy-db:2`');
