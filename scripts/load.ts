/**
 * A constant-rate, open-loop load generator for the lab. Requests start on schedule, even while earlier ones have no response, and
 * latency counts from the time when a request was due. So a stalled server cannot hide by slowing the load down (coordinated omission).
 */
import { writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { parseArgs } from 'node:util';
import { describe, UserError } from '../src/toolkit/errors.ts';
import { type LoadRecord, type LoadReport, summarize } from './load-report.ts';
import { exchange, type Target } from './load-request.ts';

const maxRate = 1_000;
const maxSeconds = 15 * 60;

export type LoadOptions = {
  /** Address of the target, such as `http://10.99.0.1:8000`; only loopback and 10.99.0.0/24 are accepted. */
  readonly url: string;
  /** Host header, for a target behind a gateway. */
  readonly host?: string;
  readonly path: string;
  /** Requests per second, above 0, at most 1000. */
  readonly rate: number;
  /** Timeout of a request with its retry, in ms; default 5000, at most 30,000. */
  readonly timeoutMs?: number;
  /** The load ends after this number of requests; at most as many as 15 minutes take. */
  readonly maxRequests: number;
  /** Default true. */
  readonly keepAlive?: boolean;
  /** Expected content type; default HTML for `/`, plain text for `/metrics`, JSON for everything else. */
  readonly type?: string;
};

export type Load = {
  /** Stops sending, waits for open requests (at most the timeout), and returns the report. */
  stop(): Promise<LoadReport>;
  /** Returns the report of all responses so far; the load continues. */
  snapshot(): LoadReport;
  /** Returns all finished requests so far, in the order of their ends. */
  records(): readonly LoadRecord[];
  /** Resolves when `maxRequests` are finished, or after `stop`. */
  readonly done: Promise<LoadReport>;
};

/**
 * Starts the load; the first request is due at once.
 * @throws UserError for a target outside of the lab, or a rate, time or number out of range.
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

function checkedTarget(options: LoadOptions): Target {
  const { rate, maxRequests, path, timeoutMs = 5_000 } = options;
  const url = URL.parse(options.url);
  if (url?.protocol !== 'http:')
    throw new UserError(`"${options.url}" is not an http:// address`, 'pass one');
  const hostname = url.hostname.replace(/^\[|\]$/g, '');
  if (!isOwnAddress(hostname)) {
    throw new UserError(
      `${hostname} must not be loaded: it is not an address of the lab`,
      'use loopback or 10.99.0.0/24',
    );
  }
  if (!(rate > 0 && rate <= maxRate)) {
    throw new UserError(`the rate ${rate} is out of range`, `use more than 0, at most ${maxRate} per second`);
  }
  if (!(Number.isInteger(maxRequests) && maxRequests >= 1 && maxRequests <= rate * maxSeconds)) {
    throw new UserError(
      `${maxRequests} requests are out of range`,
      `at ${rate} per second use a whole number from 1 to ${Math.floor(rate * maxSeconds)}, which takes 15 minutes`,
    );
  }
  if (!(timeoutMs > 0 && timeoutMs <= 30_000)) {
    throw new UserError(`the timeout ${timeoutMs} ms is out of range`, 'use more than 0, at most 30000');
  }
  if (!path.startsWith('/')) throw new UserError(`the path "${path}" is not absolute`, 'start it with /');
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

/** Whether an address may be loaded: this machine or the lab's network, and no name that could resolve to another address. */
export function isOwnAddress(hostname: string): boolean {
  if (hostname === 'localhost' || hostname === '::1') return true;
  return /^(127\.\d+\.\d+\.\d+|10\.99\.0\.\d+)$/.test(hostname);
}

function expectedType(path: string): string {
  const bare = path.split('?', 1)[0];
  if (bare === '/') return 'text/html';
  return bare === '/metrics' ? 'text/plain' : 'application/json';
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
