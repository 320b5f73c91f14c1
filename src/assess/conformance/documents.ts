import { normalize } from 'node:path';
import { z } from 'zod';
import type { Config, Environment } from '../../config/types.ts';
import type { HistoryEntry } from '../../recovery/history.ts';
import { defined, jsonIn, jsonMap, mapsIn } from '../../toolkit/map.ts';
import type { RequirementAssessment } from '../assessment.ts';
import { requirementIds } from '../requirement.ts';
import type { Shown } from './decide.ts';
import { type AcceptedCheck, judgeAcceptance } from './judges/acceptance.ts';
import { judgeMonitoring, monitorSchema } from './judges/monitoring.ts';
import { judgePolicy, policySchema } from './judges/policy.ts';
import { judgedSteps, judgeStep, stepSchema } from './judges/steps.ts';
import { assessmentEvidenceSchema, excuseSchema, idSchema, statusSchema } from './report-schema.ts';
import { showing } from './showing.ts';

/** Reads the JSON reports of other steps, which are untrusted. Pure. */

const text = z.string().max(4000);

const assessmentSchema = z.object({
  id: idSchema,
  status: statusSchema,
  level: z.enum(['error', 'warning', 'info']),
  what: text,
  evidence: z.array(assessmentEvidenceSchema).max(100),
  object: text.exactOptional(),
  remedy: text.exactOptional(),
  place: z.object({ file: text, line: z.int().min(1).exactOptional() }).exactOptional(),
  rule: z.string().max(200),
  excused: excuseSchema.exactOptional(),
  note: text.exactOptional(),
});

/** Any report with assessments: of `assess`, and of other commands that judge requirements. */
const assessmentsSchema = z.looseObject({
  app: text,
  environment: text.exactOptional(),
  at: z.iso.datetime(),
  assessments: z.array(assessmentSchema).max(20_000),
});

const acceptedSchema = z.object({
  title: text,
  part: z.string().exactOptional(),
  ok: z.boolean(),
  reason: text.exactOptional(),
  cell: z.object({ endpoint: text, identity: text, expected: z.number() }).exactOptional(),
  edge: z.object({ to: text }).exactOptional(),
});

const drillSchema = z.looseObject({
  schema: z.literal(1),
  ...{ app: text, environment: text, scenario: text },
  startedAt: z.number().min(0).max(8.64e15),
  verdict: z.enum(['pass', 'breach', 'fail', 'skipped', 'error', 'refused']),
  rungs: z.array(z.unknown()),
  outage: z.looseObject({ kind: z.string(), rto: z.number().exactOptional() }).nullish(),
});

export interface ReadingReport {
  readonly config: Config;
  /** Path of slipway.yml. */
  readonly configPath: string;
  readonly environmentName: string;
  readonly environment: Environment;
  /** For how long evidence counts, in ms. */
  readonly counts: number;
}

export type ReadDocument =
  | { readonly shown: Shown }
  | { readonly drill: HistoryEntry }
  | { readonly problem: string };

/** Reads one report. @param path for messages. */
export function readDocument(path: string, content: string, reading: ReadingReport): ReadDocument {
  const { config, environment, environmentName, counts } = reading;
  const value = jsonIn(content);
  const map = jsonMap(content);
  if (map === undefined) return { problem: `${path} is no JSON map` };
  const parsed = <T>(schema: z.ZodType<T>): T | { readonly problem: string } => {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    return { problem: `${path}: ${issue?.path.map(String).join('.') || 'it'}: ${issue?.message}` };
  };
  /** Whose it is: a report of another application or environment proves nothing here. */
  const stranger = (about: { app?: string | undefined; environment?: string | undefined }) => {
    const { app = config.app, environment: of = environmentName } = about;
    return app === config.app && (of === '' || of === environmentName)
      ? undefined
      : { problem: `${path} is about ${app} in ${of}, not about ${config.app} in ${environmentName}` };
  };
  const isProblem = (read: object): read is { readonly problem: string } => 'problem' in read;
  const show = (at: number, assessments: readonly RequirementAssessment[]): ReadDocument => ({
    shown: { of: path, at, counts, assessments },
  });
  if ('assessments' in map) {
    const read = parsed(assessmentsSchema);
    if (isProblem(read)) return read;
    return stranger(read) ?? show(Date.parse(read.at), read.assessments as readonly RequirementAssessment[]);
  }
  if ('step' in map) {
    const read = parsed(stepSchema);
    if (isProblem(read)) return read;
    const wrong = stranger({ app: read.outputs.app || undefined, environment: read.about.environment });
    if (wrong !== undefined) return wrong;
    const { config: other = '' } = read.about;
    if (other !== '' && normalize(other) !== normalize(reading.configPath))
      return { problem: `${path} is about ${other}, not about ${reading.configPath}` };
    if (!judgedSteps.includes(read.step))
      return { problem: `${path}: \`${read.step}\` shows no requirement` };
    const at = Date.parse(read.at);
    const written = showing(`the record of ${read.step}`, path, at);
    if (read.step !== 'verify') return show(at, judgeStep(read, config, written));
    const checks = mapsIn(jsonIn(read.outputs.checks ?? '')).map(each => acceptedSchema.safeParse(each));
    const accepted = checks.flatMap(({ data }): AcceptedCheck[] => (data === undefined ? [] : [data]));
    return show(
      at,
      environment.verify === undefined ? [] : judgeAcceptance(accepted, environment.verify, written),
    );
  }
  if ('scenario' in map) {
    const read = parsed(drillSchema);
    if (isProblem(read)) return read;
    const { app, environment: of, scenario, verdict, startedAt: at, outage } = read;
    const rto = outage?.kind === 'over' ? outage.rto : undefined;
    const entry = { schema: 1, at, app, environment: of, scenario, verdict } as const;
    return stranger(read) ?? { drill: { ...entry, ...defined({ rto }) } };
  }
  if ('reasons' in map) {
    const read = parsed(monitorSchema);
    if (isProblem(read)) return read;
    const written = showing('the report of monitor', path, read.at);
    return stranger(read) ?? show(read.at, judgeMonitoring(read, environment.monitoring, written));
  }
  if ('findings' in map) {
    const read = parsed(policySchema);
    if (isProblem(read)) return read;
    const at = Date.parse(read.at);
    return (
      stranger({ app: read.app }) ??
      show(at, judgePolicy(read, config, showing('the report of the policy', path, at)))
    );
  }
  return { problem: `${path} is no report that shows one of the ${requirementIds.length} requirements` };
}
