import { describe, expect, it } from 'vitest';
import { parseSettings } from '../src/settings.ts';

describe('the settings', () => {
  it('cause no fault by default', () => {
    expect(parseSettings({}).faults).toEqual({
      errorRate: 0,
      latencyMs: 0,
      crashAfter: undefined,
      slowStart: 0,
      neverReady: false,
      memoryHog: 0,
      spaFallback: false,
    });
  });

  it('read every knob', () => {
    const settings = parseSettings({
      VERSION: '1.2.3',
      POD: 'shop-a',
      ZONE: 'north',
      PORT: '9000',
      GREETING: 'Ahoy',
      SECRET_FILE: '/tmp/key',
      FAULT_ERROR_RATE: '0.05',
      FAULT_LATENCY_MS: '300',
      FAULT_CRASH_AFTER: '20s',
      FAULT_SLOW_START: '3',
      FAULT_NEVER_READY: 'true',
      FAULT_MEMORY_HOG: '10',
      FAULT_SPA_FALLBACK: 'true',
    });
    expect(settings).toEqual({
      version: '1.2.3',
      pod: 'shop-a',
      zone: 'north',
      port: 9000,
      greeting: 'Ahoy',
      secretFile: '/tmp/key',
      faults: {
        errorRate: 0.05,
        latencyMs: 300,
        crashAfter: 20,
        slowStart: 3,
        neverReady: true,
        memoryHog: 10,
        spaFallback: true,
      },
    });
  });

  it('take an empty variable as unset', () => {
    const { faults, zone, version } = parseSettings({
      FAULT_ERROR_RATE: '',
      FAULT_CRASH_AFTER: '',
      ZONE: '',
      VERSION: '',
    });
    expect({ ...faults, zone, version }).toMatchObject({
      errorRate: 0,
      crashAfter: undefined,
      zone: undefined,
      version: 'dev',
    });
  });

  it('can crash at once', () => {
    expect(parseSettings({ FAULT_CRASH_AFTER: '0' }).faults.crashAfter).toBe(0);
  });

  it.each([
    ['FAULT_ERROR_RATE', '1.5', 'a number from 0 to 1'],
    ['FAULT_ERROR_RATE', '5%', 'a number from 0 to 1'],
    ['FAULT_ERROR_RATE', '-0.1', 'a number from 0 to 1'],
    ['FAULT_LATENCY_MS', '300ms', 'a number from 0 to 60000'],
    ['FAULT_CRASH_AFTER', '1m', 'a number from 0 to 86400'],
    ['FAULT_NEVER_READY', 'yes', 'true or false'],
    ['PORT', '70000', 'a number from 0 to 65535'],
    ['VERSION', 'a b', 'printable ASCII'],
  ])('refuse %s=%s', (name, value, remedy) => {
    expect(() => parseSettings({ [name]: value })).toThrow(
      new RegExp(`${name} must be ${remedy}.*got "${value}"`),
    );
  });

  it('refuse an unknown fault, which would let a rehearsal pass because nothing went wrong', () => {
    expect(() => parseSettings({ FAULT_EROR_RATE: '1' })).toThrow(
      /FAULT_EROR_RATE is not a fault; known are FAULT_ERROR_RATE/,
    );
  });

  it('name everything that is wrong at once', () => {
    expect(() => parseSettings({ PORT: 'x', FAULT_MEMORY_HOG: 'x' })).toThrow(/PORT[^\n]*\nFAULT_MEMORY_HOG/);
  });
});
