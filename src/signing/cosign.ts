import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { networkEnvironment } from '../toolkit/environment.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import { withFolder } from '../toolkit/folder.ts';
import { runForOutput } from '../toolkit/program.ts';
import { withoutSecrets } from '../toolkit/redaction.ts';
import { retry, type Waiting } from '../toolkit/retry.ts';
import { findTool } from '../toolkit/tools/find.ts';
import { pins } from '../toolkit/tools/pin.ts';
import { type Bundle, readBundle, textOf } from './bundle.ts';

/**
 * cosign signs and verifies only local files; our own registry client reads and writes what is attached to an image. So cosign
 * needs no registry login, and any registry works.
 */

export interface Cosign {
  /** Path of the executable. */
  readonly program: string;
  /** A folder of this run only: cosign's home and current folder, and the place for its files. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Tests replace it, to avoid waiting. */
  readonly sleep?: Waiting['sleep'];
}

export interface CosignOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  report(line: string): void;
}

/**
 * Provides cosign to `use`, and afterward removes all its files.
 * @throws UserError when no cosign can be run.
 */
export function withCosign<Result>(
  { env, signal, report }: CosignOptions,
  use: (cosign: Cosign) => Promise<Result>,
): Promise<Result> {
  return withFolder(env, 'cosign', async folder => {
    const home = join(folder, 'home');
    await mkdir(home);
    const asking = { env: bareEnvironment(home, env), cwd: home };
    const search = { asking, folder: join(folder, 'program'), env, signal, report };
    const [program] = await findTool(pins.cosign, search);
    return use({ program, folder: home, signal });
  });
}

/** The key or identity that signs. Files are absolute. */
export interface SigningKey {
  /** In cosign's syntax: a file, `env://NAME` or the address of a key service; undefined: the identity of the run signs. */
  readonly key: string | undefined;
  /** The services for logs and timestamps; undefined: Sigstore's public instance. */
  readonly services: { readonly config: string; readonly root: string } | undefined;
  /** The environment of cosign, including the key and its password. */
  readonly env: NodeJS.ProcessEnv;
  /** Values that no output may contain. */
  readonly secrets: readonly string[];
}

/** The key or root that verifies. Files are absolute. */
export interface Verifier {
  /** Undefined: certificates of a trusted authority. */
  readonly key: string | undefined;
  /** The trusted root of certificates, logs and timestamps; undefined: that of Sigstore's public instance. */
  readonly root: string | undefined;
  /** The proofs that are required beside the signature. */
  readonly demands: Demands;
  readonly env: NodeJS.ProcessEnv;
}

export interface Demands {
  /** An entry in a transparency log. */
  readonly log: boolean;
  /** A timestamp by an authority. */
  readonly timestamp: boolean;
  /** An entry of the certificate in a certificate transparency log. */
  readonly certificateLog: boolean;
}

/** Returns the arguments that sign a statement. Pure. */
export function attestArguments(
  { key, services }: Pick<SigningKey, 'key' | 'services'>,
  statement: string,
  bundle: string,
): string[] {
  return [
    ...['attest-blob', '--yes', '--statement', statement, '--bundle', bundle],
    ...signerArguments(key, services),
  ];
}

/** Returns the arguments that sign the bytes of a file. Pure. */
export function signArguments(
  { key, services }: Pick<SigningKey, 'key' | 'services'>,
  file: string,
  bundle: string,
): string[] {
  return ['sign-blob', '--yes', '--bundle', bundle, ...signerArguments(key, services), file];
}

function signerArguments(key: string | undefined, services: SigningKey['services']): string[] {
  return [
    ...(key === undefined ? [] : ['--key', key]),
    ...(services === undefined ? [] : ['--signing-config', services.config, '--trusted-root', services.root]),
  ];
}

/**
 * Returns the arguments that verify the signature of a bundle and that it is about this digest. They accept any certificate
 * identity, because our own code checks that. Pure.
 * @param payload the signed file, where it is not a statement.
 */
export function verifyArguments(
  { key, root, demands }: Omit<Verifier, 'env'>,
  bundle: string,
  { type, digest, payload }: { type: string; digest: string; payload?: string | undefined },
): string[] {
  const [algorithm = '', hex = ''] = digest.split(':');
  return [
    ...(payload === undefined
      ? ['verify-blob-attestation', '--type', type, '--digest', hex, '--digestAlg', algorithm]
      : ['verify-blob']),
    ...['--bundle', bundle],
    ...(key === undefined
      ? ['--certificate-identity-regexp', '.*', '--certificate-oidc-issuer-regexp', '.*']
      : ['--key', key]),
    ...(root === undefined ? [] : ['--trusted-root', root]),
    ...(demands.log ? [] : ['--insecure-ignore-tlog']),
    ...(demands.timestamp ? ['--use-signed-timestamps'] : []),
    ...(demands.certificateLog ? [] : ['--insecure-ignore-sct']),
    ...(payload === undefined ? [] : [payload]),
  ];
}

