import { join } from 'node:path';
import { call } from '../../../lab/bucket.ts';
import { documentSigner } from '../../../src/actions/documents.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { documentOf } from '../../../src/recovery/sets.ts';
import type { Place } from './place.ts';

/** What running seeds do to the lab. Each returns what takes it back. */

export type Undo = () => Promise<unknown>;
export type Cause = (place: Place) => Promise<Undo>;

/** Changes a text of slipway.yml, or of another file. */
export const configured =
  (from: string | RegExp, to: string, file = 'slipway.yml') =>
  (place: Place): Promise<Undo> =>
    place.edit(file, text => text.replace(from, () => to));

/** Several causes at once; they are taken back in the opposite order. */
export const together =
  (...causes: ((place: Place) => Promise<Undo>)[]) =>
  async (place: Place): Promise<Undo> => {
    const undos: Undo[] = [];
    for (const cause of causes) undos.unshift(await cause(place));
    return async () => {
      for (const undo of undos) await undo();
    };
  };

/** Deletes objects, and creates them again as they were. @param names as `kubectl get` takes them. */
export const deleted =
  (...names: string[]) =>
  async ({ kubectl: own }: Place): Promise<Undo> => {
    const text = await own(['get', ...names, '-o', 'json']);
    await own(['delete', ...names]);
    return () => own(['create', '-f', '-'], withoutIdentity(text));
  };

/** The API server gives an object a new one. */
function withoutIdentity(text: string): string {
  const read = JSON.parse(text) as { items?: { metadata: object }[]; metadata: object };
  for (const { metadata } of read.items ?? [read])
    for (const key of ['uid', 'resourceVersion', 'creationTimestamp', 'managedFields'])
      Reflect.deleteProperty(metadata, key);
  return JSON.stringify(read);
}

/** Applies an object, and deletes it. */
export const applied =
  (object: { kind: string; metadata: { name: string; labels?: object } } & Record<string, unknown>) =>
  async ({ kubectl: own }: Place): Promise<Undo> => {
    await own(['apply', '-f', '-'], JSON.stringify(object));
    return () => own(['delete', object.kind, object.metadata.name, '--ignore-not-found']);
  };

/** Runs SQL in the application's database, and what takes it back. */
export const inDatabase =
  (statement: string, back: string) =>
  async ({ database }: Place): Promise<Undo> => {
    await database.sql(statement, undefined, 'shop');
    return () => database.sql(back, undefined, 'shop');
  };

/** The manifest of a backup set, as far as seeds change it. */
export interface LooseSet {
  at: number;
  images: string[];
  clusterObjects: Record<string, number>;
  databases: { backups: { label: string }[] }[];
}

/** Changes the newest set in both stores, and signs it as `backup` does. Of a locked object there is a newer version then. */
export const changedSet =
  (change: (set: LooseSet) => void) =>
  async (place: Place): Promise<Undo> => {
    const { lab, database } = place;
    const undos: Undo[] = [];
    for (const store of ['near', 'far'] as const) {
      const bucket = database.buckets[store];
      const caller = { lab, store, keys: bucket };
      const listed = await call(caller, 'GET', `/${bucket.name}`, {
        query: 'list-type=2&prefix=slipway%2Fshop%2Fproduction%2F',
      });
      const paths = [...listed.matchAll(/<Key>([^<]+\/manifest\.json)<\/Key>/g)].map(([, key = '']) => key);
      const path = `/${bucket.name}/${paths.sort().at(-1)}`;
      const read = (of: string) => call(caller, 'GET', of);
      const [before, signature] = [await read(path), await read(bundleOf(path))];
      const write = async (manifest: string, bundle: string) => {
        await call(caller, 'PUT', bundleOf(path), {}, bundle);
        await call(caller, 'PUT', path, {}, manifest);
      };
      const set = JSON.parse(before) as LooseSet;
      change(set);
      const changed = JSON.stringify(set);
      await write(changed, await signatureOf(place, path.split('/').at(-2) ?? '', changed));
      undos.push(() => write(before, signature));
    }
    return async () => {
      for (const undo of undos) await undo();
    };
  };

