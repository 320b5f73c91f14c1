import { createHash } from 'node:crypto';
import { UserError } from '../toolkit/errors.ts';
import type { Origin } from '../toolkit/origin.ts';

/** Release numbers count from 1; 0 is the version from before Slipway. */
export type ReleaseNumber = number & { readonly brand: 'ReleaseNumber' };

/** Parses `7` or `r7`. */
export function parseReleaseNumber(text: string): ReleaseNumber {
  const match = /^r?(\d{1,9})$/.exec(text.trim());
  if (match === null) {
    throw new UserError(
      `"${text}" is not a release number`,
      'use a number such as 7, as listed in the job summary',
    );
  }
  return Number(match[1]) as ReleaseNumber;
}

/** The only release that a rollback rolls back: this number, or the one that the calling run recorded. */
export type FromRelease = ReleaseNumber | 'run';

/**
 * Parses a release number or `run`.
 * @throws UserError for `run` outside CI, where each command is a separate run.
 */
export function parseFromRelease(text: string, { repository }: Origin): FromRelease {
  if (text !== 'run') return parseReleaseNumber(text);
  if (repository !== undefined) return text;
  throw new UserError(
    '`from-release: run` works only in GitHub Actions, GitLab CI and Jenkins',
    'use the number of the release',
  );
}

export const labels = {
  app: 'slipway.dev/app',
  kind: 'slipway.dev/kind',
  release: 'slipway.dev/release',
  track: 'slipway.dev/track',
  /** Of a Lease: the token of its holder. */
  token: 'slipway.dev/token',
  /** Of a Lease: time and run of the last rollback. */
  rollback: 'slipway.dev/rollback',
  /** Of a Lease: the state of the rollout, its phase, and the request to abort it. */
  state: 'slipway.dev/state',
  phase: 'slipway.dev/phase',
  abort: 'slipway.dev/abort-requested',
  /** Of a Lease: the work of the pre hook that succeeded last. */
  preHook: 'slipway.dev/pre-hook',
} as const;

export const nameOf = {
  /** The Lease, which holds the state of the rollout. */
  application: (app: string) => `slipway-${app}`,
  record: (app: string, release: number) => `slipway-${app}-r${release}`,
  outcome: (app: string, release: number) => `slipway-${app}-r${release}-outcome`,
  decision: (app: string, release: number, part: string) => `slipway-${app}-r${release}-decision-${part}`,
  fence: (app: string, token: number) => `slipway-${app}-fence-${token}`,
  canary: (workload: string) => `${workload}-canary`,
  /** Job of a hook. */
  hook: (app: string, when: string) => `slipway-${app}-${when}`,
  salt: (app: string) => `slipway-${app}-salt`,
  /** The immutable copy of a shipped ConfigMap or Secret; at most 253 characters. */
  shipped: (app: string, name: string, hash: string) =>
    `${(name === app || name.startsWith(`${app}-`) ? name : `${app}-${name}`).slice(0, 240)}-${hash}`,
};

/** Label selectors of the objects of one application. */
export const selecting = {
  fences: (app: string) => `${labels.app}=${app},${labels.kind}=fence`,
  /** The parts of a decision record. */
  decision: (app: string, release: number) =>
    `${labels.app}=${app},${labels.kind}=decision,${labels.release}=${release}`,
};

/** Returns ten hexadecimal characters of a salted SHA-256: names stay readable, and values cannot be guessed from them. */
export function contentHash(salt: string, content: unknown): string {
  return createHash('sha256').update(salt).update('\0').update(canonical(content)).digest('hex').slice(0, 10);
}

/** Returns JSON with sorted keys, so that equal content has equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
