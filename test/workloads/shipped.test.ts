import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/cluster/manifests.ts';
import type { Deployment } from '../../src/cluster/objects.ts';
import { shipConfiguration } from '../../src/workloads/shipped.ts';
import { configMap, manifest, secret, template, workload } from '../release/objects.ts';

const ship = (manifests: Manifest[], { live = [] as string[], salt = 'salt' } = {}) =>
  shipConfiguration(manifests, 'shop', new Set(live), salt);
/** Pods that name it. */
const users = ({ object, name }: Manifest) => {
  const source = object.kind === 'Secret' ? { secretRef: { name } } : { configMapRef: { name } };
  return workload(template('i', { containers: [{ name: 'shop', envFrom: [source] }] }));
};
const copyOf = (one: Manifest, salt = 'salt') => ship([one, users(one)], { salt }).shipped[0]?.copy;
const templateOf = (manifests: Manifest[]) =>
  (manifests.find(m => m.object.kind === 'Deployment')!.object as Deployment).spec!.template;

/** Every way in which a pod may name a ConfigMap or Secret, the name left open. */
const places: [string, 'ConfigMap' | 'Secret', (name: string) => object][] = [
  ['envFrom', 'ConfigMap', name => inContainer({ envFrom: [{ configMapRef: { name } }] })],
  ['envFrom', 'Secret', name => inContainer({ envFrom: [{ secretRef: { name } }] })],
  [
    'env',
    'ConfigMap',
    name => inContainer({ env: [{ name: 'A', valueFrom: { configMapKeyRef: { name, key: 'a' } } }] }),
  ],
  [
    'env',
    'Secret',
    name => inContainer({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name, key: 'a' } } }] }),
  ],
  [
    'envFrom of an init container',
    'ConfigMap',
    name => ({ initContainers: [{ name: 'i', envFrom: [{ configMapRef: { name } }] }] }),
  ],
  ['volume', 'ConfigMap', name => inVolume({ configMap: { name } })],
  ['volume', 'Secret', name => inVolume({ secret: { secretName: name } })],
  ['projected volume', 'ConfigMap', name => inVolume({ projected: { sources: [{ configMap: { name } }] } })],
  ['projected volume', 'Secret', name => inVolume({ projected: { sources: [{ secret: { name } }] } })],
  ['CSI volume', 'Secret', name => inVolume({ csi: { driver: 'd', nodePublishSecretRef: { name } } })],
  ['flexVolume', 'Secret', name => inVolume({ flexVolume: { driver: 'd', secretRef: { name } } })],
  ['cephfs', 'Secret', name => inVolume({ cephfs: { monitors: [], secretRef: { name } } })],
  ['rbd', 'Secret', name => inVolume({ rbd: { image: '', monitors: [], secretRef: { name } } })],
  [
    'iscsi',
    'Secret',
    name => inVolume({ iscsi: { iqn: '', lun: 0, targetPortal: '', secretRef: { name } } }),
  ],
  ['scaleIO', 'Secret', name => inVolume({ scaleIO: { gateway: '', system: '', secretRef: { name } } })],
  ['storageos', 'Secret', name => inVolume({ storageos: { secretRef: { name } } })],
  ['azureFile', 'Secret', name => inVolume({ azureFile: { shareName: '', secretName: name } })],
  ['imagePullSecrets', 'Secret', name => ({ imagePullSecrets: [{ name }] })],
];
const inContainer = (fields: object) => ({ containers: [{ name: 'shop', ...fields }] });
const inVolume = (fields: object) => ({ volumes: [{ name: 'v', ...fields }] });

describe('a pod that names shipped configuration', () => {
  it.each(places)('in %s (%s) refers to the copy', (_, kind, at) => {
    const one = kind === 'ConfigMap' ? configMap('conf', { a: '1' }) : secret('conf', { a: '1' });
    const { manifests, shipped } = ship([one, workload(template('i', at('conf')))]);
    const copy = shipped[0]!.copy;
    expect(templateOf(manifests)).toEqual(template('i', at(copy)));
  });

  it.each(places)('in %s (%s) keeps the name of an object that is not shipped', (_, kind, at) => {
    const other = kind === 'ConfigMap' ? secret('conf', { a: '1' }) : configMap('conf', { a: '1' });
    const written = template('i', at('conf'));
    expect(templateOf(ship([other, workload(written)]).manifests)).toEqual(written);
  });

  it('is rewritten in every kind with a pod template, including a CronJob', () => {
    const spec = {
      jobTemplate: { spec: { template: template('i', inVolume({ configMap: { name: 'conf' } })) } },
    };
    const cron = manifest({ apiVersion: 'batch/v1', kind: 'CronJob', metadata: { name: 'nightly' }, spec });
    const { manifests, shipped } = ship([cron, configMap('conf', { a: '1' })]);
    expect(JSON.stringify(manifests[0])).toContain(`"configMap":{"name":"${shipped[0]!.copy}"}`);
  });
});

