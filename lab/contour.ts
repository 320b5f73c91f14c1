import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { link } from './build.ts';
import type { Credentials } from './credentials.ts';
import { applyDefinition, applyDefinitions, gatewayObjects, isProgrammed, NAMESPACE } from './gateway.ts';
import { ADDRESS, ENVOY_METRICS_PORT, GATEWAY_PORT, type Lab } from './lab.ts';
import type { Site } from './parts.ts';
import { ensure, type Part, requireAlive, run } from './process.ts';
import { observed, until } from './progress.ts';
import { applyAll, loadBalancer, type Placed, READ, rights } from './registration.ts';
import { wheel } from './wheels.ts';

/** The gateway of a lab: Contour reads the routes of the cluster and configures Envoy, which forwards the traffic. */

const XDS_PORT = 8101;
const GATEWAY = { namespace: NAMESPACE, name: 'lab' };
/** Contour makes Envoy listen 8000 above the port of the Gateway and expects a LoadBalancer Service to map the ports. */
const ENVOY_PORT = GATEWAY_PORT + 8000;

const directoryOf = (lab: Lab) => join(lab.dir, 'contour');
const configOf = (lab: Lab) => join(directoryOf(lab), 'contour.yaml');
const bootstrapOf = (lab: Lab) => join(directoryOf(lab), 'envoy.json');

/** The control plane. It watches only kinds whose CRDs the lab has. */
export function contour(lab: Lab, { kubeconfig }: Credentials): Part {
  const off = ['extensionservices', 'tlsroutes', 'grpcroutes', 'tcproutes', 'backendtlspolicies'];
  return {
    name: 'contour',
    where: 'lab',
    command: [
      ...['contour', 'serve', `--config-path=${configOf(lab)}`, `--kubeconfig=${kubeconfig('gateway')}`],
      ...['--disable-leader-election', ...off.map(feature => `--disable-feature=${feature}`)],
      ...['--insecure', '--xds-address=127.0.0.1', `--xds-port=${XDS_PORT}`],
      ...[`--envoy-service-http-address=${ADDRESS}`, `--ingress-status-address=${ADDRESS}`],
      ...[`--stats-address=${ADDRESS}`, `--stats-port=${ENVOY_METRICS_PORT}`],
      // Both default to port 8000, which is the Gateway's.
      ...['--http-address=127.0.0.1', '--http-port=8102', '--health-address=127.0.0.1', '--health-port=8102'],
      // The default client limit is five status writes per second, and tests wait for the status of their route.
      ...['--kubernetes-client-qps=100', '--kubernetes-client-burst=200'],
    ],
  };
}

export function envoy(lab: Lab): Part {
  return {
    name: 'envoy',
    where: 'lab',
    command: [
      ...[
        'envoy',
        '--config-path',
        bootstrapOf(lab),
        '--service-cluster',
        NAMESPACE,
        '--service-node',
        'lab',
      ],
      // Otherwise all labs would share the memory for hot restarts.
      ...['--disable-hot-restart', '--concurrency', '2', '--log-level', 'warn'],
    ],
  };
}

/** CRDs that Contour always watches. A lab has no such objects, so the schema is open. */
export function contourDefinitions(): { readonly name: string; readonly definition: object }[] {
  const group = 'projectcontour.io';
  return ['HTTPProxy', 'TLSCertificateDelegation'].map(kind => {
    const singular = kind.toLowerCase();
    const plural = kind === 'HTTPProxy' ? 'httpproxies' : `${singular}s`;
    const name = `${plural}.${group}`;
    const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } };
    return {
      name,
      definition: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name },
        spec: {
          group,
          scope: 'Namespaced',
          names: { kind, listKind: `${kind}List`, plural, singular },
          versions: [{ name: 'v1', served: true, storage: true, schema, subresources: { status: {} } }],
        },
      },
    };
  });
}

