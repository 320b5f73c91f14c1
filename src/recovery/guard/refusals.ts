import type { EarlyFacts, GuardFacts, LateFacts } from './facts.ts';

/**
 * The conditions for a drill: it breaks nothing in production without consent, and its restored copy cannot reach production. An unknown
 * fact counts against the drill.
 */

export interface Refusal {
  readonly rule: 'cluster' | 'namespace' | 'permissions' | 'isolation' | 'acting' | 'obstacle' | 'consent';
  readonly problem: string;
  readonly remedy: string;
}

/** Returns why a drill may not start, the most severe reason first; empty if it may. Pure. */
export function refusals(facts: GuardFacts): Refusal[] {
  const [cluster, rest] = [clusterRefusals(facts), earlyRest(facts)];
  return [
    ...cluster,
    ...namespaceRefusals(facts),
    ...rest.permissions,
    ...isolationRefusals(facts),
    ...rest.more,
  ];
}

/** Returns the refusals that are known before the first write; if empty, the drill's namespace may be created. Pure. */
export function earlyRefusals(facts: EarlyFacts): Refusal[] {
  const { permissions, more } = earlyRest(facts);
  return [...clusterRefusals(facts), ...permissions, ...more];
}

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

function earlyRest(facts: EarlyFacts): { permissions: Refusal[]; more: Refusal[] } {
  return {
    permissions: permissionRefusals(facts),
    more: [
      ...facts.sideEffects.map(
        (what): Refusal => ({
          rule: 'acting',
          problem: `the restored ${what} would have side effects`,
          remedy: 'exclude it from the restore, or suspend it',
        }),
      ),
      ...facts.obstacles.map(
        (problem): Refusal => ({ rule: 'obstacle', problem, remedy: 'run the drill later' }),
      ),
      ...consentRefusals(facts),
    ],
  };
}

function clusterRefusals({ cluster, allowed, production, inProduction, where }: EarlyFacts): Refusal[] {
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'cluster', problem, remedy });
  if (cluster === undefined || cluster === '')
    return [
      refusal(
        'the cluster cannot be identified',
        'allow the drill to `get` the namespace kube-system, whose uid identifies the cluster',
      ),
    ];
  if (inProduction !== undefined && where === 'scratch')
    return [
      refusal(
        'a drill must not restore into a production cluster, not even with consent',
        'restore into another cluster',
      ),
    ];
  if (inProduction !== undefined)
    return production.includes(cluster)
      ? []
      : [
          refusal(
            `the cluster ${cluster} is not declared as production in slipway.yml`,
            'leave `confirm` empty for a drill outside production, or correct `drills.production-clusters` or the context',
          ),
        ];
  if (production.length === 0)
    return [
      refusal('slipway.yml declares no production cluster', 'add its uid to `drills.production-clusters`'),
    ];
  if (production.includes(cluster))
    return [
      refusal(
        `the cluster ${cluster} is production`,
        'use the context of another cluster; in production only drills of the application, a pod, a node, a zone or the off-site repository are possible, as `drills.in-production` declares',
      ),
    ];
  if (!allowed.includes(cluster))
    return [
      refusal(
        `the cluster ${cluster} is not allowed for drills`,
        'add its uid to `drills.clusters` if drills may break it',
      ),
    ];
  return [];
}

function namespaceRefusals({ namespace, run, now }: LateFacts): Refusal[] {
  const { name, forbids, run: written, expires } = namespace;
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'namespace', problem, remedy });
  return [
    ...(forbids === undefined
      ? []
      : forbids === 'unknown'
        ? [refusal(`the namespace ${name} cannot be read`, 'allow the drill to `get` it')]
        : [refusal(...forbids)]),
    ...(written === run
      ? []
      : [
          refusal(
            `the namespace ${name} belongs to ${written === undefined ? 'no drill' : `the drill ${written}`}`,
            'leave the namespace to `drill`, which creates it, or delete what the other drill left',
          ),
        ]),
    ...(expires !== undefined && expires > now
      ? []
      : [
          refusal(
            `the namespace ${name} has no expiry time in the future`,
            'leave the namespace to `drill`, which creates it with one',
          ),
        ]),
  ];
}

