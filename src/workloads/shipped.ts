import { randomBytes } from 'node:crypto';
import { ClusterError } from '../cluster/errors.ts';
import type { Manifest } from '../cluster/manifests.ts';
import type { ConfigMap, KubeObject, PodTemplate, Secret } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { containersOf, podTemplatesOf } from './kinds.ts';
import { contentHash, labels, nameOf } from './naming.ts';

/** A ConfigMap or Secret that the release ships, under the immutable name to which the pod template refers. */
export interface ShippedConfig {
  kind: 'ConfigMap' | 'Secret';
  /** As in the manifest. */
  name: string;
  /** `<app>-<name>-<hash>`. */
  copy: string;
}

interface Shipment {
  /** The manifests with references rewritten and the shipped objects replaced by their copies. */
  manifests: Manifest[];
  shipped: ShippedConfig[];
}

/**
 * Gives the configuration of pods immutable names, so that a rollback restores the old values. An object that no pod refers to keeps
 * its name, because it is looked up by that: settings of an operator, options of a controller. Pure.
 * @param live `Kind/name` of objects that stay live: declared in slipway.yml, or owned by another controller.
 * @param salt secret of the application; without it, a reader could guess the value of a Secret from its name.
 * @param hooks Jobs that run around the release and may name configuration, too.
 */
export function shipConfiguration(
  manifests: Manifest[],
  app: string,
  live: Set<string>,
  salt: string,
  hooks: readonly KubeObject[] = [],
): Shipment {
  const named = referencesIn(
    [...manifests.map(({ object }) => object), ...hooks].flatMap(object => podTemplatesOf(object)),
  );
  const shipped = new Map<string, ShippedConfig>();
  const rewritten = structuredClone(manifests).map(manifest => {
    const kind = kindOfConfiguration(manifest.object);
    const title = `${kind}/${manifest.name}`;
    if (kind === undefined || live.has(title) || !named.has(title)) return manifest;
    const copy = nameOf.shipped(app, manifest.name, hashOf(manifest.object, salt));
    shipped.set(title, { kind, name: manifest.name, copy });
    const object = {
      ...manifest.object,
      immutable: true,
      metadata: {
        ...manifest.object.metadata,
        name: copy,
        labels: { ...manifest.object.metadata?.labels, [labels.app]: app, [labels.kind]: 'shipped' },
      },
    };
    return { ...manifest, object, name: copy };
  });
  for (const manifest of rewritten) {
    for (const template of podTemplatesOf(manifest.object)) pointAtCopies(template, [...shipped.values()]);
  }
  return { manifests: rewritten, shipped: [...shipped.values()] };
}

/** A Secret with another type than Opaque is looked up by name: the certificate of an Ingress, a token, a registry login. */
export function kindOfConfiguration({
  kind,
  type = 'Opaque',
}: KubeObject): ShippedConfig['kind'] | undefined {
  if (kind === 'ConfigMap') return kind;
  return kind === 'Secret' && type === 'Opaque' ? kind : undefined;
}

function hashOf(object: KubeObject, salt: string): string {
  const { data, binaryData, stringData, type } = object as ConfigMap & Secret;
  return contentHash(salt, { data, binaryData, stringData, type });
}

/** Rewrites every reference of a pod to a ConfigMap or Secret. */
export function pointAtCopies(template: PodTemplate, copies: readonly ShippedConfig[]): void {
  const shipped = new Map(copies.map(each => [`${each.kind}/${each.name}`, each.copy]));
  eachReference(template, (reference, rename) => {
    const copy = shipped.get(reference);
    if (copy !== undefined) rename(copy);
  });
}

/** Returns `Kind/name` of every ConfigMap and Secret to which these pods refer. Pure. */
export function referencesIn(templates: readonly PodTemplate[]): Set<string> {
  const found = new Set<string>();
  for (const template of templates) eachReference(template, reference => found.add(reference));
  return found;
}

type Visit = (reference: string, rename: (name: string) => void) => void;

/** Visits every reference of a pod to a ConfigMap or Secret. */
function eachReference({ spec }: PodTemplate, visit: Visit): void {
  const seen = <Holder extends object>(kind: string, holder: Holder | undefined, key: keyof Holder) => {
    if (holder == null || typeof holder[key] !== 'string') return;
    visit(`${kind}/${holder[key]}`, name => {
      holder[key] = name as Holder[keyof Holder];
    });
  };
  for (const { envFrom, env } of containersOf(spec)) {
    for (const source of envFrom ?? []) {
      seen('ConfigMap', source.configMapRef, 'name');
      seen('Secret', source.secretRef, 'name');
    }
    for (const { valueFrom } of env ?? []) {
      seen('ConfigMap', valueFrom?.configMapKeyRef, 'name');
      seen('Secret', valueFrom?.secretKeyRef, 'name');
    }
  }
  for (const volume of spec?.volumes ?? []) {
    seen('ConfigMap', volume.configMap, 'name');
    seen('Secret', volume.secret, 'secretName');
    for (const source of volume.projected?.sources ?? []) {
      seen('ConfigMap', source.configMap, 'name');
      seen('Secret', source.secret, 'name');
    }
    const { cephfs, flexVolume, iscsi, rbd, scaleIO, storageos } = volume;
    for (const driver of [cephfs, flexVolume, iscsi, rbd, scaleIO, storageos])
      seen('Secret', driver?.secretRef, 'name');
    seen('Secret', volume.csi?.nodePublishSecretRef, 'name');
    seen('Secret', volume.azureFile, 'secretName');
  }
  for (const secret of spec?.imagePullSecrets ?? []) seen('Secret', secret, 'name');
}

export interface Salt {
  value: string;
  /** Whether it was already stored; if not, the names of copies change once `keep` has stored it. */
  stored: boolean;
  keep: () => Promise<void>;
}

/**
 * Reads the application's secret salt for the names of shipped configuration: equal content keeps its name from release to release, and
 * a user who may read names cannot guess values from them. Only `keep` writes it, after preflight.
 */
export async function readSalt(cluster: Cluster, namespace: string, app: string): Promise<Salt> {
  const name = nameOf.salt(app);
  const existing = await cluster.get<Secret>(pathOf(resources.secret, namespace, name));
  const stored = existing?.data?.salt;
  if (stored !== undefined)
    return { value: Buffer.from(stored, 'base64').toString('utf8'), stored: true, keep: async () => {} };
  const value = randomBytes(16).toString('hex');
  return {
    value,
    stored: false,
    keep: async () => {
      try {
        await cluster.create(pathOf(resources.secret, namespace), {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name, namespace, labels: { [labels.app]: app, [labels.kind]: 'salt' } },
          type: 'Opaque',
          stringData: { salt: value },
        });
      } catch (error) {
        // Another first release was faster: the names of this one differ once, which costs one restart but is correct.
        if (!(error instanceof ClusterError && error.reason === 'AlreadyExists')) throw error;
      }
    },
  };
}
