/** The pods of a version, for a real kubelet and for kwok. All pure. */

export type PodKind = 'simulated' | 'real';

/** The behavior of a version. */
export type Health =
  | 'good'
  /** Its pods need a while to become ready. */
  | 'slow'
  /** Its pods never become ready. */
  | 'unready'
  /** Some of its requests fail. */
  | 'errors';

/** Share of failing requests; higher for real pods, because they get few requests and should be judged early. */
const errorRates: Record<PodKind, string> = { simulated: '0.05', real: '0.3' };

/** Seconds until the pods of a slow version are ready: longer than the patience of the watchdog in tests. */
const slowStart = 8;

/** Returns the settings of the shop for a behavior. */
export function faultsIn(kind: PodKind, health: Health): Record<string, string> {
  if (kind === 'simulated') return {};
  const settings: Record<Health, Record<string, string>> = {
    good: {},
    slow: { FAULT_SLOW_START: String(slowStart) },
    unready: { FAULT_NEVER_READY: 'true' },
    errors: { FAULT_ERROR_RATE: errorRates.real },
  };
  return settings[health];
}

export interface PodOptions {
  /** Repository of the image. */
  image: string;
  labels: Record<string, string>;
  /** Name of the ConfigMap and the Secret with its configuration. */
  configuration: string;
  health: Health;
}

export function podTemplate(kind: PodKind, options: PodOptions): object {
  const { labels, configuration } = options;
  const { annotations, container, spec } = kind === 'real' ? realPod() : simulatedPod(options.health);
  return {
    metadata: { labels, annotations },
    spec: {
      ...spec,
      containers: [
        {
          name: 'shop',
          image: options.image,
          ports: [{ name: 'http', containerPort: 8080 }],
          envFrom: [{ configMapRef: { name: configuration } }],
          volumeMounts: [{ name: 'secret', mountPath: '/etc/shop/secret', readOnly: true }],
          ...container,
        },
      ],
      volumes: [{ name: 'secret', secret: { secretName: configuration } }],
    },
  };
}

interface Particulars {
  annotations: Record<string, string>;
  container: object;
  spec: object;
}

function simulatedPod(health: Health): Particulars {
  const annotations: Record<Health, Record<string, string>> = {
    good: {},
    slow: { 'lab/ready': `${slowStart}s` },
    unready: { 'lab/ready': 'never' },
    errors: { 'lab/errors': errorRates.simulated },
  };
  return {
    annotations: { 'lab/scrape': 'true', ...annotations[health] },
    container: { resources: { requests: { cpu: '10m' } } },
    spec: {},
  };
}

/** Returns a pod like in examples/shop, with longer timeouts, because slow starts on a busy machine are not tested here. */
function realPod(): Particulars {
  const probe = (path: string) => ({ httpGet: { path, port: 'http' } });
  return {
    annotations: {
      'prometheus.io/scrape': 'true',
      'prometheus.io/port': '8080',
      'prometheus.io/path': '/metrics',
    },
    container: {
      env: [{ name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
      resources: { requests: { cpu: '100m', memory: '48Mi' }, limits: { memory: '128Mi' } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      startupProbe: { ...probe('/live'), periodSeconds: 1, timeoutSeconds: 2, failureThreshold: 240 },
      readinessProbe: { ...probe('/ready'), periodSeconds: 1, timeoutSeconds: 5, failureThreshold: 2 },
      livenessProbe: { ...probe('/live'), periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 6 },
      // Time for gateways to remove the pod before it stops, also on a busy machine.
      lifecycle: { preStop: { sleep: { seconds: 5 } } },
    },
    spec: {
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 20,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: 1000,
        runAsGroup: 1000,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    },
  };
}
