/**
 * A constant-rate, open-loop load generator for the lab: requests start by the clock, whether or not earlier
 * ones were answered, and latency counts from the time a request was due, so that a stalled server cannot hide
 * its stall by slowing the load down (coordinated omission).
 */
import { writeFileSync } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { describe, UserError } from '../src/toolkit/errors.ts';

const maxRate = 1_000;
const maxSeconds = 15 * 60;
const maxBodyBytes = 1_000_000;
const keptFailures = 50;

export type LoadOptions = {
  /** Address of the target, `http://10.99.0.1:8000`; only loopback and 10.99.0.0/24 are accepted. */
  readonly url: string;
  /** Host header, for a target behind a gateway. */
  readonly host?: string;
  readonly path: string;
  /** Requests a second, above 0, at most 1000. */
  readonly rate: number;
  /** For one request with its retry, in ms; default 5000, at most 30,000. */
  readonly timeoutMs?: number;
  /** The load ends by itself after this many; at most 15 minutes' worth. */
  readonly maxRequests: number;
  /** Default true. */
  readonly keepAlive?: boolean;
  /** Content type of a right answer; default HTML for `/`, plain text for `/metrics`, JSON for everything else. */
  readonly type?: string;
};

/** One request, from the moment it was due. */
export type LoadRecord = {
  /** When it was due, in ms since 1970. */
  readonly at: number;
  /** From due to the last byte, or to the failure. */
  readonly ms: number;
  /** `injected`: a 5xx that the shop marked as caused on purpose. */
  readonly outcome: 'ok' | 'injected' | 'failed';
  /** Of a failure: an error code, `timeout`, `status 503`, `type text/html`, … */
  readonly error?: string;
  readonly status?: number;
  readonly version?: string;
  readonly pod?: string;
  /** A reused idle connection was closed by the server; the request was sent once more, as browsers do. */
  readonly retried: boolean;
};

/** What one version answered; times in ms since 1970. */
export type VersionReport = {
  readonly requests: number;
  readonly failed: number;
  readonly injected: number;
  readonly firstStart: number;
  readonly lastStart: number;
  /** Last byte of the answer that ended last. */
  readonly lastEnd: number;
};

/** One second of the load; requests belong to the second in which they were due. */
export type LoadSecond = {
  /** Since the first request. */
  readonly second: number;
  readonly requests: number;
  readonly failed: number;
  readonly injected: number;
  readonly versions: Readonly<Record<string, number>>;
};

export type LoadReport = {
  /** First request due, in ms since 1970; 0 without requests. */
  readonly startedAt: number;
  readonly requests: number;
  readonly failed: number;
  readonly injected: number;
  /** Requests that needed a second connection; those that then failed are in `failed` too. */
  readonly retried: number;
  /** How often each reason of failure came. */
  readonly errors: Readonly<Record<string, number>>;
  readonly versions: Readonly<Record<string, VersionReport>>;
  readonly seconds: readonly LoadSecond[];
  /** In ms over every request, failed ones with the time until they failed; null without requests. */
  readonly latency: {
    readonly p50: number;
    readonly p95: number;
    readonly p99: number;
    readonly max: number;
  } | null;
  /** The first failures in full. */
  readonly failures: readonly LoadRecord[];
};

export type Load = {
  /** Sends no more, waits for what is under way (at most the timeout), and reports. */
  stop(): Promise<LoadReport>;
  /** The report of what has been answered until now; the load goes on. */
  snapshot(): LoadReport;
  /** Every answered request until now, in the order of their ends. */
  records(): readonly LoadRecord[];
  /** Resolves when `maxRequests` were answered, or after `stop`. */
  readonly done: Promise<LoadReport>;
};

/**
 * Starts the load; the first request is due at once.
 * @throws UserError for a target that is not the lab's own, or a rate, time or number out of range.
 */
