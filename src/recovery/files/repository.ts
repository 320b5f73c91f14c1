import { cancelled, UserError } from '../../toolkit/errors.ts';
import type { Answer } from '../../toolkit/program.ts';
import type { Exec } from '../exec.ts';
import {
  exits,
  isKnownVersion,
  parseSnapshots,
  parseVersion,
  progressIn,
  refused,
  type Snapshot,
} from './answers.ts';
import {
  type Call,
  init,
  type Repository,
  restic,
  resticInto,
  type Source,
  snapshots,
  unlock,
  version,
} from './restic.ts';

/** What all that is done with a repository of restic has in common. */

export interface Access {
  /** Where the files are: on this machine, or in a pod that mounts the PVC and holds restic. */
  readonly exec: Exec;
  readonly repository: Repository;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/** How long a command waits that another one keeps up. */
const patience = '5m';

/**
 * Runs a command of restic and says how far it is. When the repository is locked it takes the locks of what has died away, and then
 * waits for what lives.
 * @returns its answer, whatever its code.
 */
export async function call(access: Access, args: readonly string[], what = ''): Promise<Answer> {
  const answer = await once(access, restic(access.repository, args), what);
  if (answer.code !== exits.locked) return answer;
  await once(access, restic(access.repository, unlock), what);
  return once(access, restic(access.repository, args, patience), what);
}

async function once(
  { exec, signal, report }: Access,
  { command, input }: Call,
  what: string,
): Promise<Answer> {
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
 * Runs a command of restic whose output another program reads, as `resticInto` says. restic dies when that one ends before all is read,
 * and its lock would keep others out for half an hour: it is taken away from where it was made.
 * @param by what runs both; default: what all else is run by.
 * @returns the answer of the reader, whatever its code.
 */
export async function callInto(
  access: Access,
  args: readonly string[],
  reader: string,
  by: Exec = access.exec,
): Promise<Answer> {
  const { repository, signal } = access;
  const { command, input } = resticInto(repository, args, reader);
  const answer = await by(command, { input, signal });
  if (signal.aborted) throw cancelled();
  if (answer.code !== 0 && repository.locked !== true) await once(access, restic(repository, unlock), '');
  return answer;
}

/** As `call`. @throws UserError for every code but 0. */
export async function must(access: Access, what: string, args: readonly string[]): Promise<Answer> {
  const answer = await call(access, args, what);
  if (answer.code !== 0) throw refused(access.repository, what, answer);
  return answer;
}

/** @returns its version. @throws UserError when there is no restic, or one whose answers nobody knows here. */
export async function knownVersion(access: Access): Promise<string> {
  const found = parseVersion(await must(access, 'say its version', version));
  if (found !== undefined && isKnownVersion(found)) return found;
  throw new UserError(
    `this restic is ${found ?? 'of an unknown version'}, whose answers are not known`,
    'put restic 0.17 or 0.18 into the image',
  );
}

/**
 * The snapshots of what is backed up under that name, the oldest first.
 * @returns undefined when there is no repository.
 * @throws UserError when it cannot be opened.
 */
export async function snapshotsOf(
  access: Access,
  source: Pick<Source, 'name'>,
): Promise<Snapshot[] | undefined> {
  const answer = await call(access, snapshots(source));
  if (answer.code === exits.none) return undefined;
  if (answer.code !== 0) throw refused(access.repository, 'read what is backed up', answer);
  return parseSnapshots(answer).sort((a, b) => a.at - b.at);
}

/** @throws UserError when it cannot be made, or there is one. */
export async function createRepository(access: Access): Promise<void> {
  await must(access, 'make a repository', init);
}
