import type { Cluster } from '../../cluster/port.ts';
import { bareChecks } from '../../config/plain-checks.ts';
import type { Check, Environment } from '../../config/types.ts';
import { counted } from '../../toolkit/count.ts';
import { WakeableWait } from '../../toolkit/wakeable.ts';
import { ask, type CheckAnswer, requestName, type SendCheck } from '../../verify/checks.ts';
import { throughApiServer } from '../../verify/target.ts';
import type { Workload } from '../../workloads/kinds.ts';
import { nameOf } from '../../workloads/naming.ts';
import type { GateRunner, RolloutContext } from '../rollout/context.ts';
import type { RolloutSnapshot } from '../rollout/spec.ts';
import { factsIn, noteFactsIn } from './facts.ts';

/** Milliseconds between two rounds of checks, and at a weight without a `pause`. */
const between = 2_000;

/** Milliseconds between two rounds after which a failure of the first is forgotten. */
const longestGap = 4_000;
const usualStep = 60_000;

type Context = Pick<RolloutContext, 'spec'> & {
  /** Opens a Service to send checks to. */
  open(service: string): Promise<SendCheck>;
  /** The API server's time, in ms since the epoch. */
  now(): number;
  store: Pick<RolloutContext['store'], 'rollout' | 'change'>;
  decisions: Pick<RolloutContext['decisions'], 'update'>;
  informers: Pick<RolloutContext['informers'], 'notify'>;
};

/**
 * Returns warnings about the checks that judge a candidate: the live version is asked once, in the same way. Writes nothing.
 * @param live the live workload.
 */
export async function checksWarnings(
  cluster: Cluster,
  { strategy, namespace, service, verify }: Environment,
  live: Workload | undefined,
): Promise<string[]> {
  if (strategy.kind === 'rolling' || verify === undefined || live === undefined) return [];
  const { send } = await throughApiServer(cluster, { namespace, service });
  const asked = await Promise.all(
    bareChecks(verify.checks).map(async check => ({ check, answer: await ask(check, send) })),
  );
  const others = verify.checks.length - asked.length;
  const unasked =
    others === 0
      ? []
      : [
          `\`gate: checks\` sends only ${asked.length} of the ${verify.checks.length} checks to the candidate: the API server forwards only GET requests without headers or an identity, removes CORS headers and rewrites pages`,
        ];
  const failing = asked.flatMap(({ check, answer }) =>
    answer.ok
      ? []
      : [
          `the live version does not pass a check through the API server: ${requestName(check)} ${answer.reason}; a candidate that answers the same is rolled back`,
        ],
  );
  return [...unasked, ...failing];
}

/** Returns a gate that sends checks through the API server; a gateway would send them to either version. */
export function checksGate(
  run: Omit<Context, 'open' | 'now'> & Pick<RolloutContext, 'cluster'>,
  checks: readonly Check[],
  report: (line: string) => void,
): ChecksGate {
  const { cluster, spec } = run;
  const open = async (service: string) =>
    (await throughApiServer(cluster, { namespace: spec.namespace, service })).send;
  return new ChecksGate({ ...run, open, now: () => cluster.now() }, checks, report);
}

/**
 * A gate that sends the checks of `verify` to the candidate, again and again. One that fails for longer than its `retry-for` is a fact, which
 * ends the rollout. A stage passes by checks that were sent after its time was over. What cannot be sent proves nothing.
 */
export class ChecksGate implements GateRunner {
  readonly #run: Context;
  readonly #checks: readonly Check[];
  readonly #report: (line: string) => void;
  #written: Promise<void> = Promise.resolve();
  #seen: RolloutSnapshot | undefined;
  /** The newest round in which every check passed: its stage, and when it was sent. */
  #good: { stage: string; sentAt: number } | undefined;
  /** When the first request of each check that fails now was sent, in milliseconds of `performance.now()`. */
  readonly #failing = new Map<Check, number>();
  /** When the last round ended, in milliseconds of `performance.now()`. */
  #asked = 0;
  #failure: string | undefined;
  #trouble: string | undefined;
  #stopped = false;
  readonly #pause = new WakeableWait();

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
    const stage = stageName(snapshot);
    const { checked } = this.#run.store.rollout;
    if (checked?.stage !== stage || this.#good?.stage !== stage) return { verdict: undefined, facts };
    const { phase, weight } = snapshot.rollout;
    const over = checked.since + this.#least(snapshot);
    if (phase === 'watching' || this.#good.sentAt < over) {
      const left = Math.max(0, Math.ceil((over - snapshot.now) / 1000));
      const until = left > 0 ? `for ${left} s more` : 'until the checks have passed once more';
      return { verdict: { verdict: 'continue', reason: `at ${weight} % ${until}` }, facts };
    }
    const reason = `${counted(this.#checks.length, 'check')} of the candidate passed at ${weight} %`;
    return { verdict: { verdict: 'pass', reason }, facts };
  }