describe('a shipped copy', () => {
  it('is immutable, labelled, and named after application, object and content', () => {
    const one = configMap('conf', { a: '1' }, { metadata: { name: 'conf', labels: { team: 'a' } } });
    const { manifests, shipped } = ship([one, users(one)]);
    expect(shipped).toEqual([
      { kind: 'ConfigMap', name: 'conf', copy: expect.stringMatching(/^shop-conf-[0-9a-f]{10}$/) },
    ]);
    expect(manifests[0]).toMatchObject({
      name: shipped[0]!.copy,
      object: {
        immutable: true,
        data: { a: '1' },
        metadata: {
          name: shipped[0]!.copy,
          labels: { team: 'a', 'slipway.dev/app': 'shop', 'slipway.dev/kind': 'shipped' },
        },
      },
    });
  });

  it('does not repeat the name of the application', () => {
    expect(copyOf(configMap('shop', {}))).toMatch(/^shop-[0-9a-f]{10}$/);
    expect(copyOf(configMap('shop-conf', {}))).toMatch(/^shop-conf-[0-9a-f]{10}$/);
    expect(copyOf(configMap('shopping', {}))).toMatch(/^shop-shopping-[0-9a-f]{10}$/);
  });

  it('does not change its manifest', () => {
    const given = [
      configMap('conf', { a: '1' }),
      workload(template('i', inVolume({ configMap: { name: 'conf' } }))),
    ];
    const before = structuredClone(given);
    ship(given);
    expect(given).toEqual(before);
  });

  const content = fc.dictionary(fc.string(), fc.string());

  it('has the same name for the same content, in whatever order it is written', () => {
    fc.assert(
      fc.property(content, data => {
        const turned = Object.fromEntries(Object.entries(data).reverse());
        expect(copyOf(configMap('conf', turned))).toBe(copyOf(configMap('conf', data)));
      }),
    );
  });

  it('has another name for other content', () => {
    fc.assert(
      fc.property(content, content, (a, b) => {
        const same = JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
        expect(copyOf(secret('conf', a)) === copyOf(secret('conf', b))).toBe(same);
      }),
    );
  });

  it('has another name under another salt, so that a value cannot be guessed from it', () => {
    const one = secret('conf', { password: '1234' });
    expect(copyOf(one, 'a')).not.toBe(copyOf(one, 'b'));
  });

  it('does not change its name with labels and annotations', () => {
    const labelled = configMap('conf', { a: '1' }, { metadata: { name: 'conf', labels: { build: '7' } } });
    expect(copyOf(labelled)).toBe(copyOf(configMap('conf', { a: '1' })));
  });
});

describe('configuration stays live', () => {
  const using = workload(template('i', inVolume({ configMap: { name: 'flags' } })));

  it('when it is declared as live', () => {
    const given = [configMap('flags', { a: '1' }), using];
    expect(ship(given, { live: ['ConfigMap/flags'] })).toEqual({ manifests: given, shipped: [] });
  });

  it('only by kind and name', () => {
    expect(ship([configMap('flags', {}), using], { live: ['Secret/flags'] }).shipped).toHaveLength(1);
  });

  it('IN 2: when no pod of the manifests or of a hook refers to it, because others find it by its name', () => {
    const given = [configMap('argocd-cm', { a: '1' }), secret('argocd-secret', { a: '1' }), using];
    expect(ship(given)).toEqual({ manifests: given, shipped: [] });
    const hook = users(configMap('argocd-cm', {})).object;
    const { shipped } = shipConfiguration(given, 'shop', new Set(), 'salt', [hook]);
    expect(shipped.map(({ name }) => name)).toEqual(['argocd-cm']);
  });

  it.each(['kubernetes.io/tls', 'kubernetes.io/dockerconfigjson', 'kubernetes.io/service-account-token'])(
    'when it is a Secret of type %s, which others find by its name',
    type => {
      const given = [secret('tls', { key: '…' }, { type })];
      expect(ship(given)).toEqual({ manifests: given, shipped: [] });
    },
  );

  it('but not when its type is Opaque', () => {
    const opaque = secret('conf', {}, { type: 'Opaque' });
    expect(ship([opaque, users(opaque)]).shipped).toHaveLength(1);
  });
});
