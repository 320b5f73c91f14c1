import { gatewayFact } from '../../analysis/facts.ts';
import {
  advance,
  beginGate,
  enterStage,
  judge,
  judgeUnread,
  replacePod,
  skipTo,
} from '../../analysis/gate.ts';
import type { Sampling, Span } from '../../analysis/probe.ts';
import { readTicks, settledUntil, spansBetween } from '../../analysis/sampling.ts';
import type { Reading, Tick } from '../../analysis/tick.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import { noteJudging, noteTick, noteTurn, noteVerdict } from '../../decision/record.ts';
import { evidenceOf } from '../../decision/replay.ts';
import { WakeableWait } from '../../toolkit/wakeable.ts';
import type { GateRunner } from '../rollout/context.ts';
import type { RolloutSnapshot } from '../rollout/spec.ts';
import { factsIn, hardFactsIn, noteFactsIn, stageOf, watchedPods } from './facts.ts';
import type { GateParts, StoredGate } from './setup.ts';

/** Past ticks that one query reads, and ticks after which the decision record is saved. */
const atOnce = 40;
const saveEvery = 20;
/** Ticks that the gate of a living run may miss; a longer gap means that there was no run. */
const longestStall = 6;

const isUnanswered = (reading: Reading) => reading.kind === 'provider';

/**
 * The gate of a run: reads the metrics tick by tick, by Prometheus's clock, beside the reconciler, and gives verdicts on the current stage.
 * Ticks that passed without a run are read from Prometheus's history.
 */
export class MetricGate implements GateRunner {
  readonly #parts: GateParts;
  readonly #running: Promise<void>;
  #gating: StoredGate;
  #seen: RolloutSnapshot | undefined;
  #lastVerdict: { stage: number; verdict: Verdict } | undefined;
  /** When the last verdict was reached, in milliseconds of `performance.now()`. */
  #judgedAt = 0;
  /** Since when past ticks cannot be read, in milliseconds of `performance.now()`. */
  #unreadSince: number | undefined;
  /** The message of the last failed turn. */
  #trouble: string | undefined;
  /** Ticks since the decision record was saved. */
  #ticks = 0;
  /** The weight differed from that of the state, because pods were missing or another client changed it. */
  #weightDiffers = false;
  #stopped = false;
  readonly #pause = new WakeableWait();

  constructor(parts: GateParts) {
    this.#parts = parts;
    this.#gating = parts.gating;
    this.#running = this.#run();
  }

