import type { Pod } from '../../cluster/objects.ts';
import { labels } from '../../release/workloads/naming.ts';
import { UserError } from '../../toolkit/errors.ts';
import type { Placement } from './placement.ts';

/** The pod from which markers are sent: of the database's own image, which has psql, and apart from what is broken. */

export interface Client {
  readonly user: string;
  /** A key of a Secret in the namespace; the kubelet reads it, and nobody else. */
  readonly password: { readonly secret: string; readonly key: string };
}

export interface ClientPod extends Client {
  readonly name: string;
  readonly namespace: string;
  readonly runId: string;
  /** The primary, whose image and account it has. */
  readonly primary: Pod;
  /** Of the pod with PostgreSQL; default: the first one. */
  readonly container?: string | undefined;
  /** What is broken: it runs elsewhere. */
  readonly victim: Placement;
  /** Seconds after which the kubelet ends it, whoever forgot it. */
  readonly lives: number;
}

/** The value of `slipway.dev/kind` of every such pod. */
export const clientKind = 'drill-client';
export const runAnnotation = 'slipway.dev/drill-run';
/** Its one container. */
export const clientContainer = 'client';

/** Pure. @throws {UserError} when the primary has no such container. */
export function clientPod(client: ClientPod): Pod {
  const { name, namespace, runId, primary, container, victim, user, password, lives } = client;
  const containers = primary.spec?.containers ?? [];
  const source = container === undefined ? containers[0] : containers.find(each => each.name === container);
  if (source?.image === undefined)
    throw new UserError(
      `${victim.pod} has no container ${container ?? ''}`.trimEnd(),
      `name one of ${containers.map(each => each.name).join(', ')} as \`container\` in slipway.yml`,
    );
  const { imagePullSecrets, securityContext, tolerations } = primary.spec ?? {};
  const elsewhere = [
    { key: 'kubernetes.io/hostname', operator: 'NotIn', values: [victim.node] },
    ...(victim.zone === undefined
      ? []
      : [{ key: 'topology.kubernetes.io/zone', operator: 'NotIn', values: [victim.zone] }]),
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
      activeDeadlineSeconds: lives,
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
