import { z } from 'zod';
import { applicationSchema } from './drill-application.ts';
import { guardFields } from './drill-guard.ts';
import { daysSchema, durationSchema, labelSchema, text } from './grammar.ts';
import { encryptedSchema, farSchema, notDrilledSchema, rotSchema, scratchSchema } from './scratch.ts';
import { totalSchema } from './total.ts';

/** The part of `recovery` that says how losses are rehearsed. */

const uidSchema = text(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
  problem: 'is no uid',
  remedy: 'write what `kubectl get namespace kube-system -o jsonpath={.metadata.uid}` prints',
});

const programSchema = z
  .array(
    text(/^[^\0]{1,4096}$/s, {
      problem: 'is no word of a command',
      remedy: 'write the program and each of its arguments as a text',
    }),
  )
  .min(1, { error: 'is empty; write the program first, such as `[./cut-power]`' })
  .transform(words => words as [string, ...string[]]);

const hookSchema = z.strictObject({
  run: programSchema.meta({
    description: 'The command that breaks it, with its arguments; it ends only when it is really broken.',
    example: ['./drills/power', 'off'],
  }),
  fix: programSchema.meta({
    description: 'The command that fixes it; it does no harm where nothing is broken.',
    example: ['./drills/power', 'on'],
  }),
});

const markersSchema = z.strictObject({
  service: labelSchema('the name of a Service').meta({
    description: 'The Service that leads to the primary.',
    example: 'db',
  }),
  role: text(/^[A-Za-z0-9]([A-Za-z0-9./_-]{0,251}[A-Za-z0-9])?$/, {
    problem: 'is no label',
    remedy: 'name the label whose value is `primary` or `master` on the primary’s pod',
  })
    .prefault('role')
    .meta({
      description: 'The label of pods that says `primary` or `master` of the primary.',
      example: 'role',
    }),
  user: text(/^[^\s\p{Cc}"'\\]{1,63}$/u, {
    problem: 'is no name of a role',
    remedy: 'write the role by which markers are written',
  }).meta({
    description: 'The role by which markers are written; it has to be able to make a schema.',
    example: 'shop',
  }),
  secret: labelSchema('the name of a Secret', 253).meta({
    description: 'The Secret with its password.',
    example: 'db-passwords',
  }),
  key: text(/^[A-Za-z0-9._-]{1,253}$/, {
    problem: 'is no key of a Secret',
    remedy: 'write the key under which the password stands',
  })
    .prefault('password')
    .meta({ description: 'The key of that Secret.', example: 'password' }),
});

const dueSchema = z.strictObject({
  within: z
    .partialRecord(
      z.enum([
        ...(['restore', 'pod', 'node', 'zone', 'region'] as const),
        ...(['total', 'corruption', 'rot', 'secrets', 'far-down'] as const),
      ]),
      daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000),
    )
    .meta({
      description: 'How old the last green drill of each scenario may be, in days.',
      example: { restore: '7d', zone: '30d' },
    }),
  overdue: z
    .enum(['warn', 'block'])
    .prefault('warn')
    .meta({ description: 'Whether `deploy` warns, or releases nothing, when one is older.' }),
});

