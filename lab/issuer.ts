/**
 * The lab's OIDC issuer: discovery and keys for the API server, and the token service that GitHub provides to jobs.
 * Usage: node issuer.ts CERTIFICATE KEY
 *   POST /jobs {repository, environment, life}  creates a job; returns the environment variables for it
 *   GET  /jobs/<id>                             returns how many tokens it got
 *   GET  /token/<id>?audience=…                 returns a token; requires the bearer token of the job
 */
import { createPrivateKey, createPublicKey, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { ISSUER } from './lab.ts';
import { claimsFor, type Job } from './oidc.ts';

const [certificate = '', key = ''] = process.argv.slice(2);
const signing = createPrivateKey(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
);
// Unique, so that the API server fetches the keys again after this process was restarted with another key.
const kid = randomBytes(8).toString('hex');
const jwk = { ...createPublicKey(signing).export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
const discovery = {
  issuer: ISSUER,
  jwks_uri: `${ISSUER}/keys`,
  response_types_supported: ['id_token'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
};
const jobs = new Map<string, Job & { bearer: string; issued: number }>();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', ISSUER);
  const [, what = '', id = ''] = url.pathname.split('/');
  const send = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (url.pathname === '/.well-known/openid-configuration') return void send(200, discovery);
  if (what === 'keys') return void send(200, { keys: [jwk] });
  if (what === 'jobs' && request.method === 'POST') {
    const job = JSON.parse(await textOf(request)) as Job;
    const [name, bearer] = [randomBytes(8).toString('hex'), randomBytes(24).toString('hex')];
    jobs.set(name, { ...job, bearer, issued: 0 });
    return void send(201, {
      id: name,
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${ISSUER}/token/${name}?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
      },
    });
  }
  const job = jobs.get(id);
  if (job === undefined) return void send(404, {});
  if (what === 'jobs') return void send(200, { issued: job.issued });
  if (what !== 'token') return void send(404, {});
  if (request.headers.authorization?.toLowerCase() !== `bearer ${job.bearer}`) return void send(401, {});
  job.issued += 1;
  const claims = claimsFor(job, url.searchParams.get('audience') ?? '', Math.floor(Date.now() / 1000));
  send(200, { value: signed(claims) });
}

function signed(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid })}.${part(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(signing).toString('base64url')}`;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

createServer({ cert: readFileSync(certificate), key: readFileSync(key) }, (request, response) => {
  answer(request, response).catch(() => response.writeHead(400).end());
}).listen(Number(new URL(ISSUER).port), new URL(ISSUER).hostname);
