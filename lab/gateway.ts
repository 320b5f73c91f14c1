import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Api, isTrue } from './api.ts';
import { until } from './progress.ts';
import { namespaceOf, type Placed } from './registration.ts';

/** The objects of the Gateway API that every gateway of a lab has: its class, and a Gateway for routes of all namespaces. */

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const API_VERSION = 'gateway.networking.k8s.io/v1';
export const NAMESPACE = 'gateway';

/** Names the definition inside a file of the Gateway API: group_plural.yaml holds plural.group. */
export function definitionName(file: string): string {
  const [group = '', plural = ''] = file.replace(/\.yaml$/, '').split('_');
  return `${plural}.${group}`;
}

/** Applies the definitions of the Gateway API and waits until the API server serves them. */
export async function applyDefinitions(api: Api, directory: string): Promise<void> {
  const files = readdirSync(directory).filter(file => file.includes('_'));
  await Promise.all(
    files.map(file =>
      applyDefinition(api, definitionName(file), readFileSync(join(directory, file), 'utf8')),
    ),
  );
}

/** Applies one definition and waits until the API server serves it. */
export async function applyDefinition(api: Api, name: string, definition: string): Promise<void> {
  const path = `${CRDS}/${name}`;
  await api.apply(path, definition);
  await until(`${name} is established`, async () => isTrue(await api.get(path), 'Established'));
}

const gatewayPath = (name: string) => `/apis/${API_VERSION}/namespaces/${NAMESPACE}/gateways/${name}`;

/** A class that belongs to a controller, and a Gateway of that class which takes routes from every namespace. */
export function gatewayObjects(
  names: { readonly gateway: string; readonly gatewayClass: string },
  controllerName: string,
  port: number,
): Placed[] {
  const { gateway, gatewayClass } = names;
  return [
    namespaceOf(NAMESPACE),
    [
      `/apis/${API_VERSION}/gatewayclasses/${gatewayClass}`,
      {
        apiVersion: API_VERSION,
        kind: 'GatewayClass',
        metadata: { name: gatewayClass },
        spec: { controllerName },
      },
    ],
    [
      gatewayPath(gateway),
      {
        apiVersion: API_VERSION,
        kind: 'Gateway',
        metadata: { name: gateway, namespace: NAMESPACE },
        spec: {
          gatewayClassName: gatewayClass,
          listeners: [
            { name: 'http', protocol: 'HTTP', port, allowedRoutes: { namespaces: { from: 'All' } } },
          ],
        },
      },
    ],
  ];
}

/** Whether the controller of a Gateway says that its data plane is configured. */
export async function isProgrammed(api: Api, gateway: string): Promise<boolean> {
  return isTrue(await api.get(gatewayPath(gateway)), 'Programmed');
}
