import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endRecord } from '../../src/release/decision-record/record.ts';
import { deploymentRequest, deploymentStatus, replacedStatus } from '../../src/report/deployment.ts';
import { wording } from '../wording.ts';
import { url, withoutEnd } from './rollouts.ts';
import { begun, scenarios } from './scenarios.ts';
import { anyText } from './texts.ts';

const { promoted, 'rolled-back': rolledBack, 'needs-action': needsAction } = scenarios;

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

  it.each([
    ['has just begun', begun, 'in_progress', false],
    ['is judged', withoutEnd(promoted), 'in_progress', false],
    ['was promoted', promoted, 'success', true],
    ['was rolled back', rolledBack, 'failure', false],
    ['needs action', needsAction, 'in_progress', false],
  ] as const)('has a status when it %s', (_, record, state, inactive) => {
    const status = deploymentStatus(
      record === begun ? withoutEnd(begun) : record,
      'https://shop.example.com/',
    );
    expect(status).toMatchObject({ state, auto_inactive: inactive, log_url: url });
    expect(status.environment_url).toBe(state === 'failure' ? undefined : 'https://shop.example.com/');
  });

  it('says which release is live', () => {
    expect(deploymentStatus(rolledBack).description).toEqual(wording('42', '41', 'errors'));
    expect(replacedStatus(41, 42)).toMatchObject({
      state: 'inactive',
      description: wording('42', '41'),
    });
  });

  it('has a description of one line and at most 140 characters, with any reason', () => {
    fc.assert(
      fc.property(anyText(400), reason => {
        const { description } = deploymentStatus(
          endRecord(rolledBack, { at: 0, state: 'rolled-back', reason, serves: 41, weight: 0 }),
        );
        expect(description.length).toBeLessThanOrEqual(140);
        expect(description).not.toMatch(/[\n\r]/);
        expect(description.isWellFormed()).toBe(true);
      }),
    );
  });

  it('has no invalid address', () => {
    const status = deploymentStatus(promoted, 'javascript:alert(1)');
    expect(status.environment_url).toBeUndefined();
  });
});