/**
 * Signs a statement, or plain bytes.
 * @throws UserError with cosign's error, without secrets.
 */
export async function sign(
  cosign: Cosign,
  key: SigningKey,
  what: { statement: string } | { payload: Uint8Array },
): Promise<Bundle> {
  const folder = await mkdtemp(join(cosign.folder, 'sign-'));
  const [file, bundle] = [join(folder, 'content'), join(folder, 'bundle.json')];
  await writeFile(file, 'statement' in what ? what.statement : what.payload);
  const args = 'statement' in what ? attestArguments(key, file, bundle) : signArguments(key, file, bundle);
  const { signal, sleep } = cosign;
  // Signing without a key needs three services, and an outage of seconds should not fail a release.
  const limits = {
    attempts: pauses.length + 1,
    delay: (count: number) => pauses[count - 1] ?? 0,
    signal,
    sleep,
  };
  const unfinished = (fault = '') => temporary.test(fault);
  const fault = await retry({ ...limits, unfinished }, async () => {
    const { code, stderr } = await run(cosign, args, key.env);
    return code === 0 ? undefined : faultIn(withoutSecrets(stderr, key.secrets));
  });
  if (fault !== undefined) throw refusedToSign(fault);
  const made = readBundle(await readFile(bundle, 'utf8'));
  if (typeof made === 'string') throw new Error(`the bundle that cosign wrote ${made}`);
  return made;
}

/** Milliseconds before the second and the third attempt. */
const pauses = [2_000, 8_000];
/** Errors of a service, or of the connection to it, that may be temporary. */
const temporary =
  /timeout|timed out|deadline|connection|broken pipe|\bEOF\b|no such host|returned (429|5\d\d)|unexpected response: (429|5\d\d)/i;

/** Errors of cosign before it looks at the signature: it cannot read the public key or the trusted root. */
const undecided =
  /could not fetch verifier public key|loading verifier from key opts|setting trusted material/;

/**
 * Verifies the signature of a bundle with cosign.
 * @returns the fault as a text when it is not valid. `undecided`: cosign could not read the public key or the trusted root.
 */
export async function verify(
  cosign: Cosign,
  verifier: Verifier,
  bundle: Bundle,
  claim: { type: string; digest: string; payload?: Uint8Array | undefined },
): Promise<{ valid: true } | { valid: false; undecided: boolean; fault: string }> {
  const folder = await mkdtemp(join(cosign.folder, 'verify-'));
  const file = join(folder, 'bundle.json');
  try {
    await writeFile(file, textOf(bundle));
  } catch (error) {
    // JSON is read to any depth, but written only as deep as the stack.
    if (error instanceof RangeError)
      return { valid: false, undecided: false, fault: 'the bundle is nested too deeply' };
    throw error;
  }
  const payload = claim.payload === undefined ? undefined : join(folder, 'payload');
  if (payload !== undefined) await writeFile(payload, claim.payload ?? '');
  const { code, stderr } = await run(
    cosign,
    verifyArguments(verifier, file, { ...claim, payload }),
    verifier.env,
  );
  return code === 0
    ? { valid: true }
    : { valid: false, undecided: undecided.test(stderr), fault: faultIn(stderr) };
}

async function run({ program, folder, signal }: Cosign, args: string[], env: NodeJS.ProcessEnv) {
  const answer = await runForOutput([program, ...args], { cwd: folder, env, signal });
  if (signal.aborted) throw cancelled();
  return answer;
}

/** Returns the environment for a cosign that only verifies: no login, key or token. Pure. */
export function bareEnvironment(home: string, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { ...networkEnvironment(env), HOME: home, TMPDIR: home };
}

/** Returns the last part of cosign's chain of errors, which names the cause. Pure. */
export function faultIn(said: string): string {
  const lines = said.split('\n').map(line => line.trim());
  const error = lines.findLast(line => /^Error: /.test(line));
  const last = error?.slice('Error: '.length) ?? lines.findLast(line => line !== '') ?? 'it printed nothing';
  return last.length > 300 ? `…${last.slice(-299)}` : last;
}

function refusedToSign(fault: string): UserError {
  const remedy = /decrypt|password/i.test(fault)
    ? 'set the password of the key in COSIGN_PASSWORD'
    : /id.?token|ambient|oidc/i.test(fault)
      ? 'grant the job `id-token: write`, or name a key in `signing.key`'
      : 'check the key and the services of `signing`';
  return new UserError(`cosign cannot sign: ${fault}`, remedy);
}
