import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { tagOf } from '../../src/registry/referrers.ts';
import { putImage, type Store, startStore, types } from './store.ts';

/** Six concurrent writers of one list, where the registry keeps none itself and each request takes its time. */

let store: Store;
let subject: Digest;
beforeEach(async () => {
  store = await startStore();
  subject = putImage(store, 'shop', 'amd64', 'own').digest;
});
afterEach(() => store.close());

/** A separate process, ten times as fast. */
const process = () =>
  new RegistryClient({ credentials: async () => undefined, sleep: milliseconds => after(milliseconds / 10) });
const attach = (client: RegistryClient, text: string) =>
  client.attach(`${store.host}/shop`, subject, {
    artifactType: 'application/vnd.example.note',
    content: Buffer.from(text),
    annotations: { text },
  });
const listed = async () =>
  (await process().referrers(`${store.host}/shop`, subject)).map(({ annotations }) => annotations.text);
const names = ['one', 'two', 'three', 'four', 'five', 'six'];
const under = (tag: string) => store.manifests.get(`shop:${tag}`);

/** Delays requests and answers up to so many ms each, so that stale reads are written over the writes of others. */
function slowly(most: number): void {
  const waited = new WeakSet<object>();
  store.intercept = (request, answer, body) => {
    if (waited.has(request)) return false;
    waited.add(request);
    void after(Math.random() * most).then(() => store.serve(request, answer, body));
    return true;
  };
}

describe('six attestations at once', () => {
  it.each([1, 2, 3, 4, 5])('of six processes are all kept, time %i', async () => {
    slowly(12);
    await Promise.all(names.map(name => attach(process(), name)));
    expect((await listed()).sort()).toEqual([...names].sort());
  });

  it('of one process are all kept, one after the other', async () => {
    slowly(12);
    const one = process();
    await Promise.all(names.map(name => attach(one, name)));
    expect((await listed()).sort()).toEqual([...names].sort());
    const writes = store.seen.filter(line => line === `PUT /v2/shop/manifests/${tagOf(subject)}`);
    expect(writes).toHaveLength(6);
  });
});

describe('a tag with several writers', () => {
  it('keeps an entry that another client wrote between our read and our write, although it no longer checks', async () => {
    const other = putImage(store, 'shop', 'amd64', 'other');
    const theirs = { ...other, artifactType: 'application/vnd.example.other' };
    const alone = (manifests: object[]) => {
      const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: types.index, manifests }));
      store.manifests.set(`shop:${tagOf(subject)}`, { type: types.index, body });
    };
    let reads = 0;
    store.intercept = request => {
      if (request.method !== 'GET' || !request.url?.endsWith(tagOf(subject))) return false;
      reads += 1;
      // Their write has arrived; then a client that read before it overwrites it, and ours with it.
      if (reads === 1) alone([theirs]);
      if (reads === 2) alone([]);
      return false;
    };
    await attach(process(), 'ours');
    const { manifests } = JSON.parse(under(tagOf(subject))!.body.toString());
    expect(manifests).toHaveLength(2);
    expect(manifests).toContainEqual(theirs);
  });

  it('does not restore a deleted entry', async () => {
    const gone = { mediaType: types.image, digest: digestOf(Buffer.from('gone')), size: 4 };
    store.manifest('shop', { schemaVersion: 2, mediaType: types.index, manifests: [] }, tagOf(subject));
    const before = Buffer.from(JSON.stringify({ mediaType: types.index, manifests: [gone] }));
    let reads = 0;
    store.intercept = request => {
      if (request.method !== 'GET' || !request.url?.endsWith(tagOf(subject))) return false;
      reads += 1;
      const empty = Buffer.from(JSON.stringify({ mediaType: types.index, manifests: [] }));
      if (reads <= 2)
        store.manifests.set(`shop:${tagOf(subject)}`, {
          type: types.index,
          body: reads === 1 ? before : empty,
        });
      return false;
    };
    await attach(process(), 'ours');
    const { manifests } = JSON.parse(under(tagOf(subject))!.body.toString());
    expect(manifests.map(({ annotations }: { annotations: { text: string } }) => annotations.text)).toEqual([
      'ours',
    ]);
  });

  it('is neither written nor waited for when it has all entries', async () => {
    await attach(process(), 'one');
    store.seen.length = 0;
    const sleeps: number[] = [];
    const quick = new RegistryClient({
      credentials: async () => undefined,
      sleep: async milliseconds => void sleeps.push(milliseconds),
    });
    await quick.list(`${store.host}/shop`, subject, await process().referrers(`${store.host}/shop`, subject));
    expect(store.seen.filter(line => line.startsWith('PUT'))).toEqual([]);
    expect(sleeps).toEqual([]);
  });
});
