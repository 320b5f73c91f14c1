import { hostname } from 'node:os';

/** Faults to inject, so that rollouts can be rehearsed with a release that is really bad. */
export type Faults = {
  /** Share of application requests answered with 500, from 0 to 1. */
  readonly errorRate: number;
  /** Added to every application request, in milliseconds. */
  readonly latencyMs: number;
  /** Seconds from start until the process exits with 1; undefined: never. */
  readonly crashAfter: number | undefined;
  /** Seconds before the server listens. */
  readonly slowStart: number;
  /** `/ready` answers 503 forever. */
  readonly neverReady: boolean;
  /** Megabytes per second that are allocated and kept. */
  readonly memoryHog: number;
  /** Every path, even `/ready`, answers 200 with an HTML page. */
  readonly spaFallback: boolean;
  /** Milliseconds of computing added to every application request. */
  readonly cpuMs: number;
  /** Seconds from start until errors, latency, computing and lost memory begin: a release that degrades after it was promoted. */
  readonly after: number;
};

/** How the process ends after SIGTERM, in milliseconds. */
export type Shutdown = {
  /** How long `/ready` answers 503 while all other requests are still served, so that load balancers stop sending first. */
  readonly delayMs: number;
  /** How long open requests may take after that before their connections are closed. */
  readonly timeoutMs: number;
};

/** All settings of the process, read once at start. */
export type Settings = {
  readonly version: string;
  readonly pod: string;
  readonly zone: string | undefined;
  readonly port: number;
  readonly greeting: string;
  readonly secretFile: string;
  readonly shutdown: Shutdown;
  readonly faults: Faults;
};

/** The invalid environment variables, one per line. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const faultNames = [
  'FAULT_ERROR_RATE',
  'FAULT_LATENCY_MS',
  'FAULT_CRASH_AFTER',
  'FAULT_SLOW_START',
  'FAULT_NEVER_READY',
  'FAULT_MEMORY_HOG',
  'FAULT_SPA_FALLBACK',
  'FAULT_CPU_MS',
  'FAULT_AFTER',
];

/**
 * Reads the environment; an empty variable counts as unset.
 * @throws SettingsError with every variable that has an invalid value, and every unknown FAULT_ variable.
 */
export function parseSettings(env: Environment): Settings {
  const problems: string[] = [];
  const text = (name: string, fallback: string) => env[name]?.trim() || fallback;
  const number = (name: string, fallback: number, min: number, max: number, unit = /$/) => {
    const raw = text(name, String(fallback)).replace(unit, '');
    const value = /^\d+(\.\d+)?$/.test(raw) ? Number(raw) : Number.NaN;
    if (value >= min && value <= max) return value;
    problems.push(`${name} must be a number from ${min} to ${max}, got "${env[name]}"`);
    return fallback;
  };
  const seconds = (name: string) => number(name, 0, 0, 86_400, /s$/);
  const flag = (name: string) => {
    const raw = text(name, 'false');
    if (raw !== 'true' && raw !== 'false') problems.push(`${name} must be true or false, got "${env[name]}"`);
    return raw === 'true';
  };

  // With a misspelt fault a rehearsal would pass, because no fault is injected.
  for (const name of Object.keys(env)) {
    if (name.startsWith('FAULT_') && !faultNames.includes(name)) {
      problems.push(`${name} is not a fault; known are ${faultNames.join(', ')}`);
    }
  }

  const settings: Settings = {
    version: text('VERSION', 'dev'),
    pod: text('POD', hostname()),
    zone: text('ZONE', '') || undefined,
    port: number('PORT', 8080, 0, 65_535),
    greeting: text('GREETING', 'Welcome to the shop'),
    secretFile: text('SECRET_FILE', '/etc/shop/secret/api-key'),
    shutdown: {
      delayMs: number('SHUTDOWN_DELAY_MS', 1_000, 0, 60_000),
      timeoutMs: number('SHUTDOWN_TIMEOUT_MS', 7_000, 0, 60_000),
    },
    faults: {
      errorRate: number('FAULT_ERROR_RATE', 0, 0, 1),
      latencyMs: number('FAULT_LATENCY_MS', 0, 0, 60_000),
      crashAfter: text('FAULT_CRASH_AFTER', '') === '' ? undefined : seconds('FAULT_CRASH_AFTER'),
      slowStart: seconds('FAULT_SLOW_START'),
      neverReady: flag('FAULT_NEVER_READY'),
      memoryHog: number('FAULT_MEMORY_HOG', 0, 0, 10_000),
      spaFallback: flag('FAULT_SPA_FALLBACK'),
      cpuMs: number('FAULT_CPU_MS', 0, 0, 1_000),
      after: seconds('FAULT_AFTER'),
    },
  };
  // They are header values of every response; a line break in one would make each response fail.
  for (const name of ['VERSION', 'POD'] as const) {
    const value = name === 'VERSION' ? settings.version : settings.pod;
    if (!/^[\x21-\x7e]+$/.test(value))
      problems.push(`${name} must be printable ASCII without spaces, got "${value}"`);
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}
