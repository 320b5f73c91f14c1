import type { KubeObject } from '../../cluster/objects.ts';
import type { Cluster } from '../../cluster/port.ts';
import { pathOf, resources } from '../../cluster/resources.ts';
import type { EarlyFacts, Known } from './facts.ts';

/** What the identity of a drill could do in production, by its own words: nothing is tried. */

interface Deed {
  readonly what: string;
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  /** Not of a namespace. */
  readonly wide?: true;
}

/** Each of them could end production, or make it so. */
export const deeds: readonly Deed[] = [
  { what: 'delete pods', verb: 'delete', group: '', resource: 'pods' },
  { what: 'create pods', verb: 'create', group: '', resource: 'pods' },
  { what: 'run commands in pods', verb: 'create', group: '', resource: 'pods', subresource: 'exec' },
  { what: 'evict pods', verb: 'create', group: '', resource: 'pods', subresource: 'eviction' },
  { what: 'patch Deployments', verb: 'patch', group: 'apps', resource: 'deployments' },
  { what: 'patch StatefulSets', verb: 'patch', group: 'apps', resource: 'statefulsets' },
  {
    what: 'delete PersistentVolumeClaims',
    verb: 'delete',
    group: '',
    resource: 'persistentvolumeclaims',
  },
  { what: 'read Secrets', verb: 'get', group: '', resource: 'secrets' },
  { what: 'delete namespaces', verb: 'delete', group: '', resource: 'namespaces', wide: true },
  { what: 'act as other users', verb: 'impersonate', group: '', resource: 'users', wide: true },
];

/** UID of the namespace kube-system, which tells clusters apart; undefined when it cannot be read. */
export async function uidOf(cluster: Cluster): Promise<string | undefined> {
  const found = await cluster
    .get<KubeObject>(pathOf(resources.namespace, '', 'kube-system'))
    .catch(() => undefined);
  return found?.metadata?.uid;
}

/**
 * Asks production itself, as the identity of the drill. An answer of another cluster says nothing of this one, and an error is none.
 * @param uids of production, as slipway.yml has them.
 * @param namespaces of production; what holds for the whole cluster is asked besides.
 */
export async function askRights(
  production: Cluster,
  uids: readonly string[],
  namespaces: readonly string[],
): Promise<EarlyFacts['rights']> {
  const uid = await uidOf(production);
  if (uid === undefined || !uids.includes(uid))
    return [{ what: 'do anything (for who was asked is not known to be production)', allowed: 'unknown' }];
  const questions = deeds.flatMap(deed =>
    (deed.wide === true ? [''] : ['', ...new Set(namespaces)]).map(namespace => ({ deed, namespace })),
  );
  return Promise.all(
    questions.map(async ({ deed, namespace }) => ({
      what: `${deed.what}${deed.wide === true ? '' : namespace === '' ? ' everywhere' : ` in ${namespace}`}`,
      allowed: await ask(production, deed, namespace),
    })),
  );
}

interface Review {
  status?: { allowed?: boolean; denied?: boolean; evaluationError?: string };
}

async function ask(
  production: Cluster,
  { verb, group, resource, subresource }: Deed,
  namespace: string,
): Promise<Known> {
  const attributes = {
    verb,
    group,
    resource,
    namespace,
    ...(subresource === undefined ? {} : { subresource }),
  };
  try {
    const { status } = await production.create<Review>(
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: attributes },
      },
    );
    if (status?.allowed === true) return 'yes';
    // Who could not ask all that decide has not been told no.
    return status?.allowed === false && !status.evaluationError ? 'no' : 'unknown';
  } catch {
    return 'unknown';
  }
}
