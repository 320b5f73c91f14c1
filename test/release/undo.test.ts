import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import { resources } from '../../src/cluster/resources.ts';
import { removeMade, restorePatch, restoreTemplate } from '../../src/release/undo.ts';
import { configMap, deployment, sentence, template, workload } from './objects.ts';

const before = template('acme/shop@sha256:1');

describe('the patch that puts a template back', () => {
  it('holds only for the object that was read', () => {
    expect(restorePatch(deployment(), before, 3)[0]).toEqual({
      op: 'test',
      path: '/metadata/uid',
      value: 'deployment',
    });
  });

  it('writes the template as it was and the number of its release, and nothing else', () => {
    const live = deployment({ metadata: { annotations: { team: 'a' } } });
    expect(restorePatch(live, before, 3).slice(1)).toEqual([
      { op: 'add', path: '/metadata/annotations/slipway.dev~1release', value: '3' },
      { op: 'replace', path: '/spec/template', value: before },
    ]);
  });

  it('gives back the capacity that the failed release had taken, and never takes any', () => {
    const path = '/spec/replicas';
    expect(restorePatch(deployment({ spec: { replicas: 2 } }), before, 3, 6).at(-1)).toEqual({
      op: 'add',
      path,
      value: 6,
    });
    expect(
      restorePatch(deployment({ spec: { replicas: 8 } }), before, 3, 6).some(op => op.path === path),
    ).toBe(false);
  });

  it('makes room for the annotation when there is none', () => {
    expect(restorePatch(deployment(), before, 3)[1]).toEqual({
      op: 'add',
      path: '/metadata/annotations',
      value: {},
    });
  });
});

it('a template cannot be put back into a workload that is gone', async () => {
  const gone = { get: async () => undefined } as unknown as Cluster;
  const restoration = {
    namespace: 'shop',
    workload: 'shop',
    template: before,
    release: 3,
    deadline: 1,
    patient: false,
    report: () => {},
  };
  expect(await sentence(() => restoreTemplate(gone, restoration))).toBe(
    'Deployment/shop is gone, so release 3 cannot be put back into it; deploy that version again',
  );
});

describe('after a failed first release', () => {
  it('exactly what it made is removed, the workload first, each by its uid', async () => {
    const removed: string[] = [];
    const uids: Record<string, string> = { '/new': 'a', '/workload': 'b' };
    const cluster = {
      get: async (path: string) => (uids[path] === undefined ? undefined : { metadata: { uid: uids[path] } }),
      remove: async (path: string, uid: string) => void removed.push(`${path} ${uid}`),
    } as unknown as Cluster;
    const target = (manifest: ReturnType<typeof workload>, path: string, live?: KubeObject) => ({
      manifest,
      resource: resources.configMap,
      path,
      live,
    });
    const names = await removeMade(
      cluster,
      [
        target(configMap('new', {}), '/new'),
        target(configMap('present', {}), '/present', { metadata: { uid: 'c' } }),
        target(configMap('never-made', {}), '/never-made'),
        target(workload(), '/workload'),
      ],
      'shop',
    );
    expect(removed).toEqual(['/workload b', '/new a']);
    expect(names).toEqual(['Deployment/shop', 'ConfigMap/new']);
  });
});
