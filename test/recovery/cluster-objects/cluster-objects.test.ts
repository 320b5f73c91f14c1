import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import { scaleDown } from '../../../src/recovery/cluster-objects/applying.ts';
import { drift } from '../../../src/recovery/cluster-objects/drift.ts';
import { countsOf, formatExport, parseExport } from '../../../src/recovery/cluster-objects/exporting.ts';
import { inOrder, keyOf } from '../../../src/recovery/cluster-objects/order.ts';
import { type Exported, movedTo, portable } from '../../../src/recovery/cluster-objects/portable.ts';
import { pvcsOf } from '../../../src/recovery/cluster-objects/pvcs.ts';
import { groupsDefined, referencesOf } from '../../../src/recovery/cluster-objects/references.ts';
import { selected } from '../../../src/recovery/cluster-objects/selection.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';
import { made } from './made.ts';

/** The objects of `made.ts` as a cluster (1.36) listed them a moment after they were created; without Events and Secrets. */
const live = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures/live.json'), 'utf8'),
) as KubeObject[];
const exported = inOrder(selected(live).map(portable));
const of = (kind: string, name: string, objects: readonly Exported[] = exported) =>
  objects.find(each => each.kind === kind && each.metadata.name === name)!;
// biome-ignore lint/suspicious/noExplicitAny: objects are edited field by field, as a user would in an editor
type Editable = any;
const changed = (kind: string, name: string, edit: (object: Editable) => void): Exported[] =>
  exported.map(each => {
    if (each !== of(kind, name)) return each;
    const copy = structuredClone(each);
    edit(copy);
    return copy;
  });

describe('an export', () => {
  it('holds the objects that a user created, without generated and completed ones', () => {
    const wanted = made('shop', '', 'baskets.example')
      .filter(({ kind, metadata: { name } }) => kind !== 'Secret' && name !== 'done')
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    // A PVC of a StatefulSet's template holds data, although a controller made it.
    const there = exported.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(there.sort()).toEqual([...wanted, 'PersistentVolumeClaim data-db-0'].sort());
  });

  it('holds every field that the user wrote', () => {
    for (const written of made('shop', '', 'baskets.example')) {
      const found = of(String(written.kind), written.metadata.name);
      if (found === undefined) continue;
      const { metadata: _, ...rest } = written;
      expect(withoutImages(found)).toMatchObject(withoutImages(rest));
    }
  });

  it('holds no field that belongs to one cluster', () => {
    const text = JSON.stringify(exported);
    for (const { metadata } of live)
      if (metadata?.uid !== undefined) expect(text).not.toContain(metadata.uid);
    expect(text).not.toMatch(
      /managedFields|resourceVersion|creationTimestamp|"status"|last-applied|nodePort|nodeName|kube-api-access|controller-uid|10\.96\.|finalizers/,
    );
    expect(of('Service', 'headless').spec).toMatchObject({ clusterIP: 'None' });
  });

  it('drops the owner of an object when the owner is outside of the namespace, so that it is not garbage-collected', () => {
    const config = live.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata?.name === 'shop')!;
    const owner = { apiVersion: 'v1', kind: 'Node', name: 'a', uid: 'elsewhere', controller: true };
    const owned = { ...config, metadata: { ...config.metadata, ownerReferences: [owner] } } as KubeObject;
    expect(selected([owned]).map(portable)).toEqual([of('ConfigMap', 'shop')]);
  });

  it('is formatted as one deterministic file, and parsed back', () => {
    const shuffled = fc.shuffledSubarray(exported, { minLength: exported.length });
    fc.assert(
      fc.property(shuffled, objects => {
        expect(formatExport({ objects: inOrder(objects) })).toBe(formatExport({ objects: exported }));
      }),
      search(20),
    );
    expect(parseExport(formatExport({ objects: exported }))).toEqual(exported);
    for (const text of [
      '',
      '{}',
      '[]',
      '{"kind":"List","items":[1]}',
      '{"kind":"List","items":[{"kind":"A"}]}',
    ])
      expect(() => parseExport(text)).toThrow(wording());
  });

  it('counts its objects by kind', () => {
    expect(countsOf({ objects: exported })).toMatchObject({ 'apps/Deployment': 1, ConfigMap: 1, Service: 2 });
  });

  it('lists each object after those that it needs', () => {
    const at = exported.map(keyOf);
    const first = (a: string, b: string) => expect(at.indexOf(a)).toBeLessThan(at.indexOf(b));
    first('ServiceAccount shop/shop', 'rbac.authorization.k8s.io/RoleBinding shop/shop');
    first('ConfigMap shop/shop', 'apps/Deployment shop/shop');
    first('PersistentVolumeClaim shop/data-db-0', 'apps/StatefulSet shop/db');
    first('baskets.example/Basket shop/first', 'apps/Deployment shop/shop');
    first('apps/Deployment shop/shop', 'autoscaling/HorizontalPodAutoscaler shop/shop');
  });

  it('names the cluster-scoped objects that it refers to', () => {
    expect(referencesOf(live).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['StorageClass none']);
    expect(groupsDefined(exported)).toContain('baskets.example');
  });
});

