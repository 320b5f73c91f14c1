import type { QueryResult } from '../../src/analysis/ask.ts';
import type { MetricSource, Series } from '../../src/analysis/prometheus.ts';
import { matches, parseSelector } from '../../src/analysis/selector.ts';

/** Time series in memory, with the few queries that the gate sends to a real Prometheus. */
export interface FakePrometheus extends MetricSource {
  series: Series[];
  /** Its clock, in ms. */
  clock: number;
  /** How long after its time a sample is found, in ms. */
  delay: number;
  asked: string[];
  /** Its response to every query from now on. */
  broken?: string;
}

export function fakePrometheus(series: Series[], clock = 0): FakePrometheus {
  const fake: FakePrometheus = {
    name: 'monitoring/prometheus:9090',
    series,
    clock,
    delay: 0,
    asked: [],
    now: async () =>
      fake.broken === undefined ? { ok: true, value: fake.clock } : { ok: false, detail: fake.broken },
    query: async (promql, at = fake.clock): Promise<QueryResult<Series[]>> => {
      fake.asked.push(promql);
      if (fake.broken !== undefined) return { ok: false, detail: fake.broken };
      const visible = fake.series.map(each => ({
        ...each,
        samples: each.samples.filter(([time]) => time + fake.delay <= fake.clock),
      }));
      return { ok: true, value: answer(visible, promql, at) };
    },
  };
  return fake;
}

const staleness = 300_000;

function answer(series: Series[], promql: string, at: number): Series[] {
  const raw = /^(.*)\[(\d+)(ms|m|h|d)\]$/s.exec(promql);
  if (raw !== null) {
    const [, selector = '', count, unit = 'ms'] = raw;
    return between(select(series, selector), at - Number(count) * units[unit]!, at);
  }
  const call = /^(\w+)(?: by \(__name__\) )?\((?:5, )?(.*)\)$/s.exec(promql);
  if (call === null) return last(select(series, promql), at - staleness, at);
  const [, name, inner = ''] = call;
  switch (name) {
    case 'last_over_time':
      return answer(series, inner, at).map(each => ({ ...each, samples: each.samples.slice(-1) }));
    case 'max_over_time':
      return answer(series, inner, at).map(({ labels, samples }) => ({
        labels,
        samples: [[at, Math.max(...samples.map(([, value]) => value))]],
      }));
    case 'topk':
      return answer(series, inner, at).slice(0, 5);
    case 'count': {
      const found = answer(series, inner, at);
      return found.length === 0 ? [] : [{ labels: {}, samples: [[at, found.length]] }];
    }
    case 'group':
      return [...new Set(answer(series, inner, at).map(({ labels }) => labels.__name__!))].map(
        (each): Series => ({ labels: { __name__: each }, samples: [[at, 1]] }),
      );
    case 'max': {
      const stamped = /^max_over_time\(timestamp\((.*)\)\[1h:30s\]\)$/s.exec(inner);
      const values =
        stamped === null
          ? answer(series, inner, at).map(({ samples }) => samples[0]![1])
          : between(select(series, stamped[1]!), at - 3_600_000, at).map(
              ({ samples }) => samples.at(-1)![0] / 1000,
            );
      return values.length === 0 ? [] : [{ labels: {}, samples: [[at, Math.max(...values)]] }];
    }
    default:
      throw new Error(`the fake does not know ${promql}`);
  }
}

const units: Record<string, number> = { ms: 1, m: 60_000, h: 3_600_000, d: 86_400_000 };

function select(series: Series[], text: string): Series[] {
  const selector = text.startsWith('{') ? parseSelector(`any${text}`) : parseSelector(text);
  if (selector === undefined) throw new Error(`the fake does not know ${text}`);
  return series.filter(
    ({ labels }) =>
      (selector.name === 'any' || labels.__name__ === selector.name) &&
      selector.matchers.every(matcher => matches(matcher, labels)),
  );
}

/** Like Prometheus 3: without a sample at the very start. */
function between(series: Series[], from: number, to: number): Series[] {
  return series
    .map(each => ({ ...each, samples: each.samples.filter(([at]) => at > from && at <= to) }))
    .filter(({ samples }) => samples.length > 0);
}

function last(series: Series[], from: number, to: number): Series[] {
  return between(series, from, to).map(each => ({ ...each, samples: each.samples.slice(-1) }));
}
