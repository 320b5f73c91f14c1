import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { behaviours, type FailingApi, type Failure, failing, serveFailing, whileMs } from './failing-api.ts';

const once: Failure = { behaviour: '503', lasts: 'once', carriedOut: false };
const path = '/api/v1/namespaces/a/configmaps';
const lease = (holder: string) => ({
  method: 'PUT',
  path: '/apis/coordination.k8s.io/v1/namespaces/a/leases/slipway-shop',
  body: JSON.stringify({ metadata: { name: 'slipway-shop' }, spec: { holderIdentity: holder } }),
});

describe('the failing writes', () => {
  const writes = (lasts: Failure['lasts'], times: readonly number[]) => {
    let now = 0;
    const fails = failing({ lasts }, 2, () => now);
    return times.map(at => {
      now = at;
      return fails({ method: 'POST', path, body: '' });
    });
  };

  it('are one, all for a while, or all from then on', () => {
    const times = [0, 1, 2, whileMs, whileMs + 2];
    expect(writes('once', times)).toEqual([false, true, false, false, false]);
    expect(writes('while', times)).toEqual([false, true, true, true, false]);
    expect(writes('end', times)).toEqual([false, true, true, true, true]);
  });

  it('are counted without reads and heartbeats, but later heartbeats also fail', () => {
    const fails = failing({ lasts: 'end' }, 2, () => 0);
    const question = { method: 'GET', path, body: '' };
    expect([lease('ada'), lease('ada'), question].map(fails)).toEqual([false, false, false]);
    expect([{ ...question, method: 'POST' }, lease('ada'), question].map(fails)).toEqual([true, true, false]);
  });
});

describe('a failing API server', () => {
  let folder: string;
  let upstream: Server;
  let received: string[];
  const open: FailingApi[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'f-'));
    received = [];
    upstream = createServer((incoming, answer) => {
      received.push(`${incoming.method} ${incoming.url} ${incoming.headers.host}`);
      // A watch responds before its first event.
      answer.writeHead(201, { 'x-own': 'yes' }).flushHeaders();
      if (!incoming.url?.includes('watch')) incoming.resume().once('end', () => answer.end('{}'));
    });
    await new Promise<void>(done => upstream.listen(join(folder, 's'), done));
  });
  afterEach(async () => {
    for (const api of open.splice(0)) await api.close();
    upstream.closeAllConnections();
    await new Promise(done => upstream.close(done));
    await rm(folder, { recursive: true });
  });

  async function serve(failure: Failure) {
    const api = await serveFailing(failure, 1, join(folder, 's'));
    open.push(api);
    const write = (signal?: AbortSignal) =>
      fetch(`${api.address}${path}`, { method: 'POST', body: '{}', ...(signal && { signal }) });
    return { api, write };
  }

  it('forwards requests that do not fail, including a watch without events', async () => {
    const { api, write } = await serve(once);
    expect((await write()).status).toBe(503);
    const passed = await write();
    expect([passed.status, passed.headers.get('x-own'), await passed.text()]).toEqual([201, 'yes', '{}']);
    const watch = await fetch(`${api.address}${path}?watch=1`);
    expect(watch.status).toBe(201);
    await watch.body?.cancel();
    expect(received).toEqual([`POST ${path} localhost`, `GET ${path}?watch=1 localhost`]);
    expect(api.failed()).toEqual(['POST configmaps']);
  });

  it.each(behaviours.filter(each => Number(each) > 0))('answers %s like an API server', async behaviour => {
    const { write } = await serve({ ...once, behaviour });
    const answer = await write();
    expect(answer.status).toBe(Number(behaviour));
    expect(await answer.json()).toMatchObject({ kind: 'Status', code: Number(behaviour) });
    expect(answer.headers.get('audit-id')).not.toBeNull();
    expect(received).toEqual([]);
  });

  it.each(['reset', 'hang'] as const)(
    'sends no response with %s, whether or not the write is carried out',
    async behaviour => {
      for (const carriedOut of [false, true]) {
        received = [];
        const { api, write } = await serve({ ...once, behaviour, carriedOut });
        const impatient = new AbortController();
        const writing = write(impatient.signal).then(
          () => 'a response',
          () => 'none',
        );
        await vi.waitFor(() => expect(api.failed()).toHaveLength(1), 30_000);
        if (carriedOut) await vi.waitFor(() => expect(received).toHaveLength(1), 30_000);
        if (behaviour === 'hang') impatient.abort();
        expect(await writing).toBe('none');
        expect(received).toHaveLength(carriedOut ? 1 : 0);
      }
    },
  );
});
