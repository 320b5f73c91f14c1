import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Api, isTrue } from './api.ts';
import { link } from './build.ts';
import type { Credentials } from './credentials.ts';
import { ADDRESS, API_SERVER, GATEWAY_METRICS, GATEWAY_PORT } from './lab.ts';
import type { Site } from './parts.ts';
import { ensure, mustLive, type Part } from './process.ts';
import { until } from './progress.ts';
import { applyAll, namespaceOf, type Placed, READ, rights } from './registration.ts';

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const GATEWAY_PATH = '/apis/gateway.networking.k8s.io/v1/namespaces/gateway/gateways/lab';

export function traefik({ ca, token }: Credentials): Part {
  return {
    name: 'traefik',
    where: 'lab',
    command: [
      'traefik',
      `--entrypoints.web.address=${ADDRESS}:${GATEWAY_PORT}`,
      `--entrypoints.metrics.address=${GATEWAY_METRICS}`,
      '--providers.kubernetesgateway=true',
      `--providers.kubernetesgateway.endpoint=${API_SERVER}`,
      `--providers.kubernetesgateway.token=${token('gateway')}`,
      `--providers.kubernetesgateway.certauthfilepath=${ca}`,
      `--providers.kubernetesgateway.statusaddress.ip=${ADDRESS}`,
      // By default a change waits up to 2 s.
      '--providers.kubernetesgateway.throttleduration=50ms',
      '--providers.providersthrottleduration=50ms',
      '--metrics.prometheus=true',
      '--metrics.prometheus.entrypoint=metrics',
      '--metrics.prometheus.addserviceslabels=true',
      '--metrics.prometheus.addrouterslabels=true',
      '--ping.entrypoint=metrics',
      '--accesslog=false',
      '--log.level=INFO',
      '--global.checknewversion=false',
      '--global.sendanonymoususage=false',
    ],
  };
}

/** Names the definition inside a file of the Gateway API: group_plural.yaml holds plural.group. */
export function definitionName(file: string): string {
  const [group = '', plural = ''] = file.replace(/\.yaml$/, '').split('_');
  return `${plural}.${group}`;
}

export async function applyDefinitions(api: Api, directory: string): Promise<void> {
  const names = readdirSync(directory).filter(file => file.includes('_'));
  await Promise.all(
    names.map(async file => {
      const path = `${CRDS}/${definitionName(file)}`;
      await api.apply(path, readFileSync(join(directory, file), 'utf8'));
      await until(`${file} is established`, async () => isTrue(await api.get(path), 'Established'));
    }),
  );
}

/** The objects of a gateway that accepts routes from every namespace. */
export function gatewayObjects(): Placed[] {
  const v1 = 'gateway.networking.k8s.io/v1';
  return [
    namespaceOf('gateway'),
    ...rights('gateway', [
      {
        apiGroups: [''],
        resources: ['namespaces', 'nodes', 'services', 'secrets', 'configmaps'],
        verbs: READ,
      },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
      { apiGroups: ['gateway.networking.k8s.io'], resources: ['*'], verbs: [...READ, 'update', 'patch'] },
    ]),
    [
      `/apis/${v1}/gatewayclasses/lab`,
      {
        apiVersion: v1,
        kind: 'GatewayClass',
        metadata: { name: 'lab' },
        spec: { controllerName: 'traefik.io/gateway-controller' },
      },
    ],
    [
      GATEWAY_PATH,
      {
        apiVersion: v1,
        kind: 'Gateway',
        metadata: { name: 'lab', namespace: 'gateway' },
        spec: {
          gatewayClassName: 'lab',
          listeners: [
            {
              name: 'http',
              protocol: 'HTTP',
              port: GATEWAY_PORT,
              allowedRoutes: { namespaces: { from: 'All' } },
            },
          ],
        },
      },
    ],
  ];
}

export async function applyGateway(api: Api): Promise<void> {
  await applyAll(api, gatewayObjects());
}

export async function isProgrammed(api: Api): Promise<boolean> {
  return isTrue(await api.get(GATEWAY_PATH), 'Programmed');
}

/** Starts it with its definitions and objects. Resolves when the Gateway is programmed. */
export async function raiseGateway({ lab, tools, api, credentials, say }: Site): Promise<void> {
  const server = await api;
  await applyDefinitions(server, await tools.gatewayApi());
  await applyGateway(server);
  link(lab, 'traefik', await tools.path.traefik);
  await ensure(lab, traefik(credentials));
  await until('the gateway is programmed', async () => {
    mustLive(lab, 'traefik');
    return isProgrammed(server);
  });
  say('gateway programmed');
}
