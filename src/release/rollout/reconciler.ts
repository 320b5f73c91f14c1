import { isRaced } from '../../cluster/errors.ts';
import { accidentOf } from '../../toolkit/accident.ts';
import { timing } from '../../toolkit/timing.ts';
import { type FencedPatch, tokenOn } from '../../traffic/fencing-token.ts';
import { noteDuration } from '../decision-record/record.ts';
import { transition } from '../store/rollout-state.ts';
import { gatherEvidence, sentenceOf } from '../workloads/diagnosis.ts';
import { leaseLost } from '../workloads/lease-lost.ts';
import { candidateHasAllTraffic, concludeRollout } from './conclude-release.ts';
import {
  RolloutAbandoned,
  type RolloutContext,
  type RolloutEnd,
  late as timeIsUp,
  untilHeard,
} from './context.ts';
import { decide } from './decide.ts';
import { FailurePolicy } from './failure-policy.ts';
import { HealthTracker } from './health.ts';
import { type Heartbeat, startHeartbeat } from './heartbeat.ts';
import type { Snapshot } from './informers.ts';
import { patchAll, perform, refresh, restoreOwnState } from './perform.ts';
import { phaseTitle, recordCause, recordPods, recordTransition } from './record-transitions.ts';
import type { Action } from './spec.ts';

/**
 * The control loop of a rollout. Each turn takes a snapshot of the cluster, lets `decide` choose one action, and carries it out. The loop
 * ends when the rollout has reached this run's goal, is rolled back, is paused, or needs a person.
 *
 * Every turn decides from the snapshot and the state in the Lease, not from earlier turns. So the run may be killed between any two
 * writes: the next run attaches to the rollout (attach.ts) and continues from what it finds.
 * @throws LeaseLost as soon as another run has taken over.
 */
export async function reconcile(run: RolloutContext): Promise<RolloutEnd> {
  const heart =
    run.fence === undefined || run.spec.watchdog === undefined
      ? undefined
      : startHeartbeat(run.cluster, run.fence);
  const engine = new Reconciler(run, heart);
  run.signal?.addEventListener('abort', () => run.informers.notify(), { once: true });
  try {
    for (;;) {
      const end = await engine.step();
      // The stable workload rolls from here on: a watchdog that restored traffic to it could cause an outage.
      if (run.spec.goal === 'done' && run.store.rollout.phase === 'promoting') await heart?.endWatchdog();
      if (end !== undefined) return end;
    }
  } finally {
    await heart?.stop();
  }
}

/** One run's loop over one rollout. All writes to the state go through its `StateStore`, the gate's too. */
class Reconciler {
  readonly #run: RolloutContext;
  readonly #heart: Heartbeat | undefined;
  readonly #assessor: HealthTracker;
  /** Writes and manifests that the API server refused. `decide` gets them as facts, which roll the release back. */
  readonly #objections: string[] = [];
  #removed = false;
  /** When the reason for the current action became known, in milliseconds of `performance.now()`. */
  #decidedAt = 0;
  readonly #heardBy = performance.now() + untilHeard;
  #told = '';
  readonly #failed = new FailurePolicy();

  constructor(run: RolloutContext, heart: Heartbeat | undefined) {
    this.#run = run;
    this.#heart = heart;
    this.#assessor = new HealthTracker(run.cluster, run.spec.namespace);
  }

