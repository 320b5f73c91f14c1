import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { singleFileImage, tarOf } from '../../lab/images.ts';
import { registryEntries } from '../../lab/registry.ts';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'images-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('an image of one file', () => {
  it('is an archive that tar can read, executable and owned by root', () => {
    writeFileSync(
      join(directory, 'a.tar'),
      tarOf([
        ['pause', Buffer.from('x'.repeat(700))],
        ['bin/sh', Buffer.from('y')],
      ]),
    );
    const listing = execFileSync('tar', ['--numeric-owner', '-tvf', join(directory, 'a.tar')], {
      encoding: 'utf8',
    });
    expect(listing).toMatch(/^-rwxr-xr-x 0\/0 +700 .* pause\n-rwxr-xr-x 0\/0 +1 .* bin\/sh\n$/);
  });

  it('starts that file', () => {
    writeFileSync(join(directory, 'program'), 'content');
    const layout = join(directory, 'layout');
    singleFileImage(layout, join(directory, 'program'));
    const blob = (digest: string) =>
      JSON.parse(readFileSync(join(layout, 'blobs', digest.replace(':', '/')), 'utf8'));
    const index = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
    const config = blob(blob(index.manifests[0].digest).config.digest);
    expect(config.config.Entrypoint).toEqual(['/program']);
  });
});

describe('an image added to the registry', () => {
  it('gets its tag last, so that a tagged image is complete', () => {
    const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
    const { blobs, links } = registryEntries('base/node', '24', digest('a'), {
      config: { digest: digest('b') },
      layers: [{ digest: digest('c') }],
    });
    expect([...blobs.keys()]).toContain(`blobs/sha256/cc/${'c'.repeat(64)}/data`);
    expect([...links.keys()].at(-1)).toBe('repositories/base/node/_manifests/tags/24/current/link');
  });
});
