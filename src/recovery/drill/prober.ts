import type { OutageProbe } from '../outage.ts';
import { within } from './patience.ts';

/** Probes the service from outside at regular intervals. */

interface ProberOptions {
  /** Interval of the probes; ms. */
  readonly every: number;
  /** Timeout after which a probe counts as failed; ms. */
  readonly patience: number;
  /** Probes once. @returns the fault; undefined if there is none. */
  probe(signal: AbortSignal): Promise<string | undefined>;
  now(): number;
}

export interface Prober {
  /** Returns the samples in the order in which they were sent. */
  samples(): readonly OutageProbe[];
  /** Stops probing; resolves when the pending probes have ended. */
  stop(): Promise<readonly OutageProbe[]>;
}

/** Returns whether the last samples, as many as end an outage, were good. Pure. */
export function areGood(samples: readonly OutageProbe[], consecutive: number): boolean {
  const last = samples.slice(-consecutive);
  return last.length === consecutive && last.every(({ ok }) => ok);
}

/** Starts probing. A hanging probe does not delay the next one, which can show that the service is back. */
export function startProber({ every, patience, probe, now }: ProberOptions): Prober {
  const known: OutageProbe[] = [];
  const underway = new Set<Promise<void>>();
  const look = async () => {
    const at = now();
    const looked = await within(patience, probe);
    const reason = 'fault' in looked ? looked.fault : looked.answer;
    known.push({ at, ok: reason === undefined, tookMs: now() - at, ...(reason && { reason }) });
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
