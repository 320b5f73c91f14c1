import { z } from 'zod';
import type { Config } from '../../../config/types.ts';
import type { RequirementAssessment } from '../../assessment.ts';
import type { RequirementId } from '../../requirement.ts';
import { problemIn, type Showing } from '../showing.ts';

/** The fields of the policy's JSON report that are judged. */
export const policySchema = z.looseObject({
  schema: z.literal(1),
  app: z.string().max(200),
  at: z.iso.datetime(),
  verdict: z.enum(['pass', 'fail']),
  counts: z.looseObject({ error: z.number(), excused: z.number() }),
  findings: z
    .array(
      z.looseObject({
        rule: z.string().max(200),
        message: z.string().max(4000),
        remedy: z.string().max(4000).exactOptional(),
        excused: z.unknown().optional(),
      }),
    )
    .max(10_000),
});

export type PolicyEvidence = z.output<typeof policySchema>;

const frontend = /\b(npm|npx|yarn|pnpm|bun|package(-lock)?\.json)\b/i;
const locks = ['frozen-lockfile', 'lock-file'];

/** Judges the findings of the policy by their rules. Pure. */
export function judgePolicy(
  { findings }: PolicyEvidence,
  { policy }: Config,
  { either, unknown }: Showing,
): RequirementAssessment[] {
  const open = findings.filter(({ excused }) => excused === undefined || excused === null);
  const about = (
    id: RequirementId,
    rule: string,
    good: string,
    has: (each: (typeof open)[number]) => boolean,
  ) => {
    const found = open.filter(has);
    return either(
      id,
      rule,
      good,
      problemIn(found.map(({ message, rule: by }) => `${message} [${by}]`)),
      found[0]?.remedy,
    );
  };
  const named =
    (...rules: string[]) =>
    ({ rule }: { rule: string }) =>
      rules.includes(rule);
  const lock = (isFrontend: boolean) => (each: (typeof open)[number]) =>
    locks.includes(each.rule) && frontend.test(each.message) === isFrontend;
  return [
    ...about(
      'I1',
      'policy-stages',
      'images are built in stages, from pinned base images',
      named('build-tools', 'base-tag', 'base-digest', 'base-argument'),
    ),
    ...about(
      'I3',
      'policy-frontend',
      'packages of the frontend come from the lock file',
      each => named('npm-ci', 'pin-npm')(each) || lock(true)(each),
    ),
    ...about(
      'I4',
      'policy-backend',
      'packages of the backend come from the lock file',
      each => named('pin-pip', 'pin-go', 'pin-gem', 'pin-cargo')(each) || lock(false)(each),
    ),
    ...about('I5', 'policy-rights', 'images run as a user without rights', each =>
      /^(user-(root|missing)|sudo|sudo-nopasswd|world-writable|image-(user|setuid|capability|world|sudo).*)$/.test(
        each.rule,
      ),
    ),
    ...about(
      'I7',
      'policy-cache',
      'lock files are copied before the sources, so layers are cached',
      named('copy-order'),
    ),
    ...(policy.bases === undefined
      ? unknown('I6', 'policy-bases', '`policy.bases` in slipway.yml names no allowed base images')
      : about('I6', 'policy-bases', 'base images are allowed ones', named('base-allowed'))),
  ];
}
