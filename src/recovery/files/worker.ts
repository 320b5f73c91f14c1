import type { KubeObject } from '../../cluster/objects.ts';

/** A pod that mounts a claim and holds restic, where no pod of the application does. */

export interface Worker {
  readonly namespace: string;
  readonly name: string;
  readonly claim: string;
  /** Holds a shell, restic, find, xargs, stat, sha256sum, gzip and base64; by its digest. */
  readonly image: string;
  /** For a restore it writes, else it may not. */
  readonly writes: boolean;
  /** Where the claim is in use already, when only one node may mount it. */
  readonly node?: string;
  /** Which user it is. Default: root, who reads every file and may nothing else; a namespace may forbid that. */
  readonly user?: number;
  /** A ConfigMap with `ca.crt`, the certificate of the store's authority. */
  readonly authority?: string;
  /** After how long it is ended, whoever has forgotten it; seconds. */
  readonly deadline: number;
}

export const mounts = { claim: '/claim', authority: '/authority/ca.crt', cache: '/cache' } as const;

/** Pure. */
export function workerPod(worker: Worker): KubeObject {
  const { namespace, name, claim, image, writes, node, user = 0, authority, deadline } = worker;
  // Who may write over all that is there reads it, too; with no more than that the namespace of a drill lets it in.
  const root = writes ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'] : ['DAC_READ_SEARCH'];
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
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'], ...(user === 0 ? { add: root } : {}) },
          },
          volumeMounts: [
            mount('claim', mounts.claim, !writes),
            mount('cache', mounts.cache),
            mount('cache', '/tmp'),
            ...(authority === undefined ? [] : [mount('authority', '/authority', true)]),
          ],
        },
      ],
      volumes: [
        { name: 'claim', persistentVolumeClaim: { claimName: claim, ...(writes ? {} : { readOnly: true }) } },
        { name: 'cache', emptyDir: {} },
        ...(authority === undefined ? [] : [{ name: 'authority', configMap: { name: authority } }]),
      ],
    },
  };
}

/** By the scheduler, which alone binds a claim that waits for its first pod. */
const onNode = (name: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
    },
  },
});
