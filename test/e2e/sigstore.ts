import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createSign, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createPort } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * A private Sigstore on loopback: an issuer of tokens like that of GitHub Actions, Fulcio for certificates, a timestamp authority, Rekor
 * as the transparency log and TesseraCT as the certificate log. All but the issuer are the real programs.
 */

const run = promisify(execFile);

/** A job of a workflow, as GitHub describes it in its token. */
export interface Job {
  repository: string;
  repositoryId: string;
  ref: string;
  /** The running workflow: the reusable one, where one is called. */
  workflow: string;
}

export const shopJob: Job = {
  repository: 'acme/shop',
  repositoryId: '4711',
  ref: 'refs/heads/main',
  workflow: 'slipway/slipway/.github/workflows/build.yml@refs/tags/v1',
};

export interface Sigstore {
  /** The services to sign with, for cosign. */
  signingConfig: string;
  /** The trusted authorities, for cosign. */
  trustedRoot: string;
  issuer: string;
  /** Returns the environment in which a job can request a token. */
  environmentOf(job: Job): Record<string, string>;
  /** Writes a trusted root with the certificate of another authority. */
  otherRoot(path: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a Sigstore. The port of the timestamp server is fixed, so only one with timestamps can run at a time.
 * @param proofs of the time of signing: none, timestamps, or timestamps and logs, as in the public Sigstore.
 */
export async function startSigstore(proofs: 'none' | 'timestamps' | 'logs'): Promise<Sigstore> {
  const folder = await mkdtemp(join(tmpdir(), 'sigstore-'));
  const parts: ChildProcess[] = [];
  const start = (name: string, args: string[]) => {
    const said = createWriteStream(join(folder, `${name}.log`));
    const child = spawn(name, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(said, { end: false });
    child.stderr.pipe(said, { end: false });
    child.once('error', error => said.write(`${error}\n`));
    parts.push(child);
  };
  const issuer = await startIssuer();
  const stop = async () => {
    for (const child of parts) child.kill('SIGKILL');
    await Promise.all(parts.map(child => child.exitCode ?? new Promise(ended => child.once('close', ended))));
    await issuer.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const authority = await makeAuthority(folder);
    const [certificates, timestamp, rekor] = await Promise.all([
      proofs === 'logs' ? startCertificateLog(folder, authority, start) : undefined,
      proofs === 'none' ? undefined : startTimestamps(folder, start),
      proofs === 'logs' ? startRekor(folder, start) : undefined,
    ]);
    const fulcio = await startFulcio(folder, issuer.url, authority, certificates, start);
    const [signingConfig, trustedRoot] = [join(folder, 'signing.json'), join(folder, 'root.json')];
    const of = 'api-version=1,start-time=2024-01-01T00:00:00Z,operator=acme.example';
    const none = (['fulcio', 'rekor', 'tsa'] as const).map(name => `--no-default-${name}`);
    await run('cosign', [
      ...['signing-config', 'create', ...none, '--no-default-oidc', '--out', signingConfig],
      ...['--fulcio', `url=${fulcio.url},${of}`],
      ...(timestamp === undefined ? [] : ['--tsa', `url=${timestamp.url},${of}`, '--tsa-config', 'ANY']),
      ...(rekor === undefined
        ? []
        : ['--rekor', `url=${rekor.url},${of.replace('version=1', 'version=2')}`, '--rekor-config', 'ANY']),
    ]);
    await run('cosign', [
      ...['trusted-root', 'create', ...none, '--no-default-ctfe', '--out', trustedRoot],
      ...[
        '--fulcio',
        `url=${fulcio.url},certificate-chain=${authority.chain},start-time=2024-01-01T00:00:00Z`,
      ],
      ...(timestamp === undefined
        ? []
        : [
            '--tsa',
            `url=${timestamp.url},certificate-chain=${timestamp.chain},start-time=2024-01-01T00:00:00Z`,
          ]),
      ...(rekor === undefined ? [] : ['--rekor', logOf(rekor)]),
      ...(certificates === undefined ? [] : ['--ctfe', logOf(certificates)]),
    ]);
    const otherRoot = async (path: string) => {
      const root = JSON.parse(await readFile(trustedRoot, 'utf8'));
      const other = await makeAuthority(await mkdtemp(join(folder, 'other-')));
      const rawBytes = new X509Certificate(await readFile(other.chain)).raw.toString('base64');
      root.certificateAuthorities[0].certChain.certificates = [{ rawBytes }];
      await writeFile(path, JSON.stringify(root));
    };
    const { url, environmentOf } = issuer;
    return { signingConfig, trustedRoot, issuer: url, environmentOf, otherRoot, stop };
  } catch (error) {
    const logs = await Promise.all(
      ['fulcio', 'timestamp-server', 'rekor-server', 'tesseract'].map(name =>
        readFile(join(folder, `${name}.log`), 'utf8').catch(() => ''),
      ),
    );
    await stop();
    throw new Error(`Sigstore did not start: ${logs.map(text => text.slice(-1000)).join('\n')}`, {
      cause: error,
    });
  }
}

type Start = (name: string, args: string[]) => void;

interface Log {
  url: string;
  key: string;
  origin: string;
}

const logOf = ({ url, key, origin }: Log) =>
  `url=${url},public-key=${key},start-time=2024-01-01T00:00:00Z,origin=${origin}`;

/** Creates the root of Fulcio's certificates. */
async function makeAuthority(folder: string) {
  const [key, chain] = [join(folder, 'fulcio.key'), join(folder, 'fulcio.pem')];
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-days', '2'],
    ...['-keyout', key, '-out', chain, '-passout', 'pass:acme', '-subj', '/O=acme.example/CN=acme'],
    ...[
      '-addext',
      'keyUsage=critical,keyCertSign,cRLSign',
      '-addext',
      'basicConstraints=critical,CA:TRUE,pathlen:1',
    ],
  ]);
  return { key, chain };
}

async function startFulcio(
  folder: string,
  issuer: string,
  { key, chain }: { key: string; chain: string },
  log: Log | undefined,
  start: Start,
) {
  const [http, grpc, metrics] = await freePorts(3);
  const config = join(folder, 'fulcio.json');
  const known = { IssuerURL: issuer, ClientID: 'sigstore', Type: 'github-workflow' };
  await writeFile(config, JSON.stringify({ OIDCIssuers: { [issuer]: known } }));
  start('fulcio', [
    ...[
      'serve',
      '--ca',
      'fileca',
      '--fileca-cert',
      chain,
      '--fileca-key',
      key,
      '--fileca-key-passwd',
      'acme',
    ],
    ...['--ct-log-url', log?.url ?? '', '--config-path', config],
    ...[
      '--host',
      '127.0.0.1',
      '--port',
      String(http),
      '--grpc-host',
      '127.0.0.1',
      '--grpc-port',
      String(grpc),
    ],
    ...['--metrics-port', String(metrics), '--legacy-unix-domain-socket', join(folder, 'fulcio.sock')],
  ]);
  const url = `http://127.0.0.1:${http}`;
  await answerOf(`${url}/api/v2/trustBundle`);
  return { url };
}

async function startCertificateLog(folder: string, { chain }: { chain: string }, start: Start): Promise<Log> {
  const [port] = await freePorts(1);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [signer, key] = [join(folder, 'certificates.key'), join(folder, 'certificates.pub')];
  await writeFile(signer, privateKey.export({ type: 'sec1', format: 'pem' }));
  await writeFile(key, publicKey.export({ type: 'spki', format: 'pem' }));
  const origin = 'log.acme.example';
  start('tesseract', [
    ...['--private_key', signer, '--origin', origin, '--storage_dir', join(folder, 'certificates')],
    ...['--roots_pem_file', chain, '--ext_key_usages', 'CodeSigning', '--http_endpoint', `127.0.0.1:${port}`],
  ]);
  const url = `http://127.0.0.1:${port}`;
  await answerOf(`${url}/healthz`);
  return { url, key, origin };
}

async function startTimestamps(folder: string, start: Start) {
  const [port] = await freePorts(1);
  start('timestamp-server', [
    ...['serve', '--host', '127.0.0.1', '--port', String(port)],
    ...['--timestamp-signer', 'memory', '--disable-ntp-monitoring'],
  ]);
  const url = `http://127.0.0.1:${port}/api/v1/timestamp`;
  const chain = join(folder, 'timestamp.pem');
  await writeFile(chain, await answerOf(`${url}/certchain`));
  return { url, chain };
}

async function startRekor(folder: string, start: Start): Promise<Log> {
  const [http, grpc, metrics] = await freePorts(3);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const [signer, key] = [join(folder, 'rekor.key'), join(folder, 'rekor.pub')];
  await writeFile(signer, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await writeFile(key, publicKey.export({ type: 'spki', format: 'pem' }));
  // Verifiers expect the host of its address as the origin of the log.
  const origin = '127.0.0.1';
  start('rekor-server', [
    ...['serve', '--http-address', '127.0.0.1', '--http-port', String(http), '--hostname', origin],
    ...['--grpc-address', '127.0.0.1', '--grpc-port', String(grpc), '--http-metrics-port', String(metrics)],
    ...['--storage-dir', join(folder, 'log'), '--signer-filepath', signer, '--checkpoint-interval', '1s'],
  ]);
  const url = `http://127.0.0.1:${http}`;
  await answerOf(`${url}/healthz`);
  return { url, key, origin };
}

/** Starts the stand-in for GitHub: the issuer that Fulcio trusts, and the token service for jobs. */
async function startIssuer() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  const jobs = new Map<string, Job>();
  let url = '';
  const server: Server = createServer((request, answer) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const send = (status: number, body: object) =>
      void answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (pathname === '/.well-known/openid-configuration')
      return send(200, {
        issuer: url,
        jwks_uri: `${url}/keys`,
        response_types_supported: ['id_token'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    if (pathname === '/keys')
      return send(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] });
    const job = jobs.get(request.headers.authorization?.replace(/^bearer /i, '') ?? '');
    if (pathname !== '/token' || job === undefined) return send(404, {});
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = claimsOf(job, url, searchParams.get('audience') ?? '');
    const text = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(claims)}`;
    send(200, {
      value: `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey).toString('base64url')}`,
    });
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    environmentOf: (job: Job) => {
      const bearer = randomBytes(16).toString('hex');
      jobs.set(bearer, job);
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
      };
    },
    stop: () =>
      new Promise<void>(stopped => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}

/** Returns the claims of a token (docs.github.com, "OpenID Connect reference"). */
function claimsOf({ repository, repositoryId, ref, workflow }: Job, issuer: string, audience: string) {
  const now = Math.floor(Date.now() / 1000);
  const [owner] = repository.split('/');
  const sha = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
  return {
    iss: issuer,
    aud: audience,
    sub: `repo:${repository}:ref:${ref}`,
    repository,
    repository_id: repositoryId,
    repository_owner: owner,
    repository_owner_id: '815',
    repository_visibility: 'private',
    ref,
    sha,
    event_name: 'push',
    workflow: 'push',
    workflow_ref: `${repository}/.github/workflows/push.yml@${ref}`,
    workflow_sha: sha,
    job_workflow_ref: workflow,
    job_workflow_sha: sha,
    run_id: '7',
    run_attempt: '1',
    runner_environment: 'github-hosted',
    iat: now,
    nbf: now,
    exp: now + 300,
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createPort>>(ready => {
          const server = createPort();
          server.listen(0, '127.0.0.1', () => ready(server));
        }),
    ),
  );
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(server => new Promise(closed => server.close(closed))));
  return ports;
}

async function answerOf(url: string): Promise<string> {
  const end = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return answer.text();
    if (Date.now() > end) throw new Error(`${url} does not answer (${answer?.status})`);
    await new Promise(next => setTimeout(next, 100));
  }
}
