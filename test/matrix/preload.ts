/**
 * Loaded into a run with `node --import`, so that the product contains no test code. Numbers the run's writes, writes a line for each to
 * SLIPWAY_TRACE, and kills the run with SIGKILL at the moment SLIPWAY_KILL_AT (`7:before`, `stepping:7:after`), or stops it with SIGSTOP
 * at SLIPWAY_STALL_AT. SLIPWAY_PHASE is the phase of the rollout before the run.
 */
import childProcess from 'node:child_process';
import { appendFileSync } from 'node:fs';
import http from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import {
  type Death,
  Heartbeats,
  isThere,
  isWrite,
  type Moment,
  type Outgoing,
  Position,
  parseMoment,
  type TracedWrite,
  titleOf,
} from './writes.ts';

const { SLIPWAY_TRACE: trace, SLIPWAY_PHASE: begun = '' } = process.env;
const kill = momentIn('SLIPWAY_KILL_AT');
const stall = momentIn('SLIPWAY_STALL_AT');
const heartbeats = new Heartbeats();
const position = new Position(begun);
const left = new Set<string>();
let writes = 0;

type Place = Pick<TracedWrite, 'write' | 'nth' | 'phase'>;

function momentIn(variable: string): Moment | undefined {
  const text = process.env[variable];
  return text === undefined ? undefined : parseMoment(text);
}

function traced(line: object): void {
  if (trace !== undefined) appendFileSync(trace, `${JSON.stringify(line)}\n`);
}

/** Kills or stops this process if the moment has come. */
function reached(place: Place, side: Moment['side'], title: string): void {
  const is = (moment: Moment | undefined) =>
    moment !== undefined && isThere(moment, { ...place, side }, left);
  if (is(kill)) {
    traced({ died: { side, phase: place.phase, title } satisfies Death });
    process.kill(process.pid, 'SIGKILL');
  }
  if (is(stall)) process.kill(process.pid, 'SIGSTOP');
}

function counted(): Place {
  writes += 1;
  position.count += 1;
  return { write: writes, nth: position.count, phase: position.phase };
}

/** Returns the position of the next write. */
const ahead = (): Place => ({ write: writes + 1, nth: position.count + 1, phase: position.phase });

function noted(place: Place, title: string, status: number): void {
  traced({ ...place, title, status, at: Date.now(), weight: position.weight } satisfies TracedWrite);
  reached(place, 'after', title);
}

function followed(sent: Outgoing): void {
  const { phase } = position;
  position.follow(sent);
  if (position.phase !== phase) left.add(phase);
}

const request = http.request;
http.request = function watched(this: unknown, ...args: Parameters<typeof request>) {
  const outgoing = request.apply(this, args);
  const options = args[0] as http.RequestOptions;
  // Requests to the API server use a socket; others, to registries and Prometheus, are not counted.
  if (options.socketPath === undefined) return outgoing;
  const { method = 'GET', path = '/' } = options;
  if (!isWrite({ method, path: String(path) })) return outgoing;
  const end = outgoing.end.bind(outgoing) as (...all: unknown[]) => typeof outgoing;
  outgoing.end = ((chunk?: unknown, ...rest: unknown[]) => {
    const body = typeof chunk === 'string' ? chunk : '';
    const sent = { method, path: String(path), body };
    if (!heartbeats.isBeat(sent)) {
      const place = counted();
      const title = titleOf(sent);
      reached(place, 'before', title);
      outgoing.prependOnceListener('response', answer => {
        const status = answer.statusCode ?? 0;
        if (status < 400) followed(sent);
        noted(place, title, status);
      });
    }
    return end(chunk, ...rest);
  }) as typeof outgoing.end;
  return outgoing;
} as typeof request;

/** `kubectl apply` prints a line for each object that it has written. It dies with the run. */
const spawn = childProcess.spawn;
childProcess.spawn = function watched(this: unknown, ...args: unknown[]) {
  const [command, list, options] = args as [string, string[], childProcess.SpawnOptions];
  const words = args.flat().filter(word => typeof word === 'string');
  if (!words.some(word => /(^|\/)kubectl$/.test(word)) || !words.includes('apply')) {
    return spawn(command, list, options);
  }
  const [stdin, , stderr] = [options.stdio ?? 'pipe'].flat();
  reached(ahead(), 'before', 'kubectl');
  const child = spawn(command, list, {
    ...options,
    stdio: [stdin, 'pipe', stderr] as childProcess.StdioOptions,
  });
  let rest = '';
  child.stdout?.on('data', chunk => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      noted(counted(), `kubectl ${line.replace(/ .*/, '')}`, 0);
      reached(ahead(), 'before', 'kubectl');
    }
  });
  return child;
} as typeof spawn;

syncBuiltinESMExports();
