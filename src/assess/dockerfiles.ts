import type { Assess, EnvPolicy } from '../config/assess.ts';
import type { Level } from '../config/rules.ts';
import type { Config } from '../config/types.ts';
import { type Checked, checkDockerfile, readDockerfile } from '../policy/check.ts';
import { pairsOf } from '../policy/dockerfile/variables.ts';
import { checkedOf } from '../policy/review.ts';
import { UserError } from '../toolkit/errors.ts';
import { levelOfRule, type RequirementAssessment } from './assessment.ts';
import { classOf, isHarmless } from './variables.ts';

/** The rules of the policy that find secrets, with their levels and exceptions there. */
export const dockerfileRules: readonly string[] = ['secret-name', 'secret-value'];

type Classified = Config & { readonly 'env-policy': EnvPolicy };

const base = { id: 'K7', rule: 'variable-high', evidence: [] } as const;

/** Judges where the Dockerfiles keep secrets: by rules of `policy`, and by the class `high` of `env-policy`. */
export async function judgeDockerfiles(
  config: Classified,
  root: string,
  rules: Assess['rules'],
  now: Date,
): Promise<RequirementAssessment[]> {
  const level = levelOfRule(base.rule, rules);
  const all = Object.keys(config.images).map(async (name): Promise<RequirementAssessment[]> => {
    const unknown = (what: string): RequirementAssessment[] => [
      { ...base, status: 'unknown', level: 'info', what },
    ];
    try {
      const checked = await checkedOf(config, root, name);
      return checked === undefined
        ? unknown(`the image ${name} has no Dockerfile here`)
        : judgeOne(checked, config, level, now);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return unknown(error.message);
    }
  });
  return (await Promise.all(all)).flat();
}

function judgeOne(
  checked: Checked,
  { policy, 'env-policy': variables }: Classified,
  high: Level,
  now: Date,
): RequirementAssessment[] {
  const evidence = [{ asked: 'the Dockerfile', of: checked.path, at: now.toISOString() }];
  const found = checkDockerfile(checked, policy, now).flatMap(
    ({ rule, level, message: what, remedy, place, excused }): RequirementAssessment[] => {
      // A comment in the Dockerfile that ignores it has its reason.
      if (!dockerfileRules.includes(rule) || excused?.by === 'comment') return [];
      const line = place.kind === 'dockerfile' ? { line: place.line } : {};
      return [
        {
          ...base,
          rule,
          status: 'not-met',
          level,
          what,
          remedy,
          evidence,
          place: { file: checked.path, ...line },
          ...(excused === undefined ? {} : { excused }),
        },
      ];
    },
  );
  const { instructions, escapeChar } = readDockerfile(checked);
  const set = instructions
    .filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
    .flatMap(each => pairsOf(each, escapeChar).map(pair => ({ ...pair, keyword: each.keyword })));
  const more = set.flatMap(({ name, value = '', line, keyword }): RequirementAssessment[] =>
    high === 'off' ||
    classOf(name, variables) !== 'high' ||
    value === '' ||
    isHarmless(value) ||
    found.some(({ place }) => place?.line === line)
      ? []
      : [
          {
            ...base,
            status: 'not-met',
            level: high,
            evidence,
            place: { file: checked.path, line },
            what: `${keyword} ${name} of class high can be read by anyone with the image`,
            remedy: 'take it from a Secret when the container starts',
          },
        ],
  );
  return [...found, ...more];
}