const bundleOf = (manifest: string) => `${manifest}.sigstore.json`;

/** Signs the manifest of a set with the key of `signing`. */
async function signatureOf({ dir, variables }: Place, id: string, manifest: string): Promise<string> {
  const path = join(dir, 'slipway.yml');
  const host = { env: { ...process.env, ...variables }, report: () => undefined };
  const { signal } = new AbortController();
  const sign = documentSigner({ config: await loadConfig(path), path, host, signal });
  const content = new TextEncoder().encode(manifest);
  const bundle = await sign(documentOf({ app: 'shop', environment: 'production' }, { id, content }));
  if (bundle === undefined) throw new Error(`${path} signs nothing`);
  return bundle;
}

/** The stores of backups are empty: Slipway keeps its sets and the records of drills under another prefix. */
export const emptyStores = (place: Place): Promise<Undo> =>
  place.edit('slipway.yml', text =>
    text.replaceAll('/slipway"', `/empty-${Date.now()}"`).replaceAll('/slipway,', `/empty-${Date.now()},`),
  );

/** What a sink of the lab answers from now on. */
export async function behaving(path: string, behavior: object): Promise<Undo> {
  const sinks = process.env.SLIPWAY_SINKS ?? '';
  await fetch(`${sinks}/behavior/${path}`, { method: 'PUT', body: JSON.stringify(behavior) });
  return () => fetch(`${sinks}/behavior`, { method: 'DELETE' });
}

/** Loses the log lines of the namespace on their way. */
export async function unshipped({ namespace }: Place): Promise<Undo> {
  const at = `${process.env.SLIPWAY_SHIPPER ?? ''}/drop/${namespace}`;
  await fetch(at, { method: 'PUT' });
  return () => fetch(at, { method: 'DELETE' });
}

/** Changes an entry of the audit chain in the near store. */
export async function changedChain({ lab, database }: Place): Promise<Undo> {
  const { near } = database.buckets;
  const caller = { lab, store: 'near', keys: near } as const;
  const listed = await call(caller, 'GET', `/${near.name}`, {
    query: 'list-type=2&prefix=slipway%2Fshop%2Fproduction%2Faudit%2F',
  });
  const [, key = ''] = /<Key>([^<]+\.jsonl)<\/Key>/.exec(listed) ?? [];
  const path = `/${near.name}/${key}`;
  const before = await call(caller, 'GET', path);
  const changed = before.replace(/"by":"[^"]*"/, '"by":"mallory"');
  if (changed === before) throw new Error(`nothing changes in ${path}`);
  await call(caller, 'PUT', path, {}, changed);
  return () => call(caller, 'PUT', path, {}, before);
}

/** A repository of pgBackRest that neither encrypts nor compresses, under a path of its own. */
export async function bareRepository({ kubectl: own, database }: Place): Promise<Undo> {
  const stored = await own(['get', 'secret', 'pgbackrest', '-o', 'jsonpath={.data.pgbackrest\\.conf}']);
  const before = Buffer.from(stored, 'base64').toString();
  const write = async (text: string) => {
    const data = { 'pgbackrest.conf': Buffer.from(text).toString('base64') };
    await own(['patch', 'secret', 'pgbackrest', '--type=merge', '-p', JSON.stringify({ data })]);
    await own(['rollout', 'restart', 'statefulset/db']);
    await own(['rollout', 'status', 'statefulset/db', '--timeout=180s']);
    await database.whole(120_000);
  };
  await write(
    before
      .replace(/^repo1-cipher-(type|pass)=.*\n/gm, '')
      .replace(/^repo1-(bundle|block)=.*\n/gm, '')
      .replace('repo1-path=/postgres', 'repo1-path=/bare')
      .replace('compress-type=zst', 'compress-type=none'),
  );
  await database.pgbackrest(['stanza-create']);
  return () => write(before);
}
