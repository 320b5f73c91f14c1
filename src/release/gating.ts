import { gatewayFact } from '../analysis/facts.ts';
import { findingsOf, logHarmOf } from '../analysis/findings.ts';
import { advance, enterStage, type GateState, judge, replacePod, startGate } from '../analysis/gate.ts';
import type { GatePolicy } from '../analysis/policy.ts';
import type { Sampling, WatchedPod } from '../analysis/probe.ts';
import type { Source } from '../analysis/prometheus.ts';
import { readTick, settledUntil, spansBetween } from '../analysis/sampling.ts';
import type { Tick } from '../analysis/tick.ts';
import type { HardFact, Verdict } from '../analysis/verdict.ts';
import type { Insight } from './course.ts';
import { noteJudging, noteReplaced, noteStage, noteTick } from './decision.ts';
import type { Dossier } from './dossier.ts';
import type { Watcher } from './drive.ts';
import type { Journal, Keeper } from './journal.ts';
import { candidatePods, factsIn } from './watching.ts';
import type { Observation, World } from './world.ts';

/** What the gate was set up with, and how far it has come: kept in the journal, so that another run judges on. */
export interface Gating {
  policy: GatePolicy;
  sampling: Sampling;
  /** What was said before the start about what it will take. */
  said: string[];
  /** Null until the first stage begins. */
  state: GateState | null;
}

export interface GateParts {
  source: Source;
  keeper: Keeper;
  world: World;
  dossier: Dossier;
  gating: Gating;
  /** Whether what the journal asks for is what the router has set. */
  isSet(o: Observation): boolean;
  report: (line: string) => void;
}

/**
 * Looks at the metrics tick by tick, beside the engine, by Prometheus's own clock, and says what it thinks of the present
 * stage. Ticks that went by while nobody looked are read from Prometheus's history.
 */
export class GateWatcher implements Watcher {
  readonly #parts: GateParts;
  readonly #running: Promise<void>;
  #gating: Gating;
  #seen: Observation | undefined;
  #said: { stage: number; verdict: Verdict } | undefined;
  #facts: HardFact[] = [];
  #stopped = false;
  #wake = () => {};

  constructor(parts: GateParts) {
    this.#parts = parts;
    this.#gating = parts.gating;
    this.#running = this.#run();
  }

  look(o: Observation): void {
    this.#seen = o;
    const { verdict } = this.#said ?? {};
    if (verdict?.verdict === 'pod-local' && isGone(o, verdict.pod)) this.#replaced(verdict.pod, o.now);
  }

