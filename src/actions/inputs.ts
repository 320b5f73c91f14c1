import { dirname } from 'node:path';
import { parseDuration } from '../config/duration.ts';
import type { Environment } from '../config/types.ts';
import type { Around } from '../release/hooks/hooks.ts';
import { parseReleaseNumber, type ReleaseNumber } from '../release/workloads/naming.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host, InputSpec } from '../toolkit/host.ts';

/** Inputs that several actions share. */
export const config = {
  description: 'Path of slipway.yml.',
  default: 'slipway.yml',
} as const satisfies InputSpec;

export const environment = {
  description: 'Name of the environment in slipway.yml.',
  required: true,
} as const satisfies InputSpec;

export const context = {
  description:
    'Context of the kubeconfig. Default: the `cluster` of the environment, else the current context.',
  default: '',
} as const satisfies InputSpec;

export const wait = {
  description: 'How long to wait for another run that is releasing the same application, such as `10m`.',
  default: '0s',
} as const satisfies InputSpec;

export const deploymentsToken = {
  description:
    'Token with `deployments: write`, for jobs that name no environment: the release then stands as a deployment at its commit. Default: none is made.',
  default: '',
} as const satisfies InputSpec;

export const runsToken = {
  description:
    'Token with `actions: read`: a release that waits for the next action of a run that GitHub says has ended is ended at once, as what a dead run left. Default: it is left until its time is over.',
  default: '',
} as const satisfies InputSpec;

export const release = {
  description:
    'Number of the release that must be under way; when it is another one, nothing is changed. Default: whichever is.',
  default: '',
} as const satisfies InputSpec;

export const approve = {
  description:
    'Whether whoever started this approves what waits for an approval, so that it goes on as if it had passed, unless it does harm: `true` or `false`.',
  default: 'false',
} as const satisfies InputSpec;

export const reversible = {
  description:
    'Whether the version before may serve again after this one did. Default: as slipway.yml says, which is `true` when it says nothing.',
  default: '',
} as const satisfies InputSpec;

export const force = {
  description:
    'Why the images may go to an environment whose `requires` they do not meet; kept in the record. Default: they may not.',
  default: '',
} as const satisfies InputSpec;

export const policyReport = {
  description: 'Path of a JSON report of what the policy found. Default: none is written.',
  default: '',
} as const satisfies InputSpec;

export const deployedForGrowth = {
  description:
    'JSON map from names to the digests that are deployed, as `images` in the output `status` of that action; for `growth` of slipway.yml. Default: none, so that no growth is judged.',
  default: '',
} as const satisfies InputSpec;

export const logins = {
  description:
    'JSON map from names of variables to values, for the logins of stores in slipway.yml, beside the environment. Default: none.',
  default: '',
} as const satisfies InputSpec;

export const toolMirrors = {
  description:
    'Addresses, with commas between them, from which programs are downloaded instead of from where they are published; below each lie host and path of the original, as `wget -x` lays them out. Their checksums stay the pinned ones. Default: none.',
  default: '',
} as const satisfies InputSpec;

/** What the output `policy` is. */
export const policyCounts =
  'JSON: how many findings of the policy there are, as `{"error": 0, "warning": 2, "info": 1, "excused": 0}`.';

/**
 * The reason of a forced promotion, as what a request takes it.
 * @throws UserError for what is no reason.
 */
export async function forced(text: string): Promise<{ force?: string }> {
  if (text === '') return {};
  const { parseForce } = await import('../release/store/reversibility.ts');
  const reason = parseForce(text, 'say in a few words why it cannot wait, such as `the fix of an outage`');
  return reason === undefined ? {} : { force: reason };
}

/**
 * The environment, with what the input says of the way back.
 * @throws UserError for anything but `true`, `false` and nothing.
 */
export function withReversible(environment: Environment, text: string): Environment {
  return text === '' ? environment : { ...environment, reversible: flag('reversible', text) };
}

/**
 * The release that must be under way, as what a request takes it.
 * @throws UserError for what is no number of a release.
 */
export const releaseOf = (text: string): { release?: ReleaseNumber } =>
  text === '' ? {} : { release: parseReleaseNumber(text) };

/** The hooks of an environment, with where they run. */
export async function aroundOf(path: string, { hooks }: Environment, host: Host): Promise<Around> {
  const folder = dirname(path);
  // Not before it is needed: it brings the engine with it.
  const { loadHooks } = await import('../release/hooks/hooks.ts');
  return { hooks: await loadHooks(folder, hooks), folder, log: host.log, quote: host.quote };
}

/**
 * Milliseconds.
 * @throws UserError for what is no duration.
 */
export const waitOf = (text: string): number => (text === '0s' ? 0 : durationOf('wait', text));

/** As `waitOf`, for an input of another name. */
export function durationOf(name: string, text: string): number {
  const duration = parseDuration(text);
  if (duration !== undefined) return duration;
  throw new UserError(`the input \`${name}\` is "${text}"`, 'write a duration such as 30s or 10m');
}

/** @throws UserError for anything but `true` and `false`. */
export function flag(name: string, text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new UserError(`the input \`${name}\` is "${text}"`, 'write true or false');
}
