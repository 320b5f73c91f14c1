import type { Manifest } from '../../cluster/manifests.ts';
import type { KubeObject } from '../../cluster/objects.ts';
import { mapsIn, textsIn } from '../../toolkit/map.ts';
import { type AssessRule, finding, liveFinding, met, ruleOf, unknown } from '../rule.ts';
import { type AssessSubject, nameOfManifest, ofKind } from '../subject.ts';
import { longRunning, overPods, type PodFinding, podFindingIf } from '../templates.ts';

/** Permissions of the application in the cluster. */

/** Finds flaws in the manifests, else in the Roles and RoleBindings of the namespace that concern the accounts of the workloads. */
const overPermissions =
  (
    kinds: 'roles' | 'roleBindings',
    good: string,
    find: (object: KubeObject) => PodFinding[],
  ): AssessRule['judge'] =>
  subject => {
    const written = kinds === 'roles' ? ['Role', 'ClusterRole'] : ['RoleBinding', 'ClusterRoleBinding'];
    const inManifests = ofKind(subject.manifests, ...written).flatMap(manifest =>
      find(manifest.object).map(({ what, remedy, path }) =>
        finding(`${nameOfManifest(manifest)} ${what}`, remedy, manifest, path),
      ),
    );
    if (inManifests.length > 0) return inManifests;
    const { roleBindings, roles } = subject.live;
    if (!roleBindings.known) return [unknown(roleBindings.why)];
    if (!roles.known) return [unknown(roles.why)];
    const accounts = accountsOf(subject);
    const bindings = roleBindings.value.filter(each => bindsOneOf(accounts, subject.namespace, each));
    const bound = bindings.map(roleOf);
    const has = (kind: string, name = '') => bound.some(each => each.kind === kind && each.name === name);
    const objects =
      kinds === 'roles' ? roles.value.filter(({ metadata }) => has('Role', metadata?.name)) : bindings;
    const found = objects.flatMap(object => {
      const of = `${written[0]}/${object.metadata?.name}`;
      return find(object).map(({ what, remedy }) => liveFinding(`${of} ${what}`, remedy, of, roles));
    });
    if (found.length > 0) return found;
    // Those of the manifests were looked at, and what `view` may do is known.
    const known = ['view', ...ofKind(subject.manifests, 'ClusterRole').map(({ name }) => name)];
    const unread = bound.find(({ kind, name = '' }) => kind === 'ClusterRole' && !known.includes(name));
    const namespace = `Namespace/${subject.namespace}`;
    return kinds === 'roles' && unread !== undefined
      ? [
          unknown(
            `the ServiceAccounts of the pods have ClusterRole/${unread.name}, which was not read`,
            namespace,
          ),
        ]
      : [met(`the ServiceAccounts of the pods ${good}`, namespace, [roles, roleBindings])];
  };

interface BindingSubject {
  kind?: string;
  name?: string;
  namespace?: string;
}

const subjectsOf = (object: KubeObject): BindingSubject[] => mapsIn(object.subjects) as BindingSubject[];
const roleOf = (object: KubeObject) => (object.roleRef ?? {}) as { kind?: string; name?: string };
const accountsOf = ({ workloads }: AssessSubject) =>
  new Set(workloads.map(({ spec }) => spec.serviceAccountName ?? 'default'));

/** Whether a binding gives permissions to one of some accounts. @param own their namespace. */
const bindsOneOf = (accounts: ReadonlySet<string>, own: string, binding: KubeObject): boolean =>
  subjectsOf(binding).some(
    ({ kind, name = '', namespace = own }) =>
      (kind === 'ServiceAccount' && namespace === own && accounts.has(name)) ||
      (kind === 'Group' && (isEveryAccount(name) || name === `${every}:${own}`)),
  );

const every = 'system:serviceaccounts';
const isEveryAccount = (group: string) => group === every || group === 'system:authenticated';

interface Granted {
  verbs: string[];
  resources: string[];
  groups: string[];
  names: string[];
}

/** Returns what a role grants; nothing for a part of the roles of people. */
const grantsIn = ({ metadata, rules }: KubeObject): Granted[] =>
  Object.keys(metadata?.labels ?? {}).some(key => key.startsWith('rbac.authorization.k8s.io/aggregate-to-'))
    ? []
    : mapsIn(rules).map(each => ({
        verbs: textsIn(each.verbs),
        resources: textsIn(each.resources),
        groups: textsIn(each.apiGroups),
        names: textsIn(each.resourceNames),
      }));

