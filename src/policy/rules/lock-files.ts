import type { Command } from '../dockerfile/commands.ts';
import { isWholeContext } from '../dockerfile/copies.ts';
import { operands } from '../dockerfile/installs.ts';
import { chainOf } from '../dockerfile/stages.ts';
import { matchesPath } from '../patterns.ts';
import type { DockerfileRule, RuleMatch } from '../rule.ts';
import {
  type CopyOfContext,
  commandsIn,
  copiesIn,
  foundAt,
  type RuleSubject,
  type RunInstruction,
} from '../subject.ts';

/** Rules for dependencies from a lock file: exactly those are installed, and a change of the sources keeps the build cache. */

interface Tool {
  /** The file that lists the dependencies, and the files that lock their versions. */
  readonly manifest: string;
  readonly locks: readonly string[];
  installs(command: Command): boolean;
  /** The flags by which an install changes no lock file. */
  readonly freezing?: readonly string[];
  /** Whether it changes none even without these flags. */
  isFrozen?(command: Command, run: RunInstruction): boolean;
  /** Returns why it may install other versions than the lock file has, where no flag prevents that. */
  loose?(command: Command): string | undefined;
}

const verbOf = ({ args }: Command) => args.find(arg => !arg.startsWith('-')) ?? '';
const has = ({ args }: Command, ...flags: string[]) => args.some(arg => flags.includes(arg));
const takes =
  (...verbs: string[]) =>
  (command: Command) =>
    verbs.includes(verbOf(command));
/** `install` without names of packages. */
const bare = (command: Command) =>
  takes('install', 'i')(command) &&
  operands(command.args, ['--prefix', '-C', '--dir', '--cwd']).length === 1 &&
  !has(command, '-g', '--global');

/** By default, `go build` fails where go.sum lacks a module. */
const writesGoSum = (command: Command) =>
  takes('build', 'install', 'run', 'test', 'list')(command) && has(command, '-mod=mod');
/** Copying the sources first loses no cache then. */
const needsSources = (command: Command) =>
  command.program === 'cargo' || (command.program === 'go' && (has(command, 'tidy') || writesGoSum(command)));

/** By program. */
const tools: Readonly<Record<string, Tool>> = {
  npm: {
    manifest: 'package.json',
    locks: ['package-lock.json', 'npm-shrinkwrap.json'],
    installs: command => bare(command) || takes('ci', 'clean-install')(command),
  },
  yarn: {
    manifest: 'package.json',
    locks: ['yarn.lock'],
    installs: command => takes('install', '')(command) && !has(command, '--version', '-v', '--help'),
    freezing: ['--frozen-lockfile', '--immutable'],
  },
  pnpm: {
    manifest: 'package.json',
    locks: ['pnpm-lock.yaml'],
    installs: bare,
    freezing: ['--frozen-lockfile'],
  },
  bun: {
    manifest: 'package.json',
    locks: ['bun.lock', 'bun.lockb'],
    installs: bare,
    freezing: ['--frozen-lockfile'],
  },
  uv: {
    manifest: 'pyproject.toml',
    locks: ['uv.lock'],
    installs: takes('sync'),
    freezing: ['--locked', '--frozen'],
  },
  poetry: {
    manifest: 'pyproject.toml',
    locks: ['poetry.lock'],
    installs: takes('install', 'sync'),
  },
  pipenv: {
    manifest: 'Pipfile',
    locks: ['Pipfile.lock'],
    installs: takes('install', 'sync'),
    freezing: ['--deploy', '--ignore-pipfile'],
    isFrozen: takes('sync'),
  },
  bundle: {
    manifest: 'Gemfile',
    locks: ['Gemfile.lock'],
    installs: command => takes('install', '')(command) && !has(command, '--version'),
    freezing: ['--frozen', '--deployment'],
    isFrozen: (_, { stage, commands }) =>
      Object.entries(stage.variables).some(
        ([name, value]) => /^BUNDLE_(FROZEN|DEPLOYMENT)$/.test(name) && /^(1|true)$/.test(value),
      ) ||
      commands.some(
        ({ program, args }) =>
          program === 'bundle' && args[0] === 'config' && args.some(arg => /frozen|deployment/.test(arg)),
      ),
  },
  composer: {
    manifest: 'composer.json',
    locks: ['composer.lock'],
    installs: takes('install', 'update', 'u'),
    loose: command => (takes('install')(command) ? undefined : 'composer update may install newer versions'),
  },
  cargo: {
    manifest: 'Cargo.toml',
    locks: ['Cargo.lock'],
    installs: command => takes('build', 'fetch', 'b')(command) && !has(command, '--offline'),
    freezing: ['--locked', '--frozen'],
  },
  go: {
    manifest: 'go.mod',
    locks: ['go.sum'],
    installs: command =>
      (takes('mod')(command) && has(command, 'download', 'vendor', 'tidy')) || writesGoSum(command),
    loose: command =>
      writesGoSum(command)
        ? `go ${verbOf(command)} -mod=mod may change go.mod and go.sum`
        : has(command, 'tidy')
          ? 'go mod tidy may change go.mod and go.sum'
          : undefined,
  },
};

