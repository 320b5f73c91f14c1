import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Timing } from '../../src/toolkit/timing.ts';

const preload = pathToFileURL(join(import.meta.dirname, 'shorter-preload.ts'));

/** Returns the environment of a run with shorter waits than for users. */
export const shorter = (timing: Partial<Timing>): Record<string, string> => ({
  NODE_OPTIONS: `--import=${preload}`,
  SLIPWAY_TIMING: JSON.stringify(timing),
});
