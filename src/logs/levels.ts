/** Levels of log lines, from the least to the most urgent. */
export const levelNames = ['debug', 'info', 'warning', 'error', 'fatal'] as const;

/** `other`: none is known. */
export type LogLevel = (typeof levelNames)[number] | 'other';

/** What log libraries call the levels; numbers are those of Bunyan and pino. */
const namesOfLevels: Readonly<Record<Exclude<LogLevel, 'other'>, readonly string[]>> = {
  debug: ['debug', 'trace', 'verbose', 'finest', 'finer', 'fine', '10', '20'],
  info: ['info', 'information', 'informational', 'notice', 'config', '30'],
  warning: ['warning', 'warn', '40'],
  error: ['error', 'err', 'severe', '50'],
  fatal: ['fatal', 'critical', 'crit', 'panic', 'alert', 'emergency', 'emerg', '60'],
};

const levelsByName = new Map(
  Object.entries(namesOfLevels).flatMap(([level, names]) =>
    names.map(name => [name, level as LogLevel] as const),
  ),
);

/** Returns the level for a value of the level field, in any case. Pure. */
export function levelOf(value: unknown): LogLevel {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return levelsByName.get(text.trim().toLowerCase()) ?? 'other';
}

/** Returns the levels that have a name which passes the test, such as that of a regular expression. Pure. */
export const levelsWhere = (isMeant: (name: string) => boolean): LogLevel[] =>
  levelNames.filter(level => namesOfLevels[level].some(isMeant));

/** Returns the levels that a name such as `logs-error-*` contains as words. Pure. */
export function levelsIn(name: string): LogLevel[] {
  const words = name.split(/[^A-Za-z]+/).filter(each => each !== 'config' && each !== 'fine');
  return [...new Set(words.map(levelOf))].filter(level => level !== 'other');
}
