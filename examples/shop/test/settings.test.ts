import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseSettings } from '../src/settings.ts';

const deployment = readFileSync(join(import.meta.dirname, '../deploy/deployment.yaml'), 'utf8');

describe('the settings', () => {
  it('cause no fault by default', () => {
    assert.deepEqual(parseSettings({}).faults, {
      errorRate: 0,
      latencyMs: 0,
      crashAfter: undefined,
      slowStart: 0,
      neverReady: false,
      memoryHog: 0,
      spaFallback: false,
      cpuMs: 0,
      after: 0,
    });
  });

  it('end the process before Kubernetes kills it', () => {
    const { delayMs, timeoutMs } = parseSettings({}).shutdown;
    const grace = /terminationGracePeriodSeconds: (\d+)/.exec(deployment)?.[1];
    const preStop = /sleep: \{ seconds: (\d+) \}/.exec(deployment)?.[1];
    assert.ok(delayMs + timeoutMs < (Number(grace) - Number(preStop)) * 1_000);
    assert.ok(delayMs + timeoutMs < 10_000);
  });

  it('are read from every variable', () => {
    const settings = parseSettings({
      VERSION: '1.2.3',
      POD: 'shop-a',
      ZONE: 'north',
      PORT: '9000',
      GREETING: 'Ahoy',
      SECRET_FILE: '/tmp/key',
      SHUTDOWN_DELAY_MS: '200',
      SHUTDOWN_TIMEOUT_MS: '300',
      FAULT_ERROR_RATE: '0.05',
      FAULT_LATENCY_MS: '300',
      FAULT_CRASH_AFTER: '20s',
      FAULT_SLOW_START: '3',
      FAULT_NEVER_READY: 'true',
      FAULT_MEMORY_HOG: '10',
      FAULT_SPA_FALLBACK: 'true',
    });
    assert.deepEqual(settings, {
      version: '1.2.3',
      pod: 'shop-a',
      zone: 'north',
      port: 9000,
      greeting: 'Ahoy',
      secretFile: '/tmp/key',
      shutdown: { delayMs: 200, timeoutMs: 300 },
      faults: {
        errorRate: 0.05,
        latencyMs: 300,
        crashAfter: 20,
        slowStart: 3,
        neverReady: true,
        memoryHog: 10,
        spaFallback: true,
        cpuMs: 0,
        after: 0,
      },
    });
  });

  it('treat an empty variable as unset', () => {
    const { faults, zone, version } = parseSettings({
      FAULT_ERROR_RATE: '',
      FAULT_CRASH_AFTER: '',
      ZONE: '',
      VERSION: '',
    });
    assert.deepEqual([faults.errorRate, faults.crashAfter, zone, version], [0, undefined, undefined, 'dev']);
  });

  it('can crash at once', () => {
    assert.equal(parseSettings({ FAULT_CRASH_AFTER: '0' }).faults.crashAfter, 0);
  });

  const wrong: [name: string, value: string, remedy: string][] = [
    ['FAULT_ERROR_RATE', '1.5', 'a number from 0 to 1'],
    ['FAULT_ERROR_RATE', '5%', 'a number from 0 to 1'],
    ['FAULT_ERROR_RATE', '-0.1', 'a number from 0 to 1'],
    ['FAULT_LATENCY_MS', '300ms', 'a number from 0 to 60000'],
    ['FAULT_CRASH_AFTER', '1m', 'a number from 0 to 86400'],
    ['FAULT_NEVER_READY', 'yes', 'true or false'],
    ['PORT', '70000', 'a number from 0 to 65535'],
    ['VERSION', 'a b', 'printable ASCII'],
  ];
  for (const [name, value, remedy] of wrong) {
    it(`refuse ${name}=${value}`, () => {
      assert.throws(
        () => parseSettings({ [name]: value }),
        new RegExp(`${name} must be ${remedy}.*got "${value}"`),
      );
    });
  }

  it('refuse an unknown fault, with which a rehearsal would pass because no fault is injected', () => {
    assert.throws(
      () => parseSettings({ FAULT_EROR_RATE: '1' }),
      /FAULT_EROR_RATE is not a fault; known are FAULT_ERROR_RATE/,
    );
  });

  it('report all invalid variables at once', () => {
    assert.throws(() => parseSettings({ PORT: 'x', FAULT_MEMORY_HOG: 'x' }), /PORT[^\n]*\nFAULT_MEMORY_HOG/);
  });
});
