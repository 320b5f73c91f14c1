import { describe, expect, it } from 'vitest';
import { baselineOf, imagesByContainer } from '../../../src/release/store/baseline.ts';
import type { Release } from '../../../src/release/store/releases.ts';
import { labels, type ReleaseNumber } from '../../../src/workloads/naming.ts';
import { deployment, imageOf, release, template } from '../objects.ts';

/** The workload as release `number` left it, or as something else did. */
const live = (number: number | undefined, image = imageOf(number ?? 0)) =>
  deployment({
    metadata: number === undefined ? {} : { annotations: { [labels.release]: String(number) } },
    spec: { template: template(image) },
  });
const newestFirst = (...releases: Release[]) => releases.reverse();

describe('the target of a rollback', () => {
  it('is nothing when there is no live workload', () => {
    expect(baselineOf(undefined, [])).toEqual({ kind: 'none' });
    expect(baselineOf(undefined, [release(1)])).toEqual({ kind: 'none' });
  });

  it('is the live release, when it is live as recorded', () => {
    const releases = newestFirst(release(1), release(2));
    expect(baselineOf(live(2), releases)).toMatchObject({ kind: 'recorded', release: 2 });
  });

  it('is an older release when a rollback has restored it', () => {
    const releases = newestFirst(release(1), release(2, { state: 'rolled-back' }));
    expect(baselineOf(live(1), releases)).toMatchObject({ kind: 'recorded', release: 1 });
  });

  it('does not follow forged records in a circle', () => {
    const circle = (number: number, baseline: number): Release => {
      const { record } = release(number);
      return { record: { ...record, baseline: baseline as ReleaseNumber } };
    };
    expect(baselineOf(live(2), [circle(2, 3), circle(3, 2)])).toMatchObject({ kind: expect.any(String) });
  });

  it('does not depend on the order of keys in the template', () => {
    const { metadata, spec } = template(imageOf(1));
    const turned = deployment({
      metadata: { annotations: { [labels.release]: '1' } },
      spec: { template: { spec: spec!, metadata: metadata! } },
    });
    expect(baselineOf(turned, [release(1)])).toMatchObject({ kind: 'recorded', release: 1 });
  });

  it('is the live workload, as release 0, before the first release', () => {
    expect(baselineOf(live(undefined, 'by-hand'), [])).toEqual({
      kind: 'unrecorded',
      number: 0,
      template: template('by-hand'),
      ready: true,
    });
  });

  it('is the live workload, under the next number, when it differs from its record', () => {
    const drifted = baselineOf(live(2, 'by-hand'), newestFirst(release(1), release(2)));
    expect(drifted).toEqual({ kind: 'unrecorded', number: 3, template: template('by-hand'), ready: true });
  });

  it('is the newest complete release when the live workload was broken by hand', () => {
    const broken = {
      ...live(2, 'by-hand'),
      status: { replicas: 4, updatedReplicas: 1, availableReplicas: 3 },
    };
    const releases = newestFirst(release(1), release(2));
    expect(baselineOf(broken as ReturnType<typeof live>, releases)).toMatchObject({
      kind: 'recorded',
      release: 2,
    });
  });

  it('is marked as not ready when no release was ever complete', () => {
    const broken = { ...live(1), status: { replicas: 1, updatedReplicas: 1, availableReplicas: 0 } };
    const baseline = baselineOf(broken as ReturnType<typeof live>, [release(1, null)]);
    expect(baseline).toMatchObject({ kind: 'unrecorded', ready: false });
  });

  it('is the live workload when its record is gone', () => {
    expect(baselineOf(live(7), newestFirst(release(9)))).toMatchObject({ kind: 'unrecorded', number: 10 });
  });

  it('is the release that the dead run was replacing, although its unfinished template is live', () => {
    const releases = newestFirst(release(1), release(2, null));
    expect(baselineOf(live(2), releases)).toEqual({
      kind: 'recorded',
      release: 1,
      template: template(imageOf(1)),
    });
  });

  it('is the last complete release before a chain of dead and rolled back runs', () => {
    const releases = newestFirst(
      release(1),
      release(2, { state: 'rolled-back' }),
      release(3, null),
      release(4, null),
    );
    expect(baselineOf(live(4), releases)).toMatchObject({ kind: 'recorded', release: 1 });
  });

  it('is the live workload when the dead run was a first release', () => {
    expect(baselineOf(live(1), [release(1, null)])).toMatchObject({ kind: 'unrecorded', number: 2 });
  });

  it('is the live release, when the dead run had not written its template yet', () => {
    const releases = newestFirst(release(1), release(2, null));
    expect(baselineOf(live(1), releases)).toMatchObject({ kind: 'recorded', release: 1 });
  });
});

it('the images of an adopted workload are named by container', () => {
  const spec = { initContainers: [{ name: 'migrate', image: 'migrate:1' }] };
  expect(imagesByContainer(template('shop:1', spec))).toEqual({ migrate: 'migrate:1', shop: 'shop:1' });
});
