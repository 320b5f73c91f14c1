import { daysOf } from '../config/expiry.ts';
import type { Trust } from '../config/signing.ts';
import { UserError } from '../toolkit/errors.ts';
import { defined, jsonMap } from '../toolkit/map.ts';
import type { Demands } from './cosign.ts';
import type { Kind } from './predicates.ts';

/** What slipway.yml and the current run require of an image. All pure. */

export interface Demand {
  /** The signature is first: without it the others are not verified. */
  readonly kinds: readonly Kind[];
  readonly signer: Signer;
  /** Milliseconds. */
  readonly scanAge?: number;
}

export type Signer =
  /** The key as slipway.yml names it. */
  { readonly by: 'key'; readonly key: string } | ({ readonly by: 'identity' } & IdentityPattern);

/** The required identity: each given field must match. Refs and the subject may contain `*`. */
export interface IdentityPattern {
  readonly issuer: string;
  readonly repository?: string;
  readonly repositoryId?: string;
  readonly refs?: readonly string[];
  readonly subject?: string;
}

const github = 'https://github.com';
const githubIssuer = 'https://token.actions.githubusercontent.com';
/** The refs that are accepted when neither the ref of this run nor the default branch is known: all but pull requests. */
const reviewed = ['refs/heads/*', 'refs/tags/*'];

/**
 * Returns what images must prove. Without a key, the repository of this run must have signed them, from the ref of this run or from
 * the default branch. Its number counts beside its address, because another owner may get the address one day.
 * @throws UserError when the required signer is unknown.
 */
export function demandOf(trust: Trust, env: NodeJS.ProcessEnv, defaultBranch?: string): Demand {
  const { key, identity = {}, attestations, 'max-scan-age': age } = trust;
  return {
    kinds: ['signature', ...attestations],
    signer: key === undefined ? identityPattern(identity, env, defaultBranch) : { by: 'key', key },
    ...defined({ scanAge: age === undefined ? undefined : daysOf(age) }),
  };
}

/** Drops the subject: on GitHub it names the workflow that signs images, but other workflows of the repository release them and back up. */
export function ofAnyWorkflow({ identity, ...trust }: Trust): Trust {
  if (identity === undefined) return trust;
  const { subject, ...rest } = identity;
  const known = identity.issuer === undefined || identity.repository !== undefined;
  return { ...trust, identity: known || subject === undefined ? rest : identity };
}

function identityPattern(
  identity: NonNullable<Trust['identity']>,
  env: NodeJS.ProcessEnv,
  defaultBranch: string | undefined,
): Signer {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_REPOSITORY_ID: id } = env;
  const { issuer = issuerOf(server), subject, ref } = identity;
  // On GitHub the subject is a workflow, which any repository may call, so it does not show whose image it is.
  const alone = subject !== undefined && !ofWorkflows(issuer, server);
  let source: { repository: string; repositoryId: string } | undefined;
  if (identity.repository !== undefined)
    source = { repository: identity.repository, repositoryId: String(identity['repository-id']) };
  else if (!alone && server !== undefined && name !== undefined && id !== undefined)
    source = { repository: `${server}/${name}`, repositoryId: id };
  if (source === undefined && !alone)
    throw new UserError(
      'the repository that must have signed the images is unknown, because this is not a run of GitHub Actions',
      'set `repository` and `repository-id` in `trust.identity` of slipway.yml',
    );
  const refs = ref ?? (source === undefined ? undefined : usualRefs(env, defaultBranch));
  return { by: 'identity', issuer, ...source, ...defined({ refs, subject }) };
}

/** Returns the ref of this run and the default branch: an image from any other branch was not reviewed. */
function usualRefs({ GITHUB_REF: ref = '' }: NodeJS.ProcessEnv, defaultBranch: string | undefined): string[] {
  const own = /^refs\/(heads|tags)\//.test(ref) ? [ref] : [];
  const main = defaultBranch === undefined ? [] : [`refs/heads/${defaultBranch}`];
  const known = [...new Set([...main, ...own])];
  return known.length === 0 ? reviewed : known;
}

/** Whether GitHub issues the tokens: github.com, an enterprise there or at ghe.com, or an Enterprise Server. */
const ofWorkflows = (issuer: string, server: string | undefined) =>
  issuer === githubIssuer ||
  issuer === issuerOf(server) ||
  issuer.startsWith(`${githubIssuer}/`) ||
  /^https:\/\/token\.actions\.[^/]+\.ghe\.com(\/|$)/.test(issuer) ||
  issuer.endsWith('/_services/token');

/** Returns the issuer of a workflow's tokens: that of github.com, or of an Enterprise Server. */
function issuerOf(server: string | undefined): string {
  return server === undefined || server === github ? githubIssuer : `${server}/_services/token`;
}

/**
 * Returns the proofs that are required beside a signature. With a trusted root: those that it names. With Sigstore's public
 * instance: its transparency and certificate logs. With a key: only the public log, where slipway.yml enables it.
 * @param root the text of the trusted root; undefined: Sigstore's public instance.
 * @throws UserError when it is not a trusted root.
 */
export function demandsOf(root: string | undefined, keyed: boolean, publicLog: boolean): Demands {
  if (root === undefined)
    return keyed
      ? { log: publicLog, timestamp: false, certificateLog: false }
      : { log: true, timestamp: false, certificateLog: true };
  const value = jsonMap(root);
  if (value === undefined || !String(value.mediaType).includes('trustedroot'))
    throw new UserError(
      '`trust.root` is not a trusted root file of Sigstore',
      'create one with `cosign trusted-root create`',
    );
  const has = (name: string) => Array.isArray(value[name]) && value[name].length > 0;
  return {
    log: has('tlogs'),
    // With a log, cosign decides by the version of the log whether a timestamp is needed.
    timestamp: has('timestampAuthorities') && !has('tlogs'),
    certificateLog: has('ctlogs'),
  };
}
