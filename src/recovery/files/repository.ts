import { cancelled, UserError } from '../../toolkit/errors.ts';
import type { ProgramOutput } from '../../toolkit/program.ts';
import type { Exec } from '../exec.ts';
import {
  exits,
  isKnownVersion,
  parseSnapshots,
  parseVersion,
  progressIn,
  type ResticSnapshot,
  refused,
} from './answers.ts';
import {
  type BackedUpFolder,
  init,
  type ResticCall,
  type ResticRepository,
  restic,
  resticInto,
  snapshots,
  unlock,
  version,
} from './restic.ts';

/** Runs commands of restic on a repository. */

export interface Access {
  /** Where the files are: on this machine, or in a pod that mounts the PVC and holds restic. */
  readonly exec: Exec;
  readonly repository: ResticRepository;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** How long a command waits for the lock of another one. */
const patience = '5m';

/**
 * Runs a command of restic and reports its progress. When the repository is locked, removes stale locks, and then waits for live ones.
 * @returns the answer with any exit code.
 */
export async function call(access: Access, args: readonly string[], what = ''): Promise<ProgramOutput> {
  const answer = await once(access, restic(access.repository, args), what);
  if (answer.code !== exits.locked) return answer;
  await once(access, restic(access.repository, unlock), what);
  return once(access, restic(access.repository, args, patience), what);
}

async function once(
  { exec, signal, report }: Access,
  { command, input }: ResticCall,
  what: string,
): Promise<ProgramOutput> {
  let last: string | undefined;
  const heard = (line: string) => {
    const progress = progressIn(line);
    if (progress !== undefined && progress !== last) report(`${what}: ${progress}`);
    last = progress ?? last;
  };
  const answer = await exec(command, { input, signal, heard });
  if (signal.aborted) throw cancelled();
  return answer;
}

/**
 * Pipes the output of a restic command into another program; see `resticInto`. When that program ends early, restic is killed and leaves
 * a lock, which would keep others out for half an hour. It is removed on the machine that made it, where restic sees that it is stale.
 * @param by runs both; default: `access.exec`.
 * @returns the answer of the reader with any exit code.
 */
export async function callInto(
  access: Access,
  args: readonly string[],
  reader: string,
  by: Exec = access.exec,
): Promise<ProgramOutput> {
  const { repository, signal } = access;
  const { command, input } = resticInto(repository, args, reader);
  const answer = await by(command, { input, signal });
  if (signal.aborted) throw cancelled();
  if (answer.code !== 0 && repository.locked !== true) await once(access, restic(repository, unlock), '');
  return answer;
}

/** Runs a command as `call` does. @throws UserError when its exit code is not 0. */
export async function resticOrThrow(
  access: Access,
  what: string,
  args: readonly string[],
): Promise<ProgramOutput> {
  const answer = await call(access, args, what);
  if (answer.code !== 0) throw refused(access.repository, what, answer);
  return answer;
}

/** Returns the version of restic. @throws UserError when restic is not installed, or its version is not supported. */
export async function knownVersion(access: Access): Promise<string> {
  const found = parseVersion(await resticOrThrow(access, 'print its version', version));
  if (found !== undefined && isKnownVersion(found)) return found;
  throw new UserError(
    `restic ${found ?? 'of an unknown version'} is not supported`,
    'use an image with restic 0.18',
  );
}

/**
 * Lists the snapshots of a source, the oldest first.
 * @returns undefined when there is no repository.
 * @throws UserError when the repository cannot be opened.
 */
export async function snapshotsOf(
  access: Access,
  source: Pick<BackedUpFolder, 'name'>,
): Promise<ResticSnapshot[] | undefined> {
  const answer = await call(access, snapshots(source));
  if (answer.code === exits.none) return undefined;
  if (answer.code !== 0) throw refused(access.repository, 'list snapshots', answer);
  return parseSnapshots(answer).sort((a, b) => a.at - b.at);
}

/** Creates the repository. @throws UserError when it cannot be created, or exists. */
export async function createRepository(access: Access): Promise<void> {
  await resticOrThrow(access, 'create a repository', init);
}
