import { createHash } from 'node:crypto';

/** How finely a drill looks, and for how long; all in ms but `good`. */
export interface Profile {
  readonly name: 'production' | 'lab';
  /** Between two markers, and how long each is waited for. */
  readonly markers: { readonly every: number; readonly patience: number };
  /** Between two probes, and how long each is waited for. */
  readonly probes: { readonly every: number; readonly patience: number };
  /** For so long everything has to be good before anything is broken. */
  readonly steady: number;
  /** So many good probes in a row show that it is over. */
  readonly good: number;
  /** The moment of the injection is drawn from so much time after the steady state. */
  readonly spread: number;
}

/** @param rpo ms that may be lost; where it is nothing, markers come as often as ten times a second. */
export function profileOf(name: Profile['name'], rpo: number): Profile {
  switch (name) {
    case 'production':
      return {
        name,
        markers: { every: rpo === 0 ? 100 : 1000, patience: 5000 },
        probes: { every: 1000, patience: 5000 },
        ...{ steady: 300_000, good: 30, spread: 60_000 },
      };
    case 'lab':
      return {
        name,
        markers: { every: 100, patience: 2000 },
        probes: { every: 250, patience: 2000 },
        ...{ steady: 10_000, good: 30, spread: 2000 },
      };
  }
}

/**
 * How long after the steady state something is broken: what a drill loses or not may hang on the moment, so it is drawn, and who
 * knows the seed draws the same. From 0 up to `spread`. Pure.
 */
export function momentOf(seed: string, spread: number): number {
  const drawn = createHash('sha256').update(seed).digest().readUInt32BE(0) / 2 ** 32;
  return Math.floor(drawn * spread);
}
