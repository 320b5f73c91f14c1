/**
 * Preloaded into a run (`node --import`): counts its API calls, and writes them and its memory to METER_FILE when it ends. The proxy for
 * its calls is a separate process and counts as memory of the run.
 */
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, writeFileSync } from 'node:fs';
import type { ClientRequest } from 'node:http';

/** Resources that a run has used. */
export interface Meter {
  calls: number;
  watches: number;
  /** Peak resident memory of the run and of its proxy, in MB. */
  own: number;
  proxy: number;
  seconds: number;
}

let calls = 0;
let watches = 0;
let proxy = 0;

subscribe('http.client.request.start', message => {
  const { request } = message as { request: ClientRequest & { socketPath?: string } };
  if (request.socketPath === undefined) return;
  if (/[?&]watch=/.test(request.path)) watches += 1;
  else calls += 1;
});

/** Returns the peak memory of a process in MB; 0 if it has ended. */
function peak(pid: number | 'self'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function children(): number[] {
  try {
    const text = readFileSync('/proc/self/task/self/children', 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

const { METER_FILE: file } = process.env;
if (file !== undefined) {
  // Its children end before it does, so they are polled.
  const look = () => {
    proxy = Math.max(proxy, ...children().map(peak));
  };
  setInterval(look, 250).unref();
  process.on('exit', () => {
    look();
    const meter: Meter = { calls, watches, own: peak('self'), proxy, seconds: performance.now() / 1000 };
    writeFileSync(file, JSON.stringify(meter));
  });
}
