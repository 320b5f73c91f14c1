import { afterEach, describe, expect, it } from 'vitest';
import type { Duration } from '../../../src/config/duration.ts';
import { consentOf, type DrillOrder } from '../../../src/recovery/guard/consent.ts';
import { type FakeGitHub, startGitHub } from '../../toolkit/fake-github.ts';

let github: FakeGitHub | undefined;
afterEach(() => github?.close());

/** Returns the approval of a drill, if GitHub says that these environments were approved. */
async function approvedIn(environments: readonly string[], scenario: string) {
  const approvals = environments.map(name => ({
    ...{ state: 'approved', comment: '', user: { login: 'mona' } },
    environments: [{ id: 1, name }],
  }));
  github = await startGitHub(() => [200, approvals]);
  const asked: DrillOrder = {
    scenario: { id: scenario },
    owner: { environment: 'production' },
    environment: {},
    drills: {
      alerts: { firing: 'ALERTS' },
      'in-production': { approval: 'drills', abort: 'vector(0)', 'max-duration': 60_000 as Duration },
    },
    confirm: `${scenario} in production`,
    actionsToken: 'token',
    env: { ...github.env, GITHUB_RUN_ID: '42' },
    report: () => undefined,
  };
  return (await consentOf(asked, undefined))?.approved;
}

describe('security 17: an approval of a drill in production', () => {
  it('counts for the scenario that its environment names', async () => {
    expect(await approvedIn(['drills-zone'], 'zone')).toBe('yes');
  });

  it.each([
    ['of another scenario', ['drills-pod']],
    ['of drills in general', ['drills']],
    ['of nothing', []],
  ])('does not count if it is one %s', async (_, environments) => {
    expect(await approvedIn(environments, 'zone')).toBe('no');
  });
});
