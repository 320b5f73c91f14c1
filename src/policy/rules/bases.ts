import { parseReference, type Reference } from '../../image/reference.ts';
import { UserError } from '../../toolkit/errors.ts';
import { matchesBase } from '../patterns.ts';
import type { DockerfileRule, RuleMatch } from '../rule.ts';
import type { RuleSubject } from '../subject.ts';

/** Rules for the images that a build starts from or copies files from. */

interface Named {
  readonly use: RuleSubject['uses'][number];
  readonly image: string;
  readonly reference: Reference;
}

/** Returns the images with a known reference, each once per line. */
function namedIn({ uses }: RuleSubject): Named[] {
  return uses.flatMap(use => {
    const reference = referenceOf(use);
    return use.image === undefined || reference === undefined ? [] : [{ use, image: use.image, reference }];
  });
}

function referenceOf({ image }: Named['use']): Reference | undefined {
  if (image === undefined) return undefined;
  try {
    return parseReference(image);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

const foundAt = ({ use }: Named, message: string): RuleMatch => ({
  line: use.line,
  stage: use.stage,
  message,
});

/** Tags that are moved on purpose. */
const moving =
  /^(latest|stable|edge|nightly|main|master|dev|develop|next|current|lts|rolling|canary|mainline|testing|unstable|head)$/i;

const baseAllowed: DockerfileRule = {
  name: 'base-allowed',
  title: 'Only allowed base images',
  finds:
    'A foreign image in `FROM`, `COPY --from` or `RUN --mount` that no pattern of `policy.bases` matches, or whose name is not known before the build. Without that list, the rule finds nothing.',
  remedy: 'use a base image that `policy.bases` allows, or add this one to it',
  bad: 'FROM python:3.13.7-slim-trixie',
  good: 'FROM node:24.11.1-trixie-slim',
  facts: { allowed: ['node:*-slim'] },
  find: ({ uses, allowed }) =>
    uses.flatMap(use => {
      const reference = referenceOf(use);
      if (allowed === undefined) return [];
      if (reference === undefined) {
        const { line, stage, how, written } = use;
        const message = `${how} names ${written}, of which \`policy.bases\` cannot be checked`;
        const remedy = 'write the name of the image, or a variable such as `$BASE` that has a value';
        return [{ line, stage, message, remedy }];
      }
      if (allowed.some(pattern => matchesBase(pattern, reference))) return [];
      return [
        { line: use.line, stage: use.stage, message: `${use.image} is not allowed by \`policy.bases\`` },
      ];
    }),
};

const baseTag: DockerfileRule = {
  name: 'base-tag',
  title: 'No moving tag',
  finds:
    'An image without a digest whose tag is missing or moves on purpose, such as `latest`: the same Dockerfile may give a different image tomorrow.',
  remedy: 'write a version and its digest',
  bad: 'FROM node:latest',
  good: 'FROM node:24.11.1-trixie-slim',
  find: subject =>
    namedIn(subject)
      .filter(
        ({ reference: { tag, digest } }) => digest === undefined && (tag === undefined || moving.test(tag)),
      )
      .map(each => {
        const what = each.reference.tag === undefined ? 'no tag, which means latest' : 'a moving tag';
        return foundAt(each, `${each.image} has ${what}`);
      }),
};

const baseDigest: DockerfileRule = {
  name: 'base-digest',
  title: 'Base image pinned by digest',
  finds:
    'An image without a digest. A mistake or an attacker can move a tag, but not a digest. Images of the same slipway.yml get their digest from the build.',
  remedy: 'add the digest that `docker buildx imagetools inspect` shows, and let a bot update it',
  bad: 'FROM node:24.11.1-trixie-slim',
  good: `FROM node:24.11.1-trixie-slim@sha256:${'4c'.repeat(32)}`,
  find: subject =>
    namedIn(subject)
      .filter(({ reference }) => reference.digest === undefined)
      .map(each => foundAt(each, `${each.image} is not pinned by digest`)),
};

const baseArgument: DockerfileRule = {
  name: 'base-argument',
  title: 'A known base image',
  finds:
    'An image that depends on a build argument without a default or an entry in `args` of slipway.yml, so it cannot be checked.',
  remedy: 'give the argument a default before the first FROM, or a value in `args` of slipway.yml',
  bad: 'ARG BASE\nFROM $BASE',
  good: 'ARG BASE=node:24.11.1-trixie-slim\nFROM $BASE',
  find: ({ uses }) =>
    uses
      .filter(({ image }) => image === undefined)
      .map(({ line, stage, how, written }) => ({
        line,
        stage,
        message: `${how} names ${written}, of which a part has no value`,
      })),
};

export const baseRules: readonly DockerfileRule[] = [baseAllowed, baseTag, baseDigest, baseArgument];
