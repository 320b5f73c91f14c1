import { Readable } from 'node:stream';
import { clusterOver, type Reply, type Send } from '../../src/cluster/client.ts';
import { ServerClock } from '../../src/cluster/clock.ts';
import type { Lifetime } from '../../src/cluster/credential.ts';
import type { KubeObject } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { type Call, callOf } from './fake/call.ts';
import { type Failure, Failures, isMeant, type Which } from './fake/failures.ts';
import { groupVersionOf, type Place, placeIn } from './fake/kinds.ts';
import { updated } from './fake/managers.ts';
import type { Answered } from './fake/reader.ts';
import { Server } from './fake/server.ts';
import { type Asked, failing, noSuchPath, noSuchResource, Refusal } from './fake/status.ts';
import { watchOf } from './fake/watch.ts';

export type { Call, Failure, Which };

const nowhere: Place = {
  kind: { group: '', version: 'v1', plural: 'unknown', kind: 'Unknown', namespaced: false },
  ...{ namespace: undefined, name: undefined, subresource: undefined },
};

/**
 * An API server for unit tests: it responds like the real one (both are tested with `test/cluster/fake/table.ts`), fails on request, and
 * gives tests access to the stored objects. `cluster` is the real client, of which only the socket is replaced.
 */
export class FakeApiServer extends Server {
  /** The requests, except `/version`. */
  readonly calls: Call[] = [];
  /** Called before each write with its verb and path, such as `patch /api/v1/…`. */
  before: (write: string, call: Call) => unknown = () => {};
  /** Controllers: called for each object that was written or, with undefined, deleted. They are not called for their own writes. */
  readonly controllers: ((path: string, object: KubeObject | undefined) => void)[] = [];
  lifetime: Lifetime = { kind: 'endless', what: 'the token' };
  readonly cluster: Cluster;
  readonly #failures = new Failures();
  readonly #denied: (string | RegExp)[] = [];
  readonly #behind: [RegExp, (call: Call) => string | Answered][] = [];
  readonly #meanwhile: { which: Which; left: number; act: (call: Call) => unknown }[] = [];
  readonly #watches = new Set<Readable>();
  #controlling = false;

  /** @param namespaces that exist. */
  constructor(namespaces: readonly string[] = ['shop']) {
    super();
    for (const name of namespaces) this.put(`/api/v1/namespaces/${name}`, {});
    this.cluster = this.connect();
  }

