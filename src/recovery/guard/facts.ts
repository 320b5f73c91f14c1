/** What the guard is told. */

/** `unknown`: it was asked and there was no answer, or nobody could ask. */
export type Known = 'yes' | 'no' | 'unknown';

/** The gravest of answers to one question: one `yes` is a yes, and one that is not known makes all of them unknown. Pure. */
export function gravest(answers: readonly Known[]): Known {
  if (answers.includes('yes')) return 'yes';
  return answers.length > 0 && answers.every(each => each === 'no') ? 'no' : 'unknown';
}

export interface Consent {
  /** What has to be typed, and what was. */
  readonly phrase: string;
  readonly typed: string;
  readonly approved: Known;
  /** Whether something ends it when production suffers, and after how long it ends by itself; ms. */
  readonly abort: Known;
  /** Whether it suffers already. */
  readonly suffers: Known;
  readonly ends: number | undefined;
}

/** What can be known before anything is written. */
export interface EarlyFacts {
  /** UID of the namespace kube-system of the cluster that is drilled: a context's name may mean anything. */
  readonly cluster: string | undefined;
  /** UIDs that slipway.yml allows, and those that it says are production. */
  readonly allowed: readonly string[];
  readonly production: readonly string[];
  /** `standing`: something is broken where it stands, and nothing is restored; `scratch`: into a namespace of the drill's own. */
  readonly where: 'standing' | 'scratch';
  /** What the identity of the drill may do in production. */
  readonly rights: readonly { readonly what: string; readonly allowed: Known }[];
  /** Whether the identity could delete from the repositories that it restores from. */
  readonly repositories: readonly { readonly name: string; readonly deletes: Known }[];
  /** What of the restored objects would act by itself: CronJobs that run, load balancers, webhooks. */
  readonly acting: readonly string[];
  /** What speaks against a drill now: a critical alert, a rollout that is under way, the time of day. */
  readonly obstacles: readonly string[];
  /** Of a scenario that breaks something in production itself. */
  readonly inProduction: Consent | undefined;
}

export interface Isolation {
  /** Whether all ways out of the namespace are closed but those that are needed. */
  readonly closed: Known;
  /** A place that must be reachable, tried in the same way: a probe that reaches nothing proves nothing. */
  readonly control: Known;
  /** The places of production, of mail and payment, tried from within. */
  readonly reaches: readonly { readonly place: string; readonly reached: Known }[];
}

/** What can be known when the drill has its namespace. */
export interface LateFacts {
  readonly namespace: {
    readonly name: string;
    /** Why its labels do not allow this drill, and what to do; undefined when they do. */
    readonly forbids: readonly [problem: string, remedy: string] | 'unknown' | undefined;
    /** The run that the drill itself wrote there; of another run or none it is not ours. */
    readonly run: string | undefined;
    /** When it may be cleared away by whoever comes by; ms since 1970. */
    readonly expires: number | undefined;
  };
  readonly run: string;
  readonly now: number;
  readonly isolation: Isolation;
}

export type GuardFacts = EarlyFacts & LateFacts;
