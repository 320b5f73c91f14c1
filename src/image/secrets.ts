import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { shortest, withoutSecrets } from '../toolkit/secrecy.ts';

/** Secrets of a build: BuildKit mounts them for the steps that ask, and no layer, label or cache holds them. */

type Images = Readonly<Record<string, { readonly secrets: Readonly<Record<string, string>> }>>;

/**
 * The values that no line of these builds may show.
 * @throws UserError when a variable is not set: BuildKit would mount nothing, and the step fail for another reason. Pure.
 */
export function secretsOf(names: readonly string[], images: Images, env: NodeJS.ProcessEnv): string[] {
  return names.flatMap(name =>
    Object.entries(images[name]?.secrets ?? {}).map(([id, variable]) => {
      const value = env[variable];
      if (value && value.trim().length >= shortest) return value;
      if (value)
        throw new UserError(
          `the secret "${id}" of the image "${name}" comes from ${variable}, which has fewer than ${shortest} characters: nothing could keep it out of the log`,
          'give a longer one, or take it out of `secrets` when it is none',
        );
      throw new UserError(
        `the secret "${id}" of the image "${name}" comes from ${variable}, which is ${value === '' ? 'empty' : 'not set'}`,
        `set ${variable} in the \`env\` of this step or in its input \`secrets\`, which runs for forks and Dependabot cannot do`,
      );
    }),
  );
}

/**
 * Reads the `secrets` input: a JSON map from names of variables to values, for where a step's `env` cannot hold them.
 * @throws UserError for anything else, without quoting it. Pure.
 */
export function parseSecrets(text: string): Record<string, string> {
  const remedy = 'give a JSON map from names of variables to their values, such as {"NPM_TOKEN": "…"}';
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The cause would quote what it read.
    throw new UserError('the `secrets` input is not JSON', remedy);
  }
  const entries = isMap(value) ? Object.entries(value) : undefined;
  const fits = entries?.every(
    (each): each is [string, string] =>
      /^[A-Za-z_][A-Za-z0-9_]*$/.test(each[0]) && typeof each[1] === 'string',
  );
  if (entries === undefined || fits !== true)
    throw new UserError('the `secrets` input is no map of variables', remedy);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The arguments of buildx for them: their names, never their values. Pure. */
export function secretArguments(secrets: Readonly<Record<string, string>>): string[] {
  return Object.entries(secrets).flatMap(([id, variable]) => ['--secret', `id=${id},env=${variable}`]);
}

/** Takes the values out of a line; without secrets a line stays as it is. Pure. */
export function hiding(values: readonly string[]): (line: string) => string {
  return values.length === 0 ? line => line : line => withoutSecrets(line, values);
}
