import type { Config } from '../config/types.ts';
import { checkDockerfile, readDockerfile } from '../policy/check.ts';
import { pairsOf } from '../policy/dockerfile/variables.ts';
import { checkedOf } from '../policy/review.ts';
import type { Assessment } from './assessment.ts';
import { classOf, isHarmless } from './variables.ts';

/** The rules of the policy that find secrets, with their levels and exceptions there. */
const secretRules = ['secret-name', 'secret-value'];

/** Judges where the Dockerfiles keep secrets: by rules of `policy`, and by the class `high` of `env-policy`. */
export async function judgeDockerfiles(config: Config, root: string, now: Date): Promise<Assessment[]> {
  const at = now.toISOString();
  const all = await Promise.all(
    Object.keys(config.images).map(async (name): Promise<Assessment[]> => {
      const checked = await checkedOf(config, root, name);
      if (checked === undefined)
        return [
          {
            ...base,
            status: 'unknown',
            level: 'info',
            what: `the image ${name} has no Dockerfile here`,
            evidence: [],
          },
        ];
      const evidence = [{ asked: 'the Dockerfile', of: checked.path, at }];
      const found = checkDockerfile(checked, config.policy, now).filter(
        // A comment in the Dockerfile that ignores it has its reason.
        ({ rule, excused }) => secretRules.includes(rule) && excused?.by !== 'comment',
      );
      const results = found.map(
        ({ rule, level, message, remedy, place, excused }): Assessment => ({
          ...{ id: 'K7', rule, status: 'not-met', level, what: message, remedy, evidence },
          place: { file: checked.path, ...(place.kind === 'dockerfile' ? { line: place.line } : {}) },
          ...(excused?.by === 'exception' ? { excused } : {}),
        }),
      );
      const { instructions, escapeChar } = readDockerfile(checked);
      const policy = config['env-policy'];
      const more = instructions
        .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
        .flatMap(instruction =>
          pairsOf(instruction, escapeChar).map(pair => ({ ...pair, ...{ keyword: instruction.keyword } })),
        )
        .filter(
          ({ name: variable, value = '' }) =>
            classOf(variable, policy) === 'high' && value !== '' && !isHarmless(value),
        )
        .filter(({ line }) => !results.some(({ place }) => place?.line === line))
        .map(
          ({ name: variable, keyword, line }): Assessment => ({
            ...{ ...base, status: 'not-met', level: 'error', evidence, place: { file: checked.path, line } },
            what: `${keyword} ${variable} of class high can be read by anyone with the image`,
            remedy: 'take it from a Secret when the container starts',
          }),
        );
      return [...results, ...more];
    }),
  );
  return all.flat();
}

const base = { id: 'K7', rule: 'variable-high' } as const;
