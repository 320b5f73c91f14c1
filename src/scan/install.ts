import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, chmod, constants, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
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
 * @throws UserError when there is none, or when the download is not what was pinned.
 */
export async function findTrivy(
  env: NodeJS.ProcessEnv,
  home: string,
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
  return downloadTrivy(archive, cacheFolder(env), signal, report);
}

async function versionOf(program: string, home: string, cancel: AbortSignal): Promise<string | undefined> {
  const signal = AbortSignal.any([cancel, AbortSignal.timeout(30_000)]);
  const options = { env: scannerEnvironment(home), cwd: home, signal };
  const answer = await ask([program, '--version'], options).catch(() => undefined);
  return answer?.code === 0 ? versionIn(answer.stdout) : undefined;
}

const releases = `https://github.com/aquasecurity/trivy/releases/download/v${pinned}`;

/**
 * Downloads a release archive and unpacks it into the cache; nothing of it is run or kept unless its checksum is the pinned one.
 * @returns the path of the program.
 */
export async function downloadTrivy(
  archive: { name: string; sha256: string },
  cache: string,
  signal: AbortSignal,
  report: (line: string) => void,
  from: string = releases,
): Promise<string> {
  // Named by content, so that another pin never meets an old file.
  const folder = join(cache, `${pinned}-${archive.sha256.slice(0, 16)}`);
  const program = join(folder, 'trivy');
  if (
    await access(program, constants.X_OK).then(
      () => true,
      () => false,
    )
  )
    return program;

  await mkdir(cache, { recursive: true });
  const partial = await mkdtemp(join(cache, '.download-'));
  try {
    report(`downloading ${archive.name}`);
    const file = join(partial, archive.name);
    const sum = await fetchTo(`${from}/${archive.name}`, file, signal);
    if (sum !== archive.sha256) {
      throw new UserError(
        `${archive.name} has the checksum ${sum} and not the pinned ${archive.sha256}`,
        `do not run it; put a trivy ${pinned} that you trust on the PATH`,
      );
    }
    await mkdir(join(partial, 'out'));
    await unpack(file, join(partial, 'out'), signal);
    await chmod(join(partial, 'out', 'trivy'), 0o755);
    // Whoever else downloaded it meanwhile has the same.
    await rename(join(partial, 'out'), folder).catch(async (error: unknown) => {
      await access(program, constants.X_OK).catch(() => Promise.reject(error));
    });
    return program;
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function fetchTo(url: string, file: string, cancel: AbortSignal): Promise<string> {
  const remedy = `try again, or put trivy ${pinned} on the PATH`;
  const hash = createHash('sha256');
  try {
    const signal = AbortSignal.any([cancel, AbortSignal.timeout(600_000)]);
    const answer = await fetch(url, { signal });
    if (!answer.ok || answer.body === null) throw new UserError(`${url} answered ${answer.status}`, remedy);
    const hashing = new Transform({
      transform(chunk, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(Readable.fromWeb(answer.body), hashing, createWriteStream(file));
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
  return hash.digest('hex');
}

async function unpack(archive: string, folder: string, signal: AbortSignal): Promise<void> {
  const { code, stderr } = await ask(['tar', '-xzf', archive, '-C', folder, 'trivy'], {
    env: process.env,
    signal,
  });
  if (signal.aborted) throw cancelled();
  if (code !== 0) throw new Error(`tar could not unpack ${archive}: ${stderr}`);
}