/** A drill in production has permissions there by design, so it needs consent instead. */
function permissionRefusals({ permissions: asked, repositories, inProduction }: EarlyFacts): Refusal[] {
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'permissions', problem, remedy });
  const permissions = inProduction === undefined ? asked : [];
  return [
    ...(permissions.length > 0 || inProduction !== undefined
      ? []
      : [
          refusal(
            'the permissions of the drill in production were not checked',
            'set `drills.production-context` to a context of production with the identity of the drill',
          ),
        ]),
    ...permissions.flatMap(({ what, allowed }) =>
      allowed === 'no'
        ? []
        : [
            refusal(
              allowed === 'yes'
                ? `the identity of the drill may ${what} in production`
                : `it is unknown whether the identity of the drill may ${what} in production`,
              'use a separate identity for drills, without permissions there',
            ),
          ],
    ),
    ...repositories.flatMap(({ name, deletes }) =>
      deletes === 'no'
        ? []
        : [
            refusal(
              deletes === 'yes'
                ? `the drill could delete from the repository ${name}`
                : `it is unknown whether the drill could delete from the repository ${name}`,
              'restore with read-only credentials',
            ),
          ],
    ),
  ];
}

function isolationRefusals({ isolation, namespace, where }: GuardFacts): Refusal[] {
  if (where === 'live') return [];
  const { closed, control, reaches } = isolation;
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'isolation', problem, remedy });
  return [
    ...(closed === 'yes'
      ? []
      : [
          refusal(
            `the egress from the namespace ${namespace.name} is not blocked`,
            'delete the other NetworkPolicies in it, and check that the cluster enforces that of the drill',
          ),
        ]),
    ...(reaches.length > 0
      ? []
      : [
          refusal(
            'slipway.yml names no address that a restored application must not reach',
            'list the hosts of production, mail and payment in `drills.scratch.must-not-reach`',
          ),
        ]),
    ...(control === 'yes'
      ? []
      : [
          refusal(
            `the isolation probe reaches none of \`must-reach\` from ${namespace.name}, so it proves nothing`,
            'check that the probe pods run, and that they may reach these addresses',
          ),
        ]),
    ...reaches.flatMap(({ place, reached }) =>
      reached === 'no'
        ? []
        : [
            refusal(
              reached === 'yes'
                ? `${place} is reachable from the namespace ${namespace.name}`
                : `it is unknown whether ${place} is reachable from the namespace ${namespace.name}`,
              'check that the cluster enforces NetworkPolicies',
            ),
          ],
    ),
  ];
}

function consentRefusals({ inProduction }: EarlyFacts): Refusal[] {
  if (inProduction === undefined) return [];
  const { phrase, typed, approved, abort, degraded, maxDuration } = inProduction;
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'consent', problem, remedy });
  return [
    ...(phrase !== '' && typed === phrase
      ? []
      : [refusal('the drill in production is not confirmed', `set \`confirm\` to "${phrase}"`)]),
    ...(approved === 'yes'
      ? []
      : [
          refusal(
            approved === 'no'
              ? 'the drill in production is not approved'
              : 'it is unknown whether the drill in production is approved',
            'run it on GitHub in the environment `<approval>-<scenario>` with required reviewers, where `<approval>` is `drills.in-production.approval` in slipway.yml, and pass a token with `actions: read`',
          ),
        ]),
    ...(abort === 'yes'
      ? []
      : [
          refusal(
            abort === 'no'
              ? 'nothing would abort the drill if production degrades'
              : 'the query `abort` has no answer, so nothing would abort the drill',
            'add `abort` to `drills.in-production`, and a Prometheus that answers to `drills.alerts`',
          ),
        ]),
    ...(degraded === 'yes'
      ? [
          refusal(
            'production is already degraded, according to the query `abort`',
            'run the drill when it has recovered',
          ),
        ]
      : []),
    ...(maxDuration !== undefined && Number.isFinite(maxDuration) && maxDuration > 0
      ? []
      : [
          refusal(
            'the drill in production has no time limit',
            'add `max-duration` to `drills.in-production`, such as 10m',
          ),
        ]),
  ];
}