export function startLoad(options: LoadOptions): Load {
  const target = checkedTarget(options);
  const agent = new Agent({ keepAlive: target.keepAlive });
  const records: LoadRecord[] = [];
  const finished = Promise.withResolvers<LoadReport>();
  const epoch = Date.now();
  const zero = performance.now();
  let sent = 0;
  let limit = options.maxRequests;
  let timer: NodeJS.Timeout | undefined;

  const dueAt = (index: number) => zero + (index * 1000) / options.rate;
  const endIfAnswered = () => {
    if (sent < limit || records.length < sent) return;
    agent.destroy();
    finished.resolve(summarize(records));
  };
  const sendDue = () => {
    while (sent < limit && dueAt(sent) <= performance.now()) {
      const due = dueAt(sent);
      sent += 1;
      void exchange(target, agent, due).then(outcome => {
        records.push({ at: epoch + (due - zero), ms: performance.now() - due, ...outcome });
        endIfAnswered();
      });
    }
    if (sent < limit) timer = setTimeout(sendDue, Math.max(1, dueAt(sent) - performance.now()));
  };
  sendDue();

  return {
    stop() {
      clearTimeout(timer);
      limit = sent;
      endIfAnswered();
      return finished.promise;
    },
    snapshot: () => summarize(records),
    records: () => records,
    done: finished.promise,
  };
}

type Target = {
  readonly hostname: string;
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly timeoutMs: number;
  readonly keepAlive: boolean;
  readonly type: string;
};

function checkedTarget(options: LoadOptions): Target {
  const { rate, maxRequests, path, timeoutMs = 5_000 } = options;
  const url = URL.parse(options.url);
  if (url?.protocol !== 'http:')
    throw new UserError(`"${options.url}" is not an http:// address`, 'give one');
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  if (!isOwnAddress(hostname)) {
    throw new UserError(
      `refusing to load ${hostname}`,
      'only loopback and 10.99.0.0/24, the lab, may be loaded',
    );
  }
  if (!(rate > 0 && rate <= maxRate)) {
    throw new UserError(`a rate of ${rate} is out of range`, `use more than 0, at most ${maxRate} a second`);
  }
  if (!(Number.isInteger(maxRequests) && maxRequests >= 1 && maxRequests <= rate * maxSeconds)) {
    throw new UserError(
      `${maxRequests} requests are out of range`,
      `at ${rate} a second use a whole number from 1 to ${Math.floor(rate * maxSeconds)}, which takes 15 minutes`,
    );
  }
  if (!(timeoutMs > 0 && timeoutMs <= 30_000)) {
    throw new UserError(`a timeout of ${timeoutMs} ms is out of range`, 'use more than 0, at most 30000');
  }
  if (!path.startsWith('/')) throw new UserError(`the path "${path}" is not absolute`, 'begin it with /');
  return {
    hostname,
    port: Number(url.port || 80),
    host: options.host ?? url.host,
    path,
    timeoutMs,
    keepAlive: options.keepAlive ?? true,
    type: options.type ?? expectedType(path),
  };
}

/** Whether an address may be loaded: this machine or the lab's own network, and no name that could lead elsewhere. */
export function isOwnAddress(hostname: string): boolean {
  if (hostname === 'localhost' || hostname === '::1') return true;
  return /^(127\.\d+\.\d+\.\d+|10\.99\.0\.\d+)$/.test(hostname);
}

function expectedType(path: string): string {
  const bare = path.split('?', 1)[0];
  if (bare === '/') return 'text/html';
  return bare === '/metrics' ? 'text/plain' : 'application/json';
}

type Outcome = Omit<LoadRecord, 'at' | 'ms'>;
type Reply = { readonly response: IncomingMessage; readonly body: string };

/** One request with at most one retry; never rejects. `due` is on the clock of `performance.now()`. */
async function exchange(target: Target, agent: Agent, due: number): Promise<Outcome> {
  const signal = AbortSignal.timeout(Math.max(1, Math.round(due + target.timeoutMs - performance.now())));
  let retried = false;
  try {
    const reply = await get(target, agent, signal).catch(error => {
      if (!(error instanceof StaleConnection)) throw error;
      retried = true;
      return get(target, new Agent({ keepAlive: false }), signal);
    });
    return { ...classify(reply, target.type), retried };
  } catch (error) {
    return { outcome: 'failed', error: signal.aborted ? 'timeout' : errorCode(error), retried };
  }
}

