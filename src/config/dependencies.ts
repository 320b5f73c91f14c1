import { z } from 'zod';
import {
  addressSchema,
  atLeastOne,
  durationSchema,
  imageReferenceSchema,
  labelSchema,
  text,
} from './formats.ts';
import { leadsTo } from './leads-to.ts';
import { type PlacedProblem, placed } from './placed-problem.ts';
import { suggest } from './suggest.ts';

/** The schema of `verify.dependencies`: what the application needs, and the pod that asks it. */

const portPlace = text(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?:[0-9]{1,5}$/, {
  problem: 'is not a host with a port',
  remedy: 'write host:port, such as db:5432',
  longest: 255,
});
const kinds = ['tcp', 'dns', 'http', 'redis', 'postgres', 's3'] as const;
const secretKey = text(/^[-._a-zA-Z0-9]{1,253}$/, {
  problem: 'is not a key of a Secret',
  remedy: 'use letters, digits, "-", "_" and ".", such as password',
});
const edgeName = labelSchema('the name of a dependency', 40);

const edgeSchema = z
  .strictObject({
    tcp: portPlace
      .exactOptional()
      .meta({ description: 'A host and port that accepts connections.', example: 'mail:25' }),
    dns: text(/^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9.])?$/, {
      problem: 'is not a name',
      remedy: 'write a host name, such as api.example.com',
      longest: 253,
    })
      .exactOptional()
      .meta({ description: 'A name that resolves.', example: 'api.example.com' }),
    http: addressSchema.exactOptional().meta({
      description: 'An address that answers a GET with a status of 2xx.',
      example: 'http://auth:8080/health',
    }),
    redis: portPlace.exactOptional().meta({
      description: 'A Redis that answers PING; with `secret` and `key` after AUTH.',
      example: 'cache:6379',
    }),
    tls: z.literal(true, { error: 'is not true; write `tls: true`, or remove it' }).exactOptional().meta({
      description: 'Whether `redis` is checked over TLS, with openssl from the image.',
      example: true,
    }),
    s3: addressSchema.exactOptional().meta({
      description:
        'The address of a bucket that answers HEAD with a status of 2xx, checked with curl from the image; with `secret`, `id` and `key` the request is signed.',
      example: 'https://s3.example.com/shop',
    }),
    region: text(/^[a-z0-9-]{1,40}$/, {
      problem: 'is not a region',
      remedy: 'write its name, such as eu-central-1',
    })
      .exactOptional()
      .meta({ description: 'The region of `s3`. Default: `us-east-1`.', example: 'eu-central-1' }),
    postgres: portPlace.exactOptional().meta({
      description:
        'A PostgreSQL that answers `SELECT 1`, asked by psql in the image; needs `user` and `database`.',
      example: 'db:5432',
    }),
    user: text(/^[^\p{Cc}]{1,63}$/u, { problem: 'is not a user', remedy: 'write its name, such as shop' })
      .exactOptional()
      .meta({ description: 'The user of the database.', example: 'shop' }),
    database: text(/^[^\p{Cc}]{1,63}$/u, {
      problem: 'is not a database',
      remedy: 'write its name, such as shop',
    })
      .exactOptional()
      .meta({ description: 'The name of the database.', example: 'shop' }),
    sslmode: z
      .enum(['disable', 'prefer', 'require', 'verify-full'])
      .exactOptional()
      .meta({ description: 'How psql protects the connection. Default: `prefer`.', example: 'require' }),
    'ca-configmap': labelSchema('the name of a ConfigMap', 253).exactOptional().meta({
      description:
        'A ConfigMap with the CA certificates of the server in `ca.crt`, for TLS. Default: those of the image; for `sslmode: verify-full` that needs psql 16.',
      example: 'db-ca',
    }),
    secret: labelSchema('the name of a Secret', 253).exactOptional().meta({
      description: 'The Secret in the namespace with the password. Only the pod reads it.',
      example: 'db',
    }),
    key: secretKey.exactOptional().meta({
      description: 'The key of `secret` with the password, or with the secret key of `s3`.',
      example: 'password',
    }),
    id: secretKey
      .exactOptional()
      .meta({ description: 'The key of `secret` with the ID of the access key of `s3`.', example: 'id' }),
    needs: z
      .array(edgeName)
      .exactOptional()
      .meta({
        description: 'Dependencies that this one depends on: when one of them fails, it is the cause.',
        example: ['auth'],
      }),
  })
  .superRefine((edge, { addIssue }) => {
    const named = kinds.filter(kind => edge[kind] !== undefined);
    if (named.length !== 1)
      addIssue(
        named.length === 0
          ? 'checks nothing; add `tcp: host:port`, `dns`, `http`, `redis`, `postgres` or `s3`'
          : `has \`${named.join('` and `')}\`; keep one of them`,
      );
    else if ((edge.secret === undefined) !== (edge.key === undefined))
      addIssue('has `secret` or `key` alone; name both');
    else if (edge.postgres !== undefined && (edge.user === undefined || edge.database === undefined))
      addIssue('has `postgres` without `user` or `database`; add both');
    else if ((edge.id !== undefined) !== (edge.s3 !== undefined && edge.secret !== undefined))
      addIssue('has only some of `s3`, `secret` and `id`; set all three, or only `s3`');
    else if (edge.tls !== undefined && edge.redis === undefined)
      addIssue('has `tls`, which only `redis` has; remove it');
    else if (edge['ca-configmap'] !== undefined && !isVerified(edge))
      addIssue(
        'has `ca-configmap` without TLS; write an https address, `tls: true` or `sslmode: verify-full`',
      );
  });

