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

export const step = (phase: DrillPhase, action: StepAction, instruction: string): ScenarioStep => ({
  phase,
  action,
  instruction,
});

export const restoreDatabase = (from: string, to: string) =>
  step(
    'restore',
    'restore-database',
    `Restore the database from ${from} to ${to}, and check that recovery ended there.`,
  );
export const newest = 'the end of the archived WAL';
export const secrets = step(
  'restore',
  'restore-secrets',
  'Decrypt the Secrets of the backup set with the offline key, and use no others.',
);
export const provision = step(
  'provision',
  'provision',
  'Create an empty namespace without egress, and prove that production cannot be reached from it.',
);
export const objects = step(
  'start',
  'apply-objects',
  'Apply the objects of the backup without those that act automatically: suspend CronJobs, and leave out load balancers and webhooks.',
);
export const start = step(
  'start',
  'start',
  'Start the application on the restored data, and wait until its pods are ready.',
);
export const files = step(
  'restore',
  'restore-files',
  'Restore files, dumps of databases outside of the cluster, and objects of buckets, and compare them with the manifest.',
);
export const verify = step(
  'verify',
  'verify',
  'Compare tables, rows and schema version with the manifest of the backup, read a known record through the application, and write a new one.',
);
export const cutover = step(
  'cutover',
  'cut-over',
  'Switch the traffic, and probe from outside until thirty probes in a row have succeeded.',
);
export const failover = step(
  'detect',
  'wait-for-failover',
  'Do nothing: the declared mechanism fails over automatically. If it has not done so in time, run the command that `failover` of slipway.yml names.',
);
