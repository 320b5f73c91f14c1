import { z } from 'zod';
import { durationSchema, text } from './formats.ts';
import { prometheusSchema } from './prometheus.ts';

/** The part of the schema of `drills` that limits when a drill may start, and what aborts one in production. */

const promqlSchema = text(/^[^\p{Cc}]{1,2000}$/u, {
  problem: 'is not a query',
  remedy: 'write PromQL on one line, such as ALERTS{alertstate="firing",severity="critical"}',
});

/** Hours of the day in UTC; the second is not included. */
const hoursSchema = text(/^([01]\d|2[0-3]):00-([01]\d|2[0-4]):00$/, {
  problem: 'is not a range of hours',
  remedy: 'write full hours in UTC, such as 08:00-18:00 or 22:00-04:00',
})
  .transform(written => ({ from: Number(written.slice(0, 2)), to: Number(written.slice(6, 8)) }))
  .refine(({ from, to }) => from !== to, {
    error: 'is an empty range; write two different hours, or remove it',
  });

const alertsSchema = z.strictObject({
  prometheus: prometheusSchema.exactOptional().meta({
    description: 'The Prometheus to query. Default: that of the gate.',
    example: { service: 'monitoring/prometheus:9090' },
  }),
  firing: promqlSchema
    .prefault('ALERTS{alertstate="firing",severity="critical"}')
    .describe('A PromQL query: each series above 0 is an alert that blocks a drill.'),
});

const inProductionSchema = z.strictObject({
  approval: text(/^[^\p{Cc}]{1,240}$/u, {
    problem: 'is not a GitHub environment',
    remedy: 'write its name, such as production-drills',
  }).meta({
    description:
      'The prefix of the GitHub environments whose reviewers approve each drill; the scenario follows: `production-drills-pod`.',
    example: 'production-drills',
  }),
  abort: promqlSchema.meta({
    description: 'A PromQL query, above 0 when production suffers: then the drill fixes the failure at once.',
    example: 'ALERTS{alertname="ShopBurnsItsBudget",alertstate="firing"}',
  }),
  'max-duration': durationSchema.meta({
    description: 'How long the failure may last at most; then the drill fixes it in any case.',
    example: '10m',
  }),
});

/** Fields of `drills`. */
export const guardFields = {
  hours: hoursSchema.exactOptional().meta({
    description: 'When drills may start: hours in UTC. Default: at any time.',
    example: '08:00-18:00',
  }),
  alerts: alertsSchema.prefault({}).meta({
    description: 'The alerts that block a drill.',
    example: { prometheus: { service: 'monitoring/prometheus:9090' } },
  }),
  'in-production': inProductionSchema.exactOptional().meta({
    description:
      'What aborts a drill in production, after a typed confirmation and an approval. Default: no drills in production.',
    example: {
      approval: 'production-drills',
      abort: 'ALERTS{alertname="ShopBurnsItsBudget",alertstate="firing"}',
      'max-duration': '10m',
    },
  }),
};
