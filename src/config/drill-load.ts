import { z } from 'zod';
import { applicationSchema } from './drill-application.ts';
import { durationSchema, requestPathSchema } from './formats.ts';

const whole = (least: number, most: number) =>
  z
    .int({ error: 'is not a whole number' })
    .min(least, { error: `is below ${least}` })
    .max(most, {
      error: `is above ${most}, the most that a drill may send`,
    });

/** The schema of `load`: requests that a drill sends while it breaks the application. Without it, no drill sends any. */
export const loadSchema = z.strictObject({
  url: applicationSchema.shape.url.meta({
    description: 'The address that the requests are sent to. By naming it you allow them.',
    example: 'https://shop.example.com',
  }),
  host: applicationSchema.shape.host,
  path: requestPathSchema
    .prefault('/')
    .describe('The path of the `GET` requests; each must return 2xx or 3xx.'),
  rate: whole(1, 10).prefault(5).describe('Requests per second, from 1 to 10.'),
  requests: whole(100, 20_000).prefault(5000).describe('The load ends after this many requests.'),
  for: durationSchema
    .refine(time => time <= 3_600_000, { error: 'is longer than 1h' })
    .prefault('20m')
    .describe('The load ends after this time, at most 1h.'),
  failed: whole(0, 1000).prefault(0).describe('How many requests may fail after the injection.'),
});
