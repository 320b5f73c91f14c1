import { normalize } from 'node:path';
import { z } from 'zod';
import type { Config, Environment } from '../../config/types.ts';
import { defined, jsonIn, jsonMap, mapsIn } from '../../toolkit/map.ts';
import type { RequirementAssessment } from '../assessment.ts';
import type { Judgements } from '../judgement.ts';
import { requirementIds } from '../requirement.ts';
import { assessmentsFrom } from './assessments-from.ts';
import type { SourceEvidence } from './decide.ts';
import { remedyBySource } from './demands.ts';
import { type AcceptedCheck, acceptedSchema, judgeAcceptance } from './judges/acceptance.ts';
import type { ReportedDrill } from './judges/drills.ts';
import type { ServingRelease } from './judges/live-images.ts';
import { judgeMonitoring, monitorSchema } from './judges/monitoring.ts';
import { judgePolicy, policySchema } from './judges/policy.ts';
import { judgedSteps, judgeStep, stepSchema } from './judges/steps.ts';
import { earlierReport } from './report.ts';
import {
  assessmentEvidenceSchema,
  type ConformanceReport,
  excuseSchema,
  idSchema,
  statusSchema,
} from './report-schema.ts';

/** Reads the JSON reports of other steps, which are untrusted. Pure. */

const text = z.string().max(4000);

