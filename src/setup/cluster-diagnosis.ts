import { prometheusOf } from '../analysis/prometheus.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import { metricGateOf } from '../config/gate.ts';
import { askPermissions, permissionsProblem } from '../release/permissions/access.ts';
import { UserError, userErrorOf } from '../toolkit/errors.ts';
import { shellWord } from '../toolkit/shell-word.ts';
import type { ParentRef } from '../traffic/route.ts';
import { type Diagnosed, missing, type SetupStep, there, unknown } from './diagnosis.ts';
import { permissionsNeeded } from './roles.ts';

/**
 * Returns the steps about the cluster that could not be looked at, without those that only some environments have. Pure.
 * @param commands commands for when the cluster answers; undefined if not yet known.
 */
export function withoutCluster(
  why: string,
  commands?: Pick<Diagnosed, 'environment'> & { readonly rbac: string; readonly context: string },
): SetupStep[] {
  if (commands === undefined)
    return ['namespace', 'ServiceAccount', 'permissions'].map(step => unknown(step, why));
  const { environment, rbac, context } = commands;
  const named = context === '' ? '' : ` --context ${shellWord(context)}`;
  const later = 'not checked, because the cluster was not reached';
  return [
    unknown('cluster', why, `kubectl cluster-info${named}`),
    unknown('namespace', later, createNamespace(environment.namespace)),
    ...(environment.cluster === undefined
      ? // The same command grants the permissions.
        [unknown('ServiceAccount', later, rbac), unknown('permissions', later)]
      : [unknown('permissions', later, rbac)]),
  ];
}

const createNamespace = (name: string) => `kubectl create namespace ${shellWord(name)}`;

/**
 * Looks at what a first release needs in the cluster. Changes nothing.
 * @param account name of the ServiceAccount; users of GitHub's OIDC tokens need none.
 * @param context of the kubeconfig; empty for the one of a release.
 * @param rbac the command that grants the permissions.
 */
export async function diagnoseCluster(
  cluster: Cluster,
  { environment, manifests }: Diagnosed,
  { account, context, rbac, env }: { account: string; context: string; rbac: string; env: NodeJS.ProcessEnv },
): Promise<SetupStep[]> {
  const { namespace } = environment;
  const gate = metricGateOf(environment);
  const seen = async (
    step: string,
    path: string,
    title: string,
    command: string,
    isReady?: (object: unknown) => boolean,
  ) => {
    const object = await userErrorOf(() => cluster.get(path));
    if (object instanceof UserError) return unknown(step, object.sentence);
    if (object === undefined) return missing(step, `${title} does not exist`, command);
    return (isReady?.(object) ?? true)
      ? there(step, title)
      : missing(step, `${title} is not programmed`, command);
  };
  const permissions = async () => {
    if (environment.cluster !== undefined && context !== '')
      return unknown(
        'permissions',
        'releases use a token of GitHub, and this is another credential. Run doctor without --kube-context in a job on GitHub',
      );
    const asked = environment.cluster === undefined ? account : undefined;
    const found = await userErrorOf(async () =>
      asked === undefined ? {} : cluster.get(pathOf(resources.serviceAccount, namespace, asked)),
    );
    if (found instanceof UserError) return unknown('permissions', found.sentence);
    if (found === undefined)
      return unknown('permissions', `ServiceAccount/${asked} does not exist yet`, rbac);
    const needed = permissionsNeeded(
      environment,
      manifests.map(({ object }) => object),
    );
    const grants = await userErrorOf(() => askPermissions(cluster, namespace, needed, asked));
    const who = asked === undefined ? 'this credential' : `ServiceAccount/${asked}`;
    if (grants instanceof UserError)
      return unknown('permissions', `the permissions of ${who} could not be read: ${grants.message}`);
    const lacking = permissionsProblem(grants, namespace);
    return lacking === undefined
      ? there('permissions', `${who} has all ${grants.length}`)
      : missing('permissions', lacking.message.replace(/^the credential/, who), rbac);
  };
  const steps: Promise<SetupStep>[] = [
    seen(
      'namespace',
      pathOf(resources.namespace, '', namespace),
      `Namespace/${namespace}`,
      createNamespace(namespace),
    ),
    ...(environment.cluster === undefined
      ? [
          seen(
            'ServiceAccount',
            pathOf(resources.serviceAccount, namespace, account),
            `ServiceAccount/${account}`,
            rbac,
          ),
        ]
      : []),
    permissions(),
    ...gatewaysOf({ environment, manifests }).map(({ name: gateway, namespace: where = namespace }) =>
      seen(
        'Gateway',
        pathOf(resources.gateway, where, gateway),
        `Gateway/${gateway} in namespace ${where}`,
        `kubectl describe gateway ${shellWord(gateway)} --namespace ${shellWord(where)}`,
        isProgrammed,
      ),
    ),
  ];
  if (gate !== undefined) steps.push(prometheus(cluster, gate.prometheus, env));
  return Promise.all(steps);
}

/** Returns the Gateways of the route. Pure. */
function gatewaysOf({ environment: { route }, manifests }: Diagnosed): ParentRef[] {
  const found = manifests.find(({ object, name }) => object.kind === 'HTTPRoute' && name === route?.name);
  const { parentRefs = [] } = (found?.object.spec ?? {}) as { parentRefs?: ParentRef[] };
  return parentRefs.filter(({ kind = 'Gateway' }) => kind === 'Gateway');
}

function isProgrammed(gateway: unknown): boolean {
  const { status } = gateway as { status?: { conditions?: { type: string; status: string }[] } };
  return status?.conditions?.some(each => each.type === 'Programmed' && each.status === 'True') ?? false;
}

async function prometheus(
  cluster: Cluster,
  settings: Parameters<typeof prometheusOf>[0],
  env: NodeJS.ProcessEnv,
): Promise<SetupStep> {
  const answer = await userErrorOf(() => prometheusOf(settings, cluster, env).now());
  if (answer instanceof UserError) return unknown('Prometheus', answer.sentence);
  return answer.ok
    ? there('Prometheus', 'that of the gate answers')
    : missing('Prometheus', answer.detail, 'correct `gate.prometheus` in slipway.yml');
}