describe('an export moved to another namespace', () => {
  const moved = movedTo(exported, 'shop', 'copy');
  it('has every reference to the namespace changed', () => {
    expect(new Set(moved.map(({ metadata }) => metadata.namespace))).toEqual(new Set(['copy']));
    expect(of('RoleBinding', 'shop', moved)).toMatchObject({
      subjects: [{ name: 'shop', namespace: 'copy' }],
    });
    expect(movedTo(moved, 'copy', 'shop')).toEqual(exported);
  });
  it('is scaled to zero and suspended until its data is restored', () => {
    const asleep = moved.map(scaleDown);
    expect(of('Deployment', 'shop', asleep).spec).toMatchObject({ replicas: 0 });
    expect(of('CronJob', 'nightly', asleep).spec).toMatchObject({ suspend: true, schedule: '17 3 * * *' });
    expect(of('ConfigMap', 'shop', asleep)).toEqual(of('ConfigMap', 'shop', moved));
  });
});

describe('drift', () => {
  const from = (objects: readonly Exported[]) => drift({ objects: exported }, { objects });
  const sentences = (objects: readonly Exported[]) => from(objects).map(({ sentence }) => sentence);

  it('is empty for equal objects', () => {
    expect(from(exported.toReversed())).toEqual([]);
  });

  it('names object and field', () => {
    expect(
      sentences(
        changed('Service', 'shop', each => {
          each.spec.ports[0].targetPort = 9090;
          each.metadata.labels = { by: 'hand' };
        }),
      ),
    ).toEqual([
      wording('Service shop/shop', 'metadata.labels.by =', 'hand'),
      wording('Service shop/shop', 'spec.ports[http].targetPort = 9090', '8080'),
    ]);
  });

  it('names missing and new objects', () => {
    const extra = { ...of('ConfigMap', 'shop'), metadata: { name: 'other', namespace: 'shop' } };
    const without = exported.filter(each => each !== of('Deployment', 'shop'));
    expect(sentences([...without, extra])).toEqual([
      wording('ConfigMap shop/other'),
      wording('apps/Deployment shop/shop'),
    ]);
  });

  it('shows nothing that looks secret', () => {
    const [sentence] = sentences(
      changed('ConfigMap', 'shop', each => {
        each.data.API_KEY = 'zyxwvu654321';
      }),
    );
    expect(sentence).toEqual(wording('ConfigMap shop/shop', 'data.API_KEY ='));
  });

  it('ignores the replicas that an autoscaler has chosen', () => {
    const more = (kind: string, name: string) =>
      sentences(
        changed(kind, name, each => {
          each.spec.replicas = 7;
        }),
      );
    expect(more('Deployment', 'shop')).toEqual([]);
    expect(more('StatefulSet', 'db')).toEqual([
      wording('apps/StatefulSet shop/db', 'spec.replicas = 7', '1'),
    ]);
  });

  it('ignores the API version that a cluster prefers', () => {
    const objects = changed('HorizontalPodAutoscaler', 'shop', each => {
      each.apiVersion = 'autoscaling/v3';
    });
    expect(from(objects)).toEqual([]);
  });
});

describe('PVCs', () => {
  it('are covered as declared for them or for their template', () => {
    expect(pvcsOf(exported, { 'data-db': 'database', attachments: 'files' })).toEqual({
      volumes: [
        { namespace: 'shop', pvc: 'attachments', covered: 'files' },
        { namespace: 'shop', pvc: 'data-db-0', covered: 'database' },
      ],
      unmatched: [],
    });
  });
  it('are not covered when undeclared, and declarations without a PVC are named', () => {
    const mistyped = { atachments: 'files', constructor: 'files' } as const;
    const { volumes, unmatched } = pvcsOf(exported, mistyped);
    expect(volumes.map(({ covered }) => covered)).toEqual(['not', 'not']);
    expect(unmatched).toEqual(['atachments', 'constructor']);
  });
});

/** The image depends on the lab. */
function withoutImages<Value extends object>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (key, each) => (key === 'image' ? undefined : each))) as Value;
}
