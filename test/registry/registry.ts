import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Digest, parseReference } from '../../src/image/reference.ts';
import { digestOf } from '../../src/registry/manifest.ts';

export type Handler = (request: IncomingMessage, answer: ServerResponse) => void;

/** A registry on loopback: `routes` answer their paths, everything else is 404; `seen` has the requests. */
export interface FakeRegistry {
  readonly host: string;
  readonly seen: { readonly path: string; readonly authorization: string | undefined }[];
  readonly routes: Map<string, Handler>;
  reference(text: string): ReturnType<typeof parseReference>;
  close(): Promise<void>;
}

export async function startRegistry(): Promise<FakeRegistry> {
  const seen: { path: string; authorization: string | undefined }[] = [];
  const routes = new Map<string, Handler>();
  const server = createServer((request, answer) => {
    const path = request.url ?? '';
    seen.push({ path, authorization: request.headers.authorization });
    const handler = routes.get(path.split('?', 1)[0]!);
    if (handler === undefined) answer.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
    else handler(request, answer);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    seen,
    routes,
    reference: text => parseReference(`${host}/${text}`),
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface Content {
  readonly body: string;
  readonly digest: Digest;
  readonly type: string;
}

function content(document: object, type: string): Content {
  const body = JSON.stringify(document);
  return { body, digest: digestOf(Buffer.from(body)), type };
}

export const send =
  ({ body, type }: Content, headers: Record<string, string> = {}): Handler =>
  (_, answer) =>
    answer.writeHead(200, { 'Content-Type': type, ...headers }).end(body);

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
export const config = content(
  { os: 'linux', architecture: 'arm64', variant: 'v8' },
  'application/octet-stream',
);
export const image = content(
  { schemaVersion: 2, mediaType: manifestType, config: { digest: config.digest }, layers: [] },
  manifestType,
);

const child = (letter: string): Digest => digestOf(Buffer.from(letter));
export const children = [child('a'), child('b')];
export const index = content(
  {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      { digest: children[0], platform: { os: 'linux', architecture: 'amd64' } },
      { digest: children[1], platform: { os: 'linux', architecture: 'arm', variant: 'v7' } },
      { digest: child('attestation'), platform: { os: 'unknown', architecture: 'unknown' } },
    ],
  },
  'application/vnd.oci.image.index.v1+json',
);

/** Accepts requests with `authorization`, and challenges all others. */
export const guarded =
  (authorization: string, challenge: string, handler: Handler): Handler =>
  (request, answer) => {
    if (request.headers.authorization === authorization) handler(request, answer);
    else answer.writeHead(401, { 'WWW-Authenticate': challenge }).end();
  };
