import { type Mirror, mirror } from '../../cluster/mirror.ts';
import type { Event, KubeObject, Pod } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, type Resource, resources } from '../../cluster/resources.ts';
import { UserError } from '../../toolkit/errors.ts';
import { timing } from '../../toolkit/timing.ts';
import type { Fence } from '../../traffic/fence.ts';
import { about, type Ref, traitsOf, type Workload } from './kinds.ts';
import { nodeIsComing, Patience } from './patience.ts';
import { type Revision, selectorOf } from './pods.ts';
import { type Assessment, type Cause, lateCause, type Observed } from './rollout.ts';
import { removeStuck, stuckPod } from './stuck.ts';

/** `seen`: what there was at the end. */
export type RolloutEnd = ({ state: 'complete'; ready: number } | { state: 'failed'; cause: Cause }) & {
  seen: Observed;
};

export interface FollowOptions {
  namespace: string;
  workload: Ref;
  /** Who follows it. */
  fence: Fence;
  /** Milliseconds for which a pod that keeps a StatefulSet from rolling has to have been unready until it is removed. */
  stuckAfter: number;
  /** Milliseconds until a rollout that is not complete has failed. */
  deadline: number;
  report: (line: string) => void;
  /** Ends the wait: the run is being cancelled. */
  signal?: AbortSignal;
  /** For an undo: nothing better can be tried, so only the deadline ends it. */
  patient?: boolean;
}

/**
 * Follows a rolling update by watch events until it is complete or cannot end well.
 * The caller must have written the new template before: an older generation counts as progressing.
 */
export async function followRollout(cluster: Cluster, options: FollowOptions): Promise<RolloutEnd> {
  const { namespace, workload, deadline, report } = options;
  const stop = new AbortController();
  let wake = () => {};
  let isNew = false;
  const changed = () => {
    isNew = true;
    wake();
  };
  try {
    const of = <T extends KubeObject>(resource: Resource, query: Record<string, string>) =>
      mirror<T>(cluster, pathOf(resource, namespace), query, stop.signal, changed);
    const { resource, revisions: kept, refusedInEvents } = traitsOf(workload.kind);
    const workloads = await of<Workload>(resource, { fieldSelector: `metadata.name=${workload.name}` });
    const selector = { labelSelector: selectorOf(workloads.items()[0]) };
    const [revisions, pods, events] = await Promise.all([
      kept === undefined ? undefined : of<Revision>(kept, selector),
      of<Pod>(resources.pod, selector),
      refusedInEvents ? of<Event>(resources.event, about(workload)) : undefined,
    ]);
    const mirrors = [workloads, revisions, pods, events].filter(each => each !== undefined);
    const observe = (): Observed => ({
      workload: workloads.items()[0],
      revisions: revisions?.items() ?? [],
      pods: pods.items(),
      events: events?.items() ?? [],
    });
    const started = performance.now();
    let told = '';
    let said = '';
    options.signal?.addEventListener('abort', () => wake(), { once: true });
    // Whoever stays to the deadline whatever happens has nothing to ask.
    const patience = new Patience(options.patient === true ? undefined : nodeIsComing(cluster, namespace));
    for (;;) {
      const seen = observe();
      if (options.signal?.aborted) return { state: 'failed', cause: { kind: 'cancelled' }, seen };
      const now = performance.now();
      isNew = false;
      const assessment = (await patience.assess(seen.workload, seen, now)) ?? gone;
      told = tell(assessment, told, report);
      if (assessment.state === 'complete') {
        // The watch of the pods may be behind that of the workload, which says that they are ready.
        const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace), selector).catch(() => ({
          items: seen.pods,
        }));
        return { state: 'complete', ready: assessment.ready, seen: { ...seen, pods: items } };
      }
      const final = options.patient !== true || ('cause' in assessment && assessment.cause.kind === 'gone');
      if (assessment.state === 'failed' && final) return { state: 'failed', cause: assessment.cause, seen };
      const stuck = stuckPod(observe(), cluster.now(), options.stuckAfter);
      if (stuck !== undefined) {
        await removeStuck(cluster, namespace, workload, stuck, options.fence, line => {
          if (line !== said) report(line);
          said = line;
        });
      }
      // What is not seen at present is not judged: the API server may be away for a while.
      const away = awayFor(mirrors);
      const [refused] = mirrors.flatMap(each => each.refusal() ?? []);
      if (refused !== undefined)
        throw new UserError(refused.message, `${refused.remedy}, then run \`sweep\``);
      if (away > timing.blindness)
        throw new UserError(
          `the API server has not answered for ${Math.round(away / 1000)} s`,
          'run `sweep` when it answers',
        );
      const blind = away > 0;
      if (now - started >= deadline && !blind)
        return { state: 'failed', cause: lateCause(observe(), deadline / 1000), seen };
      if (!isNew) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, Math.max(5, Math.min(deadline - (now - started), 1000)));
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      if (awayFor(mirrors) > 5000 && told !== 'away') {
        told = 'away';
        report('the API server does not answer; waiting for it');
      }
    }
  } finally {
    stop.abort();
  }
}

const gone: Assessment = { state: 'failed', ready: 0, wanted: 0, cause: { kind: 'gone' } };

function tell(assessment: Assessment, told: string, report: (line: string) => void): string {
  const text = `${assessment.ready} of ${assessment.wanted} new pods ready`;
  if (text !== told) report(text);
  return text;
}

function awayFor(mirrors: Pick<Mirror<unknown>, 'staleSince'>[]): number {
  const since = mirrors.map(each => each.staleSince()).filter(each => each !== undefined);
  return since.length === 0 ? 0 : performance.now() - Math.min(...since);
}