  /** Runs one turn. A failed call is retried, rolls the release back, or ends this run, as the failure policy says. */
  async step(): Promise<RolloutEnd | undefined> {
    const { informers, store } = this.#run;
    const began = performance.now();
    try {
      return await this.#look();
    } catch (error) {
      const rollingBack = store.rollout.phase === 'rolling-back';
      const consequence = this.#failed.consequenceOf(error, rollingBack, began, performance.now());
      switch (consequence.do) {
        case 'retry':
          this.#tell(`${(error as Error).message}; retrying`);
          await informers.waitForChange(consequence.ms);
          return undefined;
        case 'roll-back':
          // A promoted candidate with all traffic is not rolled back because a temporary object cannot be removed.
          if (candidateHasAllTraffic(this.#run)) throw new RolloutAbandoned(consequence.reason, this.#run);
          this.#objections.push(consequence.reason);
          return undefined;
        case 'leave':
          throw new RolloutAbandoned(consequence.reason, this.#run);
        default:
          return consequence satisfies never;
      }
    }
  }

  async #look(): Promise<RolloutEnd | undefined> {
    const { informers, spec, watcher, signal, until = Number.POSITIVE_INFINITY } = this.#run;
    if (performance.now() > until) return timeIsUp;
    const snapshot = informers.snapshot();
    requireOurs(this.#run, snapshot);
    if (snapshot.refused !== undefined)
      throw new RolloutAbandoned(snapshot.refused.message, this.#run, snapshot.refused.remedy);
    if (snapshot.blindFor > timing.blindness)
      throw new RolloutAbandoned(
        `the API server has not answered for ${Math.round(snapshot.blindFor / 1000)} s`,
        this.#run,
      );
    if (snapshot.blindFor > 0) {
      // Stale objects are not judged. The traffic stays as it is: this run could not change it anyway.
      if (snapshot.blindFor > 5000) this.#tell('the API server does not answer; waiting for it');
      await informers.waitForChange(1000);
      return undefined;
    }
    if (snapshot.token === undefined) await restoreOwnState(this.#run);
    this.#heart?.markObserved();
    // The store has this run's own writes first; an abort request of another run is only in the cluster.
    const { abortRequested } = snapshot.rollout ?? {};
    const rollout = {
      ...this.#run.store.rollout,
      ...(abortRequested === undefined ? {} : { abortRequested }),
    };
    const seen = { ...snapshot, rollout };
    watcher?.look(seen);
    const accident = accidentOf(signal);
    const { verdict, facts, judgedAt } = watcher?.inputs(seen) ?? { verdict: undefined, facts: [] };
    const ends = verdict !== undefined && /^(fail|inconclusive|no-data)$/.test(verdict.verdict);
    this.#decidedAt = (ends ? judgedAt : undefined) ?? performance.now();
    const action = decide(spec, seen, {
      ...(await this.#assessor.assess(seen)),
      verdict,
      facts: [...(accident === undefined ? [] : [accident]), ...facts, ...this.#objections],
      cancelled: signal?.aborted === true && accident === undefined,
      unheard: watcher !== undefined && performance.now() < this.#heardBy,
      removed: this.#removed,
      pending: {
        manifests: this.#run.pending !== undefined,
        routes: (this.#run.pending?.routes.length ?? 0) > 0,
      },
    });
    return this.#act(action, seen);
  }

  async #act(action: Action, snapshot: Snapshot): Promise<RolloutEnd | undefined> {
    switch (action.do) {
      case 'await': {
        const end = this.#cutShort(snapshot);
        if (end !== undefined) return end;
        this.#tell(action.what);
        await this.#run.informers.waitForChange(Math.max(5, Math.min(action.ms ?? 1000, 1000)));
        return undefined;
      }
      case 'end':
        return this.#end(snapshot);
      case 'needs-action':
        this.#tell(action.reason);
        return { state: 'needs-action', reason: action.reason };
      case 'pause': {
        const { do: _, ...paused } = action;
        return { state: 'paused', paused, pods: snapshot.ready.canary };
      }
      case 'fail': {
        const { cluster, spec } = this.#run;
        await this.#hasten(action.writes);
        const reason = sentenceOf(action.cause, await gatherEvidence(cluster, spec.namespace, action.cause));
        recordCause(this.#run, action.cause, reason);
        await this.#enter({ do: 'transition', phase: 'rolling-back', weight: 0, reason });
        return undefined;
      }
      case 'transition':
        await this.#enter(action);
        return undefined;
      default:
        await this.#write(action, snapshot);
        return undefined;
    }
  }

  /** GitHub kills a cancelled job after ten seconds, and the rollback of a rolling update may need longer: `sweep` finishes it. */
  #cutShort(snapshot: Snapshot): RolloutEnd | undefined {
    const { signal, store, spec, cluster } = this.#run;
    const { phase, since, reason = '', baseline, strategy } = store.rollout;
    if (
      strategy !== 'rolling' ||
      phase !== 'rolling-back' ||
      signal?.aborted !== true ||
      accidentOf(signal) !== undefined
    )
      return undefined;
    if (cluster.now() - since < timing.cancelled || spec.router.weight(snapshot) > 0) return undefined;
    const back =
      baseline === undefined
        ? `release ${spec.candidate} is being removed`
        : `release ${baseline} was restored and its pods are starting`;
    return {
      state: 'rolled-back',
      reason: `${reason}; ${back}; sweep finishes the rollback`,
      pods: snapshot.ready.stable,
      open: true,
    };
  }

  #end(snapshot: Snapshot): RolloutEnd {
    const { phase, reason = '' } = this.#run.store.rollout;
    const pods = snapshot.ready[phase === 'done' || phase === 'rolled-back' ? 'stable' : 'canary'];
    if (phase === 'rolled-back') return { state: 'rolled-back', reason, pods };
    if (phase === 'done') return { state: 'done', pods };
    return { state: phase === 'prepared' ? 'prepared' : 'judged', pods };
  }

  async #enter({ phase, writes = [], ...change }: Extract<Action, { do: 'transition' }>): Promise<void> {
    const { cluster, store, report } = this.#run;
    report(phase === 'rolling-back' ? `rollback: ${change.reason}` : phaseTitle(phase, change.weight));
    const { do: _, ...rest } = change;
    if (phase === 'done' || phase === 'rolled-back') {
      await concludeRollout(this.#run, phase, rest);
      return this.#failed.passed();
    }
    recordPods(this.#run);
    recordTransition(this.#run, phase, change);
    await trafficFirst(this.#hasten(writes), () =>
      store.change(rollout => transition(rollout, phase, cluster.now(), rest)),
    );
    this.#failed.passed();
  }

  /** Sends the patches that restore traffic before any other write. After a conflict the rollback decides about the traffic anew. */
  async #hasten(writes: FencedPatch[]): Promise<void> {
    if (writes.length === 0) return;
    try {
      await patchAll(this.#run, writes);
      const ms = Math.round(performance.now() - this.#decidedAt);
      this.#run.decisions.update(record => noteDuration(record, 'verdict to accepted write', ms));
    } catch (error) {
      if (!isRaced(error)) throw error;
      await refresh(this.#run, { do: 'patch', what: '', writes });
    }
  }

  /** Carries out a writing action. After a conflict it reads the object again and sets the token: another client may have recreated it. */
  async #write(action: Parameters<typeof perform>[1], snapshot: Snapshot): Promise<void> {
    try {
      const objection = await perform(this.#run, action, snapshot, this.#say);
      if (typeof objection === 'string') this.#objections.push(objection);
      if (action.do === 'delete-created') this.#removed = true;
      this.#failed.passed();
    } catch (error) {
      if (isRaced(error)) await refresh(this.#run, action);
      throw error;
    }
  }

  readonly #say = (line: string) => this.#tell(line);

  #tell(line: string): void {
    if (line !== this.#told) this.#run.report(line);
    this.#told = line;
  }
}

/**
 * Writes the state after the traffic patches, whether they were accepted or failed. Not in parallel: a gateway that also watches the object
 * with the state may process that change first, and the traffic would wait for the pause that it makes between two changes.
 */
export async function trafficFirst(sent: Promise<unknown>, keep: () => Promise<unknown>): Promise<void> {
  const kept = sent.catch(() => undefined).then(keep);
  await Promise.all([sent, kept]);
}

/**
 * Compares this run's fencing token with those of the Lease and of the workloads.
 * @throws LeaseLost when one of them is higher: a newer run has taken over.
 */
export function requireOurs({ spec: { token, app } }: RolloutContext, snapshot: Snapshot): void {
  const moved = [
    snapshot.workload,
    snapshot.canary,
    ...Object.values(snapshot.workers).map(each => each.workload),
  ];
  const tokens = [snapshot.token ?? 0, ...moved.map(each => tokenOn(each ?? {}, app))];
  if (tokens.some(each => each > token)) throw leaseLost(app);
}
