import type { EarlyFacts, GuardAnswer, GuardFacts, LateFacts } from './facts.ts';

/**
 * The conditions for a drill: it breaks nothing in production without consent, and its restored copy cannot reach production. An unknown
 * fact counts against the drill.
 */

export interface Refusal {
  readonly rule: 'cluster' | 'namespace' | 'permissions' | 'isolation' | 'acting' | 'obstacle' | 'consent';
  readonly problem: string;
  readonly remedy: string;
}

/** Returns functions that refuse the drill by a rule: always, and unless a condition of it holds. */
function refusing(rule: Refusal['rule']) {
  const refuse = (problem: string, remedy: string): Refusal[] => [{ rule, problem, remedy }];
  const unless = (holds: boolean, problem: string, remedy: string) => (holds ? [] : refuse(problem, remedy));
  return { refuse, unless };
}

/** Begins the sentence for a `yes`, or an unknown answer. */
const whether = (answer: GuardAnswer) => (answer === 'yes' ? '' : 'it is unknown whether ');

/** Returns why a drill may not start, the most severe reason first; empty if it may. Pure. */
export const refusals = (facts: GuardFacts): Refusal[] => [
  ...clusterRefusals(facts),
  ...namespaceRefusals(facts),
  ...permissionRefusals(facts),
  ...isolationRefusals(facts),
  ...otherRefusals(facts),
];

/** Returns the refusals that are known before the first write; if empty, the drill's namespace may be created. Pure. */
export const earlyRefusals = (facts: EarlyFacts): Refusal[] => [
  ...clusterRefusals(facts),
  ...permissionRefusals(facts),
  ...otherRefusals(facts),
];

/**
 * Returns whether the restored data must be deleted: the namespace is known to be open, or to belong to another drill. An unknown fact is
 * no reason, because it may become known later. Pure.
 */
export function mustDelete({ namespace: { forbids, run: written }, run, isolation }: LateFacts): boolean {
  const { closed, reaches } = isolation;
  const isOurs =
    (forbids === undefined || forbids === 'unknown') && (written === undefined || written === run);
  return !isOurs || closed === 'no' || reaches.some(({ reached }) => reached === 'yes');
}

function otherRefusals(facts: EarlyFacts): Refusal[] {
  const [acting, obstacle] = [refusing('acting'), refusing('obstacle')];
  return [
    ...facts.sideEffects.flatMap(what =>
      acting.refuse(
        `the restored ${what} would have side effects`,
        'exclude it from the restore, or suspend it',
      ),
    ),
    ...facts.obstacles.flatMap(problem => obstacle.refuse(problem, 'run the drill later')),
    ...consentRefusals(facts),
  ];
}

function clusterRefusals({ cluster, allowed, production, inProduction, where }: EarlyFacts): Refusal[] {
  const { refuse, unless } = refusing('cluster');
  if (cluster === undefined || cluster === '')
    return refuse(
      'the cluster cannot be identified',
      'allow the drill to `get` the namespace kube-system, whose uid identifies the cluster',
    );
  if (inProduction !== undefined && where === 'scratch')
    return refuse(
      'a drill must not restore into a production cluster, not even with consent',
      'restore into another cluster',
    );
  if (inProduction !== undefined)
    return unless(
      production.includes(cluster),
      `the cluster ${cluster} is not declared as production in slipway.yml`,
      'leave `confirm` empty for a drill outside production, or correct `drills.production-clusters` or the context',
    );
  if (production.length === 0)
    return refuse(
      'slipway.yml declares no production cluster',
      'add its uid to `drills.production-clusters`',
    );
  if (production.includes(cluster))
    return refuse(
      `the cluster ${cluster} is production`,
      'use the context of another cluster; in production only drills of the application, a pod, a node, a zone or the off-site repository are possible, as `drills.in-production` declares',
    );
  return unless(
    allowed.includes(cluster),
    `the cluster ${cluster} is not allowed for drills`,
    'add its uid to `drills.clusters` if drills may break it',
  );
}

