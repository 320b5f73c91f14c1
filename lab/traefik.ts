import { link } from './build.ts';
import type { Credentials } from './credentials.ts';
import { applyDefinitions, gatewayObjects, isProgrammed } from './gateway.ts';
import { ADDRESS, API_SERVER, TRAEFIK_METRICS, TRAEFIK_PORT } from './lab.ts';
import type { Site } from './parts.ts';
import { ensure, type Part, requireAlive } from './process.ts';
import { observed, until } from './progress.ts';
import { applyAll, type Placed, READ, rights } from './registration.ts';
import { wheel } from './wheels.ts';

/** The second gateway: another implementation of the Gateway API. */

export function traefik({ ca, token }: Credentials): Part {
  return {
    name: 'traefik',
    where: 'lab',
    command: [
      'traefik',
      `--entrypoints.web.address=${ADDRESS}:${TRAEFIK_PORT}`,
      `--entrypoints.metrics.address=${TRAEFIK_METRICS}`,
      '--providers.kubernetesgateway=true',
      `--providers.kubernetesgateway.endpoint=${API_SERVER}`,
      `--providers.kubernetesgateway.token=${token('traefik')}`,
      `--providers.kubernetesgateway.certauthfilepath=${ca}`,
      `--providers.kubernetesgateway.statusaddress.ip=${ADDRESS}`,
      // The default delays a change by up to 2 s.
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

export function traefikObjects(): Placed[] {
  return [
    ...rights('traefik', [
      {
        apiGroups: [''],
        resources: ['namespaces', 'nodes', 'services', 'secrets', 'configmaps'],
        verbs: READ,
      },
      { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
      { apiGroups: ['gateway.networking.k8s.io'], resources: ['*'], verbs: [...READ, 'update', 'patch'] },
    ]),
    ...gatewayObjects(
      { gateway: 'traefik', gatewayClass: 'traefik' },
      'traefik.io/gateway-controller',
      TRAEFIK_PORT,
    ),
  ];
}

/** Starts Traefik. Resolves when it has programmed its Gateway. */
export async function raiseTraefik({ lab, tools, api, credentials, say }: Site): Promise<void> {
  const program = observed(wheel('traefik'));
  const server = await api;
  await applyDefinitions(server, await tools.gatewayApi());
  await applyAll(server, traefikObjects());
  link(lab, 'traefik', await program);
  await ensure(lab, traefik(credentials));
  await until('Traefik has programmed its Gateway', async () => {
    requireAlive(lab, 'traefik');
    return isProgrammed(server, 'traefik');
  });
  say('Traefik ready');
}
