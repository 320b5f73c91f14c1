import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { RegistryClient } from '../registry/client.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { partialPrefix, sweepPartial } from '../toolkit/tools/download.ts';
import { fetchDatabase } from './download.ts';

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

/** How the download goes; tests hurry it. */
export interface Download {
  /** Repositories with a tag, in the order in which they are asked; none: those of trivy's makers. */
  readonly mirrors?: readonly string[];
  /** Milliseconds before each further round through all of them: throttling passes. */
  readonly pauses?: readonly number[];
}

/**
 * The database of today: the one in the cache while it is fresh, else a download from the first mirror that gives it.
 * @throws UserError when no mirror gives one, however often they are asked, or the run is cancelled.
 */
export async function freshDatabase(
  registry: RegistryClient,
  cache: string,
  signal: AbortSignal,
  report: (line: string) => void,
  { mirrors: own = [], pauses = [10_000] }: Download = {},
): Promise<Database> {
  const folder = join(cache, 'databases');
  await mkdir(folder, { recursive: true });
  await sweepPartial(folder);
  const kept = await newest(folder);
  if (kept !== undefined) return openDatabase(join(folder, kept));

  const asked = own.length === 0 ? mirrors : own;
  const faults = new Map<string, string>();
  for (const pause of [0, ...pauses]) {
    if (pause > 0) {
      report(`no mirror gave the vulnerability database; asking again in ${formatDuration(pause)}`);
      await after(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) throw cancelled();
    }
    for (const mirror of asked) {
      report(`downloading the vulnerability database from ${mirror}`);
      const found = await downloadFrom(registry, mirror, folder, signal);
      if ('updated' in found) return found;
      faults.set(mirror, found.fault);
    }
  }
  const all = [...faults].map(([mirror, fault]) => `${mirror}: ${fault}`);
  throw new UserError(
    `no mirror gave the vulnerability database (${all.join('; ')})`,
    'try again, name other mirrors with `scan.mirrors`, or a folder that has one with the `database` input',
  );
}

async function downloadFrom(
  registry: RegistryClient,
  mirror: string,
  folder: string,
  signal: AbortSignal,
): Promise<Database | { fault: string }> {
  const partial = await mkdtemp(join(folder, partialPrefix));
  try {
    await fetchDatabase(registry, mirror, partial, signal);
    const { updated } = await openDatabase(partial);
    // Named by its age: a scan that still reads an older one keeps it.
    const place = join(folder, String(updated.getTime()));
    await rename(partial, place).catch(() => undefined);
    return await openDatabase(place);
  } catch (error) {
    if (signal.aborted) throw cancelled();
    if (error instanceof UserError) return { fault: error.message };
    throw error;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/**
 * The newest database in the cache that trivy would not update yet. Older ones than two days are removed, and whatever
 * claims to be of a time to come.
 */
async function newest(folder: string): Promise<string | undefined> {
  const now = Date.now();
  const names = (await readdir(folder))
    .filter(name => /^\d+$/.test(name))
    .sort((a, b) => Number(b) - Number(a));
  for (const name of names.filter(each => !isRecent(Number(each), now))) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  for (const name of names.filter(each => isRecent(Number(each), now))) {
    const text = await readFile(join(folder, name, 'db/metadata.json'), 'utf8').catch(() => '');
    if ((parseMetadata(text)?.next.getTime() ?? 0) > now) return name;
  }
  return undefined;
}

/** @param updated milliseconds since 1970. */
const isRecent = (updated: number, now: number) => updated <= now && now - updated <= 2 * 86_400_000;

/** A cache folder of our own that shows the database to trivy, so that the one given is never written to. */
export async function borrowDatabase(database: Database, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await symlink(join(database.folder, 'db'), join(cache, 'db'));
  if (database.java) await symlink(join(database.folder, 'java-db'), join(cache, 'java-db'));
}
