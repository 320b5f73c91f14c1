import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasSucceeded, type Release } from '../../../src/release/store/releases.ts';
import { collectGarbage, expiredReleases, unusedCopies } from '../../../src/release/store/retention.ts';
import { irreversibleSince } from '../../../src/release/store/reversibility.ts';
import type { Outcome } from '../../../src/release/store/schema.ts';
import { labels, type ReleaseNumber } from '../../../src/workloads/naming.ts';
import type { ShippedConfig } from '../../../src/workloads/shipped.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { putLease } from '../leases.ts';
import { production, release, template } from '../objects.ts';

const copy = (name: string, kind: ShippedConfig['kind'] = 'ConfigMap'): ShippedConfig => ({
  kind,
  name: 'conf',
  copy: name,
});
const shipping = (number: number, ...shipped: ShippedConfig[]) => release(number, {}, { shipped });
const numbers = (releases: Release[]) => releases.map(({ record }) => record.release as number);
const upTo = (last: number, state: Outcome['state'] = 'complete') =>
  Array.from({ length: last }, (_, index) => release(last - index, { state }));

describe('expired releases', () => {
  it('are all but the newest ten and their baselines', () => {
    expect(numbers(expiredReleases(upTo(15)))).toEqual([4, 3, 2, 1]);
    expect(expiredReleases(upTo(11))).toEqual([]);
  });

  it('are not the last verified one, however old', () => {
    const releases = upTo(30).map(each =>
      each.record.release === 3 ? release(3, { state: 'verified' }) : each,
    );
    expect(numbers(expiredReleases(releases))).not.toContain(3);
  });

  it('are not the last irreversible one while an older one stays', () => {
    const marked = (verified: number) =>
      upTo(17).map(each => {
        if (each.record.release === verified) return release(verified, { state: 'verified' });
        return each.record.release === 6 ? release(6, {}, { reversible: false }) : each;
      });
    expect(numbers(expiredReleases(marked(5)))).toEqual([3, 2, 1]);
    expect(numbers(expiredReleases(marked(17)))).toContain(6);
  });

  it('are not the last complete one, when all since failed', () => {
    const releases = upTo(30, 'rolled-back').map(each => (each.record.release === 4 ? release(4) : each));
    expect(numbers(expiredReleases(releases))).not.toContain(4);
  });
});

const states = fc.constantFrom<Outcome['state'] | null>(
  'complete',
  'verified',
  'rolled-back',
  'failed',
  null,
);
const copies = fc.constantFrom(...['a', 'b', 'c', 'd', 'e', 'f'].map(name => copy(name)));
/** A history, newest first, in which every baseline is some earlier release. */
const history = fc
  .array(
    fc.record({
      state: states,
      back: fc.integer({ min: 1, max: 12 }),
      reversible: fc.nat(9).map(chance => chance > 0),
      shipped: fc.array(copies, { maxLength: 2 }),
    }),
    { maxLength: 40, size: 'max' },
  )
  .map(steps =>
    steps
      .map(({ state, back, reversible, shipped }, index) => {
        const number = index + 1;
        const record = {
          shipped,
          ...(reversible ? {} : { reversible: false as const }),
          ...(number - back > 0 ? { baseline: (number - back) as ReleaseNumber } : {}),
        };
        const made = release(number, state === null ? null : { state }, record);
        if (number - back <= 0) delete made.record.baseline;
        return made;
      })
      .reverse(),
  );

describe('for any history,', () => {
  it('the newest ten stay, with their baselines, the last verified and the last complete release', () => {
    fc.assert(
      fc.property(history, releases => {
        const gone = new Set(numbers(expiredReleases(releases)));
        const newest = releases.slice(0, 10);
        const needed = [
          ...numbers(newest),
          ...newest.map(({ record }) => record.baseline),
          releases.find(({ outcome }) => outcome?.state === 'verified')?.record.release,
          releases.find(hasSucceeded)?.record.release,
        ];
        for (const number of needed) if (number !== undefined) expect(gone).not.toContain(number);
      }),
    );
  });

  it('a rollback past an irreversible release is refused as before', () => {
    fc.assert(
      fc.property(history, releases => {
        const gone = expiredReleases(releases);
        const kept = releases.filter(each => !gone.includes(each));
        for (const to of numbers(kept))
          expect(irreversibleSince(kept, to).length > 0).toBe(irreversibleSince(releases, to).length > 0);
      }),
    );
  });

  it('no more than 25 stay', () => {
    fc.assert(
      fc.property(history, releases => {
        expect(releases.length - expiredReleases(releases).length).toBeLessThanOrEqual(25);
      }),
    );
  });

  it('no copy is removed that a kept release shipped or a ReplicaSet still uses', () => {
    fc.assert(
      fc.property(history, fc.array(copies, { maxLength: 3 }), (releases, inUse) => {
        const gone = expiredReleases(releases);
        const kept = releases.filter(each => !gone.includes(each));
        const templates = inUse.map(each =>
          template('i', { volumes: [{ name: 'v', configMap: { name: each.copy } }] }),
        );
        const removed = unusedCopies(gone, kept, templates).map(each => each.copy);
        for (const { copy } of kept.flatMap(each => each.record.shipped)) expect(removed).not.toContain(copy);
        for (const { copy } of inUse) expect(removed).not.toContain(copy);
      }),
    );
  });
});

