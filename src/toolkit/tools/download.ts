import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { findOnPath } from '../child.ts';
import { cancelled, UserError } from '../errors.ts';
import { ask } from '../program.ts';
import { addressesOf, type Download } from './pin.ts';

/** Returns the cache folder for downloads, which is kept between runs. */
export function cacheFolder(env: NodeJS.ProcessEnv, subject: string): string {
  const root =
    env.RUNNER_TOOL_CACHE || join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'slipway');
  return join(root, subject);
}

/** Returns the path of a pinned file in the cache. Its name contains the checksum, so that a new pin never finds an old file. */
export function keptAt({ url, sha256 }: Download, cache: string): string {
  return join(cache, `${sha256.slice(0, 16)}-${basename(new URL(url).pathname)}`);
}

export interface DownloadOptions {
  readonly name: string;
  readonly version: string;
  readonly cache: string;
  /** Folder of this run only. */
  readonly folder: string;
  readonly mirrors: readonly string[];
  /** The setting that contains the mirrors, for error messages. */
  readonly mirrorsIn?: string | undefined;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/**
 * Puts a pinned program into a folder of this run, from the cache or its publisher. Other processes may write to the cache, so the file is
 * copied out of it, and the copy is verified each time.
 * @returns the path of the program.
 * @throws UserError when it cannot be downloaded or has another checksum; then no file is left.
 */
export async function obtain(download: Download, options: DownloadOptions): Promise<string> {
  const { name, cache, folder, signal } = options;
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'download');
  const kept = keptAt(download, cache);
  const program = join(folder, name);
  try {
    const cached = await written(createReadStream(kept), file).catch(() => undefined);
    if (cached !== download.sha256) {
      await fetchFrom(download, file, options);
      await keep(file, kept).catch((error: Error) => {
        // Not fatal: this run has the file, and the next one downloads it again.
        options.report(`${name} could not be cached for later runs: ${error.message}`);
      });
    }
    if (download.member !== undefined) await unpack(file, download.member, program, signal);
    else if (download.url.endsWith('.bz2')) await decompress(file, program, signal);
    else await rename(file, program);
    await chmod(program, 0o755);
    return program;
  } finally {
    await rm(file, { force: true });
  }
}

/** Tries one mirror after the other, until a file has the pinned checksum. */
async function fetchFrom(
  { url, sha256 }: Download,
  file: string,
  { name, version, mirrors, mirrorsIn = 'tool-mirrors', signal, report }: DownloadOptions,
): Promise<void> {
  const faults: string[] = [];
  for (const address of addressesOf(url, mirrors)) {
    report(`downloading ${address}`);
    const answer = await fetchTo(address, file, signal);
    if ('sum' in answer && answer.sum === sha256) return;
    const fault = 'sum' in answer ? `has the checksum ${answer.sum}, not the pinned ${sha256}` : answer.fault;
    faults.push(`${address} ${fault}`);
  }
  const other = `set \`${mirrorsIn}\` to ${mirrors.length === 0 ? 'a' : 'another'} mirror`;
  throw new UserError(
    `${name} ${version} cannot be downloaded: ${faults.join('; ')}`,
    `try again, ${other}, or put ${name} ${version} on the PATH`,
  );
}

async function fetchTo(
  url: string,
  file: string,
  cancel: AbortSignal,
): Promise<{ sum: string } | { fault: string }> {
  try {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(600_000)]);
    const answer = await fetch(url, { signal });
    if (!answer.ok || answer.body === null) return { fault: `answered ${answer.status}` };
    return { sum: await written(Readable.fromWeb(answer.body), file) };
  } catch (error) {
    if (cancel.aborted) throw cancelled();
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { fault: `failed (${cause instanceof Error ? cause.message : cause})` };
  }
}

/** Copies a file into a cache, under a temporary name first, so that concurrent runs never read a partial file. */
export async function keep(file: string, kept: string): Promise<void> {
  await mkdir(dirname(kept), { recursive: true });
  await sweepPartial(dirname(kept));
  const partial = await mkdtemp(join(dirname(kept), partialPrefix));
  try {
    await copyFile(file, join(partial, 'file'));
    await rename(join(partial, 'file'), kept);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Prefix of the names of partial files. */
export const partialPrefix = '.download-';

/** Removes partial files of killed runs; those of a running one are less than an hour old. */
export async function sweepPartial(cache: string): Promise<void> {
  const partial = (await readdir(cache)).filter(name => name.startsWith(partialPrefix));
  for (const path of partial.map(name => join(cache, name))) {
    const made = await stat(path).catch(() => undefined);
    if (made !== undefined && Date.now() - made.mtimeMs > 3_600_000)
      await rm(path, { recursive: true, force: true });
  }
}

/** Writes a stream to a file. @returns its SHA-256. */
async function written(stream: Readable, file: string): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(stream, hashing, createWriteStream(file));
  return hash.digest('hex');
}

async function unpack(archive: string, member: string, program: string, signal: AbortSignal): Promise<void> {
  const folder = dirname(program);
  const { code, stderr } = await ask(['tar', '-xzf', archive, '-C', folder, member], {
    env: process.env,
    signal,
  });
  if (signal.aborted) throw cancelled();
  if (code !== 0) throw new Error(`tar could not unpack ${archive}: ${stderr}`);
  const unpacked = join(folder, member);
  if (unpacked !== program) await rename(unpacked, program);
}

/** Decompresses with the program bzip2, which Node does not provide. @throws UserError when it is missing. */
async function decompress(file: string, program: string, signal: AbortSignal): Promise<void> {
  if (findOnPath('bzip2') === undefined)
    throw new UserError(
      `${basename(program)} cannot be unpacked: bzip2 is not on the PATH`,
      `install bzip2, or ${basename(program)} itself`,
    );
  const packed = `${program}.bz2`;
  await rename(file, packed);
  const { code, stderr } = await ask(['bzip2', '--decompress', packed], { env: process.env, signal });
  if (signal.aborted) throw cancelled();
  if (code !== 0) throw new Error(`bzip2 could not unpack ${packed}: ${stderr}`);
}
