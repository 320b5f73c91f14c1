import type { PodCounts } from '../../../src/analysis/tick.ts';
import type { Random } from './random.ts';
import type { Scenario } from './scenarios.ts';

export const tickSeconds = 15;
export const horizonSeconds = 3600;
/** Default boundaries of a histogram in most client libraries, in seconds. */
export const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const baselinePods = 8;
const medianSeconds = 0.08;
const sigma = 0.6;

export interface Seen {
  canary: PodCounts[];
  baseline: PodCounts[];
  /** The expected number of bad requests caused by the canary. */
  excess: number;
}

interface Pod {
  name: string;
  /** Its rate as a multiple of that of its version. */
  rate: number;
  /** Its start in seconds; those of the baseline started long before. */
  since: number;
}

/** Traffic, errors and durations of one rollout. */
export class World {
  readonly #scenario: Scenario;
  readonly #random: Random;
  readonly #baseline: Pod[];
  #canary: Pod[];
  #noise: number;
  readonly #incidents: number[];
  /** The weight that was set, and when, in seconds. */
  readonly #set: { weight: number; since: number }[] = [];

  constructor(scenario: Scenario, random: Random) {
    this.#scenario = scenario;
    this.#random = random;
    const pod = (name: string, since: number): Pod => ({ name, rate: this.#podRate(), since });
    this.#baseline = Array.from({ length: baselinePods }, (_, i) => pod(`stable-${i}`, -1e6));
    this.#canary = Array.from({ length: scenario.pods ?? 4 }, (_, i) => pod(`canary-${i}`, 0));
    if (scenario.badPod !== undefined && this.#canary[0]) this.#canary[0].rate *= scenario.badPod;
    this.#noise = (scenario.noise ?? 0) * random.normal();
    const many = scenario.incidents ?? scenario.slow?.incidents ?? 0;
    this.#incidents = Array.from({ length: many }, () => Math.floor(random.uniform() * 120) * tickSeconds);
  }

  /** The counts of the baseline in the hour before. */
  history(): PodCounts[][] {
    return Array.from({ length: 240 }, (_, i) => this.tick(0, (i - 240) * tickSeconds).baseline);
  }

  /** One tick from `seconds` on, with that percentage set for the canary. */
  tick(asked: number, seconds: number): Seen {
    const weight = this.#applied(asked, seconds);
    const { traffic, baseline, candidate, cold, noise } = this.#scenario;
    if (noise !== undefined) {
      this.#noise = 0.9 * this.#noise + Math.sqrt(1 - 0.81) * noise * this.#random.normal();
    }
    const shared = noise === undefined ? 1 : Math.exp(this.#noise - noise ** 2 / 2);
    const incident = this.#incidents.some(at => seconds >= at && seconds < at + 60);
    const bad = incident && this.#scenario.slow === undefined ? 0.2 : 0;
    const all = traffic * tickSeconds;
    const count = (pods: Pod[], part: number, rate: number, slowed: number) =>
      pods.map(pod => {
        const age = seconds + tickSeconds - pod.since;
        const chill = cold !== undefined && age - tickSeconds < cold.seconds ? cold.factor : 1;
        const own = Math.min(0.95, bad + rate * pod.rate * shared * chill);
        return this.#counts(
          pod.name,
          (all * part) / pods.length,
          own,
          slowed * (incident ? 3 : 1),
          age * 1000,
        );
      });
    const slowed = this.#scenario.slow?.factor(seconds) ?? 1;
    const rate = candidate(seconds);
    return {
      canary: weight === 0 ? [] : count(this.#canary, weight / 100, rate, slowed),
      baseline: weight === 100 ? [] : count(this.#baseline, 1 - weight / 100, baseline, 1),
      excess: all * (weight / 100) * (rate - baseline) * shared,
    };
  }

  /** Replaces a pod with a new one on a good node. */
  replace(name: string, seconds: number): void {
    const fresh = { name: `${name}-new`, rate: this.#podRate(), since: seconds };
    this.#canary = this.#canary.map(pod => (pod.name === name ? fresh : pod));
  }

  #podRate(): number {
    const { spread = 0 } = this.#scenario;
    return spread === 0 ? 1 : Math.exp(spread * this.#random.normal());
  }

  /** The mean percentage that the gateway gives in the tick. */
  #applied(asked: number, seconds: number): number {
    const { late = 0 } = this.#scenario;
    if (asked !== this.#set.at(-1)?.weight) this.#set.push({ weight: asked, since: seconds });
    return this.#set.reduce((before, { weight, since }) => {
      const part = Math.min(1, Math.max(0, (seconds + tickSeconds - since - late) / tickSeconds));
      return before + part * (weight - before);
    }, 0);
  }

  #counts(pod: string, mean: number, rate: number, slowed: number, age: number): PodCounts {
    if (this.#scenario.slow !== undefined) return this.#durations(pod, mean, slowed, age);
    const { clusters } = this.#scenario;
    const good = this.#random.poisson(mean * (1 - rate));
    let bad = 0;
    if (clusters === undefined) bad = this.#random.poisson(mean * rate);
    else {
      for (let left = this.#random.poisson((mean * rate) / clusters); left > 0; left--) {
        bad += this.#random.geometric(clusters);
      }
    }
    return { pod, total: good + bad, bad: [bad], age };
  }

  #durations(pod: string, mean: number, slowed: number, age: number): PodCounts {
    const part = slowed === 1 ? 0 : (this.#scenario.slow?.part ?? 1);
    const above = buckets.map(
      boundary => (1 - part) * exceedance(boundary, 1) + part * exceedance(boundary, slowed),
    );
    // One Poisson count for each bucket, summed from above.
    const slower: number[] = [];
    let sum = this.#random.poisson(mean * (above.at(-1) ?? 0));
    for (let i = buckets.length - 1; i >= 0; i--) {
      slower[i] = sum;
      sum += this.#random.poisson(mean * ((i === 0 ? 1 : (above[i - 1] ?? 0)) - (above[i] ?? 0)));
    }
    return { pod, total: sum, bad: slower, age };
  }
}

function exceedance(boundary: number, slowed: number): number {
  return 1 - normalBelow(Math.log(boundary / (medianSeconds * slowed)) / sigma);
}

/** Abramowitz and Stegun 7.1.26, error below 1.5e-7. */
function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) *
    Math.exp(-x * x);
  return z >= 0 ? 1 - tail / 2 : tail / 2;
}
