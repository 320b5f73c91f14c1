import { describe, expect, it } from 'vitest';
import { environmentOf } from '../../../src/config/load.ts';
import type { Environment } from '../../../src/config/types.ts';
import type { ReleaseRecord } from '../../../src/release/state/record.ts';
import { recordedEnvironment } from '../../../src/release/state/recorded.ts';
import { config } from '../objects.ts';

const today = environmentOf(config, 'production');
const made = { ...today, manifests: ['then/'] };
const recordOf = (environments: object) =>
  ({ config: { ...config, environments } }) as unknown as ReleaseRecord;

describe('the environment that a release was made in', () => {
  it('wins over the one of today', () => {
    expect(recordedEnvironment(recordOf({ production: made }), 'production', today)).toEqual(made);
  });

  const prometheus = { url: 'https://prometheus.example.com', token: 'PROMETHEUS_TOKEN' };
  const gate = (where: object) => ({ prometheus: where, metrics: [], tick: 5000 });
  const verify = (url?: string) => ({
    from: 'gateway',
    checks: [{ get: '/' }],
    ...(url === undefined ? {} : { url }),
  });
  const from = (recorded: object, now: object) =>
    recordedEnvironment(recordOf({ production: { ...made, ...recorded } }), 'production', {
      ...today,
      ...now,
    } as unknown as Environment);

  it('asks the Prometheus of today, so that no record can send its secrets elsewhere', () => {
    const forged = { url: 'https://evil.example.com', token: 'ACTIONS_ID_TOKEN_REQUEST_TOKEN' };
    expect(from({ gate: gate(forged) }, { gate: gate(prometheus) }).gate).toEqual(gate(prometheus));
    const { url } = forged;
    expect(from({ gate: gate(forged) }, { gate: undefined }).gate).toEqual(gate({ url }));
    expect(from({ gate: undefined }, { gate: gate(prometheus) }).gate).toBeUndefined();
  });

  it('is verified at the address of today', () => {
    const inside = verify('http://169.254.169.254/');
    expect(from({ verify: inside }, { verify: verify('https://shop.example.com') }).verify).toEqual(
      verify('https://shop.example.com'),
    );
    expect(from({ verify: inside }, { verify: verify() }).verify).toEqual(verify());
    expect(from({ verify: inside }, { verify: undefined }).verify).toEqual(verify());
  });

  it('is the one of today when the release recorded none of that name', () => {
    expect(recordedEnvironment(recordOf({ staging: made }), 'production', today)).toBe(today);
  });

  it('is the one of today when the release was made in another namespace', () => {
    const elsewhere = { ...made, namespace: 'elsewhere' };
    expect(recordedEnvironment(recordOf({ production: elsewhere }), 'production', today)).toBe(today);
  });

  it('is the one of today when there is no record', () => {
    expect(recordedEnvironment(undefined, 'production', today)).toBe(today);
  });
});
