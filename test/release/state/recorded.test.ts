import { describe, expect, it } from 'vitest';
import { environmentOf } from '../../../src/config/load.ts';
import type { ReleaseRecord } from '../../../src/release/state/record.ts';
import { recordedEnvironment } from '../../../src/release/state/recorded.ts';
import { config } from '../objects.ts';

const today = environmentOf(config, 'production');
const made = { ...today, manifests: ['then/'] };
const recordOf = (environments: object) =>
  ({ config: { ...config, environments } }) as unknown as ReleaseRecord;

describe('the environment that a release was made in', () => {
  it('wins over the one of today', () => {
    expect(recordedEnvironment(recordOf({ production: made }), 'production', today)).toBe(made);
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
