import { ciOf } from './ci.ts';
import { shellWord } from './shell-word.ts';

/** A release by its number; empty if it is unknown. */
type Named = number | string | undefined;

/** What a person may do by hand about a rollout. */
export type Operation = 'sweep' | 'status' | 'resume' | 'approve' | 'rollback';

const commands: Record<Operation, readonly string[]> = {
  sweep: ['sweep'],
  status: ['status'],
  resume: ['gate', 'promote'],
  approve: ['gate --approve', 'promote'],
  rollback: ['rollback'],
};

/** The flags that the commands of a remedy share, so that they can be pasted. A process runs one action at a time. */
let flags = '';

/**
 * Sets the place that the commands of remedies are about.
 * @param inputs of the action that runs; empty when it ends.
 */
export function setCommandFlags({
  environment = '',
  config = '',
  'kube-context': context = '',
}: Readonly<Record<string, string>>): void {
  const given = { environment, config: config === 'slipway.yml' ? '' : config, 'kube-context': context };
  flags = Object.entries(given)
    .map(([name, value]) => (value === '' ? '' : ` --${name} ${shellWord(value)}`))
    .join('');
}

const continues = (operation: Operation) => operation === 'resume' || operation === 'approve';

const commandOf = (operation: Operation, release: Named) =>
  commands[operation]
    .map(each => `slipway ${each}${flags}${release && continues(operation) ? ` --release ${release}` : ''}`)
    .join(' && ');

/**
 * Returns the imperative for a remedy that has one of these operations carried out: the reusable workflow on GitHub, the command of the
 * CLI elsewhere. ``run the workflow rollback.yml with `operation: rollback` ``, or ``run `slipway rollback --environment production` ``.
 * @param operations `sweep` or `status` alone, or one or more of the others.
 * @param release the only one that may be continued, because another may wait when a person answers.
 * @param env of this process.
 */
export function howToRun(
  operations: Operation | readonly Operation[],
  release?: Named,
  env = process.env,
): string {
  const asked = [operations].flat();
  if (ciOf(env) !== 'github') return `run ${either(asked.map(each => `\`${commandOf(each, release)}\``))}`;
  const own = asked.find(each => each === 'sweep' || each === 'status');
  return own === undefined
    ? `run the workflow rollback.yml ${either(asked.map(each => withInputs(each, release)))}`
    : `run the workflow ${own}.yml`;
}

/** Returns the inputs of rollback.yml, as clauses of a sentence. */
const withInputs = (operation: Operation, release: Named) =>
  `with \`operation: ${operation}\`${release && continues(operation) ? ` and \`release: ${release}\`` : ''}`;

const either = (names: readonly string[]) => names.join(', ').replace(/, ([^,]*)$/, ', or $1');

/** Returns the imperative for the same action with one more input: a flag where the CLI runs. @param env of this process. */
export const againWith = (input: string, value: number, env = process.env): string =>
  ciOf(env) === 'github' ? `set \`${input}\` to ${value}` : `run again with \`--${input} ${value}\``;

/** Returns the remedy for a rollout that needs action: it can neither finish nor roll back. */
export const remedyOfNeedsAction = (release: Named): string =>
  `fix the cause and ${howToRun('resume', release)}; or release a version that works`;

/** Says in a sentence who may have them carried out. @param env of this process. */
export const whoMayRun = (env = process.env): string =>
  ciOf(env) === 'github'
    ? 'Anyone who can run the workflow rollback.yml can do this; the reviewers of its environment, if any, must approve the run first'
    : 'Anyone with the permissions of a release in the namespace can do this';
