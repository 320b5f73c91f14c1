import { z } from 'zod';
import { isMap } from '../toolkit/map.ts';
import { namesSecret } from '../toolkit/secrecy.ts';
import {
  atLeastOne,
  environmentVariableSchema,
  headerNameSchema,
  requestPathSchema,
  text,
  wholeSchema,
} from './formats.ts';

/** The schema of a request of `verify`: its method and path, what it carries, and as whom it is sent. */

export const statusSchema = wholeSchema(200, 599, 'is not an HTTP status; write a number from 200 to 599');

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
      .meta({ description: 'Headers without secrets.', example: { Accept: 'application/json' } }),
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

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof methods)[number];

/** A request, without what its answer must be. */
export const requestFields = {
  get: requestPathSchema.exactOptional().meta({
    description: 'The path to request, with its query if any.',
    example: '/ready',
  }),
  request: text(new RegExp(`^(${methods.join('|')}) /[\\x21\\x22\\x24-\\x7e]*$`), {
    problem: 'is not a request',
    remedy: `write ${methods.slice(0, -1).join(', ')} or ${methods.at(-1)} and a path, such as POST /api/orders`,
  })
    .exactOptional()
    .meta({
      description: 'A method and a path, such as `POST /api/login`, instead of `get`.',
      example: 'POST /api/orders',
    }),
  as: identityNameSchema.exactOptional().meta({
    description: 'The identity of `identities` that sends it. Default: none.',
    example: 'customer',
  }),
  send: sendSchema
    .exactOptional()
    .meta({ description: 'What the request carries.', example: { json: { item: 'tea' } } }),
};

/** A request with its path in `get`, for every method: records of releases have it there. */
export type Requesting<Fields extends object> = Omit<Fields, 'get' | 'request'> & {
  get: string;
  /** Default: GET. */
  method?: Exclude<Method, 'GET'>;
};

/** Turns a request as it is written into one with a path and a method, and back. @param fields with `requestFields`. */
export function requestOf<Fields extends z.ZodType<{ get?: string; request?: string }>>(fields: Fields) {
  type Written = z.output<Fields>;
  return z.codec(fields, z.custom<Requesting<Written>>(isMap), {
    decode: (written: Written, { issues }): Requesting<Written> => {
      // A misspelled path must not be reported as a missing one.
      if (issues.length > 0) return z.NEVER;
      const { get, request, ...rest } = written;
      if ((get === undefined) === (request === undefined)) {
        const message =
          get === undefined
            ? 'names no request; add `get: /ready`, or `request: POST /api/orders`'
            : 'has `get` and `request`; keep one of them';
        issues.push({ code: 'custom', message, input: written });
        return z.NEVER;
      }
      const [method = '', path = ''] = request?.split(' ') ?? ['GET', get];
      return {
        get: path,
        ...(method === 'GET' ? {} : { method }),
        ...rest,
      } as unknown as Requesting<Written>;
    },
    encode: (request: Requesting<Written>): Written => {
      // zod also encodes a request that is not there.
      if (request === undefined) return request;
      const { get, method, ...rest } = request;
      const line = method === undefined ? { get } : { request: `${method} ${get}` };
      return { ...line, ...rest } as unknown as Written;
    },
  });
}
