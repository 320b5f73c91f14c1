import { z } from 'zod';
import { checkLogin, endpointFields, hasOneAddress } from './endpoint.ts';
import { atLeastOne, daysInMilliseconds, environmentVariableSchema, text, wholeSchema } from './formats.ts';

/** The schema of `cost`: prices, caps, and the pools of database connections. */

const amountSchema = (description: string, example: number) =>
  z
    .number({ error: 'is not an amount; write a number such as 0.031' })
    .min(0, { error: 'is below 0; write a number such as 0.031' })
    .max(1e9, { error: 'is too large; write a number such as 0.031' })
    .exactOptional()
    .meta({ description, example });

const countSchema = (least: number) =>
  wholeSchema(least, 100_000, `is not a whole number from ${least} to 100000`);

/** A number, or the variable of the workload that has it. */
const settingSchema = (least: number) =>
  z.union([countSchema(least), environmentVariableSchema], {
    error: `is neither a whole number from ${least} nor a variable; write one such as 10 or DB_POOL_SIZE`,
  });

const poolSchema = z.strictObject({
  size: settingSchema(1).meta({
    description: 'Connections of one pool, as a number, or the variable of the workload that sets it.',
    example: 'DB_POOL_SIZE',
  }),
  overflow: settingSchema(0).prefault(0).meta({
    description: 'Connections that a pool may open beyond that, in the same way.',
    example: 10,
  }),
  processes: settingSchema(1).prefault(1).meta({
    description: 'Processes of a pod, each with a pool of its own, in the same way.',
    example: 'WEB_CONCURRENCY',
  }),
});

const connectionsSchema = z.strictObject({
  max: countSchema(1).exactOptional().meta({
    description:
      'The most connections, if the pools may not use all of `max_connections`. Default: the smallest `pg_settings_max_connections` that Prometheus has of the namespace.',
    example: 100,
  }),
  reserved: countSchema(0).prefault(3).describe('Connections that the database keeps for administrators.'),
  pools: atLeastOne(
    z.record(
      text(/^(Deployment|StatefulSet|DaemonSet|CronJob)\/[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, {
        problem: 'is not a workload',
        remedy: 'write Kind/name, such as Deployment/shop',
      }),
      poolSchema,
    ),
    'is empty; add at least one workload, such as `Deployment/shop: {size: 10}`',
  ).meta({
    description: 'The pool of each workload that uses the database.',
    example: { 'Deployment/shop': { size: 'DB_POOL_SIZE', overflow: 10 } },
  }),
});

export const costSchema = z.strictObject({
  currency: text(/^[A-Z]{3}$/, {
    problem: 'is not a currency',
    remedy: 'write three letters, such as EUR',
  })
    .prefault('USD')
    .meta({ description: 'The currency of all amounts.', example: 'EUR' }),
  prices: z
    .strictObject({
      'core-hour': amountSchema('Price of a requested CPU core per hour. Default: that of OpenCost.', 0.031),
      'gib-hour': amountSchema(
        'Price of a requested GiB of memory per hour. Default: that of OpenCost.',
        0.0042,
      ),
      'storage-gib-month': amountSchema(
        'Price of a GiB of volume storage per month. Default: volumes are not counted.',
        0.1,
      ),
      'runner-minute': amountSchema(
        'Price of a minute of a hosted runner. Default: only minutes are shown.',
        0.006,
      ),
    })
    .prefault({})
    .meta({ description: 'The price sheet.', example: { 'core-hour': 0.031, 'gib-hour': 0.0042 } }),
  opencost: z
    .strictObject(endpointFields)
    .refine(hasOneAddress, {
      error: 'needs either `service` or `url`; write `opencost: {service: opencost/opencost:9003}`',
    })
    .superRefine(checkLogin)
    .exactOptional()
    .meta({
      description: 'The OpenCost that knows what a core and a GiB cost. Default: none.',
      example: { service: 'opencost/opencost:9003' },
    }),
  window: daysInMilliseconds
    .refine(window => window <= 90 * 86_400_000, { error: 'is too long; choose 1d to 90d' })
    .prefault('7d')
    .describe('The time over which usage is read.'),
  'monthly-cap': amountSchema('What the workloads may cost in a month. Default: any amount.', 400),
  'run-cap': amountSchema('What a run of the pipeline may cost. Default: any amount.', 0.5),
  'task-cap': text(/^[A-Za-z_][A-Za-z0-9_.-]{0,99}$/, {
    problem: 'is not the name of a setting',
    remedy: 'write the variable or key that limits the cost of a task, such as MAX_BUDGET_PER_TASK',
  })
    .exactOptional()
    .meta({
      description:
        'The variable of a container, or the key of a ConfigMap or of a file in it, by which the application limits the cost of a task. Default: none.',
      example: 'MAX_BUDGET_PER_TASK',
    }),
  connections: connectionsSchema.exactOptional().meta({
    description: 'The connections to the database. Default: not counted.',
    example: { max: 100, pools: { 'Deployment/shop': { size: 10 } } },
  }),
});

export type Cost = z.output<typeof costSchema>;
