import type { EarlyFacts, GuardFacts, LateFacts } from './facts.ts';

/**
 * What has to be true before a drill changes anything: that it is not production it breaks, and that what it restores cannot touch
 * production. Whatever is not known counts against it.
 */

export interface Refusal {
  readonly rule: 'cluster' | 'namespace' | 'rights' | 'isolation' | 'acting' | 'obstacle' | 'consent';
  readonly problem: string;
  readonly remedy: string;
}

/** Why a drill may not begin, the gravest first; it may when that is nothing. Pure. */
export function refusals(facts: GuardFacts): Refusal[] {
  const [cluster, rest] = [clusterRefusals(facts), earlyRest(facts)];
  return [...cluster, ...namespaceRefusals(facts), ...rest.rights, ...isolationRefusals(facts), ...rest.more];
}

/** As before, of what is known before anything is written: the namespace of the drill may be made when this is nothing. Pure. */
export function earlyRefusals(facts: EarlyFacts): Refusal[] {
  const { rights, more } = earlyRest(facts);
  return [...clusterRefusals(facts), ...rights, ...more];
}

/**
 * Whether the namespace of a drill is known to be open, or another's: what is restored there has to go. What nobody can tell now may be told
 * later. Pure.
 */
export function mustGo({ namespace: { forbids, run: written }, run, isolation }: LateFacts): boolean {
  const { closed, reaches } = isolation;
  const isOurs =
    (forbids === undefined || forbids === 'unknown') && (written === undefined || written === run);
  return !isOurs || closed === 'no' || reaches.some(({ reached }) => reached === 'yes');
}

function earlyRest(facts: EarlyFacts): { rights: Refusal[]; more: Refusal[] } {
  return {
    rights: rightRefusals(facts),
    more: [
      ...facts.acting.map(
        (what): Refusal => ({
          rule: 'acting',
          problem: `${what} of what is restored would act by itself`,
          remedy: 'leave it out of the restore, or suspend it',
        }),
      ),
      ...facts.obstacles.map(
        (problem): Refusal => ({ rule: 'obstacle', problem, remedy: 'run the drill when that is over' }),
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
        'which cluster this is cannot be told',
        'let the drill `get` the namespace kube-system, whose uid tells clusters apart',
      ),
    ];
  if (inProduction !== undefined && where === 'scratch')
    return [
      refusal(
        'nothing is restored in a cluster that is production, whoever agrees',
        'restore it in another cluster',
      ),
    ];
  if (inProduction !== undefined)
    return production.includes(cluster)
      ? []
      : [
          refusal(
            `the cluster ${cluster} is not the one that slipway.yml calls production`,
            'leave `confirm` empty where production is not meant; else correct `drills.production`, or the context',
          ),
        ];
  if (production.length === 0)
    return [
      refusal('slipway.yml does not say which cluster is production', 'add its uid to `drills.production`'),
    ];
  if (production.includes(cluster))
    return [
      refusal(
        `the cluster ${cluster} is production`,
        'name a context of another cluster; of production itself a pod, a node, a zone or the far repository is drilled, as `drills.in-production` says',
      ),
    ];
  if (!allowed.includes(cluster))
    return [
      refusal(
        `the cluster ${cluster} is not one that drills may break`,
        'add its uid to `drills.clusters` when it is meant',
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
        ? [refusal(`the namespace ${name} cannot be read`, 'let the drill `get` it')]
        : [refusal(...forbids)]),
    ...(written === run
      ? []
      : [
          refusal(
            `the namespace ${name} is of ${written === undefined ? 'no drill' : `the drill ${written}`}`,
            'let `drill` make its namespace, or clear away what is left of the other one',
          ),
        ]),
    ...(expires !== undefined && expires > now
      ? []
      : [
          refusal(
            `nothing says until when the namespace ${name} is needed`,
            'let `drill` make its namespace, which says so',
          ),
        ]),
  ];
}

/** Who breaks something in production has rights there: then consent is asked for instead. */
function rightRefusals({ rights: asked, repositories, inProduction }: EarlyFacts): Refusal[] {
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'rights', problem, remedy });
  const rights = inProduction === undefined ? asked : [];
  return [
    ...(rights.length > 0 || inProduction !== undefined
      ? []
      : [
          refusal(
            'nobody has asked what the identity of the drill may do in production',
            'name a context of production in `drills.production-context`, with the identity of the drill',
          ),
        ]),
    ...rights.flatMap(({ what, allowed }) =>
      allowed === 'no'
        ? []
        : [
            refusal(
              allowed === 'yes'
                ? `the identity of the drill may ${what} in production`
                : `whether the identity of the drill may ${what} in production cannot be told`,
              'give drills an identity of their own, without rights there',
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
                : `whether the drill could delete from the repository ${name} cannot be told`,
              'restore with a login that only reads',
            ),
          ],
    ),
  ];
}

function isolationRefusals({ isolation, namespace, where }: GuardFacts): Refusal[] {
  if (where === 'standing') return [];
  const { closed, control, reaches } = isolation;
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'isolation', problem, remedy });
  return [
    ...(closed === 'yes'
      ? []
      : [
          refusal(
            `the ways out of the namespace ${namespace.name} are not closed`,
            'let the drill apply its NetworkPolicy there',
          ),
        ]),
    ...(reaches.length > 0
      ? []
      : [
          refusal(
            'nothing is named that a restored application must not reach',
            'list the hosts of production, of mail and of payment in `drills.must-not-reach`',
          ),
        ]),
    ...(control === 'yes'
      ? []
      : [
          refusal(
            `the probe of the isolation reaches nothing at all from ${namespace.name}, so what it does not reach proves nothing`,
            'see whether the pods of the probe run, and what they may reach',
          ),
        ]),
    ...reaches.flatMap(({ place, reached }) =>
      reached === 'no'
        ? []
        : [
            refusal(
              reached === 'yes'
                ? `${place} can be reached from the namespace ${namespace.name}`
                : `whether ${place} can be reached from the namespace ${namespace.name} cannot be told`,
              'see that the cluster enforces NetworkPolicies',
            ),
          ],
    ),
  ];
}

function consentRefusals({ inProduction }: EarlyFacts): Refusal[] {
  if (inProduction === undefined) return [];
  const { phrase, typed, approved, abort, suffers, ends } = inProduction;
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'consent', problem, remedy });
  return [
    ...(phrase !== '' && typed === phrase
      ? []
      : [refusal('nobody has typed that production is meant', `write "${phrase}" as \`confirm\``)]),
    ...(approved === 'yes'
      ? []
      : [
          refusal(
            approved === 'no' ? 'nobody has approved it' : 'whether somebody has approved it cannot be told',
            'run it on GitHub in the environment `<approval>-<scenario>`, of which slipway.yml writes the first part as `drills.in-production.approval`, with required reviewers, and give a token with `actions: read`',
          ),
        ]),
    ...(abort === 'yes'
      ? []
      : [
          refusal(
            abort === 'no'
              ? 'nothing ends it when production suffers'
              : 'whether production suffers cannot be told, so that nothing would end it',
            'add `abort` to `drills.in-production`, and a Prometheus that answers to `drills.alerts`',
          ),
        ]),
    ...(suffers === 'yes'
      ? [refusal('production suffers already, says the query `abort`', 'run the drill when that is over')]
      : []),
    ...(ends !== undefined && Number.isFinite(ends) && ends > 0
      ? []
      : [refusal('nothing ends it by itself', 'add `ends` to `drills.in-production`, such as 10m')]),
  ];
}
