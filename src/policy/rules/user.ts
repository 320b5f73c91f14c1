import { expand } from '../dockerfile/variables.ts';
import type { DockerfileRule } from '../rule.ts';
import { lastOf, type RuleSubject } from '../subject.ts';

/** Rules for the user that the image runs as. */

/** Returns the last USER of all stages that become the image. */
function lastUser(subject: RuleSubject) {
  const last = lastOf(subject, 'USER');
  return last && { ...last, user: expand(last.instruction.body.text.trim(), last.stage.variables) };
}

export const isRoot = (user: string): boolean => /^(root|0+|ContainerAdministrator)(:|$)/.test(user);

/** Images that set a user other than root. */
const rootless = /:(debug-)?nonroot(-\w+)?(@|$)|^cgr\.dev\/chainguard\/|-unprivileged(:|@|$)/;

const userRoot: DockerfileRule = {
  name: 'user-root',
  title: 'No root user',
  finds:
    'A last `USER` that is root, by name or number. An attacker who breaks out of the program is root in the container.',
  remedy: 'set USER to another number after the steps that need root, such as USER 10001',
  bad: 'FROM node:24.11.1-trixie-slim\nUSER root\nCMD ["node", "main.js"]',
  good: 'FROM node:24.11.1-trixie-slim\nUSER 1000\nCMD ["node", "main.js"]',
  find: subject => {
    const last = lastUser(subject);
    if (last?.user === undefined || !isRoot(last.user)) return [];
    return [{ line: last.instruction.line, stage: subject.last, message: 'the image runs as root' }];
  },
};

/** Whether a stage of the image says what to run. On `scratch`, an image without it only holds files. */
const startsProgram = ({ chain }: RuleSubject) =>
  chain.some(stage =>
    stage.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT'),
  );

const userMissing: DockerfileRule = {
  name: 'user-missing',
  title: 'A user is set',
  finds:
    'No `USER` in any stage that becomes the image: it runs as the user of its base image, nearly always root. The rule skips Windows, and files on `scratch` without `CMD` and `ENTRYPOINT`.',
  remedy: 'set USER to a number other than 0 in the last stage, such as USER 10001',
  bad: 'FROM node:24.11.1-trixie-slim\nCMD ["node", "main.js"]',
  good: 'FROM node:24.11.1-trixie-slim\nUSER 1000\nCMD ["node", "main.js"]',
  find: subject => {
    const [first] = subject.chain;
    if (subject.last === undefined || lastUser(subject) !== undefined || rootless.test(first?.base ?? ''))
      return [];
    // Users have no numbers on Windows.
    if (!subject.last.posix || (first?.base === 'scratch' && !startsProgram(subject))) return [];
    const message = 'no USER is set, so the image runs as the user of its base image';
    return [{ line: subject.last.from.line, stage: subject.last, message }];
  },
};

const userNumeric: DockerfileRule = {
  name: 'user-numeric',
  title: 'A numeric user',
  finds:
    'A last `USER` by name. Kubernetes cannot tell whether a name is root, and does not start the container if `runAsNonRoot` is set without `runAsUser`.',
  remedy: 'write the number of that user',
  bad: 'FROM node:24.11.1-trixie-slim\nUSER node\nCMD ["node", "main.js"]',
  good: 'FROM node:24.11.1-trixie-slim\nUSER 1000\nCMD ["node", "main.js"]',
  find: subject => {
    const last = lastUser(subject);
    if (last?.user === undefined || isRoot(last.user) || /^\d+(:|$)/.test(last.user)) return [];
    const message = `the user is the name ${last.user}, which Kubernetes cannot check`;
    return [{ line: last.instruction.line, stage: subject.last, message }];
  },
};

export const userRules: readonly DockerfileRule[] = [userRoot, userMissing, userNumeric];
