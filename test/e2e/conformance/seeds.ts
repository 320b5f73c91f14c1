import type { RequirementId } from '../../../src/assess/requirement.ts';

/**
 * Shortfalls that are put into the good application: what must then be found, by its requirements. These are in its files; unit tests find
 * each of them at once, and on the lab the second application has them.
 */

/** Texts by their paths, relative to slipway.yml. */
export type AppTexts = Readonly<Record<string, string>>;

export interface FileSeed {
  readonly name: string;
  /** All requirements that it breaks by itself; those that follow from others are not named. */
  readonly ids: readonly RequirementId[];
  change(files: AppTexts): AppTexts;
}

/** Replaces a text in a file. @throws Error when it is not there: the seed would plant nothing. */
export const replacing =
  (path: string, from: string | RegExp, to: string) =>
  (files: AppTexts): AppTexts => {
    const text = files[path] ?? '';
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`${from} is not in ${path}`);
    return { ...files, [path]: next };
  };

const adding = (path: string, text: string) => (files: AppTexts) => ({ ...files, [path]: text });

/** Removes the object of a kind from a file with several. */
const without = (path: string, kind: string) => (files: AppTexts) => {
  const objects = (files[path] ?? '').split(/^---\n/m);
  const left = objects.filter(each => !each.includes(`kind: ${kind}\nmetadata`));
  if (left.length === objects.length) throw new Error(`${path} has no ${kind}`);
  return { ...files, [path]: left.join('---\n') };
};

const both =
  (...changes: ((files: AppTexts) => AppTexts)[]) =>
  (files: AppTexts) =>
    changes.reduce((text, change) => change(text), files);

const shop = 'deploy/shop.yaml';
const settings = 'slipway.yml';
const image = 'shop/Dockerfile';
const variable = (line: string) =>
  replacing(shop, '          env:\n', `          env:\n            - ${line}\n`);
