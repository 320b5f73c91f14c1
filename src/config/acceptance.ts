import { z } from 'zod';
import { isMap } from '../toolkit/map.ts';
import { type dependenciesSchema, problemsOfEdges } from './dependencies.ts';
import {
  atLeastOne,
  booleanSchema,
  environmentVariableSchema,
  headerNameSchema,
  labelSchema,
  percentSchema,
  requestPathSchema,
  text,
  userNameSchema,
  wholeSchema,
} from './formats.ts';
import { below, type Path, type PlacedProblem, placed } from './placed-problem.ts';
import { lostInProxy, plainChecks } from './plain-checks.ts';
import { cookieNameSchema, identityNameSchema } from './request.ts';
import { suggest } from './suggest.ts';

/** The schemas of `verify` beside its checks: who asks, where, and what the application depends on. */

export const identitiesSchema = z.record(
  identityNameSchema.refine(name => name !== 'none', {
    error: 'is reserved for requests without a credential; choose another name',
  }),
  z
    .strictObject({
      bearer: environmentVariableSchema.exactOptional().meta({
        description: 'The environment variable with a bearer token; `NAME_FILE` may hold the path of a file.',
        example: 'CUSTOMER_TOKEN',
      }),
      cookie: atLeastOne(
        z.record(cookieNameSchema, environmentVariableSchema),
        'has no entry; name a cookie and a variable, such as `session: WEB_SESSION`',
      )
        .exactOptional()
        .meta({
          description: 'Cookies, and the environment variables with their values.',
          example: { session: 'WEB_SESSION' },
        }),
      header: atLeastOne(
        z.record(
          headerNameSchema.refine(
            name => !/^(host|connection|content-length|transfer-encoding)$/i.test(name),
            {
              error: 'is set already; name the header of the API key, such as X-API-Key',
            },
          ),
          environmentVariableSchema,
        ),
        'has no entry; name a header and a variable, such as `X-API-Key: PARTNER_KEY`',
      )
        .exactOptional()
        .meta({
          description: 'Headers such as that of an API key, and the environment variables with their values.',
          example: { 'X-API-Key': 'PARTNER_KEY' },
        }),
      basic: z
        .strictObject({
          username: userNameSchema.meta({ description: 'The user name.', example: 'probe' }),
          password: environmentVariableSchema.meta({
            description: 'The environment variable with the password.',
            example: 'PROBE_PASSWORD',
          }),
        })
        .exactOptional()
        .meta({
          description: 'A user for basic authentication.',
          example: { username: 'probe', password: 'PROBE_PASSWORD' },
        }),
      invalid: identityNameSchema.exactOptional().meta({
        description: 'Another identity: its credential is sent with random letters as value.',
        example: 'customer',
      }),
      expired: z
        .literal(true, { error: 'is not true; write `expired: true`, or remove it' })
        .exactOptional()
        .meta({
          description:
            'The credential has expired. Of a JSON web token, that is checked; of others it is not.',
          example: true,
        }),
    })
    .superRefine(({ expired, ...ways }, { addIssue }) => {
      const named = Object.keys(ways);
      if (named.length === 0)
        addIssue('has no credential; add `bearer`, `cookie`, `header`, `basic` or `invalid`');
      else if (named.length > 1) addIssue(`has \`${named.join('` and `')}\`; keep one of them`);
      else if (expired === true && (ways.basic ?? ways.invalid) !== undefined)
        addIssue('has `expired`, which only `bearer`, `cookie` and `header` have; remove it');
    }),
);

