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
  'accept-timeout': within(5 * second, 10 * minute, '5s to 10m')
    .prefault('2m')
    .describe(
      'How long it may take to accept a changed route (30 s after a rejection), before the release is rolled back. From `5s` to `10m`.',
    ),
  arrival: within(second, 10 * minute, '1s to 10m')
    .prefault('2m')
    .describe(
      'How long a weight may take to show in the requests, when its step starts. A share that still differs then ends the release as `no-data`. From `1s` to `10m`.',
    ),
  drain: within(second, 5 * minute, '1s to 5m')
    .prefault('3s')
    .meta({
      description:
        'How long after a change it may send requests to old backends, which are kept until then; a longer measured time counts instead. From `1s` to `5m`.',
      example: '1m',
    }),
});

export type Gateway = z.output<typeof gatewaySchema>;
