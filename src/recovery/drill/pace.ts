import { createHash } from 'node:crypto';

/** How often a drill measures, and for how long; all values in ms except `good`. */
export interface DrillPace {
  readonly name: 'production' | 'lab';
  /** Interval of the markers, and the timeout of each. */
  readonly markers: { readonly every: number; readonly patience: number };
  /** Interval of the probes, and the timeout of each. */
  readonly probes: { readonly every: number; readonly patience: number };
  /** How long the system must be healthy before the injection. */
  readonly steady: number;
  /** Number of successful probes in a row that end the outage. */
  readonly consecutive: number;
  /** The injection is at a random moment within this time after the steady state. */
  readonly spread: number;
}

/** Returns a pace. @param rpo data that may be lost, in ms; at 0, ten markers a second are written. */
export function paceOf(name: DrillPace['name'], rpo: number): DrillPace {
  switch (name) {
    case 'production':
      return {
        name,
        markers: { every: rpo === 0 ? 100 : 1000, patience: 5000 },
        probes: { every: 1000, patience: 5000 },
        steady: 300_000,
        consecutive: 30,
        spread: 60_000,
      };
    case 'lab':
      return {
        name,
        markers: { every: 100, patience: 2000 },
        probes: { every: 250, patience: 2000 },
        steady: 10_000,
        consecutive: 30,
        spread: 2000,
      };
  }
}

/**
 * Returns how long after the steady state the fault is injected, from 0 up to `spread`. The moment is random, because the loss may depend
 * on it, and reproducible with the seed. Pure.
 */
export function seededDelay(seed: string, spread: number): number {
  const drawn = createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
  return Math.floor(drawn * spread);
}
