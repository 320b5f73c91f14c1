import type { Pod, PodSpec, Secret } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import { namesSecret } from '../../toolkit/secrecy.ts';

/**
 * Returns the values that must not appear in a log: those of the pod's Secrets, and of variables with the name of a secret. A program
 * may print any of them when it crashes.
 * @throws when one of the Secrets cannot be read: then no output of the pod may be shown.
 */
export async function confidentialOf(cluster: Cluster, namespace: string, pod: string): Promise<string[]> {
  const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace), {
    fieldSelector: `metadata.name=${pod}`,
  });
  const spec = items[0]?.spec;
  if (spec === undefined) return [];
  const secrets = await Promise.all(
    secretsIn(spec).map(name => cluster.get<Secret>(pathOf(resources.secret, namespace, name))),
  );
  const values = secrets.flatMap(secret => Object.values(secret?.data ?? {}));
  return [...values.map(value => Buffer.from(value, 'base64').toString('utf8')), ...tellingVariables(spec)];
}

const containersOf = (spec: PodSpec) => [...(spec.initContainers ?? []), ...(spec.containers ?? [])];

/** Returns the names of all Secrets that containers use. Pure. */
export function secretsIn(spec: PodSpec): string[] {
  const variables = containersOf(spec).flatMap(({ env = [], envFrom = [] }) => [
    ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
    ...envFrom.map(({ secretRef }) => secretRef?.name),
  ]);
  const files = (spec.volumes ?? []).flatMap(({ secret, projected }) => [
    secret?.secretName,
    ...(projected?.sources ?? []).map(source => source.secret?.name),
  ]);
  return [...new Set([...variables, ...files])].filter(name => name !== undefined && name !== '') as string[];
}

function tellingVariables(spec: PodSpec): string[] {
  return containersOf(spec)
    .flatMap(({ env = [] }) => env)
    .flatMap(({ name, value }) => (value !== undefined && namesSecret(name) ? [value] : []));
}
