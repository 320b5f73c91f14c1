import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/contents.ts';
import { type FirstLine, firstLineIn, withArguments } from '../../src/image/facts.ts';
import type { Git } from '../../src/image/git.ts';
import { planImages } from '../../src/image/plan.ts';

const commit = '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d';
const git: Git = { ref: { kind: 'tag', name: 'v1.4.2' }, revision: commit, time: 1_700_000_000 };

/** The final arguments of an image. */
function filled(args: Record<string, string>, at: Git = git, file?: FirstLine): Record<string, string> {
  const text = JSON.stringify({ app: 'shop', images: { shop: { repository: 'ghcr.io/acme/shop', args } } });
  const { images } = parseConfig(text, 'slipway.yml');
  return (
    withArguments(images, planImages({ images }, { git: at, now: 1_800_000_000 }), at, file).shop?.args ?? {}
  );
}

describe('IN 5: build arguments', () => {
  it('contain commit, version and date of the commit', () => {
    expect(
      filled({
        NODE: '24',
        GIT_COMMIT: '{{commit}}',
        VERSION: '{{version}}+{{sha}}',
        BUILD_DATE: "{{commit_date 'YYYY-MM-DD[T]HH:mm:ss[Z]'}}",
        TAG: '{{ tag }}',
      }),
    ).toEqual({
      NODE: '24',
      GIT_COMMIT: commit,
      VERSION: '1.4.2+1a2b3c4',
      BUILD_DATE: '2023-11-14T22:13:20Z',
      TAG: 'v1.4.2',
    });
  });

  it('have the version of the label, and the branch, where no tag was pushed', () => {
    const branch: Git = { ...git, ref: { kind: 'branch', name: 'main' } };
    expect(filled({ VERSION: '{{version}}', BRANCH: '{{branch}}', TAG: '{{tag}}' }, branch)).toEqual({
      VERSION: planImages({ images: { shop: {} } as never }, { git: branch, now: 0 }).shop?.version,
      BRANCH: 'main',
      TAG: '',
    });
  });

  it('contain the first line of a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'arguments-'));
    writeFileSync(join(folder, 'VERSION'), ' 3.3.0\r\nmore\n');
    const reads = (path: string) => filled({ VERSION: `v{{file '${path}'}}` }, git, firstLineIn(folder));
    expect(reads('VERSION')).toEqual({ VERSION: 'v3.3.0' });
    expect(() => reads('version.txt')).toThrow(
      'slipway.yml takes a text from version.txt, which cannot be read: ENOENT',
    );
    for (const path of ['../VERSION', '/etc/passwd', ''])
      expect(() => reads(path)).toThrow('below the folder of slipway.yml');
  });

  it('are empty for unknown values', () => {
    expect(filled({ A: '{{commit}}', B: "{{commit_date 'YYYY'}}" }, {})).toEqual({ A: '', B: '' });
  });

  it('are unchanged without braces, whatever they contain', () => {
    fc.assert(
      fc.property(
        fc.string().filter(text => !text.includes('{{')),
        text => {
          expect(filled({ A: text })).toEqual({ A: text });
        },
      ),
    );
  });

  it.each([
    [String.raw`\{{name}}`, '{{name}}'],
    [String.raw`\{{commit}}`, '{{commit}}'],
    [String.raw`a \{{ without an end`, 'a {{ without an end'],
    [String.raw`\{{.Tag}} at {{tag}}`, '{{.Tag}} at v1.4.2'],
    [String.raw`\{{{{tag}}}}`, '{{v1.4.2}}'],
    [String.raw`C:\\{{tag}}`, String.raw`C:\v1.4.2`],
    [String.raw`C:\dir`, String.raw`C:\dir`],
  ])('critic 11: have braces that are escaped with a backslash, as in Handlebars: %s', (written, text) => {
    expect(filled({ A: written })).toEqual({ A: text });
  });

  it('critic 11: can have any text without a backslash before braces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('{', '}', '\\', 'a', ' ') }).filter(text => !/\\+\{\{/.test(text)),
        text => {
          expect(filled({ A: text.replaceAll('{{', '\\{{') })).toEqual({ A: text });
        },
      ),
    );
  });
});
