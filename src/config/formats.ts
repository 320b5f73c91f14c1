import { z } from 'zod';
import { type Duration, durationPattern, parseDuration } from './duration.ts';
import { selectorFault } from './matchers.ts';

/**
 * The string formats of slipway.yml. A message has the form `problem; remedy`. Formats are regular expressions instead of code
 * wherever possible, so that editors check the same through JSON Schema.
 */

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';

/** A DNS label (RFC 1123), as Kubernetes requires it for namespaces and Services. */
export const labelSchema = (noun: string, longest = 63) =>
  text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
  });

/** `Kind/name` of one of these kinds. */
export const objectSchema = <Kind extends string>(kinds: readonly [Kind, ...Kind[]], example: string) => {
  const [first, ...others] = kinds;
  const last = others.pop();
  const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
  const name = `${label}(\\.${label})*`;
  const written = text(
    new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`),
    {
      problem: `is not a ${listed}`,
      remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
      longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    },
  );
  return z.codec(written, z.object({ kind: z.enum(kinds), name: z.string() }), {
    decode: object => {
      const slash = object.indexOf('/');
      return { kind: object.slice(0, slash) as never, name: object.slice(slash + 1) };
    },
    encode: object => `${object.kind}/${object.name}`,
  });
};

export const durationSchema = z.codec(
  text(durationPattern, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
  }),
  z.custom<Duration>(value => typeof value === 'number'),
  {
    decode: (written, { issues }) => {
      const duration = parseDuration(written);
      if (duration !== undefined) return duration;
      const message = 'is out of range; choose a duration above 0 and at most 24h';
      issues.push({ code: 'custom', message, input: written });
      return z.NEVER;
    },
    encode: duration => `${duration}ms`,
  },
);

/** Whole days, written `7d`. */
export const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
  problem: 'is not a number of days',
  remedy: 'write days such as 7d, at most 999d',
});

/** Whole days, in milliseconds. */
export const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);

const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';

export const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
  problem: 'is not a repository',
  remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
  longest: 255,
});

export const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
  problem: 'is not a relative path',
  remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});

/** A path below the folder of slipway.yml; "." is that folder. */
export const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
  problem: 'is not a path below slipway.yml',
  remedy: 'write a relative path with "/" and without "..", such as web',
});

export const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
  problem: 'is not the name of a file',
  remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});

export const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
  problem: 'is not a pattern of paths',
  remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});

export const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
  problem: 'is not the name of a stage',
  remedy: 'write the name after AS in the Dockerfile, such as runtime',
});

export const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
  problem: 'is not a platform',
  remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});

export const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
  problem: 'is not the name of a build argument',
  remedy: 'use letters, digits and "_", such as NODE_VERSION',
});

export const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
  problem: 'is not the name of a secret',
  remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});

export const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
  problem: 'is not the name of a label',
  remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
  longest: 255,
});

/** A percentage such as `70%`; becomes a number from 0 to 100. @param mistake what to say of any other text. */
export const percentOr = (mistake: { problem: string; remedy: string }) =>
  z.codec(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), z.number(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
  });

export const percentSchema = percentOr({
  problem: 'is not a percentage',
  remedy: 'write a number from 0 to 100 with "%", such as 70%',
});

const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** A size such as `150MB`; becomes whole bytes. */
export const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
  problem: 'is not a size',
  remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
  const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
  return Math.round(Number(number) * units[unit as keyof typeof units]);
});

export const unversionedSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
  problem: 'is neither a ConfigMap nor a Secret',
  remedy: 'write ConfigMap/name or Secret/name',
});

export const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
  problem: 'is not a request path',
  remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});

export const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
  problem: 'is not an address',
  remedy:
    'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
  error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
  abort: true,
});

export const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
  problem: 'is not the address of an API server',
  remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});

const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

export const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
  problem: 'is not a media type',
  remedy: 'write type/subtype without parameters, such as application/json',
});

export const headerNameSchema = text(new RegExp(`^${token}$`), {
  problem: 'is not a header name',
  remedy: 'use letters, digits and "-", such as Cache-Control',
});

export const jsonPathSchema = text(
  /^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/,
  { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' },
);

/** A repository with an optional tag or digest. */
export const imageReferenceSchema = text(
  new RegExp(
    `^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`,
  ),
  { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 },
);

/** `namespace/service:port`. */
export const proxiedServiceSchema = z.codec(
  text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
  }),
  z.object({ namespace: z.string(), name: z.string(), port: z.string() }),
  {
    decode: written => {
      const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
      return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
  },
);

export const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
  problem: 'is not the name of an environment variable',
  remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});

const matcher =
  '\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*("([^"\\\\]|\\\\.)*"|\'([^\'\\\\]|\\\\.)*\'|`[^`]*`)\\s*';

/** A PromQL series selector: a name with labels, without function and range, as `parseSelector` in src/analysis reads it. */
export const querySchema = text(
  new RegExp(`^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{(\\s*|${matcher}(,${matcher})*(,\\s*)?)\\})?$`),
  {
    problem: 'is not a series selector',
    remedy:
      'write the name of a counter with its labels, their values in quotes, such as http_requests_total{code=~"5.."}',
  },
).superRefine((written, { addIssue }) => {
  const fault = selectorFault(written);
  const message = `has a regular expression that Prometheus rejects: ${fault}; correct the value after =~ or !~`;
  if (fault !== undefined) addIssue({ code: 'custom', message, input: written });
});

export function text(pattern: RegExp, wrong: { problem: string; remedy: string; longest?: number }) {
  const error = `${wrong.problem}; ${wrong.remedy}`;
  const schema = z.string().regex(pattern, { error, abort: true });
  return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}

/** A map with at least one entry. */
export function atLeastOne<Schema extends z.ZodRecord>(schema: Schema, error: string) {
  // `minProperties` gives editors the same check as the refinement.
  return schema
    .refine(entries => Object.keys(entries as object).length > 0, { error })
    .meta({ minProperties: 1 });
}

/** A list with at least one entry. */
export const listSchema = <Item extends z.ZodType>(item: Item, error: string) =>
  z.array(item).min(1, { error });

/** A whole number in a range; one error for any other value. */
export const wholeSchema = (least: number, most: number, error: string) =>
  z.int({ error }).min(least, { error }).max(most, { error });

/** A port, with the usual one as its default. */
export const portSchema = (usual: number) =>
  wholeSchema(1, 65_535, 'is not a port').prefault(usual).describe('Its port.');

/** A user for basic authentication. */
export const userNameSchema = text(/^[^\p{Cc}:]{1,255}$/u, {
  problem: 'is not a user name',
  remedy: 'write it on one line and without ":"',
});

/** `true` or `false`, without quotes. */
export const booleanSchema = () =>
  z.boolean({ error: 'is neither true nor false; write true or false, without quotes' });
