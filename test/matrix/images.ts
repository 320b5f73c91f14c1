import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { digestOf } from '../../src/registry/manifest.ts';

/** A fake registry that has every tag of every repository, each as a different image for linux/amd64. Images are never pulled. */
export interface AnyImage {
  /** Its address, such as `127.0.0.1:40213`. */
  readonly host: string;
  digestOf(tag: string): string;
  close(): Promise<void>;
}

const manifestType = 'application/vnd.oci.image.manifest.v1+json';

export async function serveImages(): Promise<AnyImage> {
  const bodies = new Map<string, { body: string; type: string }>();
  const keep = (document: object, type: string): string => {
    const body = JSON.stringify(document);
    const digest = digestOf(Buffer.from(body));
    bodies.set(digest, { body, type });
    return digest;
  };
  const config = keep({ os: 'linux', architecture: 'amd64' }, 'application/octet-stream');
  const manifestOf = (tag: string) =>
    keep(
      {
        schemaVersion: 2,
        mediaType: manifestType,
        annotations: { tag },
        config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: config, size: 39 },
        layers: [],
      },
      manifestType,
    );
  const server = createServer((request, answer) => {
    const [, kind, at] = /^\/v2\/.+\/(manifests|blobs)\/([^/?]+)/.exec(request.url ?? '') ?? [];
    const digest =
      kind === 'manifests' && at !== undefined && !at.startsWith('sha256:') ? manifestOf(at) : at;
    const found = bodies.get(digest ?? '');
    if (found === undefined) return answer.writeHead(404).end('{"errors":[{"code":"MANIFEST_UNKNOWN"}]}');
    answer.writeHead(200, { 'content-type': found.type, 'docker-content-digest': digest }).end(found.body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    digestOf: manifestOf,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
