import { z } from 'zod';
import type { Duration } from './duration.ts';
import { durationSchema } from './grammar.ts';

/** The part of slipway.yml that says how long a gateway may take. */

const second = 1000;
const minute = 60 * second;

const within = (least: number, most: number, text: string) =>
  durationSchema.refine((duration: Duration) => duration >= least && duration <= most, {
    error: `is out of range; choose a duration from ${text}`,
  });

export const gatewaySchema = z.strictObject({
  acceptance: within(5 * second, 10 * minute, '5s to 10m')
    .prefault('2m')
    .meta({
      description:
        'How long a gateway may take to report that it accepts a changed route; then the release is rolled back. One that refuses it has at most 30 s to change its mind.',
      example: '2m',
    }),
  arrival: within(second, 10 * minute, '1s to 10m')
    .prefault('2m')
    .meta({
      description:
        'How long a weight may take to show in the requests. Until it does, its step does not begin to count; after it, a share that is not the weight ends the release as `no-data`.',
      example: '2m',
    }),
  drain: within(second, 5 * minute, '1s to 5m')
    .prefault('3s')
    .meta({
      description:
        'How long after a change of weights the gateway may still send requests to where it sent them before: so long nothing is removed. Where weights took longer to arrive in this release, that time counts.',
      example: '1m',
    }),
});

export type Gateway = z.output<typeof gatewaySchema>;
