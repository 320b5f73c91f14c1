import type { Manifest } from '../cluster/manifests.ts';
import { assessSchema, envPolicySchema, keyRules } from '../config/assess.ts';
import { policyNotices } from '../config/policy-version.ts';
import type { Config, Environment } from '../config/types.ts';
import { acceptExceptions, assessmentNotes, type RequirementAssessment } from './assessment.ts';
import { dockerfileRules, judgeDockerfiles } from './dockerfiles.ts';
import { judgeManifests } from './judge.ts';
import type { Live } from './live.ts';
import { Places, readSources } from './places.ts';
import { assessSubject } from './subject.ts';
import { judgeByTrivy } from './trivy.ts';

export { dockerfileRules };

export interface AssessRequest {
  readonly config: Config;
  readonly environmentName: string;
  readonly environment: Environment;
  readonly manifests: readonly Manifest[];
  /** The folder of slipway.yml. */
  readonly root: string;
  readonly live: Live;
  readonly now: Date;
}

/** What runs trivy; undefined to leave out its rules, which take some seconds. */
export type TrivyHost = Parameters<typeof judgeByTrivy>[3] | undefined;

export interface AssessResult {
  readonly assessments: readonly RequirementAssessment[];
  /** One sentence each about exceptions that need attention. */
  readonly notes: readonly string[];
}

/** Judges what must be true of an application's manifests, in an environment and its cluster. */
export async function assess(request: AssessRequest, trivy: TrivyHost): Promise<AssessResult> {
  const { config, environment, environmentName, manifests, root, live, now } = request;
  const variables = config['env-policy'] ?? envPolicySchema.parse({});
  const settings = environment.assess ?? assessSchema.parse({});
  const images = Object.entries(config.images).map(
    ([name, { repository }]) => environment.repositories?.[name] ?? repository,
  );
  const subject = assessSubject({
    environment: environmentName,
    namespace: environment.namespace,
    zones: settings.zones,
    manifests,
    workload: environment.workload,
    service: environment.service,
    live,
    released: images,
    variables,
    now: now.toISOString(),
  });
  const places = new Places(await readSources(root, manifests));
  const [dockerfiles, generic] = await Promise.all([
    judgeDockerfiles({ ...config, 'env-policy': variables }, root, settings.rules, now),
    trivy === undefined ? [] : judgeByTrivy(subject, settings.rules, places, trivy),
  ]);
  const all = [...judgeManifests(subject, settings.rules, places), ...dockerfiles, ...generic];
  return {
    assessments: acceptExceptions(all, settings.exceptions, now),
    notes: [
      ...policyNotices(config['policy-version']),
      ...assessmentNotes(all, settings.exceptions, now, rule => isChecked(rule, trivy)),
    ],
  };
}

/** Trivy may be left out, and the rules of `keys` are checked elsewhere. */
const isChecked = (rule: string, trivy: TrivyHost) =>
  rule.startsWith('KSV-') ? trivy !== undefined : !Object.hasOwn(keyRules, rule);
