import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { Digest } from '../../src/image/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { RawManifest } from '../../src/registry/contents.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { attachBundles } from '../../src/signing/attach.ts';
import { readAttached } from '../../src/signing/attached.ts';
import { predicates } from '../../src/signing/predicates.ts';

/** Images that are signed correctly, and in each wrong way. */

const run = promisify(execFile);
export const registry = new RegistryClient();
export const password = 'correct-horse-battery';

/** Creates a key pair with cosign; the private key as text, for a variable. */
export async function keyPair(
  folder: string,
  name: string,
): Promise<{ secret: string; file: string; public: string }> {
  const prefix = join(folder, name);
  await run('cosign', ['generate-key-pair', '--output-key-prefix', prefix], {
    env: { ...process.env, COSIGN_PASSWORD: password, HOME: folder },
    cwd: folder,
  });
  return { secret: await readFile(`${prefix}.key`, 'utf8'), file: `${prefix}.key`, public: `${prefix}.pub` };
}

/** Pushes a small image, different for each label, with a vulnerable package. */
export async function pushSmall(repository: string, label: string): Promise<Digest> {
  const folder = await mkdtemp(join(tmpdir(), 'small-'));
  const modules = join(folder, 'app/node_modules/lodash');
  await mkdir(modules, { recursive: true });
  await writeFile(join(modules, 'package.json'), '{"name":"lodash","version":"4.17.4"}');
  const options = { encoding: 'buffer', maxBuffer: 1 << 20 } as const;
  const { stdout: tar } = await run('tar', ['-C', folder, '--mtime=@0', '-cf', '-', 'app'], options);
  await rm(folder, { recursive: true });
  const config = Buffer.from(
    JSON.stringify({
      os: 'linux',
      architecture: 'amd64',
      config: { User: '1000', Labels: { label } },
      rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
    }),
  );
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const body = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType,
      config: await upload(repository, 'application/vnd.oci.image.config.v1+json', config),
      layers: [await upload(repository, 'application/vnd.oci.image.layer.v1.tar+gzip', gzipSync(tar))],
    }),
  );
  const manifest = { digest: digestOf(body), mediaType, body };
  await registry.putManifest(repository, manifest);
  return manifest.digest;
}

async function upload(repository: string, mediaType: string, content: Buffer) {
  const blob = { mediaType, digest: digestOf(content), size: content.length };
  await registry.uploadBlob(repository, blob, async () => [content] as unknown as AsyncIterable<Uint8Array>);
  return blob;
}

/** Pushes the image with another configuration, as any user who may push can; the result is not signed. */
export async function changeImage(repository: string, digest: Digest, label = 'changed'): Promise<Digest> {
  const { body, mediaType } = (await registry.manifest(repository, digest)) as RawManifest;
  const manifest = JSON.parse(Buffer.from(body).toString()) as {
    config: { digest: Digest; mediaType: string };
  };
  const config = JSON.parse(
    Buffer.from((await registry.blob(repository, manifest.config.digest))!).toString(),
  );
  config.config = { ...config.config, Labels: { ...config.config?.Labels, changed: label } };
  const changed = await upload(repository, manifest.config.mediaType, Buffer.from(JSON.stringify(config)));
  const bytes = Buffer.from(JSON.stringify({ ...manifest, config: changed }));
  const raw = { digest: digestOf(bytes), mediaType, body: bytes };
  await registry.putManifest(repository, raw);
  return raw.digest;
}

/** Attaches the signatures of one image to another one. */
export async function moveSignatures(repository: string, from: Digest, to: Digest): Promise<void> {
  const attached = await readAttached(registry, repository, from, Object.values(predicates));
  const signed = attached.map(({ bundle, claim }) => ({ bundle, type: claim.type }));
  await attachBundles(registry, { repository, digest: to }, signed, '2026-11-26T00:00:00Z');
}

/** Writes the parts of a scan's reports that signing reads, without a scan. */
export async function writeReports(folder: string, name: string, reference: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const at = new Date().toISOString();
  const reports = {
    json: {
      SchemaVersion: 2,
      Trivy: { Version: '0.74.0' },
      CreatedAt: at,
      ArtifactName: reference,
      Results: [{ Target: 'Node.js', Packages: [{ Name: 'lodash' }], Vulnerabilities: [] }],
    },
    'cdx.json': { bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { name: reference } } },
    'spdx.json': { spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', name: reference },
  };
  for (const [extension, report] of Object.entries(reports))
    await writeFile(join(folder, `${name}.${extension}`), JSON.stringify(report));
}
