import type { IncomingMessage } from 'node:http';
import { clusterOver, type Send } from './client.ts';
import { type Lifetime, readLifetime } from './credential.ts';
import { unreachable } from './errors.ts';
import type { KubeObject, WatchEvent } from './objects.ts';
import { currentContext, type ProxyOptions, startProxy } from './proxy.ts';
import type { Reach } from './reach.ts';
import { renewing } from './renewal.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type PatchKind = 'json' | 'merge' | 'apply';

export interface JsonPatch {
  op: 'add' | 'remove' | 'replace' | 'test';
  path: string;
  value?: unknown;
}

/** A response of the API server, with the time of the server's clock: no decision depends on the clock of a runner. */
export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string>;
  /** Milliseconds since the epoch from the `Date` header, which has whole seconds. */
  serverTime: number;
}

/** A request to a target behind the API server's proxy. */
export interface ProxiedRequest {
  readonly method: Method;
  /** Sent as JSON; undefined for none. A GET may have one, as search engines take it, and needs no permission to create. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The only port to Kubernetes: plain HTTP on the socket of a running `kubectl proxy`
 * (2 ms per call, compared with 200 ms for a kubectl process).
 */
export interface Cluster {
  /** Sends a raw call. Throws ClusterError for every status of 400 and above, UserError for a missing permission. */
  call(method: Method, path: string, body?: unknown, contentType?: string): Promise<Answer>;
  /**
   * Sends a raw call and returns any status: for targets behind the API server's proxy, such as a Service. It is never repeated, and does
   * not count as a change of the cluster. Default: GET.
   */
  fetch(path: string, signal: AbortSignal, request?: ProxiedRequest): Promise<Answer>;
  /** Returns the object, or undefined when there is none (404). */
  get<T = KubeObject>(path: string): Promise<T | undefined>;
  /** Returns all items of a collection, following `continue`; each has its kind, like an object that is read alone. */
  list<T = KubeObject>(
    path: string,
    query?: Record<string, string>,
  ): Promise<{ items: T[]; resourceVersion: string }>;
  create<T = KubeObject>(path: string, object: unknown): Promise<T>;
  /** Writes the whole object; its resourceVersion makes this a compare-and-swap. */
  replace<T = KubeObject>(path: string, object: unknown): Promise<T>;
  patch<T = KubeObject>(
    path: string,
    kind: PatchKind,
    patch: unknown,
    query?: Record<string, string>,
  ): Promise<T>;
  /** Deletes exactly the object with that uid; an object that is already gone is not an error. */
  remove(path: string, uid: string | undefined, resourceVersion?: string): Promise<void>;
  /** Yields the changes after `resourceVersion`, until the server or the signal ends the stream. */
  watch<T = KubeObject>(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): AsyncGenerator<WatchEvent<T>>;
  /** For additional kubectl processes. */
  reach: Reach;
  /** Returns how long the credential is valid; reads it from kubectl once. */
  lifetime(): Promise<Lifetime>;
  /**
   * Returns milliseconds since 1970 by the API server's clock, from its last responses; late by less than a second. All decisions by
   * time use it, because a runner's clock may be wrong.
   */
  now(): number;
  /** Returns how many requests were sent so far. */
  calls(): number;
  /** Returns how many of them made a persistent change; holders of Leases and queries do not count. */
  changes(): number;
  close(): Promise<void>;
}

export interface ConnectOptions extends ProxyOptions {
  /** Waits for an unavailable API server, as every later call does; without it, that is an error at once. */
  patient?: boolean;
}

/** A `kubectl proxy` with the number of requests that are under way on it. */
interface Line {
  readonly proxy: Awaited<ReturnType<typeof startProxy>>;
  open: number;
}

/**
 * Connects to the cluster of the current kubeconfig. A credential that is refused later is renewed: kubectl is started again, reads the
 * kubeconfig again and runs its plugin.
 * @throws UserError when there is no kubectl, no usable kubeconfig, or the API server does not answer.
 */
export async function connect(options: ConnectOptions = {}): Promise<Cluster> {
  // Imported while kubectl starts, because it takes as long to load as Node itself.
  const [first, context, { Agent, request }] = await Promise.all([
    startProxy(options),
    // Another kubeconfig than the current one is our own file, which no other job changes.
    options.context ?? (options.kubeconfig === undefined ? currentContext(options.env) : undefined),
    import('node:http'),
  ]);
  // Another job may change the current context, and neither a renewal nor another kubectl process must move to another cluster.
  const pinned = context === undefined ? options : { ...options, context };
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  // A watch holds its socket for hours, and a release of many workers has more watches than calls may be under way.
  const watching = new Agent();
  let line: Line = { proxy: first, open: 0 };
  const lines = new Set([line]);
  const closeIfIdle = async (idle: Line) => {
    if (idle === line || idle.open > 0 || !lines.delete(idle)) return;
    await idle.proxy.close();
  };
  // kubectl reads the kubeconfig only when it starts. Requests that are under way on the old proxy are not cut off.
  const renew = async () => {
    const [old, proxy] = [line, await startProxy(pinned)];
    if (lines.size === 0) return proxy.close();
    line = { proxy, open: 0 };
    lines.add(line);
    await closeIfIdle(old);
  };

  const send: Send = (method, path, body, contentType, signal, headers) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const used = line;
    used.open += 1;
    const done = () => {
      used.open -= 1;
      void closeIfIdle(used);
    };
    return new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request(
        {
          socketPath: used.proxy.socketPath,
          method,
          path,
          agent: isWatch(path) ? watching : agent,
          ...(signal === undefined ? {} : { signal }),
          headers: {
            accept: 'application/json',
            ...headers,
            // The proxy answers 403 to any other host, as a guard against DNS rebinding.
            host: 'localhost',
            ...(text === undefined
              ? {}
              : { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }),
          },
        },
        resolve,
      );
      outgoing.once('error', reject).once('close', done);
      outgoing.end(text);
    });
  };
  const cluster = clusterOver(renewing(send, renew), {
    reach: pinned,
    lifetime: () => readLifetime(pinned),
    close: async () => {
      agent.destroy();
      watching.destroy();
      const all = [...lines];
      lines.clear();
      await Promise.all(all.map(({ proxy }) => proxy.close()));
    },
    ...(options.patient === undefined ? {} : { patient: options.patient }),
  });
  try {
    await cluster.call('GET', '/version');
  } catch (cause) {
    const said = await line.proxy.pluginSaid();
    await cluster.close();
    throw unreachable(cause, said);
  }
  return cluster;
}

const isWatch = (path: string) => /[?&]watch=1(&|$)/.test(path);
