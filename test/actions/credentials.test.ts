import { describe, expect, it } from 'vitest';
import { withCredentials } from '../../src/actions/session.ts';

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

  it('change nothing if there are none', () => {
    const given = { PATH: '/bin' };
    expect(withCredentials(given, {})).toBe(given);
  });
});