export const drillsSchema = z.strictObject({
  profile: z.enum(['production', 'lab']).prefault('production').meta({
    description: 'How finely a drill looks, and how long it waits for a steady state: 5 min or 10 s.',
  }),
  clusters: z
    .array(uidSchema)
    .prefault([])
    .meta({
      description: 'The clusters that drills may break, by the uid of their namespace kube-system.',
      example: ['6a1f0c52-9a54-4b0e-8a52-0d4f9c1f3f11'],
    }),
  production: z
    .array(uidSchema)
    .prefault([])
    .meta({
      description:
        'The clusters that are production, by the same; one is drilled only as `in-production` says.',
      example: ['0f5e3c9e-7d0b-4d7e-9a57-1f6f6a1c2b22'],
    }),
  'production-context': text(/^[^\p{Cc}]{1,253}$/u, {
    problem: 'is no context',
    remedy: 'name a context of the kubeconfig',
  })
    .exactOptional()
    .meta({
      description:
        'Context of the kubeconfig that leads to production as the identity of the drill, to ask what it may do there: nothing, or the drill is refused.',
      example: 'production',
    }),
  ...guardFields,
  database: labelSchema('the name of a database')
    .exactOptional()
    .meta({ description: 'The database that is drilled. Default: the only one.', example: 'shop' }),
  'not-drilled': notDrilledSchema,
  application: applicationSchema.exactOptional().meta({
    description: 'What is looked at from outside while something is broken.',
    example: { url: 'https://shop.example.com', old: '/api/items/1' },
  }),
  markers: markersSchema.exactOptional().meta({
    description: 'How markers are written, by which a loss is measured. Without them it is only bounded.',
    example: { service: 'db', user: 'shop', secret: 'db-passwords' },
  }),
  scratch: scratchSchema.exactOptional().meta({
    description: 'Where and how it is restored beside what stands.',
    example: {
      namespace: 'shop-drill',
      ways: ['192.0.2.7:443'],
      'must-not-reach': ['smtp.example.com:587'],
      controls: ['192.0.2.7:443'],
      start: ['Deployment/shop'],
      service: 'shop',
    },
  }),
  inject: z
    .strictObject({
      node: hookSchema.exactOptional().meta({
        description: 'How a machine is broken and fixed.',
        example: { run: ['./drills/power', 'off'], fix: ['./drills/power', 'on'] },
      }),
      zone: hookSchema.exactOptional().meta({
        description: 'How a zone is broken and fixed.',
        example: { run: ['./drills/zone', 'off'], fix: ['./drills/zone', 'on'] },
      }),
      far: hookSchema.exactOptional().meta({
        description:
          'How the far repository is cut off from the database, and let through again. Default: by a NetworkPolicy, to what `far.at` names.',
        example: { run: ['./drills/far', 'off'], fix: ['./drills/far', 'on'] },
      }),
    })
    .prefault({})
    .meta({ description: 'Commands for what nothing in a cluster can break.' }),
  far: farSchema.prefault({}).meta({
    description: 'The repository of another region, for `region` and `far-down`.',
    example: { repository: 'far', at: ['198.51.100.7:443'] },
  }),
  cutover: hookSchema.exactOptional().meta({
    description:
      'How the public address is led to what was restored, and back. Without it `region` proves no cut-over.',
    example: { run: ['./drills/cutover', 'there'], fix: ['./drills/cutover', 'back'] },
  }),
  rot: rotSchema.prefault({}).meta({
    description: 'How much of a repository is copied to be damaged.',
    example: { most: '20Gi' },
  }),
  total: totalSchema.exactOptional().meta({
    description: 'Where everything comes back from the offline archive, for `total`.',
    example: {
      registry: 'registry.example.com/shop-drill',
      bucket: 'https://s3.eu-central-1.amazonaws.com/acme-drill',
      at: ['192.0.2.9:443'],
    },
  }),
  encrypted: encryptedSchema.prefault([]).meta({
    description: 'What the application stores encrypted: some of it is opened after each restore.',
    example: [{ table: 'public.accounts', column: 'token', secret: 'shop-keys' }],
  }),
  sealed: text(/^[^\\\p{Cc}]+$/u, {
    problem: 'is no file',
    remedy: 'write its path with "/" between the folders',
  })
    .exactOptional()
    .meta({
      description:
        'The Secrets of the environment, encrypted by age, where the backup set holds none; relative to slipway.yml.',
      example: 'archive/secrets.age',
    }),
  failover: z
    .strictObject({
      after: durationSchema.meta({
        description: 'How long somebody may take over by itself.',
        example: '2m',
      }),
      run: programSchema.meta({
        description: 'The command that is run when nobody has.',
        example: ['./drills/failover'],
      }),
    })
    .exactOptional()
    .meta({
      description: 'What is done when nobody takes over by itself.',
      example: { after: '2m', run: ['./drills/failover'] },
    }),
  switchover: programSchema.exactOptional().meta({
    description: 'The command that makes the first primary the primary again, at the end.',
    example: ['./drills/switchover'],
  }),
  due: dueSchema.exactOptional().meta({
    description: 'How old the last green drills may be when something is released.',
    example: { within: { restore: '7d', zone: '30d' }, overdue: 'warn' },
  }),
  'assumed-detection': durationSchema.exactOptional().meta({
    description: 'What people or alerts would need until they begin, which is added to what is measured.',
    example: '5m',
  }),
  deadline: durationSchema
    .prefault('30m')
    .meta({ description: 'After how long it counts as not come back.', example: '30m' }),
  returns: durationSchema
    .prefault('30m')
    .meta({ description: 'How long what was broken may need until it follows again.', example: '30m' }),
});

export type Drills = z.output<typeof drillsSchema>;
