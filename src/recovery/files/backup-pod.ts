import type { KubeObject, PodSpec } from '../../cluster/objects.ts';
import type { Recovery } from '../../config/recovery.ts';
import { defined } from '../../toolkit/map.ts';

/** Describes a backup pod: a temporary pod with restic that mounts a PVC, or reads a database outside of the cluster. */

export interface BackupPodSpec {
  readonly namespace: string;
  readonly name: string;
  /** Its host name, by which restic recognizes its own locks. Default: its name. */
  readonly hostname?: string;
  /** Undefined for a backup pod that reads no files. */
  readonly pvc?: string;
  /** Further variables of its programs, such as a password from a Secret. */
  readonly env?: PodSpec['containers'][number]['env'];
  /** A ConfigMap with `ca.crt`, the CA certificates of a database. */
  readonly databaseCa?: string;
  /** Has a shell, restic, find, xargs, stat, sha256sum, gzip and base64; named by its digest. */
  readonly image: string;
  /** Whether the PVC is mounted writable, which only a restore needs. */
  readonly writes: boolean;
  /** The node that already mounts the PVC; a ReadWriteOnce PVC can be mounted only there. */
  readonly node?: string;
  /** User ID. Default: root with only the capability to read every file. A namespace may forbid root. */
  readonly user?: number;
  /** A ConfigMap with `ca.crt`, the CA certificate of the store. */
  readonly ca?: string;
  /** Seconds after which Kubernetes ends the pod, even if no run removes it. */
  readonly deadline: number;
}

/** Longest life of a backup pod; seconds. */
export const backupPodDeadline = 86_400;

export const mounts = {
  pvc: '/pvc',
  ca: '/ca/ca.crt',
  databaseCa: '/database/ca.crt',
  cache: '/cache',
} as const;

const labels = { 'slipway.dev/recovery': 'files' };

/** Whether these are the labels of a backup pod. Pure. */
export const isBackupPod = (found: Readonly<Record<string, string>> | undefined): boolean =>
  Object.entries(labels).every(([key, value]) => found?.[key] === value);

/** Returns what slipway.yml says of the backup pod. Pure. */
export function declaredPod({
  image,
  user,
  'ca-configmap': ca,
}: NonNullable<Recovery['backup-pod']>): Pick<BackupPodSpec, 'image' | 'user' | 'ca'> {
  return { image, ...defined({ user, ca }) };
}

/** Returns the manifest of the backup pod. Pure. */
export function backupPodManifest(backupPod: BackupPodSpec): KubeObject {
  const { namespace, name, hostname, pvc, env, image, writes, node, user = 0, deadline } = backupPod;
  const { ca, databaseCa } = backupPod;
  // DAC_OVERRIDE can read, too. The Pod Security level of a drill's namespace (`baseline`) allows no DAC_READ_SEARCH.
  const root = writes ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'] : ['DAC_READ_SEARCH'];
  const certificates = Object.entries({ ca, database: databaseCa }).flatMap(([volume, configMap]) =>
    configMap === undefined ? [] : [{ volume, configMap }],
  );
  const readOnly = (is: boolean) => (is ? { readOnly: true } : {});
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels },
    spec: {
      ...defined({ hostname, affinity: node === undefined ? undefined : onNode(node) }),
      restartPolicy: 'Never',
      activeDeadlineSeconds: deadline,
      terminationGracePeriodSeconds: 0,
      automountServiceAccountToken: false,
      securityContext: {
        runAsUser: user,
        ...(user === 0 ? {} : { runAsNonRoot: true }),
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [
        {
          name: 'restic',
          image,
          command: ['sleep', String(deadline)],
          ...defined({ env }),
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'], ...(user === 0 && pvc !== undefined ? { add: root } : {}) },
          },
          volumeMounts: [
            ...(pvc === undefined ? [] : [{ name: 'pvc', mountPath: mounts.pvc, ...readOnly(!writes) }]),
            { name: 'cache', mountPath: mounts.cache },
            { name: 'cache', mountPath: '/tmp' },
            ...certificates.map(({ volume }) => ({ name: volume, mountPath: `/${volume}`, readOnly: true })),
          ],
        },
      ],
      volumes: [
        ...(pvc === undefined
          ? []
          : [{ name: 'pvc', persistentVolumeClaim: { claimName: pvc, ...readOnly(!writes) } }]),
        { name: 'cache', emptyDir: {} },
        ...certificates.map(({ volume, configMap }) => ({ name: volume, configMap: { name: configMap } })),
      ],
    },
  };
}

/** Not `nodeName`, which bypasses the scheduler: only that binds a PVC which waits for its first consumer. */
const onNode = (name: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
    },
  },
});
