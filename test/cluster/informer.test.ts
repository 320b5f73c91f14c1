import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startInformer } from '../../src/cluster/informer.ts';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { answer, fakeCluster } from './api-server.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0)) await end();
});

const at = (uid: string, resourceVersion: string, value: number) => ({
  metadata: { uid, resourceVersion },
  value,
});
const named = (uid: string, value = 1) => ({ metadata: { uid }, value });
type Named = KubeObject & { value?: number };

/** A collection that a test changes: lists answer `items`, `watches` are the open streams. */
const collection = (...initial: Named[]) => listedEvery(100, ...initial);

/** @param shortest minimum ms from one list to the next. */
async function listedEvery(shortest: number, ...initial: Named[]) {
  const state = {
    items: initial,
    watches: [] as ServerResponse[],
    refuse: 0,
    lists: 0,
    /** Gets the next list, which the test answers. */
    held: undefined as PromiseWithResolvers<ServerResponse> | undefined,
  };
  const fake = await fakeCluster(({ path, query }, response) => {
    if (path === '/version') return answer(response, {});
    if (state.refuse > 0) return answer(response, 'Expired', state.refuse);
    if (query.watch === undefined) {
      state.lists += 1;
      if (state.held !== undefined) return state.held.resolve(response);
      return answer(response, { items: state.items, metadata: { resourceVersion: String(state.lists) } });
    }
    response.writeHead(200).flushHeaders();
    state.watches.push(response);
  });
  const stop = new AbortController();
  ends.push(async () => {
    stop.abort();
    await fake.close();
  });
  const changed = vi.fn();
  const query = { labelSelector: 'a=b' };
  const copy = await startInformer<Named>(fake.cluster, '/things', query, stop.signal, changed, shortest);
  const values = () => Object.fromEntries(copy.items().map(each => [each.metadata?.uid, each.value]));
  const watching = (number: number) =>
    vi.waitFor(() => expect(state.watches.length).toBe(number), { timeout: 30_000 });
  const send = (type: string, object: unknown) =>
    state.watches.at(-1)?.write(`${JSON.stringify({ type, object })}\n`);
  return { ...fake, state, stop, changed, copy, values, watching, send };
}

