import { describe, expect, it } from 'vitest';
import type { Exported } from '../../../src/recovery/cluster-objects/portable.ts';
import { applicationOf } from '../../../src/recovery/drill/scratch-objects.ts';
import { wording } from '../../wording.ts';

const object = (kind: string, name: string, more: object = {}): Exported => ({
  apiVersion: ['Deployment', 'StatefulSet'].includes(kind) ? 'apps/v1' : 'v1',
  kind,
  metadata: { name, namespace: 'shop' },
  ...more,
});
const labelled = (kind: string, name: string, ofSlipway: string) =>
  object(kind, name, { metadata: { name, namespace: 'shop', labels: { 'slipway.dev/kind': ofSlipway } } });
const around = {
  from: 'shop',
  to: 'shop-drill',
  database: { kind: 'StatefulSet', name: 'db' },
  service: 'db',
};

describe('the application beside a copy of its database', () => {
  it('is everything but the database, in the other namespace, and without pods until it is started', () => {
    const { objects } = applicationOf(
      [
        object('ConfigMap', 'settings'),
        labelled('ConfigMap', 'shop-settings-0123456789', 'shipped'),
        object('Service', 'db'),
        object('Service', 'shop'),
        object('PersistentVolumeClaim', 'data-db-0'),
        object('PersistentVolumeClaim', 'uploads'),
        object('StatefulSet', 'db', { spec: { replicas: 3 } }),
        object('Deployment', 'shop', { spec: { replicas: 2, template: { spec: { containers: [] } } } }),
        { ...object('Namespace', 'shop'), metadata: { name: 'shop' } },
        labelled('ConfigMap', 'slipway-shop-r7', 'record'),
      ],
      around,
    );
    expect(objects.map(({ kind, metadata }) => `${metadata.namespace} ${kind}/${metadata.name}`)).toEqual([
      'shop-drill ConfigMap/settings',
      'shop-drill ConfigMap/shop-settings-0123456789',
      'shop-drill Service/shop',
      'shop-drill PersistentVolumeClaim/uploads',
      'shop-drill Deployment/shop',
    ]);
    expect(objects.at(-1)).toMatchObject({ spec: { replicas: 0 } });
  });

  it('reports the omitted objects', () => {
    const { objects, changes } = applicationOf([object('Pod', 'once')], around);
    expect(objects).toEqual([]);
    expect(changes).toEqual([wording('Pod/once')]);
  });
});
