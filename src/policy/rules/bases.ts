import { parseReference, type Reference } from '../../image/reference.ts';
import { UserError } from '../../toolkit/errors.ts';
import { matchesBase } from '../patterns.ts';
import type { DockerfileRule, Found } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Rules on the images that a build begins with or takes files from. */

interface Named {
  readonly use: Subject['uses'][number];
  readonly image: string;
  readonly reference: Reference;
}

/** The images that can be told, each once a line. */
function namedIn({ uses }: Subject): Named[] {
  return uses.flatMap(use => {
    if (use.image === undefined) return [];
    try {
      return [{ use, image: use.image, reference: parseReference(use.image) }];
    } catch (error) {
      if (error instanceof UserError) return [];
      throw error;
    }
  });
}

const foundAt = ({ use }: Named, message: string): Found => ({ line: use.line, stage: use.stage, message });

/** Tags that somebody moves on purpose. */
const moving =
  /^(latest|stable|edge|nightly|main|master|dev|develop|next|current|lts|rolling|canary|mainline|testing|unstable|head)$/i;

const baseAllowed: DockerfileRule = {
  name: 'base-allowed',
  title: 'Only base images of the list',
  finds:
    'An image from elsewhere, in `FROM`, `COPY --from` or `RUN --mount`, that no pattern of `policy.bases` matches. Without that list it finds nothing.',
  remedy: 'take a base image of `policy.bases`, or add this one to it',
  bad: 'FROM python:3.13.7-slim-trixie',
  good: 'FROM node:24.11.1-trixie-slim',
  facts: { allowed: ['node:*-slim'] },
  find: subject =>
    namedIn(subject)
      .filter(({ reference }) => subject.allowed?.some(pattern => matchesBase(pattern, reference)) === false)
      .map(each => foundAt(each, `${each.image} is not among the base images of \`policy.bases\``)),
};

const baseTag: DockerfileRule = {
  name: 'base-tag',
  title: 'No moving tag',
  finds:
    'An image without a tag, with `latest`, or with another tag that is moved on purpose, and without a digest: the same Dockerfile gives another image tomorrow.',
  remedy: 'name a version, and its digest',
  bad: 'FROM node:latest',
  good: 'FROM node:24.11.1-trixie-slim',
  find: subject =>
    namedIn(subject)
      .filter(
        ({ reference: { tag, digest } }) => digest === undefined && (tag === undefined || moving.test(tag)),
      )
      .map(each =>
        foundAt(
          each,
          each.reference.tag === undefined
            ? `${each.image} has no tag, which means latest`
            : `${each.image} has a tag that moves`,
        ),
      ),
};

/** Images of which two numbers are a whole version. */
const twoNumbers =
  /(^|\/)(postgres|debian|ubuntu|fedora|rockylinux|almalinux|centos|ubi\d*(-\w+)?|opensuse(\/leap)?|leap|oraclelinux|photon)$/;

/** Images that are published without versions; a digest is all that can be said. */
const withoutVersions = /^(gcr\.io\/distroless|cgr\.dev\/chainguard)\//;

function hasWholeVersion({ repository, tag = '' }: Reference): boolean {
  if (/(^|[^\d])20\d{6}(\D|$)/.test(tag) || /\b[0-9a-f]{40}\b/.test(tag)) return true;
  const numbers = [...tag.matchAll(/\d+(?:[._]\d+)*/g)].map(([each]) => each.split(/[._]/).length);
  return Math.max(0, ...numbers) >= (twoNumbers.test(repository) ? 2 : 3);
}

const baseVersion: DockerfileRule = {
  name: 'base-version',
  title: 'Base image of a patch version',
  finds:
    'A tag that does not tell the version down to its patch, such as `node:24-slim`: nobody who reads it knows what is in it. A date or a commit is as good; `postgres`, `debian` and their like have two numbers; images without versions, such as distroless, are left alone when they have a digest.',
  remedy: 'name the version with its patch level, such as node:24.11.1-trixie-slim',
  bad: 'FROM python:3.13-slim',
  good: 'FROM python:3.13.7-slim-trixie',
  find: subject =>
    namedIn(subject)
      .filter(({ reference }) => {
        const { tag, digest, repository } = reference;
        // These are said by base-tag.
        if (digest === undefined && (tag === undefined || moving.test(tag))) return false;
        return !hasWholeVersion(reference) && !(digest !== undefined && withoutVersions.test(repository));
      })
      .map(each => foundAt(each, `the tag of ${each.image} tells no patch version`)),
};

const baseDigest: DockerfileRule = {
  name: 'base-digest',
  title: 'Base image by its digest',
  finds:
    'An image without a digest. A tag can be moved, by mistake or by an attacker; a digest cannot. Images of the same slipway.yml get their digest from the build.',
  remedy: 'add the digest, as `docker buildx imagetools inspect` shows it, and let a bot renew it',
  bad: 'FROM node:24.11.1-trixie-slim',
  good: `FROM node:24.11.1-trixie-slim@sha256:${'4c'.repeat(32)}`,
  find: subject =>
    namedIn(subject)
      .filter(({ reference }) => reference.digest === undefined)
      .map(each => foundAt(each, `${each.image} is not fixed by its digest`)),
};

const baseArgument: DockerfileRule = {
  name: 'base-argument',
  title: 'A base image that can be told',
  finds:
    'An image that depends on a build argument without a value: neither a default nor `args` of slipway.yml. What it will be cannot be checked.',
  remedy: 'give the argument a default before the first FROM, or a value in `args` of slipway.yml',
  bad: 'ARG BASE\nFROM $BASE',
  good: 'ARG BASE=node:24.11.1-trixie-slim\nFROM $BASE',
  find: ({ uses }) =>
    uses
      .filter(({ image }) => image === undefined)
      .map(({ line, stage, how, written }) => ({
        line,
        stage,
        message: `${how} names ${written}, and a part of that has no value`,
      })),
};

export const baseRules: readonly DockerfileRule[] = [
  baseAllowed,
  baseTag,
  baseVersion,
  baseDigest,
  baseArgument,
];
