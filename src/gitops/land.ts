import { UserError } from '../toolkit/errors.ts';
import { pause } from '../toolkit/retry.ts';
import { commitMessage, type LogEntry } from './log.ts';
import type { DeliverySession } from './session.ts';

/** Brings a commit to the branch: by a push, or by a pull request. */

/** How long a run is believed to be alive after its deadlines. */
const margin = 5 * 60_000;

/** Until when a run may work on an entry. */
export function aliveUntil({ context }: DeliverySession): string {
  const { by, merged, within } = context.gitops;
  const longest = 2 * within + (by === 'push' ? 0 : 2 * merged);
  return new Date(context.cluster.now() + longest + margin).toISOString();
}

/** Whether another run may still work on an entry. */
export async function isAlive({ context }: DeliverySession, entry: LogEntry): Promise<boolean> {
  const { cluster, hasEnded, origin } = context;
  if (entry.state === 'paused' || entry.by.run === origin.run) return false;
  if (Date.parse(entry.until) <= cluster.now()) return false;
  return hasEnded === undefined || !(await hasEnded(entry.by));
}

/** Whether the entry waits for a merge. */
export const waitsForMerge = ({ context }: DeliverySession, { commit, pull }: LogEntry): boolean =>
  context.gitops.by === 'pull-request' && (commit === undefined || pull !== undefined);

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
  const { config, environmentName: environment, gitops, origin, pulls, repository, report } = session.context;
  if (texts.size === 0) return (await session.save(entry)) ? entry : undefined;
  // With another token than that of the run, a push to the repository of the workflow would start it again, without end.
  const skipsRuns = gitops.repository === undefined && gitops.by === 'push';
  const message = commitMessage(title, { app: config.app, environment }, entry, origin, skipsRuns);
  const commit = await repository.commit(session.heads.head, texts, message);
  if (gitops.by === 'push') {
    const landed = { ...entry, commit };
    if (!(await session.save(landed, [{ ref: repository.branchRef, to: commit }]))) return undefined;
    report(`${title}: ${commit} on ${repository.branch}`);
    return landed;
  }
  if (pulls === undefined)
    throw new UserError(
      '`by: pull-request` needs a repository at GitHub, and a token',
      'set `gitops-token`, or write `by: push`',
    );
  const branch = branchOf(session, entry);
  if (!(await session.save(entry, [{ ref: `refs/heads/${branch}`, to: commit }]))) return undefined;
  const body = message.split('\n\n').slice(1).join('\n\n');
  const { number: pull } = await pulls.open(branch, repository.branch, title, body);
  report(`pull request #${pull} waits for its merge`);
  return awaitMerge(session, await session.write({ ...entry, pull }));
}

/** The branch of a pull request. */
const branchOf = ({ context }: DeliverySession, { release, state }: LogEntry): string =>
  `slipway/${context.config.app}/${context.environmentName}/${release}${state === 'rolling-back' ? '-revert' : ''}`;

async function awaitMerge(session: DeliverySession, entry: LogEntry): Promise<LogEntry> {
  const { cluster, gitops, signal, pace } = session.context;
  const until = cluster.now() + gitops.merged;
  for (;;) {
    const after = await afterMerge(session, entry);
    if (after !== undefined) return after;
    if (signal?.aborted && entry.state === 'open')
      return withdraw(session, entry, 'failed', 'the run was cancelled before the merge');
    if (signal?.aborted || cluster.now() >= until) {
      const reason = `pull request #${entry.pull} is not merged yet`;
      // A revert that is not merged needs a person.
      const state = entry.state === 'rolling-back' ? 'needs-action' : 'paused';
      return session.write({ ...entry, state, reason });
    }
    await pause(pace?.branch ?? 10_000, signal && { signal }).catch(() => undefined);
  }
}

/** Closes the pull request of an entry. */
export async function withdraw(
  session: DeliverySession,
  entry: LogEntry,
  state: LogEntry['state'],
  reason: string,
): Promise<LogEntry> {
  if (entry.pull !== undefined) await session.context.pulls?.close(entry.pull);
  return session.write({ ...entry, state, reason });
}

/** Returns what became of the pull request of an entry; undefined while it is open. */
export async function afterMerge(session: DeliverySession, entry: LogEntry): Promise<LogEntry | undefined> {
  const { pulls } = session.context;
  const found =
    entry.pull === undefined ? await pulls?.of(branchOf(session, entry)) : await pulls?.read(entry.pull);
  if (found?.state === 'open') return undefined;
  if (found?.state === 'merged' && found.commit !== undefined) {
    const { reason: _, pull: __, ...rest } = entry;
    const state = entry.state === 'paused' ? 'open' : entry.state;
    return session.write({ ...rest, state, commit: found.commit, until: aliveUntil(session) });
  }
  const reason =
    found === undefined
      ? 'its run ended before it opened a pull request'
      : `pull request #${found.number} was closed without a merge`;
  return session.write({
    ...entry,
    state: entry.state === 'rolling-back' ? 'needs-action' : 'failed',
    reason: entry.reason === undefined ? reason : `${entry.reason}; ${reason}`,
  });
}
