import { X509Certificate } from 'node:crypto';
import { runForOutput } from '../toolkit/program.ts';
import { kubectlEnvironment } from './environment.ts';
import { claimsOf } from './jwt.ts';
import { type Reach, reachFlags } from './reach.ts';

/** The fields of a kubeconfig user that determine how long its credential is valid. */
export interface KubeUser {
  token?: string;
  tokenFile?: string;
  'client-certificate-data'?: string;
  exec?: { command?: string };
  'auth-provider'?: { name?: string };
  username?: string;
}

/** How long a credential is valid; `what` names it within a sentence. */
export type Lifetime =
  /** kubectl renews it. */
  | { kind: 'renewed'; what: string }
  /** @property end milliseconds since 1970. */
  | { kind: 'ends'; what: string; end: number }
  | { kind: 'endless'; what: string }
  | { kind: 'unknown'; what: string };

/** Returns how long the credential of this user is valid. A renewable credential takes precedence, as in kubectl. Pure. */
export function lifetimeOf(user: KubeUser): Lifetime {
  if (user.exec !== undefined)
    return { kind: 'renewed', what: `the exec plugin ${nameOf(user.exec.command)}` };
  if (user['auth-provider'] !== undefined) {
    return { kind: 'renewed', what: `the auth provider ${user['auth-provider'].name ?? ''}`.trim() };
  }
  // kubectl rereads the file every minute, and the program that wrote it is expected to renew it.
  if (user.tokenFile !== undefined) return { kind: 'renewed', what: 'the token file' };
  if (user.token !== undefined) return lifetimeOfToken(user.token);
  const certificate = user['client-certificate-data'];
  if (certificate !== undefined) return lifetimeOfCertificate(certificate);
  if (user.username !== undefined) return { kind: 'unknown', what: 'the password' };
  return { kind: 'unknown', what: 'the credential' };
}

/** Only the name, because a path may reveal details of the machine. */
const nameOf = (command = '') => command.split('/').at(-1) ?? '';

function lifetimeOfToken(token: string): Lifetime {
  const claims = claimsOf(token);
  if (claims === undefined) return { kind: 'unknown', what: 'the token' };
  // Service account tokens had no end before Kubernetes 1.24.
  if (claims.exp === undefined) return { kind: 'endless', what: 'the token' };
  return { kind: 'ends', what: 'the token', end: claims.exp * 1000 };
}

function lifetimeOfCertificate(data: string): Lifetime {
  const what = 'the client certificate';
  try {
    return {
      kind: 'ends',
      what,
      end: new X509Certificate(Buffer.from(data, 'base64')).validToDate.getTime(),
    };
  } catch {
    return { kind: 'unknown', what };
  }
}

/** Reads the lifetime of the credential from kubectl's configuration; `unknown` when that fails, because the cluster checks it anyway. */
export async function readLifetime(reach: Reach): Promise<Lifetime> {
  const args = ['config', 'view', '--raw', '--minify', '--flatten', '--output=json', ...reachFlags(reach)];
  try {
    const { stdout } = await runForOutput(['kubectl', ...args], { env: kubectlEnvironment() });
    const { users } = JSON.parse(stdout) as { users?: { user?: KubeUser }[] | null };
    return lifetimeOf(users?.[0]?.user ?? {});
  } catch {
    // Without a kubeconfig kubectl uses the pod's service account, whose token the kubelet renews.
    return process.env.KUBERNETES_SERVICE_HOST === undefined
      ? { kind: 'unknown', what: 'the credential' }
      : { kind: 'renewed', what: "the pod's service account" };
  }
}
