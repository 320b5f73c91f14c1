import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Timing } from '../../src/toolkit/timing.ts';
import { shorter } from '../e2e/shorter.ts';

const run = promisify(execFile);
const source = join(import.meta.dirname, '../../src/toolkit/timing.ts');

/** What holds in a process with that environment. */
async function timingIn(env: Record<string, string>): Promise<Timing> {
  const script = `import { timing } from '${source}'; console.log(JSON.stringify(timing));`;
  const args = ['--no-warnings', '--input-type=module', '--eval', script];
  const { stdout } = await run(process.execPath, args, { env: { PATH: process.env.PATH, ...env } });
  return JSON.parse(stdout);
}

describe('the timing of a run', () => {
  it('is consistent: renewals fit into a Lease, heartbeats into the patience of the watchdog', async () => {
    const usual = await timingIn({});
    expect(usual.leaseDuration).toBeGreaterThanOrEqual(3 * usual.leaseRenewal);
    expect(usual.watchdogTimeout).toBeGreaterThanOrEqual(6 * usual.heartbeat);
    expect(usual.watchdogGrace).toBeGreaterThan(2 * usual.heartbeat);
    expect(usual.watchdogGrace).toBeLessThan(usual.watchdogTimeout);
    // "Within a minute", says README.
    const back = usual.heartbeat + usual.watchdogTimeout + usual.watchdogInterval + usual.watchdogReaction;
    expect(back).toBeLessThanOrEqual(60_000);
  });

  it('is not changed by an environment variable, but by a module that is loaded before', async () => {
    const variables = shorter({ heartbeat: 7 });
    const { SLIPWAY_TIMING = '' } = variables;
    expect(await timingIn({ SLIPWAY_TIMING })).toEqual(await timingIn({}));
    expect(await timingIn(variables)).toEqual({ ...(await timingIn({})), heartbeat: 7 });
  });
});
