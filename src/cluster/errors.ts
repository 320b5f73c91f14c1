import { UserError } from '../toolkit/errors.ts';

/** An answer of the API server that is not a success; carries its status code, reason and message. */
export class ClusterError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(request: string, status: number, body: string) {
    const { reason, message } = parseStatus(body);
    super(`${request} was answered ${status}${reason === '' ? '' : ` ${reason}`}: ${message}`);
    this.name = 'ClusterError';
    this.status = status;
    this.reason = reason;
  }

  /** Another writer was first: a stale resourceVersion, an existing name, or a failed `test` of a JSON patch. */
  get isConflict(): boolean {
    return this.status === 409 || (this.status === 422 && this.reason === 'Invalid');
  }
}

/** A right that the credential lacks: the user's to mend, wherever it is met. */
export class MissingRight extends UserError {
  /** @param what such as `patch deployments.apps in namespace shop`. */
  constructor(what: string) {
    super(
      `the credential may not ${what}`,
      'grant it with a Role (docs/permissions.md has one that suffices)',
    );
  }
}

/**
 * The missing right in a denial by RBAC, which
 * reads `pods is forbidden: User "x" cannot list resource "pods" in API group "" in the namespace "y"`. Admission, which
 * is answered 403 too, is not meant. Pure.
 */
export function denial(status: number, body: string): MissingRight | undefined {
  const match =
    /is forbidden: User ".*?" cannot (\S+) resource "(\S+?)" in API group "(\S*?)"(?: in the namespace "(\S+?)")?/.exec(
      parseStatus(body).message,
    );
  if (status !== 403 || match === null) return undefined;
  const [, verb, path = '', group, namespace] = match;
  const [plural, ...subresource] = path.split('/');
  const name = [group ? `${plural}.${group}` : plural, ...subresource].join('/');
  return new MissingRight(`${verb} ${name}${namespace === undefined ? '' : ` in namespace ${namespace}`}`);
}

function parseStatus(body: string): { reason: string; message: string } {
  try {
    const status = JSON.parse(body) as { reason?: string; message?: string };
    return { reason: status.reason ?? '', message: status.message ?? '' };
  } catch {
    return { reason: '', message: body.trim().slice(0, 300) };
  }
}
