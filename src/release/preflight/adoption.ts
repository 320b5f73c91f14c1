import type { Baseline } from '../store/baseline.ts';
import type { Lease } from '../store/lease.ts';
import type { ReleaseStore } from '../store/releases.ts';
import { refOf, titleOf, type Workload } from '../workloads/kinds.ts';
import { labels } from '../workloads/naming.ts';
import { templatesOf } from '../workloads/workers.ts';
import { type DeployRequest, observedRecord } from './plan.ts';

/** Adopts a live workload before the first release of an application, or after others have changed it. */

export async function recordBaseline(
  records: ReleaseStore,
  request: DeployRequest,
  baseline: Baseline,
  lease: Lease,
  workers: Readonly<Record<string, Workload | undefined>>,
): Promise<Exclude<Baseline, { kind: 'unrecorded' }>> {
  if (baseline.kind !== 'unrecorded') return baseline;
  const { template, number, up } = baseline;
  const record = await records.create(number, release =>
    observedRecord(request, template, lease.token, release),
  );
  const state = up ? 'complete' : 'failed';
  await records.conclude({
    schema: 1,
    release: record.release,
    state,
    token: lease.token,
    template,
    ...(Object.keys(workers).length === 0 ? {} : { workers: templatesOf(workers) }),
  });
  request.report(`the live workload is recorded as release ${record.release}`);
  return { kind: 'recorded', release: record.release, template };
}

export function announceAdoption(live: Workload | undefined, report: (line: string) => void): void {
  if (live === undefined || live.spec?.template?.metadata?.labels?.[labels.track] !== undefined) return;
  report(
    `adopting ${titleOf(refOf(live))}: its pods are replaced once to get the label ${labels.track}: stable`,
  );
}