const installing = (command: Command): Tool | undefined => {
  const tool = Object.hasOwn(tools, command.program) ? tools[command.program] : undefined;
  return tool?.installs(command) ? tool : undefined;
};

/** Returns why a command may install other versions than the lock file has. */
function looseIn(command: Command, run: RunInstruction): string | undefined {
  const { freezing, isFrozen, loose } = installing(command) ?? {};
  if (freezing === undefined) return loose?.(command);
  if (has(command, ...freezing) || isFrozen?.(command, run)) return undefined;
  const verb = takes('', 'i')(command) ? 'install' : verbOf(command);
  return `${command.program} ${verb} may change the lock file`;
}

const frozen: DockerfileRule = {
  name: 'frozen-lockfile',
  title: 'Exactly the versions of the lock file',
  finds:
    'An install with yarn, pnpm, bun, uv, pipenv, bundler, composer, cargo or go (`go mod tidy`, `-mod=mod`) that resolves new versions instead of failing if the lock file is out of date.',
  remedy:
    'add the flag that prevents it: --frozen-lockfile, --immutable (yarn 2 and later), --locked (uv, cargo), --deploy (pipenv), BUNDLE_FROZEN=true, or go mod download',
  bad: 'FROM node:24 AS build\nCOPY package.json yarn.lock ./\nRUN yarn install',
  good: 'FROM node:24 AS build\nCOPY package.json yarn.lock ./\nRUN yarn install --immutable',
  find: subject =>
    commandsIn(subject).flatMap(({ run, command }) => {
      const message = looseIn(command, run);
      return message === undefined ? [] : [foundAt(run, command, message)];
    }),
};

const npmCi: DockerfileRule = {
  name: 'npm-ci',
  title: 'npm ci, not npm install',
  finds:
    '`npm install` without package names, and `npm update`: they change a lock file that does not match package.json. `npm ci` fails instead, and starts from an empty node_modules.',
  remedy: 'use npm ci',
  bad: 'FROM node:24 AS build\nCOPY package.json package-lock.json ./\nRUN npm install --omit=dev',
  good: 'FROM node:24 AS build\nCOPY package.json package-lock.json ./\nRUN npm ci --omit=dev',
  find: subject =>
    commandsIn(subject).flatMap(({ run, command }) => {
      if (command.program !== 'npm' || !(bare(command) || takes('update', 'up')(command))) return [];
      if (command.args.includes('-g') || command.args.includes('--global')) return [];
      const message = `npm ${verbOf(command)} may install versions that differ from package-lock.json`;
      return [foundAt(run, command, message)];
    }),
};

