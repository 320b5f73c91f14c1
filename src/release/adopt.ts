import type { PodTemplate } from '../cluster/objects.ts';
import { refOf, titleOf, type Workload } from '../workloads/kinds.ts';
import { labels, type ReleaseNumber } from '../workloads/naming.ts';
import { templatesOf } from '../workloads/workers.ts';
import { type DeployRequest, recordHeader } from './preflight/release-objects.ts';
import { type Baseline, imagesByContainer } from './store/baseline.ts';
import type { Lease } from './store/lease.ts';
import type { NewRecord } from './store/record-text.ts';
import type { ReleaseStore } from './store/releases.ts';

/** Adoption: what the first release with Slipway does about a version that it did not release. */

/** Records the live workload as a release, if it is in no record, so that a rollback can restore it. */
export async function recordBaseline(
  records: ReleaseStore,
  request: DeployRequest,
  baseline: Baseline,
  lease: Lease,
  workers: Readonly<Record<string, Workload | undefined>>,
): Promise<Exclude<Baseline, { kind: 'unrecorded' }>> {
  if (baseline.kind !== 'unrecorded') return baseline;
  const { template, number, ready } = baseline;
  const record = await records.create(
    number,
    release => adoptedRecord(request, template, lease.token, release),
    lease.token,
  );
  const state = ready ? 'complete' : 'failed';
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

/** Says that the workload's pods are replaced once, if they lack the label of the stable track. */
export function announceAdoption(live: Workload | undefined, report: (line: string) => void): void {
  if (live === undefined || live.spec?.template?.metadata?.labels?.[labels.track] !== undefined) return;
  report(
    `adopting ${titleOf(refOf(live))}: its pods are replaced once to get the label ${labels.track}: stable`,
  );
}

/** Returns the record of an adopted workload: it shipped nothing, and only its template is known. */
function adoptedRecord(
  request: DeployRequest,
  template: PodTemplate,
  token: number,
  release: ReleaseNumber,
): NewRecord {
  return {
    ...recordHeader(request, token),
    release,
    source: 'observed',
    images: imagesByContainer(template),
    shipped: [],
    manifests: [],
  };
}
