import { dirname } from 'node:path';
import { parseDuration } from '../config/duration.ts';
import type { Environment } from '../config/types.ts';
import type { HookSetup } from '../release/hooks/hooks.ts';
import { UserError } from '../toolkit/errors.ts';
import { isForFork, workflowEvent } from '../toolkit/github.ts';
import { type Host, optional, required } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import { jsonMap } from '../toolkit/map.ts';
import { shortestMasked } from '../toolkit/redaction.ts';
import type { SortedManifests } from '../workloads/chart-hooks.ts';
import { parseReleaseNumber, type ReleaseNumber } from '../workloads/naming.ts';

/** Inputs and outputs that several actions share. */

export const appOutput = 'Name of the application in slipway.yml.';

export const monitoredOutput =
  '`true` if the environment has `monitoring` in slipway.yml, otherwise `false`.';

export const plannedOutput =
  'Whether slipway.yml planned to wait for a person: `true` (a step with `approve`) or `false` (the gate could not judge the candidate). Empty if the rollout waits for no person.';

export const config = optional('Path of slipway.yml.', 'slipway.yml');

export const environment = required('Name of the environment in slipway.yml.');

export const kubeContext = optional(
  'Context of the kubeconfig. Default: the `cluster` of the environment, otherwise the current context.',
);

export const wait = optional(
  'How long to wait for another run that releases the same application, such as `10m`.',
  '0s',
);

export const deploymentsToken = optional(
  'Token with `deployments: write`, to show the release as a GitHub deployment of its commit. Only for jobs that set no GitHub environment. Default: none.',
);

const readsRuns =
  'Token with `actions: read`, to detect at once that the run of an unfinished rollout has ended';

export const actionsToken = optional(
  `${readsRuns}. Default: the rollout counts as abandoned only after its time limit.`,
);

export const readingToken = optional(
  `${readsRuns}, and with \`contents: read\`, to refuse a push whose commit is older than that of the live release. Default: the rollout counts as abandoned only after its time limit, and an older commit is released.`,
);

export const gitopsToken = optional(
  'Token with write access to the contents of the repository in `delivery.gitops` of slipway.yml, and with `by: pull-request` to its pull requests. Default: the variable GITHUB_TOKEN for the repository of slipway.yml; for another one, the credentials of git.',
);

const release = optional(
  'Number of the release that must be rolling out; otherwise nothing is changed. Default: the current rollout.',
);

export const approve = optional(
  'Whether to approve a rollout that waits for an approval: `true` or `false`. An approved rollout continues as if it had passed, unless a limit or a health check fails.',
  'false',
);

export const reversible = optional(
  'Whether this release may be rolled back: `true` or `false`. Default: `reversible` in slipway.yml, which defaults to `true`.',
);

export const force = optional(
  'Reason to release images that do not meet the `requires` of the environment; it is stored in the record. Default: they are refused.',
);

export const policyReport = optional('Path of a JSON report of the policy findings to write. Default: none.');

export const deployedForGrowth = optional(
  'JSON object that maps image names to deployed digests, for the `growth` budget in slipway.yml: the output `images` of the action `status`. Default: growth is not checked.',
);

export const credentials = optional(
  'JSON object of variables with the credentials that slipway.yml names (stores, Prometheus, Alertmanager, logs) and the identities of its `verify`, such as {"PROMETHEUS_TOKEN": "…"}. They are added to the environment. A value shorter than 6 characters is not masked in the log. Default: none.',
);

export const toolMirrors = optional(
  'URLs of mirrors to download programs from, separated by commas or lines. Each contains the original host and path, as with `wget -x`. The checksums stay pinned. Default: none.',
);

/** Inputs of the actions that continue a rollout. */
export const ofRollout = {
  environment,
  release,
  config,
  'kube-context': kubeContext,
  credentials,
  'deployments-token': deploymentsToken,
  wait,
  'tool-mirrors': toolMirrors,
} as const;

/** Description of the output `policy`. */
export const policyCounts =
  'Number of policy findings as JSON, such as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';

/**
 * Parses an input with secrets, a JSON object that maps names of variables to values, and masks the values in the log: GitHub masks only the
 * whole input. Names the variables whose values are too short to be masked, because they may be no secrets, such as a user.
 * @throws UserError for anything else, without quoting it.
 */
export function parseSecrets(
  name: string,
  text: string,
  { setSecret, report }: Pick<Host, 'setSecret' | 'report'>,
): Record<string, string> {
  const map = text === '' ? {} : jsonMap(text);
  const secrets = Object.entries(map ?? {}).filter(
    (each): each is [string, string] => /^[A-Za-z_]\w*$/.test(each[0]) && typeof each[1] === 'string',
  );
  if (map === undefined || secrets.length < Object.keys(map).length)
    throw new UserError(
      `the input \`${name}\` is not a JSON object of variables`,
      'pass a JSON object that maps names of variables to their values, such as {"TOKEN": "…"}',
    );
  for (const [, value] of secrets) if (value.trim().length >= shortestMasked) setSecret(value);
  const visible = secrets
    .filter(([, value]) => value.trim() !== '' && value.trim().length < shortestMasked)
    .map(([variable]) => variable);
  if (visible.length > 0)
    report(
      `warning: the input \`${name}\` has values shorter than ${shortestMasked} characters, which are not masked in the log: ${visible.join(', ')}. Use longer ones for secrets.`,
    );
  return Object.fromEntries(secrets);
}

