import { ClusterError } from '../../cluster/errors.ts';
import type { Job, Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources, withQuery } from '../../cluster/resources.ts';
import { NoAnswer, wasNotCarriedOut } from '../../cluster/retry.ts';
import type { Host } from '../../toolkit/host.ts';
import { withoutSecrets } from '../../toolkit/redaction.ts';
import { withoutRepeats } from '../../toolkit/repeats.ts';
import { pause } from '../../toolkit/retry.ts';
import { timing } from '../../toolkit/timing.ts';
import { confidentialOf, lastMessageOf } from '../../workloads/diagnosis.ts';
import { containersOf } from '../../workloads/kinds.ts';
import { type HookJobState, stateOfJob, troubleOf } from './hook-job.ts';

/** Runs a Job to its end, or follows one that another run created. */

interface FollowOptions {
  namespace: string;
  /** Milliseconds from now. */
  within: number;
  quote: Host['quote'];
  report: (line: string) => void;
  signal?: AbortSignal | undefined;
}

/** Milliseconds for which a container may be unable to start before the Job counts as failed. */
const startGrace = 20_000;

/** Attempts to create a Job whose answers do not say whether it exists. */
const maxUnclear = 10;

/**
 * Creates the Job, or follows the one that an earlier run created for the same work, and shows its log. Waits for a Job with other
 * work, which ends at its own deadline.
 * @returns why it failed; undefined when it succeeded.
 */
export async function runJob(
  cluster: Cluster,
  job: Job,
  options: FollowOptions,
): Promise<string | undefined> {
  const { namespace, within, report } = options;
  const path = pathOf(resources.job, namespace, job.metadata?.name);
  const { work } = stateOfJob(job);
  const end = performance.now() + within;
  const tell = withoutRepeats(report);
  const run = (own: Job) => {
    tell(`Job/${own.metadata?.name} is running`);
    return followJob(cluster, own, end, options);
  };
  const unclear: unknown[] = [];
  for (;;) {
    if (options.signal?.aborted)
      return `the run was cancelled${unclear.length > 0 ? `; Job/${job.metadata?.name} may be running until its deadline` : ''}`;
    const there = await cluster.get<Job>(path);
    const isLate = performance.now() > end;
    if (there === undefined && !isLate && unclear.length < maxUnclear) {
      const made = await createJob(cluster, job, { namespace, unclear });
      if (made !== undefined) return run(made);
      await pause(timing.jobPoll);
      continue;
    }
    if (there === undefined && unclear.length > 0) throw unclear.at(-1);
    const standing = there && stateOfJob(there);
    // There was none before this run tried to create it. So it is this run's, and is not run again if it has failed by now.
    if (there !== undefined && unclear.length > 0 && standing?.work === work) return run(there);
    if (there === undefined || standing === undefined || isLate)
      return `Job/${job.metadata?.name} of an earlier release did not end within ${within / 1000} s`;
    const same = standing.work === work && there.metadata?.deletionTimestamp === undefined;
    if (same && standing.state === 'complete') return undefined;
    if (same && standing.state === 'running') {
      tell(`following Job/${there.metadata?.name}, which an earlier run created`);
      return followJob(cluster, there, end, options);
    }
    if (standing.state !== 'running') await cluster.remove(path, there.metadata?.uid);
    else tell(`waiting for Job/${there.metadata?.name}, which an earlier release created`);
    await pause(timing.jobPoll);
  }
}

/**
 * Creates the Job. @returns undefined when there is one by now, or none is known.
 * @param unclear gets each failure after which the Job may exist: a POST is not sent again, so its lost answer is not known.
 */
async function createJob(
  cluster: Cluster,
  job: Job,
  { namespace, unclear }: { namespace: string; unclear: unknown[] },
): Promise<Job | undefined> {
  try {
    return await cluster.create<Job>(pathOf(resources.job, namespace), job);
  } catch (error) {
    const mayExist =
      error instanceof NoAnswer ||
      (error instanceof ClusterError &&
        error.status >= 500 &&
        !wasNotCarriedOut({ status: error.status, body: error.serverMessage }));
    if (mayExist) unclear.push(error);
    else if (!(error instanceof ClusterError && error.reason === 'AlreadyExists')) throw error;
    return undefined;
  }
}

