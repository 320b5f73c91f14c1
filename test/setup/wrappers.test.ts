import { describe, expect, it } from 'vitest';
import { loginIn } from '../../src/setup/wrappers.ts';

describe('a login to the cluster', () => {
  const pipeline = '/.github/workflows/pipeline.yml@v1';
  const connect = '.github/slipway/connect/action.yml';
  it.each([
    ['in no step', '@v1', [], '', false],
    ['in an action of the repository', '@v1\n- uses: ./.github/login', [], '', true],
    ['in no action that sets up languages', '@v1\n- uses: ./.github/slipway/setup', [], '', false],
    ['of Google Cloud', '@v1\n- uses: google-github-actions/get-gke-credentials@v3', [], '', true],
    ['in no action for the reusable workflow', pipeline, [], '', false],
    ['in the action that the reusable workflow runs', pipeline, [connect], '', true],
    ['in one that the step does not run', '@v1', [connect], '', false],
    [
      'perhaps at the root of the repository',
      `${pipeline}\nservices/shop/slipway.yml`,
      [],
      'services/shop/',
      true,
    ],
  ])('is found or not: %s', (_, uses, paths, prefix, found) => {
    const path = '.github/workflows/x.yml';
    const texts = new Map([[path, `- uses: slipway/slipway${uses}`]]);
    expect(loginIn({ texts, paths, prefix })).toEqual({ path, found });
  });
});
