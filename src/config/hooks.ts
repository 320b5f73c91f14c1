import { z } from 'zod';
import { isMap } from '../toolkit/map.ts';
import type { Duration } from './duration.ts';
import { booleanSchema, durationSchema, fileNameSchema } from './formats.ts';

/** The schemas of `hooks` and `reversible`: what runs around a release, and whether it can be rolled back past. */

/** When a hook runs: before or after the release. */
export type When = 'pre' | 'post';

/** How long a hook may take if slipway.yml does not say. */
export const usualHookTimeout = '10m';

const hookFields = z.strictObject({
  job: fileNameSchema.exactOptional().meta({
    description:
      'The manifest of a Job, outside `manifests`, which gets the digests and configuration of the release.',
    example: 'hooks/migrate.yaml',
  }),
  run: z
    .string()
    .regex(/\S/, { error: 'is empty; write a command, such as ./scripts/announce' })
    .exactOptional()
    .meta({
      description: 'A command, run by bash on the runner, in the folder of slipway.yml.',
      example: './scripts/announce',
    }),
  timeout: durationSchema
    .prefault(usualHookTimeout)
    .meta({ description: 'How long it may take before it is stopped and counts as failed.', example: '10m' }),
});

const hookSchema = z.codec(hookFields, z.custom<JobHook | CommandHook>(isMap), {
  decode: (written, { issues }) => {
    // A misspelled `job` must not be reported as a missing one.
    if (issues.length > 0) return z.NEVER;
    const { job, run, timeout } = written;
    if (job !== undefined && run === undefined) return { job, timeout };
    if (run !== undefined && job === undefined) return { run, timeout };
    const message =
      job === undefined
        ? 'has neither `job` nor `run`; add `job: hooks/migrate.yaml`, or `run:` with a command'
        : 'has `job` and `run`; keep one of them';
    issues.push({ code: 'custom', message, input: written });
    return z.NEVER;
  },
  encode: hook => hook,
});

/** Times in milliseconds. */
export interface JobHook {
  job: string;
  timeout: Duration;
}
export interface CommandHook {
  run: string;
  timeout: Duration;
}

export const hooksSchema = z.strictObject({
  pre: hookSchema.exactOptional().meta({
    description: 'Runs before any object is applied, such as a migration. A failure refuses the release.',
    example: { job: 'hooks/migrate.yaml' },
  }),
  post: hookSchema.exactOptional().meta({
    description: 'Runs after the release has all traffic. A failure fails the step.',
    example: { run: './scripts/announce' },
  }),
});

export const reversibleSchema = booleanSchema().meta({
  description:
    'Whether an earlier release may be restored after this one: docs/operations.md#no-way-back. The input `reversible` overrides it. Default: `true`.',
  example: false,
});
