import { gatewayFact } from '../../analysis/facts.ts';
import {
  advance,
  enterStage,
  judge,
  judgeUnread,
  replacePod,
  skipTo,
  startGate,
} from '../../analysis/gate.ts';
import type { Sampling, Span } from '../../analysis/probe.ts';
import { readTicks, settledUntil, spansBetween } from '../../analysis/sampling.ts';
import type { Reading, Tick } from '../../analysis/tick.ts';
import type { Verdict } from '../../analysis/verdict.ts';
import { evidenceOf } from '../decision-record/findings.ts';
import { noteJudging, noteReplaced, noteStage, noteTick, noteVerdict } from '../decision-record/record.ts';
import type { GateRunner } from '../rollout/context.ts';
import type { Snapshot } from '../rollout/informers.ts';
import type { Gating } from '../store/gate-setup.ts';
import { factsIn, hardFactsIn, noteFactsIn, watchedPods } from './facts.ts';
import type { GateParts } from './parts.ts';
import { stageOf } from './stage.ts';

/** Ticks of the past that are read with one question, and those after which the decision record is saved. */
const atOnce = 40;
const saveEvery = 20;
/** Ticks that a gate may miss while a run is beside it; after more of them nobody was. */
const longestStall = 6;

const isUnanswered = (reading: Reading) => reading.kind === 'provider';

/**
 * Looks at the metrics tick by tick, beside the engine, by Prometheus's own clock, and says what it thinks of the present
 * stage. Ticks that went by while nobody looked are read from Prometheus's history.
 */
export class GateWatcher implements GateRunner {
  readonly #parts: GateParts;
  readonly #running: Promise<void>;
  #gating: Gating;
  #seen: Snapshot | undefined;
  #said: { stage: number; verdict: Verdict } | undefined;
  /** When the gate was asked last, by a clock that only rises. */
  #judgedAt = 0;
  /** Since when what went by cannot be read, by a clock that only rises. */
  #unreadSince: number | undefined;
  /** Why a turn failed last, if one did. */
  #trouble: string | undefined;
  /** Since the decision record was saved. */
  #ticks = 0;
  /** The weight was not what the state asks for, because pods were missing or others changed it. */
  #apart = false;
  #stopped = false;
  #wake = () => {};

  constructor(parts: GateParts) {
    this.#parts = parts;
    this.#gating = parts.gating;
    this.#running = this.#run();
  }

