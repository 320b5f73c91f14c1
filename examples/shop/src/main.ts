import type { AddressInfo } from 'node:net';
import { createShop } from './server.ts';
import { parseSettings, type Settings, SettingsError } from './settings.ts';

const settings = readSettings();
const { server, drain } = createShop(settings);
let stopping = false;

causeFaults(settings);
// PID 1 has no default signal handlers, so without these a signal would be ignored until SIGKILL.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
log('starting', { version: settings.version });
setTimeout(listen, settings.faults.slowStart * 1000);

function readSettings(): Settings {
  try {
    return parseSettings(process.env);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    for (const problem of error.message.split('\n')) console.error(`shop: ${problem}`);
    process.exit(2);
  }
}

function listen(): void {
  server.listen(settings.port, () => {
    log('listening', { port: (server.address() as AddressInfo).port, version: settings.version });
  });
}

async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  if (server.listening) {
    log('draining', { signal });
    await drain();
  }
  log('stopped', {});
  process.exit(0);
}

function causeFaults({ faults }: Settings): void {
  if (faults.crashAfter !== undefined) {
    setTimeout(() => {
      console.error('shop: FAULT_CRASH_AFTER');
      process.exit(1);
    }, faults.crashAfter * 1000);
  }
  if (faults.memoryHog > 0) {
    const kept: Buffer[] = [];
    const lose = () => kept.push(Buffer.alloc(Math.ceil(faults.memoryHog * 100_000), 1));
    // Filled, because unwritten pages do not count against the memory limit.
    setTimeout(() => setInterval(lose, 100), faults.after * 1000);
  }
}

function log(message: string, fields: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ time: new Date().toISOString(), level: 'info', message, ...fields }));
}
