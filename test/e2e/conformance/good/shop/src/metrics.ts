/** Counts for Prometheus, in its text format. */

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

type Labels = Readonly<Record<string, string>>;

export class Metrics {
  readonly #counters = new Map<string, number>();

  add(name: string, labels: Labels = {}, by = 1): void {
    const key = seriesOf(name, labels);
    this.#counters.set(key, (this.#counters.get(key) ?? 0) + by);
  }

  /** Counts a request. @param route from a bounded set. */
  request(code: number, route: string, seconds: number): void {
    this.add('http_requests_total', { code: String(code), route });
    for (const bound of bounds)
      this.add(
        'http_request_duration_seconds_bucket',
        { le: String(bound), route },
        seconds <= bound ? 1 : 0,
      );
    this.add('http_request_duration_seconds_bucket', { le: '+Inf', route });
    this.add('http_request_duration_seconds_sum', { route }, seconds);
    this.add('http_request_duration_seconds_count', { route });
  }

  page(gauges: Readonly<Record<string, number>>): string {
    const lines = [...this.#counters].map(([series, value]) => `${series} ${value}`);
    const { user, system } = process.cpuUsage();
    return [
      ...lines,
      ...Object.entries(gauges).map(([name, value]) => `${name} ${value}`),
      `process_cpu_seconds_total ${(user + system) / 1e6}`,
      `process_resident_memory_bytes ${process.memoryUsage().rss}`,
      '',
    ].join('\n');
  }
}

function seriesOf(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`;
}