function namespaceRefusals({ namespace, run, now }: LateFacts): Refusal[] {
  const { name, forbids, run: written, expires } = namespace;
  const { refuse, unless } = refusing('namespace');
  const unread = [`the namespace ${name} cannot be read`, 'allow the drill to `get` it'] as const;
  return [
    ...(forbids === undefined ? [] : refuse(...(forbids === 'unknown' ? unread : forbids))),
    ...unless(
      written === run,
      `the namespace ${name} belongs to ${written === undefined ? 'no drill' : `the drill ${written}`}`,
      'leave the namespace to `drill`, which creates it, or delete what the other drill left',
    ),
    ...unless(
      expires !== undefined && expires > now,
      `the namespace ${name} has no expiry time in the future`,
      'leave the namespace to `drill`, which creates it with one',
    ),
  ];
}

/** A drill in production has permissions there by design, so it needs consent instead. */
function permissionRefusals({ permissions: asked, repositories, inProduction }: EarlyFacts): Refusal[] {
  const { unless } = refusing('permissions');
  const permissions = inProduction === undefined ? asked : [];
  return [
    ...unless(
      permissions.length > 0 || inProduction !== undefined,
      'the permissions of the drill in production were not checked',
      'set `drills.production-context` to a context of production with the credential of the drill',
    ),
    ...permissions.flatMap(({ what, allowed }) =>
      unless(
        allowed === 'no',
        `${whether(allowed)}the credential of the drill may ${what} in production`,
        'use a separate credential for drills, without permissions there',
      ),
    ),
    ...repositories.flatMap(({ name, deletes }) =>
      unless(
        deletes === 'no',
        `${whether(deletes)}the drill could delete from the repository ${name}`,
        'restore with read-only credentials',
      ),
    ),
  ];
}

function isolationRefusals({ isolation, namespace, where }: GuardFacts): Refusal[] {
  if (where === 'live') return [];
  const { closed, control, reaches } = isolation;
  const { unless } = refusing('isolation');
  return [
    ...unless(
      closed === 'yes',
      `the egress from the namespace ${namespace.name} is not blocked`,
      'delete the other NetworkPolicies in it, and check that the cluster enforces that of the drill',
    ),
    ...unless(
      reaches.length > 0,
      'slipway.yml names no address that a restored application must not reach',
      'list the hosts of production, mail and payment in `drills.scratch.must-not-reach`',
    ),
    ...unless(
      control === 'yes',
      `the isolation probe reaches none of \`must-reach\` from ${namespace.name}, so it proves nothing`,
      'check that the probe pods run, and that they may reach these addresses',
    ),
    ...reaches.flatMap(({ place, reached }) =>
      unless(
        reached === 'no',
        `${whether(reached)}${place} is reachable from the namespace ${namespace.name}`,
        'check that the cluster enforces NetworkPolicies',
      ),
    ),
  ];
}

function consentRefusals({ inProduction }: EarlyFacts): Refusal[] {
  if (inProduction === undefined) return [];
  const { phrase, typed, approved, abort, degraded, maxDuration } = inProduction;
  const { unless } = refusing('consent');
  return [
    ...unless(
      phrase !== '' && typed === phrase,
      'the drill in production is not confirmed',
      `set \`confirm\` to "${phrase}"`,
    ),
    ...unless(
      approved === 'yes',
      approved === 'no'
        ? 'the drill in production is not approved'
        : 'it is unknown whether the drill in production is approved',
      'run it on GitHub in the environment `<approval>-<scenario>` with required reviewers, where `<approval>` is `drills.in-production.approval` in slipway.yml, and pass a token with `actions: read`',
    ),
    ...unless(
      abort === 'yes',
      abort === 'no'
        ? 'nothing would abort the drill if production degrades'
        : 'the query `abort` has no answer, so nothing would abort the drill',
      'add `abort` to `drills.in-production`, and a Prometheus that answers to `drills.alerts`',
    ),
    ...unless(
      degraded !== 'yes',
      'production is already degraded, according to the query `abort`',
      'run the drill when it has recovered',
    ),
    ...unless(
      maxDuration !== undefined && Number.isFinite(maxDuration) && maxDuration > 0,
      'the drill in production has no time limit',
      'add `max-duration` to `drills.in-production`, such as 10m',
    ),
  ];
}
