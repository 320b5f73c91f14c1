import { loadManifests, type Manifest } from '../../cluster/manifests.ts';
import type { KubeObject, LeaseObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { When } from '../../config/hooks.ts';
import type { Environment } from '../../config/types.ts';
import { runLogged } from '../../toolkit/command.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Host } from '../../toolkit/host.ts';
import { printable } from '../../toolkit/printable.ts';
import { annotationPointer } from '../../traffic/fencing-token.ts';
import { leasePath } from '../../workloads/kinds.ts';
import { labels, type ReleaseNumber } from '../../workloads/naming.ts';
import type { ReleaseRecord } from '../store/schema.ts';
import { runJob } from './follow-job.ts';
import { hookJob, workOf } from './hook-job.ts';

/** Hooks before and after a release: Jobs in the cluster, or commands on the runner. */

/** A hook as slipway.yml defines it; times in milliseconds. */
type HookSource = { manifest: Manifest; within: number } | { run: string; within: number };

/** A hook as a release runs it: a Job has its namespace, digests and configuration. */
export type Hook = { job: KubeObject; within: number } | { run: string; within: number };

/** Hooks of an environment, and where commands run and logs are shown. */
export interface HookSetup {
  hooks: { pre?: HookSource; post?: HookSource };
  /** Of slipway.yml. */
  folder: string;
  log: number;
  quote: Host['quote'];
}

/** The release that a hook runs for, and the run that runs it. */
export interface HookContext {
  record: Pick<ReleaseRecord, 'app' | 'environment' | 'release' | 'baseline' | 'images'>;
  /** For a pre hook: the newest release that ever succeeded, or was adopted. Default: none. */
  previous?: ReleaseNumber | undefined;
  namespace: string;
  /** Fencing token of the run. */
  token: number;
  env: NodeJS.ProcessEnv;
  hookSetup: Pick<HookSetup, 'folder' | 'log' | 'quote'>;
  report: (line: string) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Reads the manifests that the hooks of an environment name.
 * @param folder of slipway.yml.
 * @param rendered hooks of charts, which have no file.
 * @throws UserError for a file that does not hold exactly one Job.
 */
export async function loadHooks(
  folder: string,
  hooks: NonNullable<Environment['hooks']> = {},
  rendered: Partial<Record<When, Manifest>> = {},
): Promise<HookSetup['hooks']> {
  const entries = Object.entries(hooks).map(async ([when, hook]): Promise<[string, HookSource]> => {
    if ('run' in hook) return [when, { run: hook.run, within: hook.timeout }];
    const ours = rendered[when as When];
    if (ours !== undefined) return [when, { manifest: ours, within: hook.timeout }];
    const [manifest, ...more] = await loadManifests(folder, [hook.job]);
    const { apiVersion, kind } = manifest?.object ?? {};
    if (manifest === undefined || more.length > 0 || kind !== 'Job' || apiVersion !== 'batch/v1') {
      throw new UserError(
        `hooks.${when}: ${hook.job} does not hold exactly one Job of batch/v1`,
        'put the Job into a separate file',
      );
    }
    return [when, { manifest, within: hook.timeout }];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/**
 * Runs a hook to its end. Skips a pre hook that has already succeeded for the same work: a retried release has the same content and
 * baseline, and no other release has succeeded meanwhile.
 * @returns why it failed, in one clause; undefined when it succeeded.
 */
export async function runHook(
  cluster: Cluster,
  when: When,
  hook: Hook,
  context: HookContext,
): Promise<string | undefined> {
  const { report, record, previous } = context;
  const { within: _, ...content } = hook;
  // A hook need not contain the version that it runs for, such as a Job that dumps a database.
  const { release, baseline, images } = record;
  const work = workOf({ ...content, images }, ...(when === 'pre' ? [baseline, previous] : [release]));
  if (when === 'pre' && (await isDone(cluster, context, work))) {
    report('the pre hook has already succeeded for this version, and is not run again');
    return undefined;
  }
  const failed =
    'run' in hook
      ? await runOnRunner(when, hook, context)
      : await runInCluster(cluster, when, hook, work, context);
  if (failed === undefined && when === 'pre') await remember(cluster, context, work);
  return failed === undefined ? undefined : `the ${when} hook failed: ${failed}`;
}

function runInCluster(
  cluster: Cluster,
  when: When,
  { job: rendered, within }: Extract<Hook, { job: KubeObject }>,
  work: string,
  context: HookContext,
): Promise<string | undefined> {
  const { record, namespace, token, report, signal, hookSetup } = context;
  const { app, release } = record;
  const job = hookJob(rendered, { app, namespace, when, within, release, token, work });
  return runJob(cluster, job, {
    namespace,
    within,
    report: line => report(`${when} hook: ${line}`),
    quote: hookSetup.quote,
    signal,
  });
}

async function runOnRunner(
  when: When,
  { run, within }: Extract<Hook, { run: string }>,
  context: HookContext,
): Promise<string | undefined> {
  const { hookSetup, env, report, signal } = context;
  const late = AbortSignal.timeout(within);
  const ending = await runLogged({
    run,
    folder: hookSetup.folder,
    env: { ...env, ...environmentOfHook(when, context) },
    log: hookSetup.log,
    signal: signal === undefined ? late : AbortSignal.any([late, signal]),
    report: line => report(`${when} hook: ${line}`),
  });
  switch (ending.kind) {
    case 'exit':
      return ending.code === 0 ? undefined : `the command failed with exit code ${ending.code}`;
    case 'signal':
      return `the command was killed by ${ending.name}`;
    case 'cancelled':
      return signal?.aborted === true ? 'the run was cancelled' : `it took longer than ${within / 1000} s`;
    default:
      return ending satisfies never;
  }
}

/** Returns the variables for a command on the runner. Values are passed only as variables, so that no shell interprets them. Pure. */
export function environmentOfHook(when: When, { record, namespace }: HookContext): Record<string, string> {
  const { app, environment, release, baseline, images } = record;
  return {
    SLIPWAY_HOOK: when,
    SLIPWAY_APP: app,
    SLIPWAY_ENVIRONMENT: environment,
    SLIPWAY_NAMESPACE: namespace,
    SLIPWAY_RELEASE: String(release),
    SLIPWAY_BASELINE: baseline === undefined ? '' : String(baseline),
    SLIPWAY_IMAGES: JSON.stringify(images),
  };
}

async function isDone(cluster: Cluster, { record, namespace }: HookContext, work: string): Promise<boolean> {
  const lease = await cluster.get<LeaseObject>(leasePath(namespace, record.app));
  return lease?.metadata?.annotations?.[labels.preHook] === work;
}

/**
 * Stores the work that succeeded last: its Job is deleted after a day, and a command has none. It is in the Lease because a user who
 * may write ConfigMaps must not be able to skip a hook.
 */
async function remember(
  cluster: Cluster,
  { record, namespace, token, report }: HookContext,
  work: string,
): Promise<void> {
  try {
    await cluster.patch(leasePath(namespace, record.app), 'json', [
      { op: 'test', path: annotationPointer(labels.token), value: String(token) },
      { op: 'add', path: annotationPointer(labels.preHook), value: work },
    ]);
  } catch (error) {
    // Without the annotation, the next run repeats the hook, and no more.
    report(`warning: the success of the pre hook was not recorded: ${printable((error as Error).message)}`);
  }
}
