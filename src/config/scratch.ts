import { z } from 'zod';
import { addressSchema, durationSchema, labelSchema, objectSchema, text } from './grammar.ts';
import { loginSchema, regionSchema } from './repositories.ts';

/** The part of `drills` that says where and how something is restored beside what stands. */

const placeSchema = text(
  /^(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?):\d{1,5}$/,
  {
    problem: 'is no place',
    remedy: 'write a host and a port, such as db.example.com:5432',
  },
);

export const waySchema = text(/^[0-9A-Fa-f:.]{2,45}(\/\d{1,3})?:\d{1,5}$/, {
  problem: 'is no way out',
  remedy: 'write an address or a small network and a port, such as 192.0.2.7/32:443',
}).transform(written => {
  const at = written.lastIndexOf(':');
  const address = written.slice(0, at);
  const whole = address.includes('/') ? address : `${address}/${address.includes(':') ? 128 : 32}`;
  return { cidr: whole, port: Number(written.slice(at + 1)) };
});

export const farSchema = z.strictObject({
  repository: labelSchema('the name of a repository').exactOptional().meta({
    description: 'Its name. Default: the first one of the database that is apart by a region.',
    example: 'far',
  }),
  at: z
    .array(waySchema)
    .prefault([])
    .meta({
      description:
        'Where it is, as a network policy sees it: `region` may reach nothing else, and `far-down` cuts it off.',
      example: ['198.51.100.7:443'],
    }),
});

export const encryptedSchema = z.array(
  z.strictObject({
    table: text(/^[^\p{Cc}]{1,130}$/u, {
      problem: 'is no table',
      remedy: 'write it as psql takes it, such as public.accounts',
    }).meta({ description: 'The table, as psql takes it.', example: 'public.accounts' }),
    column: text(/^[^\p{Cc}]{1,63}$/u, { problem: 'is no column', remedy: 'write its name' }).meta({
      description: 'Its column of Fernet tokens.',
      example: 'token',
    }),
    secret: labelSchema('the name of a Secret', 253).meta({
      description: 'The Secret with the key.',
      example: 'shop-keys',
    }),
    key: text(/^[A-Za-z0-9._-]{1,253}$/, {
      problem: 'is no key of a Secret',
      remedy: 'write the key under which it stands',
    })
      .prefault('key')
      .meta({ description: 'The key of that Secret.', example: 'key' }),
    made: z.enum(['as-is', 'sha256']).prefault('as-is').meta({
      description: 'Whether it is the key of Fernet, or a text whose SHA-256 is.',
    }),
  }),
);

const sizes = { Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 } as const;

/** Of data; becomes bytes. */
export const sizeSchema = text(/^[1-9]\d{0,5}(Mi|Gi|Ti)$/, {
  problem: 'is no size',
  remedy: 'write one such as 20Gi',
}).transform(written => Number.parseInt(written, 10) * sizes[written.slice(-2) as keyof typeof sizes]);

export const rotSchema = z.strictObject({
  most: sizeSchema.prefault('20Gi').meta({
    description: 'The most that is copied; where a backup with its WAL is larger, it is not drilled.',
    example: '20Gi',
  }),
});

export const scratchSchema = z.strictObject({
  namespace: labelSchema('the name of a namespace').meta({
    description: 'The namespace that a drill makes, restores into, and clears away.',
    example: 'shop-drill',
  }),
  ttl: durationSchema.prefault('4h').meta({
    description:
      'How long after the last sign of life of a drill whoever comes by may clear it away; for so long one that was handed over waits for the next job.',
    example: '4h',
  }),
  ways: z
    .array(waySchema)
    .min(1, { error: 'is empty; name at least the repository, such as `- 192.0.2.7:443`' })
    .meta({
      description: 'What it may reach: the repositories, by their addresses.',
      example: ['192.0.2.7:443'],
    }),
  'must-not-reach': z
    .array(placeSchema)
    .min(1, { error: 'is empty; name what is production, mail and payment' })
    .meta({
      description: 'What it must not reach, which is tried from within: production, mail, payment.',
      example: ['db.shop.svc.cluster.local:5432', 'smtp.example.com:587'],
    }),
  controls: z
    .array(placeSchema)
    .min(1, { error: 'is empty; name what has to be reached in the same way' })
    .meta({
      description: 'What it has to reach in the same way, or the probe proves nothing.',
      example: ['s3.eu-central-1.amazonaws.com:443'],
    }),
  logins: z.enum(['reading', 'writing']).prefault('reading').meta({
    description:
      'With which logins repositories are read: ones that only read, which is asked of their stores, or those by which backups are made, which could delete them.',
    example: 'reading',
  }),
  'reads-with': z
    .record(labelSchema('the name of a Secret', 253), labelSchema('the name of a Secret', 253))
    .prefault({})
    .meta({
      description:
        'Secrets of the `configuration` of the database, each with the one whose content the copy gets in its place: with a login that only reads.',
      example: { pgbackrest: 'pgbackrest-reader' },
    }),
  volume: text(/^(?:[a-z0-9.-]{1,253}\/)?\d{1,6}([KMGT]i?)?$/, {
    problem: 'is neither a size nor a class and a size',
    remedy: 'write 20Gi, or fast/20Gi',
  })
    .exactOptional()
    .meta({
      description: 'What the files of the copy are kept on. Default: a folder of its node.',
      example: 'fast/20Gi',
    }),
  configuration: z
    .array(objectSchema(['Secret', 'ConfigMap'], 'db-passwords'))
    .prefault([])
    .meta({
      description: 'Secrets and ConfigMaps that the application needs there, out of the backup set.',
      example: ['Secret/db-passwords'],
    }),
  buckets: z
    .record(
      labelSchema('the name of a bucket'),
      z.strictObject({
        address: addressSchema.meta({
          description: 'An empty bucket, or an empty place in one, that drills alone use.',
          example: 'https://s3.eu-central-1.amazonaws.com/acme-drills/uploads',
        }),
        region: regionSchema(),
        login: loginSchema(),
      }),
    )
    .prefault({})
    .meta({
      description:
        'Where the objects of each bucket of `buckets` are restored to, and deleted again. Without it they are not, and the drill says so.',
      example: {
        uploads: {
          address: 'https://s3.eu-central-1.amazonaws.com/acme-drills/uploads',
          region: 'eu-central-1',
          login: 'DRILLS',
        },
      },
    }),
  start: z
    .array(objectSchema(['Deployment', 'StatefulSet'], 'shop'))
    .min(1, { error: 'is empty; name what answers, such as `- Deployment/shop`' })
    .meta({
      description: 'What is started there; the rest stays without pods.',
      example: ['Deployment/shop'],
    }),
  service: labelSchema('the name of a Service').meta({
    description: 'The Service of what answers.',
    example: 'shop',
  }),
  port: z
    .int({ error: 'is no port' })
    .min(1, { error: 'is no port' })
    .max(65_535, { error: 'is no port' })
    .prefault(80)
    .meta({ description: 'Its port.', example: 80 }),
});

export const notDrilledSchema = z
  .record(
    labelSchema('the name of a database'),
    text(/^[^\p{Cc}]{3,300}$/u, {
      problem: 'is no reason',
      remedy: 'say in a few words how it is proved that it can be restored',
    }),
  )
  .prefault({})
  .meta({
    description:
      'Why a database that the backup holds is in no drill. Each one that a drill does not bring back makes it red, unless it stands here.',
    example: { reports: 'restored by hand each quarter' },
  });
