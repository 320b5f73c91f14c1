import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { timing } from '../toolkit/timing.ts';
import { isDryRun, isPersistentChange } from './changes.ts';
import { ServerClock } from './clock.ts';
import type { Lifetime } from './credential.ts';
import { ClusterError, missingPermissionIn } from './errors.ts';
import type { WatchEvent } from './objects.ts';
import type { Answer, Cluster, Method, PatchKind } from './port.ts';
import type { Reach } from './reach.ts';
import { named, withQuery } from './resources.ts';
import {
  isMisconfigured,
  isRetryable,
  isUnavailable,
  outageTimeout,
  retryWhileTemporary,
  statusOf,
  WriteBudget,
  warmUp,
  webhookFailed,
} from './retry.ts';
import { linesOf, textOf } from './stream.ts';

const contentTypes: Record<PatchKind, string> = {
  json: 'application/json-patch+json',
  merge: 'application/merge-patch+json',
  apply: 'application/apply-patch+yaml',
};

/** The response to a request: status and headers at once, the body as a stream. */
export type Reply = Readable & Pick<IncomingMessage, 'statusCode' | 'headers'>;

/** Sends one request without retries, and returns any status. The body is sent as JSON; undefined for none. */
export type Send = (
  method: Method,
  path: string,
  body: unknown,
  contentType: string,
  signal?: AbortSignal,
  headers?: Readonly<Record<string, string>>,
) => Promise<Reply>;

export interface ClientOptions {
  reach: Reach;
  lifetime: () => Promise<Lifetime>;
  close: () => Promise<void>;
  /** Whether the first call waits for an unavailable API server, too; by default only calls after a successful one do. */
  patient?: boolean;
  clock?: ServerClock;
}

/** Builds the port to the API server on top of `request`: retries, errors, pagination and the server's clock. */
export function clusterOver(
  request: Send,
  { reach, lifetime, close, patient = false, clock = new ServerClock() }: ClientOptions,
): Cluster {
  let calls = 0;
  let changes = 0;
  let away = Number.NEGATIVE_INFINITY;
  let connected = false;

  const send: Send = (...sent) => {
    calls += 1;
    return request(...sent);
  };
  /** Like `send`, for responses of the API server itself, which show its time, and whether it is unavailable. */
  const ask: Send = async (...sent) => {
    try {
      const response = await send(...sent);
      if (isUnavailable(statusIn(response))) away = performance.now();
      else clock.heard(dateOf(response));
      return response;
    } catch (error) {
      const [, , , , signal] = sent;
      if (signal?.aborted !== true) away = performance.now();
      throw error;
    }
  };

  const writes = new WriteBudget(() =>
    ask('GET', '/version', undefined, '', AbortSignal.timeout(timing.writeAnswer)).then(
      response => statusIn(response.resume()) === 200,
      () => false,
    ),
  );

  const call: Cluster['call'] = async (method, path, body, contentType = 'application/json') => {
    const change = isPersistentChange(method, path) ? 1 : 0;
    changes += change; // counted first, because the outcome of a call with a lost response is unknown
    const isTemporary = (answer: Answer) =>
      (connected || !isMisconfigured(answer)) &&
      (isRetryable(method, answer, performance.now() - away < warmUp) ||
        (change > 0 && webhookFailed(answer)));
    const waiting = connected || patient ? outageTimeout : 0;
    const within = (limit: number, isFinal?: () => Promise<boolean>) => {
      const once = async () =>
        answerOf(await ask(method, path, body, contentType, AbortSignal.timeout(limit)), `${method} ${path}`);
      return retryWhileTemporary(once, { method, path }, isTemporary, waiting, isFinal);
    };
    const answer =
      method === 'GET'
        ? await within(callTimeout)
        : await writes.run(within, method !== 'POST' && !isDryRun(path));
    if (answer.status >= 400) {
      changes -= change;
      throw (
        missingPermissionIn(answer.status, answer.body) ??
        new ClusterError(`${method} ${path}`, answer.status, answer.body)
      );
    }
    connected = true;
    return answer;
  };
  const read = async <T>(method: Method, path: string, body?: unknown, contentType?: string): Promise<T> =>
    JSON.parse((await call(method, path, body, contentType)).body) as T;

  let life: Promise<Lifetime> | undefined;
  return {
    call,
    reach,
    lifetime: () => {
      life ??= lifetime();
      return life;
    },
    fetch: async (path, signal, { method, body, headers } = { method: 'GET' }) =>
      answerOf(await send(method, path, body, body === undefined ? '' : 'application/json', signal, headers)),
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
          withQuery(path, {
            ...query,
            limit: pageSize(path),
            ...(next === undefined ? {} : { continue: next }),
          }),
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
      for await (const line of linesOf(response)) yield JSON.parse(line) as WatchEvent<T>;
    },
    now: () => clock.now(),
    calls: () => calls,
    changes: () => changes,
    close,
  };
}

/** Objects of one page: one of Secrets or ConfigMaps of 1 MiB each, in base64, must fit into a response. */
const pageSize = (path: string) => (/\/(secrets|configmaps)$/.test(path) ? '40' : '500');

/** Milliseconds for one read. */
const callTimeout = 30_000;

const statusIn = ({ statusCode = 0, headers }: Reply) => statusOf(statusCode, headers);

/** @param request method and path, if the API server itself answers. */
async function answerOf(response: Reply, request?: string): Promise<Answer> {
  const headers = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  return {
    status: statusIn(response),
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: await textOf(response, request),
    serverTime: dateOf(response),
  };
}

function dateOf({ headers }: Reply): number {
  const time = Date.parse(headers.date ?? '');
  return Number.isNaN(time) ? Date.now() : time;
}

/** A page of a collection, as the API returns it. */
interface Page<T> {
  apiVersion?: string;
  kind?: string;
  items: T[];
  metadata: { continue?: string; resourceVersion: string };
}
