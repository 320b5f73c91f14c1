import { probeOwner } from '../release/verify.ts';
import { describe, UserError } from '../toolkit/errors.ts';
import { pause } from '../toolkit/retry.ts';
import { acceptance } from '../verify/acceptance.ts';
import { type CheckResult, type FailureCause, sentenceOf, type VerifyPart } from '../verify/checks.ts';
import { type ControllerStatus, readController } from './controller.ts';
import type { ReleasedImage } from './edit.ts';
import { LiveWatch, type Wanted } from './live.ts';
import { type DeliverySession, haveDigests, usualPace } from './session.ts';

/** How a commit fared in the cluster. */
export type DeliveryEnding =
  | { readonly kind: 'served' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The branch has other digests by now. */
  | { readonly kind: 'superseded'; readonly reason: string }
  | { readonly kind: 'cancelled'; readonly reason: string };

export interface Following {
  readonly wanted: Wanted;
  /** The commit; undefined when Git was right already. */
  readonly commit: string | undefined;
  /** The digests that the branch must keep. */
  readonly images: Readonly<Record<string, ReleasedImage>>;
  /** Milliseconds by the API server's clock. */
  readonly until: number;
  /** What the controller said before the commit. */
  readonly known?: ControllerStatus | undefined;
}

/**
 * Waits until every pod of the newest version of every workload runs what is wanted. It ends early when pods cannot start, the controller
 * cannot apply the commit, or another commit changes the digests.
 */
export async function follow(session: DeliverySession, following: Following): Promise<DeliveryEnding> {
  const { context } = session;
  const { cluster, report, signal, gitops } = context;
  const pace = { ...usualPace, ...context.pace };
  const watch = new LiveWatch(context);
  const commits = new Set(following.commit === undefined ? [] : [following.commit]);
  const problemOf = controllerWatch(following.known?.failed, commits, pace.controllerGrace);
  let branchAt = performance.now();
  let told = '';
  for (;;) {
    if (signal?.aborted) return { kind: 'cancelled', reason: 'the run was cancelled' };
    const look = await watch.look(following.wanted);
    if (look.at === 'served') return { kind: 'served' };
    if (look.at === 'failed') return { kind: 'failed', reason: look.sentence };
    const status =
      gitops.controller && (await quietly(() => readController(cluster, gitops.controller ?? {}), report));
    const said = status === undefined ? '' : `; ${status.name}: ${status.sentence}`;
    const problem = status && problemOf(status, performance.now());
    if (problem !== undefined) return { kind: 'failed', reason: problem };
    if (cluster.now() >= following.until)
      return { kind: 'failed', reason: `it was not rolled out in time: ${look.sentence}${said}` };
    if (performance.now() - branchAt >= pace.branch) {
      branchAt = performance.now();
      const other = await quietly(() => changedOnBranch(session, following, commits), report);
      if (other !== undefined) return { kind: 'superseded', reason: other };
    }
    if (`${look.sentence}${said}` !== told) report(`waiting: ${look.sentence}${said}`);
    told = `${look.sentence}${said}`;
    await pause(pace.look, signal && { signal }).catch(() => undefined);
  }
}

/** Returns a function that counts an error of the controller only if it is about these commits, is new, and lasts. */
function controllerWatch(known: string | undefined, commits: ReadonlySet<string>, grace: number) {
  let since: number | undefined;
  return ({ name, revisions, failed, stopped }: ControllerStatus, at: number): string | undefined => {
    const isOurs = revisions.length === 0 ? failed !== known : revisions.some(each => commits.has(each));
    const problem = stopped?.why ?? (isOurs ? failed : undefined);
    since = problem === undefined ? undefined : (since ?? at);
    return since !== undefined && at - since >= grace ? `${name}: ${problem}` : undefined;
  };
}

async function changedOnBranch(
  session: DeliverySession,
  { images }: Following,
  commits: Set<string>,
): Promise<string | undefined> {
  const { repository, gitops } = session.context;
  const { head } = await repository.refresh();
  if (commits.has(head)) return undefined;
  if (!haveDigests(await session.texts(head), gitops.files, images)) return otherDigests(repository.branch);
  commits.add(head);
  return undefined;
}

export const otherDigests = (branch: string) => `another commit changed the digests on ${branch}`;

/** An error while waiting, such as one of the network, is not a verdict. */
export async function quietly<Result>(
  work: () => Promise<Result>,
  report: (line: string) => void,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    report(`warning: ${error instanceof UserError ? error.message : describe(error)}`);
    return undefined;
  }
}

export interface CheckedDelivery {
  readonly results: readonly CheckResult[];
  /** Why a check fails: one of which the release can be the cause comes first. */
  readonly reason?: string;
  readonly cause?: FailureCause;
}

/** Makes the checks of slipway.yml, all or those parts. @param plainly only those that need no secret. */
export async function checked(
  { context }: DeliverySession,
  parts?: readonly VerifyPart[],
  plainly = false,
): Promise<CheckedDelivery> {
  const { cluster, environment, env, config } = context;
  const owner = probeOwner(config.app, environment.namespace);
  const { results } = await acceptance(cluster, {
    environment,
    owner,
    env: plainly ? undefined : env,
    ...(parts && { parts }),
  });
  const failed = results.filter(({ ok }) => !ok);
  const bad = failed.find(({ cause }) => cause !== 'environment') ?? failed[0];
  return { results, ...(bad && { reason: sentenceOf(bad), cause: bad.cause ?? 'release' }) };
}
