import type { CountedLines, LineSource } from '../../src/analysis/log-lines.ts';

/** Lines of one pod and level at one moment, in ms. */
export interface Written {
  at: number;
  pod: string;
  level: string;
  lines: number;
}

/** A log store in memory, which gets each line some time after it was written. */
export interface FakeLines extends LineSource {
  written: Written[];
  maxDelay: number;
  /** Milliseconds that the lines of a pod take to the store. */
  late(pod: string, at: number): number;
  /** Its answer to every query from now on. */
  broken?: string;
}

/** @param now returns its clock, in ms. */
export function fakeLines(now: () => number, maxDelay = 60_000): FakeLines {
  const fake: FakeLines = {
    ...{ written: [], maxDelay, late: () => 2_000 },
    count: async ({ pods, from, to, step }) => {
      if (fake.broken !== undefined) return { ok: false, detail: fake.broken };
      const counts = new Map<string, CountedLines>();
      const end = from + Math.floor((to - from) / step) * step;
      for (const { at, pod, level, lines } of fake.written) {
        if (at <= from || at > end || !pods.includes(pod) || at + fake.late(pod, at) > now()) continue;
        const since = from + (Math.ceil((at - from) / step) - 1) * step;
        const key = `${pod} ${level} ${since}`;
        const known = counts.get(key)?.lines ?? 0;
        counts.set(key, { pod, level, since, at: since + step, lines: known + lines });
      }
      return { ok: true, value: [...counts.values()] };
    },
  };
  return fake;
}
