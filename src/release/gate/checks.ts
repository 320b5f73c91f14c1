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
  /** The stage in which a round has passed last. */
  #passed: string | undefined;
  #rounds = 0;
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
    if (this.#passed !== stageOf(snapshot)) return { verdict: undefined, facts };
    const { phase, since, weight } = snapshot.rollout;
    const left = since + this.#least(snapshot) - snapshot.now;
    if (phase === 'watching' || left > 0) {
      const more = Math.max(0, Math.ceil(left / 1000));
      return { verdict: { verdict: 'continue', reason: `at ${weight} % for ${more} s more` }, facts };
    }
    const reason = `${counted(this.#checks.length, 'check')} of the candidate passed, ${counted(this.#rounds, 'time')}`;
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
      const name = snapshot === undefined ? undefined : serviceOf(snapshot, this.#run.spec);
      if (snapshot === undefined || name === undefined) await this.#sleep(250);
      else {
        await this.#round(name, stageOf(snapshot));
        await this.#sleep(between);
      }
    }
  }

  async #round(service: string, stage: string): Promise<void> {
    const failure = await this.#ask(service).catch(
      (error: unknown) => (error as Error).message.split('\n')[0],
    );
    const now = this.#seen;
    // Answers of a candidate that has left the stage, or of a Service that is gone, prove nothing.
    if (this.#stopped || now === undefined || stageOf(now) !== stage) return;
    if (failure === undefined) {
      if (this.#passed !== stage) this.#rounds = 0;
      this.#rounds += 1;
      this.#passed = stage;
    } else {
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
    const { check, reason, ms } = failed;
    return `GET ${check.get} of the candidate ${reason}, for ${Math.round(ms / 1000)} s`;
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

const stageOf = ({ rollout: { phase, step } }: RolloutSnapshot): string => `${phase} ${step}`;

/** Returns the Service that only the candidate is behind; undefined while the candidate has no traffic. */
function serviceOf(
  { rollout: { phase, weight } }: RolloutSnapshot,
  { service, router }: Context['spec'],
): string | undefined {
  if (service === undefined || !router.ownService) return undefined;
  if (phase === 'watching') return service;
  const exposed = (phase === 'stepping' || phase === 'baking') && weight > 0;
  return exposed ? nameOf.canary(service) : undefined;
}
