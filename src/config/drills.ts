import { z } from 'zod';
import { applicationSchema } from './drill-application.ts';
import { guardFields } from './drill-guard.ts';
import { loadSchema } from './drill-load.ts';
import {
  daysInMilliseconds,
  durationSchema,
  environmentVariableSchema,
  labelSchema,
  listSchema,
  text,
} from './formats.ts';
import { encryptedSchema, notDrilledSchema, offSiteSchema, rotSchema, scratchSchema } from './scratch.ts';
import { totalSchema } from './total.ts';

/** The schema of `drills`: how disasters are rehearsed. */

const uidSchema = text(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
  problem: 'is not a uid',
  remedy: 'write the output of `kubectl get namespace kube-system -o jsonpath={.metadata.uid}`',
});

const programSchema = listSchema(
  text(/^[^\0]{1,4096}$/s, {
    problem: 'is not a part of a command',
    remedy: 'write the program and each of its arguments as a string',
  }),
  'is empty; write the program first, such as `[./cut-power]`',
).transform(words => words as [string, ...string[]]);

const hookSchema = z.strictObject({
  run: programSchema.meta({
    description:
      'The command that injects the failure (for `cutover`: switches the public address to the restored application). It exits only after it has taken effect.',
    example: ['./drills/power', 'off'],
  }),
  fix: programSchema.meta({
    description: 'The command that reverts `run`; harmless where nothing has changed.',
    example: ['./drills/power', 'on'],
  }),
});

const markersSchema = z.strictObject({
  service: labelSchema('the name of a Service').meta({
    description: 'The Service of the primary.',
    example: 'db',
  }),
  role: text(/^[A-Za-z0-9]([A-Za-z0-9./_-]{0,251}[A-Za-z0-9])?$/, {
    problem: 'is not a label',
    remedy: "name the label whose value is `primary` or `master` on the primary's pod",
  })
    .prefault('role')
    .describe('The pod label whose value is `primary` or `master` on the primary.'),
  user: text(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
    problem: 'is not the name of a role',
    remedy: 'write the PostgreSQL role that writes markers',
  }).meta({
    description: 'The PostgreSQL role that writes markers; it must be able to create a schema.',
    example: 'shop',
  }),
  secret: labelSchema('the name of a Secret', 253).meta({
    description: 'The Secret with the password of that role.',
    example: 'db-passwords',
  }),
  key: text(/^[A-Za-z0-9._-]{1,253}$/, {
    problem: 'is not a key of a Secret',
    remedy: 'write the key that holds the password',
  })
    .prefault('password')
    .describe('The key of that Secret.'),
});

const dueSchema = z.strictObject({
  'max-age': z
    .partialRecord(
      z.enum([
        ...(['restore', 'pod', 'node', 'zone', 'region'] as const),
        ...(['total', 'corruption', 'rot', 'secrets', 'off-site-down'] as const),
        ...(['container-kill', 'pod-loss', 'zone-drain', 'autoscaling', 'bad-release'] as const),
      ]),
      daysInMilliseconds,
    )
    .meta({
      description: 'How old the last passed drill of each scenario may be.',
      example: { restore: '7d', zone: '30d' },
    }),
  'on-overdue': z
    .enum(['warn', 'block'])
    .prefault('warn')
    .describe('Whether `deploy` warns or refuses when one is overdue.'),
});

