/** The results of a load: each request, and totals. */

/** Number of failures that a report contains in full. */
const keptFailures = 50;

/** One request, from the moment it was due. */
export type LoadRecord = {
  /** When it was due, in ms since 1970. */
  readonly at: number;
  /** From due to the last byte, or to the failure. */
  readonly ms: number;
  /** `injected`: a 5xx that the shop returned on purpose and marked. `failed`: lost, without an answer or with a wrong one. */
  readonly outcome: 'ok' | 'injected' | 'failed';
  /** Reason of a failure: an error code, `timeout`, `status 503`, `type text/html`, … */
  readonly error?: string;
  readonly status?: number;
  readonly version?: string;
  readonly pod?: string;
  /** The server had closed the reused idle connection, so the request was sent again, as browsers do. */
  readonly retried: boolean;
};

/** The responses of one version; times in ms since 1970. */
export type VersionReport = {
  readonly requests: number;
  readonly failed: number;
  readonly injected: number;
  readonly firstStart: number;
  readonly lastStart: number;
  /** Last byte of the response that ended last. */
  readonly lastEnd: number;
};

/** One second of the load. A request belongs to the second in which it was due. */
export type LoadSecond = {
  /** Since the first request. */
  readonly second: number;
  readonly requests: number;
  readonly failed: number;
  readonly injected: number;
  readonly versions: Readonly<Record<string, number>>;
};

export type LoadReport = {
  /** Time of the first request, in ms since 1970; 0 without requests. */
  readonly startedAt: number;
  readonly requests: number;
  readonly failed: number;
  readonly injected: number;
  /** Requests that needed a second connection. If they then failed, they also count in `failed`. */
  readonly retried: number;
  /** Number of failures for each reason. */
  readonly errors: Readonly<Record<string, number>>;
  readonly versions: Readonly<Record<string, VersionReport>>;
  readonly seconds: readonly LoadSecond[];
  /** Percentiles in ms over all requests, with the time to failure for failed ones; null without requests. */
  readonly latency: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly max: number;
  } | null;
  /** The first failures in full. */
  readonly failures: readonly LoadRecord[];
};

type VersionTally = { -readonly [Key in keyof VersionReport]: VersionReport[Key] };
type SecondTally = { requests: number; failed: number; injected: number; versions: Record<string, number> };

/** Summarizes records in any order. Percentiles use the nearest rank. Sorts the latencies. */
export function summarize(records: readonly LoadRecord[]): LoadReport {
  const startedAt = records.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const versions: Record<string, VersionTally> = {};
  const seconds: SecondTally[] = [];
  const errors: Record<string, number> = {};
  let [failed, injected, retried] = [0, 0, 0];

  for (const record of records) {
    const { at, ms, version } = record;
    const bad = record.outcome === 'failed' ? 1 : 0;
    const marked = record.outcome === 'injected' ? 1 : 0;
    failed += bad;
    injected += marked;
    retried += record.retried ? 1 : 0;
    if (record.error !== undefined) errors[record.error] = (errors[record.error] ?? 0) + 1;

    const index = Math.floor((at - startedAt) / 1000);
    while (seconds.length <= index) seconds.push({ requests: 0, failed: 0, injected: 0, versions: {} });
    const second = seconds[index];
    if (second !== undefined) {
      second.requests += 1;
      second.failed += bad;
      second.injected += marked;
    }
    if (version === undefined) continue;
    if (second !== undefined) second.versions[version] = (second.versions[version] ?? 0) + 1;
    versions[version] ??= { requests: 0, failed: 0, injected: 0, firstStart: at, lastStart: at, lastEnd: at };
    const tally = versions[version];
    tally.requests += 1;
    tally.failed += bad;
    tally.injected += marked;
    tally.firstStart = Math.min(tally.firstStart, at);
    tally.lastStart = Math.max(tally.lastStart, at);
    tally.lastEnd = Math.max(tally.lastEnd, at + ms);
  }

  return {
    startedAt: records.length === 0 ? 0 : startedAt,
    requests: records.length,
    failed,
    injected,
    retried,
    errors,
    versions,
    seconds: seconds.map((tally, second) => ({ second, ...tally })),
    latency: latencyOf(records),
    failures: records.filter(record => record.outcome === 'failed').slice(0, keptFailures),
  };
}

function latencyOf(records: readonly LoadRecord[]): LoadReport['latency'] {
  if (records.length === 0) return null;
  const sorted = Float64Array.from(records, record => record.ms).sort();
  const rank = (share: number) => Number((sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(3));
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
}