/** The server closed a connection that was idle in our pool before it saw this request. */
class StaleConnection extends Error {}

function get(target: Target, agent: Agent, signal: AbortSignal): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port, path, host } = target;
    const outgoing = request({ hostname, port, path, headers: { host }, agent, signal });
    let socket: Socket | undefined;
    let bytesBefore = 0;
    outgoing.on('socket', assigned => {
      socket = assigned;
      bytesBefore = assigned.bytesRead;
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // EPIPE is the same event seen while writing instead of reading.
      const reset = error.code === 'ECONNRESET' || error.code === 'EPIPE';
      const untouched = socket !== undefined && socket.bytesRead === bytesBefore;
      reject(reset && untouched && outgoing.reusedSocket ? new StaleConnection('', { cause: error }) : error);
    });
    outgoing.on('response', response => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxBodyBytes) outgoing.destroy(new Error('body too large'));
        else chunks.push(chunk);
      });
      response.on('error', reject); // cut off in the middle
      response.on('end', () => resolve({ response, body: Buffer.concat(chunks).toString('utf8') }));
    });
    outgoing.end();
  });
}

function classify({ response, body }: Reply, type: string): Omit<Outcome, 'retried'> {
  const status = response.statusCode ?? 0;
  const version = header(response, 'x-shop-version');
  const pod = header(response, 'x-shop-pod');
  const facts = {
    status,
    ...(version === undefined ? {} : { version }),
    ...(pod === undefined ? {} : { pod }),
  };
  if (status >= 500 && header(response, 'x-injected') === '1') return { outcome: 'injected', ...facts };
  const error = faultOf(status, version, header(response, 'content-type') ?? 'none', body, type);
  return error === undefined ? { outcome: 'ok', ...facts } : { outcome: 'failed', error, ...facts };
}

/** Why an answer is wrong, or undefined when it is right. */
function faultOf(
  status: number,
  version: string | undefined,
  contentType: string,
  body: string,
  type: string,
): string | undefined {
  if (status < 200 || status > 299) return `status ${status}`;
  if (version === undefined) return 'no x-shop-version';
  if (!contentType.startsWith(type)) return `type ${contentType}`;
  if (type === 'application/json' && !isJson(body)) return 'not JSON';
  return undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function header(response: IncomingMessage, name: string): string | undefined {
  const value = response.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function errorCode(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}

type VersionTally = { -readonly [Key in keyof VersionReport]: VersionReport[Key] };
type SecondTally = { requests: number; failed: number; injected: number; versions: Record<string, number> };

/** The report of a set of records, in any order. Percentiles are by nearest rank. Costs a sort of the latencies. */
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

const usage = `node scripts/load.ts --url http://10.99.0.1:8000 [--host shop.example] [--path /api/products]
  [--rate 50] [--seconds 60] [--timeout-ms 5000] [--type application/json] [--no-keep-alive] [--out file.json]`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      host: { type: 'string' },
      path: { type: 'string', default: '/api/products' },
      rate: { type: 'string', default: '50' },
      seconds: { type: 'string', default: '60' },
      'timeout-ms': { type: 'string', default: '5000' },
      type: { type: 'string' },
      'no-keep-alive': { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  });
  if (values.url === undefined) throw new UserError('--url is missing', `use ${usage}`);
  const load = startLoad({
    url: values.url,
    path: values.path,
    rate: Number(values.rate),
    maxRequests: Math.ceil(Number(values.rate) * Number(values.seconds)),
    timeoutMs: Number(values['timeout-ms']),
    keepAlive: !values['no-keep-alive'],
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values.type === undefined ? {} : { type: values.type }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void load.stop());
  const report = await load.done;
  if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
  const { seconds: _, failures: __, ...summary } = report;
  console.log(JSON.stringify(summary, null, 2));
}

if (import.meta.main) {
  main().catch(error => {
    const wrongArgument = String(error?.code).startsWith('ERR_PARSE_ARGS');
    console.error(`load: ${wrongArgument ? `${error.message}\n${usage}` : describe(error)}`);
    process.exitCode = 2;
  });
}