describe('a mirror', () => {
  it('has the listed objects, and follows later changes', async () => {
    const { values, watching, send, received, changed } = await collection(named('a'), named('b'));
    expect(values()).toEqual({ a: 1, b: 1 });
    await watching(1);
    expect(received.at(-1)?.query).toEqual({ labelSelector: 'a=b', resourceVersion: '1', watch: '1' });
    send('MODIFIED', named('a', 2));
    send('DELETED', named('b'));
    send('ADDED', named('c', 3));
    send('BOOKMARK', { metadata: { resourceVersion: '9' } });
    await vi.waitFor(() => expect(values()).toEqual({ a: 2, c: 3 }), 30_000);
    expect(changed).toHaveBeenCalledTimes(4);
  });

  it('lists again when a watch ends, because changes may have been missed', async () => {
    const { state, values, watching } = await collection(named('a'));
    await watching(1);
    state.items = [named('b', 7)];
    state.watches[0]?.end();
    await watching(2);
    expect(values()).toEqual({ b: 7 });
  });

  it('lists again when a watch breaks within a line', async () => {
    const { state, values, watching, copy } = await collection(named('a'));
    await watching(1);
    state.items = [named('b', 7)];
    state.watches[0]?.write('{"type":"ADD');
    state.watches[0]?.socket?.destroy();
    await watching(2);
    expect(values()).toEqual({ b: 7 });
    expect(copy.staleSince()).toBeUndefined();
  });

  it('lists again when its version is too old for the server (410 in the stream)', async () => {
    const { state, values, watching, send } = await collection(named('a'));
    await watching(1);
    state.items = [named('b', 7)];
    send('ERROR', { kind: 'Status', code: 410, reason: 'Expired' });
    await watching(2);
    expect(values()).toEqual({ b: 7 });
  });

  it('limits the rate of lists where each watch ends at once', async () => {
    const shortest = 100;
    const { state } = await listedEvery(shortest, named('a'));
    const began = performance.now();
    const ending = setInterval(() => state.watches.at(-1)?.end(), 5);
    await vi.waitFor(() => expect(state.lists).toBeGreaterThan(3), { timeout: 30_000 });
    clearInterval(ending);
    expect(performance.now() - began).toBeGreaterThan(2 * shortest);
  });

  it('lists again at once when a longer watch ends', async () => {
    // Longer than the timeout of this test, so that a test that waits for it fails.
    const shortest = 120_000;
    vi.useFakeTimers({ toFake: ['performance'] });
    const { state, watching } = await listedEvery(shortest, named('a'));
    await watching(1);
    vi.advanceTimersByTime(shortest + 1);
    state.watches[0]?.end();
    await watching(2);
  });

  it('keeps its copy while the server is unavailable, says since when, and recovers', async () => {
    const { state, values, watching, copy } = await collection(named('a'));
    await watching(1);
    state.refuse = 410;
    state.watches[0]?.end();
    await vi.waitFor(() => expect(copy.staleSince()).toBeTypeOf('number'), 30_000);
    expect(values()).toEqual({ a: 1 });
    state.items = [named('b', 7)];
    state.refuse = 0;
    await watching(2);
    expect(values()).toEqual({ b: 7 });
    expect(copy.staleSince()).toBeUndefined();
  });

  it('says that it is stale when the list after a watch is not answered for five seconds', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { state, watching, copy } = await listedEvery(0, named('a'));
    await watching(1);
    state.held = Promise.withResolvers<ServerResponse>();
    state.watches[0]?.end();
    const list = await state.held.promise;
    const ended = performance.now();
    expect(copy.staleSince()).toBeUndefined();
    vi.advanceTimersByTime(5000);
    expect(copy.staleSince()).toBeUndefined();
    vi.advanceTimersByTime(1);
    expect(copy.staleSince()).toBe(ended);
    answer(list, { items: [named('b', 7)], metadata: { resourceVersion: '2' } });
    await watching(2);
    expect(copy.staleSince()).toBeUndefined();
  });

  it('keeps the responses to writes that a list on its way does not have', async () => {
    const before = [at('changed', '5', 1), at('dropped', '6', 1), at('deleted', '7', 1)];
    const { state, watching, copy, values } = await listedEvery(0, ...before);
    await watching(1);
    state.held = Promise.withResolvers<ServerResponse>();
    state.watches[0]?.end();
    const list = await state.held.promise;
    copy.put(at('changed', '20', 2));
    copy.put(at('created', '21', 3));
    copy.drop('dropped');
    const items = [...before.slice(0, 2), at('other', '9', 4)];
    answer(list, { items, metadata: { resourceVersion: '10' } });
    await watching(2);
    expect(values()).toEqual({ changed: 2, created: 3, other: 4 });
  });

  it('takes back an object that left its selector, but no older copy of it, and none that was dropped', async () => {
    const { state, watching, copy, values, send } = await listedEvery(0, at('a', '5', 1), at('b', '6', 1));
    await watching(1);
    send('DELETED', at('a', '7', 1));
    send('MODIFIED', at('b', '8', 2));
    await vi.waitFor(() => expect(values()).toEqual({ b: 2 }), 30_000);
    copy.put(at('a', '5', 1));
    expect(values()).toEqual({ b: 2 });
    send('ADDED', at('a', '9', 3));
    await vi.waitFor(() => expect(values()).toEqual({ a: 3, b: 2 }), 30_000);
    copy.drop('b');
    send('DELETED', at('a', '10', 3));
    await vi.waitFor(() => expect(values()).toEqual({}), 30_000);
    state.items = [at('a', '11', 4), at('b', '12', 3)];
    state.watches[0]?.end();
    await watching(2);
    expect(values()).toEqual({ a: 4 });
  });

  it('sends no requests after it was stopped', async () => {
    const { state, watching, stop, received } = await collection(named('a'));
    await watching(1);
    stop.abort();
    const { length } = received;
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(received).toHaveLength(length);
    expect(state.lists).toBe(1);
  });

  it('fails at the start when the first list does', async () => {
    const { cluster, close } = await fakeCluster(({ path }, response) =>
      path === '/version' ? answer(response, {}) : answer(response, 'Forbidden', 403),
    );
    ends.push(close);
    const started = startInformer(cluster, '/things', {}, new AbortController().signal, () => {});
    await expect(started).rejects.toMatchObject({ status: 403 });
  });
});
