import { z } from 'zod';
import { namesSecret } from '../toolkit/secrecy.ts';
import {
  atLeastOne,
  environmentVariableSchema,
  headerNameSchema,
  requestPathSchema,
  text,
} from './formats.ts';

/** The schema of a request of `verify`: its method and path, what it carries, and as whom it is sent. */

export const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof methods)[number];

const pathFor = (method: Method, example: string) =>
  requestPathSchema.exactOptional().meta({
    description: `The path of a ${method.toUpperCase()} request, with its query if any.`,
    example,
  });

export const statusSchema = z
  .int({ error: 'is not an HTTP status; write a number from 200 to 599' })
  .min(200, { error: 'is not an HTTP status; write a number from 200 to 599' })
  .max(599, { error: 'is not an HTTP status; write a number from 200 to 599' });

export const identityNameSchema = text(/^[a-z][a-z0-9-]*$/, {
  problem: 'is not the name of an identity',
  remedy: 'use lower-case letters, digits and "-", such as customer',
  longest: 40,
});

export const cookieNameSchema = text(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, {
  problem: 'is not the name of a cookie',
  remedy: 'use letters, digits, "_" and "-", such as session',
  longest: 100,
});

const sendSchema = z
  .strictObject({
    headers: atLeastOne(
      z.record(
        headerNameSchema.refine(name => !namesSecret(name) && !/^(host|cookie|connection)$/i.test(name), {
          error:
            'is a header for a credential, or one that is set already; write a credential as an identity',
        }),
        text(/^[\x20-\x7e]{1,500}$/, {
          problem: 'is not the value of a header',
          remedy: 'write it on one line in ASCII',
        }),
      ),
      'has no entry; name at least one header, such as `Accept: application/json`',
    )
      .exactOptional()
      .meta({ description: 'Headers that are no secrets.', example: { Accept: 'application/json' } }),
    json: z
      .record(z.string(), z.unknown())
      .exactOptional()
      .meta({ description: 'A JSON object as body.', example: { item: 'tea' } }),
    form: z
      .record(z.string(), z.string())
      .exactOptional()
      .meta({ description: 'The fields of a form as body.', example: { user: 'probe' } }),
    body: z
      .string()
      .max(65_536, { error: 'is longer than 64 KiB; send less' })
      .exactOptional()
      .meta({ description: 'A text as body; set its `Content-Type` in `headers`.', example: 'tea' }),
    secrets: atLeastOne(
      z.record(z.string(), environmentVariableSchema),
      'has no entry; name a field and a variable, such as `password: PROBE_PASSWORD`',
    )
      .exactOptional()
      .meta({
        description: 'Further fields of `json` or `form`, and the environment variables with their values.',
        example: { password: 'PROBE_PASSWORD' },
      }),
  })
  .superRefine(({ json, form, body, secrets }, { addIssue }) => {
    const bodies = [json, form, body].filter(each => each !== undefined).length;
    if (bodies > 1) addIssue('has more than one of `json`, `form` and `body`; keep one');
    else if (secrets !== undefined && json === undefined && form === undefined)
      addIssue('has `secrets` without the fields that they belong to; add `json: {}` or `form: {}`');
  });

/** A request, without what its answer must be. */
export const requestFields = {
  get: pathFor('get', '/ready'),
  head: pathFor('head', '/ready'),
  post: pathFor('post', '/api/orders'),
  put: pathFor('put', '/api/orders/1'),
  patch: pathFor('patch', '/api/orders/1'),
  delete: pathFor('delete', '/api/orders/1'),
  as: identityNameSchema.exactOptional().meta({
    description: 'The identity of `identities` that sends it. Default: none.',
    example: 'customer',
  }),
  send: sendSchema
    .exactOptional()
    .meta({ description: 'What the request carries.', example: { json: { item: 'tea' } } }),
};

export type Written<Fields extends object> = Fields & { [Name in Method]?: string };

/** A request with its path in `get`, whatever its method is: records of releases have it there. */
export type Requesting<Fields extends object> = Omit<Fields, Method> & {
  get: string;
  /** Default: GET. */
  method?: Uppercase<Exclude<Method, 'get'>>;
};

interface Payload {
  value: unknown;
  issues: z.core.$ZodRawIssue[];
}

/** Turns a request as it is written, with one of the methods as key, into one with a path and a method, and back. */
export function asRequest<Fields extends object>() {
  return {
    decode: (written: Written<Fields>, { issues }: Payload): Requesting<Fields> => {
      // A misspelled path must not be reported as a missing one.
      if (issues.length > 0) return z.NEVER;
      const named = methods.filter(method => written[method] !== undefined);
      const [method = 'get'] = named;
      if (named.length !== 1) {
        const message =
          named.length === 0
            ? 'names no request; add `get: /ready`, or `post`, `put`, `patch`, `delete` or `head` with a path'
            : `has \`${named.join('` and `')}\`; keep one of them`;
        issues.push({ code: 'custom', message, input: written });
        return z.NEVER;
      }
      const { [method]: get = '', ...rest } = written;
      const upper = method === 'get' ? {} : { method: method.toUpperCase() };
      return { get, ...upper, ...rest } as unknown as Requesting<Fields>;
    },
    encode: ({ get, method = 'GET' as never, ...rest }: Requesting<Fields>): Written<Fields> =>
      ({ [String(method).toLowerCase()]: get, ...rest }) as unknown as Written<Fields>,
  };
}
