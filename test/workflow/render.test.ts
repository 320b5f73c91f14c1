import { describe, expect, it } from 'vitest';
import { render } from '../../scripts/render.ts';
import { textOfFile, workflows } from '../../scripts/workflow-files.ts';

const at = { repository: 'acme/slipway', ref: 'v1.2.3' };

describe('render', () => {
  it('rewrites references to actions and workflows of this repository', () => {
    expect(render('      - uses: $/actions/build\n', at)).toBe(
      '      - uses: acme/slipway/actions/build@v1.2.3\n',
    );
    expect(render('    uses: $/.github/workflows/build.yml\n', at)).toBe(
      '    uses: acme/slipway/.github/workflows/build.yml@v1.2.3\n',
    );
  });

  it('rewrites references to the root action', () => {
    expect(render('        uses: $/\n', at)).toBe('        uses: acme/slipway@v1.2.3\n');
  });

  it('keeps comments, other actions, and the paths of the caller', () => {
    const text = '      - uses: actions/checkout@3d3c # v7\n      - uses: ./.github/slipway/connect # ours\n';
    expect(render(text, at)).toBe(text);
    expect(render('uses: $/actions/x # why\n', at)).toBe('uses: acme/slipway/actions/x@v1.2.3 # why\n');
  });

  it('removes the queue, which older servers do not support', () => {
    const text = 'concurrency:\n  group: a\n  cancel-in-progress: false\n  queue: max\njobs:\n';
    expect(render(text, at)).toBe('concurrency:\n  group: a\n  cancel-in-progress: false\njobs:\n');
    expect(render('    concurrency: { group: a, queue: max }\n', at)).toBe('    concurrency: { group: a }\n');
  });

  it.each(workflows)('removes all new syntax from %s', path => {
    const text = render(textOfFile(path), at);
    expect(text).not.toMatch(/uses: ['"]?\$\//);
    expect(text).not.toContain('queue:');
  });

  it.each([
    ['acme', 'v1', 'owner/name'],
    ['acme/slipway/x', 'v1', 'owner/name'],
    ['acme/slip way', 'v1', 'owner/name'],
    ['acme/slipway', '', 'a branch, tag or commit'],
    ['acme/slipway', 'v1 # x', 'a branch, tag or commit'],
  ])('refuses %o at %o', (repository, ref, remedy) => {
    expect(() => render('', { repository, ref })).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining(remedy) }),
    );
  });
});
