import { stringify } from 'yaml';
import { zoneLabel } from '../cluster/labels.ts';
import { wordsOf } from './quoting.ts';

/** The manifests for a repository without any. Pure. */

/** What the containers of an image can do without. */
export interface Security {
  /** For the pod; empty when the user is not known to be another than root. */
  readonly user: {
    readonly runAsNonRoot?: boolean;
    readonly runAsUser?: number;
    readonly runAsGroup?: number;
  };
  /** Whether the file system can be read-only. */
  readonly readOnly: boolean;
}

/** An application that needs manifests. */
export interface NewApplication {
  readonly name: string;
  readonly image: string;
  readonly port: number;
  /** Path of a health check; undefined when none is known. */
  readonly path: string | undefined;
  /** Instead of that of the image. */
  readonly command: string | readonly string[] | undefined;
  readonly security: Security;
  /** Name of the Secret with the variables of all containers; undefined when none are known. */
  readonly secret: string | undefined;
  readonly host: string;
  /** `namespace/name` of the Gateway; used with `host`. */
  readonly gateway: string;
  readonly scraped: boolean;
  readonly workers: readonly {
    name: string;
    image: string;
    security: Security;
    command: string | readonly string[] | undefined;
  }[];
}

/** Returns the files of the manifests, by their names. */
export function manifestsFor(app: NewApplication): Map<string, string> {
  const { name, port, host, gateway, scraped } = app;
  const [inNamespace = '', gatewayName = ''] = gateway.split('/');
  const selector = { matchLabels: { app: name } };
  const files = new Map<string, string>();
  const write = (file: string, comment: string, object: object) =>
    files.set(
      file,
      `# ${comment}\n${stringify(object, { lineWidth: 0, aliasDuplicateObjects: false, compat: 'yaml-1.1' })}`,
    );
  const add = (file: string, comment: string, apiVersion: string, kind: string, spec: object) =>
    write(file, comment, { apiVersion, kind, metadata: { name, labels: { app: name } }, spec });
  write(
    'deployment.yaml',
    'The image has neither tag nor digest: each release sets its digest. Measure before you lower the resources.',
    deploymentOf(app),
  );
  add('service.yaml', 'What sends requests to the pods.', 'v1', 'Service', {
    selector: { app: name },
    ports: [{ name: 'http', port: 80, targetPort: 'http' }],
  });
  add('disruption.yaml', 'Draining nodes takes one pod at a time.', 'policy/v1', 'PodDisruptionBudget', {
    maxUnavailable: 1,
    selector,
  });
  const cpu = { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } };
  add(
    'autoscaler.yaml',
    'Controls the number of pods. `replicas` of the Deployment applies only to the first release.',
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: 3,
      maxReplicas: 10,
      metrics: [{ type: 'Resource', resource: cpu }],
    },
  );
  add(
    'network-policy.yaml',
    'Only this port can be reached. Add `from` where you know who may reach it.',
    'networking.k8s.io/v1',
    'NetworkPolicy',
    { podSelector: selector, policyTypes: ['Ingress'], ingress: [{ ports: [{ port }] }] },
  );
  for (const worker of app.workers)
    write(`worker-${worker.name}.yaml`, 'A worker: it gets no requests.', workerOf(worker, app.secret));
  if (host !== '')
    add('route.yaml', 'What the Gateway sends to the Service.', 'gateway.networking.k8s.io/v1', 'HTTPRoute', {
      parentRefs: [{ name: gatewayName, namespace: inNamespace }],
      hostnames: [host],
      rules: [{ backendRefs: [{ name, port: 80 }] }],
    });
  if (scraped)
    add(
      'monitor.yaml',
      'What Prometheus scrapes; its operator must be in the cluster.',
      'monitoring.coreos.com/v1',
      'ServiceMonitor',
      { selector, endpoints: [{ port: 'http', path: '/metrics' }] },
    );
  return files;
}

function deploymentOf(app: NewApplication): object {
  const { name, port, path } = app;
  const probe = path === undefined ? { tcpSocket: { port: 'http' } } : { httpGet: { path, port: 'http' } };
  const container = {
    ...argsOf(app.command),
    ports: [{ name: 'http', containerPort: port }],
    env: [{ name: 'PORT', value: String(port) }],
    ...variablesOf(app.secret),
    startupProbe: { ...probe, periodSeconds: 2, failureThreshold: 60 },
    readinessProbe: { ...probe, periodSeconds: 2, failureThreshold: 3 },
    // A liveness probe of a path may restart pods because a database is down.
    livenessProbe: { tcpSocket: { port: 'http' }, periodSeconds: 10 },
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
  };
  return workload(app.security, name, { name, image: app.image, ...container }, 3);
}

function workerOf(
  { name, image, security, command }: NewApplication['workers'][number],
  secret: NewApplication['secret'],
): object {
  return workload(security, name, { name, image, ...argsOf(command), ...variablesOf(secret) }, 2);
}

/** They replace CMD, as a compose file does. */
const argsOf = (command: NewApplication['command']) =>
  command === undefined ? {} : { args: typeof command === 'string' ? wordsOf(command) : command };

/** The pods start without the Secret, too: the image may have defaults. */
const variablesOf = (secret: NewApplication['secret']) =>
  secret === undefined ? {} : { envFrom: [{ secretRef: { name: secret, optional: true } }] };

/** A Deployment with its pods spread over zones, and no more privileges than it needs. */
function workload({ user, readOnly }: Security, name: string, container: object, replicas: number): object {
  const labels = { app: name };
  const hardened = {
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: readOnly,
      // Root may need them.
      ...(user.runAsNonRoot && { capabilities: { drop: ['ALL'] } }),
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: zoneLabel,
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: { matchLabels: labels },
              matchLabelKeys: ['pod-template-hash'],
            },
          ],
          securityContext: {
            ...user,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [{ ...container, ...hardened }],
          volumes: [{ name: 'tmp', emptyDir: {} }],
        },
      },
    },
  };
}
