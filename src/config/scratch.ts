import { z } from 'zod';
import {
  addressSchema,
  durationSchema,
  labelSchema,
  listSchema,
  objectSchema,
  portSchema,
  text,
} from './formats.ts';
import { credentialsPrefixSchema, regionSchema } from './repositories.ts';

/** The part of the schema of `drills` for restores beside the live application. */

const placeSchema = text(
  /^(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?):\d{1,5}$/,
  {
    problem: 'is not a host with a port',
    remedy: 'write host:port, such as db.example.com:5432',
  },
);

export const destinationSchema = text(/^[0-9A-Fa-f:.]{2,45}(\/\d{1,3})?:\d{1,5}$/, {
  problem: 'is not an address with a port',
  remedy: 'write an address or a small network with a port, such as 192.0.2.7/32:443',
}).transform(written => {
  const at = written.lastIndexOf(':');
  const address = written.slice(0, at);
  const whole = address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`;
  return { cidr: whole, port: Number(written.slice(at + 1)) };
});

export const offSiteSchema = z.strictObject({
  repository: labelSchema('the name of a repository').exactOptional().meta({
    description: 'The repository. Default: the first one of the database with `survives: region`.',
    example: 'off-site',
  }),
  addresses: z
    .array(destinationSchema)
    .prefault([])
    .meta({
      description:
        'Its addresses, as a NetworkPolicy sees them: all that `region` may reach, and what `off-site-down` blocks.',
      example: ['198.51.100.7:443'],
    }),
});

export const encryptedSchema = z.array(
  z.strictObject({
    table: text(/^[^\p{Cc}]{1,130}$/u, {
      problem: 'is not a table',
      remedy: 'write its name as in psql, such as public.accounts',
    }).meta({ description: 'The table, as named in psql.', example: 'public.accounts' }),
    column: text(/^[^\p{Cc}]{1,63}$/u, { problem: 'is not a column', remedy: 'write its name' }).meta({
      description: 'The column with the Fernet tokens, plain or in base64.',
      example: 'token',
    }),
    secret: labelSchema('the name of a Secret', 253).meta({
      description: 'The Secret with the key.',
      example: 'shop-keys',
    }),
    key: text(/^[A-Za-z0-9._-]{1,253}$/, {
      problem: 'is not a key of a Secret',
      remedy: 'write the key that holds it',
    })
      .prefault('key')
      .describe('The key of that Secret.'),
    'key-derivation': z
      .enum(['none', 'sha256'])
      .prefault('none')
      .describe('Whether the value is the Fernet key (`none`), or a text whose SHA-256 is the key.'),
  }),
);

const sizes = { Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 } as const;

/** A size of data; becomes bytes. */
export const sizeSchema = text(/^[1-9]\d{0,5}(Mi|Gi|Ti)$/, {
  problem: 'is not a size',
  remedy: 'write a size such as 20Gi',
}).transform(written => Number.parseInt(written, 10) * sizes[written.slice(-2) as keyof typeof sizes]);

export const rotSchema = z.strictObject({
  'max-size': sizeSchema
    .prefault('20Gi')
    .describe('The maximum size to copy; a larger backup with its WAL is not drilled.'),
});

export const scratchSchema = z.strictObject({
  namespace: labelSchema('the name of a namespace').meta({
    description: 'The namespace that a drill creates, restores into and deletes.',
    example: 'shop-drill',
  }),
  ttl: durationSchema
    .prefault('4h')
    .describe(
      'How long after the last heartbeat of a drill its namespace may be deleted, or a handed-over drill continued.',
    ),
  'allow-egress': listSchema(
    destinationSchema,
    'is empty; name at least the repository, such as `- 192.0.2.7:443`',
  ).meta({
    description: 'The addresses that the namespace may reach: those of the repositories.',
    example: ['192.0.2.7:443'],
  }),
  'must-not-reach': listSchema(placeSchema, 'is empty; list production, mail and payment').meta({
    description: 'What the namespace must not reach, such as production, mail, payment; tested first.',
    example: ['db.shop.svc.cluster.local:5432', 'smtp.example.com:587'],
  }),
  'must-reach': listSchema(
    placeSchema,
    'is empty; list an address that a pod reaches in the same way, such as that of the repository',
  ).meta({
    description: 'What the namespace must reach in the same way, to prove the test.',
    example: ['s3.eu-central-1.amazonaws.com:443'],
  }),
  credentials: z
    .enum(['read-only', 'read-write'])
    .prefault('read-only')
    .describe(
      'The credentials that read the repositories: verified `read-only` ones, or the `read-write` ones of backups.',
    ),
  'read-only-secrets': z
    .record(labelSchema('the name of a Secret', 253), labelSchema('the name of a Secret', 253))
    .prefault({})
    .meta({
      description:
        'Secrets in the `configuration` of the database, each with a read-only Secret that replaces it in the copy.',
      example: { pgbackrest: 'pgbackrest-reader' },
    }),
  volume: text(/^(?:[a-z0-9.-]{1,253}\/)?\d{1,6}([KMGT]i?)?$/, {
    problem: 'is neither a size nor a StorageClass with a size',
    remedy: 'write 20Gi, or fast/20Gi',
  })
    .exactOptional()
    .meta({
      description:
        'The volume for the files: a size, or a StorageClass and a size (`fast/20Gi`). Default: an emptyDir.',
      example: 'fast/20Gi',
    }),
  configuration: z
    .array(objectSchema(['Secret', 'ConfigMap'], 'db-passwords'))
    .prefault([])
    .meta({
      description: 'Secrets and ConfigMaps of the backup set that the application needs there.',
      example: ['Secret/db-passwords'],
    }),
  buckets: z
    .record(
      labelSchema('the name of a bucket'),
      z.strictObject({
        url: addressSchema.meta({
          description: 'An empty bucket or prefix that only drills use.',
          example: 'https://s3.eu-central-1.amazonaws.com/acme-drills/uploads',
        }),
        region: regionSchema(),
        'credentials-prefix': credentialsPrefixSchema(),
      }),
    )
    .prefault({})
    .meta({
      description:
        'Where the objects of each of `buckets` are restored, and then deleted. Default: nowhere; the drill does not pass.',
      example: {
        uploads: {
          url: 'https://s3.eu-central-1.amazonaws.com/acme-drills/uploads',
          region: 'eu-central-1',
          'credentials-prefix': 'DRILLS',
        },
      },
    }),
  start: listSchema(
    objectSchema(['Deployment', 'StatefulSet'], 'shop'),
    'is empty; list the workload that answers requests, such as `- Deployment/shop`',
  ).meta({
    description: 'The workloads to start there; all others stay without pods.',
    example: ['Deployment/shop'],
  }),
  service: labelSchema('the name of a Service').meta({
    description: 'The Service that receives the requests of the drill.',
    example: 'shop',
  }),
  port: portSchema(80),
});

export const notDrilledSchema = z
  .record(
    labelSchema('the name of a database'),
    text(/^[^\p{Cc}]{3,300}$/u, {
      problem: 'is not a reason',
      remedy: 'say in a few words how it is proved that it can be restored',
    }),
  )
  .prefault({})
  .meta({
    description: 'Why a database is in no drill. Any other that is not restored fails the drill.',
    example: { reports: 'restored by hand each quarter' },
  });
