import type { KubeObject } from '../../cluster/objects.ts';
import { isMap, mapsIn } from '../../toolkit/map.ts';

/** Strips objects of the fields that a cluster adds, so that another cluster accepts them. */

export type Exported = KubeObject & {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
};

/** Annotations that Kubernetes or kubectl writes, and our note of restored files, which a new PVC does not have. */
const ofCluster =
  /^(slipway\.dev\/files|kubectl\.kubernetes\.io\/(last-applied-configuration|restartedAt)|deployment\.kubernetes\.io\/revision|pv\.kubernetes\.io\/.+|volume\.(beta\.)?kubernetes\.io\/(selected-node|storage-provisioner|storage-resizer)|control-plane\.alpha\.kubernetes\.io\/leader|deprecated\.daemonset\.template\.generation)$/;

/** Labels that Kubernetes adds, by kind. */
const labelsOfCluster: Readonly<Record<string, RegExp>> = {
  Namespace: /^kubernetes\.io\/metadata\.name$/,
  // Copied from the node on which the pod ran.
  Pod: /^topology\.kubernetes\.io\/(region|zone)$/,
  Job: /^(batch\.kubernetes\.io\/)?(controller-uid|job-name)$/,
};

const nothing = /$^/;

/** Returns an object as a user would write it. Pure. */
export function portable(object: KubeObject): Exported {
  const { status: _, metadata = {}, ...rest } = object;
  const { name = '', namespace, labels, annotations } = metadata;
  const kept = without(annotations, ofCluster);
  const own = without(labels, labelsOfCluster[object.kind ?? ''] ?? nothing);
  return plain({
    ...rest,
    ...ofKind[object.kind ?? '']?.(rest),
    // Without owners: garbage collection deletes an object whose owner does not exist. Without finalizers: no controller may remove them.
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(isEmpty(own) ? {} : { labels: own }),
      ...(isEmpty(kept) ? {} : { annotations: kept }),
    },
  }) as Exported;
}

const ofKind: Readonly<Record<string, (object: KubeObject) => Partial<KubeObject>>> = {
  Namespace: () => ({ spec: undefined }),
  ServiceAccount: () => ({ secrets: undefined }),
  Service: ({ spec }) => ({ spec: ofService(spec) }),
  PersistentVolumeClaim: ({ spec }) => ({ spec: drop(spec, 'volumeName') }),
  PersistentVolume: ({ spec }) => ({
    spec: isMap(spec) ? { ...spec, claimRef: drop(spec.claimRef, 'uid', 'resourceVersion') } : spec,
  }),
  StatefulSet: ({ spec }) => ({ spec: ofStatefulSet(spec) }),
  Job: ({ spec }) => ({ spec: ofJob(spec) }),
  Pod: ({ spec }) => ({ spec: ofPod(spec) }),
};

/** Cluster IPs and node ports belong to one cluster; that a Service is headless does not. */
function ofService(spec: unknown): unknown {
  if (!isMap(spec)) return spec;
  const headless = spec.clusterIP === 'None';
  return {
    ...drop(spec, 'clusterIPs', 'healthCheckNodePort', 'ipFamilies'),
    clusterIP: headless ? 'None' : undefined,
    ...(Array.isArray(spec.ports) ? { ports: mapsIn(spec.ports).map(each => drop(each, 'nodePort')) } : {}),
  };
}

function ofStatefulSet(spec: unknown): unknown {
  if (!isMap(spec) || !Array.isArray(spec.volumeClaimTemplates)) return spec;
  const templates = mapsIn(spec.volumeClaimTemplates).map(each => drop(each, 'status'));
  return { ...spec, volumeClaimTemplates: templates };
}

/** The Job controller generates this selector and these labels, and refuses those of another Job. */
function ofJob(spec: unknown): unknown {
  if (!isMap(spec) || spec.manualSelector === true || !isMap(spec.template)) return spec;
  const { template } = spec;
  const metadata = isMap(template.metadata) ? template.metadata : {};
  const labels = without(
    isMap(metadata.labels) ? (metadata.labels as Record<string, string>) : {},
    labelsOfCluster.Job ?? nothing,
  );
  return { ...drop(spec, 'selector'), template: { ...template, metadata: { ...metadata, labels } } };
}

/** Removes the node and the mounted token, which admission added. */
function ofPod(spec: unknown): unknown {
  if (!isMap(spec)) return spec;
  const isToken = (value: unknown) => isMap(value) && /^kube-api-access-/.test(String(value.name));
  const unmounted = (value: unknown) =>
    Array.isArray(value)
      ? mapsIn(value).map(each => ({
          ...each,
          volumeMounts: mapsIn(each.volumeMounts).filter(mount => !isToken(mount)),
        }))
      : undefined;
  return {
    ...drop(
      spec,
      'nodeName',
      ...(spec.priorityClassName === undefined ? ['priority', 'preemptionPolicy'] : []),
    ),
    volumes: mapsIn(spec.volumes).filter(volume => !isToken(volume)),
    containers: unmounted(spec.containers),
    initContainers: unmounted(spec.initContainers),
  };
}

function drop(value: unknown, ...names: string[]): Readonly<Record<string, unknown>> | undefined {
  if (!isMap(value)) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

function without(map: Readonly<Record<string, string>> | undefined, names: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(map ?? {}).filter(([name]) => !names.test(name)));
}

const isEmpty = (map: object | undefined) => Object.keys(map ?? {}).length === 0;

/** Sorts keys, and removes undefined values and the `creationTimestamp: null` of templates. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, each]) => each !== undefined && !(name === 'creationTimestamp' && each === null))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, plain(each)]),
  );
}

/**
 * Moves objects to another namespace: changes every field `namespace` that names the old one. Names inside longer texts, such as the
 * address of a Service, are not changed. Pure.
 */
export function movedTo(objects: readonly Exported[], from: string, to: string): Exported[] {
  const moved = (name: string, value: unknown) => (name === 'namespace' && value === from ? to : value);
  return objects.map(each => {
    const object = JSON.parse(JSON.stringify(each, moved)) as Exported;
    const isNamespace = each.kind === 'Namespace' && each.metadata.name === from;
    return isNamespace ? { ...object, metadata: { ...object.metadata, name: to } } : object;
  });
}
