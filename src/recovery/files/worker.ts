import type { KubeObject, PodSpec } from '../../cluster/objects.ts';

/** A pod that holds restic, where no pod of the application does; it mounts a PVC, or reads a database somewhere else. */

export interface Worker {
  readonly namespace: string;
  readonly name: string;
  /** None: it reads no files. */
  readonly pvc?: string;
  /** What else its programs are told, such as a password in a Secret. */
  readonly env?: PodSpec['containers'][number]['env'];
  /** A ConfigMap with `ca.crt`, the certificates of the authorities of a database. */
  readonly databaseAuthority?: string;
  /** Holds a shell, restic, find, xargs, stat, sha256sum, gzip and base64; by its digest. */
  readonly image: string;
  /** For a restore it writes, else it may not. */
  readonly writes: boolean;
  /** Where the PVC is in use already, when only one node may mount it. */
  readonly node?: string;
  /** Which user it is. Default: root, who reads every file and may nothing else; a namespace may forbid that. */
  readonly user?: number;
  /** A ConfigMap with `ca.crt`, the certificate of the store's authority. */
  readonly authority?: string;
  /** After how long it is ended, whoever has forgotten it; seconds. */
  readonly deadline: number;
}

/** After which a worker ends that nobody takes away; seconds. */
export const longestWork = 86_400;

export const mounts = {
  pvc: '/pvc',
  authority: '/authority/ca.crt',
  databaseAuthority: '/database/ca.crt',
  cache: '/cache',
} as const;

/** Pure. */
export function workerPod(worker: Worker): KubeObject {
  const { namespace, name, pvc, env, image, writes, node, user = 0, deadline } = worker;
  const { authority, databaseAuthority } = worker;
  // Who may write over all that is there reads it, too; with no more than that the namespace of a drill lets it in.
  const root = writes ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'] : ['DAC_READ_SEARCH'];
  const certificates = Object.entries({ authority, database: databaseAuthority }).flatMap(
    ([volume, configMap]) => (configMap === undefined ? [] : [{ volume, configMap }]),
  );
  const mount = (volume: string, mountPath: string, readOnly = false) => ({
    name: volume,
    mountPath,
    ...(readOnly ? { readOnly } : {}),
  });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, labels: { 'slipway.dev/recovery': 'files' } },
    spec: {
      restartPolicy: 'Never',
      activeDeadlineSeconds: deadline,
      terminationGracePeriodSeconds: 0,
      automountServiceAccountToken: false,
      ...(node === undefined ? {} : { affinity: onNode(node) }),
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
          ...(env === undefined ? {} : { env }),
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'], ...(user === 0 && pvc !== undefined ? { add: root } : {}) },
          },
          volumeMounts: [
            ...(pvc === undefined ? [] : [mount('pvc', mounts.pvc, !writes)]),
            mount('cache', mounts.cache),
            mount('cache', '/tmp'),
            ...certificates.map(({ volume }) => mount(volume, `/${volume}`, true)),
          ],
        },
      ],
      volumes: [
        ...(pvc === undefined
          ? []
          : [
              {
                name: 'pvc',
                persistentVolumeClaim: { claimName: pvc, ...(writes ? {} : { readOnly: true }) },
              },
            ]),
        { name: 'cache', emptyDir: {} },
        ...certificates.map(({ volume, configMap }) => ({ name: volume, configMap: { name: configMap } })),
      ],
    },
  };
}

/** By the scheduler, which alone binds a PVC that waits for its first pod. */
const onNode = (name: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
    },
  },
});
