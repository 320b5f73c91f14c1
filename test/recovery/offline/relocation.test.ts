import { describe, expect, it } from 'vitest';
import type { Exported } from '../../../src/recovery/cluster-objects/portable.ts';
import { imageNow, imagesFor, relocated } from '../../../src/recovery/offline/relocation.ts';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;
const archived = [
  `old.example/shop@${digest('a')}`,
  `old.example/db@${digest('b')}`,
  `old.example/db@${digest('c')}`,
];
const place = (repository: string) => repository.replace('old.example', 'new.example/x');
const deployment = (...images: string[]) =>
  ({
    ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'shop' } },
    spec: { template: { spec: { containers: images.map(image => ({ name: 'c', image })) } } },
  }) as unknown as Exported;
const imagesOf = (...images: string[]) => {
  const { objects, foreign } = relocated([deployment(...images)], archived, place);
  const [object] = objects as unknown as {
    spec: { template: { spec: { containers: { image: string }[] } } };
  }[];
  return { images: object?.spec.template.spec.containers.map(({ image }) => image), foreign };
};

describe('images in another registry', () => {
  it('are referred to by digest, also those that had a tag', () => {
    expect(
      imagesOf(
        `old.example/shop:1.2@${digest('a')}`,
        'old.example/shop:1.2',
        `old.example/db@${digest('c')}`,
      ),
    ).toEqual({
      images: [
        `new.example/x/shop@${digest('a')}`,
        `new.example/x/shop@${digest('a')}`,
        `new.example/x/db@${digest('c')}`,
      ],
      foreign: [],
    });
  });

  it('are not changed, and reported, where the archive has another digest, several, or none', () => {
    const others = [`old.example/shop@${digest('d')}`, 'old.example/db:17', 'busybox'];
    expect(imagesOf(...others)).toEqual({ images: others, foreign: others.toSorted() });
  });

  it('are replaced only in containers', () => {
    const map = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'x' },
      data: { image: 'old.example/shop' },
    };
    const { objects } = relocated([map as unknown as Exported], archived, place);
    expect(objects).toEqual([map]);
  });

  it('are replaced in CronJobs and init containers, too', () => {
    const cron = {
      ...{ apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'x' } },
      spec: {
        jobTemplate: { spec: { template: { spec: { initContainers: [{ image: 'old.example/shop' }] } } } },
      },
    };
    expect(JSON.stringify(relocated([cron as unknown as Exported], archived, place).objects)).toContain(
      'new.example/x/shop@',
    );
  });
});

describe('the image of the pod that restores files', () => {
  const backupPod = `old.example/restic:0.18@${digest('e')}`;

  it('is archived once, with those that ran', () => {
    expect(imagesFor(archived, backupPod)).toEqual([...archived, `old.example/restic@${digest('e')}`].sort());
    expect(imagesFor(archived, `old.example/db@${digest('b')}`)).toEqual(archived.toSorted());
    expect(imagesFor(archived, undefined)).toEqual(archived.toSorted());
  });

  it('has a new reference only where the archive holds it', () => {
    const now = `new.example/x/restic@${digest('e')}`;
    expect(imageNow(backupPod, imagesFor(archived, backupPod), place)).toBe(now);
    expect(imageNow(backupPod, archived, place)).toBeUndefined();
  });
});
