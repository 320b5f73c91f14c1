import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Digest } from '../../src/image/reference.ts';
import { digestOf } from '../../src/registry/manifest.ts';

/** A registry in memory, after distribution-spec 1.1; `seen` has the requests. */
export interface Store {
  readonly host: string;
  /** `METHOD path` of each request, in order. */
  readonly seen: string[];
  readonly blobs: Map<string, Buffer>;
  /** `name:tag` and `name@digest` → manifest. */
  readonly manifests: Map<string, { type: string; body: Buffer }>;
  /** Answers instead of the registry; false leaves the request to it. */
  intercept: (request: IncomingMessage, answer: ServerResponse, body: Buffer) => boolean;
  /** Answers as the registry does, for an interceptor that delayed it. */
  serve: (request: IncomingMessage, answer: ServerResponse, body: Buffer) => void;
  /** Whether it keeps the lists of referrers itself, as in distribution-spec 1.1; docker's own registry does not. */
  keepsReferrers: boolean;
  /** Whether a broken upload can be resumed, as in distribution 3, or is lost, as in docker's own registry. */
  keepsUploads: boolean;
  /** The bytes of its body after which the connection of a request is cut; undefined: never. */
  cut: (request: IncomingMessage) => number | undefined;
  /** The received bytes of uploads, by their number. */
  readonly uploads: Map<string, Buffer>;
  /** The `Location` of an upload. */
  location: (path: string) => string;
  blob(name: string, content: string | Buffer): { digest: Digest; size: number; mediaType: string };
  manifest(name: string, document: object, tag?: string): { digest: Digest; size: number; mediaType: string };
  close(): Promise<void>;
}

export const types = {
  index: 'application/vnd.oci.image.index.v1+json',
  image: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
};

