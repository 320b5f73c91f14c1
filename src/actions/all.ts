import type { Action, InputSpec } from '../toolkit/host.ts';

/** Loaders of the actions, in the order in which a release uses them. */
const actions = {
  changed: async () => (await import('./changed.ts')).changedAction,
  plan: async () => (await import('./plan.ts')).planAction,
  assess: async () => (await import('./assess.ts')).assessAction,
  cost: async () => (await import('./cost.ts')).costAction,
  report: async () => (await import('./report.ts')).reportAction,
  audit: async () => (await import('./audit.ts')).auditAction,
  test: async () => (await import('./test.ts')).testAction,
  build: async () => (await import('./build.ts')).buildAction,
  merge: async () => (await import('./merge.ts')).mergeAction,
  scan: async () => (await import('./scan.ts')).scanAction,
  push: async () => (await import('./push.ts')).pushAction,
  sign: async () => (await import('./sign.ts')).signAction,
  deploy: async () => (await import('./deploy.ts')).deployAction,
  verify: async () => (await import('./verify.ts')).verifyAction,
  gate: async () => (await import('./gate.ts')).gateAction,
  promote: async () => (await import('./promote.ts')).promoteAction,
  monitor: async () => (await import('./monitor.ts')).monitorAction,
  alerts: async () => (await import('./alerts.ts')).alertsAction,
  rollback: async () => (await import('./rollback.ts')).rollbackAction,
  sweep: async () => (await import('./sweep.ts')).sweepAction,
  stale: async () => (await import('./stale.ts')).staleAction,
  prune: async () => (await import('./prune.ts')).pruneAction,
  backup: async () => (await import('./backup.ts')).backupAction,
  restore: async () => (await import('./restore.ts')).restoreAction,
  drill: async () => (await import('./drill.ts')).drillAction,
  keys: async () => (await import('./keys.ts')).keysAction,
  status: async () => (await import('./status.ts')).statusAction,
  comment: async () => (await import('./comment.ts')).commentAction,
  notify: async () => (await import('./notify.ts')).notifyAction,
};

/** Loaders of commands that only the CLI has. */
const commands = {
  init: async () => (await import('./init.ts')).initCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  backtest: async () => (await import('./backtest.ts')).backtestCommand,
  archive: async () => (await import('./archive.ts')).archiveCommand,
  recover: async () => (await import('./recover.ts')).recoverCommand,
  monitoring: async () => (await import('./monitoring.ts')).monitoringCommand,
  rbac: async () => (await import('./rbac.ts')).rbacCommand,
  logs: async () => (await import('./logs.ts')).logsCommand,
  replication: async () => (await import('./replication.ts')).replicationCommand,
  token: async () => (await import('./token.ts')).tokenCommand,
};

/** Loaders of the actions that only the workflows of Slipway use. */
const internal = { connect: async () => (await import('./connect.ts')).connectAction };

export const internalNames: readonly string[] = Object.keys(internal);
export const actionNames: readonly string[] = Object.keys(actions);
export const commandNames: readonly string[] = [...actionNames, ...Object.keys(commands)];

/**
 * Loads the action or command of that name.
 * @throws Error for an unknown name.
 */
export async function loadAction(name: string): Promise<Action> {
  const loaders: Readonly<Record<string, () => Promise<unknown>>> = { ...actions, ...commands, ...internal };
  if (!Object.hasOwn(loaders, name)) throw new Error(`there is no action ${name}`);
  return (await loaders[name]?.()) as Action<Record<string, InputSpec>>;
}

/** Loads every action. */
export const loadActions = (): Promise<Action[]> => Promise.all(actionNames.map(loadAction));

/** Loads every action and every command. */
export const loadCommands = (): Promise<Action[]> => Promise.all(commandNames.map(loadAction));
