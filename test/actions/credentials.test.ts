import { describe, expect, it } from 'vitest';
import { credentialsIn } from '../../src/actions/inputs.ts';
import { withCredentials } from '../../src/actions/session.ts';
import type { Host } from '../../src/toolkit/host.ts';

describe('the values of the secret `credentials`', () => {
  const env = withCredentials(
    { PATH: '/bin', TOKEN: 'of the job', HOME: '/root' },
    { TOKEN: 'secret', AMP: 'x' },
  );

  it('can be read by their name, and win over the environment', () => {
    expect([env.TOKEN, env.AMP, env.PATH]).toEqual(['secret', 'x', '/bin']);
  });

  it('are not in a copy of the environment, as the command of a hook gets it', () => {
    expect({ ...env, SLIPWAY_HOOK: 'pre' }).toEqual({ PATH: '/bin', HOME: '/root', SLIPWAY_HOOK: 'pre' });
    expect(JSON.stringify(Object.entries(env))).not.toContain('secret');
  });

  const job = {
    ...{
      AWS_ACCESS_KEY_ID: 'of the cluster',
      AWS_SECRET_ACCESS_KEY: 'x',
      AWS_SESSION_TOKEN: 'of the cluster',
    },
    ...{ AWS_REGION: 'eu-west-1', NEAR_ACCESS_KEY_ID: 'near', NEAR_SESSION_TOKEN: 'near' },
  };
  const given = { AWS_ACCESS_KEY_ID: 'of the store', AWS_SECRET_ACCESS_KEY: 'y' };
  const whole = { ...job, ...given, AWS_SESSION_TOKEN: undefined };

  it('replace a login of an earlier step as a whole, because half of each is refused', () => {
    const host = { env: job, setSecret: () => undefined, report: () => undefined } as unknown as Host;
    const stores = credentialsIn(JSON.stringify(given), host);
    const release = withCredentials(job, given);
    for (const [name, value] of Object.entries(whole))
      expect([stores[name], release[name]]).toEqual([value, value]);
    expect(credentialsIn('{"AWS_REGION": "eu-west-2"}', host)).toEqual({ ...job, AWS_REGION: 'eu-west-2' });
  });

  it('change nothing if there are none', () => {
    const given = { PATH: '/bin' };
    expect(withCredentials(given, {})).toBe(given);
  });
});