/** Returns Contour's Gateway, which simulated labs have too. */
export function contourGateway(): Placed[] {
  return gatewayObjects(
    { gateway: GATEWAY.name, gatewayClass: 'lab' },
    'projectcontour.io/gateway-controller',
    GATEWAY_PORT,
  );
}

/** Returns an unused route, because Contour makes Envoy listen only while the Gateway has a route. */
function restingRoute(): Placed {
  const apiVersion = 'gateway.networking.k8s.io/v1';
  return [
    `/apis/${apiVersion}/namespaces/${NAMESPACE}/httproutes/resting`,
    {
      apiVersion,
      kind: 'HTTPRoute',
      metadata: { name: 'resting', namespace: NAMESPACE },
      spec: {
        parentRefs: [{ name: GATEWAY.name }],
        hostnames: ['gateway.lab'],
        rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }] }],
      },
    },
  ];
}

/** Returns Contour's objects. Its permissions are those of its own ClusterRole, without kinds that it does not watch here. */
export function contourObjects(): Placed[] {
  return [
    ...contourGateway(),
    ...rights('gateway', [
      { apiGroups: [''], resources: ['namespaces', 'secrets', 'services'], verbs: READ },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
      { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs: READ },
      {
        apiGroups: ['projectcontour.io'],
        resources: ['httpproxies', 'tlscertificatedelegations'],
        verbs: READ,
      },
      {
        apiGroups: ['gateway.networking.k8s.io'],
        resources: ['gatewayclasses', 'gateways', 'httproutes', 'referencegrants'],
        verbs: READ,
      },
      {
        apiGroups: ['gateway.networking.k8s.io'],
        resources: ['gateways/status', 'httproutes/status'],
        verbs: ['update'],
      },
    ]),
    ...loadBalancer(NAMESPACE, 'envoy', GATEWAY_PORT, ENVOY_PORT),
    restingRoute(),
  ];
}

/** Starts Contour and Envoy. Resolves when the Gateway is programmed and Envoy accepts connections. */
export async function raiseContour({ lab, tools, api, credentials, say }: Site): Promise<void> {
  const program = observed(wheel('envoy'));
  const server = await api;
  await applyDefinitions(server, await tools.gatewayApi());
  await Promise.all(
    contourDefinitions().map(({ name, definition }) =>
      applyDefinition(server, name, JSON.stringify(definition)),
    ),
  );
  await applyAll(server, contourObjects());
  link(lab, 'envoy', await program);
  link(lab, 'contour', await tools.path.contour);
  await configure(lab);
  await ensure(lab, contour(lab, credentials));
  await ensure(lab, envoy(lab));
  await until('Contour has programmed its Gateway', async () => {
    for (const part of ['contour', 'envoy']) requireAlive(lab, part);
    return isProgrammed(server, GATEWAY.name);
  });
  await until('the gateway accepts connections', () => acceptsConnections(lab));
  say('gateway programmed');
}

/** Writes the configuration of Contour and the bootstrap of Envoy. */
async function configure(lab: Lab): Promise<void> {
  mkdirSync(directoryOf(lab), { recursive: true });
  writeFileSync(configOf(lab), stringify({ gateway: { gatewayRef: GATEWAY }, 'accesslog-level': 'error' }));
  await run(lab, 'lab', [
    ...['contour', 'bootstrap', bootstrapOf(lab), `--namespace=${NAMESPACE}`],
    ...[`--admin-address=${join(directoryOf(lab), 'admin.sock')}`],
    ...['--xds-address=127.0.0.1', `--xds-port=${XDS_PORT}`],
  ]);
}

/** Whether Envoy accepts a connection at the Gateway's address and port. */
export function acceptsConnections(lab: Lab): Promise<boolean> {
  return run(lab, 'lab', ['bash', '-c', `: < /dev/tcp/${ADDRESS}/${GATEWAY_PORT}`]).then(
    () => true,
    () => false,
  );
}
