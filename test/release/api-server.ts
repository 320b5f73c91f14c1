import { ClusterError } from '../../src/cluster/errors.ts';
import type { KubeObject, ObjectMeta, Watched } from '../../src/cluster/objects.ts';
import type { Cluster, JsonPatch } from '../../src/cluster/port.ts';
import { applied, Refused } from '../traffic/json-patch.ts';
import { patchRefused } from './objects.ts';

/** Objects of one namespace behind an API server with a garbage collector: for what several runs do to one another. */
export class ApiServer {
  readonly objects = new Map<string, KubeObject>();
  /** Called before each write, with what it is: others come in between. */
  before: (write: string) => unknown = () => {};
  now = Date.parse('2026-01-01T00:00:00Z');
  #version = 0;
  readonly #watchers = new Set<(path: string, event: Watched<KubeObject>) => void>();

  /** Names of what lives in a collection, such as `configmaps`. */
  names(plural: string): string[] {
    return [...this.objects].flatMap(([path, { metadata }]) =>
      path.includes(`/${plural}/`) ? [metadata?.name ?? ''] : [],
    );
  }

  find<T = KubeObject>(plural: string, name: string): T | undefined {
    const end = `/${plural}/${name}`;
    return [...this.objects].find(([path]) => path.endsWith(end))?.[1] as T | undefined;
  }

  /** Whatever is there, as anybody might write it. */
  put(path: string, object: KubeObject): KubeObject {
    const there = this.objects.get(path);
    const uid = there?.metadata?.uid ?? object.metadata?.uid ?? `uid-${this.#version}`;
    const managedFields = [{ manager: 'slipway', time: new Date(this.now).toISOString() }];
    this.#version += 1;
    const resourceVersion = String(this.#version);
    const metadata = { ...object.metadata, uid, resourceVersion, managedFields } as unknown as ObjectMeta;
    const stored = { ...object, metadata };
    this.objects.set(path, stored);
    this.#tell(path, { type: there === undefined ? 'ADDED' : 'MODIFIED', object: stored });
    this.#collect();
    return structuredClone(stored);
  }

  delete(path: string): void {
    const object = this.objects.get(path);
    if (object === undefined) return;
    this.objects.delete(path);
    this.#tell(path, { type: 'DELETED', object });
    this.#collect();
  }

  readonly cluster = {
    now: () => this.now,
    calls: () => 0,
    call: async (_: string, path: string) => {
      if (path === '/version') return { body: '{}', serverTime: this.now };
      const body = path.endsWith('accessreviews') ? { status: { allowed: true } } : this.objects.get(path);
      if (body === undefined) throw refusal('GET', 404, 'NotFound');
      return { body: JSON.stringify(body), serverTime: this.now };
    },
    get: async (path: string) => structuredClone(this.objects.get(path)),
    list: async (path: string, query: Record<string, string> = {}) => ({
      items: [...this.objects].flatMap(([each, object]) =>
        isIn(each, path) && fits(object, query) ? [structuredClone(object)] : [],
      ),
      resourceVersion: String(this.#version),
    }),
    create: async (folder: string, object: KubeObject) => {
      const path = `${folder}/${object.metadata?.name}`;
      if (folder.endsWith('accessreviews')) return { status: { allowed: true } };
      await this.before(`create ${path}`);
      if (this.objects.has(path)) throw refusal('POST', 409, 'AlreadyExists');
      return this.put(path, object);
    },
    replace: async (path: string, object: KubeObject) => {
      await this.before(`replace ${path}`);
      const there = this.objects.get(path);
      if (there === undefined) throw refusal('PUT', 404, 'NotFound');
      if (there.metadata?.resourceVersion !== object.metadata?.resourceVersion)
        throw refusal('PUT', 409, 'Conflict');
      return this.put(path, object);
    },
    patch: async (
      path: string,
      kind: string,
      patch: JsonPatch[] | KubeObject,
      query: Record<string, string> = {},
    ) => {
      if (query.dryRun === 'All') return merged(this.objects.get(path) ?? {}, patch as KubeObject);
      await this.before(`patch ${path}`);
      const there = this.objects.get(path);
      if (there === undefined) throw refusal('PATCH', 404, 'NotFound');
      if (kind === 'apply') return this.put(path, merged(there, patch as KubeObject));
      try {
        return this.put(path, applied(there, patch as JsonPatch[]));
      } catch (error) {
        if (error instanceof Refused) throw patchRefused();
        throw error;
      }
    },
    remove: async (path: string, uid: string | undefined) => {
      await this.before(`remove ${path}`);
      if (uid === undefined || this.objects.get(path)?.metadata?.uid === uid) this.delete(path);
    },
    watch: (path: string, query: Record<string, string>, signal: AbortSignal) =>
      this.#watch(path, query, signal),
    lifetime: async () => ({ kind: 'endless', what: 'the token' }),
  } as unknown as Cluster;

  async *#watch(path: string, query: Record<string, string>, signal: AbortSignal) {
    const events: Watched<KubeObject>[] = [];
    let wake = () => {};
    const watcher = (each: string, event: Watched<KubeObject>) => {
      if (isIn(each, path) && fits(event.object, query)) events.push(event);
      wake();
    };
    signal.addEventListener('abort', () => wake(), { once: true });
    this.#watchers.add(watcher);
    while (!signal.aborted) {
      const event = events.shift();
      if (event !== undefined) yield event;
      else {
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      }
    }
    this.#watchers.delete(watcher);
  }

  #tell(path: string, event: Watched<KubeObject>): void {
    for (const each of this.#watchers) each(path, event);
  }

  /** What all of its owners have left goes too. */
  #collect(): void {
    const uids = new Set([...this.objects.values()].map(({ metadata }) => metadata?.uid));
    for (const [path, { metadata }] of this.objects) {
      const owners = metadata?.ownerReferences ?? [];
      if (owners.length > 0 && owners.every(({ uid }) => !uids.has(uid))) this.delete(path);
    }
  }
}

/** What an apply leads to, as far as nothing is taken away. */
function merged(there: KubeObject, object: KubeObject): KubeObject {
  const { resourceVersion = there.metadata?.resourceVersion } = object.metadata ?? {};
  if (resourceVersion !== there.metadata?.resourceVersion) throw refusal('PATCH', 409, 'Conflict');
  const annotations = { ...there.metadata?.annotations, ...object.metadata?.annotations };
  const [before, after] = [there, object] as { spec?: object }[];
  const spec = after?.spec === undefined ? {} : { spec: { ...before?.spec, ...after.spec } };
  return { ...there, ...object, ...spec, metadata: { ...there.metadata, ...object.metadata, annotations } };
}

const refusal = (request: string, status: number, reason: string) =>
  new ClusterError(request, status, JSON.stringify({ reason, message: reason }));

const isIn = (path: string, folder: string) => path.slice(0, path.lastIndexOf('/')) === folder;

/** Of selectors, what the engine asks for: `a=b`, `a in (b,c)`, and a name. */
function fits({ metadata }: KubeObject, { labelSelector = '', fieldSelector = '' }: Record<string, string>) {
  const name = /^metadata\.name=(.*)$/.exec(fieldSelector)?.[1];
  if (name !== undefined && name !== metadata?.name) return false;
  return [...labelSelector.matchAll(/([^,\s]+?)(?:=([^,]*)| in \(([^)]*)\))/g)].every(
    ([, key = '', value, among]) => {
      const label = metadata?.labels?.[key];
      return (
        label !== undefined && (among === undefined ? label === value : among.split(',').includes(label))
      );
    },
  );
}
