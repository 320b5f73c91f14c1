import { describe, expect, it } from 'vitest';
import { render } from '../../scripts/render.ts';
import { manifests, readWorkflow, textOfFile, workflows } from '../../scripts/workflow-files.ts';

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

  it.each([...workflows, ...manifests])('removes from %s what only github.com supports', path => {
    const text = render(textOfFile(path), at);
    expect(text).not.toMatch(/uses: ['"]?\$\//);
    expect(text).not.toContain('queue:');
    expect(
      [...text.matchAll(/(?:upload|download)-artifact@(.*)$/gm)].filter(
        ([, pin]) => !/ # v3\./.test(pin ?? ''),
      ),
    ).toEqual([]);
  });

  it('pins the artifact actions of Enterprise Servers, and sets no input that they do not have', () => {
    const upload = `      - uses: actions/upload-artifact@${'b'.repeat(40)} # v7.0.0\n        with:\n`;
    expect(render(upload, at)).toMatch(
      /^ {6}- uses: actions\/upload-artifact@[0-9a-f]{40} # v3\.2\.1-node20\n {8}with:\n$/,
    );
    const inputs = ['name', 'path', 'if-no-files-found', 'retention-days'];
    for (const path of workflows)
      for (const { steps = [] } of Object.values(readWorkflow(path).jobs))
        for (const { uses = '', with: given = {} } of steps)
          if (/^actions\/(upload|download)-artifact@/.test(uses))
            expect(inputs, path).toEqual(expect.arrayContaining(Object.keys(given)));
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
