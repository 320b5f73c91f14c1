import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseReference } from '../image/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { type Descriptor, descriptorOf } from '../registry/contents.ts';
import { saveBlob } from '../registry/verified.ts';
import { formatDuration, formatTime } from '../toolkit/duration.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { jsonMap, mapsIn } from '../toolkit/map.ts';
import { runForOutput } from '../toolkit/program.ts';
import { pause } from '../toolkit/retry.ts';
import { cacheArchive, copyCached, pruneCache, takeNewestKept } from './cache.ts';

/** A vulnerability database in trivy's folder layout: `db/trivy.db`, `db/metadata.json`, optionally `java-db/`. */
export interface VulnerabilityDatabase {
  readonly folder: string;
  /** When it was built. */
  readonly updated: Date;
  /** Whether it has the index that identifies Java archives without a name. */
  readonly java: boolean;
  /** Whether it is a cached one that no mirror confirmed as current. */
  readonly unconfirmed?: boolean;
}

/** The database schema of trivy 0.74. */
const schema = 2;

/** Trivy's own mirrors, in the order of the requests; any of them may be throttled or down. */
export const mirrors = [
  'ghcr.io/aquasecurity/trivy-db:2',
  'mirror.gcr.io/aquasec/trivy-db:2',
  'public.ecr.aws/aquasecurity/trivy-db:2',
];

/**
 * Opens a database.
 * @throws UserError when it is missing, or trivy cannot read it.
 */
export async function openDatabase(folder: string): Promise<VulnerabilityDatabase> {
  const remedy = 'name a trivy cache folder that contains db/trivy.db in the input `trivy-database`';
  const bad = (problem: string) =>
    new UserError(`the vulnerability database in ${folder} ${problem}`, remedy);
  if (!existsSync(join(folder, 'db/trivy.db'))) throw bad('is missing');
  const text = await readFile(join(folder, 'db/metadata.json'), 'utf8').catch(() => undefined);
  if (text === undefined) throw bad('has no readable db/metadata.json');
  const metadata = parseMetadata(text);
  if (metadata === undefined) throw bad('has a malformed db/metadata.json');
  if (metadata.version !== schema) throw bad(`has version ${metadata.version} instead of ${schema}`);
  const java = existsSync(join(folder, 'java-db/trivy-java.db'));
  return { folder: resolve(folder), updated: metadata.updated, java };
}

/** Parses `db/metadata.json`; undefined when it is malformed. Pure. */
export function parseMetadata(text: string): { version: number; updated: Date; next: Date } | undefined {
  const { Version: version, UpdatedAt, NextUpdate } = jsonMap(text) ?? {};
  const [updated, next] = [new Date(String(UpdatedAt)), new Date(String(NextUpdate))];
  if (typeof version !== 'number' || Number.isNaN(updated.getTime())) return undefined;
  return { version, updated, next: Number.isNaN(next.getTime()) ? updated : next };
}

