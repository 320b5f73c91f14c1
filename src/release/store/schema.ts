import { z } from 'zod';
import type { KubeObject, PodTemplate } from '../../cluster/objects.ts';
import type { ReleaseNumber } from '../../workloads/naming.ts';
import type { StoredGate } from '../gate/setup.ts';
import { phases } from './phases.ts';

/** Schemas and types of what a release stores in the cluster, which is read as untrusted input. Pure. */

/** Release number; 0 is the version from before the first release. */
const releaseNumber = z.custom<ReleaseNumber>(isCount);
/** ISO 8601 in UTC, as `Date.prototype.toISOString` writes it. */
const moment = z.iso.datetime();
/** Milliseconds since 1970 by the API server's clock. */
const instant = z.number().min(0).max(8.64e15);
const token = z.int().min(0);
const text = z.string();
const texts = z.record(text, text);
/** The API server accepts YAML without a value. */
const marks = z.record(text, text.nullable());
/** It becomes part of an API path. */
const name = z.string().regex(/^(?!\.{1,2}$)[^/%?#\s]+$/, { error: 'is not a name of an object' });
/** `name` of a Deployment, `Kind/name` of any other kind. */
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

/** The fields of a pod template that we read; the API server checks the rest when it is written. */
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

/** `spec` of the kinds that have pods; that of other kinds is not checked. */
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

/** Why a release was accepted by an environment with `requires`. */
const promotionSchema = z.object({
  /** The environment in which the same digests must be verified. */
  environment: text,
  /** The release that was verified there; absent when the promotion is forced. */
  release: z.int().min(0).exactOptional(),
  /** ISO 8601, by that cluster's clock. */
  verifiedAt: moment.exactOptional(),
  /** Milliseconds. */
  soak: z.number().min(0),
  /** Why it is forced, and why the requirement is not met. */
  forced: z.object({ reason: text, against: text }).exactOptional(),
});

/** One numbered, immutable release: everything that a rollback needs, whatever the default branch says today. */
const recordSchema = z.object({
  schema: z.literal(1),
  app: text,
  environment: text,
  release: releaseNumber,
  /** `observed`: adopted from the cluster, not released by us. */
  source: z.enum(['released', 'observed']),
  /** The release that was live before; undefined for a first release. */
  baseline: releaseNumber.exactOptional(),
  promotion: promotionSchema.exactOptional(),
  /** Who signed its images, and which attestations were verified, by name; absent where none is required. */
  signatures: z.record(text, z.object({ by: text, attested: z.array(text) })).exactOptional(),
  /** No earlier release may be restored after this one. */
  reversible: z.literal(false).exactOptional(),
  at: moment,
  by: originSchema,
  /** Fencing token under which it was written. */
  token,
  images: texts,
  /** See recorded-environment.ts. */
  config: z.unknown(),
  /** `copy`: `<app>-<name>-<hash>`; `name` as in the manifest. */
  shipped: z.array(z.object({ kind: z.enum(['ConfigMap', 'Secret']), name: text, copy: name })),
  /** Hooks that are Jobs, rendered. Commands are not recorded: they come from the checkout. */
  hooks: z.object({ pre: hookSchema.exactOptional(), post: hookSchema.exactOptional() }).exactOptional(),
  /** The workers before this release, which a rollback restores; absent when there are none. */
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
  /** When it was verified, for a release that was rolled back since. */
  verifiedAt: moment.exactOptional(),
  /** Fencing token of the run that wrote it: a run with a lower token cannot overwrite it. */
  token: token.exactOptional(),
  reason: text.exactOptional(),
  /** The workload's pod template as the API server returned it: a template restored byte for byte reuses its ReplicaSet. */
  template: podTemplateSchema.exactOptional(),
  /** The same for its workers, by name. */
  workers: z.record(key, podTemplateSchema).exactOptional(),
});

/** What a rollout waits for: the next action, the end of a long bake, or a person who resumes or approves it. */
const waits = z.enum(['gate', 'promote', 'bake', 'resume', 'approval']);

const pausedSchema = z.object({
  until: instant,
  for: waits,
  /** slipway.yml demands this approval at every release. */
  planned: z.literal(true).exactOptional(),
  /** What the gate could not decide. */
  reason: text.exactOptional(),
});

/** The fields that are read before the gate starts. */
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

const gateSchema = z.custom<StoredGate>(value => gate.safeParse(value).success, {
  error: 'is not the state of a gate',
});

/** The state of a rollout: everything that another run needs to continue it or to roll it back. */
const rolloutSchema = z.object({
  schema: z.literal(1),
  app: text,
  environment: text,
  /** Fencing token of the run that advances it; every write with a lower one is refused. */
  token,
  run: originSchema,
  strategy: z.enum(['rolling', 'canary', 'blue-green']),
  phase: z.enum(phases),
  /** Index of the weight among the strategy's steps, and the percentage that is asked for. */
  step: z.int().min(0),
  weight: z.number().min(0).max(100),
  /** The release that was live before; undefined for a first release. */
  baseline: releaseNumber.exactOptional(),
  candidate: releaseNumber,
  /** Replicas of the workload when the rollout began: either side must be able to carry that traffic. */
  capacity: z.int().min(0).max(100_000),
  /** The autoscaler that owns the number of pods. */
  autoscaler: name.exactOptional(),
  /** When the rollout began, when this phase and step began, and the deadline. */
  startedAt: instant,
  since: instant,
  deadline: instant,
  /** It is paused: before `until`, waiting is no reason for a rollback. */
  paused: pausedSchema.exactOptional(),
  /** It is neither rolled out nor rolled back: a person must act. */
  needsAction: z.object({ at: instant, reason: text }).exactOptional(),
  /** A rollback was requested: the run of the rollout, or the one that takes over, rolls it back. */
  abortRequested: z.object({ by: text, at: instant }).exactOptional(),
  /** False until every manifest that precedes the workload is applied. Only the run that began the release can apply them, because records hold no values of Secrets. */
  applied: z.boolean().exactOptional(),
  /** Its HTTPRoutes are applied once the workload has all traffic, because the canary of an earlier release may have some until then. */
  routesPending: z.literal(true).exactOptional(),
  /** Paths of the objects that the release creates: a rollback of a first release removes them. */
  createdObjects: z.array(text).exactOptional(),
  /** The run whose post hook has not succeeded yet; absent once it has, or when there is no post hook. */
  postHook: z.object({ by: text }).exactOptional(),
  /** A rollback to `baseline` that began while no rollout was under way. */
  restoresRelease: z.literal(true).exactOptional(),
  /** Why it is rolled back, and the phase in which that began. */
  reason: text.exactOptional(),
  rolledBackFrom: z.enum(phases).exactOptional(),
  /** State of the gate, which bounds its size. */
  gate: gateSchema.exactOptional(),
  /** Since when the candidate has the weight of a phase and step, for a gate of checks. */
  checked: z.object({ stage: text, since: instant }).exactOptional(),
});

export type ReleaseRecord = z.output<typeof recordSchema>;
export type Outcome = z.output<typeof outcomeSchema>;
export type RolloutState = z.output<typeof rolloutSchema>;
export type Promotion = z.output<typeof promotionSchema>;
export type Pause = z.output<typeof pausedSchema>;
export type PauseReason = z.output<typeof waits>;
/** Verified signer and attestations of each image. */
export type Signatures = NonNullable<ReleaseRecord['signatures']>;

const schemas = { record: recordSchema, outcome: outcomeSchema, rollout: rolloutSchema };
type Stored = { [Key in keyof typeof schemas]: z.output<(typeof schemas)[Key]> };

/**
 * Parses a stored text.
 * @returns an InvalidStoredValue with the reason when the text does not fit the schema.
 */
export function parseText<Key extends keyof Stored>(
  key: Key,
  text: string,
): Stored[Key] | InvalidStoredValue {
  let value: unknown;
  try {
    // zod skips `__proto__`, so its value would be used without a check.
    value = JSON.parse(text, (name, inner) => (name === '__proto__' ? undefined : inner));
  } catch {
    return new InvalidStoredValue(`\`${key}\` is not JSON`);
  }
  const problem = schemaProblem(key, value);
  // Not the parsed copy: unknown keys of a newer version stay, and texts can be compared.
  return problem === undefined ? (value as Stored[Key]) : new InvalidStoredValue(problem);
}

/** Returns why a value does not fit the schema of a key; undefined when it does. */
export function schemaProblem(key: keyof Stored, value: unknown): string | undefined {
  const result = schemas[key].safeParse(value);
  if (result.success) return undefined;
  const [first] = result.error.issues;
  const at = [key, ...(first?.path.map(String) ?? [])].join('.');
  return `\`${at}\` ${(first?.message ?? 'is wrong').replace(/^Invalid [a-z]+: /, '')}`;
}

/** A stored value that cannot be used, because it is missing, malformed or forged. */
export class InvalidStoredValue {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}
