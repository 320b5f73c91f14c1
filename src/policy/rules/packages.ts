import type { Command } from '../dockerfile/commands.ts';
import { installOf } from '../dockerfile/installs.ts';
import type { DockerfileRule, RuleMatch } from '../rule.ts';
import { commandsIn, type RunInstruction } from '../subject.ts';

/** Rules for the use of package managers. */

const isApt = ({ program }: Command) => /^(apt|apt-get|aptitude)$/.test(program);
const verbIs = ({ args }: Command, ...verbs: string[]) =>
  verbs.includes(args.find(arg => !arg.startsWith('-')) ?? '');
const hasFlag = ({ args }: Command, pattern: RegExp) => args.some(arg => pattern.test(arg));

const base = 'FROM debian:13.1-slim';
const at = (run: RunInstruction, command: Command, message: string): RuleMatch => ({
  line: command.line,
  stage: run.stage,
  message,
});

const aptUpdate: DockerfileRule = {
  name: 'apt-update',
  title: 'apt-get update and install in one RUN',
  finds:
    '`apt-get update` in a RUN that installs nothing, or `apt-get install` in a RUN without it: the package list then comes from the cache of an older build, and names files that no longer exist.',
  remedy: 'write apt-get update && apt-get install in one RUN',
  bad: `${base}\nRUN apt-get update\nRUN apt-get install -y tini`,
  good: `${base}\nRUN apt-get update && apt-get install -y tini`,
  find: ({ runs }) =>
    runs.flatMap(run => {
      const apt = run.commands.filter(isApt);
      const update = apt.find(each => verbIs(each, 'update'));
      const install = apt.find(
        each =>
          verbIs(each, 'install') && (installOf(each)?.packages ?? []).some(name => !/^[./]/.test(name)),
      );
      const other = apt.some(each =>
        verbIs(
          each,
          'install',
          'satisfy',
          'build-dep',
          'upgrade',
          'dist-upgrade',
          'full-upgrade',
          'download',
        ),
      );
      // Other commands, such as a script, may install packages.
      if (update !== undefined && !other && run.commands.length === apt.length)
        return [at(run, update, 'apt-get update is in a RUN that installs nothing')];
      const listed = run.instruction.flags.some(
        ({ name, value }) => name === 'mount' && value.includes('/var/lib/apt'),
      );
      if (install !== undefined && update === undefined && !listed)
        return [at(run, install, 'apt-get install is in a RUN without apt-get update')];
      return [];
    }),
};

const aptYes: DockerfileRule = {
  name: 'apt-yes',
  title: 'No prompts from apt',
  finds: '`apt-get install` without `-y`: it asks for confirmation, gets no answer, and the build fails.',
  remedy: 'add -y',
  bad: `${base}\nRUN apt-get update && apt-get install tini`,
  good: `${base}\nRUN apt-get update && apt-get install -y tini`,
  find: subject =>
    commandsIn(subject).flatMap(({ run, command }) => {
      if (!isApt(command) || !verbIs(command, 'install', 'upgrade', 'dist-upgrade', 'full-upgrade'))
        return [];
      if (hasFlag(command, /^(-[a-zA-Z]*y[a-zA-Z]*|--yes|--assume-yes|-qq|--simulate|-s|--download-only)$/))
        return [];
      // A pipe or a configuration answers the prompt.
      if (command.from !== undefined || run.commands.some(answersApt)) return [];
      return [at(run, command, `${command.program} asks for confirmation`)];
    }),
};

const answersApt = ({ program, redirects, args }: Command) =>
  (program === 'echo' || program === 'printf') &&
  (redirects.some(({ target }) => target.includes('apt.conf')) ||
    args.some(arg => arg.includes('Assume-Yes')));

const aptRecommends: DockerfileRule = {
  name: 'apt-recommends',
  title: 'No recommended packages',
  finds:
    '`apt-get install` without `--no-install-recommends` in the image: it also installs packages that the image does not need.',
  remedy: 'add --no-install-recommends',
  bad: `${base}\nRUN apt-get update && apt-get install -y tini`,
  good: `${base}\nRUN apt-get update && apt-get install -y --no-install-recommends tini`,
  find: subject =>
    commandsIn(subject).flatMap(({ run, command }) => {
      if (!run.final || !isApt(command) || !verbIs(command, 'install')) return [];
      if (
        hasFlag(command, /^(--no-install-recommends|-R|--without-recommends)$|Install-Recommends=(0|false)/)
      )
        return [];
      return [at(run, command, `${command.program} also installs recommended packages`)];
    }),
};

