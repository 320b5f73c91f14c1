import { expect, it } from 'vitest';
import type { Ordered } from '../../src/actions/drill.ts';
import { segmentSizeOf } from '../../src/actions/drill-archiving.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { usualSize } from '../../src/recovery/postgres/wal.ts';
import { UserError } from '../../src/toolkit/errors.ts';

/** What a drill knows of the WAL of a primary that does not answer. */

const said: string[] = [];
const order = (database: string) =>
  ({
    ...{ environment: { namespace: 'shop' }, drills: { database }, signal: new AbortController().signal },
    recovery: { databases: { orders: { workload: { kind: 'StatefulSet', name: 'orders' } } } },
    report: (line: string) => void said.push(line),
  }) as unknown as Ordered;
const cluster = { get: async () => undefined } as unknown as Cluster;

it('takes the usual size of segments, and says so', async () => {
  expect(await segmentSizeOf(cluster, order('orders'))).toBe(usualSize);
  expect(said).toEqual([expect.stringContaining('there is no StatefulSet/orders in shop')]);
});

it('refuses a database that slipway.yml does not declare', async () => {
  await expect(segmentSizeOf(cluster, order('order'))).rejects.toThrow(UserError);
});