const placeSchema = text(/^(\[[0-9a-fA-F:]+\]|[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?)(:[0-9]{1,5})?$/, {
  problem: 'is not an address with an optional port',
  remedy: 'write a host or IP address, such as 192.0.2.10 or 192.0.2.10:8443',
  longest: 255,
}).refine(
  written => {
    const text = `https://${written}`;
    return URL.canParse(text) && new URL(text).host === written.toLowerCase().replace(/:443$/, '');
  },
  {
    error: 'is not an address; write a host or IP address, such as 192.0.2.10 or 192.0.2.10:8443',
  },
);

export const addressesSchema = z.union(
  [
    z.literal('all'),
    atLeastOne(
      z.record(labelSchema('the name of an address'), placeSchema),
      'has no entry; name an address, such as `zone-a: 192.0.2.10`',
    ).refine(list => Object.keys(list).length <= 20, {
      error: 'has more than 20 entries; list those that matter',
      abort: true,
    }),
  ],
  { error: 'is neither `all` nor a map; write `all`, or `zone-a: 192.0.2.10`' },
);

export const tlsSchema = z.strictObject({
  days: wholeSchema(1, 365, 'is not a number of days; write a number from 1 to 365, such as 14')
    .default(14)
    .describe('For how many days more the certificate must be valid.'),
  minimum: z.enum(['1.2', '1.3']).default('1.2').describe('The oldest version of TLS that may be accepted.'),
  hsts: booleanSchema().default(true).describe('Whether responses must have `Strict-Transport-Security`.'),
  redirect: z
    .union([z.boolean(), z.int().min(1).max(65_535)], {
      error: 'is neither true, false nor a port; write true for port 80, or another port',
    })
    .default(true)
    .describe(
      'Whether plain HTTP must redirect to HTTPS, or its port. Default: port 80. A closed port passes.',
    ),
});

export const pageSchema = z.strictObject({
  get: requestPathSchema.meta({ description: 'The path of the page.', example: '/' }),
  cacheable: percentSchema
    .prefault('80%')
    .describe(
      'The least share of the bytes of a page load that a browser or CDN may keep for a day or longer.',
    ),
});

/** Most requests of a matrix. */
const mostCells = 500;

interface Parts {
  url?: string | undefined;
  ca?: string | undefined;
  identities?: z.output<typeof identitiesSchema> | undefined;
  matrix?: readonly { expect: Record<string, number> }[] | undefined;
  addresses?: z.output<typeof addressesSchema> | undefined;
  tls?: unknown;
  page?: unknown;
  revoked?: unknown;
  dependencies?: z.output<typeof dependenciesSchema> | undefined;
  checks: readonly Parameters<typeof plainChecks>[0][number][];
}

/** Returns what is inconsistent between the parts of `verify`. Pure. */
export function problemsOfAcceptance(verify: Parts): PlacedProblem[] {
  const { url, ca, identities = {}, matrix = [], addresses, dependencies, tls, checks } = verify;
  const known = ['none', ...Object.keys(identities)];
  const unknown = (name: string, verb = 'is') =>
    name === 'none' || Object.hasOwn(identities, name)
      ? undefined
      : `${verb} not an identity; ${known.length === 1 ? 'add it to `verify.identities`' : suggest(name, known)}`;
  const problems: PlacedProblem[] = [];
  const add = (path: Path, message: string | undefined) => {
    problems.push(...placed(path, message));
  };
  const requests = requestsIn(verify);
  for (const [path, { as }] of requests) if (typeof as === 'string') add([...path, 'as'], unknown(as));
  for (const [index, { expect }] of matrix.entries())
    for (const name of Object.keys(expect))
      add(['matrix', index, 'expect', name], unknown(name, `is the status of "${name}", which is`));
  if (matrix.reduce((sum, { expect }) => sum + Object.keys(expect).length, 0) > mostCells)
    add(['matrix'], `has more than ${mostCells} requests; list fewer endpoints or identities`);
  for (const [name, { invalid }] of Object.entries(identities)) {
    if (invalid === undefined) continue;
    const path = ['identities', name, 'invalid'];
    if (invalid === 'none' || unknown(invalid) !== undefined)
      add(path, `is no identity with a credential; ${suggest(invalid, known.slice(1))}`);
    else if (identities[invalid]?.invalid !== undefined)
      add(path, 'is itself `invalid`; name an identity with a credential');
  }
  const secrets: Path[] = [
    ...(Object.keys(identities).length === 0 ? [] : [['identities']]),
    ...requests.flatMap(([path, { send }]) =>
      isMap(send) && send.secrets !== undefined ? [[...path, 'send', 'secrets']] : [],
    ),
  ];
  if (addresses !== undefined && tls === undefined && plainChecks(checks).length === 0)
    add(
      ['addresses'],
      'has no check to run, because each one has an identity, cookies or another method; add one that is a plain GET',
    );
  if (url === undefined)
    for (const path of secrets)
      add(
        path,
        'would be sent to any address that the cluster reports; set `verify.url` to the https URL that users request',
      );
  if (url?.startsWith('http:') === true && !isLoopback(new URL(url).hostname)) {
    for (const path of secrets) add(path, 'would be sent to a `url` without TLS; write an https address');
    if (tls !== undefined) add(['tls'], 'cannot be checked at a `url` without TLS; write an https address');
    if (ca !== undefined)
      add(['ca'], 'is of no use for a `url` without TLS; write an https address, or remove it');
  }
  return dependencies === undefined
    ? problems
    : [...problems, ...below('dependencies', problemsOfEdges(dependencies))];
}

/** Returns the path of each request that has an identity or carries something. */
function requestsIn(value: unknown, path: Path = []): [Path, Record<string, unknown>][] {
  if (Array.isArray(value)) return value.flatMap((each, index) => requestsIn(each, [...path, index]));
  if (!isMap(value)) return [];
  const own: [Path, Record<string, unknown>][] = 'as' in value || 'send' in value ? [[path, value]] : [];
  // What a request carries, and names that users choose, are not settings.
  const inner = Object.entries(value).filter(
    ([key]) => !['send', 'identities', 'dependencies', 'json', 'expect'].includes(key),
  );
  return [...own, ...inner.flatMap(([key, each]) => requestsIn(each, [...path, key]))];
}

/** Whether a host is this machine. Pure. */
export const isLoopback = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(host);

/**
 * Returns the first part of `verify` that cannot be sent through the API server, which forwards no credentials and has no address, or
 * the checks that expect what it does not pass on. Pure.
 */
export function problemsOfProxy(verify: Parts): PlacedProblem[] {
  const remedy = 'add `route:` to the environment, or `url:` to verify';
  const parts = ['ca', 'identities', 'matrix', 'revoked', 'addresses', 'tls', 'page'] as const;
  const part = parts.find(key => verify[key] !== undefined);
  if (part !== undefined) return placed([part], `cannot be used through the API server; ${remedy}`);
  const index = verify.checks.findIndex(
    check =>
      isMap(check) &&
      ['method', 'send', 'cookies', 'stored-secrets', 'as'].some(key => check[key] !== undefined),
  );
  if (index !== -1)
    return placed(
      ['checks', index],
      `is more than a GET, but only a GET can be sent through the API server; ${remedy}`,
    );
  return verify.checks.flatMap((check, each) => {
    const lost = lostInProxy(check);
    return placed(['checks', each], lost && `${lost}; ${remedy}`);
  });
}
