import { randomUUID } from 'node:crypto';
import { UserError } from '../toolkit/errors.ts';
import { pause } from '../toolkit/retry.ts';
import { quietly } from './follow.ts';
import { commitMessage, type LogEntry } from './log.ts';
import type { PullRequest } from './pull-requests.ts';
import type { DeliverySession } from './session.ts';

/** Brings a commit to the branch: by a push, or by a pull request. */

/** How long a run is believed to be alive after its deadlines. */
const margin = 5 * 60_000;

/** Until when a run may work on an entry. */
export function aliveUntil(session: DeliverySession): string {
  const { by, 'merge-timeout': merge, timeout } = session.context.gitops;
  const longest = 2 * timeout + (by === 'push' ? 0 : merge);
  return session.moment(longest + margin);
}

/** Whether another run may still work on an entry. */
export async function isAlive({ context }: DeliverySession, entry: LogEntry): Promise<boolean> {
  const { cluster, hasEnded, origin } = context;
  if (entry.state === 'paused' || entry.by.run === origin.run) return false;
  if (Date.parse(entry.until) <= cluster.now()) return false;
  return hasEnded === undefined || !(await hasEnded(entry.by));
}

/** Whether the entry waits for a merge. */
export const waitsForMerge = ({ context }: DeliverySession, { commit }: LogEntry): boolean =>
  context.gitops.by === 'pull-request' && commit === undefined;

/**
 * Commits texts to the branch, together with the entry in the log.
 * @returns the entry, with its commit once that is on the branch; undefined when another push was faster.
 */
export async function land(
  session: DeliverySession,
  entry: LogEntry,
  texts: ReadonlyMap<string, string>,
  title: string,
): Promise<LogEntry | undefined> {
  const { config, environmentName: environment, gitops, origin, own, repository, report } = session.context;
  if (texts.size === 0) return (await session.save(entry)) ? entry : undefined;
  if (gitops.by === 'push') {
    // With another token than that of the run, a push to the repository of the workflow would start it again, without end.
    const message = commitMessage(title, { app: config.app, environment }, entry, origin, own);
    const commit = await repository.commit(session.heads.head, texts, message);
    const landed = { ...entry, commit };
    if (!(await session.save(landed, [{ ref: repository.branchRef, to: commit }]))) return undefined;
    report(`${title}: ${commit} on ${repository.branch}`);
    return landed;
  }
  const branch = branchOf(session, entry);
  const pull = await propose(session, { ...entry, branch }, texts, { title, branch });
  if (pull === undefined) return undefined;
  report(`pull request #${pull.number} waits for its merge`);
  return awaitMerge(session, await session.write({ ...entry, branch, pull: pull.number }));
}

/** Opens a pull request with texts. @returns undefined when another push was faster. */
export async function propose(
  session: DeliverySession,
  entry: LogEntry,
  texts: ReadonlyMap<string, string>,
  { title, branch }: { title: string; branch: string },
): Promise<PullRequest | undefined> {
  const { config, environmentName: environment, origin, own, pulls, repository } = session.context;
  if (pulls === undefined)
    throw new UserError(
      '`by: pull-request` needs a repository at GitHub, and a token',
      'set `gitops-token`, or write `by: push`',
    );
  const message = commitMessage(title, { app: config.app, environment }, entry, origin, false);
  const commit = await repository.commit(session.heads.head, texts, message);
  if (!(await session.save(entry, [{ ref: `refs/heads/${branch}`, to: commit }]))) return undefined;
  const body = message.split('\n\n').slice(1).join('\n\n');
  // A merge commit has the title. A squash or rebase has the message of the commit, where the mark would also skip the checks of the pull
  // request, which may be required: `bringsOnlyReleases` ends what that merge starts.
  return pulls.open(branch, repository.branch, `${title}${own ? ' [skip ci]' : ''}`, body);
}

/** Returns a new branch for a pull request: releases are counted anew after the log was deleted, and an old branch may still be there. */
export const branchOf = ({ context }: DeliverySession, { release }: LogEntry, what = ''): string =>
  `slipway/${context.config.app}/${context.environmentName}/${release}${what}-${randomUUID().slice(0, 8)}`;

async function awaitMerge(session: DeliverySession, entry: LogEntry): Promise<LogEntry> {
  const { cluster, gitops, report, signal, pace } = session.context;
  const until = cluster.now() + gitops['merge-timeout'];
  for (;;) {
    const found = await quietly(() => pullOf(session, entry), report);
    if (found !== undefined && found.state !== 'open') return afterPull(session, entry, found);
    if (signal?.aborted) return withdraw(session, entry, 'failed', 'the run was cancelled before the merge');
    if (cluster.now() >= until)
      return session.write({
        ...entry,
        state: 'paused',
        reason: `pull request #${entry.pull} is not merged yet`,
      });
    await pause(pace?.branch ?? 10_000, signal && { signal }).catch(() => undefined);
  }
}

/** Closes the pull request of an entry. @returns an open entry when it was merged meanwhile. */
export async function withdraw(
  session: DeliverySession,
  entry: LogEntry,
  state: LogEntry['state'],
  reason: string,
): Promise<LogEntry> {
  const { pulls } = session.context;
  if (entry.pull !== undefined && pulls !== undefined) {
    const refusal = await pulls.close(entry.pull).catch((error: unknown) => error);
    const found = await pulls.read(entry.pull);
    if (found.state === 'merged') return afterPull(session, entry, found);
    if (refusal !== undefined) throw refusal;
  }
  return session.write({ ...entry, state, reason });
}

async function pullOf(session: DeliverySession, entry: LogEntry): Promise<PullRequest | undefined> {
  const { pulls } = session.context;
  if (entry.pull !== undefined) return pulls?.read(entry.pull);
  return entry.branch === undefined ? undefined : pulls?.of(entry.branch);
}

/** Returns what became of the pull request of an entry; undefined while it is open. */
export async function afterMerge(session: DeliverySession, entry: LogEntry): Promise<LogEntry | undefined> {
  const found = await pullOf(session, entry);
  return found?.state === 'open' ? undefined : afterPull(session, entry, found);
}

function afterPull(
  session: DeliverySession,
  entry: LogEntry,
  found: PullRequest | undefined,
): Promise<LogEntry> {
  if (found?.state === 'merged' && found.commit !== undefined) {
    const { reason: _, pull: __, branch: ___, ...rest } = entry;
    return session.write({ ...rest, state: 'open', commit: found.commit, until: aliveUntil(session) });
  }
  const reason =
    found === undefined
      ? 'its run ended before it opened a pull request'
      : `pull request #${found.number} was closed without a merge`;
  return session.write({
    ...entry,
    state: 'failed',
    reason: entry.reason === undefined ? reason : `${entry.reason}; ${reason}`,
  });
}
