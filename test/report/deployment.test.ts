import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deploymentRequest, statusAs } from '../../src/report/deployment.ts';
import { scenarios } from './scenarios.ts';
import { anyText } from './texts.ts';

const { promoted } = scenarios;

describe('a deployment at GitHub', () => {
  it('is created at the commit of the run, and waits for no checks', () => {
    expect(deploymentRequest(promoted, true)).toMatchObject({
      ref: '3b1f0c2d9e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c',
      environment: 'production',
      description: 'Release 42 of shop',
      required_contexts: [],
      auto_merge: false,
      production_environment: true,
    });
  });

  it('is not created without a commit', () => {
    const [run] = promoted.runs;
    const { revision: _, ...by } = run!.by;
    expect(deploymentRequest({ ...promoted, runs: [{ ...run!, by }] }, true)).toBeUndefined();
  });

  it('has a description of one line and at most 140 characters, with any reason', () => {
    fc.assert(
      fc.property(anyText(400), sentence => {
        const { description } = statusAs({ state: 'failure', sentence, origin: promoted.runs[0]!.by });
        expect(description.length).toBeLessThanOrEqual(140);
        expect(description).not.toMatch(/[\n\r]/);
        expect(description.isWellFormed()).toBe(true);
      }),
    );
  });

  it('has no invalid address', () => {
    const origin = { ...promoted.runs[0]!.by, url: 'javascript:alert(1)' };
    expect(statusAs({ state: 'success', sentence: 'good', origin }).log_url).toBeUndefined();
  });
});
