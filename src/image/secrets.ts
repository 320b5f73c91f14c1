import { UserError } from '../toolkit/errors.ts';
import { shortestMasked, withoutSecrets } from '../toolkit/redaction.ts';

/** Build secrets: BuildKit mounts them for the steps that request them, and no layer, label or cache contains them. */

type Images = Readonly<Record<string, { readonly secrets: Readonly<Record<string, string>> }>>;

/**
 * Returns the values to mask in the log of these builds.
 * @throws UserError when a variable is not set: BuildKit would mount nothing, and the step would fail for another reason. Pure.
 */
export function secretsOf(names: readonly string[], images: Images, env: NodeJS.ProcessEnv): string[] {
  return names.flatMap(name =>
    Object.entries(images[name]?.secrets ?? {}).map(([id, variable]) => {
      const value = env[variable];
      if (value && value.trim().length >= shortestMasked) return value;
      if (value)
        throw new UserError(
          `the secret "${id}" of the image "${name}" comes from ${variable}, which has fewer than ${shortestMasked} characters: too few to mask it in the log`,
          'use a longer one, or remove it from `secrets` if it is not a secret',
        );
      throw new UserError(
        `the secret "${id}" of the image "${name}" comes from ${variable}, which is ${value === '' ? 'empty' : 'not set'}`,
        `set ${variable} in the \`env\` of this step or in its input \`secrets\`; runs for forks get no secrets, and runs for Dependabot only Dependabot secrets`,
      );
    }),
  );
}

/** Returns the arguments for buildx: the names of the variables, never their values. Pure. */
export function secretArguments(secrets: Readonly<Record<string, string>>): string[] {
  return Object.entries(secrets).flatMap(([id, variable]) => ['--secret', `id=${id},env=${variable}`]);
}

/** Returns a function that masks the values in a line. Pure. */
export function hiding(values: readonly string[]): (line: string) => string {
  return values.length === 0 ? line => line : line => withoutSecrets(line, values);
}
