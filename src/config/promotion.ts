import { z } from 'zod';
import { durationPattern, parseMilliseconds } from './duration.ts';
import { labelSchema, text } from './grammar.ts';
import { suggest } from './suggest.ts';

/** The part of slipway.yml that says from where a release may come to an environment. */

const longestSoak = 30 * 24 * 60 * 60 * 1000;

/** Milliseconds; unlike other durations it may be none, and be days. */
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
    description: 'The environment of this file that releases come from.',
    example: 'staging',
  }),
  soak: soakSchema.prefault('0s').meta({
    description: 'How long ago they must have been verified there, at most `720h`. Default: not at all.',
    example: '1h',
  }),
});

interface Requiring {
  readonly requires?: { readonly environment: string };
}

interface RequiresProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** What is wrong with who requires whom: no such environment, itself, or a circle in which nothing could ever begin. Pure. */
export function requiresProblems(environments: Readonly<Record<string, Requiring>>): RequiresProblem[] {
  const names = Object.keys(environments);
  const told = new Set<string>();
  return names.flatMap((name): RequiresProblem[] => {
    const required = environments[name]?.requires?.environment;
    if (required === undefined) return [];
    const path = [name, 'requires', 'environment'];
    if (required === name)
      return [{ path, message: 'is this environment itself; name another one, or remove `requires`' }];
    if (!names.includes(required)) {
      const others = names.filter(each => each !== name);
      return [{ path, message: `is no environment of this file; ${remedy(required, others)}` }];
    }
    const circle = circleFrom(name, environments);
    if (circle === undefined || told.has(name)) return [];
    for (const each of circle) told.add(each);
    const way = [...circle, name].join(' → ');
    return [
      { path, message: `leads back here (${way}), so none of them could begin; remove one \`requires\`` },
    ];
  });
}

const remedy = (required: string, others: readonly string[]) =>
  others.length === 0 ? 'add it, or remove `requires`' : suggest(required, others);

/** The environments on the way from one back to itself; undefined when there is no such way. */
function circleFrom(name: string, environments: Readonly<Record<string, Requiring>>): string[] | undefined {
  const way: string[] = [];
  for (let at: string | undefined = name; at !== undefined; at = environments[at]?.requires?.environment) {
    if (way.includes(at)) return at === name ? way : undefined;
    way.push(at);
  }
  return undefined;
}