  look(snapshot: RolloutSnapshot): void {
    this.#seen = snapshot;
    const { verdict } = this.#lastVerdict ?? {};
    if (verdict?.verdict === 'pod-local' && isGone(snapshot, verdict.pod))
      this.#replaced(verdict.pod, snapshot.now);
    noteFactsIn(this.#parts.decisions, snapshot);
    this.#judgeFacts(snapshot);
  }

  inputs(snapshot: RolloutSnapshot): ReturnType<GateRunner['inputs']> {
    const stage = stageOf(snapshot.rollout, this.#gating.policy);
    // The switch of blue-green is not judged; the time after it is.
    if (stage === 'switch')
      return { verdict: { verdict: 'pass', reason: 'the candidate is ready' }, facts: factsIn(snapshot) };
    const verdict = this.#lastVerdict?.stage === stage ? this.#lastVerdict?.verdict : undefined;
    return { verdict, judgedAt: this.#judgedAt, facts: factsIn(snapshot) };
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#pause.wake();
    return this.#running;
  }

  async #run(): Promise<void> {
    const { tick } = this.#gating.policy;
    while (!this.#stopped) {
      try {
        await this.#turn();
      } catch (error) {
        this.#failed((error as Error).message.split('\n')[0] ?? '');
      }
      if (!this.#stopped) await this.#pause.sleep(Math.min(1000, tick / 4));
    }
  }

  /** Reports an error once. If it lasts as long as Prometheus may be unavailable, it ends the rollout. */
  #failed(detail: string): void {
    if (detail !== this.#trouble) this.#parts.report(`the gate failed: ${detail}; retrying`);
    this.#trouble = detail;
    const snapshot = this.#seen;
    const stage = stageOf(snapshot?.rollout, this.#gating.policy);
    if (snapshot !== undefined && typeof stage === 'number') this.#unread(stage, snapshot, detail);
  }

  /** Enters the stage that the rollout is in, or reads the ticks since the last one. */
  async #turn(): Promise<void> {
    const snapshot = this.#seen;
    const { source, isSet } = this.#parts;
    const { policy } = this.#gating;
    // Also reads the counts of pods that have just started: the evidence accounts for their age.
    const sampling = { ...this.#gating.sampling, warmUp: 0 };
    const stage = stageOf(snapshot?.rollout, policy);
    if (snapshot === undefined || typeof stage !== 'number') return;
    if (!isSet(snapshot)) {
      this.#weightDiffers = true;
      return;
    }
    const until = await settledUntil(source, sampling);
    // Only now: `look` may have noted meanwhile that a pod was replaced.
    const { state } = this.#gating;
    if (state === null || state.stage !== stage) {
      // Samples from before the weight changed belong to no stage.
      this.#weightDiffers = false;
      if (!until.ok) return this.#unread(stage, snapshot, until.detail);
      this.#unreadSince = undefined;
      // All of the watch belongs to the candidate, even if its run died before its gate had read anything.
      const since = snapshot.rollout.phase === 'watching' ? snapshot.rollout.since : until.value;
      await this.#enter(stage, Math.min(since, until.value) + sampling.pace.settle);
      return;
    }
    if (this.#weightDiffers) {
      // Samples at another weight do not count either; earlier evidence stays.
      if (!until.ok) return this.#unread(stage, snapshot, until.detail);
      this.#weightDiffers = false;
      const at = Math.round(until.value + sampling.pace.settle);
      const skipped = at + policy.tick;
      this.#parts.decisions.update(record => noteTurn(record, { at, skipped }));
      this.#gating = { ...this.#gating, state: skipTo(state, skipped) };
      await this.#saveState();
      return;
    }
    if (this.#lastVerdict?.stage === stage && this.#lastVerdict.verdict.verdict === 'fail') return;
    if (!until.ok) return this.#tickWithoutAnswer(stage, snapshot, until.detail);
    const spans = spansBetween(state.lastAt, until.value, policy.tick);
    let last: Verdict | undefined;
    for (let index = 0; index < spans.length; index += atOnce) {
      last = await this.#read(spans.slice(index, index + atOnce), sampling, stage, snapshot);
      // Harm is reported at once, a pass only after all ticks are read.
      if (last === undefined || last.verdict === 'fail' || last.verdict === 'pod-local') break;
    }
    if (last !== undefined) this.#say(stage, last);
  }

  /** @returns the verdict after these ticks; undefined when the rollout has left the stage, or Prometheus does not answer. */
  async #read(
    spans: Span[],
    sampling: Sampling,
    stage: number,
    snapshot: RolloutSnapshot,
  ): Promise<Verdict | undefined> {
    const { policy } = this.#gating;
    const weight = this.#parts.shareOf(snapshot);
    const ticks = await readTicks(this.#parts.source, sampling, watchedPods(snapshot), spans, {
      stage,
      weight,
    });
    const unanswered = ticks.flatMap(({ readings }) => Object.values(readings)).find(isUnanswered);
    if (spans.length > 1 && unanswered !== undefined) {
      this.#unread(stage, snapshot, unanswered.detail);
      return undefined;
    }
    let verdict: Verdict | undefined;
    for (const tick of ticks) {
      if (this.#stopped || stageOf(this.#seen?.rollout, policy) !== stage) return undefined;
      verdict = this.#addTick(tick);
      if (verdict?.verdict === 'fail' || verdict?.verdict === 'pod-local') break;
    }
    await this.#saveState();
    return verdict;
  }

  async #enter(stage: number, at: number): Promise<void> {
    const { policy, state, said } = this.#gating;
    const first = state ?? beginGate(policy, at);
    if (state === null)
      this.#parts.decisions.update(record => noteJudging(record, Math.round(at), policy, said));
    this.#parts.decisions.update(record => noteTurn(record, { at: Math.round(at), stage }));
    const entered = first.stage === stage ? first : enterStage(policy, first, stage, at);
    this.#gating = { ...this.#gating, state: entered };
    await this.#saveState();
  }

  #addTick(tick: Tick): Verdict | undefined {
    const { policy, state } = this.#gating;
    if (state === null) return undefined;
    const next = advance(policy, state, tick);
    const fact = tick.traffic === undefined ? undefined : gatewayFact(tick.traffic, tick.weight);
    const facts = fact === undefined ? [] : [fact];
    const verdict = judge(policy, next, facts, tick.at);
    const asked = { at: tick.at, facts };
    this.#judgedAt = performance.now();
    this.#parts.decisions.update(record => noteTick(record, tick, evidenceOf(policy, next), verdict, asked));
    this.#gating = { ...this.#gating, state: next };
    this.#ticks += 1;
    return verdict;
  }

  /** Takes a Prometheus that does not answer as a reading, once a tick. */
  async #tickWithoutAnswer(stage: number, snapshot: RolloutSnapshot, detail: string): Promise<void> {
    const { policy, sampling, state } = this.#gating;
    const at = snapshot.now - sampling.pace.settle;
    if (state === null || at - Math.max(state.lastAt, state.enteredAt) < policy.tick) return;
    if (at - state.lastAt > longestStall * policy.tick) return this.#unread(stage, snapshot, detail);
    const readings = policy.metrics.map(({ name }) => [name, { kind: 'provider' as const, detail }]);
    const weight = this.#parts.shareOf(snapshot);
    const verdict = this.#addTick({ at, stage, weight, readings: Object.fromEntries(readings) });
    await this.#saveState();
    if (verdict !== undefined) this.#say(stage, verdict);
  }

  /** Gives a verdict on a Prometheus that does not answer, without a tick: the ticks are not lost, and are read later. */
  #unread(stage: number, snapshot: RolloutSnapshot, detail: string): void {
    const { policy, said } = this.#gating;
    this.#unreadSince ??= performance.now();
    const at = Math.round(snapshot.now);
    const unread = { since: at - Math.ceil(performance.now() - this.#unreadSince), detail };
    const verdict = judgeUnread(policy, unread, at);
    if (verdict === undefined) return;
    this.#judgedAt = performance.now();
    this.#parts.decisions.update(record => {
      const judged = record.judging === undefined ? noteJudging(record, at, policy, said) : record;
      return noteVerdict(judged, { at, stage, unread }, verdict);
    });
    this.#say(stage, verdict);
  }

