import type { IncomingMessage } from 'node:http';
import { clusterOver, type Send } from './client.ts';
import { type Lifetime, readLifetime } from './credential.ts';
import { unreachable } from './errors.ts';
import type { KubeObject, Watched } from './objects.ts';
import { type ProxyOptions, startProxy } from './proxy.ts';
import type { Reach } from './reach.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type PatchKind = 'json' | 'merge' | 'apply';

export interface JsonPatch {
  op: 'add' | 'remove' | 'replace' | 'test';
  path: string;
  value?: unknown;
}

/** What the API server answered, with the moment on its own clock: no runner's clock decides anything. */
export interface Answer {
  status: number;
  body: string;
  headers: Record<string, string>;
  /** Milliseconds since the epoch from the `Date` header: whole seconds, as HTTP has it. */
  serverTime: number;
}

/**
 * The one port to Kubernetes: plain HTTP on the socket of a warm `kubectl proxy`
 * (2 ms a call against 200 ms for a kubectl process).
 */
export interface Cluster {
  /** The raw call; throws ClusterError for every status of 400 and above, UserError for a right that is lacking. */
  call(method: Method, path: string, body?: unknown, contentType?: string): Promise<Answer>;
  /** The raw call, whatever its status: for what lies behind the API server, such as a Service. */
  fetch(path: string, signal: AbortSignal): Promise<Answer>;
  /** The object, or undefined when there is none (404). */
  get<T = KubeObject>(path: string): Promise<T | undefined>;
  /** All items of a collection, following `continue`; each says its kind, as an object that is read alone does. */
  list<T = KubeObject>(
    path: string,
    query?: Record<string, string>,
  ): Promise<{ items: T[]; resourceVersion: string }>;
  create<T = KubeObject>(path: string, object: unknown): Promise<T>;
  /** Writes the whole object; its resourceVersion makes that a compare-and-swap. */
  replace<T = KubeObject>(path: string, object: unknown): Promise<T>;
  patch<T = KubeObject>(
    path: string,
    kind: PatchKind,
    patch: unknown,
    query?: Record<string, string>,
  ): Promise<T>;
  /** Deletes exactly the object of that uid; an object that is gone already is no error. */
  remove(path: string, uid: string | undefined, resourceVersion?: string): Promise<void>;
  /** Changes after `resourceVersion`, until the server or the signal ends the stream. */
  watch<T = KubeObject>(
    path: string,
    query: Record<string, string>,
    signal: AbortSignal,
  ): AsyncGenerator<Watched<T>>;
  /** For a kubectl that is to do something beside us. */
  reach: Reach;
  /** How long the credential lives; asked of kubectl once. */
  lifetime(): Promise<Lifetime>;
  /**
   * Milliseconds since 1970 by the API server's clock, as its own last answers told; late by less than a second. What is
   * decided by time is decided by this one: a runner's clock may be wrong.
   */
  now(): number;
  /** How many requests were sent so far. */
  calls(): number;
  /** How many of them changed something that stays; leases and questions do not count. */
  changes(): number;
  close(): Promise<void>;
}

export interface ConnectOptions extends ProxyOptions {
  /** Waits a minute for an API server that is away, as every later call does; without it that is an error at once. */
  patient?: boolean;
}

/**
 * Connects to the cluster of the kubeconfig at hand.
 * @throws UserError when there is no kubectl, no usable kubeconfig, or the API server does not answer.
 */
export async function connect(options: ConnectOptions = {}): Promise<Cluster> {
  // Loaded while kubectl starts: it takes as long as Node itself.
  const [proxy, { Agent, request }] = await Promise.all([startProxy(options), import('node:http')]);
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });

  const send: Send = (method, path, body, contentType, signal) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = request(
        {
          socketPath: proxy.socketPath,
          method,
          path,
          agent,
          ...(signal === undefined ? {} : { signal }),
          headers: {
            // The proxy answers 403 to any other host: its guard against DNS rebinding.
            host: 'localhost',
            accept: 'application/json',
            ...(text === undefined
              ? {}
              : { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }),
          },
        },
        resolve,
      );
      outgoing.once('error', reject);
      outgoing.end(text);
    });
  };
  const cluster = clusterOver(send, {
    reach: options,
    lifetime: () => readLifetime(options),
    close: async () => {
      agent.destroy();
      await proxy.close();
    },
    ...(options.patient === undefined ? {} : { patient: options.patient }),
  });
  try {
    await cluster.call('GET', '/version');
  } catch (cause) {
    await cluster.close();
    throw unreachable(cause);
  }
  return cluster;
}
