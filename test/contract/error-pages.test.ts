import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOfFile } from '../../scripts/workflow-files.ts';
import { Authorization } from '../../src/registry/authorization.ts';
import { anchorsOf } from './markdown.ts';

/** Errors that need more than a sentence name a page of the documentation. */

const sources = ['src', '.github/actions'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => /\.(ts|sh)$/.test(path))
    .map(path => join(folder, path)),
);

describe('a page that a message names', () => {
  const named = sources.flatMap(path =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\bdocs\/[\w-]+\.md(#[\w-]+)?/g)].map(([page]) => ({
      path,
      page,
    })),
  );

  it('is found', () => expect(named.length).toBeGreaterThan(20));

  it.each(named)('exists: $page in $path', ({ page }) => {
    const [path = '', anchor] = page.split('#');
    expect(existsSync(join(root, path))).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(textOfFile(path))).toContain(anchor);
  });
});

describe('the login of a cloud', () => {
  const refusal = (registry: string, act: 'read' | 'write') =>
    new Authorization(registry, 'shop', async () => undefined, {}).refusal(401, { act });

  it.each([
    '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
    'europe-west3-docker.pkg.dev',
    'eu.gcr.io',
    'acmeshop.azurecr.io',
  ])('is explained where %s refuses access', async registry => {
    expect((await refusal(registry, 'write')).sentence).toBe(
      `the registry ${registry} does not allow this run to write to shop without credentials (401). Log in to the cloud before this step, with a role that may write to the repository (docs/clouds.md).`,
    );
  });

  it.each(['ghcr.io', 'registry.example.com', 'azurecr.io.example.com'])(
    'is no help for %s',
    async registry => {
      expect((await refusal(registry, 'read')).sentence).not.toContain('docs/');
    },
  );
});
