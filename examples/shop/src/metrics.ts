/** Upper bounds of the histogram's buckets, in seconds. */
export const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10] as const;

/** Process metrics at a scrape. */
export type ProcessSample = {
  readonly cpuSeconds: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly startTimeSeconds: number;
};

type Labels = Readonly<Record<string, string>>;
type Histogram = { readonly labels: Labels; readonly counts: number[]; count: number; sum: number };

/** Counts answered requests, and formats the counts for Prometheus (exposition format 0.0.4). */
export class Metrics {
  readonly #requests = new Map<string, { labels: Labels; value: number }>();
  readonly #durations = new Map<string, Histogram>();
  readonly #version: string;

  constructor(version: string) {
    this.#version = version;
  }

  /** Counts one response. `route` and `method` must be from a bounded set, because each value creates a series. */
  observe(answer: { code: number; method: string; route: string; seconds: number }): void {
    const { method, route, seconds } = answer;
    const labels = { code: String(answer.code), method, route };
    const counter = entry(this.#requests, labels, () => ({ labels, value: 0 }));
    counter.value += 1;

    const histogram = entry(this.#durations, { method, route }, () => ({
      labels: { method, route },
      counts: buckets.map(() => 0),
      count: 0,
      sum: 0,
    }));
    const bucket = buckets.findIndex(bound => seconds <= bound);
    if (bucket >= 0) histogram.counts[bucket] = (histogram.counts[bucket] ?? 0) + 1;
    histogram.count += 1;
    histogram.sum += seconds;
  }

  /** Renders the page that Prometheus scrapes. */
  render(sample: ProcessSample): string {
    return [
      ...family('http_requests_total', 'counter', 'Answered requests, probes and scrapes not counted.'),
      ...[...this.#requests.values()].map(({ labels, value }) => line('http_requests_total', labels, value)),
      ...family('http_request_duration_seconds', 'histogram', 'Time from the request to its answer.'),
      ...[...this.#durations.values()].flatMap(histogramLines),
      ...family('shop_info', 'gauge', 'Always 1; the label is the running version.'),
      line('shop_info', { version: this.#version }, 1),
      ...family('process_cpu_seconds_total', 'counter', 'CPU time of the process.'),
      line('process_cpu_seconds_total', {}, sample.cpuSeconds),
      ...family('process_resident_memory_bytes', 'gauge', 'Resident memory of the process.'),
      line('process_resident_memory_bytes', {}, sample.residentBytes),
      ...family('nodejs_heap_size_used_bytes', 'gauge', 'JavaScript heap in use.'),
      line('nodejs_heap_size_used_bytes', {}, sample.heapBytes),
      ...family('process_start_time_seconds', 'gauge', 'Start of the process, in seconds since 1970.'),
      line('process_start_time_seconds', {}, sample.startTimeSeconds),
      '',
    ].join('\n');
  }
}

function entry<T>(map: Map<string, T>, labels: Labels, make: () => T): T {
  const key = Object.values(labels).join('\n');
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function family(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function histogramLines({ labels, counts, count, sum }: Histogram): string[] {
  const name = 'http_request_duration_seconds';
  let cumulative = 0;
  const lines = buckets.map((bound, index) => {
    cumulative += counts[index] ?? 0;
    return line(`${name}_bucket`, { ...labels, le: String(bound) }, cumulative);
  });
  return [
    ...lines,
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ];
}

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
}

function escapeLabel(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
