/** What gathering evidence loads, as one chunk. */

export * from '../assess/conformance/judges/acceptance.ts';
export * from '../assess/conformance/judges/monitoring.ts';
export * from '../assess/conformance/judges/releases.ts';
export * from '../monitoring/alerts/alertmanager-api.ts';
export * from '../monitoring/monitor.ts';
export * from '../monitoring/objects.ts';
export * from '../monitoring/subject.ts';
export { readDecision } from '../release/decision-record/store.ts';
export * from '../release/store/releases.ts';
export * from '../verify/acceptance.ts';
export * from '../workloads/kinds.ts';
export * from '../workloads/workers.ts';
