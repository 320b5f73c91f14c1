import { z } from 'zod';
import { durationPattern, parseMilliseconds } from './duration.ts';
import { labelSchema, text } from './formats.ts';
import { type PlacedProblem, placed } from './placed-problem.ts';
import { suggest } from './suggest.ts';

/** The schema of `requires`: the environment that must verify images before they are released to another one. */

const longestSoak = 30 * 24 * 60 * 60 * 1000;

/** Milliseconds; unlike other durations it may be 0 and longer than a day. */
const soakSchema = text(durationPattern, {
  problem: 'is not a duration',
  remedy: 'write numbers with units, such as 30m, 1h or 48h',
}).transform((written, context) => {
  const soak = parseMilliseconds(written);
  if (soak !== undefined && soak <= longestSoak) return soak;
  context.addIssue({ code: 'custom', message: 'is out of range; choose at most 720h' });
  return z.NEVER;
});

export const requiresSchema = z.strictObject({
  environment: labelSchema('the name of an environment').meta({
    description: 'The environment that must have verified the images.',
    example: 'staging',
  }),
  soak: soakSchema.prefault('0s').meta({
    description: 'How long ago, counted from `verify`; at most `720h`.',
    example: '1h',
  }),
});

interface Requiring {
  readonly requires?: { readonly environment: string };
}

/** Returns problems with `requires`: an unknown environment, the environment itself, or a cycle. Pure. */
export function requiresProblems(environments: Readonly<Record<string, Requiring>>): PlacedProblem[] {
  const names = Object.keys(environments);
  const told = new Set<string>();
  return names.flatMap((name): PlacedProblem[] => {
    const required = environments[name]?.requires?.environment;
    if (required === undefined) return [];
    const path = [name, 'requires', 'environment'];
    if (required === name)
      return placed(path, 'is this environment itself; name another one, or remove `requires`');
    if (!names.includes(required)) {
      const others = names.filter(each => each !== name);
      return placed(path, `is not an environment of this file; ${remedy(required, others)}`);
    }
    const circle = circleFrom(name, environments);
    if (circle === undefined || told.has(name)) return [];
    for (const each of circle) told.add(each);
    const way = [...circle, name].join(' → ');
    return placed(path, `is part of a cycle (${way}), which blocks all of them; remove one \`requires\``);
  });
}

const remedy = (required: string, others: readonly string[]) =>
  others.length === 0 ? 'add it, or remove `requires`' : suggest(required, others);

/** Returns the cycle of environments from one back to itself; undefined when there is none. */
function circleFrom(name: string, environments: Readonly<Record<string, Requiring>>): string[] | undefined {
  const way: string[] = [];
  for (let at: string | undefined = name; at !== undefined; at = environments[at]?.requires?.environment) {
    if (way.includes(at)) return at === name ? way : undefined;
    way.push(at);
  }
  return undefined;
}
