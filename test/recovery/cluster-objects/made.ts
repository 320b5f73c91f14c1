/** Objects that a user created in a namespace: one of each kind that an export treats specially. */

type Object = Record<string, unknown> & { metadata: { name: string; namespace?: string } };

const pod = (image: string) => ({
  terminationGracePeriodSeconds: 0,
  containers: [{ name: 'main', image, command: ['sleep', 'infinity'] }],
});

/** @param image of the pods. @param group of a custom resource; only this test uses it. */
export function made(namespace: string, image: string, group: string): Object[] {
  const object = (apiVersion: string, kind: string, name: string, rest: object): Object => ({
    apiVersion,
    kind,
    metadata: { name, namespace },
    ...rest,
  });
  const labels = { app: 'shop' };
  const workload = {
    replicas: 1,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: pod(image) },
  };
  const pvc = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Mi' } } };
  const port = (targetPort: number) => [{ name: 'http', port: 80, targetPort }];
  const job = (command: string[]) => ({
    template: {
      spec: { ...pod(image), containers: [{ name: 'main', image, command }], restartPolicy: 'Never' },
    },
  });
  return [
    object('v1', 'ServiceAccount', 'shop', {}),
    object('rbac.authorization.k8s.io/v1', 'Role', 'shop', {
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }],
    }),
    object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'shop', {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'shop' },
      subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace }],
    }),
    object('v1', 'ConfigMap', 'shop', { data: { mode: 'on', version: '1.10', API_KEY: 'abcdef123456' } }),
    object('v1', 'Secret', 'shop', { stringData: { password: 'hunter2hunter2' } }),
    object('v1', 'PersistentVolumeClaim', 'attachments', { spec: { ...pvc, storageClassName: 'none' } }),
    object('v1', 'Service', 'shop', { spec: { type: 'NodePort', selector: labels, ports: port(8080) } }),
    object('v1', 'Service', 'headless', { spec: { clusterIP: 'None', selector: labels, ports: port(8080) } }),
    object('apps/v1', 'Deployment', 'shop', { spec: workload }),
    object('apps/v1', 'StatefulSet', 'db', {
      spec: {
        ...workload,
        selector: { matchLabels: { app: 'db' } },
        template: { metadata: { labels: { app: 'db' } }, spec: pod(image) },
        serviceName: 'headless',
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { ...pvc, storageClassName: 'none' } }],
      },
    }),
    object('batch/v1', 'Job', 'done', { spec: job(['true']) }),
    object('batch/v1', 'Job', 'running', { spec: job(['sleep', 'infinity']) }),
    object('batch/v1', 'CronJob', 'nightly', {
      spec: { schedule: '17 3 * * *', jobTemplate: { spec: job(['true']) } },
    }),
    object('v1', 'Pod', 'alone', { spec: pod(image) }),
    object('autoscaling/v2', 'HorizontalPodAutoscaler', 'shop', {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
        maxReplicas: 2,
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
          },
        ],
      },
    }),
    object('policy/v1', 'PodDisruptionBudget', 'shop', {
      spec: { minAvailable: 0, selector: { matchLabels: labels } },
    }),
    object('networking.k8s.io/v1', 'NetworkPolicy', 'shop', { spec: { podSelector: {} } }),
    object('networking.k8s.io/v1', 'Ingress', 'shop', {
      spec: {
        tls: [{ secretName: 'certificate', hosts: ['shop.example'] }],
        defaultBackend: { service: { name: 'shop', port: { number: 80 } } },
      },
    }),
    object('gateway.networking.k8s.io/v1', 'HTTPRoute', 'shop', {
      spec: { hostnames: ['shop.example'], rules: [{ backendRefs: [{ name: 'shop', port: 80 }] }] },
    }),
    object(`${group}/v1`, 'Basket', 'first', { spec: { size: 3 } }),
  ];
}

/** The cluster-scoped objects that they need. */
export function around(namespace: string, group: string): Object[] {
  const rbac = 'rbac.authorization.k8s.io';
  return [
    {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `baskets.${group}` },
      spec: {
        group,
        scope: 'Namespaced',
        names: { kind: 'Basket', plural: 'baskets', singular: 'basket', listKind: 'BasketList' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
              },
            },
          },
        ],
      },
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRole',
      metadata: { name: namespace },
      rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['list'] }],
    },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: namespace },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: namespace },
      subjects: [{ kind: 'ServiceAccount', name: 'shop', namespace }],
    },
  ];
}
