import { describe, expect, it } from 'vitest';
import { type Released, requireNoDrill, requireNoRestore, warnOfOverdue } from '../../src/actions/due.ts';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { leaseName as drillLeaseName } from '../../src/recovery/drill/drill-lease.ts';
import { leaseName as lastLeaseName } from '../../src/recovery/last-success.ts';
import type { Annotation } from '../../src/toolkit/host.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const day = 24 * 60 * 60 * 1000;
const ago = (days: number) => new Date(now - days * day).toISOString();

/** A cluster that holds these Leases. */
function clusterOf(leases: Record<string, object>) {
  const api = new FakeApiServer();
  api.now = now;
  for (const [name, lease] of Object.entries(leases))
    api.put(pathOf(resources.lease, 'shop', name), lease as KubeObject);
  return api.cluster;
}

/** @param held days since the last renewal of the drill's Lease. */
const drillLease = (holder: string, held: number, annotations = {}) => ({
  metadata: { annotations, managedFields: [{ manager: 'slipway', time: ago(held) }] },
  spec: { holderIdentity: holder, leaseDurationSeconds: 30 },
});

const released = (drills?: object) =>
  ({
    owner: { app: 'shop', environment: 'production' },
    environment: { namespace: 'shop', recovery: { repositories: {}, drills } },
    config: 'slipway.yml',
  }) as unknown as Released;

/** What is said to the person who reads the run, and how it ends. */
async function told(act: (host: { annotate: Annotate; env: NodeJS.ProcessEnv }) => Promise<void>) {
  const warnings: string[] = [];
  const annotate: Annotate = (level, { message }) => {
    warnings.push(`${level}: ${message}`);
  };
  const refusal = await act({ annotate, env: {} }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  return { warnings, refusal };
}
type Annotate = (level: 'error' | 'warning', annotation: Annotation) => void;

describe('recovery 13: a release during a drill', () => {
  const during = (lease: object | undefined, drills?: object) =>
    told(host =>
      requireNoDrill(
        clusterOf(lease === undefined ? {} : { [drillLeaseName]: lease }),
        released(drills),
        host,
      ),
    );

  it('is refused while the drill holds its Lease', async () => {
    const { refusal } = await during(drillLease('mona in run 7', 0), {});
    expect(refusal).toEqual(wording('shop'));
  });

  it.each([
    ['ended without giving its Lease back', drillLease('mona in run 7', 1)],
    ['gave it back and left something broken', drillLease('', 1, { 'slipway.dev/drill-broken': '{}' })],
  ])('gets a warning if a drill %s', async (_, lease) => {
    const { warnings, refusal } = await during(lease, {});
    expect(refusal).toBeUndefined();
    expect(warnings).toEqual([wording('sweep')]);
  });

  it.each([
    ['no drill ever ran', undefined, {}],
    ['the last one ended well', drillLease('', 1), {}],
    ['slipway.yml has no drills', drillLease('mona in run 7', 0), undefined],
  ])('gets no warning if %s', async (_, lease, drills) => {
    expect(await during(lease, drills)).toEqual({ warnings: [], refusal: undefined });
  });
});

describe('recovery 13: a release with overdue drills', () => {
  const lastGreen = (days: number | undefined, onOverdue: 'warn' | 'block' = 'warn') =>
    told(host =>
      warnOfOverdue(
        clusterOf(
          days === undefined
            ? {}
            : { [lastLeaseName('shop', 'drill-restore')]: { spec: { renewTime: ago(days) } } },
        ),
        released({ due: { 'max-age': { restore: 7 * day }, 'on-overdue': onOverdue } }),
        host,
      ),
    );

  it('gets no warning while no drill is overdue', async () => {
    expect(await lastGreen(7)).toEqual({ warnings: [], refusal: undefined });
  });

  it.each([
    ['the last green one is too old', 8, 'restore drill is 8 days old (7 days allowed)'],
    ['none was ever green', undefined, 'no restore drill has ever passed'],
  ])('gets a warning if %s', async (_, days, words) => {
    const { warnings, refusal } = await lastGreen(days);
    expect(refusal).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });

  it('is refused if slipway.yml blocks it', async () => {
    const { warnings, refusal } = await lastGreen(8, 'block');
    expect(warnings).toEqual([]);
    expect(refusal).toContain('restore drill is 8 days old');
  });
});

describe('a release during a restore of a database over itself', () => {
  const path = '/apis/apps/v1/namespaces/shop/statefulsets/db';
  const recovery = {
    repositories: {},
    databases: { orders: { workload: { kind: 'StatefulSet', name: 'db' }, 'in-place': {} } },
  };
  const asked = { ...released(), environment: { namespace: 'shop', recovery } } as unknown as Released;
  function cluster(step?: string) {
    const api = new FakeApiServer();
    const note = JSON.stringify({ id: '0a1b2c3d', step, replicas: 3, to: 'latest' });
    api.put(path, { metadata: { annotations: { 'slipway.dev/restore-in-place': note } } });
    return api;
  }

  it('is refused until the restore has ended', async () => {
    await expect(requireNoRestore(cluster('restoring').cluster, asked)).rejects.toThrow(wording('orders'));
    const starting = requireNoRestore(cluster('starting').cluster, asked);
    // `target: before` is refused then.
    await expect(starting).rejects.toThrow(wording('orders', 'or another one', 'kubectl'));
    await requireNoRestore(cluster('done').cluster, asked);
    await requireNoRestore(cluster().cluster, asked);
    await requireNoRestore(new FakeApiServer().cluster, asked);
  });

  it('is not refused where the workload may not be read', async () => {
    const api = cluster('restoring');
    api.forbid('get statefulsets.apps');
    await requireNoRestore(api.cluster, asked);
  });
});
