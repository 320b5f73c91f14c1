import type { PodTemplate } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Config, Environment } from '../../config/types.ts';
import type { Origin } from '../../toolkit/origin.ts';
import { makeAgain, replicasFor } from '../engine/workload.ts';
import { removeOurs } from '../state/custody.ts';
import { beginJournal, Keeper, moved, sealJournal } from '../state/journal.ts';
import type { Lease } from '../state/lease.ts';
import { Records, type Release, type WholeRelease } from '../state/record.ts';
import { forcedBecause } from '../state/reversibility.ts';
import type { ReleaseRecord } from '../state/stored.ts';
import { writeTemplate } from '../state/undo.ts';
import { gatherEvidence, sentenceOf } from '../workloads/diagnosis.ts';
import { followRollout } from '../workloads/follow.ts';
import {
  manifestOf,
  pathTo,
  type Ref,
  refOfKey,
  templateOf,
  titleOf,
  type Workload,
} from '../workloads/kinds.ts';
import { canonical, labels, type ReleaseNumber } from '../workloads/naming.ts';
import { readWorkers, releaseOf, workersAt } from '../workloads/workers.ts';
import { leave } from './remains.ts';
import { genuineWorkers, type RequireSigned } from './restoration-checks.ts';

/** A release put back while no rollout is under way. */

export interface RestorationRequest {
  config: Config;
  environmentName: string;
  origin: Origin;
  /** Why a release that is not reversible is gone past all the same. */
  force?: string;
  /** Where images must be signed. */
  requireSigned?: RequireSigned;
  /** Milliseconds that it may take to come up. */
  deadline: number;
  /** Called once the journal says what is undone, before anything is. */
  onUndoing?: () => void;
  report: (line: string) => void;
}

export interface Restored {
  /** False when that release was serving already. */
  changed: boolean;
  /** From the first write until the release was all there again. */
  seconds: number;
  /** Why it does not come up. */
  problem?: string;
}

/**
 * Puts the release into the workload, in place of what serves, under a journal of its own: whoever finds that sees it through.
 * @throws LeaseLost when another run has taken over.
 */
export async function putBack(
  cluster: Cluster,
  request: RestorationRequest,
  environment: Environment,
  target: WholeRelease,
  lease: Lease,
): Promise<Restored> {
  const { config, origin, force, deadline, report } = request;
  const { namespace, workload } = environment;
  const { release } = target.record;
  const { token } = lease;
  const records = new Records(cluster, namespace, config.app);
  const live = await cluster.get<Workload>(pathTo(namespace, workload));
  const at = cluster.now();
  const reason = `rolled back to ${release} by ${origin.actor} in ${origin.run}`;
  const left = () =>
    leave(records, release, {
      token,
      at: new Date(at).toISOString(),
      reason: record => `${reason}${forcedPast(record, force)}`,
    });
  const releases = await records.list();
  const astray = await workersAstray(cluster, namespace, target, releases, report);
  const workers = await genuineWorkers(cluster, { ...request, namespace }, release, astray);
  if (isThere(live, target) && workers.length === 0) {
    report(`release ${release} is serving already`);
    await sealJournal(cluster, namespace, config.app, { token, run: origin });
    await left();
    return { changed: false, seconds: 0 };
  }
  report(`putting release ${release} back`);
  const away = displaced(live, releases, release);
  const known = { live, target: release, away, at, reason };
  const keeper = await intend(cluster, request, environment, lease, known);
  request.onUndoing?.();
  const started = performance.now();
  const fence = { app: config.app, token };
  const gone = live === undefined ? manifestOf(target.record, workload) : undefined;
  const main: Astray = { ref: workload, before: target.outcome };
  const tellOf = (ref: Ref) => (line: string) => report(ref === workload ? line : `${titleOf(ref)}: ${line}`);
  const problem = await together([main, ...workers], {
    write: async ({ ref, before }) => {
      if (ref === workload && gone !== undefined) {
        report(`${titleOf(workload)} is gone, and made again as release ${release} had it`);
        const { template } = target.outcome;
        const replicas = await replicasFor(cluster, namespace, gone);
        await makeAgain(cluster, { namespace, fence, manifest: gone, template, release, replicas });
        return true;
      }
      if (before !== null) {
        const { template } = before;
        await writeTemplate(cluster, { namespace, workload: ref, fence, release, template });
        // Its next run has it.
        return ref.kind !== 'CronJob';
      }
      tellOf(ref)(`came after release ${release} and is removed`);
      await removeOurs(cluster, pathTo(namespace, ref), fence.app, token);
      return false;
    },
    follow: async ({ ref }, signal) => {
      const report = tellOf(ref);
      const wait = { namespace, workload: ref, fence, stuckAfter: 0, deadline, signal, report };
      const end = await followRollout(cluster, wait);
      if (end.state === 'complete' || end.cause.kind === 'cancelled') return undefined;
      return sentenceOf(end.cause, await gatherEvidence(cluster, namespace, end.cause));
    },
  });
  const seconds = (performance.now() - started) / 1000;
  if (problem !== undefined) return { changed: true, seconds, problem };
  await lease.assertHeld();
  await left();
  await keeper?.change(journal => moved(journal, 'undone', cluster.now()));
  return { changed: true, seconds };
}

