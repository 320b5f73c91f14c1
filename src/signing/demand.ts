import type { Trust } from '../config/signing.ts';
import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { parsed } from './bundle.ts';
import type { Demands } from './cosign.ts';
import type { Kind } from './predicates.ts';

/** What is demanded of an image, from slipway.yml and from where this runs. All pure. */

export interface Demand {
  /** In this order: nothing counts without the signature. */
  readonly kinds: readonly Kind[];
  readonly signer: Signer;
  /** Milliseconds. */
  readonly scanAge?: number;
}

export type Signer =
  /** As slipway.yml names the key. */
  { readonly by: 'key'; readonly key: string } | ({ readonly by: 'identity' } & IdentityPattern);

/** Everything that is named must fit. Refs and the subject may have stars. */
export interface IdentityPattern {
  readonly issuer: string;
  readonly repository?: string;
  readonly repositoryId?: string;
  readonly refs?: readonly string[];
  readonly subject?: string;
}

const github = 'https://github.com';
const githubIssuer = 'https://token.actions.githubusercontent.com';
/** Where neither the ref of this run nor the default branch is known: all but pull requests. */
const reviewed = ['refs/heads/*', 'refs/tags/*'];

/**
 * What images must prove. Without a key the repository that releases is the one that must have signed, by its address and by its
 * number, for another owner may get the address one day, from the ref that releases or from the default branch.
 * @throws UserError when nobody says who must have signed.
 */
export function demandOf(trust: Trust, env: NodeJS.ProcessEnv, defaultBranch?: string): Demand {
  const { key, identity = {}, attestations, 'scan-age': age } = trust;
  return {
    kinds: ['signature', ...attestations],
    signer: key === undefined ? identityPattern(identity, env, defaultBranch) : { by: 'key', key },
    ...(age === undefined ? {} : { scanAge: Number(age.slice(0, -1)) * 86_400_000 }),
  };
}

function identityPattern(
  identity: NonNullable<Trust['identity']>,
  env: NodeJS.ProcessEnv,
  defaultBranch: string | undefined,
): Signer {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_REPOSITORY_ID: id } = env;
  const { issuer = issuerOf(server), subject, ref } = identity;
  const written =
    identity.repository !== undefined
      ? { repository: identity.repository, repositoryId: String(identity['repository-id']) }
      : undefined;
  const own =
    server !== undefined && name !== undefined && id !== undefined
      ? { repository: `${server}/${name}`, repositoryId: id }
      : undefined;
  // A subject of GitHub names a workflow, which every repository may call: it says nothing of whose image it is.
  const alone = subject !== undefined && !ofWorkflows(issuer, server);
  const source = written ?? (alone ? undefined : own);
  if (source === undefined && !alone)
    throw new UserError(
      'it is not known which repository must have signed the images, for this is no run of GitHub Actions',
      'write `repository` and `repository-id` in `trust.identity` of slipway.yml',
    );
  const refs = ref ?? (source === undefined ? undefined : usualRefs(env, defaultBranch));
  return {
    by: 'identity',
    issuer,
    ...source,
    ...(refs === undefined ? {} : { refs }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** The branch or tag that releases, and the default branch: a signature from any other branch was not reviewed. */
function usualRefs({ GITHUB_REF: ref = '' }: NodeJS.ProcessEnv, defaultBranch: string | undefined): string[] {
  const own = /^refs\/(heads|tags)\//.test(ref) ? [ref] : [];
  const main = defaultBranch === undefined ? [] : [`refs/heads/${defaultBranch}`];
  const known = [...new Set([...main, ...own])];
  return known.length === 0 ? reviewed : known;
}

/** GitHub's own issuer, that of an enterprise at it or at ghe.com, and that of an Enterprise Server. */
const ofWorkflows = (issuer: string, server: string | undefined) =>
  issuer === githubIssuer ||
  issuer === issuerOf(server) ||
  issuer.startsWith(`${githubIssuer}/`) ||
  /^https:\/\/token\.actions\.[^/]+\.ghe\.com(\/|$)/.test(issuer) ||
  issuer.endsWith('/_services/token');

/** Who gives the tokens of a workflow: GitHub's own server, or an Enterprise Server. */
function issuerOf(server: string | undefined): string {
  return server === undefined || server === github ? githubIssuer : `${server}/_services/token`;
}

/**
 * What is demanded beside a signature: of a trusted root, whatever it names; of Sigstore for everybody, its log of certificates and of
 * signatures; of a key, nothing but the public log where slipway.yml lets signatures stand there.
 * @param root the text of the trusted root; undefined: Sigstore for everybody.
 * @throws UserError when it is no trusted root.
 */
export function demandsOf(root: string | undefined, keyed: boolean, publicLog: boolean): Demands {
  if (root === undefined)
    return keyed
      ? { log: publicLog, timestamp: false, certificateLog: false }
      : { log: true, timestamp: false, certificateLog: true };
  const value = parsed(root);
  if (!isMap(value) || !String(value.mediaType).includes('trustedroot'))
    throw new UserError('`trust.root` is no trusted root', 'make one with `cosign trusted-root create`');
  const has = (name: string) => Array.isArray(value[name]) && value[name].length > 0;
  return {
    log: has('tlogs'),
    // With a log cosign knows by its version whether a timestamp is needed.
    timestamp: has('timestampAuthorities') && !has('tlogs'),
    certificateLog: has('ctlogs'),
  };
}
