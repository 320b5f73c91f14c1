import { ciOf } from './ci.ts';

/** What a person may do by hand about a rollout. */
export type Operation = 'sweep' | 'status' | 'resume' | 'approve' | 'rollback';

const commands: Record<Operation, string> = {
  sweep: 'slipway sweep',
  status: 'slipway status',
  resume: 'slipway gate',
  approve: 'slipway gate --approve true',
  rollback: 'slipway rollback',
};

/**
 * Returns the imperative for a remedy that has one of these operations carried out: the reusable workflow on GitHub, the command of the
 * CLI elsewhere. `choose resume or rollback in the workflow rollback.yml`, or ``run `slipway gate` or `slipway rollback` ``.
 * @param operations `sweep` alone, or one or more of the others.
 * @param env of this process.
 */
export function howToRun(operations: Operation | readonly Operation[], env = process.env): string {
  const asked = [operations].flat();
  if (ciOf(env) !== 'github') return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
  return asked.includes('sweep')
    ? 'start the workflow sweep.yml'
    : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}

/** Says who may have them carried out. @param env of this process. */
export const whoMayRun = (env = process.env): string =>
  ciOf(env) === 'github'
    ? 'everyone who may start the workflow rollback.yml may do that, after the reviewers of its environment if it has any'
    : 'everyone with the permissions of a release in the namespace may do that';
