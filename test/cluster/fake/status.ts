import type { Resource } from '../../../src/cluster/resources.ts';

/** An error of the API server, with the body that it sends. */
export class Refusal extends Error {
  readonly code: number;
  readonly body: string;
  readonly headers: Record<string, string>;

  constructor(code: number, body: object | string, headers: Record<string, string> = {}) {
    super(typeof body === 'string' ? body : JSON.stringify(body));
    this.code = code;
    this.body = typeof body === 'string' ? body : JSON.stringify(body);
    this.headers = {
      'content-type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json',
      ...headers,
    };
  }
}

interface Details {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: { reason: string; message: string; field?: string }[];
  retryAfterSeconds?: number;
}

/** `reason` is missing where the API server has none. */
export function failure(
  code: number,
  reason: string,
  message: string,
  details?: Details,
  headers = {},
): Refusal {
  const body = {
    ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message },
    ...(reason === '' ? {} : { reason }),
    ...(details === undefined ? {} : { details }),
    code,
  };
  return new Refusal(code, body, headers);
}

/** The response to a deletion. */
export const success = (kind: Resource, name: string, uid: string) => ({
  ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' },
  details: { ...detailsOf(kind, name), uid },
});

const qualified = ({ plural, group }: Resource) => (group === '' ? plural : `${plural}.${group}`);
const detailsOf = ({ plural, group }: Resource, name: string): Details => ({
  name,
  ...(group === '' ? {} : { group }),
  kind: plural,
});

export const notFound = (kind: Resource, name: string) =>
  failure(404, 'NotFound', `${qualified(kind)} "${name}" not found`, detailsOf(kind, name));

/** For a path without an API. */
export const noSuchPath = () => new Refusal(404, '404 page not found\n');

/** For a kind that is not served, in a group that is. */
export const noSuchResource = () =>
  failure(404, 'NotFound', 'the server could not find the requested resource', {});

export const alreadyExists = (kind: Resource, name: string) =>
  failure(409, 'AlreadyExists', `${qualified(kind)} "${name}" already exists`, detailsOf(kind, name));

export const modified =
  'the object has been modified; please apply your changes to the latest version and try again';

export const conflict = (kind: Resource, name: string, why = modified) =>
  failure(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualified(kind)} "${name}": ${why}`,
    detailsOf(kind, name),
  );

/** For a write to another object than the existing one. */
export const otherUid = (kind: Resource, { key, wanted, is }: { key: string; wanted: string; is: string }) =>
  conflict(
    kind,
    key.split('/').at(-1) ?? '',
    `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${wanted}, UID in object meta: ${is}`,
  );

/** For a deletion with a precondition that fails; it names the kind, while other errors name the resource. */
export const preconditionFails = (
  { kind, group }: Resource,
  name: string,
  { of, wanted, is }: { of: 'UID' | 'ResourceVersion'; wanted: string; is: string },
) =>
  conflict(
    { kind, group, plural: kind, version: '', namespaced: true },
    name,
    `the ${of} in the precondition (${wanted}) does not match the ${of} in record (${is}). The object might have been ${of === 'UID' ? 'deleted and then recreated' : 'modified'}`,
  );

export const badRequest = (message: string) => failure(400, 'BadRequest', message);

export function invalid(
  { kind, group }: Resource,
  name: string,
  cause: { type: string; word: string; field: string; says: string },
): Refusal {
  const message = `${cause.word}: ${cause.says}`;
  return failure(
    422,
    'Invalid',
    `${group === '' ? kind : `${kind}.${group}`} "${name}" is invalid: ${cause.field}: ${message}`,
    {
      name,
      ...(group === '' ? {} : { group }),
      kind,
      causes: [{ reason: cause.type, message, field: cause.field }],
    },
  );
}

/** For a JSON patch whose `test` or path fails. */
export const patchDoesNotFit = () =>
  failure(422, 'Invalid', 'the server rejected our request due to an error in our request', {});

/** @param fields by the manager that has them. */
export function applyConflict(fields: { manager: string; field: string }[]): Refusal {
  const [first] = fields;
  const said = fields.map(({ manager, field }) => `conflict with ${manager}: ${field}`);
  return failure(
    409,
    'Conflict',
    fields.length === 1
      ? `Apply failed with 1 conflict: conflict with ${first?.manager}: ${first?.field}`
      : `Apply failed with ${fields.length} conflicts: ${said.join('\n')}`,
    {
      causes: fields.map(({ manager, field }) => ({
        reason: 'FieldManagerConflict',
        message: `conflict with ${manager}`,
        field,
      })),
    },
  );
}

/** The attributes of an access review. */
export interface Asked {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace?: string;
  name?: string;
}

export function forbidden(
  user: string,
  { verb, group, resource, subresource, namespace, name }: Asked,
): Refusal {
  const what = group === '' ? resource : `${resource}.${group}`;
  const asked = subresource === undefined ? resource : `${resource}/${subresource}`;
  const where = namespace === undefined ? 'at the cluster scope' : `in the namespace "${namespace}"`;
  return failure(
    403,
    'Forbidden',
    `${what}${name === undefined ? '' : ` "${name}"`} is forbidden: User "${user}" cannot ${verb} resource "${asked}" in API group "${group}" ${where}`,
    { ...(name === undefined ? {} : { name }), ...(group === '' ? {} : { group }), kind: resource },
  );
}

export const expired = (message: string) => failure(410, 'Expired', message);

/** The response for a failure that a test injects. */
export function failing(
  code: number,
  kind: Resource,
  name: string,
  isCreate: boolean,
  said?: string,
): Refusal {
  switch (code) {
    case 401:
      return failure(401, 'Unauthorized', said ?? 'Unauthorized');
    case 403:
      return failure(
        403,
        'Forbidden',
        said ?? 'admission webhook "policy.example.com" denied the request: not today',
      );
    case 409:
      return isCreate ? alreadyExists(kind, name) : conflict(kind, name, said);
    case 422:
      return invalid(kind, name, {
        ...{ type: 'FieldValueInvalid', word: 'Invalid value' },
        ...{ field: 'spec', says: said ?? 'must be another' },
      });
    case 429:
      return new Refusal(429, said ?? 'Too many requests, please try again later.\n', { 'retry-after': '1' });
    case 500:
      return failure(
        500,
        'InternalError',
        `Internal error occurred: ${said ?? 'etcdserver: request timed out'}`,
        {
          causes: [{ reason: '', message: said ?? 'etcdserver: request timed out' }],
        },
      );
    case 503:
      return failure(
        503,
        'ServiceUnavailable',
        said ?? 'the server is currently unable to handle the request',
        { retryAfterSeconds: 1 },
        { 'retry-after': '1' },
      );
    default:
      return failure(code, '', said ?? 'it failed');
  }
}
