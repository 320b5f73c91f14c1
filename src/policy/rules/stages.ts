import { installOf } from '../dockerfile/installs.ts';
import type { DockerfileRule } from '../rule.ts';
import { commandsIn, foundAt, type RuleSubject } from '../subject.ts';

/** Rules for build stages: build tools do not belong in the image. */

/** Images with a compiler or a full build environment. */
const builderImages =
  /(^|\/)(golang|rust|gcc|maven|gradle|buildpack-deps|swift|haskell|clojure|sbt|emsdk|dotnet\/sdk|sdk|build|builder|[\w-]+-builder|ubi\d*\/[\w-]+-(devel|toolset))$/;
const builderTags = /(^|[-_.])(sdk|jdk|devel|dev|build|builder)([-_.]|$)/;

const compilers =
  /^(build-essential|build-base|gcc|g\+\+|clang|make|cmake|rustc?|cargo|golang(-go)?|go|maven|gradle|default-jdk|openjdk-\d+-jdk(-headless)?|gcc-c\+\+|python3?-dev(el)?|linux-headers|musl-dev|libc6?-dev|autoconf|automake)$/;

const buildTools: DockerfileRule = {
  name: 'build-tools',
  title: 'No build tools in the image',
  finds:
    'A last stage that starts from a build image, such as `golang` or a tag with `sdk`, or installs a compiler. Build tools make the image large and help an attacker.',
  remedy: 'start the last stage from a runtime image, and copy the build result into it',
  bad: 'FROM golang:1.25.4-trixie\nCOPY server /server\nENTRYPOINT ["/server"]',
  good: 'FROM gcr.io/distroless/static-debian13:nonroot\nCOPY server /server\nENTRYPOINT ["/server"]',
  find: subject => [...builderBase(subject), ...installedCompilers(subject)],
};

function builderBase({ chain, uses }: RuleSubject) {
  const [first] = chain;
  const use = uses.find(each => each.how === 'FROM' && each.stage === first);
  if (first === undefined || use?.image === undefined) return [];
  const [, repository = '', tag = ''] = /^(.*?)(?::([^/@]*))?(?:@.*)?$/.exec(use.image) ?? [];
  if (!builderImages.test(repository) && !builderTags.test(tag)) return [];
  return [
    { line: use.line, stage: first, message: `the image starts from ${use.image}, which is a build image` },
  ];
}

function installedCompilers(subject: RuleSubject) {
  const removed = (name: string) =>
    commandsIn(subject).some(
      ({ command: { program, args } }) =>
        (/^apt(-get)?$/.test(program) &&
          args.some(arg => arg === 'purge' || arg === 'remove' || arg === 'autoremove') &&
          args.includes(name)) ||
        (program === 'apk' && args[0] === 'del'),
    );
  // The idiom of the official images: `apt-mark auto`, then `apt-get purge --auto-remove`.
  const restoresMarks = ({ commands }: RuleSubject['runs'][number]) =>
    commands.some(({ program }) => program === 'apt-mark') &&
    commands.some(({ args }) => args.includes('--auto-remove') || args.includes('autoremove'));
  const restored = new Set(subject.runs.filter(restoresMarks));
  return commandsIn(subject).flatMap(({ run, command }) => {
    if (!run.final || run.instruction.onbuild || restored.has(run)) return [];
    const { manager, packages } = installOf(command) ?? { packages: [] };
    if (manager !== 'apt' && manager !== 'apk' && manager !== 'dnf') return [];
    const found = packages
      .map(each => each.replace(/[=~<>].*$/, ''))
      .filter(each => compilers.test(each) && !removed(each));
    if (found.length === 0) return [];
    return [foundAt(run, command, `${found.join(', ')} stays in the image`)];
  });
}

export const stageRules: readonly DockerfileRule[] = [buildTools];