/**
 * Parses the input `secrets` for the tests or builds. A repository may hand secrets to runs for forks, whose code would then have them.
 * @returns none for a fork. @throws UserError as `parseSecrets`.
 */
export async function secretsFor(
  what: 'tests' | 'builds',
  text: string,
  host: Host,
): Promise<Record<string, string>> {
  const secrets = parseSecrets('secrets', text, host);
  if (text === '' || !isForFork(await workflowEvent(host.env), host.env)) return secrets;
  host.report(`the ${what} get no secrets, because the run is for a fork`);
  return {};
}

/**
 * Returns the environment of the host without what these variables replace: an access key replaces an earlier login with its prefix as a
 * whole, because the secret key or the session token of another one would be refused. Pure.
 */
export function environmentWithout(
  env: NodeJS.ProcessEnv,
  given: Readonly<Record<string, string>>,
): Record<string, string | undefined> {
  const keys = Object.keys(given).filter(name => name.endsWith('_ACCESS_KEY_ID'));
  const replaced = new Set([
    ...Object.keys(given),
    ...keys.flatMap(name =>
      ['SECRET_ACCESS_KEY', 'SESSION_TOKEN'].map(part => name.replace(/ACCESS_KEY_ID$/, part)),
    ),
  ]);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !replaced.has(name)));
}

/** Returns the environment of the host with the variables of the input `credentials`. @throws UserError when it is invalid. */
export function credentialsIn(text: string, host: Host): NodeJS.ProcessEnv {
  const given = parseSecrets('credentials', text, host);
  return { ...environmentWithout(host.env, given), ...given };
}

/**
 * Parses the reason of a forced promotion, for a request.
 * @throws UserError for an invalid reason.
 */
export function forced(text: string): { force?: string } {
  if (text === '') return {};
  const reason = parseForce(text, 'write in a few words why it cannot wait, such as `the fix of an outage`');
  return reason === undefined ? {} : { force: reason };
}

/**
 * Returns the environment with the input `reversible` applied.
 * @throws UserError for anything but `true`, `false` and the empty string.
 */
export function withReversible(environment: Environment, text: string): Environment {
  return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}

/**
 * Parses the release that must be rolling out, for a request.
 * @throws UserError for anything but a release number.
 */
export const releaseOf = (text: string): { release?: ReleaseNumber } =>
  text === '' ? {} : { release: parseReleaseNumber(text) };

/** Loads the hooks of an environment. @param rendered those of its charts. */
export async function hookSetupOf(
  path: string,
  { hooks }: Environment,
  host: Host,
  rendered: SortedManifests['hooks'] = {},
): Promise<HookSetup> {
  const folder = dirname(path);
  // Imported late: it loads the engine.
  const { loadHooks } = await import('../release/hooks/hooks.ts');
  return { hooks: await loadHooks(folder, hooks, rendered), folder, log: host.log, quote: host.quote };
}

/**
 * Parses the input `wait`. @returns milliseconds.
 * @throws UserError for an invalid duration.
 */
export const waitOf = (text: string): number => (text === '0s' ? 0 : durationOf('wait', text));

/** Parses a duration input. @returns milliseconds. @throws UserError for an invalid duration. */
export function durationOf(name: string, text: string): number {
  const duration = parseDuration(text);
  if (duration !== undefined) return duration;
  throw new UserError(`the input \`${name}\` is invalid: "${text}"`, 'write a duration such as 30s or 10m');
}

/** Parses a duration input that may be empty. @throws UserError for an invalid duration. */
export const durationIfGiven = (name: string, text: string): number | undefined =>
  text === '' ? undefined : durationOf(name, text);

/** Parses a boolean input, as `core.getBooleanInput` does. @throws UserError for anything but `true`, `True`, `TRUE` and the same of `false`. */
export const flag = (name: string, text: string): boolean =>
  oneOf(name, ['true', 'false'], /^(True|TRUE|False|FALSE)$/.test(text) ? text.toLowerCase() : text) ===
  'true';

/**
 * Parses the reason in a `force` input; undefined for an empty one.
 * @param example how to write a reason.
 * @throws UserError for a text that is not a reason.
 */
export function parseForce(
  text: string,
  example = 'say in a few words why the previous version can run, such as `the old column is still there`',
): string | undefined {
  const reason = text.replace(/\s+/g, ' ').trim();
  if (reason === '') return undefined;
  if (reason.length >= 10 && reason.includes(' ')) return reason;
  throw new UserError(
    `the input \`force\` is "${reason}", which is not a reason`,
    `${example}; it is kept in the record`,
  );
}