/** Where the current database comes from, and where it is stored. */
export interface DatabaseSource {
  /** Repositories with a tag, in the order of the requests; empty: trivy's own. */
  readonly mirrors: readonly string[];
  /** Milliseconds before each further round through the mirrors, because throttling passes. Default: one round, after 10 s. */
  readonly pauses?: readonly number[];
  /** The tool cache, which is kept between runs. */
  readonly cache: string;
  /** Whether a cached archive may be used when no mirror confirms that it is current. */
  readonly trustsCache: boolean;
  /** The maximum age of a cached one, in ms. */
  readonly longest: number;
  /** The folder to unpack the database into. Of this run only. */
  readonly folder: string;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/**
 * Provides the current database: a mirror names its digest, and its archive is downloaded unless it is cached. When no mirror
 * answers and the cache is trusted, it uses the newest cached one: at once if trivy would not update it, otherwise after the last round.
 * @throws UserError when all attempts at all mirrors fail, or the run is cancelled.
 */
export async function freshDatabase(
  registry: RegistryClient,
  source: DatabaseSource,
): Promise<VulnerabilityDatabase> {
  const { mirrors: own, pauses = [10_000], signal, report } = source;
  await pruneCache(source.cache, source.longest);
  const asked = own.length === 0 ? mirrors : own;
  const faults = new Map<string, string>();
  const waits = [0, ...pauses];
  for (const [round, wait] of waits.entries()) {
    if (wait > 0) {
      report(`no mirror provided the vulnerability database; retrying in ${formatDuration(wait)}`);
      await pause(wait, { signal });
    }
    for (const mirror of asked) {
      const found = await takenFrom(registry, mirror, source);
      if ('updated' in found) return found;
      faults.set(mirror, found.fault);
    }
    const isLast = round === waits.length - 1;
    const kept = source.trustsCache ? await keptDatabase(source, isLast) : undefined;
    if (kept !== undefined) {
      report(
        `no mirror provided the vulnerability database; using the cached one of ${formatTime(kept.updated.getTime())}`,
      );
      return kept;
    }
  }
  const all = [...faults].map(([mirror, fault]) => `${mirror}: ${fault}`);
  throw new UserError(
    `no mirror provided the vulnerability database (${all.join('; ')})`,
    'try again, name other mirrors in `scan.mirrors`, or name a folder with a database in the input `trivy-database`',
  );
}

async function takenFrom(
  registry: RegistryClient,
  mirror: string,
  { cache, folder, signal, report }: DatabaseSource,
): Promise<VulnerabilityDatabase | { fault: string }> {
  const archive = join(folder, 'archive');
  try {
    await mkdir(folder, { recursive: true });
    const layer = await findLayer(registry, mirror);
    const cached = await copyCached(cache, layer, archive);
    if (!cached) {
      report(`downloading the vulnerability database from ${mirror}`);
      await saveBlob(registry, parseReference(mirror).repository, layer, archive, signal);
    }
    await unpackArchive(archive, mirror, folder, signal);
    const database = await openDatabase(folder);
    if (!cached)
      await cacheArchive(cache, archive, layer, database.updated).catch((error: Error) =>
        report(`the vulnerability database cannot be cached for later runs: ${error.message}`),
      );
    await rm(archive);
    return database;
  } catch (error) {
    if (signal.aborted) throw cancelled();
    await rm(folder, { recursive: true, force: true });
    if (error instanceof UserError) return { fault: error.message };
    throw error;
  }
}

/** Returns the newest cached database that is not too old. Only its own digest is checked; no mirror confirms it. */
async function keptDatabase(
  { cache, folder, signal, longest }: DatabaseSource,
  mayBeOld: boolean,
): Promise<VulnerabilityDatabase | undefined> {
  const archive = join(folder, 'archive');
  await mkdir(folder, { recursive: true });
  try {
    if (!(await takeNewestKept(cache, archive))) return undefined;
    await unpackArchive(archive, 'the cached database', folder, signal);
    const database = await openDatabase(folder);
    const text = await readFile(join(folder, 'db/metadata.json'), 'utf8');
    const isCurrent = (parseMetadata(text)?.next.getTime() ?? 0) > Date.now();
    const age = Date.now() - database.updated.getTime();
    return isCurrent || (mayBeOld && age <= longest) ? { ...database, unconfirmed: true } : undefined;
  } catch (error) {
    if (signal.aborted) throw cancelled();
    if (error instanceof UserError) return undefined;
    throw error;
  } finally {
    await rm(archive, { force: true });
  }
}

/** Links the database into our own cache folder, so that trivy never writes to the given one. */
export async function borrowDatabase(database: VulnerabilityDatabase, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await symlink(join(database.folder, 'db'), join(cache, 'db'));
  if (database.java) await symlink(join(database.folder, 'java-db'), join(cache, 'java-db'));
}

/*
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
async function findLayer(registry: RegistryClient, mirror: string): Promise<Descriptor> {
  const { repository, digest, tag = 'latest' } = parseReference(mirror);
  const manifest = await registry.manifest(repository, digest ?? tag);
  if (manifest === undefined) throw badMirror(mirror, 'does not exist');
  const layers = mapsIn(jsonMap(manifest.body)?.layers).map(descriptorOf);
  const layer = layers.find(each => each?.mediaType === layerType);
  if (layer === undefined) throw badMirror(mirror, 'is not a trivy database');
  if (layer.size > largest) throw badMirror(mirror, `has ${layer.size} bytes, which is too large`);
  return layer;
}

/**
 * Unpacks an archive into `db/` of a folder.
 * @throws UserError when it is not an archive of a database.
 */
async function unpackArchive(
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
  if (unpacked.code !== 0) throw badMirror(origin, `cannot be unpacked (${unpacked.stderr.trim()})`);
}

const badMirror = (mirror: string, problem: string) =>
  new UserError(`${mirror} ${problem}`, 'name a repository with a copy of `trivy-db:2`');
