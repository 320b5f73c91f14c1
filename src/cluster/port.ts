import type { IncomingMessage } from 'node:http';
import { timing } from '../toolkit/timing.ts';
import { changesSomething, isDryRun } from './changes.ts';
import { type Lifetime, readLifetime } from './credential.ts';
import { ClusterError, denial, unreachable } from './errors.ts';
import type { KubeObject, Watched } from './objects.ts';
import { named, type Page } from './page.ts';
import {
  isAway,
  isMistake,
  lacksWebhook,
  patience,
  patiently,
  statusOf,
  WritePatience,
  warmUp,
  willPass,
} from './patience.ts';
import { type ProxyOptions, startProxy } from './proxy.ts';
import type { Reach } from './reach.ts';
import { linesOf, textOf } from './stream.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type PatchKind = 'json' | 'merge' | 'apply';

const contentTypes: Record<PatchKind, string> = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  apply: 'application/apply-patch+yaml',
};

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
  let calls = 0;
  let changes = 0;
  let away = Number.NEGATIVE_INFINITY;
  // The header has whole seconds, cut off: of all answers the one with the largest difference was the nearest to the truth.
  let clock = Number.NEGATIVE_INFINITY;

  const send = (
    method: Method,
    path: string,
    body: unknown,
    contentType: string,
    signal?: AbortSignal,
  ): Promise<IncomingMessage> => {
    calls += 1;
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
  /** As `send`, for what the API server answers itself: that tells the time, and whether it is away. */
  const ask = async (...request: Parameters<typeof send>): Promise<IncomingMessage> => {
    try {
      const response = await send(...request);
      if (isAway(statusIn(response))) away = performance.now();
      else clock = Math.max(clock, dateOf(response) - performance.now());
      return response;
    } catch (error) {
      const [, , , , signal] = request;
      if (signal?.aborted !== true) away = performance.now();
      throw error;
    }
  };

  const writes = new WritePatience(() =>
    ask('GET', '/version', undefined, '', AbortSignal.timeout(timing.writeAnswer)).then(
      response => statusIn(response.resume()) === 200,
      () => false,
    ),
  );

  let connected = false;
  const call: Cluster['call'] = async (method, path, body, contentType = 'application/json') => {
    const change = changesSomething(method, path) ? 1 : 0;
    changes += change; // beforehand: of one whose answer is lost nobody knows
    const passes = (answer: Answer) =>
      (connected || !isMistake(answer)) &&
      (willPass(method, answer, performance.now() - away < warmUp) || (change > 0 && lacksWebhook(answer)));
    const waiting = connected || options.patient === true ? patience : 0;
    const within = (limit: number, isFinal?: () => Promise<boolean>) => {
      const once = async () =>
        answerOf(await ask(method, path, body, contentType, AbortSignal.timeout(limit)));
      return patiently(once, { method, path }, passes, waiting, isFinal);
    };
    const answer =
      method === 'GET'
        ? await within(callTimeout)
        : await writes.run(within, method !== 'POST' && !isDryRun(path));
    if (answer.status >= 400) {
      changes -= change;
      throw (
        denial(answer.status, answer.body) ??
        new ClusterError(`${method} ${path}`, answer.status, answer.body)
      );
    }
    return answer;
  };
  const read = async <T>(method: Method, path: string, body?: unknown, contentType?: string): Promise<T> =>
    JSON.parse((await call(method, path, body, contentType)).body) as T;

  let lifetime: Promise<Lifetime> | undefined;
  const cluster: Cluster = {
    call,
    reach: options,
    lifetime: () => {
      lifetime ??= readLifetime(options);
      return lifetime;
    },
    fetch: async (path, signal) => answerOf(await send('GET', path, undefined, '', signal)),
    get: async <T>(path: string) => {
      try {
        return await read<T>('GET', path);
      } catch (error) {
        if (error instanceof ClusterError && error.status === 404) return undefined;
        throw error;
      }
    },
    list: async <T>(path: string, query: Record<string, string> = {}) => {
      const items: T[] = [];
      let next: string | undefined;
      let resourceVersion = '';
      do {
        const page = await read<Page<T>>(
          'GET',
          withQuery(path, { ...query, limit: '500', ...(next === undefined ? {} : { continue: next }) }),
        );
        items.push(...page.items.map(item => named(item, page)));
        next = page.metadata.continue || undefined;
        resourceVersion = page.metadata.resourceVersion;
      } while (next !== undefined);
      return { items, resourceVersion };
    },
    create: (path, object) => read('POST', withQuery(path, { fieldManager: 'slipway' }), object),
    replace: (path, object) => read('PUT', withQuery(path, { fieldManager: 'slipway' }), object),
    patch: (path, kind, patch, query = {}) =>
      read('PATCH', withQuery(path, { fieldManager: 'slipway', ...query }), patch, contentTypes[kind]),
    remove: async (path, uid, resourceVersion) => {
      try {
        await call('DELETE', path, {
          kind: 'DeleteOptions',
          apiVersion: 'v1',
          propagationPolicy: 'Background',
          ...(uid === undefined ? {} : { preconditions: { uid, resourceVersion } }),
        });
      } catch (error) {
        if (!(error instanceof ClusterError && (error.status === 404 || error.status === 409))) throw error;
      }
    },
    watch: async function* <T>(path: string, query: Record<string, string>, signal: AbortSignal) {
      const response = await ask('GET', withQuery(path, { ...query, watch: '1' }), undefined, '', signal);
      const status = statusIn(response);
      if (status >= 400) throw new ClusterError(`watch ${path}`, status, await textOf(response));
      for await (const line of linesOf(response)) yield JSON.parse(line) as Watched<T>;
    },
    now: () => clock + performance.now(),
    calls: () => calls,
    changes: () => changes,
    close: async () => {
      agent.destroy();
      await proxy.close();
    },
  };
  try {
    await cluster.call('GET', '/version');
    connected = true;
  } catch (cause) {
    await cluster.close();
    throw unreachable(cause);
  }
  return cluster;
}

/** Milliseconds for one question. */
const callTimeout = 30_000;

/** A path with its query, each part encoded. */
export function withQuery(path: string, query: Record<string, string>): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
}

const statusIn = ({ statusCode = 0, headers }: IncomingMessage) => statusOf(statusCode, headers);

async function answerOf(response: IncomingMessage): Promise<Answer> {
  const headers = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  return {
    status: statusIn(response),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: await textOf(response),
    serverTime: dateOf(response),
  };
}

function dateOf(response: IncomingMessage): number {
  const time = Date.parse(response.headers.date ?? '');
  return Number.isNaN(time) ? Date.now() : time;
}
