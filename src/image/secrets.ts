import { UserError } from '../toolkit/errors.ts';
import { withoutSecrets } from '../toolkit/secrecy.ts';

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
      if (value) return value;
      throw new UserError(
        `the secret "${id}" of the image "${name}" comes from ${variable}, which is ${value === '' ? 'empty' : 'not set'}`,
        `set ${variable} in the \`env\` of this step, which runs for forks and Dependabot cannot do`,
      );
    }),
  );
}

/** The arguments of buildx for them: their names, never their values. Pure. */
export function secretArguments(secrets: Readonly<Record<string, string>>): string[] {
  return Object.entries(secrets).flatMap(([id, variable]) => ['--secret', `id=${id},env=${variable}`]);
}

/** Takes the values out of a line; without secrets a line stays as it is. Pure. */
export function hiding(values: readonly string[]): (line: string) => string {
  return values.length === 0 ? line => line : line => withoutSecrets(line, values);
}
