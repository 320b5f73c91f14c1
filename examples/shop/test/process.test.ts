import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type ClientRequest, get, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const main = join(import.meta.dirname, '../src/main.ts');
const running: ChildProcess[] = [];
/** Concurrent, because the tests mostly wait, and none measures the speed of this machine. */
const together = { concurrency: true, timeout: 120_000 };

after(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

type Entry = { message: string; time: string; port?: number };

/** Starts the shop as a separate process, with coverage. */
function start(env: Record<string, string> = {}) {
  const { NODE_V8_COVERAGE } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { PORT: '0', ...(NODE_V8_COVERAGE === undefined ? {} : { NODE_V8_COVERAGE }), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let errors = '';
  child.stderr.on('data', text => {
    errors += text;
  });
  const entries: Entry[] = [];
  const lines = createInterface(child.stdout).on('line', line => entries.push(JSON.parse(line)));
  const exited = once(child, 'close').then(([code]) => code as number | null);
  /** Resolves with the log entry of this message, past or future. */
  const said = async (message: string): Promise<Entry> => {
    for (;;) {
      const found = entries.find(entry => entry.message === message);
      if (found) return found;
      const ended = await Promise.race([once(lines, 'line').then(() => false), exited.then(() => true)]);
      if (ended) throw new Error(`the shop ended without saying "${message}": ${errors}`);
    }
  };
  return {
    child,
    exited,
    said,
    errors: () => errors,
    port: async () => (await said('listening')).port!,
    /** Milliseconds between two log entries, by the clock of the shop. */
    between: async (first: string, last: string) =>
      Date.parse((await said(last)).time) - Date.parse((await said(first)).time),
  };
}

type Reply = { status: number | undefined; close: boolean };

function ask(port: number, path: string, agent: Agent): Promise<Reply> {
  return replyOf(get({ host: '127.0.0.1', port, path, agent }));
}

function replyOf(asked: ClientRequest): Promise<Reply> {
  return new Promise((resolve, reject) => {
    asked.on('error', reject);
    asked.on('response', (response: IncomingMessage) => {
      response.resume();
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, close: response.headers.connection === 'close' }),
      );
    });
  });
}

/** Sends requests on new connections until one is refused. @returns the responses. */
async function untilRefused(port: number, path: string, onReply = (_: Reply) => {}): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (;;) {
    const agent = new Agent({ keepAlive: true });
    try {
      const reply = await ask(port, path, agent);
      replies.push(reply);
      onReply(reply);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ECONNREFUSED') return replies;
      // The connection was in the queue of the socket when that was closed.
      if (code !== 'ECONNRESET') throw error;
    } finally {
      agent.destroy();
    }
    await sleep(5);
  }
}

