import type { Check } from '../../config/types.ts';
import { counted } from '../../toolkit/count.ts';
import { runChecks, type SendCheck } from '../../verify/checks.ts';
import type { GateRunner, RolloutContext } from '../rollout/context.ts';
import type { RolloutSnapshot } from '../rollout/spec.ts';
import { nameOf } from '../workloads/naming.ts';
import { factsIn, noteFactsIn } from './facts.ts';

/** Milliseconds between two rounds of checks, and at a weight without a `pause`. */
const between = 5_000;
const usualStep = 60_000;

/** A weight of the candidate. */
interface Stage {
  name: string;
  /** When this run first saw that the weight is set, in ms since the epoch. */
  since: number;
  /** Rounds of checks that passed. */
  passed: number;
}

type Context = Pick<RolloutContext, 'spec'> & {
  /** Opens a Service to send checks to. */
  open(service: string): Promise<SendCheck>;
  decisions: Pick<RolloutContext['decisions'], 'update'>;
  informers: Pick<RolloutContext['informers'], 'notify'>;
};

/**
 * A gate that sends the checks of `verify` to the candidate, again and again. A check that does not pass within
 * its `within` is a fact, which ends the rollout. A stage passes when its time is over and the last round of checks passed.
 */
export class ChecksGate implements GateRunner {
  readonly #run: Context;
  readonly #checks: readonly Check[];
  readonly #report: (line: string) => void;
  #seen: RolloutSnapshot | undefined;
  #stage: Stage | undefined;
  #failure: string | undefined;
  #stopped = false;
  #wake = () => {};

  constructor(run: Context, checks: readonly Check[], report: (line: string) => void) {
    this.#run = run;
    this.#checks = checks;
    this.#report = report;
    void this.#loop();
  }

  look(snapshot: RolloutSnapshot): void {
    this.#seen = snapshot;
    noteFactsIn(this.#run.decisions, snapshot);
  }

  inputs(snapshot: RolloutSnapshot): ReturnType<GateRunner['inputs']> {
    const facts = [...factsIn(snapshot), ...(this.#failure === undefined ? [] : [this.#failure])];
    const stage = this.#stage;
    if (stage === undefined || stage.name !== nameOfStage(snapshot) || stage.passed === 0)
      return { verdict: undefined, facts };
    const { phase, weight } = snapshot.rollout;
    const left = stage.since + this.#least(snapshot) - snapshot.now;
    if (phase === 'watching' || left > 0) {
      const more = Math.max(0, Math.ceil(left / 1000));
      return { verdict: { verdict: 'continue', reason: `at ${weight} % for ${more} s more` }, facts };
    }
    const reason = `${counted(this.#checks.length, 'check')} of the candidate passed, ${counted(stage.passed, 'time')}`;
    return { verdict: { verdict: 'pass', reason }, facts };
  }

  /** What is under way may end later: it writes nothing. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
  }

  #least({ rollout: { phase, step } }: RolloutSnapshot): number {
    const { pausePolicy, watchMs } = this.#run.spec;
    if (pausePolicy === undefined) return phase === 'baking' ? watchMs : 0;
    return pausePolicy.stages[step]?.least || usualStep;
  }

  async #loop(): Promise<void> {
    while (!this.#stopped && this.#failure === undefined) {
      const snapshot = this.#seen;
      const service = snapshot === undefined ? undefined : serviceOf(snapshot, this.#run.spec);
      if (snapshot === undefined || service === undefined) await this.#sleep(250);
      else {
        const name = nameOfStage(snapshot);
        if (this.#stage?.name !== name) this.#stage = { name, since: snapshot.now, passed: 0 };
        await this.#round(service, this.#stage);
        await this.#sleep(between);
      }
    }
  }

  async #round(service: string, stage: Stage): Promise<void> {
    const failure = await this.#ask(service).catch(
      (error: unknown) => (error as Error).message.split('\n')[0],
    );
    // Answers of a candidate that has left the stage, or of a Service that is gone, prove nothing.
    if (this.#stopped || this.#seen === undefined || nameOfStage(this.#seen) !== stage.name) return;
    if (failure === undefined) stage.passed += 1;
    else {
      this.#failure = failure;
      this.#report(`gate: fail: ${failure}`);
    }
    this.#run.informers.notify();
  }

  /** @returns why the first failed check failed; undefined when all passed. */
  async #ask(service: string): Promise<string | undefined> {
    const send = await this.#run.open(service);
    const clock = {
      // Ends all repetitions once the gate has stopped.
      now: () => (this.#stopped ? Number.POSITIVE_INFINITY : performance.now()),
      sleep: (ms: number) => this.#sleep(ms),
    };
    const results = await runChecks(this.#checks, send, clock);
    const failed = results.find(({ ok }) => !ok);
    if (failed === undefined) return undefined;
    const { title, reason, ms } = failed;
    return `${title} of the candidate ${reason}, for ${Math.round(ms / 1000)} s`;
  }

  #sleep(ms: number): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const nameOfStage = ({ rollout: { phase, step } }: RolloutSnapshot): string => `${phase} ${step}`;

/** Returns the Service that only the candidate is behind; undefined until its weight is set. */
function serviceOf(snapshot: RolloutSnapshot, { service, router }: Context['spec']): string | undefined {
  const { phase, weight } = snapshot.rollout;
  if (service === undefined || !router.ownService) return undefined;
  if (phase === 'watching') return service;
  if (phase !== 'stepping' && phase !== 'baking') return undefined;
  return router.weight(snapshot) > 0 && router.setWeight(snapshot, weight).length === 0
    ? nameOf.canary(service)
    : undefined;
}
