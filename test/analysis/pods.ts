import type { Sampling, WatchedPod } from '../../src/analysis/probe.ts';
import type { Sample, Series } from '../../src/analysis/prometheus.ts';

/** A pod that counts requests and is scraped, so that the counts of the gate can be compared with the real ones. */

export interface Life {
  pod: WatchedPod;
  /** When each request was answered, in ms, in order; whether it was bad. */
  requests: { at: number; bad: boolean }[];
  /** When its process was restarted. */
  restarts: number[];
  /** When it was scraped. */
  scrapes: number[];
}

export function pod(name: string, track: WatchedPod['track'], started = 0): WatchedPod {
  return { name, uid: `uid-${name}`, track, started };
}

/** Its metrics at each scrape, as Prometheus stores them: a series appears with its first count, as in many client libraries. */
export function seriesOf({ pod: { name, uid }, requests, restarts, scrapes }: Life): Series[] {
  const target = {
    job: 'pods',
    instance: `10.0.0.${name.length}:${name}`,
    namespace: 'shop',
    pod: name,
    pod_uid: uid,
  };
  const counter = (code: string, bad: boolean): Series => {
    const samples: Sample[] = [];
    for (const scrape of scrapes) {
      const began = restarts.filter(at => at <= scrape).at(-1) ?? Number.NEGATIVE_INFINITY;
      const count = requests.filter(each => each.bad === bad && each.at > began && each.at <= scrape).length;
      if (count > 0) samples.push([scrape, count]);
    }
    return { labels: { __name__: 'http_requests_total', code, ...target }, samples };
  };
  const up: Series = { labels: { __name__: 'up', ...target }, samples: scrapes.map(at => [at, 1]) };
  return [counter('200', false), counter('500', true), up];
}

export const errors = {
  kind: 'ratio',
  name: 'errors',
  total: 'http_requests_total',
  bad: 'http_requests_total{code=~"5.."}',
} as const;

export function sampling(changes: Partial<Sampling> = {}): Sampling {
  return {
    namespace: 'shop',
    warmUp: 0,
    pace: { interval: 5_000, settle: 1_000, lookback: 60_000 },
    probes: [errors],
    share: { kind: 'application', probe: 'errors' },
    ...changes,
  };
}
