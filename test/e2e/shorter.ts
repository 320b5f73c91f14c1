import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Timing } from '../../src/toolkit/timing.ts';

const preload = pathToFileURL(join(import.meta.dirname, 'shorter-preload.ts'));

/** The environment of a run that waits shorter than it does for users. */
export const shorter = (timing: Partial<Timing>): Record<string, string> => ({
  NODE_OPTIONS: `--import=${preload}`,
  SLIPWAY_TIMING: JSON.stringify(timing),
});
