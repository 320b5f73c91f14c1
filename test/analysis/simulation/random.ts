/** A seeded generator (mulberry32) and the distributions of simulated traffic. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  uniform(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** By inversion; above 30 by Hörmann's transformed rejection (PTRS). */
  poisson(mean: number): number {
    if (mean <= 0) return 0;
    return mean < 30 ? this.#fewOf(mean) : this.#manyOf(mean);
  }

  /** At least 1. */
  geometric(mean: number): number {
    return 1 + Math.floor(Math.log(1 - this.uniform()) / Math.log(1 - 1 / mean));
  }

  #fewOf(mean: number): number {
    let count = 0;
    let product = this.uniform();
    const limit = Math.exp(-mean);
    while (product > limit) {
      product *= this.uniform();
      count++;
    }
    return count;
  }

  #manyOf(mean: number): number {
    const b = 0.931 + 2.53 * Math.sqrt(mean);
    const a = -0.059 + 0.02483 * b;
    const inverse = 1.1239 + 1.1328 / (b - 3.4);
    const v = 0.9277 - 3.6224 / (b - 2);
    const logMean = Math.log(mean);
    for (;;) {
      const u = this.uniform() - 0.5;
      const w = this.uniform();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && w <= v) return k;
      if (k < 0 || (us < 0.013 && w > us)) continue;
      if (Math.log((w * inverse) / (a / (us * us) + b)) <= k * logMean - mean - logFactorial(k)) return k;
    }
  }
}

/** Stirling's series; exact enough above 9. */
function logFactorial(k: number): number {
  if (k < 10) {
    let sum = 0;
    for (let i = 2; i <= k; i++) sum += Math.log(i);
    return sum;
  }
  const n = k + 1;
  return (n - 0.5) * Math.log(n) - n + 0.9189385332046727 + 1 / (12 * n) - 1 / (360 * n ** 3);
}