const rbac = (kind: string, name: string, rest: string) =>
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { name: ${name} }\n${rest}\n`;
const probe = (name: string) => new RegExp(`          ${name}:\\n(            .*\\n)+?(?=          \\S)`);

export const fileSeeds: readonly FileSeed[] = [
  // Zones and updates.
  {
    name: 'no spread over zones',
    ids: ['H1'],
    change: replacing(shop, / {6}topologySpreadConstraints:\n( {8}.*\n)+?(?= {6}\S)/, ''),
  },
  {
    name: 'a spread over nodes in place of zones',
    ids: ['H1'],
    change: replacing(
      shop,
      'topologyKey: topology.kubernetes.io/zone',
      'topologyKey: kubernetes.io/hostname',
    ),
  },
  { name: 'one pod may remain', ids: ['H1'], change: replacing(shop, 'minReplicas: 6', 'minReplicas: 1') },
  {
    name: 'no PodDisruptionBudget',
    ids: ['H1', 'H9'],
    change: both(without(shop, 'PodDisruptionBudget'), without('deploy/records.yaml', 'PodDisruptionBudget')),
  },
  {
    name: 'a budget that lets no pod go',
    ids: ['H1'],
    change: replacing(shop, 'maxUnavailable: 2', 'maxUnavailable: 0'),
  },
  {
    name: 'an update by Recreate',
    ids: ['C10'],
    change: replacing(shop, /type: RollingUpdate\n.*\n/, 'type: Recreate\n'),
  },
  // Health and ends.
  { name: 'no readinessProbe', ids: ['H4'], change: replacing(shop, probe('readinessProbe'), '') },
  { name: 'no livenessProbe', ids: ['H5'], change: replacing(shop, probe('livenessProbe'), '') },
  {
    name: 'a livenessProbe at the readiness path',
    ids: ['H4'],
    change: replacing(
      shop,
      /(livenessProbe:\n\s+httpGet: \{ path: )\/live/,
      'livenessProbe:\n            httpGet: { path: /ready',
    ),
  },
  { name: 'no preStop', ids: ['H6'], change: replacing(shop, / {10}lifecycle:\n.*\n/, '') },
  {
    name: 'less time to end than preStop takes',
    ids: ['H6'],
    change: replacing(shop, 'terminationGracePeriodSeconds: 20', 'terminationGracePeriodSeconds: 2'),
  },
  // Size and scale.
  {
    name: 'no limit of memory',
    ids: ['H8'],
    change: both(
      replacing(shop, '            limits: { memory: 160Mi }\n', ''),
      replacing('deploy/namespace.yaml', '      default: { memory: 1Gi }\n', ''),
    ),
  },
  { name: 'a request above the limit', ids: ['H8'], change: replacing(shop, 'memory: 64Mi', 'memory: 1Gi') },
  {
    name: 'a Deployment without a selector',
    ids: ['H1', 'H8'],
    change: replacing(shop, '  selector:\n    matchLabels: { app: shop }\n  strategy', '  strategy'),
  },
  {
    name: 'no autoscaler',
    ids: ['P6', 'H9'],
    change: both(
      without(shop, 'HorizontalPodAutoscaler'),
      without('deploy/records.yaml', 'HorizontalPodAutoscaler'),
    ),
  },
  {
    name: 'an autoscaler of another workload',
    ids: ['P6'],
    change: replacing(
      shop,
      'kind: Deployment, name: shop }\n  minReplicas',
      'kind: Deployment, name: store }\n  minReplicas',
    ),
  },
  {
    name: 'an autoscaler of a removed version',
    ids: ['P6'],
    change: replacing(shop, 'autoscaling/v2', 'autoscaling/v2beta1'),
  },
  {
    name: 'a budget of a removed version',
    ids: ['C14'],
    change: replacing(shop, 'policy/v1', 'policy/v1beta1'),
  },
  { name: 'no quota', ids: ['P5'], change: without('deploy/namespace.yaml', 'ResourceQuota') },
  { name: 'no default limits', ids: ['P5'], change: without('deploy/namespace.yaml', 'LimitRange') },
  // Access.
  {
    name: 'a token that nothing needs',
    ids: ['S5'],
    change: both(
      replacing(shop, '      automountServiceAccountToken: false\n', ''),
      replacing(shop, 'automountServiceAccountToken: false\n---', '---'),
    ),
  },
  {
    name: 'a Role for everything',
    ids: ['S5'],
    change: adding(
      'deploy/role.yaml',
      rbac('Role', 'shop', "rules:\n  - { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }"),
    ),
  },
  {
    name: 'a ServiceAccount that is cluster-admin',
    ids: ['S5'],
    change: adding(
      'deploy/role.yaml',
      rbac(
        'ClusterRoleBinding',
        'shop',
        'roleRef: { kind: ClusterRole, name: cluster-admin, apiGroup: rbac.authorization.k8s.io }\nsubjects:\n  - { kind: ServiceAccount, name: shop, namespace: shop }',
      ),
    ),
  },
  { name: 'no NetworkPolicy', ids: ['S6'], change: without(shop, 'NetworkPolicy') },
  {
    name: 'a NetworkPolicy that allows everyone',
    ids: ['S6'],
    change: replacing(shop, / {2}ingress:\n {4}- from:\n( {6}.*\n| {8}.*\n)+/, '  ingress:\n    - {}\n'),
  },
  // Variables and connections.
  {
    name: 'a plain DATABASE_URL',
    ids: ['K7'],
    change: variable(
      '{ name: DATABASE_URL, value: "postgres://shop:hunter2hunter2@db/shop?sslmode=verify-full" }',
    ),
  },
  {
    name: 'a password in a ConfigMap',
    ids: ['K7'],
    change: replacing(shop, '  LOG_LEVEL: info', '  DB_PASSWORD: hunter2hunter2\n  LOG_LEVEL: info'),
  },
  { name: 'debugging in production', ids: ['K7'], change: variable('{ name: DEBUG_MODE, value: "true" }') },
  {
    name: 'a setting in a Secret',
    ids: ['K7'],
    change: variable('{ name: CACHE_TTL, valueFrom: { secretKeyRef: { name: access, key: ttl } } }'),
  },
  {
    name: 'a Secret with values',
    ids: ['K8'],
    change: adding(
      'deploy/secret.yaml',
      'apiVersion: v1\nkind: Secret\nmetadata: { name: more }\nstringData: { password: hunter2hunter2 }\n',
    ),
  },
  {
    name: 'Redis without TLS',
    ids: ['S8'],
    change: replacing(shop, 'rediss://redis:6380', 'redis://redis:6379'),
  },
  {
    name: 'PostgreSQL without TLS',
    ids: ['S8'],
    change: replacing(
      'deploy/records.yaml',
      '            - { name: PGHOST, value: db }\n',
      '            - { name: PGHOST, value: db }\n            - { name: PGSSLMODE, value: disable }\n',
    ),
  },
  // Images.
  {
    name: 'a sidecar with a moving tag',
    ids: ['I10'],
    change: replacing('deploy/redis.yaml', 'conformance/redis:1', 'conformance/redis:latest'),
  },
  {
    name: 'a base image without a digest',
    ids: ['I1'],
    change: replacing(image, /@sha256:[0-9a-f]{64}/, ''),
  },
  {
    name: 'build tools in the image',
    ids: ['I1', 'I6'],
    change: replacing('records/Dockerfile', 'FROM scratch', `FROM golang:1.26@sha256:${'5'.repeat(64)}`),
  },
  {
    name: 'npm install',
    ids: ['I3'],
    change: replacing(image, 'npm ci --omit=dev --ignore-scripts', 'npm install --omit=dev'),
  },
  {
    name: 'a frontend lock file that is not copied',
    ids: ['I3'],
    change: replacing(image, 'COPY package.json package-lock.json ./', 'COPY package.json ./'),
  },
  {
    name: 'a package that is installed without a version',
    ids: ['I4'],
    change: replacing(image, 'USER 1000', 'RUN pip install flask\nUSER 1000'),
  },
  {
    name: 'go.sum that the build writes',
    ids: ['I4'],
    change: replacing('records/Dockerfile', 'go build', 'go build -mod=mod'),
  },
  { name: 'a container of root', ids: ['I5'], change: replacing(image, 'USER 1000', 'USER root') },
  {
    name: 'a base that is not allowed',
    ids: ['I6'],
    change: replacing(image, '127.0.0.1:5000/base/node:24@', 'docker.io/library/node:24@'),
  },
  {
    name: 'sources before packages',
    ids: ['I7'],
    change: replacing(
      image,
      'COPY package.json package-lock.json ./\nCOPY ui/package.json ./ui/\n',
      'COPY . .\n',
    ),
  },
  // Settings.
  {
    name: 'an annotation of one cloud',
    ids: ['Z1'],
    change: replacing(
      shop,
      /(?<=kind: Service\nmetadata: \{ name: shop, namespace: [\w-]+, labels: \{ app: shop \}) \}/,
      ', annotations: { networking.gke.io/weighted: y } }',
    ),
  },
  {
    name: 'an old version of the policy',
    ids: ['Z9'],
    change: replacing(settings, 'policy-version: 2', 'policy-version: 1'),
  },
  {
    name: 'a Service that selects nothing',
    ids: ['A5'],
    change: replacing(shop, '  selector: { app: shop }', '  selector: { app: store }'),
  },
  {
    name: 'a schedule of backups alone',
    ids: ['D18'],
    change: both(
      replacing(settings, '          archive-timeout: 5s\n', ''),
      replacing(settings, '          replicas: [{ survives: zone, mode: synchronous }]\n', ''),
    ),
  },
];

/** Requirements that are not met as soon as one of theirs is not. */
export const derived: readonly RequirementId[] = ['Z4', 'Z5', 'Z6', 'Z7', 'K3'];