  #say(stage: number, verdict: Verdict): void {
    const before = this.#lastVerdict;
    this.#lastVerdict = { stage, verdict };
    if (before?.stage !== stage || before.verdict.reason !== verdict.reason) {
      const word = verdict.verdict === 'continue' ? '' : `${verdict.verdict}: `;
      this.#parts.report(`gate: ${word}${verdict.reason}`);
    }
    if (verdict.verdict !== 'continue') this.#parts.informers.notify();
  }

  /** Turns facts into the gate's last verdict: they end the rollout without statistics. */
  #judgeFacts(snapshot: RolloutSnapshot): void {
    const facts = hardFactsIn(snapshot);
    const { policy, state } = this.#gating;
    const stage = stageOf(snapshot.rollout, policy);
    if (facts.length === 0 || state === null || typeof stage !== 'number') return;
    const at = Math.round(snapshot.now);
    const verdict = judge(policy, state, facts, at);
    this.#lastVerdict = { stage, verdict };
    this.#judgedAt = performance.now();
    this.#parts.decisions.update(record => noteVerdict(record, { at, stage, facts }, verdict));
  }

  #replaced(pod: string, at: number): void {
    this.#lastVerdict = undefined;
    if (this.#gating.state === null) return;
    this.#gating = { ...this.#gating, state: replacePod(this.#gating.state, pod) };
    this.#parts.decisions.update(record => noteTurn(record, { at: Math.round(at), replaced: pod }));
  }

  async #saveState(): Promise<void> {
    const gate = this.#gating;
    await this.#parts.store.change(rollout => ({ ...rollout, gate }));
    this.#unreadSince = undefined;
    const { decisions, report } = this.#parts;
    if (this.#ticks < saveEvery) return;
    this.#ticks = 0;
    await decisions.save(report);
  }
}

const isGone = (snapshot: RolloutSnapshot, pod: string) =>
  !snapshot.pods.some(({ metadata }) => metadata?.name === pod && metadata.deletionTimestamp === undefined);
