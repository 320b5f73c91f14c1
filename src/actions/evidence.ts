import type { Shown } from '../assess/conformance/decide.ts';
import type { EvidenceSource } from '../assess/conformance/demands.ts';
import type { ReportRequest } from '../assess/conformance/report.ts';
import { assessSchema } from '../config/assess.ts';
import type { Host } from '../toolkit/host.ts';
import { assessed } from './assess.ts';
import * as shared from './inputs.ts';

/** Gathers the evidence for `report`: what the cluster and other systems answer, and the reports of other steps. */

export interface EvidenceInputs {
  readonly environment: string;
  readonly config: string;
  readonly 'kube-context': string;
  readonly cluster: string;
  readonly reports: string;
  readonly 'max-age': string;
  readonly before: string;
  readonly logins: string;
}

/** Asks every source. One that does not answer leaves its requirements unknown, with the reason. */
export async function gatherEvidence(inputs: EvidenceInputs, host: Host): Promise<Omit<ReportRequest, 'by'>> {
  const counts = shared.durationOf('max-age', inputs['max-age']);
  const { levelOfRule } = await import('../assess/assessment.ts');
  const found = await assessed(inputs, host);
  const { app, environment, result, now } = found;
  const { rules } = environment.assess ?? assessSchema.parse({});
  const shown: Shown[] = [
    { of: 'the manifests and the cluster', at: now.getTime(), counts, assessments: result.assessments },
  ];
  const silent: Partial<Record<EvidenceSource, string>> = {};
  return {
    ...{ app, environment: inputs.environment, shown, silent, notes: result.notes, now: now.getTime() },
    off: rule => levelOfRule(rule, rules) === 'off',
  };
}
