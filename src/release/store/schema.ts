import { z } from 'zod';
import type { ConfigMap, KubeObject, PodTemplate } from '../../cluster/objects.ts';
import type { ReleaseNumber } from '../workloads/naming.ts';
import { phases } from './phases.ts';

/** What a release stores in the cluster, read as untrusted input. The schemas define the types, too. Pure. */

/** A number of a release; 0 is what served before the first one. */
const releaseNumber = z.custom<ReleaseNumber>(isCount);
/** ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. */
const moment = z.iso.datetime();
/** Milliseconds since 1970 by the API server's clock. */
const instant = z.number().min(0).max(8.64e15);
const token = z.int().min(0);
const text = z.string();
const texts = z.record(text, text);
/** YAML leaves a value out, and the API server takes that. */
const marks = z.record(text, text.nullable());
/** It becomes part of a path of the API. */
const name = z.string().regex(/^(?!\.{1,2}$)[^/%?#\s]+$/, { error: 'is not a name of an object' });
/** `name` of a Deployment, `Kind/name` of what is none. */
const key = z.string().regex(/^((StatefulSet|DaemonSet|CronJob)\/)?(?!\.{1,2}$)[^/%?#\s]+$/, {
  error: 'is not a name of a worker',
});

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

const originSchema = z.object({
  run: text,
  actor: text,
  repository: text.exactOptional(),
  revision: text.exactOptional(),
  url: text.exactOptional(),
});

const metadataSchema = z.looseObject({
  name: text.nullish(),
  namespace: text.nullish(),
  labels: marks.nullish(),
  annotations: marks.nullish(),
});

const containerSchema = z.looseObject({
  name: text,
  image: text.nullish(),
  env: z.array(z.looseObject({ name: text })).nullish(),
  envFrom: z.array(z.looseObject({})).nullish(),
  ports: z.array(z.looseObject({})).nullish(),
  volumeMounts: z.array(z.looseObject({ name: text })).nullish(),
});

/** As far as we look into a pod template; the API server checks the rest when it is written. */
const podTemplate = z.looseObject({
  metadata: metadataSchema.nullish(),
  spec: z.looseObject({
    containers: z.array(containerSchema),
    initContainers: z.array(containerSchema).nullish(),
    volumes: z.array(z.looseObject({ name: text })).nullish(),
  }),
});

const podTemplateSchema = z.custom<PodTemplate>(value => podTemplate.safeParse(value).success, {
  error: 'is not a pod template',
});

/** `spec` of what has pods; that of other kinds is not looked into. */
const workloadSpec = z.looseObject({
  replicas: z.int().min(0).nullish(),
  selector: z
    .looseObject({
      matchLabels: texts.nullish(),
      matchExpressions: z
        .array(z.looseObject({ key: text, operator: text, values: z.array(text).nullish() }))
        .nullish(),
    })
    .nullish(),
  template: podTemplate,
});
const cronJobSpec = z.looseObject({ jobTemplate: z.looseObject({ spec: workloadSpec }) });
const specs: Readonly<Record<string, z.ZodType>> = {
  'apps/v1 Deployment': workloadSpec,
  'apps/v1 StatefulSet': workloadSpec,
  'apps/v1 DaemonSet': workloadSpec,
  'batch/v1 Job': workloadSpec,
  'batch/v1 CronJob': cronJobSpec,
};

const object = z
  .looseObject({ apiVersion: text, kind: text, metadata: metadataSchema.extend({ name }) })
  .refine(({ apiVersion, kind, spec }) => specs[`${apiVersion} ${kind}`]?.safeParse(spec).success ?? true);

const objectSchema = z.custom<KubeObject>(value => object.safeParse(value).success, {
  error: 'is not a Kubernetes object',
});

/** `within` in milliseconds. */
const hookSchema = z.object({ job: objectSchema, within: z.number().min(0) });

const workerBefore = z.object({ template: podTemplateSchema, replicas: z.int().min(0) }).nullable();

/** On what a release rests that went to an environment with `requires`. */
const promotionSchema = z.object({
  /** Where the same digests have to be verified. */
  environment: text,
  /** The release there that was; absent when it is forced. */
  release: z.int().min(0).exactOptional(),
  /** ISO 8601, by that cluster's clock. */
  verifiedAt: moment.exactOptional(),
  /** Milliseconds. */
  soak: z.number().min(0),
  /** Why it goes although the requirement is not met, and what speaks against it. */
  forced: z.object({ reason: text, against: text }).exactOptional(),
});

/** One numbered, immutable release: everything that rollback and rollback need, whatever the default branch says today. */
const recordSchema = z.object({
  schema: z.literal(1),
  app: text,
  environment: text,
  release: releaseNumber,
  /** `observed`: found living in the cluster, not released by us. */
  source: z.enum(['released', 'observed']),
  /** What served before it; undefined for a first release. */
  baseline: releaseNumber.exactOptional(),
  promotion: promotionSchema.exactOptional(),
  /** Who signed its images, and which attestations were verified, by name; absent where nothing was demanded. */
  signatures: z.record(text, z.object({ by: text, attested: z.array(text) })).exactOptional(),
  /** Nothing that served before it may serve after it. */
  reversible: z.literal(false).exactOptional(),
  at: moment,
  by: originSchema,
  /** Fencing token under which it was written. */
  token,
  images: texts,
  /** See recorded.ts. */
  config: z.unknown(),
  /** `copy`: `<app>-<name>-<hash>`; `name` as in the manifest. */
  shipped: z.array(z.object({ kind: z.enum(['ConfigMap', 'Secret']), name: text, copy: name })),
  /** Hooks that are Jobs, rendered. Commands are not kept: they are the checkout's. */
  hooks: z.object({ pre: hookSchema.exactOptional(), post: hookSchema.exactOptional() }).exactOptional(),
  /** Workers as they were before it, which a rollback puts back; absent where it has none. */
  workers: z.record(key, workerBefore).exactOptional(),
  /** Rendered, without the values of Secrets and of shipped configuration. */
  manifests: z.array(objectSchema),
});

/** How a release ended; a second object, because the record never changes. */
const outcomeSchema = z.object({
  schema: z.literal(1),
  release: releaseNumber,
  state: z.enum(['complete', 'verified', 'rolled-back', 'failed']),
  at: moment,
  /** When it had been verified, for one that was rolled back since. */
  verifiedAt: moment.exactOptional(),
  /** Fencing token of the run that said so: one with a lower token is not heard after it. */
  token: token.exactOptional(),
  reason: text.exactOptional(),
  /** The workload's pod template as the server held it: written back byte for byte, its ReplicaSet is reused. */
  template: podTemplateSchema.exactOptional(),
  /** The same of its workers, by name. */
  workers: z.record(key, podTemplateSchema).exactOptional(),
});

/** What a rollout waits for: the next action, the end of a long bake, or a person who resumes or approves it. */
const waits = z.enum(['gate', 'promote', 'bake', 'resume', 'approval']);

const pausedSchema = z.object({
  until: instant,
  for: waits,
  /** What the gate left open. */
  reason: text.exactOptional(),
});

/** As far as it is relied on before the gate begins its work. */
const gate = z.looseObject({
  policy: z.looseObject({ tick: z.number().positive(), stages: z.array(z.unknown()) }),
  sampling: z.looseObject({ pace: z.looseObject({ settle: z.number() }), probes: z.array(z.unknown()) }),
  said: z.array(text),
  state: z
    .looseObject({
      stage: z.int(),
      lastAt: z.number(),
      enteredAt: z.number(),
      lag: z.number().min(0).exactOptional(),
    })
    .nullable(),
});

const gateSchema = z.custom<unknown>(value => gate.safeParse(value).success, {
  error: 'is not the state of a gate',
});

/** Where the rollout of an application stands: all that another run needs to go on with it or to roll it back. */
const rolloutSchema = z.object({
  schema: z.literal(1),
  app: text,
  environment: text,
  /** Fencing token of the run that moves it; whoever has a lower one is refused every write. */
  token,
  run: originSchema,
  strategy: z.enum(['rolling', 'canary', 'blue-green']),
  phase: z.enum(phases),
  /** Index of the weight among the strategy's steps, and the percentage that is asked for. */
  step: z.int().min(0),
  weight: z.number().min(0).max(100),
  /** The release that served before; undefined for a first one. */
  baseline: releaseNumber.exactOptional(),
  candidate: releaseNumber,
  /** Replicas that the workload had when the rollout began: what either side must be able to carry. */
  capacity: z.int().min(0).max(100_000),
  /** The autoscaler that owns the number of pods. */
  autoscaler: name.exactOptional(),
  /** The beginning, this phase and step, and the end of patience. */
  startedAt: instant,
  since: instant,
  deadline: instant,
  /** It waits on purpose: nobody rolls it back for that before that time. */
  paused: pausedSchema.exactOptional(),
  /** Neither forth nor back without somebody's help. */
  needsAction: z.object({ at: instant, reason: text }).exactOptional(),
  /** A rollback was asked for: a living run stops, and whoever moves the rollout undoes it. */
  abortRequested: z.object({ by: text, at: instant }).exactOptional(),
  /**
   * Whether every manifest was applied that goes before the candidate. A run that takes over cannot apply the rest: Secrets
   * stand in no record. Missing in a rolling release, whose workload tells, and in states of versions that did not say it.
   */
  applied: z.boolean().exactOptional(),
  /** Paths of what the release makes anew: what a rollback of a first release removes. */
  makes: z.array(text).exactOptional(),
  /** What runs when it serves everything has not ended well yet, and whose it is; absent when it has, or when there is nothing. */
  postHook: z.object({ by: text }).exactOptional(),
  /** A rollback to `baseline`, whatever serves: no rollout was under way. */
  rollback: z.literal(true).exactOptional(),
  /** Why it is rolled back, and the phase in which that began. */
  reason: text.exactOptional(),
  rolledBackFrom: z.enum(phases).exactOptional(),
  /** State of the gate, bounded by what the gate keeps. */
  gate: gateSchema.exactOptional(),
});

export type ReleaseRecord = z.output<typeof recordSchema>;
export type Outcome = z.output<typeof outcomeSchema>;
export type OutcomeState = Outcome['state'];
export type RolloutState = z.output<typeof rolloutSchema>;
export type Promotion = z.output<typeof promotionSchema>;
export type Pause = z.output<typeof pausedSchema>;
export type PauseReason = z.output<typeof waits>;
/** What was verified of each image before the first write. */
export type Signatures = NonNullable<ReleaseRecord['signatures']>;
export type RecordedHook = z.output<typeof hookSchema>;

const schemas = { record: recordSchema, outcome: outcomeSchema, rollout: rolloutSchema };
interface Stored {
  record: ReleaseRecord;
  outcome: Outcome;
  rollout: RolloutState;
}

/**
 * The value under a key of a ConfigMap.
 * @returns an Unusable with the reason where there is none, or not what we write.
 */
export function parseStored<Key extends keyof Stored>({ data }: ConfigMap, key: Key): Stored[Key] | Invalid {
  const text = data?.[key];
  return text === undefined ? new Invalid(`it has no \`${key}\``) : parseText(key, text);
}

/** As `parseStored`. */
export function parseText<Key extends keyof Stored>(key: Key, text: string): Stored[Key] | Invalid {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return new Invalid(`\`${key}\` is not JSON`);
  }
  const problem = schemaProblem(key, value);
  // As it was written: unknown keys of a newer version stay, and a comparison by text holds.
  return problem === undefined ? (value as Stored[Key]) : new Invalid(problem);
}

/** What keeps a value from being read again under a key; undefined when nothing does. */
export function schemaProblem(key: keyof Stored, value: unknown): string | undefined {
  const result = schemas[key].safeParse(value);
  if (result.success) return undefined;
  const [first] = result.error.issues;
  const at = [key, ...(first?.path.map(String) ?? [])].join('.');
  return `\`${at}\` ${(first?.message ?? 'is wrong').replace(/^Invalid [a-z]+: /, '')}`;
}

/** What stands in the cluster in place of what we write. */
export class Invalid {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}
