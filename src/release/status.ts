import type { LeaseObject } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Config, Environment } from '../config/types.ts';
import { defined } from '../toolkit/map.ts';
import { howToRun, remedyOfNeedsAction } from '../toolkit/operations.ts';
import { originText } from '../toolkit/origin.ts';
import { keyOf, leasePath, pathTo, refOfKey, type Workload } from '../workloads/kinds.ts';
import { readWorkers, releaseOf, workersOf } from '../workloads/workers.ts';
import { needsPerson, pauseRemedy, pauseSentence } from './rollout/pause.ts';
import { openHookSentence } from './run-hooks.ts';
import { leaseState } from './store/lease.ts';
import { isOver, type Phase } from './store/phases.ts';
import { type Release, ReleaseStore } from './store/releases.ts';
import { readState } from './store/rollout-state.ts';
import type { Pause, PauseReason, RolloutState } from './store/schema.ts';

/** The status of an application's rollout. */
export interface Status {
  /**
   * `idle`: no rollout is under way. `running`: a run holds the Lease. `paused`: the rollout is paused. `needs-action`: neither rolled
   * out nor rolled back; a person must act. `interrupted`: its run has ended.
   */
  state: 'idle' | 'running' | 'paused' | 'needs-action' | 'interrupted';
  /** Of the last rollout; `none` when there never was one. */
  phase: Phase | 'none';
  /** The release that is being rolled out; undefined when none is. */
  candidate?: number;
  /** Percentage of the traffic that it asks for. */
  weight?: number;
  /** The live release, from the workload's annotation; undefined when it was never released. */
  release?: number;
  /** Release of each worker, by its name, or by `Kind/name` unless it is a Deployment; 0 when it was never released. */
  workers?: Record<string, number>;
  /** Its images: name → `repository@digest`; undefined for an adopted release. */
  images?: Record<string, string>;
  verified?: boolean;
  /** The run that holds the Lease, or that advanced the rollout last. */
  holder?: string;
  /** What a paused rollout waits for. */
  waitingFor?: PauseReason;
  /** Until when it waits, in ISO 8601. */
  until?: string;
  /** For a person: whether a step of slipway.yml waits; otherwise the gate could not judge the candidate. */
  planned?: boolean;
  /** Why it is paused, or needs action. */
  reason?: string;
  /** Warning about the post hook of the last release; undefined when the hook succeeded or there is none. */
  postHook?: string;
}

/** Reads the status of an application's rollout. Writes nothing and takes no Lease. */
export async function status(
  cluster: Cluster,
  { config: { app }, environment }: { config: Config; environment: Environment },
): Promise<Status> {
  const { namespace, workload } = environment;
  const [entry, releases, lease, live] = await Promise.all([
    readState(cluster, namespace, app),
    new ReleaseStore(cluster, namespace, app).list(),
    cluster.get<LeaseObject>(leasePath(namespace, app)),
    cluster.get<Workload>(pathTo(namespace, workload)),
  ]);
  const marked = releaseOf(live);
  // The manifests of a release may hold more workers than slipway.yml lists.
  const recorded = releases.find(({ record }) => record.release === marked)?.record.workers ?? {};
  const names = new Set([...workersOf(environment).map(keyOf), ...Object.keys(recorded)]);
  const workers = await readWorkers(cluster, namespace, [...names].map(refOfKey));
  return {
    ...statusFrom(entry?.rollout, lease, cluster.now()),
    ...(marked === undefined ? {} : liveReleaseOf(marked, releases)),
    ...(Object.keys(workers).length === 0
      ? {}
      : {
          workers: Object.fromEntries(
            Object.entries(workers).map(([name, worker]) => [name, releaseOf(worker) ?? 0]),
          ),
        }),
  };
}

