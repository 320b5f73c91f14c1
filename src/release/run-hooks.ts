import { applyObjects } from '../cluster/apply.ts';
import type { Cluster } from '../cluster/port.ts';
import type { When } from '../config/hooks.ts';
import { UserError } from '../toolkit/errors.ts';
import { retry } from '../toolkit/retry.ts';
import { requireWritable } from '../workloads/controllers.ts';
import { labels, type ReleaseNumber } from '../workloads/naming.ts';
import { type Hook, type HookContext, type HookSetup, runHook } from './hooks/hooks.ts';
import type { ApplyTarget } from './preflight/live-state.ts';
import { beforeWorkload, type DeployRequest } from './preflight/release-objects.ts';
import { fencedApply, LeaseLost } from './store/fencing.ts';
import type { Lease } from './store/lease.ts';
import { hasTemplate, type ReleaseStore } from './store/releases.ts';
import { readState, replaceState } from './store/rollout-state.ts';
import type { ReleaseRecord, RolloutState } from './store/schema.ts';

/** The hooks of a release. */

/** A release of which nothing is applied yet. */
interface UnappliedRelease {
  targets: ApplyTarget[];
  record: ReleaseRecord;
  records: ReleaseStore;
}

/**
 * Runs the pre hook of a release.
 * @returns why the release was refused; undefined when it may continue.
 * @throws LeaseLost when another run has taken over meanwhile.
 */
export async function passPreHook(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  begun: UnappliedRelease,
): Promise<string | undefined> {
  const reason = await runPreHook(cluster, request, lease, begun).catch((error: unknown) => {
    if (error instanceof LeaseLost) throw error;
    return `the pre hook could not be run: ${describeBriefly(error)}`;
  });
  await lease.assertHeld();
  if (reason === undefined) return undefined;
  await begun.records.markRolledBack(begun.record.release, { token: lease.token, reason });
  return reason;
}

/**
 * Runs before anything of the release is applied, except the copies of its configuration, which no object refers to yet.
 * @returns why the hook failed; undefined when it succeeded or there is none.
 */
async function runPreHook(
  cluster: Cluster,
  request: DeployRequest,
  lease: Lease,
  { targets, record, records }: UnappliedRelease,
): Promise<string | undefined> {
  const hook = hookOf('pre', request.hookSetup, record);
  if (hook === undefined) return undefined;
  const copies = beforeWorkload(targets, request.environment).filter(
    ({ object }) => object.metadata?.labels?.[labels.kind] === 'shipped',
  );
  const { app } = request.config;
  if ('job' in hook)
    await applyObjects(
      cluster,
      copies,
      fencedApply({ app, token: lease.token }),
      () => lease.assertHeld(),
      requireWritable(request.environment),
    );
  const context = contextOf(request, record, request.environment.namespace, lease.token);
  context.previous = (await records.list()).find(hasTemplate)?.record.release;
  return runHook(cluster, 'pre', hook, context);
}

/**
 * Runs the post hook once the release has all traffic. Records a success; otherwise the hook stays open, and `status` says so.
 * @returns why the hook failed; undefined when it succeeded or there is none.
 */
export async function runPostHook(
  cluster: Cluster,
  request: Asking,
  record: ReleaseRecord,
  namespace: string,
): Promise<string | undefined> {
  const hook = hookOf('post', request.hookSetup, record);
  if (hook === undefined) return undefined;
  const context = contextOf(request, record, namespace, record.token);
  const failed = await runHook(cluster, 'post', hook, context).catch(
    (error: unknown) => `the post hook could not be run: ${describeBriefly(error)}`,
  );
  if (failed !== undefined) return failed;
  await closePostHook(cluster, namespace, record).catch((error: unknown) =>
    request.report(`warning: the success of the post hook was not recorded: ${describeBriefly(error)}`),
  );
  return undefined;
}

const describeBriefly = (error: unknown) =>
  error instanceof UserError ? error.sentence : (error as Error).message;

/**
 * Takes a Job from the record of the release. Takes a command only from the checkout: an object in the cluster must not be able to
 * run code on a runner.
 */
function hookOf(when: When, hookSetup: HookSetup | undefined, { hooks }: ReleaseRecord): Hook | undefined {
  const recorded = hooks?.[when];
  if (recorded !== undefined) return recorded;
  const written = hookSetup?.hooks[when];
  return written !== undefined && 'run' in written ? written : undefined;
}

type Asking = Pick<DeployRequest, 'hookSetup' | 'env' | 'report' | 'signal'>;

const contextOf = (
  { hookSetup, env, report, signal }: Asking,
  record: ReleaseRecord,
  namespace: string,
  token: number,
): HookContext => ({
  record,
  namespace,
  token,
  env,
  report,
  signal,
  hookSetup: hookSetup ?? { folder: '.', log: 2, quote: (_, work) => work(report) },
});

// Whether the post hook of a release has succeeded. The hook is started once. The state marks it as open from the beginning of the
// release, so that a run that dies at any time leaves that mark.

/** Returns a warning for a complete release whose post hook is open; undefined otherwise. Pure. */
export function openHookSentence(rollout: RolloutState | undefined): string | undefined {
  if (rollout?.phase !== 'done' || rollout.postHook === undefined) return undefined;
  const { candidate, postHook } = rollout;
  return `the post hook of release ${candidate} did not finish (${postHook.by}), and is not retried: check the log of that run for how far it got, then do the rest by hand`;
}

/** Records that the hook has succeeded. Does nothing if another release has begun since. */
async function closePostHook(
  cluster: Cluster,
  namespace: string,
  { app, release }: { app: string; release: ReleaseNumber },
): Promise<void> {
  const isClosed = await retry({ attempts: 8, unfinished: done => !done }, async () => {
    const entry = await readState(cluster, namespace, app);
    if (entry?.rollout.candidate !== release || entry.rollout.postHook === undefined) return true;
    const { postHook: _, ...rollout } = entry.rollout;
    return replaceState(cluster, namespace, entry, rollout);
  });
  if (!isClosed) throw new Error('other runs changed the state at every attempt');
}
