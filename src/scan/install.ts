import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { findOnPath } from '../toolkit/child.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { ask } from '../toolkit/program.ts';
import { archives, chooseTrivy, pinned, scannerEnvironment, versionIn } from './trivy.ts';

/** Where downloads are kept from run to run. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const root =
    env.RUNNER_TOOL_CACHE || join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'slipway');
  return join(root, 'trivy');
}

/**
 * Finds a trivy to run, or downloads the pinned one.
 * @param home an empty folder for the little that trivy does while it is asked for its version.
 * @param folder where it is unpacked for this run.
 * @throws UserError when there is none, or when the download is not what was pinned.
 */
export async function findTrivy(
  env: NodeJS.ProcessEnv,
  { home, folder }: { home: string; folder: string },
  signal: AbortSignal,
  report: (line: string) => void,
): Promise<string> {
  const onPath = findOnPath('trivy');
  const found =
    onPath === undefined ? undefined : ((await versionOf(onPath, home, signal)) ?? 'of an unknown version');
  const platform = `${process.platform}-${process.arch}`;
  const choice = chooseTrivy(found, platform);
  if (choice.use === 'found' && onPath !== undefined) {
    if (choice.warning !== undefined) report(choice.warning);
    return onPath;
  }
  if (choice.use === 'download' && choice.note !== undefined) report(choice.note);
  const archive = archives[platform];
  if (archive === undefined) throw new Error(`no archive for ${platform}`);
  return downloadTrivy(archive, cacheFolder(env), folder, signal, report);
}

async function versionOf(program: string, home: string, cancel: AbortSignal): Promise<string | undefined> {
  const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
  const options = { env: scannerEnvironment(home), cwd: home, signal };
  const answer = await ask([program, '--version'], options).catch(() => undefined);
  return answer?.code === 0 ? versionIn(answer.stdout) : undefined;
}

const releases = `https://github.com/aquasecurity/trivy/releases/download/v${pinned}`;

/**
 * Unpacks the pinned release archive into a folder of this run, from the cache or else from where it is published. A cache may be
 * written by whatever else runs on the machine: the archive is copied out of it, and that copy is checked, each time.
 * @param folder of this run alone.
 * @returns the path of the program.
 * @throws UserError when the archive cannot be had, or is not what was pinned.
 */
export async function downloadTrivy(
  archive: { name: string; sha256: string },
  cache: string,
  folder: string,
  signal: AbortSignal,
  report: (line: string) => void,
  from: string = releases,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  // Named by content, so that another pin never meets an old file.
  const kept = join(cache, `${archive.sha256.slice(0, 16)}-${archive.name}`);
  const file = join(folder, archive.name);
  const cached = await written(createReadStream(kept), file).catch(() => undefined);
  if (cached !== archive.sha256) {
    report(`downloading ${archive.name}`);
    const sum = await fetchTo(`${from}/${archive.name}`, file, signal);
    if (sum !== archive.sha256) {
      throw new UserError(
        `${archive.name} has the checksum ${sum} and not the pinned ${archive.sha256}`,
        `do not run it; put a trivy ${pinned} that you trust on the PATH`,
      );
    }
    await keep(file, kept);
  }
  await unpack(file, folder, signal);
  await rm(file);
  const program = join(folder, 'trivy');
  await chmod(program, 0o755);
  return program;
}

/** To a name of its own first: what has the real name is whole, whoever else downloads it meanwhile. */
async function keep(file: string, kept: string): Promise<void> {
  await mkdir(dirname(kept), { recursive: true });
  const partial = await mkdtemp(join(dirname(kept), '.download-'));
  try {
    await copyFile(file, join(partial, 'archive'));
    await rename(join(partial, 'archive'), kept);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Writes a stream to a file; its SHA-256. */
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

async function fetchTo(url: string, file: string, cancel: AbortSignal): Promise<string> {
  const remedy = `try again, or put trivy ${pinned} on the PATH`;
  try {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(600_000)]);
    const answer = await fetch(url, { signal });
    if (!answer.ok || answer.body === null) throw new UserError(`${url} answered ${answer.status}`, remedy);
    return await written(Readable.fromWeb(answer.body), file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (cancel.aborted) throw cancelled();
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new UserError(
      `${url} cannot be downloaded (${cause instanceof Error ? cause.message : cause})`,
      remedy,
      {
        cause: error,
      },
    );
  }
}

async function unpack(archive: string, folder: string, signal: AbortSignal): Promise<void> {
  const { code, stderr } = await ask(['tar', '-xzf', archive, '-C', folder, 'trivy'], {
    env: process.env,
    signal,
  });
  if (signal.aborted) throw cancelled();
  if (code !== 0) throw new Error(`tar could not unpack ${archive}: ${stderr}`);
}