export const drillsSchema = z.strictObject({
  pace: z
    .enum(['production', 'lab'])
    .prefault('production')
    .describe(
      'How often a drill measures, and how long the application must work without a failure first: 5 min or 10 s (`lab`).',
    ),
  clusters: z
    .array(uidSchema)
    .prefault([])
    .meta({
      description: 'The clusters that drills may break, by the uid of the namespace kube-system.',
      example: ['6a1f0c52-9a54-4b0e-8a52-0d4f9c1f3f11'],
    }),
  'production-clusters': z
    .array(uidSchema)
    .prefault([])
    .meta({
      description:
        'The production clusters, by the same uid; required. Drills run there only as `in-production` allows.',
      example: ['0f5e3c9e-7d0b-4d7e-9a57-1f6f6a1c2b22'],
    }),
  'production-context': text(/^[^\p{Cc}]{1,253}$/u, {
    problem: 'is not a context',
    remedy: 'name a context of the kubeconfig',
  })
    .exactOptional()
    .meta({
      description:
        'The kubeconfig context of production; the credential of the drill must have no permissions there. Required.',
      example: 'production',
    }),
  ...guardFields,
  database: labelSchema('the name of a database')
    .exactOptional()
    .meta({ description: 'The database to drill. Default: the only one.', example: 'shop' }),
  'not-drilled': notDrilledSchema,
  application: applicationSchema.exactOptional().meta({
    description: 'How a drill checks the application from outside.',
    example: { url: 'https://shop.example.com', 'known-record': '/api/items/1' },
  }),
  load: loadSchema.exactOptional().meta({
    description:
      'The requests that drills of the application may send. Default: none, so only `container-kill` runs.',
    example: { url: 'https://shop.example.com' },
  }),
  'bad-release': z
    .strictObject({
      env: z
        .record(environmentVariableSchema, z.string().max(1000, { error: 'is longer than 1000 characters' }))
        .meta({
          description: 'Variables that the first container gets, so that it starts and then misbehaves.',
          example: { FAULT: 'errors' },
        }),
    })
    .exactOptional()
    .meta({
      description:
        'What is bad about the version that `bad-release` releases. Default: its command does not exist, so it does not start.',
      example: { env: { FAULT: 'errors' } },
    }),
  markers: markersSchema.exactOptional().meta({
    description: 'How a drill writes markers to measure lost data. Default: it only finds an upper bound.',
    example: { service: 'db', user: 'shop', secret: 'db-passwords' },
  }),
  scratch: scratchSchema.exactOptional().meta({
    description: 'Where and how a drill restores beside the live application.',
    example: {
      namespace: 'shop-drill',
      'allow-egress': ['192.0.2.7:443'],
      'must-not-reach': ['smtp.example.com:587'],
      'must-reach': ['192.0.2.7:443'],
      start: ['Deployment/shop'],
      service: 'shop',
    },
  }),
  inject: z
    .strictObject({
      node: hookSchema.exactOptional().meta({
        description: 'How the failure of a node is injected and fixed.',
        example: { run: ['./drills/power', 'off'], fix: ['./drills/power', 'on'] },
      }),
      zone: hookSchema.exactOptional().meta({
        description: 'How the failure of a zone is injected and fixed.',
        example: { run: ['./drills/zone', 'off'], fix: ['./drills/zone', 'on'] },
      }),
      'off-site': hookSchema.exactOptional().meta({
        description:
          'How the off-site repository is cut off and reconnected. Default: a NetworkPolicy blocks the addresses in `off-site.addresses`.',
        example: { run: ['./drills/off-site', 'off'], fix: ['./drills/off-site', 'on'] },
      }),
    })
    .prefault({})
    .describe('Commands for failures that need more than the cluster.'),
  'off-site': offSiteSchema.prefault({}).meta({
    description: 'The repository of another region, for `region` and `off-site-down`.',
    example: { repository: 'off-site', addresses: ['198.51.100.7:443'] },
  }),
  cutover: hookSchema.exactOptional().meta({
    description:
      'How the public address is switched to the restored application, and back. Default: `region` proves no cut-over.',
    example: { run: ['./drills/cutover', 'there'], fix: ['./drills/cutover', 'back'] },
  }),
  rot: rotSchema.prefault({}).meta({
    description: 'How much of a repository is copied, to damage the copy.',
    example: { 'max-size': '20Gi' },
  }),
  total: totalSchema.exactOptional().meta({
    description: 'Where `total` restores everything from the offline archive.',
    example: {
      registry: 'registry.example.com/shop-drill',
      bucket: 'https://s3.eu-central-1.amazonaws.com/acme-drill',
      addresses: ['192.0.2.9:443'],
    },
  }),
  encrypted: encryptedSchema.prefault([]).meta({
    description:
      'Columns with Fernet tokens: each restore decrypts a sample, and `keys` checks and rotates them.',
    example: [{ table: 'public.accounts', column: 'token', secret: 'shop-keys' }],
  }),
  sealed: text(/^[^\\\p{Cc}]+$/u, {
    problem: 'is not a file',
    remedy: 'write its path with "/" between the folders',
  })
    .exactOptional()
    .meta({
      description: 'A file with the Secrets as a list, encrypted with age. Default: those of the backup set.',
      example: 'archive/secrets.age',
    }),
  failover: z
    .strictObject({
      after: durationSchema.meta({
        description: 'How long to wait for an automatic failover.',
        example: '2m',
      }),
      run: programSchema.meta({
        description: 'The command to run when no standby has taken over.',
        example: ['./drills/failover'],
      }),
    })
    .exactOptional()
    .meta({
      description: 'The command for a failover that does not happen by itself.',
      example: { after: '2m', run: ['./drills/failover'] },
    }),
  switchover: programSchema.exactOptional().meta({
    description: 'The command that makes the original primary the primary again.',
    example: ['./drills/switchover'],
  }),
  due: dueSchema.exactOptional().meta({
    description: 'How old the last passed drills may be at a release.',
    example: { 'max-age': { restore: '7d', zone: '30d' }, 'on-overdue': 'warn' },
  }),
  'assumed-detection': durationSchema.exactOptional().meta({
    description: 'The assumed time until people or alerts react, added to the measured time.',
    example: '5m',
  }),
  deadline: durationSchema
    .prefault('30m')
    .describe('After this time the application counts as not recovered.'),
  'rejoin-timeout': durationSchema
    .prefault('30m')
    .describe('How long the failed part may take to rejoin and catch up.'),
});

export type Drills = z.output<typeof drillsSchema>;