describe('the process', together, () => {
  describe('SIGTERM', together, () => {
    it('under load: every request is answered, clients are asked to close, and the process exits with 0', async () => {
      const shop = start({ FAULT_LATENCY_MS: '40' });
      const port = await shop.port();
      const answers: Reply[] = [];
      const failures: unknown[] = [];
      const busy = Promise.withResolvers<void>();
      // Each client uses one connection until the shop asks to close it, like a proxy.
      const client = async () => {
        const agent = new Agent({ keepAlive: true, maxSockets: 1 });
        try {
          for (let told = false; !told; ) {
            const reply = await ask(port, '/api/products', agent);
            if (answers.push(reply) > 20) busy.resolve();
            told = reply.close;
          }
        } catch (error) {
          failures.push(error);
          busy.resolve();
        } finally {
          agent.destroy();
        }
      };
      const clients = Array.from({ length: 20 }, client);
      await busy.promise;
      const before = answers.length;
      shop.child.kill('SIGTERM');
      await Promise.all(clients);

      assert.equal(await shop.exited, 0);
      // No connection was cut, which happens after 8 s.
      assert.ok((await shop.between('draining', 'stopped')) < 7_000);
      assert.deepEqual(failures, []);
      assert.ok(answers.length > before);
      assert.deepEqual(new Set(answers.map(reply => reply.status)), new Set([200]));
      assert.equal(answers.filter(reply => reply.close).length, 20);
    });

    it('turns readiness off while still serving, then finishes an open slow request', async () => {
      const shop = start();
      const port = await shop.port();
      const agent = new Agent({ keepAlive: true });
      // It stays open until the rest of its body is sent.
      const order = request({ host: '127.0.0.1', port, path: '/api/orders', method: 'POST', agent });
      const slow = replyOf(order);
      order.write('{"product": ');
      const ready = Promise.withResolvers<void>();
      const asking = untilRefused(port, '/ready', () => ready.resolve());
      const living = untilRefused(port, '/live');
      await ready.promise;
      shop.child.kill('SIGTERM');
      const replies = await asking;
      const off = replies.findIndex(reply => reply.status === 503);
      assert.ok(off > 0, `/ready was never 503 in ${replies.length} answers`);
      for (const reply of replies.slice(0, off)) assert.deepEqual(reply, { status: 200, close: false });
      for (const reply of replies.slice(off)) assert.deepEqual(reply, { status: 503, close: true });
      const alive = await living;
      assert.ok(alive.some(reply => reply.close));
      for (const reply of alive) assert.equal(reply.status, 200);
      order.end('"rope"}');
      assert.deepEqual(await slow, { status: 201, close: true });
      assert.equal(await shop.exited, 0);
    });

    it('closes idle connections, and cuts open ones after the timeout', async () => {
      const shop = start({ SHUTDOWN_DELAY_MS: '100', SHUTDOWN_TIMEOUT_MS: '300' });
      const port = await shop.port();
      await ask(port, '/live', new Agent({ keepAlive: true }));
      const silent = connect(port, '127.0.0.1'); // has never sent a byte
      silent.on('error', () => {});
      await once(silent, 'connect');
      shop.child.kill('SIGTERM');
      shop.child.kill('SIGTERM');
      assert.equal(await shop.exited, 0);
      const took = await shop.between('draining', 'stopped');
      // Timers start before the log entry.
      assert.ok(took > 350 && took < 5_000, `${took} ms`);
    });

    it('ends event streams at once with a last event', async () => {
      // Longer than usual, so that a busy machine has time for a request after the end of the stream.
      const shop = start({ SHUTDOWN_DELAY_MS: '1500' });
      const port = await shop.port();
      const answer = await fetch(`http://127.0.0.1:${port}/events`);
      shop.child.kill('SIGTERM');
      assert.match(await answer.text(), /^retry: 250\nevent: hello\n.*event: bye\ndata: \{\}\n\n$/s);
      assert.deepEqual(await ask(port, '/live', new Agent()), { status: 200, close: true });
      assert.equal(await shop.exited, 0);
      assert.ok((await shop.between('draining', 'stopped')) < 7_000);
    });

    it('ends a start that is not finished', async () => {
      const shop = start({ FAULT_SLOW_START: '60' });
      await shop.said('starting');
      shop.child.kill('SIGTERM');
      assert.equal(await shop.exited, 0);
      assert.equal(shop.errors(), '');
    });
  });

  describe('the start', together, () => {
    it('fails with a message for each invalid setting', async () => {
      const { exited, errors } = start({ FAULT_ERROR_RATE: '7', FAULT_NONSENSE: '1' });
      assert.equal(await exited, 2);
      assert.match(
        errors(),
        /^shop: FAULT_NONSENSE is not a fault.*\nshop: FAULT_ERROR_RATE must be a number.*\n$/,
      );
    });

    it('fails if its port is in use', async () => {
      const { port } = start();
      const { exited, errors } = start({ PORT: String(await port()) });
      assert.equal(await exited, 1);
      assert.match(errors(), /EADDRINUSE/);
    });

    it('is slow with FAULT_SLOW_START', async () => {
      const shop = start({ FAULT_SLOW_START: '0.5' });
      // Without the fault it takes a few milliseconds. The log and the timer use different clocks.
      assert.ok((await shop.between('starting', 'listening')) > 450);
    });
  });

  describe('a fault of the process', together, () => {
    it('crashes it after its time', async () => {
      const { exited, errors } = start({ FAULT_CRASH_AFTER: '0.3' });
      assert.equal(await exited, 1);
      assert.match(errors(), /FAULT_CRASH_AFTER/);
    });

    it('makes its memory grow', async () => {
      const port = await start({ FAULT_MEMORY_HOG: '100' }).port();
      const resident = async () => {
        const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
        return Number(/^process_resident_memory_bytes (\d+)$/m.exec(page)![1]) / 1e6;
      };
      await resident(); // the first answer takes memory of its own
      const began = performance.now();
      const before = await resident();
      while ((await resident()) < before + 50) await sleep(50);
      // At 100 MB per second this takes half a second; a busy machine may take longer, but it is never twice as fast.
      assert.ok(performance.now() - began > 250);
    });
  });
});
