/** The facts that the guard judges. */

/** `unknown`: the question got no answer, or could not be asked. */
export type GuardAnswer = 'yes' | 'no' | 'unknown';

/** Combines the answers to one question: `yes` if any is, `no` if there are answers and all are, else `unknown`. Pure. */
export function combine(answers: readonly GuardAnswer[]): GuardAnswer {
  if (answers.includes('yes')) return 'yes';
  return answers.length > 0 && answers.every(each => each === 'no') ? 'no' : 'unknown';
}

export interface Consent {
  /** The required phrase, and the typed one. */
  readonly phrase: string;
  readonly typed: string;
  readonly approved: GuardAnswer;
  /** Whether the abort query works. */
  readonly abort: GuardAnswer;
  /** Whether the abort query says that production is degraded already. */
  readonly degraded: GuardAnswer;
  /** Time limit of the drill; ms. */
  readonly maxDuration: number | undefined;
}

/** The facts that are known before the first write. */
export interface EarlyFacts {
  /** UID of the namespace kube-system of the drilled cluster: the name of a context does not identify a cluster. */
  readonly cluster: string | undefined;
  /** UIDs of the clusters that slipway.yml allows for drills, and of those that it declares as production. */
  readonly allowed: readonly string[];
  readonly production: readonly string[];
  /** `live`: breaks something in the live system and restores nothing; `scratch`: restores into the drill's namespace. */
  readonly where: 'live' | 'scratch';
  /** The permissions of the drill's credential in production. */
  readonly permissions: readonly { readonly what: string; readonly allowed: GuardAnswer }[];
  /** Whether the drill's credential could delete from the repositories that it restores from. */
  readonly repositories: readonly { readonly name: string; readonly deletes: GuardAnswer }[];
  /** Restored objects with side effects: CronJobs that run, load balancers, webhooks. */
  readonly sideEffects: readonly string[];
  /** Reasons against a drill now: a critical alert, a rollout in progress, the time of day. */
  readonly obstacles: readonly string[];
  /** Only for a scenario that breaks something in production. */
  readonly inProduction: Consent | undefined;
}

export interface Isolation {
  /** Whether all egress from the namespace is blocked, except to the allowed addresses. */
  readonly closed: GuardAnswer;
  /** The positive control: whether an address that must be reachable is. A probe that reaches nothing proves nothing. */
  readonly control: GuardAnswer;
  /** Addresses of production, mail and payment systems, probed from within the namespace. */
  readonly reaches: readonly { readonly place: string; readonly reached: GuardAnswer }[];
}

/** The facts that are known once the drill has its namespace. */
export interface LateFacts {
  readonly namespace: {
    readonly name: string;
    /** Why its labels forbid this drill, and the remedy; undefined if they allow it. */
    readonly forbids: readonly [problem: string, remedy: string] | 'unknown' | undefined;
    /** The run in its label; without one, or with another run, the namespace is not ours. */
    readonly run: string | undefined;
    /** When any run may clean it up; ms since 1970. */
    readonly expires: number | undefined;
  };
  readonly run: string;
  readonly now: number;
  readonly isolation: Isolation;
}

export type GuardFacts = EarlyFacts & LateFacts;
