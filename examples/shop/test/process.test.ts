import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../src/main.ts');
const running: ChildProcess[] = [];

afterAll(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Starts the shop as its own process. The tests run side by side, as most of their time is waiting. */
function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main], {
    env: { PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let errors = '';
  child.stderr.on('data', text => {
    errors += text;
  });
  const port = Promise.withResolvers<number>();
  createInterface(child.stdout).on('line', line => {
    const entry = JSON.parse(line);
    if (entry.message === 'listening') port.resolve(entry.port);
  });
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return { child, port: port.promise, exited, errors: () => errors };
}

type Reply = { status: number | undefined; close: boolean };

function ask(port: number, path: string, agent: Agent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path, agent }, (response: IncomingMessage) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, close: response.headers.connection === 'close' }),
      );
    });
    request.on('error', reject);
  });
}

describe.concurrent('SIGTERM', { timeout: 20_000 }, () => {
  it('under load: every request is answered, clients are told to leave, and the process ends with 0', async () => {
    const { child, port: listening, exited } = start({ FAULT_LATENCY_MS: '40' });
    const port = await listening;
    const answers: Reply[] = [];
    const failures: unknown[] = [];
    // Clients that use one kept connection each until the shop asks them to leave, as a proxy does.
    const client = async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      try {
        for (let told = false; !told; ) {
          const reply = await ask(port, '/api/products', agent);
          answers.push(reply);
          told = reply.close;
        }
      } catch (error) {
        failures.push(error);
      } finally {
        agent.destroy();
      }
    };
    const clients = Array.from({ length: 20 }, client);
    while (answers.length <= 20) await sleep(20);
    const before = answers.length;
    const signalled = performance.now();
    child.kill('SIGTERM');
    await Promise.all(clients);

    expect(await exited).toBe(0);
    expect(performance.now() - signalled).toBeLessThan(10_000);
    expect(failures).toEqual([]);
    expect(answers.length).toBeGreaterThan(before);
    expect(new Set(answers.map(reply => reply.status))).toEqual(new Set([200]));
    expect(answers.filter(reply => reply.close)).toHaveLength(20);
  });

  it('turns readiness off while still serving, then finishes a slow request that is under way', async () => {
    const { child, port: listening, exited } = start({ FAULT_LATENCY_MS: '2500' });
    const port = await listening;
    const agent = new Agent();
    const slow = ask(port, '/api/products', agent);
    await sleep(100);
    child.kill('SIGTERM');
    await sleep(200);
    expect(await ask(port, '/ready', agent)).toEqual({ status: 503, close: true });
    expect((await ask(port, '/live', agent)).status).toBe(200);
    await sleep(1_200);
    await expect(ask(port, '/live', agent)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(await slow).toEqual({ status: 200, close: true });
    expect(await exited).toBe(0);
  });

  it('closes idle connections and waits for nobody longer than 10 s', { timeout: 15_000 }, async () => {
    const { child, port: listening, exited } = start();
    const port = await listening;
    await ask(port, '/live', new Agent({ keepAlive: true }));
    const silent = connect(port, '127.0.0.1'); // has never sent a byte
    silent.on('error', () => {});
    await once(silent, 'connect');
    const signalled = performance.now();
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(performance.now() - signalled).toBeLessThan(10_000);
  });

  it('ends streams of events at once and with their last event', async () => {
    const { child, port: listening, exited } = start();
    const answer = await fetch(`http://127.0.0.1:${await listening}/events`);
    const signalled = performance.now();
    child.kill('SIGTERM');
    expect(await answer.text()).toMatch(/^retry: 250\nevent: hello\n.*event: bye\ndata: \{\}\n\n$/s);
    expect(performance.now() - signalled).toBeLessThan(900);
    expect(await exited).toBe(0);
    expect(performance.now() - signalled).toBeLessThan(3_000);
  });

  it('ends a start that is still under way', async () => {
    const { child, exited, errors } = start({ FAULT_SLOW_START: '60' });
    // Until it has its handlers; nothing tells when, and a busy machine takes its time.
    await sleep(3_000);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    expect(errors()).toBe('');
  });
});

describe.concurrent('the start', () => {
  it('fails with a sentence for each wrong setting', async () => {
    const { exited, errors } = start({ FAULT_ERROR_RATE: '7', FAULT_NONSENSE: '1' });
    expect(await exited).toBe(2);
    expect(errors()).toMatch(
      /^shop: FAULT_NONSENSE is not a fault.*\nshop: FAULT_ERROR_RATE must be a number.*\n$/,
    );
  });

  it('fails when its port is taken', async () => {
    const { port } = start();
    const { exited, errors } = start({ PORT: String(await port) });
    expect(await exited).toBe(1);
    expect(errors()).toContain('EADDRINUSE');
  });

  it('is slow when told so', async () => {
    const began = performance.now();
    await start({ FAULT_SLOW_START: '1.5' }).port;
    expect(performance.now() - began).toBeGreaterThan(1_500);
  });
});

describe.concurrent('a fault of the process', () => {
  it('crashes it after its time', async () => {
    const { exited, errors } = start({ FAULT_CRASH_AFTER: '0.3' });
    expect(await exited).toBe(1);
    expect(errors()).toContain('FAULT_CRASH_AFTER');
  });

  it('makes its memory grow', async () => {
    const { port: listening } = start({ FAULT_MEMORY_HOG: '50' });
    const port = await listening;
    const resident = async () => {
      const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\d+)$/m.exec(page)![1]) / 1e6;
    };
    const before = await resident();
    await sleep(1_000);
    const growth = (await resident()) - before;
    expect(growth).toBeGreaterThan(25);
    expect(growth).toBeLessThan(100);
  });
});
