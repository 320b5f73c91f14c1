import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Runs `use` with a registry that serves one chart to those who log in. @param archive the packaged chart. */
export async function withRegistry(
  archive: Buffer,
  use: (registry: { host: string; login: string; digest: string }) => Promise<void>,
): Promise<void> {
  const login = Buffer.from('ada:hunter2').toString('base64');
  const digestOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const part = (bytes: Buffer, kind: string) => ({
    mediaType: `application/vnd.cncf.helm.${kind}`,
    digest: digestOf(bytes),
    size: bytes.length,
  });
  const config = Buffer.from('{"name":"shop","version":"1.4.2","apiVersion":"v2"}');
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const manifest = Buffer.from(
    JSON.stringify({
      ...{ schemaVersion: 2, mediaType, config: part(config, 'config.v1+json') },
      layers: [part(archive, 'chart.content.v1.tar+gzip')],
    }),
  );
  const files = new Map([archive, config, manifest].map(bytes => [digestOf(bytes), bytes]));
  const server = createServer((request, response) => {
    if (request.headers.authorization !== `Basic ${login}`) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="charts"' }).end();
      return;
    }
    const name = request.url?.split('/').at(-1) ?? '';
    const bytes = name === '1.4.2' ? manifest : files.get(name);
    if (bytes === undefined) {
      response.writeHead(request.url === '/v2/' ? 200 : 404).end();
      return;
    }
    const type = bytes === manifest ? mediaType : 'application/octet-stream';
    response.writeHead(200, {
      'content-type': type,
      'content-length': bytes.length,
      'docker-content-digest': digestOf(bytes),
    });
    response.end(request.method === 'HEAD' ? undefined : bytes);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    await use({
      host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      login,
      digest: digestOf(manifest),
    });
  } finally {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }
}