  /** Returns another client, with its own clock. */
  connect(): Cluster {
    const clock = new ServerClock(() => this.now);
    clock.heard(Math.floor(this.now / 1000) * 1000);
    return clusterOver(this.#send, {
      ...{ reach: {}, patient: true, clock },
      lifetime: async () => this.lifetime,
      close: async () => this.endWatches(),
    });
  }

  get objects(): ReadonlyMap<string, KubeObject> {
    return this.store.objects;
  }

  /** Returns the names of the objects in a collection, such as `configmaps`. */
  names(plural: string): string[] {
    return [...this.objects].flatMap(([path, { metadata }]) =>
      path.includes(`/${plural}/`) && path.endsWith(`/${plural}/${metadata?.name}`)
        ? [metadata?.name ?? '']
        : [],
    );
  }

  find<T = KubeObject>(plural: string, name: string): T | undefined {
    const end = `/${plural}/${name}`;
    return [...this.objects].find(([path]) => path.endsWith(end))?.[1] as T | undefined;
  }

  /** Writes an object, status included, as any user; a missing namespace is created. */
  put(path: string, given: KubeObject, manager = 'another'): KubeObject {
    const { kind, namespace, name } = this.#placeOf(path) ?? nowhere;
    if (name === undefined) throw new Error(`${path} is the path of no object`);
    const home = `/api/v1/namespaces/${namespace}`;
    if (namespace !== undefined && !this.objects.has(home)) this.put(home, {});
    const there = this.objects.get(path);
    const metadata = {
      ...{ uid: there?.metadata?.uid ?? this.store.uid(), creationTimestamp: this.time },
      ...(kind.generation === undefined ? {} : { generation: there?.metadata?.generation ?? 1 }),
      ...JSON.parse(JSON.stringify(given.metadata ?? {})),
      ...{ name, ...(namespace === undefined ? {} : { namespace }) },
    };
    const object = JSON.parse(JSON.stringify({ ...given, metadata })) as KubeObject;
    const typed = { ...object, apiVersion: groupVersionOf(kind), kind: kind.kind };
    const writer = {
      manager,
      apiVersion: typed.apiVersion,
      time: this.time,
      wholeLists: kind.custom === true,
    };
    const managed = metadata.managedFields === undefined ? updated(there ?? {}, typed, writer) : typed;
    const stored = this.store.write(path, managed);
    this.wrote(path, stored);
    return structuredClone(this.objects.get(path) ?? stored);
  }

  /** Changes an existing object, as any user. */
  edit<T extends KubeObject>(path: string, change: (object: T) => void): void {
    const object = structuredClone(this.objects.get(path)) as T | undefined;
    if (object === undefined) throw new Error(`${path} is not there`);
    change(object);
    this.put(path, object);
  }

  /** Deletes an object at once, with all objects that only it owns. */
  delete(path: string): void {
    this.remove(path);
  }

  /** Stops serving the kinds of a group, as without the add-on. */
  withoutGroup(group: string): void {
    this.kinds.splice(0, this.kinds.length, ...this.kinds.filter(each => each.group !== group));
  }

  /**
   * Revokes a permission: a call that needs it gets 403, and an access review denies it.
   * @param right such as `patch deployments.apps` or `get pods/log`, or an expression, also for ` in namespace shop` and ` named x` after it.
   */
  forbid(...right: (string | RegExp)[]): void {
    this.#denied.push(...right);
  }

  /**
   * Makes calls fail from now on.
   * @param said the message of the response, if there is one.
   * @returns a function that ends it.
   */
  fail(which: Which, failure: Failure, said?: string): () => void {
    return this.#failures.add(which, failure, said);
  }

  /** Sets the target behind the API server at matching paths: the log of a container, the response of a Service. */
  answerBehind(path: RegExp, answer: (call: Call) => string | Answered): void {
    this.#behind.unshift([path, answer]);
  }

  /** Runs `act` once, before the first such call is carried out, or the `nth`, like another writer. */
  once(which: Which, act: (call: Call) => unknown): void {
    this.#meanwhile.push({ which, left: which.nth ?? 1, act });
  }

  /** Returns the attempted writes, without dry runs and Leases: verb and path, for a creation with its name. */
  get writes(): string[] {
    return this.calls.filter(({ isWrite }) => isWrite).map(({ verb, object }) => `${verb} ${object}`);
  }

  /** Ends all watches, as an API server does from time to time. */
  endWatches(): void {
    for (const stream of this.#watches) stream.push(null);
    this.#watches.clear();
  }

  override may({ verb, group, resource, subresource, namespace, name }: Asked): boolean {
    const right = `${verb} ${resource}${group === '' ? '' : `.${group}`}${subresource === undefined ? '' : `/${subresource}`}`;
    const whole = `${right}${namespace === undefined ? '' : ` in namespace ${namespace}`}${name === undefined ? '' : ` named ${name}`}`;
    return !this.#denied.some(each => (typeof each === 'string' ? each === right : each.test(whole)));
  }

  override behind(call: Call): Answered {
    const answer = this.#behind.find(([path]) => path.test(call.path))?.[1](call);
    if (answer === undefined) return super.behind(call);
    return typeof answer === 'string' ? { status: 200, body: answer } : answer;
  }

  override wrote(path: string, object: KubeObject | undefined): void {
    if (this.#controlling) return;
    this.#controlling = true;
    try {
      for (const control of this.controllers) control(path, object);
    } finally {
      this.#controlling = false;
    }
  }

  #placeOf(path: string): Place | undefined {
    return placeIn(this.kinds, path);
  }

  readonly #send: Send = async (method, target, body, contentType, signal) => {
    const sent = body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown);
    const place = this.#placeOf(new URL(target, 'http://localhost').pathname);
    const call = callOf(method, target, sent, place);
    if (call.path !== '/version') this.calls.push(call);
    const failure = this.#failures.of(call);
    if (signal?.aborted === true) throw aborted();
    if (failure?.failure === 'hang')
      return new Promise((_, reject) =>
        signal?.addEventListener('abort', () => reject(aborted()), { once: true }),
      );
    if (failure?.failure === 'reset') throw reset();
    const isQuestion = call.method === 'GET' || call.dryRun || call.path.endsWith('accessreviews');
    if (!isQuestion) await this.before(`${call.verb} ${call.object}`, call);
    for (const each of this.#meanwhile.filter(({ which }) => isMeant(which, call))) {
      each.left -= 1;
      if (each.left === 0) await each.act(call);
    }
    try {
      if (typeof failure?.failure === 'number')
        throw this.#failing(failure.failure, failure.said, call, place);
      if (call.verb === 'watch') return this.#watch(call, place, signal, failure?.failure === 'stale watch');
      const { status, body } = this.#answer(call, place, contentType);
      call.status = status;
      if (failure?.failure === 'accepted, then reset') throw reset();
      const isText = typeof body === 'string';
      return this.#reply(status, isText ? body : JSON.stringify(body), {
        'content-type': isText ? 'text/plain' : 'application/json',
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      call.status = error.code;
      const reply = this.#reply(error.code, error.body, error.headers);
      // kubectl proxy answers in place of an API server that is away.
      if (error.code === 502) delete reply.headers['audit-id'];
      return reply;
    }
  };

  /** Whether the path could be that of an object of a served kind. */
  #isServed(path: string): boolean {
    const [, group = '', version] = /^\/(?:api|apis\/([^/]+))\/([^/]+)\/./.exec(path) ?? [];
    return this.kinds.some(each => each.group === group && each.version === version);
  }

  #answer(call: Call, place: Place | undefined, contentType: string): Answered {
    if (place !== undefined) return this.answer(call, place, contentType);
    if (call.path === '/version')
      return { status: 200, body: { major: '1', minor: '35', gitVersion: 'v1.35.0' } };
    const [, group = '', version = ''] = /^\/(?:api|apis\/([^/]+))\/([^/]+)$/.exec(call.path) ?? [];
    const served = this.kinds.filter(each => each.group === group && each.version === version);
    if (call.verb !== 'get' || served.length === 0)
      throw this.#isServed(call.path) ? noSuchResource() : noSuchPath();
    const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];
    const resources = served.flatMap(({ plural, kind, namespaced, status }) =>
      [...(status === true ? [`${plural}/status`] : []), plural].map(name => ({
        name,
        kind,
        namespaced,
        verbs,
      })),
    );
    const groupVersion = groupVersionOf({ group, version });
    return { status: 200, body: { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources } };
  }

  #failing(code: number, said: string | undefined, call: Call, place: Place = nowhere): Refusal {
    if (code === 502) return new Refusal(502, said ?? 'dial tcp 10.99.0.1:6443: connect: connection refused');
    const { metadata } = (call.body ?? {}) as KubeObject;
    return failing(code, place.kind, place.name ?? metadata?.name ?? '', call.verb === 'create', said);
  }

  #reply(statusCode: number, body: string, headers: Record<string, string>): Reply {
    const stream = new Readable({ read() {} });
    stream.push(body);
    stream.push(null);
    return this.#answering(stream, statusCode, headers);
  }

  #answering(stream: Readable, statusCode: number, headers: Record<string, string>): Reply {
    const date = new Date(this.now).toUTCString();
    return Object.assign(stream, {
      statusCode,
      headers: { ...headers, date, 'audit-id': String(this.calls.length) },
    });
  }

  #watch(call: Call, place: Place = nowhere, signal: AbortSignal | undefined, isStale: boolean): Reply {
    this.requirePermission('watch', place);
    call.status = 200;
    const stream = watchOf(this, call.query, place, isStale);
    this.#watches.add(stream);
    stream.once('close', () => this.#watches.delete(stream));
    signal?.addEventListener('abort', () => stream.destroy(aborted()), { once: true });
    return this.#answering(stream, 200, { 'content-type': 'application/json' });
  }
}

const reset = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const aborted = () =>
  Object.assign(new Error('The operation was aborted'), { name: 'AbortError', code: 'ABORT_ERR' });