/** Whether the certificate of the server is verified. */
const isVerified = ({
  http = '',
  s3 = '',
  tls,
  sslmode,
}: Partial<Record<'http' | 's3' | 'sslmode', string>> & { tls?: true }): boolean =>
  /^https:/.test(`${http}${s3}`) || tls === true || sslmode === 'verify-full';

export const dependenciesSchema = z.strictObject({
  image: imageReferenceSchema.meta({
    description:
      'An image with a shell, nc and wget or curl, such as BusyBox; for `postgres` with psql. With a `secret`, its digest is required.',
    example: 'registry.example.com/tools/busybox:1',
  }),
  labels: z
    .record(
      text(/^[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9])?$/, {
        problem: 'is not the name of a label',
        remedy: 'use letters, digits, "-", "_", "." and "/"',
        longest: 253,
      }),
      text(/^([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?$/, {
        problem: 'is not the value of a label',
        remedy: 'use letters, digits, "-", "_" and "."',
        longest: 63,
      }),
    )
    .exactOptional()
    .meta({
      description:
        'Labels of the pod that asks, by which NetworkPolicies know it. No Service may select them.',
      example: { network: 'shop' },
    }),
  timeout: durationSchema.prefault('1m').describe('How long the pod may take, at most `10m`.'),
  edges: atLeastOne(
    z.record(edgeName, edgeSchema),
    'has no entry; name a dependency, such as `db: {tcp: db:5432}`',
  ).meta({
    description: 'What the application depends on, at most 20.',
    example: { auth: { http: 'http://auth:8080/health' }, db: { tcp: 'db:5432', needs: ['auth'] } },
  }),
});

/** Returns what is inconsistent between dependencies. Pure. */
export function problemsOfEdges({
  image,
  edges,
  timeout,
}: z.output<typeof dependenciesSchema>): PlacedProblem[] {
  const names = Object.keys(edges);
  const needsOf = (name: string) => edges[name]?.needs ?? [];
  if (names.length > 20) return placed(['edges'], 'has more than 20 entries; ask fewer');
  if (timeout > 600_000) return placed(['timeout'], 'is longer than 10m; choose a shorter time');
  const reader = names.find(name => edges[name]?.secret !== undefined);
  if (reader !== undefined && !image.includes('@'))
    return placed(
      ['image'],
      `gets the password of ${reader}, and its tag may be moved; write repository@sha256:…`,
    );
  const wrong = names.flatMap(name => {
    const others = names.filter(each => each !== name);
    return needsOf(name).flatMap((need, index) =>
      others.includes(need)
        ? []
        : placed(['edges', name, 'needs', index], `is not another dependency; ${suggest(need, others)}`),
    );
  });
  if (wrong.length > 0) return wrong;
  const circular = names.find(name => needsOf(name).some(need => leadsTo(need, name, needsOf)));
  return circular === undefined
    ? []
    : placed(['edges', circular, 'needs'], 'is part of a cycle; remove one of the `needs`');
}
