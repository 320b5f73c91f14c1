import type { Sample } from '../outage.ts';
import { within } from './patience.ts';

/** Looks from outside, at even intervals, whether the service does what it is there for. */

export interface ProberOptions {
  /** Between two probes; ms. */
  readonly every: number;
  /** After which a probe without an answer is bad; ms. */
  readonly patience: number;
  /** One look. @returns why it is bad; undefined when it is good. */
  probe(signal: AbortSignal): Promise<string | undefined>;
  now(): number;
  /** Sees each sample as it is known. */
  seen?(sample: Sample): void;
}

export interface Prober {
  /** In the order in which they were sent. */
  samples(): readonly Sample[];
  /** Resolves when the probes under way are over. */
  stop(): Promise<readonly Sample[]>;
}

/** A probe that hangs keeps none of the next ones up: when the service is back, the next one tells. */
export function startProber({ every, patience, probe, now, seen }: ProberOptions): Prober {
  const known: Sample[] = [];
  const underway = new Set<Promise<void>>();
  const look = async () => {
    const at = now();
    const looked = await within(patience, probe);
    const reason = 'fault' in looked ? looked.fault : looked.answer;
    const sample = { at, ok: reason === undefined, tookMs: now() - at, ...(reason && { reason }) };
    known.push(sample);
    seen?.(sample);
  };
  const begin = () => {
    const one = look().finally(() => underway.delete(one));
    underway.add(one);
  };
  begin();
  const timer = setInterval(begin, every);
  return {
    samples: () => known.toSorted((a, b) => a.at - b.at),
    stop: async () => {
      clearInterval(timer);
      await Promise.all(underway);
      return known.toSorted((a, b) => a.at - b.at);
    },
  };
}
