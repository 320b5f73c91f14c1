import { access, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { RegistryClient } from '../registry/client.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { fetchArchive, findLayer, unpackArchive } from './download.ts';
import { keepArchive, sweepKept, takeKept, takeNewestKept } from './kept.ts';

/** A vulnerability database in a folder of trivy's form: `db/trivy.db`, `db/metadata.json`, perhaps `java-db/`. */
export interface Database {
  readonly folder: string;
  /** When its content was made. */
  readonly updated: Date;
  /** Has the index by which Java archives without a name of their own are known. */
  readonly java: boolean;
}

/** The schema of the database that trivy 0.74 reads. */
const schema = 2;

/** Where trivy publishes its database, in the order in which they are asked; any of them may be throttled or down. */
export const mirrors = [
  'ghcr.io/aquasecurity/trivy-db:2',
  'mirror.gcr.io/aquasec/trivy-db:2',
  'public.ecr.aws/aquasecurity/trivy-db:2',
];

/**
 * Looks at a database.
 * @throws UserError when it is missing or not one that trivy reads.
 */
export async function openDatabase(folder: string): Promise<Database> {
  const remedy = 'name a cache folder of trivy, which holds db/trivy.db, with the `database` input';
  const bad = (problem: string) =>
    new UserError(`the vulnerability database in ${folder} ${problem}`, remedy);
  const there = (path: string) =>
    access(join(folder, path)).then(
      () => true,
      () => false,
    );
  if (!(await there('db/trivy.db'))) throw bad('is missing');
  const text = await readFile(join(folder, 'db/metadata.json'), 'utf8').catch(() => undefined);
  if (text === undefined) throw bad('has no db/metadata.json that could be read');
  const metadata = parseMetadata(text);
  if (metadata === undefined) throw bad('has a db/metadata.json that is broken');
  if (metadata.version !== schema) throw bad(`has version ${metadata.version} and not ${schema}`);
  return { folder: resolve(folder), updated: metadata.updated, java: await there('java-db/trivy-java.db') };
}

/** Pure. */
export function parseMetadata(text: string): { version: number; updated: Date; next: Date } | undefined {
  try {
    const { Version, UpdatedAt, NextUpdate } = JSON.parse(text) as Record<string, unknown>;
    const updated = new Date(String(UpdatedAt));
    const next = new Date(String(NextUpdate));
    if (typeof Version !== 'number' || Number.isNaN(updated.getTime())) return undefined;
    return { version: Version, updated, next: Number.isNaN(next.getTime()) ? updated : next };
  } catch {
    return undefined;
  }
}

/** Where the database of today comes from, and goes to. */
export interface Source {
  /** Repositories with a tag, in the order in which they are asked; none: those of trivy's makers. */
  readonly mirrors: readonly string[];
  /** Milliseconds before each further round through all of them, as throttling passes. Default: one, after 10 s. */
  readonly pauses?: readonly number[];
  /** The folder in which archives are kept from run to run. */
  readonly cache: string;
  /** Whether a kept archive is used while no mirror says that it is today's. */
  readonly trustsCache: boolean;
  /** The folder in which the database is unpacked. Of this run alone. */
  readonly folder: string;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/**
 * The database of today: a mirror names its digest, and gives it unless the archive with that digest is kept. When no mirror answers,
 * the newest kept one that trivy would not update yet.
 * @throws UserError when there is none, however often the mirrors are asked, or the run is cancelled.
 */
export async function freshDatabase(registry: RegistryClient, source: Source): Promise<Database> {
  const { mirrors: own, pauses = [10_000], signal, report } = source;
  await sweepKept(join(source.cache, 'databases'));
  const asked = own.length === 0 ? mirrors : own;
  const faults = new Map<string, string>();
  for (const pause of [0, ...pauses]) {
    if (pause > 0) {
      report(`no mirror gave the vulnerability database; asking again in ${formatDuration(pause)}`);
      await after(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) throw cancelled();
    }
    for (const mirror of asked) {
      const found = await takenFrom(registry, mirror, source);
      if ('updated' in found) return found;
      faults.set(mirror, found.fault);
    }
    const kept = source.trustsCache ? await keptDatabase(source) : undefined;
    if (kept !== undefined) {
      report(
        `no mirror gave the vulnerability database; the one of ${kept.updated.toISOString()} is used, which was kept`,
      );
      return kept;
    }
  }
  const all = [...faults].map(([mirror, fault]) => `${mirror}: ${fault}`);
  throw new UserError(
    `no mirror gave the vulnerability database (${all.join('; ')})`,
    'try again, name other mirrors with `scan.mirrors`, or a folder that has one with the `database` input',
  );
}

async function takenFrom(
  registry: RegistryClient,
  mirror: string,
  { cache, folder, signal, report }: Source,
): Promise<Database | { fault: string }> {
  const [kept, archive] = [join(cache, 'databases'), join(folder, 'archive')];
  try {
    await mkdir(folder, { recursive: true });
    const layer = await findLayer(registry, mirror);
    if (!(await takeKept(kept, layer, archive))) {
      report(`downloading the vulnerability database from ${mirror}`);
      await fetchArchive(registry, mirror, layer, archive, signal);
    }
    await unpackArchive(archive, mirror, folder, signal);
    const database = await openDatabase(folder);
    await keepArchive(kept, archive, layer, database.updated).catch((error: Error) =>
      report(`the vulnerability database is not kept for later runs: ${error.message}`),
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

/** The newest kept database, unless trivy would update it. It is as its own digest says, which no mirror has confirmed. */
async function keptDatabase({ cache, folder, signal }: Source): Promise<Database | undefined> {
  const archive = join(folder, 'archive');
  await mkdir(folder, { recursive: true });
  try {
    if (!(await takeNewestKept(join(cache, 'databases'), archive))) return undefined;
    await unpackArchive(archive, 'the kept database', folder, signal);
    const text = await readFile(join(folder, 'db/metadata.json'), 'utf8');
    return (parseMetadata(text)?.next.getTime() ?? 0) > Date.now() ? await openDatabase(folder) : undefined;
  } catch (error) {
    if (signal.aborted) throw cancelled();
    if (error instanceof UserError) return undefined;
    throw error;
  } finally {
    await rm(archive, { force: true });
  }
}

/** A cache folder of our own that shows the database to trivy, so that the one given is never written to. */
export async function borrowDatabase(database: Database, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await symlink(join(database.folder, 'db'), join(cache, 'db'));
  if (database.java) await symlink(join(database.folder, 'java-db'), join(cache, 'java-db'));
}