  look(o: Snapshot): void {
    this.#seen = o;
    const { verdict } = this.#said ?? {};
    if (verdict?.verdict === 'pod-local' && isGone(o, verdict.pod)) this.#replaced(verdict.pod, o.now);
    noteFactsIn(this.#parts.decisions, o);
    this.#judgeFacts(o);
  }

  inputs(o: Snapshot): ReturnType<GateRunner['inputs']> {
    const stage = stageOf(o.rollout, this.#gating.policy);
    // The switch of blue-green is nothing to judge; what comes after it is.
    if (stage === 'switch') return { verdict: { verdict: 'pass', reason: 'it is up' }, facts: factsIn(o) };
    const verdict = this.#said?.stage === stage ? this.#said?.verdict : undefined;
    return { verdict, judgedAt: this.#judgedAt, facts: factsIn(o) };
  }

  /** Resolves when it writes nothing more. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
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
      await this.#sleep(Math.min(1000, tick / 4));
    }
  }

  /** Said once; what goes on for as long as Prometheus may be silent ends the rollout with that reason. */
  #failed(detail: string): void {
    if (detail !== this.#trouble) this.#parts.report(`the gate failed: ${detail}; trying again`);
    this.#trouble = detail;
    const o = this.#seen;
    const stage = stageOf(o?.rollout, this.#gating.policy);
    if (o !== undefined && typeof stage === 'number') this.#unread(stage, o, detail);
  }

  /** Enters the stage that the rollout is in, or takes in what was scraped since the last tick. */
  async #turn(): Promise<void> {
    const o = this.#seen;
    const { source, isSet } = this.#parts;
    const { policy, state } = this.#gating;
    // The judge tells young pods by their age; here they count from the first second on.
    const sampling = { ...this.#gating.sampling, warmUp: 0 };
    const stage = stageOf(o?.rollout, policy);
    if (o === undefined || typeof stage !== 'number') return;
    if (!isSet(o)) {
      this.#apart = true;
      return;
    }
    const until = await settledUntil(source, sampling);
    if (state === null || state.stage !== stage) {
      // What was scraped before the weight moved belongs to nobody.
      this.#apart = false;
      if (!until.ok) return this.#unread(stage, o, until.detail);
      this.#unreadSince = undefined;
      // But all of the watch belongs to the candidate, also where its run died before its gate had looked.
      const since = o.rollout?.phase === 'watching' ? o.rollout.since : until.value;
      await this.#enter(stage, Math.min(since, until.value) + sampling.pace.settle);
      return;
    }
    if (this.#apart) {
      // Nor does what came at another weight; what was shown before stays.
      if (!until.ok) return this.#unread(stage, o, until.detail);
      this.#apart = false;
      this.#gating = {
        ...this.#gating,
        state: skipTo(state, until.value + sampling.pace.settle + policy.tick),
      };
      await this.#keep();
      return;
    }
    if (this.#said?.stage === stage && this.#said.verdict.verdict === 'fail') return;
    if (!until.ok) return this.#blind(stage, o, until.detail);
    const spans = spansBetween(state.lastAt, until.value, policy.tick);
    let last: Verdict | undefined;
    for (let index = 0; index < spans.length; index += atOnce) {
      last = await this.#read(spans.slice(index, index + atOnce), sampling, stage, o);
      // What is bad is said at once; whether it is good, when all is known.
      if (last === undefined || last.verdict === 'fail' || last.verdict === 'pod-local') break;
    }
    if (last !== undefined) this.#say(stage, last);
  }

  /** @returns what the gate says after them; undefined when the rollout has moved on, or Prometheus does not answer. */
  async #read(spans: Span[], sampling: Sampling, stage: number, o: Snapshot): Promise<Verdict | undefined> {
    const { policy } = this.#gating;
    const weight = this.#parts.shareOf(o);
    const ticks = await readTicks(this.#parts.source, sampling, watchedPods(o), spans, { stage, weight });
    const unanswered = ticks.flatMap(({ readings }) => Object.values(readings)).find(isUnanswered);
    if (spans.length > 1 && unanswered !== undefined) {
      this.#unread(stage, o, unanswered.detail);
      return undefined;
    }
    let verdict: Verdict | undefined;
    for (const tick of ticks) {
      if (this.#stopped || stageOf(this.#seen?.rollout, policy) !== stage) return undefined;
      verdict = this.#take(tick);
      if (verdict?.verdict === 'fail' || verdict?.verdict === 'pod-local') break;
    }
    await this.#keep();
    return verdict;
  }

  async #enter(stage: number, at: number): Promise<void> {
    const { policy, state, said } = this.#gating;
    const first = state ?? startGate(policy, at);
    if (state === null)
      this.#parts.decisions.update(record => noteJudging(record, Math.round(at), policy, said));
    this.#parts.decisions.update(record => noteStage(record, Math.round(at), stage));
    const entered = first.stage === stage ? first : enterStage(policy, first, stage, at);
    this.#gating = { ...this.#gating, state: entered };
    await this.#keep();
  }

  #take(tick: Tick): Verdict | undefined {
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

  /** Prometheus does not answer: that is a reading, too, once a tick. */
  async #blind(stage: number, o: Snapshot, detail: string): Promise<void> {
    const { policy, state } = this.#gating;
    if (state === null || o.now - Math.max(state.lastAt, state.enteredAt) < policy.tick) return;
    if (o.now - state.lastAt > longestStall * policy.tick) return this.#unread(stage, o, detail);
    const readings = policy.metrics.map(({ name }) => [name, { kind: 'provider' as const, detail }]);
    const weight = this.#parts.shareOf(o);
    const verdict = this.#take({ at: o.now, stage, weight, readings: Object.fromEntries(readings) });
    await this.#keep();
    if (verdict !== undefined) this.#say(stage, verdict);
  }

  /** What happened while nobody looked is not lost because nobody answers now: it stays to be read, and only a word is said. */
  #unread(stage: number, o: Snapshot, detail: string): void {
    const { policy, said } = this.#gating;
    this.#unreadSince ??= performance.now();
    const at = Math.round(o.now);
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
    const before = this.#said;
    this.#said = { stage, verdict };
    if (before?.stage !== stage || before.verdict.reason !== verdict.reason) {
      const word = verdict.verdict === 'continue' ? '' : `${verdict.verdict}: `;
      this.#parts.report(`gate: ${word}${verdict.reason}`);
    }
    if (verdict.verdict !== 'continue') this.#parts.informers.notify();
  }

  /** A fact ends the rollout without the statistics: it is the gate's last word all the same. */
  #judgeFacts(o: Snapshot): void {
    const facts = hardFactsIn(o);
    const { policy, state } = this.#gating;
    const stage = stageOf(o.rollout, policy);
    if (facts.length === 0 || state === null || typeof stage !== 'number') return;
    const at = Math.round(o.now);
    const verdict = judge(policy, state, facts, at);
    this.#said = { stage, verdict };
    this.#judgedAt = performance.now();
    this.#parts.decisions.update(record => noteVerdict(record, { at, stage, facts }, verdict));
  }

  #replaced(pod: string, at: number): void {
    this.#said = undefined;
    if (this.#gating.state === null) return;
    this.#gating = { ...this.#gating, state: replacePod(this.#gating.state, pod) };
    this.#parts.decisions.update(record => noteReplaced(record, Math.round(at), pod));
  }

  async #keep(): Promise<void> {
    const gate = this.#gating;
    await this.#parts.store.change(rollout => ({ ...rollout, gate }));
    this.#unreadSince = undefined;
    const { decisions, report } = this.#parts;
    if (this.#ticks < saveEvery) return;
    this.#ticks = 0;
    await decisions.save(report);
  }

  #sleep(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const isGone = (o: Snapshot, pod: string) =>
  !o.pods.some(({ metadata }) => metadata?.name === pod && metadata.deletionTimestamp === undefined);
