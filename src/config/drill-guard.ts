import { z } from 'zod';
import { prometheusSchema } from './gate.ts';
import { durationSchema, text } from './grammar.ts';

/** The part of `drills` that says when one may begin, and what ends one in production. */

const promqlSchema = text(/^[^\p{Cc}]{1,2000}$/u, {
  problem: 'is no query',
  remedy: 'write one of PromQL in a line, such as ALERTS{alertstate="firing",severity="critical"}',
});

/** Hours of the day in UTC, from the first to before the second. */
const hoursSchema = text(/^([01]\d|2[0-3]):00-([01]\d|2[0-4]):00$/, {
  problem: 'is no time of the day',
  remedy: 'write full hours of UTC, such as 08:00-18:00 or 22:00-04:00',
})
  .transform(written => ({ from: Number(written.slice(0, 2)), to: Number(written.slice(6, 8)) }))
  .refine(({ from, to }) => from !== to, {
    error: 'has no hour in it; write two hours that differ, or leave it out',
  });

const alertsSchema = z.strictObject({
  prometheus: prometheusSchema.exactOptional().meta({
    description: 'Who is asked. Default: the Prometheus of the gate.',
    example: { service: 'monitoring/prometheus:9090' },
  }),
  firing: promqlSchema.prefault('ALERTS{alertstate="firing",severity="critical"}').meta({
    description:
      'A query of PromQL: each series that it returns above 0 is an alert that speaks against a drill.',
    example: 'ALERTS{alertstate="firing",severity="critical"}',
  }),
});

const inProductionSchema = z.strictObject({
  approval: text(/^[^\p{Cc}]{1,240}$/u, {
    problem: 'is no environment on GitHub',
    remedy: 'write its name, such as production-drills',
  }).meta({
    description:
      'How the environments on GitHub are called whose reviewers have to approve each drill: this, a hyphen and the scenario, such as `production-drills-pod`.',
    example: 'production-drills',
  }),
  abort: promqlSchema.meta({
    description:
      'A query of PromQL that returns something above 0 when production suffers: what is broken is fixed at once then.',
    example: 'ALERTS{alertname="ShopBurnsItsBudget",alertstate="firing"}',
  }),
  ends: durationSchema.meta({
    description: 'After how long what is broken is fixed whatever comes of it.',
    example: '10m',
  }),
});

/** Of `drills`. */
export const guardFields = {
  hours: hoursSchema.exactOptional().meta({
    description: 'When drills may begin: hours of the day in UTC. Default: at any time.',
    example: '08:00-18:00',
  }),
  alerts: alertsSchema.prefault({}).meta({
    description: 'Which alerts speak against a drill, and who knows of them.',
    example: { prometheus: { service: 'monitoring/prometheus:9090' } },
  }),
  'in-production': inProductionSchema.exactOptional().meta({
    description:
      'What ends a drill in production, which begins only when somebody has typed that it is meant and somebody has approved it. Default: production is not drilled.',
    example: {
      approval: 'production-drills',
      abort: 'ALERTS{alertname="ShopBurnsItsBudget",alertstate="firing"}',
      ends: '10m',
    },
  }),
};