  insight(o: Observation): Pick<Insight, 'verdict' | 'facts'> {
    const stage = stageOf(o.journal, this.#gating.policy);
    // The switch of blue-green is nothing to judge; what comes after it is.
    if (stage === 'switch') return { verdict: { verdict: 'pass', reason: 'it is up' }, facts: factsIn(o) };
    const verdict = this.#said?.stage === stage ? this.#said?.verdict : undefined;
    return { verdict, facts: factsIn(o) };
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
        this.#parts.report(`the gate could not look: ${(error as Error).message.split('\n')[0]}`);
      }
      await this.#sleep(Math.min(1000, tick / 4));
    }
  }

  /** Enters the stage that the rollout is in, or takes in what was scraped since the last tick. */
  async #turn(): Promise<void> {
    const o = this.#seen;
    const { source, isSet } = this.#parts;
    const { policy, state } = this.#gating;
    // The judge tells young pods by their age; here they count from the first second on.
    const sampling = { ...this.#gating.sampling, warmUp: 0 };
    const stage = stageOf(o?.journal, policy);
    if (o === undefined || typeof stage !== 'number' || !isSet(o)) return;
    const until = await settledUntil(source, sampling);
    if (state === null || state.stage !== stage) {
      // What was scraped before the weight moved belongs to nobody.
      if (until.ok) await this.#enter(stage, until.value + sampling.pace.settle);
      return;
    }
    if (!until.ok) return this.#blind(stage, o, until.detail);
    for (const span of spansBetween(state.lastAt, until.value, policy.tick)) {
      const weight = o.journal?.weight ?? 0;
      const tick = await readTick(source, sampling, watchedPods(o), { ...span, stage, weight });
      if (this.#stopped || stageOf(this.#seen?.journal, policy) !== stage) return;
      await this.#take(tick, stage);
    }
  }

  async #enter(stage: number, at: number): Promise<void> {
    const { policy, state, said } = this.#gating;
    const first = state ?? startGate(policy, at);
    if (state === null) this.#parts.dossier.note(record => noteJudging(record, Math.round(at), policy, said));
    this.#parts.dossier.note(record => noteStage(record, Math.round(at), stage));
    await this.#keep(first.stage === stage ? first : enterStage(policy, first, stage, at));
  }

  async #take(tick: Tick, stage: number): Promise<void> {
    const { policy, state } = this.#gating;
    if (state === null) return;
    const next = advance(policy, state, tick);
    const fact = tick.traffic === undefined ? undefined : gatewayFact(tick.traffic, tick.weight);
    this.#facts = fact === undefined ? [] : [fact];
    const verdict = judge(policy, next, this.#facts, tick.at);
    this.#say(stage, verdict);
    const asked = { at: tick.at, facts: this.#facts };
    this.#parts.dossier.note(record => noteTick(record, tick, evidenceOf(policy, next), verdict, asked));
    await this.#keep(next);
  }

  /** Prometheus does not answer: that is a reading, too, once a tick. */
  async #blind(stage: number, o: Observation, detail: string): Promise<void> {
    const { policy, state } = this.#gating;
    if (state === null || o.now - Math.max(state.lastAt, state.enteredAt) < policy.tick) return;
    const readings = policy.metrics.map(({ name }) => [name, { kind: 'provider' as const, detail }]);
    const weight = o.journal?.weight ?? 0;
    await this.#take({ at: o.now, stage, weight, readings: Object.fromEntries(readings) }, stage);
  }

  #say(stage: number, verdict: Verdict): void {
    const before = this.#said;
    this.#said = { stage, verdict };
    if (before?.stage !== stage || before.verdict.reason !== verdict.reason) {
      const word = verdict.verdict === 'continue' ? '' : `${verdict.verdict}: `;
      this.#parts.report(`gate: ${word}${verdict.reason}`);
    }
    if (verdict.verdict !== 'continue') this.#parts.world.wake();
  }

  #replaced(pod: string, at: number): void {
    this.#said = undefined;
    if (this.#gating.state === null) return;
    this.#gating = { ...this.#gating, state: replacePod(this.#gating.state, pod) };
    this.#parts.dossier.note(record => noteReplaced(record, Math.round(at), pod));
  }

  async #keep(state: GateState): Promise<void> {
    this.#gating = { ...this.#gating, state };
    const gate = this.#gating;
    await this.#parts.keeper.change(journal => ({ ...journal, gate }));
    const { dossier, report } = this.#parts;
    if (dossier.record.ticks.length % 20 === 19) await dossier.save(report);
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

/** Index of the gate's stage for where the rollout stands: the steps, the bake, the watch. Pure. */
export function stageOf(journal: Journal | undefined, { stages }: GatePolicy): number | 'switch' | undefined {
  const indexOf = (kind: 'bake' | 'watch') => {
    const index = stages.findIndex(stage => stage.kind === kind);
    return index < 0 ? undefined : index;
  };
  switch (journal?.phase) {
    case 'stepping':
      return journal.strategy === 'blue-green' ? 'switch' : journal.step;
    case 'baking':
      return journal.strategy === 'blue-green' ? indexOf('watch') : indexOf('bake');
    case 'watching':
      return indexOf('watch');
    default:
      return undefined;
  }
}

/** The pods whose counts are compared. After the promotion there is no baseline any more. Pure. */
export function watchedPods(o: Observation): WatchedPod[] {
  const candidate = new Set(candidatePods(o).map(({ metadata }) => metadata?.uid));
  return o.pods
    .filter(({ metadata }) => o.journal?.phase !== 'watching' || candidate.has(metadata?.uid))
    .map(({ metadata }) => ({
      name: metadata?.name ?? '',
      uid: metadata?.uid ?? '',
      track: candidate.has(metadata?.uid) ? 'canary' : 'baseline',
      started: Date.parse(metadata?.creationTimestamp ?? '') || 0,
    }));
}

const isGone = (o: Observation, pod: string) =>
  !o.pods.some(({ metadata }) => metadata?.name === pod && metadata.deletionTimestamp === undefined);

function evidenceOf(policy: GatePolicy, state: GateState) {
  const metrics = findingsOf(policy, state).map(({ metric, logHarm, logPass }) => [
    metric,
    { harm: logHarm, pass: logPass },
  ]);
  return { harm: logHarmOf(policy, state), metrics: Object.fromEntries(metrics) };
}
