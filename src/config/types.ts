import type { z } from 'zod';
import type { environmentSchema } from './environment.ts';
import type { slipwaySchema } from './schema.ts';
import type { checkSchema, plainSchema } from './verification.ts';

/** slipway.yml with every default filled in and every duration in milliseconds. */
export type Config = z.output<typeof slipwaySchema>;
export type Environment = z.output<typeof environmentSchema>;
export type Check = z.output<typeof checkSchema>;
/** A request of `verify`, without what its answer must be. */
export type PlainRequest = z.output<typeof plainSchema>;
export type Verify = NonNullable<Environment['verify']>;
export type { Gate, Metric } from './gate.ts';
export type { Gateway } from './gateway.ts';
export type { GitOps } from './gitops.ts';
export type { Strategy } from './progressive.ts';
