import { describe, expect, it } from 'vitest';
import type { ReleaseRecord } from '../../src/release/record.ts';
import { pinnedImages } from '../../src/release/verify.ts';
import { deployment, release, template } from './objects.ts';

const built = `ghcr.io/acme/shop@sha256:${'a'.repeat(64)}`;
const other = `ghcr.io/acme/shop@sha256:${'b'.repeat(64)}`;
const record = { ...release(5).record, source: 'released', images: { shop: built } } as ReleaseRecord;
const running = (image: string) => deployment({ spec: { template: template(image) } });

describe('the images that must run', () => {
  it('are those of the record', () => {
    expect(pinnedImages(running(built), record)).toEqual({ images: { shop: built }, problems: [] });
  });

  it.each([other, 'ghcr.io/acme/shop:latest', 'ghcr.io/acme/shop'])(
    'are not whatever the workload says now: %s was set by hand',
    image => {
      const { images, problems } = pinnedImages(running(image), record);
      expect(images).toEqual({ shop: built });
      expect(problems).toEqual([`container shop is set to ${image}, not to the ${built} of release 5`]);
    },
  );

  it('are missing when no container has the repository any more', () => {
    expect(pinnedImages(running('ghcr.io/acme/stranger:1'), record).problems).toEqual([
      'no container runs an image of release 5',
    ]);
  });

  it('are what the workload pins itself, when the release was only found living', () => {
    const observed = { ...record, source: 'observed' } as ReleaseRecord;
    expect(pinnedImages(running(other), observed)).toEqual({ images: { shop: other }, problems: [] });
    expect(pinnedImages(running('ghcr.io/acme/shop:1'), observed)).toEqual({ images: {}, problems: [] });
  });
});
