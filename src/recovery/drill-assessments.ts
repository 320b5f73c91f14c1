import type { AssessmentStatus, RequirementAssessment } from '../assess/assessment.ts';
import type { RequirementId } from '../assess/requirement.ts';
import type { DrillFacts } from './drill-report.ts';
import type { ScenarioId } from './scenario.ts';
import type { DrillVerdict } from './verdict.ts';

/** What a drill says about the requirements of the guide. `D12` asks for many disasters: each drill answers for its own. */

const answers: Readonly<Record<ScenarioId, readonly RequirementId[]>> = {
  restore: ['D3', 'D11', 'D12'],
  pod: ['D12', 'D14'],
  node: ['D12', 'D14'],
  zone: ['D12', 'D15'],
  region: ['D12', 'D16'],
  total: ['D12', 'D17'],
  corruption: ['D12'],
  rot: ['D12'],
  secrets: ['D12', 'K1'],
  'far-down': ['D12'],
  'container-kill': ['D12', 'H5'],
  'pod-loss': ['D12', 'H6'],
  'zone-drain': ['D12', 'H6'],
  autoscaling: ['P6'],
};

const statuses: Readonly<Record<DrillVerdict['verdict'], AssessmentStatus>> = {
  pass: 'met',
  breach: 'not-met',
  fail: 'not-met',
  // They show nothing.
  ...{ skipped: 'unknown', error: 'unknown', refused: 'unknown' },
};

/** Returns one assessment for each requirement that the scenario is about. Pure. */
export function drillAssessments(
  { app, environment, scenario, endedAt, run }: DrillFacts,
  { verdict, reasons }: DrillVerdict,
): RequirementAssessment[] {
  const what = `the drill of ${scenario} ${verdict === 'pass' ? 'passed' : `ended with ${verdict}: ${reasons[0] ?? 'no reason given'}`}`;
  return (answers[scenario as ScenarioId] ?? []).map(id => ({
    ...{ id, what, status: statuses[verdict], level: 'warning', rule: `drill-${scenario}` },
    evidence: [
      {
        asked: `drill ${run.id} of ${scenario}`,
        of: `${app} in ${environment}`,
        at: new Date(endedAt).toISOString(),
      },
    ],
    ...(verdict === 'pass' ? {} : { remedy: 'fix the reason, and run the drill again' }),
  }));
}