const wildcard = ruleOf(
  'access-wildcard',
  'S5',
  overPermissions('roles', 'have no permission with a wildcard', object =>
    grantsIn(object).flatMap(({ verbs, resources, groups }, index) => {
      const wide = [
        ...(verbs.includes('*') ? ['every verb'] : []),
        ...(resources.includes('*') ? ['every resource'] : []),
        ...(groups.includes('*') ? ['every API group'] : []),
      ];
      return podFindingIf(
        wide.length > 0,
        `grants ${wide.join(' and ')}`,
        'list the verbs and resources that the application uses',
        ['rules', index],
      );
    }),
  ),
);

const admin = ruleOf(
  'access-admin',
  'S5',
  overPermissions('roleBindings', 'are no administrators', object => {
    const { kind, name = '' } = roleOf(object);
    if (kind !== 'ClusterRole' || !['cluster-admin', 'admin'].includes(name)) return [];
    const isAccount = (each: BindingSubject) =>
      each.kind === 'ServiceAccount' || (each.kind === 'Group' && (each.name ?? '').startsWith(every));
    return podFindingIf(
      subjectsOf(object).some(isAccount),
      `binds a ServiceAccount to the ClusterRole ${name}`,
      'bind it to a Role with the permissions that the application uses',
      ['roleRef'],
    );
  }),
);

const defaultAccount = ruleOf(
  'access-default-account',
  'S5',
  overPermissions('roleBindings', 'have no permissions by the ServiceAccount default', object =>
    subjectsOf(object).flatMap(({ kind, name, namespace: other }, index) =>
      podFindingIf(
        kind === 'ServiceAccount' && name === 'default' && isHere(object, other),
        'grants permissions to the ServiceAccount default, which every pod without a serviceAccountName uses',
        'create a ServiceAccount for the workload that needs them',
        ['subjects', index],
      ),
    ),
  ),
);

/** Whether a subject is in the namespace of its binding, as far as both name one. */
const isHere = ({ metadata }: KubeObject, other: string | undefined) =>
  metadata?.namespace === undefined || other === undefined || metadata.namespace === other;

const sensitiveResources = /^(pods\/(exec|attach|portforward)|nodes\/proxy|serviceaccounts\/token)$/;
const sensitiveVerbs = ['escalate', 'bind', 'impersonate'];

const sensitive = ruleOf(
  'access-sensitive',
  'S5',
  overPermissions('roles', 'have no sensitive permission', object =>
    grantsIn(object).flatMap(({ verbs, resources, names }, index) => {
      const readsSecrets =
        resources.includes('secrets') &&
        names.length === 0 &&
        verbs.some(verb => ['get', 'list', 'watch'].includes(verb));
      const found = [
        ...(readsSecrets ? ['read all Secrets'] : []),
        ...resources.filter(each => sensitiveResources.test(each)).map(each => `use ${each}`),
        ...sensitiveVerbs.filter(verb => verbs.includes(verb)),
      ];
      return podFindingIf(
        found.length > 0,
        `allows its ServiceAccount to ${found.join(', ')}`,
        'remove the permission, or name the objects in resourceNames',
        ['rules', index],
      );
    }),
  ),
);

const tokenMounted = ruleOf('token-mounted', 'S5', subject => {
  const bindings = [
    ...ofKind(subject.manifests, 'RoleBinding', 'ClusterRoleBinding').map(({ object }) => object),
    ...(subject.live.roleBindings.known ? subject.live.roleBindings.value : []),
  ];
  const namespaceOf = ({ object }: Manifest) => object.metadata?.namespace ?? subject.namespace;
  const without = ofKind(subject.manifests, 'ServiceAccount').filter(
    ({ object }) => object.automountServiceAccountToken === false,
  );
  return overPods(longRunning, {
    good: 'have no token that they do not need',
    findings: (
      { automountServiceAccountToken: mounts, serviceAccountName: account = 'default' },
      { manifest },
    ) => {
      const own = namespaceOf(manifest);
      const isOff = without.some(each => each.name === account && namespaceOf(each) === own);
      const isNeeded = bindings.some(each => bindsOneOf(new Set([account]), own, each));
      return podFindingIf(
        mounts !== false && !isNeeded && (mounts === true || !isOff),
        'mounts a ServiceAccount token, although no binding grants its ServiceAccount a permission',
        'set `automountServiceAccountToken: false`',
      );
    },
  })(subject);
});

export const accessRules = [wildcard, admin, defaultAccount, sensitive, tokenMounted];
