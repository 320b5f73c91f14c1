import { z } from 'zod';
import { levelOf, type RuleName, ruleNames } from '../../../config/rules.ts';
import type { Config } from '../../../config/types.ts';
import {
  type Judgements,
  metUnless,
  notApplicable,
  notAsked,
  type RuleJudgement,
  unknown,
} from '../../judgement.ts';
import { isLive, liveUnknown, type ServingRelease } from './live-images.ts';

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
  /** Reports of older versions do not say it, and show nothing. */
  checked: z
    .looseObject({
      what: z.enum(['dockerfiles', 'images']),
      images: z
        .array(
          z.looseObject({
            image: z.string().max(200),
            /** Of an image whose layers were checked. */
            digest: z.string().max(200).exactOptional(),
            managers: z.array(z.string().max(50)).max(50).exactOptional(),
          }),
        )
        .max(1000),
    })
    .exactOptional(),
});

export type PolicyEvidence = z.output<typeof policySchema>;

type PolicyFinding = PolicyEvidence['findings'][number];

const frontend = /\b(npm|npx|yarn|pnpm|bun|package(-lock)?\.json)\b/i;
const locks = /^(frozen-lockfile|lock-file)$/;

/**
 * Judges the findings of the policy by their rules. Layers without a finding count only if they are those of the live images. Pure.
 * @param live why it is not known, if it is not.
 */
export function judgePolicy(
  { findings, checked }: PolicyEvidence,
  { policy, images }: Config,
  live: ServingRelease | string,
): Judgements {
  if (checked === undefined) return {};
  const open = findings.filter(({ excused }) => excused === undefined || excused === null);
  const read = checked.images.map(({ image }) => image);
  const unread = Object.keys(images).filter(name => !read.includes(name));
  const part = checked.what === 'images' ? 'layers' : 'Dockerfile';
  const without = (good: string, rules: RegExp, more = (_: PolicyFinding) => false) => {
    const own = open.filter(each => rules.test(each.rule) || more(each));
    const isOn = (rule: string) => rules.test(rule) && levelOf(rule as RuleName, policy.rules) !== 'off';
    if (own.length === 0 && !ruleNames.some(isOn))
      return unknown('`policy.rules` in slipway.yml turns off every rule that checks it');
    return own.length === 0 && unread.length > 0
      ? unknown(`nothing checked the ${part} of ${unread.join(', ')}`)
      : metUnless(
          own.map(({ message, rule }) => `${message} [${rule}]`),
          good,
          own[0]?.remedy,
        );
  };
  const managers = checked.images.flatMap(each => each.managers ?? []);
  const installing = (judgement: RuleJudgement, is: boolean, what: string) =>
    is || judgement.status !== 'met' ? judgement : notApplicable(`no Dockerfile installs ${what}`);
  const locked = (side: 'frontend' | 'backend', rules: RegExp) =>
    installing(
      without(
        `packages of the ${side} come from the lock file`,
        rules,
        ({ rule, message }) => locks.test(rule) && frontend.test(message) === (side === 'frontend'),
      ),
      managers.some(each => frontend.test(each) === (side === 'frontend')),
      `packages of the ${side}`,
    );
  if (checked.what === 'images') {
    const judgement = without(
      'images run as an unprivileged user, and have no program that grants root',
      /^image-(user|setuid|capability|world|sudo)/,
    );
    const other = judgement.status === 'met' ? otherThanLive(checked.images, live) : undefined;
    return { 'scan-permissions': other ?? judgement };
  }
  return {
    'policy-stages': without(
      'images have no build tools, and their base images are pinned',
      /^(build-tools|base-(tag|digest|argument))$/,
    ),
    'policy-frontend': locked('frontend', /^(npm-ci|pin-npm)$/),
    'policy-backend': locked('backend', /^pin-(pip|go|gem|cargo)$/),
    'policy-permissions': without(
      'Dockerfiles set an unprivileged user',
      /^(user-(root|missing)|sudo|sudo-nopasswd|world-writable)$/,
    ),
    'policy-cache': installing(
      without('lock files are copied before the sources, so layers are cached', /^copy-order$/),
      managers.length > 0,
      'packages',
    ),
    'policy-bases':
      policy.bases === undefined
        ? unknown('`policy.bases` in slipway.yml names no allowed base images')
        : without('base images are allowed ones', /^base-allowed$/),
  };
}

/** Returns why layers show nothing about the live images; undefined if they are theirs. */
function otherThanLive(
  checked: NonNullable<PolicyEvidence['checked']>['images'],
  live: ServingRelease | string,
): RuleJudgement | undefined {
  if (typeof live === 'string') return liveUnknown(live);
  const other = checked.find(({ image, digest }) => !isLive(live, image, digest));
  return (
    other &&
    notAsked(`the layers of ${other.image} were checked, but release ${live.release} has another image`)
  );
}
