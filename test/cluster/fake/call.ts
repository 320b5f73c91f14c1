import { isPersistentChange } from '../../../src/cluster/changes.ts';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { Method } from '../../../src/cluster/port.ts';
import type { Place } from './kinds.ts';

/** A request to the fake API server. */
export interface Call {
  method: Method;
  /** The verb of RBAC. */
  verb: string;
  /** The path without its query. */
  path: string;
  /** The same, with the name of an object to create. */
  object: string;
  query: Record<string, string>;
  body: unknown;
  dryRun: boolean;
  /** Whether it makes a persistent change. */
  isWrite: boolean;
  /** The response; undefined without one. */
  status?: number;
}

const verbs: Record<Method, string> = {
  GET: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

export function callOf(method: Method, target: string, body: unknown, place: Place | undefined): Call {
  const url = new URL(target, 'http://localhost');
  const query = Object.fromEntries(url.searchParams);
  const isCollection = place !== undefined && place.name === undefined;
  const isWatch = method === 'GET' && ['1', 'true'].includes(query.watch ?? '');
  const verb = isWatch
    ? 'watch'
    : isCollection && method === 'GET'
      ? 'list'
      : isCollection && method === 'DELETE'
        ? 'deletecollection'
        : verbs[method];
  const { metadata } = (body ?? {}) as KubeObject;
  // Only the body of a deletion has its options.
  const options = (method === 'DELETE' ? body : undefined) as { dryRun?: string[] } | undefined;
  const dryRun = options === undefined ? query.dryRun === 'All' : options.dryRun?.[0] === 'All';
  const created =
    isCollection && method === 'POST' ? `/${metadata?.name ?? metadata?.generateName ?? ''}` : '';
  return {
    ...{ method, verb, path: url.pathname, object: `${url.pathname}${created}`, query, body, dryRun },
    isWrite: isPersistentChange(method, target) && !dryRun,
  };
}