/** Returns the live release, with the images and the verification in its record. Pure. */
export function liveReleaseOf(
  release: number,
  releases: readonly Release[],
): Pick<Status, 'release' | 'images' | 'verified'> {
  const found = releases.find(({ record }) => record.release === release);
  if (found?.record.source !== 'released') return { release };
  return { release, images: found.record.images, verified: found.outcome?.state === 'verified' };
}

/**
 * Derives the status from a state and a Lease. Pure.
 * @param now by the API server's clock.
 */
export function statusFrom(
  rollout: RolloutState | undefined,
  lease: LeaseObject | undefined,
  now: number,
): Omit<Status, 'release' | 'images' | 'verified'> {
  const held = lease === undefined ? undefined : leaseState(lease, now);
  const holder = held === undefined || held.free ? undefined : held.holder;
  if (rollout === undefined || isOver(rollout.phase)) {
    // A run that holds the Lease without an open rollout is just beginning or ending.
    const state = holder === undefined ? 'idle' : 'running';
    const postHook = openHookSentence(rollout);
    return {
      state,
      phase: rollout?.phase ?? 'none',
      ...(holder === undefined ? {} : { holder }),
      ...(postHook === undefined ? {} : { postHook }),
    };
  }
  const { phase, candidate, weight, paused, run, needsAction: stuck } = rollout;
  const waits = paused !== undefined && paused.until > now ? paused : undefined;
  const left = waits !== undefined ? 'paused' : stuck !== undefined ? 'needs-action' : 'interrupted';
  return {
    state: holder !== undefined ? 'running' : left,
    phase,
    candidate,
    weight,
    holder: holder ?? originText(run),
    ...(waits === undefined ? {} : pauseOf(waits)),
    ...(left === 'needs-action' && stuck !== undefined ? { reason: stuck.reason } : {}),
  };
}

/** Returns the status in one sentence. Pure. */
export function statusSentence(
  app: string,
  {
    state,
    phase,
    candidate,
    weight,
    release,
    workers = {},
    holder,
    waitingFor,
    until = '',
    reason,
    postHook,
  }: Status,
): string {
  const listed = Object.entries(workers).map(
    ([name, at]) => `${name} at ${at === 0 ? 'no release' : `release ${at}`}`,
  );
  const behind = listed.length === 0 ? '' : ` (workers: ${listed.join(', ')})`;
  const live =
    release === undefined ? `no release of ${app} is live` : `release ${release} of ${app} is live${behind}`;
  if (candidate === undefined) {
    const hook = postHook === undefined ? '' : `; ${postHook}`;
    return `${live}; ${holder === undefined ? 'no rollout is under way' : `the Lease is held by ${holder}`}${hook}`;
  }
  const where = `${live}; release ${candidate} is in phase ${phase} at ${weight} %`;
  switch (state) {
    case 'running':
      return `${where}, run by ${holder}`;
    case 'paused':
      return waitingFor === undefined
        ? where
        : `${where} and ${waiting(waitingFor, until, reason)}; ${pauseRemedy(waitingFor, candidate)}`;
    case 'needs-action':
      return `${where} and needs action: ${reason}; ${remedyOfNeedsAction(candidate)}`;
    case 'interrupted':
      return `${where}, but its run has ended (${holder}): ${howToRun('sweep')}, which ${phase === 'rolling-back' ? 'finishes the rollback' : `finishes the rollout or rolls it back; to continue it instead, ${howToRun('resume', candidate)}`}`;
    case 'idle':
      return where;
    default:
      return state satisfies never;
  }
}

function pauseOf({ for: waitingFor, until, planned, reason }: Pause) {
  const pause = { waitingFor, until: new Date(until).toISOString(), ...defined({ reason }) };
  return needsPerson(waitingFor) ? { ...pause, planned: planned === true } : pause;
}

function waiting(what: PauseReason, until: string, reason: string | undefined): string {
  const sentence = pauseSentence({ for: what, until: Date.parse(until) });
  const why = reason === undefined ? '' : `; ${reason}`;
  return `${sentence}${why}`;
}
