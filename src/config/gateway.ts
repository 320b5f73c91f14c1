import { z } from 'zod';
import type { Duration } from './duration.ts';
import { durationSchema } from './formats.ts';

/** The schema of `gateway`: how long a gateway may take. */

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
        'How long a gateway may take to accept a changed route; after that the release is rolled back. A gateway that has rejected the route gets at most 30 s to accept it after all.',
      example: '2m',
    }),
  arrival: within(second, 10 * minute, '1s to 10m')
    .prefault('2m')
    .meta({
      description:
        'How long a weight may take to show in the requests. Its step starts when it does; after this time, a share that differs from the weight ends the release as `no-data`.',
      example: '2m',
    }),
  drain: within(second, 5 * minute, '1s to 5m')
    .prefault('3s')
    .meta({
      description:
        'How long after a change of weights the gateway may still send requests to the old backends: nothing is removed during that time. If weights took longer to arrive in this release, the longer time counts.',
      example: '1m',
    }),
});

export type Gateway = z.output<typeof gatewaySchema>;
