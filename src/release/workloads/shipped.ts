import type { ConfigMap, KubeObject, PodTemplate, Secret } from '../../cluster/objects.ts';
import { podTemplatesOf } from './containers.ts';
import type { Manifest } from './manifests.ts';
import { contentHash, labels, nameOf } from './naming.ts';

/** A ConfigMap or Secret that the release ships, under the immutable name that the pod template points at. */
export interface ShippedConfig {
  kind: 'ConfigMap' | 'Secret';
  /** As in the manifest. */
  name: string;
  /** `<app>-<name>-<hash>`. */
  copy: string;
}

export interface Shipment {
  /** The manifests with references rewritten and the shipped objects replaced by their copies. */
  manifests: Manifest[];
  shipped: ShippedConfig[];
}

/**
 * Gives the configuration in the manifests immutable names, so that undo brings the old values back. Pure.
 * @param live `Kind/name` of what stays live: declared in slipway.yml, or owned by another controller.
 * @param salt secret of the application; without it the name of a Secret would tell its value to whoever guesses.
 */
export function shipConfiguration(
  manifests: Manifest[],
  app: string,
  live: Set<string>,
  salt: string,
): Shipment {
  const shipped = new Map<string, ShippedConfig>();
  const rewritten = structuredClone(manifests).map(manifest => {
    const kind = kindOfConfiguration(manifest.object);
    if (kind === undefined || live.has(`${kind}/${manifest.name}`)) return manifest;
    const copy = nameOf.shipped(app, manifest.name, hashOf(manifest.object, salt));
    shipped.set(`${kind}/${manifest.name}`, { kind, name: manifest.name, copy });
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

/** A Secret with a type is somebody's by name: an Ingress's certificate, a ServiceAccount's token, a node's login. */
function kindOfConfiguration({ kind, type = 'Opaque' }: KubeObject): ShippedConfig['kind'] | undefined {
  if (kind === 'ConfigMap') return kind;
  return kind === 'Secret' && type === 'Opaque' ? kind : undefined;
}

function hashOf(object: KubeObject, salt: string): string {
  const { data, binaryData, stringData, type } = object as ConfigMap & Secret;
  return contentHash(salt, { data, binaryData, stringData, type });
}

/** Rewrites every way in which a pod may name a ConfigMap or Secret. */
export function pointAtCopies(template: PodTemplate, copies: readonly ShippedConfig[]): void {
  const shipped = new Map(copies.map(each => [`${each.kind}/${each.name}`, each]));
  const rename = (kind: ShippedConfig['kind'], holder: { name?: string } | undefined) => {
    const copy = shipped.get(`${kind}/${holder?.name}`)?.copy;
    if (holder !== undefined && copy !== undefined) holder.name = copy;
  };
  const spec = template.spec;
  for (const container of [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])]) {
    for (const source of container.envFrom ?? []) {
      rename('ConfigMap', source.configMapRef);
      rename('Secret', source.secretRef);
    }
    for (const variable of container.env ?? []) {
      rename('ConfigMap', variable.valueFrom?.configMapKeyRef);
      rename('Secret', variable.valueFrom?.secretKeyRef);
    }
  }
  for (const volume of spec?.volumes ?? []) {
    rename('ConfigMap', volume.configMap);
    const secretCopy = shipped.get(`Secret/${volume.secret?.secretName}`)?.copy;
    if (volume.secret !== undefined && secretCopy !== undefined) volume.secret.secretName = secretCopy;
    for (const source of volume.projected?.sources ?? []) {
      rename('ConfigMap', source.configMap);
      rename('Secret', source.secret);
    }
    const drivers = [
      volume.cephfs,
      volume.flexVolume,
      volume.iscsi,
      volume.rbd,
      volume.scaleIO,
      volume.storageos,
    ];
    for (const driver of drivers) rename('Secret', driver?.secretRef);
    rename('Secret', volume.csi?.nodePublishSecretRef);
    const azureCopy = shipped.get(`Secret/${volume.azureFile?.secretName}`)?.copy;
    if (volume.azureFile !== undefined && azureCopy !== undefined) volume.azureFile.secretName = azureCopy;
  }
  for (const secret of spec?.imagePullSecrets ?? []) rename('Secret', secret);
}
