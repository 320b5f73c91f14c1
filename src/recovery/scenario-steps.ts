import type { DrillPhase } from './phases.ts';

/** The steps of which the scenarios consist. */

export type StepAction =
  | 'wait-for-failover'
  | 'provision'
  | 'load-images'
  | 'restore-secrets'
  | 'restore-database'
  | 'restore-files'
  | 'apply-objects'
  | 'start'
  | 'verify'
  | 'cut-over'
  | 'notice'
  | 'catch-up'
  | 'wait-for-pods'
  | 'check-requests'
  | 'wait-for-rollback'
  | 'scale-up'
  | 'scale-down';

export interface ScenarioStep {
  readonly phase: DrillPhase;
  readonly action: StepAction;
  /** The instruction for a person, in the imperative. */
  readonly instruction: string;
}

export const restoreDatabase = (from: string, to: string): ScenarioStep => ({
  phase: 'restore',
  action: 'restore-database',
  instruction: `Restore the database from ${from} to ${to}, and check that recovery ended there.`,
});
export const newest = 'the end of the archived WAL';
export const secrets: ScenarioStep = {
  phase: 'restore',
  action: 'restore-secrets',
  instruction: 'Decrypt the Secrets of the backup set with the offline key, and use no others.',
};
export const provision: ScenarioStep = {
  phase: 'provision',
  action: 'provision',
  instruction:
    'Create an empty namespace without egress, and prove that production cannot be reached from it.',
};
export const objects: ScenarioStep = {
  phase: 'start',
  action: 'apply-objects',
  instruction:
    'Apply the objects of the backup without those that act automatically: suspend CronJobs, and leave out load balancers and webhooks.',
};
export const start: ScenarioStep = {
  phase: 'start',
  action: 'start',
  instruction: 'Start the application on the restored data, and wait until its pods are ready.',
};
export const files: ScenarioStep = {
  phase: 'restore',
  action: 'restore-files',
  instruction:
    'Restore files, dumps of databases outside of the cluster, and objects of buckets, and compare them with the manifest.',
};
export const verify: ScenarioStep = {
  phase: 'verify',
  action: 'verify',
  instruction:
    'Compare tables, rows and schema version with the manifest of the backup, read a known record through the application, and write a new one.',
};
export const cutover: ScenarioStep = {
  phase: 'cutover',
  action: 'cut-over',
  instruction: 'Switch the traffic, and probe from outside until thirty probes in a row have succeeded.',
};
export const failover: ScenarioStep = {
  phase: 'detect',
  action: 'wait-for-failover',
  instruction:
    'Do nothing: the declared mechanism fails over automatically. If it has not done so in time, run the command that `failover` of slipway.yml names.',
};