  /** Does not wait for requests in flight, and ignores their answers. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#pause.wake();
    await this.#written.catch(() => undefined);
  }

  #least({ rollout: { phase, step } }: RolloutSnapshot): number {
    const { pausePolicy, watchMs } = this.#run.spec;
    if (pausePolicy === undefined) return phase === 'baking' ? watchMs : 0;
    return pausePolicy.stages[step]?.least || usualStep;
  }

  async #loop(): Promise<void> {
    while (!this.#stopped && this.#failure === undefined) {
      const asked = await this.#turn().catch((error: unknown) => {
        this.#unsent((error as Error).message.split('\n')[0] ?? '');
        return true;
      });
      if (!this.#stopped) await this.#pause.sleep(asked ? between : 250);
    }
  }

  /** @returns whether there was a candidate to ask. */
  async #turn(): Promise<boolean> {
    const snapshot = this.#seen;
    const service = snapshot && askedService(snapshot, this.#run.spec);
    if (snapshot === undefined || service === undefined) return false;
    const { store, now, open } = this.#run;
    const stage = stageName(snapshot);
    if (store.rollout.checked?.stage !== stage) {
      this.#written = store.change(rollout => ({ ...rollout, checked: { stage, since: snapshot.now } }));
      await this.#written;
    }
    const sentAt = now();
    const send = await open(service);
    // A failure before a time without requests says nothing about that time.
    if (performance.now() - this.#asked > longestGap) this.#failing.clear();
    const answers = await this.#ask(send);
    this.#asked = performance.now();
    if (this.#stopped) return true;
    if (answers.every(each => each.ok)) {
      this.#good = { stage, sentAt };
      this.#trouble = undefined;
    }
    this.#run.informers.notify();
    return true;
  }

  /** Sends each check once, and notes since when it fails. */
  #ask(send: SendCheck): Promise<CheckAnswer[]> {
    return Promise.all(
      this.#checks.map(async check => {
        const sentAt = performance.now();
        const answer = await ask(check, send);
        if (this.#stopped) return answer;
        if (answer.ok || answer.unsent === true) this.#failing.delete(check);
        if (answer.ok) return answer;
        if (answer.unsent === true) this.#unsent(answer.reason);
        else this.#note(check, answer.reason, sentAt);
        return answer;
      }),
    );
  }

  #note(check: Check, reason: string, sentAt: number): void {
    const since = this.#failing.get(check) ?? sentAt;
    this.#failing.set(check, since);
    const ms = performance.now() - since;
    if (ms < check['retry-for'] || this.#failure !== undefined) return;
    this.#failure = `${requestName(check)} of the candidate has failed for ${Math.round(ms / 1000)} s: it ${reason}`;
    this.#report(`gate: fail: ${this.#failure}`);
  }

  #unsent(reason: string): void {
    if (reason !== this.#trouble) this.#report(`the checks could not be sent: ${reason}; retrying`);
    this.#trouble = reason;
  }
}

const stageName = ({ rollout: { phase, step } }: RolloutSnapshot): string => `${phase} ${step}`;

/** Returns the Service that only the candidate is behind; undefined until its weight is set. */
function askedService(snapshot: RolloutSnapshot, { service, router }: Context['spec']): string | undefined {
  const { phase, weight } = snapshot.rollout;
  if (service === undefined || !router.ownService) return undefined;
  if (phase === 'watching') return service;
  const canary = router.weight(snapshot) > 0 ? nameOf.canary(service) : undefined;
  if (phase === 'promoting') return canary;
  if (phase !== 'stepping' && phase !== 'baking') return undefined;
  return router.setWeight(snapshot, weight).length === 0 ? canary : undefined;
}