export async function startStore(): Promise<Store> {
  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    let left = store.cut(request) ?? Number.POSITIVE_INFINITY;
    try {
      // An intercepted PUT may be answered, or cut off, before its body has arrived.
      for await (const chunk of request as AsyncIterable<Buffer>) {
        chunks.push(chunk.subarray(0, left));
        left -= chunk.length;
        if (left > 0) continue;
        const id = /\/uploads\/([^/?]+)/.exec(request.url ?? '')?.[1];
        const before = store.uploads.get(id ?? '') ?? Buffer.of();
        if (store.keepsUploads && id !== undefined) store.uploads.set(id, Buffer.concat([before, ...chunks]));
        store.seen.push(`${request.method} ${request.url} (cut)`);
        return void request.socket.destroy();
      }
    } catch {
      return;
    }
    const body = Buffer.concat(chunks);
    store.seen.push(`${request.method} ${request.url}`);
    if (!store.intercept(request, answer, body)) serve(store, request, answer, body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store: Store = {
    host,
    seen: [],
    blobs: new Map(),
    manifests: new Map(),
    intercept: () => false,
    serve: (request, answer, body) => serve(store, request, answer, body),
    keepsReferrers: false,
    keepsUploads: false,
    cut: () => undefined,
    uploads: new Map(),
    location: path => path,
    blob: (name, content) => {
      const body = Buffer.from(content);
      store.blobs.set(`${name}@${digestOf(body)}`, body);
      return { digest: digestOf(body), size: body.length, mediaType: types.layer };
    },
    manifest: (name, document, tag) => {
      const body = Buffer.from(JSON.stringify(document));
      const { mediaType } = document as { mediaType: string };
      for (const at of [`@${digestOf(body)}`, ...(tag === undefined ? [] : [`:${tag}`])])
        store.manifests.set(`${name}${at}`, { type: mediaType, body });
      return { digest: digestOf(body), size: body.length, mediaType };
    },
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return store;
}

function serve(store: Store, request: IncomingMessage, answer: ServerResponse, body: Buffer): void {
  const url = new URL(request.url ?? '', `http://${store.host}`);
  const [, name = '', kind = '', at = ''] =
    /^\/v2\/(.+)\/(blobs\/uploads|blobs|manifests|referrers)\/(.*)$/.exec(url.pathname) ?? [];
  const method = request.method ?? '';
  const fail = (status: number, code: string) =>
    answer.writeHead(status, { 'Content-Type': 'application/json' }).end(`{"errors":[{"code":"${code}"}]}`);

  const listed = /^\/v2\/(.+)\/tags\/list$/.exec(url.pathname)?.[1];
  if (listed !== undefined) {
    const tags = [...store.manifests.keys()].flatMap(key =>
      key.startsWith(`${listed}:`) ? [key.slice(listed.length + 1)] : [],
    );
    if (tags.length === 0) return void fail(404, 'NAME_UNKNOWN');
    answer.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ name: listed, tags }));
  } else if (kind === 'blobs/uploads' && method === 'POST') {
    const [mount, from] = [url.searchParams.get('mount'), url.searchParams.get('from')];
    const blob = store.blobs.get(`${from}@${mount}`);
    if (blob !== undefined) {
      store.blobs.set(`${name}@${mount}`, blob);
      answer.writeHead(201).end();
      return;
    }
    const location = store.location(`/v2/${name}/blobs/uploads/${randomUUID()}?state=a%2Fb`);
    answer.writeHead(202, { Location: location }).end();
  } else if (kind === 'blobs/uploads' && method === 'PUT') {
    const digest = url.searchParams.get('digest');
    const before = store.uploads.get(at) ?? Buffer.of();
    store.uploads.delete(at);
    const whole = Buffer.concat([before, body]);
    const range = before.length === 0 ? undefined : `${before.length}-${whole.length - 1}`;
    if (url.searchParams.get('state') !== 'a/b') return void fail(404, 'BLOB_UPLOAD_UNKNOWN');
    if (request.headers['content-range'] !== range) return void fail(416, 'RANGE_INVALID');
    if (request.headers['content-length'] !== String(body.length)) return void fail(411, 'SIZE_INVALID');
    if (digestOf(whole) !== digest) return void fail(400, 'DIGEST_INVALID');
    store.blobs.set(`${name}@${digest}`, whole);
    answer.writeHead(201).end();
  } else if (kind === 'blobs/uploads' && method === 'GET') {
    const arrived = store.uploads.get(at);
    if (arrived === undefined) return void fail(404, 'BLOB_UPLOAD_UNKNOWN');
    const location = store.location(`/v2/${name}/blobs/uploads/${at}?state=a%2Fb`);
    answer.writeHead(204, { Location: location, Range: `0-${arrived.length - 1}` }).end();
  } else if (kind === 'blobs') {
    const blob = store.blobs.get(`${name}@${at}`);
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (blob === undefined) fail(404, 'BLOB_UNKNOWN');
    else if (first !== undefined)
      answer
        .writeHead(206, { 'Content-Range': `bytes ${first}-${last}/${blob.length}` })
        .end(blob.subarray(Number(first), Number(last) + 1));
    else answer.writeHead(200, { 'Content-Length': blob.length }).end(method === 'HEAD' ? undefined : blob);
  } else if (kind === 'manifests' && method === 'PUT') {
    if (at.startsWith('sha256:') && digestOf(body) !== at) return void fail(400, 'DIGEST_INVALID');
    if (missing(store, name, body)) return void fail(400, 'MANIFEST_BLOB_UNKNOWN');
    const manifest = { type: request.headers['content-type'] ?? '', body };
    store.manifests.set(`${name}@${digestOf(body)}`, manifest);
    if (!at.startsWith('sha256:')) store.manifests.set(`${name}:${at}`, manifest);
    const subject = store.keepsReferrers ? subjectOf(body) : undefined;
    const headers = subject === undefined ? {} : { 'OCI-Subject': subject };
    answer.writeHead(201, { 'Docker-Content-Digest': digestOf(body), ...headers }).end();
  } else if (kind === 'manifests' && method === 'DELETE') {
    const gone = store.manifests.get(`${name}@${at}`);
    // Like docker's own: only by digest, together with every tag of it.
    if (!at.startsWith('sha256:')) return void fail(400, 'DIGEST_INVALID');
    if (gone === undefined) return void fail(404, 'MANIFEST_UNKNOWN');
    for (const [key, { body: other }] of store.manifests)
      if (/^[^:@]+/.exec(key)?.[0] === name && other.equals(gone.body)) store.manifests.delete(key);
    answer.writeHead(202).end();
  } else if (kind === 'referrers' && store.keepsReferrers) {
    const manifests = referrersOf(store, name, at);
    answer
      .writeHead(200, { 'Content-Type': types.index })
      .end(JSON.stringify({ schemaVersion: 2, mediaType: types.index, manifests }));
  } else if (kind === 'manifests') {
    const found = store.manifests.get(`${name}${at.startsWith('sha256:') ? '@' : ':'}${at}`);
    if (found === undefined) fail(404, 'MANIFEST_UNKNOWN');
    else
      answer
        .writeHead(200, { 'Content-Type': found.type, 'Docker-Content-Digest': digestOf(found.body) })
        .end(found.body);
  } else fail(404, 'UNSUPPORTED');
}

