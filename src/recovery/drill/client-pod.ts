import { zoneLabel } from '../../cluster/labels.ts';
import type { Pod } from '../../cluster/objects.ts';
import { UserError } from '../../toolkit/errors.ts';
import { labels } from '../../workloads/naming.ts';
import type { Placement } from './placement.ts';

/** The pod that sends markers: it runs the database's image, which has psql, away from the fault. */

export interface Client {
  readonly user: string;
  /** A key of a Secret in the namespace, which only the kubelet reads. */
  readonly password: { readonly secret: string; readonly key: string };
}

interface ClientPod extends Client {
  readonly name: string;
  readonly namespace: string;
  readonly runId: string;
  /** The primary, whose image and security context the pod has. */
  readonly primary: Pod;
  /** The primary's container with PostgreSQL; default: the first one. */
  readonly container?: string | undefined;
  /** The target of the fault: the pod runs elsewhere. */
  readonly victim: Placement;
  /** Seconds after which the kubelet stops the pod, even if no run removes it. */
  readonly activeDeadlineSeconds: number;
}

/** Value of the label `slipway.dev/kind` of these pods. */
export const clientKind = 'drill-client';
export const runAnnotation = 'slipway.dev/drill-run';
/** Name of its only container. */
export const clientContainer = 'client';

/** Builds the pod. Pure. @throws {UserError} if the primary has no such container. */
export function clientPod(client: ClientPod): Pod {
  const { name, namespace, runId, primary, container, victim, user, password, activeDeadlineSeconds } =
    client;
  const containers = primary.spec?.containers ?? [];
  const source = container === undefined ? containers[0] : containers.find(each => each.name === container);
  if (source?.image === undefined)
    throw new UserError(
      `${victim.pod} has no container ${container ?? ''}`.trimEnd(),
      `set \`container\` in slipway.yml to one of ${containers.map(each => each.name).join(', ')}`,
    );
  const { imagePullSecrets, securityContext, tolerations } = primary.spec ?? {};
  const elsewhere = [
    { key: 'kubernetes.io/hostname', operator: 'NotIn', values: [victim.node] },
    ...(victim.zone === undefined ? [] : [{ key: zoneLabel, operator: 'NotIn', values: [victim.zone] }]),
  ];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace,
      labels: { [labels.kind]: clientKind },
      annotations: { [runAnnotation]: runId },
    },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 0,
      activeDeadlineSeconds,
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchExpressions: elsewhere }],
          },
        },
      },
      ...(imagePullSecrets === undefined ? {} : { imagePullSecrets }),
      ...(securityContext === undefined ? {} : { securityContext }),
      ...(tolerations === undefined ? {} : { tolerations }),
      containers: [
        {
          name: clientContainer,
          image: source.image,
          command: ['sleep', 'infinity'],
          env: [
            { name: 'PGUSER', value: user },
            {
              name: 'PGPASSWORD',
              valueFrom: { secretKeyRef: { name: password.secret, key: password.key } },
            },
            { name: 'PGAPPNAME', value: 'slipway-drill' },
            { name: 'PGCONNECT_TIMEOUT', value: '3' },
          ],
          resources: { requests: { cpu: '10m', memory: '32Mi' } },
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
    },
  };
}
