import { type ChildProcess, spawn } from 'node:child_process';
import { createSign, randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../certificates.ts';
import { type Front, startFront } from './front.ts';

/** Real registries for one test on loopback, each behind its own proxy, with passwords or tokens. */

/**
 * `docker` is Docker's registry 2.8, which lists no referrers and drops interrupted uploads; `distribution` is version 3, which keeps
 * them; `lists` is one that lists referrers.
 */
export type Kind = 'docker' | 'distribution' | 'lists';

export interface OwnRegistry {
  readonly front: Front;
  /** Through the proxy, as users name it. */
  readonly host: string;
  /** The same content without proxy and password: with a password, from a second process over the same folder. */
  readonly inside: string;
  /** As `docker login` stores it. */
  readonly auth: Record<string, { auth: string }>;
  stop(): Promise<void>;
}

export const account = { username: 'robot$push', password: 'open sesame' };
/** The bcrypt hash of that password. */
const bcrypted = '$2a$04$/3TjPff60LG6WIbgjM8FxO49ZQZ0j12AM4JBkRaYGBkayIpAuE..W';

/** Returns the actions that the token service grants on a repository. */
export type Grants = (repository: string) => readonly string[];

export async function startOwnRegistry(
  kind: Kind,
  login: 'none' | 'basic' | { readonly token: Grants } = 'none',
): Promise<OwnRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-'));
  mkdirSync(join(folder, 'data'));
  const parts: ChildProcess[] = [];
  const start = async (command: string[], host: string) => {
    const log = openSync(join(folder, 'log'), 'a');
    const [name = '', ...args] = command;
    parts.push(spawn(name, args, { cwd: folder, stdio: ['ignore', log, log] }));
    closeSync(log);
    await answering(host, folder);
  };
  const [upstream, second] = [await freeHost(), await freeHost()];
  const front = await startFront(upstream);
  const stop = async () => {
    await front.stop();
    const ended = parts.map(part => (part.exitCode === null ? new Promise(r => part.once('close', r)) : 0));
    for (const part of parts) part.kill('SIGKILL');
    await Promise.all(ended);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    if (kind === 'lists') await start(['registries', 'referrers', upstream, join(folder, 'data')], upstream);
    else {
      const program = kind === 'docker' ? 'docker-registry' : 'registries';
      const serve = async (host: string, auth: string) => {
        const path = join(folder, `${host}.yml`);
        await writeFile(path, config(host, folder, auth));
        await start([program, 'serve', path], host);
      };
      await serve(upstream, await authOf(login, front, folder));
      if (login !== 'none') await serve(second, '');
    }
    const name = `${account.username}:${account.password}`;
    const auth = login === 'none' ? {} : { [front.host]: { auth: Buffer.from(name).toString('base64') } };
    return { front, host: front.host, inside: login === 'none' ? upstream : second, auth, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Without a cache: the second process must see what the first one writes. */
function config(host: string, folder: string, auth: string): string {
  return `version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage:
  filesystem: {rootdirectory: ${join(folder, 'data')}}
  delete: {enabled: true}
http: {addr: "${host}", secret: test}
${auth}`;
}

async function authOf(login: Parameters<typeof startOwnRegistry>[1], front: Front, folder: string) {
  if (login === 'none' || login === undefined) return '';
  if (login === 'basic') {
    const path = join(folder, 'passwords');
    await writeFile(path, `${account.username}:${bcrypted}\n`);
    return `auth: {htpasswd: {realm: test, path: ${path}}}\n`;
  }
  const { certificate, key } = selfSigned(folder, 'tokens', [], 2, ['rsa:2048']);
  front.serve = tokenService(key, certificate, login.token);
  return `auth:
  token: {realm: "http://${front.host}/service/token", service: harbor-registry, issuer: tests, rootcertbundle: ${join(folder, 'tokens.crt')}}
`;
}

/** A registry accepts a token for a minute after its expiry, so this one is valid for eight seconds and expires during a copy. */
const lifetime = 8 - 60;

/** Issues tokens for the granted part of the requested actions without an error, as Harbor does. Every fourth request gets a 503. */
function tokenService(key: string, certificate: string, grants: Grants) {
  const chain = certificate.replace(/-----[^-]+-----|\s/g, '');
  const basic = `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`;
  let times = 0;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return (request: IncomingMessage, answer: ServerResponse): boolean => {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (url.pathname !== '/service/token') return false;
    times += 1;
    if (times % 4 === 2) {
      answer.writeHead(503, { 'Retry-After': '0' }).end();
      return true;
    }
    if (request.headers.authorization !== basic) {
      answer.writeHead(401).end('{"errors":[{"code":"UNAUTHORIZED"}]}');
      return true;
    }
    const access = url.searchParams.getAll('scope').map(scope => {
      const [type, name = '', actions = ''] = scope.split(':');
      return { type, name, actions: actions.split(',').filter(action => grants(name).includes(action)) };
    });
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      ...{ iss: 'tests', sub: account.username, aud: url.searchParams.get('service') ?? '' },
      ...{ exp: now + lifetime, nbf: now + lifetime - 5, iat: now, jti: randomUUID(), access },
    };
    const signed = `${part({ typ: 'JWT', alg: 'RS256', x5c: [chain] })}.${part(claims)}`;
    const signature = createSign('RSA-SHA256').update(signed).sign(key, 'base64url');
    answer.end(JSON.stringify({ token: `${signed}.${signature}`, expires_in: 8 }));
    return true;
  };
}

async function freeHost(): Promise<string> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return `127.0.0.1:${port}`;
}

async function answering(host: string, folder: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      await fetch(`http://${host}/v2/`);
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
  throw new Error(`no registry at ${host}: ${await readFile(join(folder, 'log'), 'utf8')}`);
}

/** Writes a Docker configuration with these logins. */
export async function writeLogins(folder: string, registries: readonly OwnRegistry[]): Promise<void> {
  const auths = Object.assign({}, ...registries.map(({ auth }) => auth));
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths }), { mode: 0o600 });
}
