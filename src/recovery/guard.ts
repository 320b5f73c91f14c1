/**
 * What has to be true before a drill changes anything: that it is not production it breaks, and that what it restores cannot touch
 * production. Whatever is not known counts against it.
 */

/** `unknown`: it was asked and there was no answer, or nobody could ask. */
export type Known = 'yes' | 'no' | 'unknown';

export interface GuardFacts {
  /** UID of the namespace kube-system of the cluster that is drilled: a context's name may mean anything. */
  readonly cluster: string | undefined;
  /** UIDs that slipway.yml allows, and those that it says are production. */
  readonly allowed: readonly string[];
  readonly production: readonly string[];
  readonly namespace: {
    readonly name: string;
    /** Whether its label says that drills are allowed in it. */
    readonly labelled: Known;
    /** The run that the drill itself wrote there; of another run or none it is not ours. */
    readonly run: string | undefined;
    /** When it may be cleared away by whoever comes by; ms since 1970. */
    readonly expires: number | undefined;
  };
  readonly run: string;
  readonly now: number;
  /** What the identity of the drill may do in production. */
  readonly rights: readonly { readonly what: string; readonly allowed: Known }[];
  /** Whether the identity could delete from the repositories that it restores from. */
  readonly repositories: readonly { readonly name: string; readonly deletes: Known }[];
  readonly isolation: {
    /** Whether all ways out of the namespace are closed but those that are needed. */
    readonly closed: Known;
    /** A place that must be reachable, tried in the same way: a probe that reaches nothing proves nothing. */
    readonly control: Known;
    /** The places of production, of mail and payment, tried from within. */
    readonly reaches: readonly { readonly place: string; readonly reached: Known }[];
  };
  /** What of the restored objects would act by itself: CronJobs that run, load balancers, webhooks. */
  readonly acting: readonly string[];
  /** What speaks against a drill now: a critical alert, a rollout that is under way, the time of day. */
  readonly obstacles: readonly string[];
  /** Of a scenario that breaks something in production itself. */
  readonly inProduction?:
    | {
        /** What has to be typed, and what was. */
        readonly phrase: string;
        readonly typed: string;
        readonly approved: Known;
        /** Whether something ends it when production suffers, and after how long it ends by itself; ms. */
        readonly abort: Known;
        readonly ends: number | undefined;
      }
    | undefined;
}

export interface Refusal {
  readonly rule: 'cluster' | 'namespace' | 'rights' | 'isolation' | 'acting' | 'obstacle' | 'consent';
  readonly problem: string;
  readonly remedy: string;
}

/** Why a drill may not begin, the gravest first; it may when that is nothing. Pure. */
export function refusals(facts: GuardFacts): Refusal[] {
  return [
    ...clusterRefusals(facts),
    ...namespaceRefusals(facts),
    ...rightRefusals(facts),
    ...isolationRefusals(facts),
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
  ];
}

function clusterRefusals({ cluster, allowed, production, inProduction }: GuardFacts): Refusal[] {
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'cluster', problem, remedy });
  if (cluster === undefined || cluster === '')
    return [
      refusal(
        'which cluster this is cannot be told',
        'let the drill `get` the namespace kube-system, whose uid tells clusters apart',
      ),
    ];
  if (inProduction !== undefined)
    return production.includes(cluster)
      ? []
      : [
          refusal(
            `the cluster ${cluster} is not the one that slipway.yml calls production`,
            'correct `drills.production`, or the context',
          ),
        ];
  if (production.length === 0)
    return [
      refusal('slipway.yml does not say which cluster is production', 'add its uid to `drills.production`'),
    ];
  if (production.includes(cluster))
    return [
      refusal(`the cluster ${cluster} is production`, 'name a context of another cluster; there is no force'),
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

function namespaceRefusals({ namespace, run, now }: GuardFacts): Refusal[] {
  const { name, labelled, run: written, expires } = namespace;
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'namespace', problem, remedy });
  return [
    ...(labelled === 'yes'
      ? []
      : [
          refusal(
            `the namespace ${name} does not say that drills are allowed in it`,
            'label it slipway.dev/drill-allowed=true',
          ),
        ]),
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

function rightRefusals({ rights, repositories }: GuardFacts): Refusal[] {
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'rights', problem, remedy });
  return [
    ...(rights.length > 0
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

function isolationRefusals({ isolation, namespace }: GuardFacts): Refusal[] {
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

function consentRefusals({ inProduction }: GuardFacts): Refusal[] {
  if (inProduction === undefined) return [];
  const { phrase, typed, approved, abort, ends } = inProduction;
  const refusal = (problem: string, remedy: string): Refusal => ({ rule: 'consent', problem, remedy });
  return [
    ...(typed === phrase
      ? []
      : [refusal('nobody has typed that production is meant', `write "${phrase}" as \`confirm\``)]),
    ...(approved === 'yes'
      ? []
      : [refusal('nobody has approved it', 'run it in a protected environment with required reviewers')]),
    ...(abort === 'yes'
      ? []
      : [refusal('nothing ends it when production suffers', 'add `drills.abort`: a probe or an alert')]),
    ...(ends !== undefined && Number.isFinite(ends) && ends > 0
      ? []
      : [refusal('nothing ends it by itself', 'add `drills.ends`, such as 10m')]),
  ];
}