const upgrades: readonly [program: RegExp, verbs: readonly string[]][] = [
  [/^(apt|apt-get|aptitude)$/, ['upgrade', 'dist-upgrade', 'full-upgrade', 'safe-upgrade']],
  [/^apk$/, ['upgrade']],
  [/^(dnf5?|yum|microdnf|tdnf)$/, ['update', 'upgrade', 'distro-sync']],
  [/^zypper$/, ['update', 'up', 'dist-upgrade', 'dup', 'patch']],
];

const systemUpgrade: DockerfileRule = {
  name: 'system-upgrade',
  title: 'No upgrade of the base image',
  finds:
    'An upgrade of all packages in the image: the installed versions depend on the day, the replaced files stay in the layer below, and the build cache makes the upgrade outdated again.',
  remedy: 'use a newer base image, and upgrade single packages by name and version',
  bad: `${base}\nRUN apt-get update && apt-get upgrade -y`,
  good: 'FROM debian:13.2-slim',
  find: subject =>
    commandsIn(subject).flatMap(({ run, command }) => {
      const known = upgrades.find(([program]) => program.test(command.program));
      if (!run.final || known === undefined || !verbIs(command, ...known[1])) return [];
      // `apk upgrade openssl` upgrades a single package.
      const named = command.args.filter(arg => !arg.startsWith('-')).length > 1;
      return named ? [] : [at(run, command, `${command.program} upgrades every package`)];
    }),
};

/** Commands that leave a cache behind, and commands in the same RUN that remove it. */
const caches: readonly {
  readonly uses: (command: Command) => boolean;
  readonly left: string;
  readonly folder: string;
  readonly removed: (command: Command) => boolean;
}[] = [
  {
    uses: command => isApt(command) && verbIs(command, 'install', 'update'),
    left: 'the lists of apt stay in the image',
    folder: '/var/lib/apt',
    removed: ({ program, args }) =>
      program === 'rm' && args.some(arg => arg.startsWith('/var/lib/apt/lists')),
  },
  {
    uses: command => command.program === 'apk' && verbIs(command, 'add') && !hasFlag(command, /^--no-cache$/),
    left: 'the index of apk stays in the image',
    folder: '/var/cache/apk',
    removed: ({ program, args }) =>
      (program === 'rm' && args.some(arg => arg.startsWith('/var/cache/apk'))) ||
      (program === 'apk' && args[0] === 'cache'),
  },
  {
    uses: command => /^(dnf5?|yum|microdnf)$/.test(command.program) && verbIs(command, 'install'),
    left: 'the cache of the package manager stays in the image',
    folder: '/var/cache/',
    removed: ({ program, args }) =>
      (/^(dnf5?|yum|microdnf)$/.test(program) && args.includes('clean')) ||
      (program === 'rm' && args.some(arg => /^\/var\/cache\/(dnf|yum|libdnf)/.test(arg))),
  },
  {
    uses: command =>
      installOf(command)?.manager === 'pip' &&
      /^(pip|python)/.test(command.program) &&
      !hasFlag(command, /^--no-cache(-dir)?$/),
    left: 'the cache of pip stays in the image',
    folder: '/.cache',
    removed: ({ program, args }) =>
      (program === 'rm' && args.some(arg => arg.includes('.cache'))) ||
      (/^pip/.test(program) && args[0] === 'cache'),
  },
];

const packageCache: DockerfileRule = {
  name: 'package-cache',
  title: 'No package manager caches',
  finds:
    'An install with apt, apk, dnf or pip in the image that leaves its lists or its cache behind. Only a removal in the same RUN keeps them out of the image.',
  remedy:
    'remove them in the same RUN, keep them in a cache mount, or disable them with --no-cache (apk) or --no-cache-dir (pip)',
  bad: `${base}\nRUN apt-get update && apt-get install -y tini`,
  good: `${base}\nRUN apt-get update && apt-get install -y tini && rm -rf /var/lib/apt/lists/*`,
  find: ({ runs }) =>
    runs.flatMap(run => {
      if (!run.final) return [];
      return caches.flatMap(cache => {
        const last = run.commands.findLast(cache.uses);
        if (last === undefined || run.commands.some(cache.removed)) return [];
        const mounted = run.instruction.flags.some(
          ({ name, value }) =>
            name === 'mount' && value.includes('type=cache') && value.includes(cache.folder),
        );
        const off =
          cache.folder === '/.cache' &&
          (run.stage.variables.PIP_NO_CACHE_DIR !== undefined ||
            run.commands.some(({ assignments }) =>
              assignments.some(each => each.startsWith('PIP_NO_CACHE_DIR')),
            ));
        return mounted || off ? [] : [at(run, last, cache.left)];
      });
    }),
};

export const packageRules: readonly DockerfileRule[] = [
  aptUpdate,
  aptYes,
  aptRecommends,
  systemUpgrade,
  packageCache,
];