/** Waits until the Job has ended. When its time is over, shows its log and deletes it. @param end in milliseconds of `performance.now()`. */
async function followJob(
  cluster: Cluster,
  job: Job,
  end: number,
  options: FollowOptions,
): Promise<string | undefined> {
  const { namespace, within, signal } = options;
  const { name = '', uid = '' } = job.metadata ?? {};
  const path = pathOf(resources.job, namespace, name);
  let stuckSince: number | undefined;
  for (;;) {
    // A Job is not stopped before it has finished: it has its own deadline, and the next run follows it.
    if (signal?.aborted) return `the run was cancelled; Job/${name} keeps running until its deadline`;
    const now = performance.now();
    const { standing, pods } = await look(cluster, path, uid, namespace);
    const trouble = troubleOf(pods);
    const detail = trouble === undefined ? '' : `: ${trouble.sentence}`;
    if (standing === undefined) return `Job/${name} was deleted`;
    if (standing.state !== 'running') {
      const last = await showLog(cluster, pods, name, options);
      if (standing.state === 'complete') return undefined;
      return trouble === undefined ? `Job/${name}: ${standing.reason}` : `${trouble.sentence}${last}`;
    }
    stuckSince = trouble?.final === true ? (stuckSince ?? now) : undefined;
    const stuck = stuckSince !== undefined && now - stuckSince > startGrace;
    if (now > end || stuck) {
      await showLog(cluster, pods, name, options);
      await cluster.remove(path, uid);
      return stuck ? (trouble?.sentence ?? '') : `it did not finish within ${within / 1000} s${detail}`;
    }
    await pause(timing.jobPoll);
  }
}

/** Reads the Job and its pods, newest first. While the API server does not answer, the Job counts as running. */
async function look(
  cluster: Cluster,
  path: string,
  uid: string,
  namespace: string,
): Promise<{ standing: HookJobState | undefined; pods: Pod[] }> {
  try {
    const [job, { items }] = await Promise.all([
      cluster.get<Job>(path),
      cluster.list<Pod>(pathOf(resources.pod, namespace), {
        labelSelector: `batch.kubernetes.io/controller-uid=${uid}`,
      }),
    ]);
    const ours = job?.metadata?.uid === uid ? job : undefined;
    const pods = items.sort((a, b) => createdAt(b).localeCompare(createdAt(a)));
    return { standing: ours && stateOfJob(ours), pods };
  } catch (error) {
    if (error instanceof ClusterError && error.status < 500) throw error;
    return { standing: { state: 'running', work: '' }, pods: [] };
  }
}

/**
 * Shows the log of the newest pod, without confidential values.
 * @returns its last message as a clause; empty when it must not be shown.
 */
async function showLog(cluster: Cluster, pods: Pod[], name: string, options: FollowOptions): Promise<string> {
  const { namespace, quote, report } = options;
  const [newest] = pods;
  const pod = newest?.metadata?.name;
  if (pod === undefined) return '';
  const confidential = await confidentialOf(cluster, namespace, pod).catch(() => undefined);
  if (confidential === undefined) {
    report(
      `the log of Job/${name} is not shown: its Secrets could not be read, so their values cannot be masked`,
    );
    return '';
  }
  const texts = await Promise.all(
    containersOf(newest?.spec).map(container =>
      logOf(cluster, namespace, pod, container.name).catch(() => ''),
    ),
  );
  const lines = texts
    .flatMap(text => withoutSecrets(text, confidential).split('\n'))
    .filter(line => line !== '');
  await quote(`log of Job/${name}`, async print => {
    for (const line of lines) print(line);
  });
  const last = lastMessageOf(lines);
  return last === undefined ? '' : `; its last message: ${last.slice(0, 200)}`;
}

async function logOf(cluster: Cluster, namespace: string, pod: string, container: string): Promise<string> {
  const path = `${pathOf(resources.pod, namespace, pod)}/log`;
  const query = withQuery(path, { container, tailLines: '500', limitBytes: '262144' });
  return (await cluster.call('GET', query)).body;
}

const createdAt = ({ metadata }: Pod) => metadata?.creationTimestamp ?? '';
