import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Cluster } from '../../src/cluster/port.ts';
import { steadyClock } from '../../src/recovery/drill/clock.ts';
import type { DrillCommands } from '../../src/recovery/drill/faults.ts';
import { liveSystem } from '../../src/recovery/drill/kubernetes-system.ts';
import { drillLive } from '../../src/recovery/drill/live.ts';
import { paceOf } from '../../src/recovery/drill/pace.ts';
import { type DrillReport, reportOf } from '../../src/recovery/drill-report.ts';
import { scenarioOf } from '../../src/recovery/scenario.ts';
import { gateway, root } from '../e2e/harness.ts';
import type { Records } from './records.ts';
import { SCOPE } from './settings.ts';

/** Drills on the database and the application of a test. */

export const folder = join(root, 'test/database');
/** A script of that folder, as a command names it. */
export const script = (name: string, ...args: string[]) =>
  [process.execPath, join(folder, name), ...args] as const;

/** Plain data, so that another process can do it. */
export interface Drilling {
  readonly namespace: string;
  readonly records: Records;
  readonly breaks: 'pod' | 'node' | 'zone';
  readonly commands?: DrillCommands;
  readonly switchover?: boolean;
}

/** A lost write is never allowed. */
const target = { rto: 15 * 60_000, rpo: 0 };

export async function drillOn(
  cluster: Cluster,
  { namespace, records, breaks, commands = {}, switchover = false }: Drilling,
  report: (line: string) => void,
): Promise<DrillReport> {
  const pace = paceOf('lab', target.rpo);
  const run = { id: `e2e-${randomUUID().slice(0, 8)}`, actor: 'test' };
  const system = liveSystem(
    cluster,
    {
      ...{ namespace, breaks, commands, selector: `app=${SCOPE}`, role: 'role' },
      local: { database: 'postgres', host: '/run/postgresql' },
      service: { database: 'shop', host: SCOPE },
      client: { user: 'shop', password: { secret: 'passwords', key: 'shop' } },
      application: {
        ...{
          base: new URL(gateway),
          host: records.host,
          ready: '/ready',
          'known-record': `/records/${records.old}`,
        },
        write: {
          path: '/records',
          body: '{"name": "drill", "note": "{token}"}',
          ...{ id: 'id', read: '/records/{id}' },
        },
      },
      ...(switchover && { switchover: script('switchover.ts') }),
    },
    {
      ...{
        runId: run.id,
        holder: `the test ${run.id}`,
        pace,
        activeDeadlineSeconds: 600,
        folder,
        env: process.env,
      },
      ...{ now: steadyClock(), append: () => undefined, report },
    },
  );
  return reportOf(
    await drillLive(
      {
        ...{ app: 'records', environment: 'lab', target, assumedDetection: 0, tools: {}, run, pace },
        ...{ scenario: scenarioOf(breaks), seed: run.id, deadline: 120_000, rejoinTimeout: 120_000 },
        signal: new AbortController().signal,
      },
      system,
    ),
  );
}
