import { UserError } from '../toolkit/errors.ts';
import { jsonMap } from '../toolkit/map.ts';
import { placeOf } from './resources.ts';

/** An error response of the API server, with its status code, reason and message. */
export class ClusterError extends UserError {
  readonly status: number;
  readonly reason: string;
  /** Only the message of the API server. */
  readonly serverMessage: string;

  /** @param request method and path, such as `PATCH /api/v1/namespaces/shop/services/shop`. */
  constructor(request: string, status: number, body: string) {
    const { reason, message } = parseStatus(body);
    const answer = `${status}${reason === '' ? '' : ` ${reason}`}`;
    super(
      `cannot ${actionOf(request)}: the API server answered ${answer}: ${message}`,
      remedies[status] ?? 'run again; if the error persists, check the API server and its webhooks',
    );
    this.name = 'ClusterError';
    this.status = status;
    this.reason = reason;
    this.serverMessage = message;
  }

  /** Whether another writer was first: a stale resourceVersion, an existing name, or a failed `test` of a JSON patch. */
  get isConflict(): boolean {
    // Only a JSON patch that does not apply has this message; invalid objects and admission policies are 422 Invalid with others.
    const testFailed = this.status === 422 && this.serverMessage.includes('due to an error in our request');
    return this.status === 409 || testFailed;
  }
}

/** Whether the object was changed or created since it was read. Pure. */
export const isConflict = (error: unknown): error is ClusterError =>
  error instanceof ClusterError && error.isConflict;

/** Whether the object was changed or deleted since it was read, so that it must be read again. Pure. */
export const isRaced = (error: unknown): error is ClusterError =>
  isConflict(error) || (error instanceof ClusterError && error.status === 404);

const remedies: Readonly<Record<number, string>> = {
  400: 'correct the named field, then run again',
  401: 'renew the credential or log in again',
  403: 'change the object if a policy denies it, or ask the owner of the policy for an exception; otherwise check the permissions of the credential',
  404: 'check whether it was deleted',
  409: 'run again',
  422: 'correct the named field, then run again',
};

const verbs: Readonly<Record<string, string>> = {
  POST: 'create',
  PUT: 'change',
  PATCH: 'change',
  DELETE: 'delete',
  watch: 'watch',
};

/** Describes a request of method and path: `change httproutes/shop in namespace shop`. Pure. */
export function actionOf(request: string): string {
  const [method = '', path = ''] = request.split(' ');
  const [bare = ''] = path.split('?');
  const place = placeOf(bare);
  const collection = /\/namespaces\/([^/]+)\/([^/]+)$/.exec(bare);
  const what =
    place !== undefined
      ? `${place.plural}/${place.name} in namespace ${place.namespace}`
      : collection === null
        ? bare
        : `${collection[2]} in namespace ${collection[1]}`;
  return `${verbs[method] ?? 'read'} ${what}`.trim();
}

/** A permission that the credential lacks and the user must grant. */
export class MissingPermission extends UserError {
  /** @param what such as `patch deployments.apps in namespace shop`. */
  constructor(what: string) {
    super(
      `the credential is not allowed to ${what}`,
      'grant the permission with a Role; `slipway rbac` writes one that suffices (docs/permissions.md)',
    );
  }
}

/** For `catch`: returns a value if the permission is missing, for a read that is optional. */
export const ifNotAllowed =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if (error instanceof MissingPermission) return value;
    throw error;
  };

/**
 * Returns the missing permission from a denial by RBAC, which
 * reads `pods is forbidden: User "x" cannot list resource "pods" in API group "" in the namespace "y"`. A denial by
 * admission, which is also 403, returns undefined. Pure.
 */
export function missingPermissionIn(status: number, body: string): MissingPermission | undefined {
  const match =
    /is forbidden: User ".*?" cannot (\S+) resource "(\S+?)" in API group "(\S*?)"(?: in the namespace "(\S+?)")?/.exec(
      parseStatus(body).message,
    );
  if (status !== 403 || match === null) return undefined;
  const [, verb, path = '', group, namespace] = match;
  const [plural, ...subresource] = path.split('/');
  const name = [group ? `${plural}.${group}` : plural, ...subresource].join('/');
  return new MissingPermission(
    `${verb} ${name}${namespace === undefined ? '' : ` in namespace ${namespace}`}`,
  );
}

/**
 * Explains why the first call failed. kubectl proxy answers with Go's error text when the API server cannot be reached or rejects its
 * certificate. Pure.
 * @param pluginSaid the last line that a plugin of the kubeconfig printed.
 */
export function unreachable(cause: unknown, pluginSaid = ''): unknown {
  if (!(cause instanceof ClusterError)) return cause;
  if (cause.status === 401) {
    return new UserError(
      'the cluster does not accept the credential of the kubeconfig',
      'renew it or log in again',
      { cause },
    );
  }
  if (cause.status < 500) return cause;
  if (/\b(127\.0\.0\.1|localhost|\[::1\]):8080\b/.test(cause.message)) {
    return new UserError(
      'no cluster was found: localhost:8080, which kubectl uses without a readable kubeconfig, does not answer',
      'log in to the cluster first, or set KUBECONFIG to a file that exists',
      { cause },
    );
  }
  // Where a plugin is not installed, advice about plugins in general follows.
  const [why = ''] = cause.serverMessage.slice(0, 200).split('\n');
  const failed = /^getting credentials: (.*)/.exec(why)?.[1];
  if (failed !== undefined) {
    return new UserError(
      `the plugin of the kubeconfig gives no credential: ${[failed, pluginSaid].filter(Boolean).join(': ')}`,
      'log in again, or install the plugin; it gets only some variables of the environment (docs/cluster.md)',
      { cause },
    );
  }
  if (why.includes('x509:')) {
    const remedy = why.includes('expired or is not yet valid')
      ? 'renew the certificate of the API server, or correct the clock of this machine'
      : 'check the CA, which is `certificate-authority-data` in the kubeconfig or `ca` in slipway.yml, and the server address';
    return new UserError(`the certificate of the API server is not accepted: ${why}`, remedy, { cause });
  }
  return new UserError(
    `the API server does not answer: ${why}`,
    'check the server address in the kubeconfig, and that this machine can reach it',
    { cause },
  );
}

function parseStatus(body: string): { reason: string; message: string } {
  const status = jsonMap(body);
  if (status === undefined) return { reason: '', message: body.trim().slice(0, 300) };
  return { reason: String(status.reason ?? ''), message: String(status.message ?? '') };
}
