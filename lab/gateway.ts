import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Api, isTrue } from './api.ts';
import { until } from './progress.ts';
import { namespaceOf, type Placed } from './registration.ts';

/** The Gateway API objects of each gateway in a lab: a GatewayClass, and a Gateway that accepts routes from all namespaces. */

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const API_VERSION = 'gateway.networking.k8s.io/v1';
export const NAMESPACE = 'gateway';

/** Returns the name of the CRD in a file of the Gateway API: group_plural.yaml contains plural.group. */
export function definitionName(file: string): string {
  const [group = '', plural = ''] = file.replace(/\.yaml$/, '').split('_');
  return `${plural}.${group}`;
}

/** Applies the CRDs of the Gateway API and waits until they are established. */
export async function applyDefinitions(api: Api, directory: string): Promise<void> {
  const files = readdirSync(directory).filter(file => file.includes('_'));
  await Promise.all(
    files.map(file =>
      applyDefinition(api, definitionName(file), readFileSync(join(directory, file), 'utf8')),
    ),
  );
}

export async function applyDefinition(api: Api, name: string, definition: string): Promise<void> {
  const path = `${CRDS}/${name}`;
  await api.apply(path, definition);
  await until(`${name} is established`, async () => isTrue(await api.get(path), 'Established'));
}

const gatewayPath = (name: string) => `/apis/${API_VERSION}/namespaces/${NAMESPACE}/gateways/${name}`;

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

/** Whether the controller reports that the Gateway's data plane is configured. */
export async function isProgrammed(api: Api, gateway: string): Promise<boolean> {
  return isTrue(await api.get(gatewayPath(gateway)), 'Programmed');
}