describe('expired shipped copies', () => {
  it('are those of expired releases', () => {
    expect(unusedCopies([shipping(1, copy('old'))], [shipping(2, copy('new'))], [])).toEqual([copy('old')]);
  });

  it('are distinguished by kind', () => {
    expect(unusedCopies([shipping(1, copy('x', 'Secret'))], [shipping(2, copy('x'))], [])).toEqual([
      copy('x', 'Secret'),
    ]);
  });

  it('are not those that a worker of a kept release has, or had before it', () => {
    const uses = (name: string) => template('i', { volumes: [{ name: 'v', configMap: { name } }] });
    const kept = release(2, { workers: { worker: uses('x-1') } });
    const later = release(3, {}, { workers: { worker: { template: uses('x-2'), replicas: 1 } } });
    const gone = [shipping(1, copy('x-1')), shipping(1, copy('x-2')), shipping(1, copy('x-3'))];
    expect(unusedCopies(gone, [kept, later], [])).toEqual([copy('x-3')]);
  });

  it('are not those with the name of a used one as a prefix', () => {
    const uses = template('i', { volumes: [{ name: 'v', configMap: { name: 'x-1' } }] });
    expect(unusedCopies([shipping(1, copy('x'))], [], [uses])).toEqual([copy('x')]);
  });
});

describe('garbage collection', () => {
  it('touches nothing when nothing has expired', async () => {
    const api = new FakeApiServer();
    await collectGarbage(api.cluster, 'shop', 'shop', [production.workload], upTo(11));
    expect(api.calls).toEqual([]);
  });

  it('security 1: removes shipped copies, decision records, outcomes and records, and no more', async () => {
    const api = new FakeApiServer();
    putLease(api);
    const core = '/api/v1/namespaces/shop';
    const put = (at: string, kind?: string, number?: string) =>
      api.put(`${core}/${at}`, {
        metadata: {
          labels: {
            [labels.app]: 'shop',
            ...(kind && { [labels.kind]: kind }),
            ...(number && { [labels.release]: number }),
          },
        },
      });
    for (const number of ['1', '2']) {
      put(`configmaps/slipway-shop-r${number}`, 'record', number);
      put(`configmaps/slipway-shop-r${number}-outcome`, 'outcome', number);
      put(`configmaps/slipway-shop-r${number}-decision-head`, 'decision', number);
      put(`configmaps/shop-conf-${number}`, 'shipped');
    }
    put('secrets/shop-conf-2', 'shipped');
    put('secrets/database');
    const releases = upTo(12).map(each =>
      each.record.release === 1
        ? shipping(1, copy('shop-conf-1'), copy('shop-conf-2', 'Secret'), copy('database', 'Secret'))
        : each,
    );
    await collectGarbage(api.cluster, 'shop', 'shop', [production.workload], releases);
    expect(api.writes).toEqual([
      ...[
        'configmaps/shop-conf-1',
        'secrets/shop-conf-2',
        'configmaps/slipway-shop-r1-decision-head',
        'configmaps/slipway-shop-r1-outcome',
        'configmaps/slipway-shop-r1',
      ].map(each => `delete ${core}/${each}`),
      // Their checksums go last: a record without one counts for nothing.
      'patch /apis/coordination.k8s.io/v1/namespaces/shop/leases/slipway-shop',
    ]);
    expect(api.names('configmaps').filter(name => /1/.test(name))).toEqual([]);
    expect(api.names('secrets')).toEqual(['database']);
  });
});