/** The release that the workload says it is, if its record can be undone by whoever comes next. Pure. */
export function displaced(
  live: Workload | undefined,
  releases: readonly Release[],
  target: ReleaseNumber,
): ReleaseNumber | undefined {
  const marked = live?.metadata?.annotations?.[labels.release];
  const record = releases.find(each => String(each.record.release) === marked)?.record;
  return record?.source === 'released' && record.release !== target ? record.release : undefined;
}

/**
 * Says in the journal what is about to be written, with our token: whoever was there before is refused from then on. Where
 * no record describes what serves, nobody could go on with it, and the token alone is entered.
 */
async function intend(
  cluster: Cluster,
  { config, environmentName, origin }: RestorationRequest,
  { namespace, strategy }: Environment,
  { token }: Lease,
  known: {
    live: Workload | undefined;
    target: ReleaseNumber;
    away: ReleaseNumber | undefined;
    /** Milliseconds since 1970, by the API server's clock. */
    at: number;
    reason: string;
  },
): Promise<Keeper | undefined> {
  const { live, target, away, at, reason } = known;
  if (away === undefined) {
    await sealJournal(cluster, namespace, config.app, { token, run: origin });
    return undefined;
  }
  const entry = await beginJournal(cluster, namespace, {
    schema: 1,
    app: config.app,
    environment: environmentName,
    token,
    run: origin,
    strategy: 'rolling',
    phase: 'undoing',
    step: 0,
    weight: 0,
    baseline: target,
    candidate: away,
    capacity: live?.spec?.replicas ?? 1,
    startedAt: at,
    since: at,
    deadline: at + strategy.deadline,
    abortRequested: { by: `${origin.actor} in ${origin.run}`, at },
    reason,
  });
  return new Keeper(cluster, namespace, entry);
}

/** A way back that was forced stays to be seen in the outcome of what it went past. */
function forcedPast({ reversible }: ReleaseRecord, force: string | undefined): string {
  return reversible === false && force !== undefined ? `, ${forcedBecause(force)}` : '';
}

/** What goes back, and to what; null: it goes. */
export interface Astray {
  ref: Ref;
  before: { template: PodTemplate } | null;
}

/** How one of them is written, and waited for. */
interface Way {
  /** @returns false when it goes: then there is nothing to wait for. */
  write(one: Astray): Promise<boolean>;
  /** @returns why it does not come up; undefined when it does, or when the signal ended the wait. */
  follow(one: Astray, signal: AbortSignal): Promise<string | undefined>;
}

/**
 * Writes all of them in their order, and waits for all of them side by side. The first that does not come up ends the wait for
 * the others.
 * @returns why it does not; undefined when all did.
 */
export async function together(all: readonly Astray[], { write, follow }: Way): Promise<string | undefined> {
  const written: Astray[] = [];
  for (const one of all) if (await write(one)) written.push(one);
  const stop = new AbortController();
  const waits = written.map(one =>
    follow(one, stop.signal).then(problem => {
      if (problem !== undefined) throw new DoesNotComeUp(problem);
    }),
  );
  try {
    await Promise.all(waits);
    return undefined;
  } catch (error) {
    stop.abort();
    await Promise.allSettled(waits);
    if (error instanceof DoesNotComeUp) return error.message;
    throw error;
  }
}

class DoesNotComeUp extends Error {}

/** Workers that are not as they were with the release. One that is gone is not made again: it was taken away on purpose. */
async function workersAstray(
  cluster: Cluster,
  namespace: string,
  target: WholeRelease,
  releases: readonly Release[],
  report: (line: string) => void,
): Promise<Astray[]> {
  const known = workersAt(target, releases);
  const lives = await readWorkers(cluster, namespace, Object.keys(known).map(refOfKey));
  const { release } = target.record;
  return Object.entries(known).flatMap(([name, before]): Astray[] => {
    const live = lives[name];
    const ref = refOfKey(name);
    if (before === null) return releaseOf(live) === undefined ? [] : [{ ref, before }];
    if (live === undefined) {
      report(`warning: ${titleOf(ref)}, a worker of release ${release}, is gone and is not made again`);
      return [];
    }
    const there = releaseOf(live) === release && canonical(templateOf(live)) === canonical(before.template);
    return there ? [] : [{ ref, before }];
  });
}

/** Whether the workload is the release already. Pure. */
export function isThere(live: Workload | undefined, target: WholeRelease): boolean {
  return (
    live?.metadata?.annotations?.[labels.release] === String(target.record.release) &&
    canonical(live.spec?.template) === canonical(target.outcome.template)
  );
}
