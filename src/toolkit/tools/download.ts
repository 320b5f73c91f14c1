import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { findOnPath } from '../child.ts';
import { cancelled, UserError } from '../errors.ts';
import { runForOutput } from '../program.ts';
import { addressesOf, type Download } from './pin.ts';
import { cacheFile, downloadTo, extractTar, findCached } from './tool-cache.ts';

export interface DownloadOptions {
  readonly name: string;
  readonly version: string;
  readonly cache: string;
  /** Folder of this run only. */
  readonly folder: string;
  readonly mirrors: readonly string[];
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** The name of a file in its folder of the cache. */
const cachedName = 'download';

/**
 * Puts a pinned program into a folder of this run, from the cache or its publisher. Other processes may write to the cache, so the file is
 * copied out of it, and the copy is verified each time.
 * @returns the path of the program.
 * @throws UserError when it cannot be downloaded or has another checksum; then no file is left.
 */
export async function obtain(download: Download, options: DownloadOptions): Promise<string> {
  const { name, version, cache, folder, signal } = options;
  const work = join(folder, '.download');
  await mkdir(work, { recursive: true });
  const file = join(work, name);
  // Other actions cache the same programs by their own names, in other forms.
  const tool = `slipway-${name}`;
  try {
    const cached = await findCached(cache, tool, version);
    if (cached === undefined || !(await copied(join(cached, cachedName), file, download.sha256))) {
      await rm(file, { force: true });
      await fetchFrom(download, file, options);
      await cacheFile(cache, tool, version, file, cachedName).catch((error: Error) => {
        // Not fatal: this run has the file, and the next one downloads it again.
        options.report(`${name} could not be cached for later runs: ${error.message}`);
      });
    }
    const unpacked = await unpack(download, file, signal);
    if (signal.aborted) throw cancelled();
    const program = join(folder, name);
    await rename(unpacked, program);
    await chmod(program, 0o755);
    return program;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Copies a file. @returns whether it could be read and the copy has the checksum. */
const copied = (from: string, to: string, sha256: string): Promise<boolean> =>
  copyFile(from, to).then(
    async () => (await faultOf(to, sha256)) === undefined,
    () => false,
  );

/** Compares a file with its pinned checksum. @returns undefined when they agree. */
async function faultOf(file: string, sha256: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const sum = hash.digest('hex');
  return sum === sha256 ? undefined : `has the checksum ${sum}, not the pinned ${sha256}`;
}

/** Tries one mirror after the other, until a file has the pinned checksum. */
async function fetchFrom(
  { url, sha256 }: Download,
  file: string,
  { name, version, mirrors, signal, report }: DownloadOptions,
): Promise<void> {
  const faults: string[] = [];
  for (const address of addressesOf(url, mirrors)) {
    report(`downloading ${address}`);
    const fault = (await downloadTo(address, file, signal)) ?? (await faultOf(file, sha256));
    if (fault === undefined) return;
    faults.push(`${address} ${fault}`);
    await rm(file, { force: true });
  }
  const other = `set \`tool-mirrors\` or SLIPWAY_TOOL_MIRRORS to ${mirrors.length === 0 ? 'a' : 'another'} mirror`;
  throw new UserError(
    `${name} ${version} cannot be downloaded: ${faults.join('; ')}`,
    `try again, ${other}, or install ${name} ${version} on the PATH`,
  );
}

/** Unpacks a verified file beside it. @returns the path of the program. */
async function unpack({ url, member }: Download, file: string, signal: AbortSignal): Promise<string> {
  if (member === undefined) return url.endsWith('.bz2') ? decompress(file, signal) : file;
  return join(await extractTar(file, join(dirname(file), 'unpacked')), member);
}

/** Decompresses with the program bzip2, which neither Node nor the library provides. @throws UserError when it is missing. */
async function decompress(file: string, signal: AbortSignal): Promise<string> {
  if (findOnPath('bzip2') === undefined)
    throw new UserError(
      `${basename(file)} cannot be unpacked: bzip2 is not on the PATH`,
      `install bzip2, or ${basename(file)} itself`,
    );
  await rename(file, `${file}.bz2`);
  const { code, stderr } = await runForOutput(['bzip2', '--decompress', `${file}.bz2`], {
    env: process.env,
    signal,
  });
  if (code !== 0 && !signal.aborted) throw new Error(`bzip2 could not unpack ${file}.bz2: ${stderr}`);
  return file;
}