/** A RUN that installs from a lock file, and the copies from the context before it in its stages. A mounted file needs no COPY. */
interface Installing {
  readonly run: RunInstruction;
  readonly command: Command;
  readonly tool: Tool;
  /** Whether the same tool has installed before, in this stage or one that it is based on. */
  readonly again: boolean;
  readonly copies: readonly CopyOfContext[];
}

function installsIn(subject: RuleSubject): Installing[] {
  const all = subject.runs.flatMap(run => {
    // One finding per RUN is enough.
    const command = run.commands.find(each => installing(each) !== undefined);
    const tool = command && installing(command);
    return command === undefined || tool === undefined ? [] : [{ run, command, tool }];
  });
  return all
    .map(each => {
      const stages = chainOf(each.run.stage);
      const again = all.some(
        ({ run, tool }) =>
          tool === each.tool &&
          stages.includes(run.stage) &&
          run.instruction.line < each.run.instruction.line,
      );
      return { ...each, again, copies: copiesBefore(each.run, subject) };
    })
    .filter(({ run }) => !run.instruction.flags.some(mountsSources));
}

const mountsSources = ({ name, value }: { name: string; value: string }) =>
  name === 'mount' && (/type=bind/.test(value) || !/type=/.test(value));

const copiesBefore = ({ stage, instruction: run }: RunInstruction, { file }: RuleSubject) =>
  copiesIn({ stages: chainOf(stage), file }).filter(
    ({ instruction }) => instruction.line < run.line && instruction.onbuild === run.onbuild,
  );

/** Whether a source has the name of one of these files, in any folder. */
const names = (source: string, files: readonly string[]) => {
  const pattern = source.slice(source.lastIndexOf('/') + 1).replace(/\[[^\]]*\]|\?/g, '*');
  return files.some(file => matchesPath(pattern, file));
};
const nameIsWhole = (source: string) =>
  isWholeContext(source) || !/[.*]/.test(source.slice(source.lastIndexOf('/') + 1));

const lockFile: DockerfileRule = {
  name: 'lock-file',
  title: 'The lock file is copied',
  finds:
    'An install after a copy of the dependency list without its lock file, such as `package.json` without `package-lock.json`: each build resolves versions again.',
  remedy: 'copy the lock file together with the list of dependencies',
  bad: 'FROM node:24 AS build\nCOPY package.json ./\nRUN npm ci',
  good: 'FROM node:24 AS build\nCOPY package.json package-lock.json ./\nRUN npm ci',
  find: subject =>
    installsIn(subject).flatMap(({ run, command, tool, copies }) => {
      const sources = copies.flatMap(each => each.sources);
      const listed = copies.find(each => each.sources.some(source => names(source, [tool.manifest])));
      if (listed === undefined || sources.some(source => nameIsWhole(source) || names(source, tool.locks)))
        return [];
      const message = `${command.program} installs without ${tool.locks.join(' or ')}, which was not copied`;
      return [{ line: listed.instruction.line, stage: run.stage, message }];
    }),
};

const copyOrder: DockerfileRule = {
  name: 'copy-order',
  title: 'Lock file before sources',
  finds:
    'A `COPY` of the whole context before dependencies are installed: every changed source file installs them again.',
  remedy: 'copy the lock file and install first, then copy the sources',
  bad: 'FROM node:24 AS build\nCOPY . .\nRUN npm ci',
  good: 'FROM node:24 AS build\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .',
  find: subject =>
    installsIn(subject).flatMap(({ run, command, copies, again }): RuleMatch[] => {
      // A second install finds everything in place.
      if (again || needsSources(command)) return [];
      const whole = copies.find(({ sources }) => sources.some(isWholeContext));
      if (whole === undefined) return [];
      const { line, endLine } = whole.instruction;
      const message = `everything is copied before ${command.program} installs on line ${command.line}`;
      return [{ line, endLine, stage: run.stage, message }];
    }),
};

export const lockFileRules: readonly DockerfileRule[] = [npmCi, frozen, lockFile, copyOrder];
