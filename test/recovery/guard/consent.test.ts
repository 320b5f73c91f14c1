import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Duration } from '../../../src/config/duration.ts';
import { consentOf, type DrillOrder } from '../../../src/recovery/guard/consent.ts';

let github: Server | undefined;
afterEach(() => github?.close());

/** Returns the approval of a drill, if GitHub says that these environments were approved. */
async function approvedIn(environments: readonly string[], scenario: string) {
  const approvals = environments.map(name => ({
    ...{ state: 'approved', comment: '', user: { login: 'mona' } },
    environments: [{ id: 1, name }],
  }));
  github = createServer((_, response) => response.end(JSON.stringify(approvals)));
  await new Promise<void>(resolve => github?.listen(0, '127.0.0.1', resolve));
  const asked: DrillOrder = {
    scenario: { id: scenario },
    owner: { environment: 'production' },
    environment: {},
    drills: {
      alerts: { firing: 'ALERTS' },
      'in-production': { approval: 'drills', abort: 'vector(0)', ends: 60_000 as Duration },
    },
    confirm: `${scenario} in production`,
    approvalsToken: 'token',
    env: {
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '42',
      GITHUB_API_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}`,
    },
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