const assessmentSchema = z.object({
  id: idSchema,
  status: statusSchema,
  level: z.enum(['error', 'warning', 'info']),
  what: text,
  evidence: z.array(assessmentEvidenceSchema).max(100),
  object: text.exactOptional(),
  scope: text.exactOptional(),
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

const drillSchema = z.looseObject({
  schema: z.literal(1),
  app: text,
  environment: text,
  scenario: text,
  startedAt: z.number().min(0).max(8.64e15),
  verdict: z.enum(['pass', 'breach', 'fail', 'skipped', 'error', 'refused']),
  levelChecks: z.array(z.unknown()),
  outage: z.looseObject({ kind: z.string(), rto: z.number().exactOptional() }).nullish(),
  loss: z
    .looseObject({
      point: z.looseObject({ kind: z.string(), milliseconds: z.number().min(0).exactOptional() }),
    })
    .nullish(),
});

export interface ReadingReport {
  readonly config: Config;
  /** Path of slipway.yml. */
  readonly configPath: string;
  readonly environmentName: string;
  readonly environment: Environment;
  /** Why it is not known, if it is not. */
  readonly live: ServingRelease | string;
  /** For how long evidence counts, in ms. */
  readonly counts: number;
}

export type ReadDocument =
  | { readonly shown: SourceEvidence }
  | { readonly drill: ReportedDrill }
  /** An earlier report of requirements. */
  | { readonly before: ConformanceReport }
  | { readonly problem: string };

interface Owned {
  readonly app?: string | undefined;
  readonly environment?: string | undefined;
}

/** Reads one report. @param path for messages. */
export function readDocument(path: string, content: string, reading: ReadingReport): ReadDocument {
  const { config, environment, environmentName, live, counts } = reading;
  const map = jsonMap(content);
  if (map === undefined) return { problem: `${path} is not a JSON object` };
  /** @param about whose it is, if it does not say so itself: a report of another application or environment proves nothing here. */
  const read = <Data extends object>(
    schema: z.ZodType<Data>,
    use: (data: Data) => ReadDocument,
    about: (data: Data) => Owned = data => data,
  ): ReadDocument => {
    const { data, error } = schema.safeParse(map);
    if (data === undefined) {
      const issue = error?.issues[0];
      return { problem: `${path}: ${issue?.path.map(String).join('.') || 'it'}: ${issue?.message}` };
    }
    const { app = config.app, environment: of = environmentName } = about(data);
    return app === config.app && (of === '' || of === environmentName)
      ? use(data)
      : { problem: `${path} is about ${app} in ${of}, not about ${config.app} in ${environmentName}` };
  };
  const show = (at: number, assessments: readonly RequirementAssessment[]): ReadDocument => ({
    shown: { of: path, at, counts, assessments },
  });
  const showAs = (what: string, at: number, judged: Judgements) =>
    show(at, assessmentsFrom(judged, what, path, at));
  if ('assessments' in map)
    return read(assessmentsSchema, ({ at, assessments }) =>
      show(Date.parse(at), assessments as readonly RequirementAssessment[]),
    );
  if ('step' in map)
    return read(
      stepSchema,
      record => {
        const { step, at, ended, about, outputs } = record;
        const { config: other = '' } = about;
        if (other !== '' && normalize(other) !== normalize(reading.configPath))
          return { problem: `${path} is about ${other}, not about ${reading.configPath}` };
        if (!judgedSteps.includes(step))
          return { problem: `${path}: a record of \`${step}\` is evidence for no requirement` };
        const { verify, assess } = environment;
        const judged =
          step === 'verify'
            ? verify && judgeAcceptance(checksIn(outputs.checks), verify, assess)
            : judgeStep(record, config, live);
        const all = assessmentsFrom(judged ?? {}, `the record of ${step}`, path, Date.parse(at));
        if (step === 'verify' && (typeof live === 'string' || outputs.release !== String(live.release)))
          return show(Date.parse(at), all.map(ofAnother(path, outputs.release, live)));
        const isSilent = ended === 'refused' && step !== 'verify';
        const shown = isSilent ? all.map(each => ({ ...each, status: 'unknown' as const })) : all;
        return show(Date.parse(at), shown);
      },
      ({ outputs, about }) => ({
        app: outputs.app || about.app || undefined,
        environment: about.environment,
      }),
    );
  if ('requirements' in map) {
    const before = earlierReport(map, config.app, environmentName);
    return typeof before === 'string' ? { problem: `${path}: ${before}` } : { before };
  }
  if ('scenario' in map)
    return read(drillSchema, ({ app, environment: of, scenario, verdict, startedAt: at, outage, loss }) => {
      const rto = outage?.kind === 'over' ? outage.rto : undefined;
      const rpo = loss?.point.kind === 'none' ? 0 : loss?.point.milliseconds;
      const times = defined({ rto, rpo });
      return { drill: { schema: 1, app, environment: of, scenario, verdict, at, ...times, of: path } };
    });
  if ('reasons' in map)
    return read(monitorSchema, data => {
      const judged = judgeMonitoring(data, environment.monitoring);
      const all = assessmentsFrom(judged, 'the report of monitor', path, data.at);
      const release = data.release ?? undefined;
      // Its other results are about the environment.
      const isOther = typeof live === 'string' || release !== live.release;
      const of = ofAnother(path, release?.toString(), live);
      return show(
        data.at,
        isOther ? all.map(each => (each.rule === 'monitor-health' ? of(each) : each)) : all,
      );
    });
  if ('findings' in map)
    return read(
      policySchema,
      data => showAs('the report of the policy', Date.parse(data.at), judgePolicy(data, config, live)),
      ({ app }) => ({ app }),
    );
  return { problem: `${path} is not a report on any of the ${requirementIds.length} requirements` };
}

/** The live release was not asked, so a result about another one hides none about it. */
const ofAnother =
  (path: string, release: string | undefined, live: ServingRelease | string) =>
  ({ id, rule }: RequirementAssessment): RequirementAssessment => {
    const isUnknown = typeof live === 'string';
    const which = isUnknown
      ? `it is not known which release is live: ${live}`
      : `release ${live.release} is live`;
    const about =
      release === undefined ? 'does not say which release it is about' : `is about release ${release}`;
    const what = `${path} ${about}, and ${which}`;
    const remedy = isUnknown ? remedyBySource.assess : undefined;
    return { id, rule, status: 'unknown', level: 'info', what, evidence: [], ...defined({ remedy }) };
  };

function checksIn(checks = ''): AcceptedCheck[] {
  const read = mapsIn(jsonIn(checks)).map(each => acceptedSchema.safeParse(each));
  return read.flatMap(({ data }) => data ?? []);
}