const subjectOf = (body: Buffer) =>
  (JSON.parse(body.toString('utf8')) as { subject?: { digest: string } }).subject?.digest;

function referrersOf(store: Store, name: string, digest: string): object[] {
  return [...store.manifests].flatMap(([at, { type, body }]) => {
    if (!at.startsWith(`${name}@`) || subjectOf(body) !== digest) return [];
    const { artifactType, annotations } = JSON.parse(body.toString('utf8'));
    const own = { mediaType: type, digest: digestOf(body), size: body.length };
    return [{ ...own, artifactType, annotations }];
  });
}

/** Whether a manifest refers to something that does not exist yet. */
function missing(store: Store, name: string, body: Buffer): boolean {
  const { manifests = [], layers = [], config } = JSON.parse(body.toString('utf8'));
  return (
    manifests.some(({ digest }: { digest: string }) => !store.manifests.has(`${name}@${digest}`)) ||
    [...layers, ...(config === undefined ? [] : [config])]
      .filter(({ mediaType }: { mediaType: string }) => !mediaType.includes('foreign'))
      .some(({ digest }: { digest: string }) => !store.blobs.has(`${name}@${digest}`))
  );
}

/** Stores an image of two layers (one of them `content`) for a platform. */
export function putImage(
  store: Store,
  name: string,
  architecture: string,
  content: string,
  tag?: string,
  packed: (content: string) => string | Buffer = text => text,
) {
  const config = {
    ...store.blob(name, JSON.stringify({ os: 'linux', architecture })),
    mediaType: types.config,
  };
  const layers = [store.blob(name, packed('shared')), store.blob(name, packed(content))];
  return store.manifest(name, { schemaVersion: 2, mediaType: types.image, config, layers }, tag);
}

/**
 * An index of two platforms and an attestation.
 * @param packed makes layers of texts, which are not archives.
 */
export function putIndex(
  store: Store,
  name: string,
  tag?: string,
  packed?: (content: string) => string | Buffer,
) {
  const entry = (architecture: string) => ({
    ...putImage(store, name, architecture, `for ${architecture}`, undefined, packed),
    platform: { os: 'linux', architecture },
  });
  const attestation = store.manifest(name, {
    schemaVersion: 2,
    mediaType: types.image,
    config: { ...store.blob(name, '{}'), mediaType: types.config },
    layers: [{ ...store.blob(name, '{"predicate":{}}'), mediaType: 'application/vnd.in-toto+json' }],
  });
  const unknown = { ...attestation, platform: { os: 'unknown', architecture: 'unknown' } };
  const manifests = [entry('amd64'), entry('arm64'), unknown];
  return store.manifest(name, { schemaVersion: 2, mediaType: types.index, manifests }, tag);
}
