import type { Command } from '../dockerfile/commands.ts';
import { installOf } from '../dockerfile/installs.ts';
import type { Stage } from '../dockerfile/stages.ts';
import type { DockerfileRule, RuleMatch } from '../rule.ts';
import { commandsIn, foundAt, type RuleSubject } from '../subject.ts';

/** Rules for permissions in the image. */

const sudo: DockerfileRule = {
  name: 'sudo',
  title: 'No sudo',
  finds:
    'sudo in a RUN, or installed into the image. A build starts as root and does not need it, and in the image it lets a process become root.',
  remedy:
    'write USER root before the steps that need it, and the other user after them; to change the user at start, use setpriv or su-exec',
  bad: 'FROM debian:13.1-slim\nUSER 1000\nRUN sudo mkdir /data',
  good: 'FROM debian:13.1-slim\nRUN mkdir /data\nUSER 1000',
  find: subject =>
    commandsIn(subject).flatMap(({ run, command }) => {
      const installs = run.final && installOf(command)?.packages.some(name => /^sudo([=~].*)?$/.test(name));
      if (!installs && !command.wrappers.includes('sudo')) return [];
      const message = installs
        ? 'sudo is installed into the image'
        : `sudo runs ${command.program || 'a command'}`;
      return [foundAt(run, command, message)];
    }),
};

const nopasswd: DockerfileRule = {
  name: 'sudo-nopasswd',
  title: 'No sudo without a password',
  finds: '`NOPASSWD` for sudo: any process in the container can become root at any time.',
  remedy: 'remove the line, and run the steps that need root before the last USER',
  bad: "FROM debian:13.1-slim\nRUN echo 'app ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers",
  good: 'FROM debian:13.1-slim\nRUN mkdir /data && chown 1000 /data\nUSER 1000',
  find: ({ stages }) =>
    stages.flatMap(stage =>
      stage.instructions.flatMap(({ keyword, body, heredocs, line }) => {
        if (keyword !== 'RUN' && keyword !== 'COPY') return [];
        const found = [body, ...heredocs.map(each => each.body)].flatMap(({ text, lineAt }) => {
          const offset = text.search(/NOPASSWD\s*:/);
          return offset < 0 ? [] : [lineAt(offset)];
        });
        const [first = line] = found;
        return found.length === 0 ? [] : [{ line: first, stage, message: 'sudo needs no password' }];
      }),
    ),
};

/** Whether a mode of chmod or --chmod lets any user write. A sticky bit makes it a shared folder, which is allowed. Pure. */
export function letsAllWrite(mode: string): boolean {
  if (/^[0-7]{3,5}$/.test(mode)) {
    const bits = Number.parseInt(mode, 8);
    return (bits & 0o2) !== 0 && (bits & 0o1000) === 0;
  }
  return mode.split(',').some(clause => {
    const [, who = '', what = ''] = /^([ugoa]*)((?:[-+=][rwxXstugo]*)+)$/.exec(clause) ?? [];
    return (who.includes('o') || who.includes('a')) && /[+=][rxXst]*w/.test(what) && !what.includes('t');
  });
}

const modesOf = ({ program, args }: Command): string[] => {
  if (program === 'chmod')
    return args.filter(arg => !/^-[a-zA-Z]*$|^--/.test(arg) || /^-[rwx]+$/.test(arg)).slice(0, 1);
  if (program === 'install' || program === 'mkdir')
    return args.flatMap((arg, index) =>
      arg === '-m' ? [args[index + 1] ?? ''] : (/^(-m|--mode=)(.+)/.exec(arg)?.[2] ?? []),
    );
  return [];
};

/** Returns the variables of a RUN that hold folders of `mktemp`, which are not in the image. */
const temporaryIn = ({ commands }: RuleSubject['runs'][number]): ReadonlySet<string> =>
  new Set(
    commands.flatMap(({ assignments }) =>
      assignments.flatMap(each => /^(\w+)=.*\bmktemp\b/s.exec(each)?.[1] ?? []),
    ),
  );

function changesOnly(temporary: ReadonlySet<string>, { program, args }: Command): boolean {
  if (program !== 'chmod' || temporary.size === 0) return false;
  const paths = args.filter(arg => !arg.startsWith('-')).slice(1);
  return paths.length > 0 && paths.every(path => temporary.has(/^"?\$\{?(\w+)\}?"?$/.exec(path)?.[1] ?? ''));
}

const writable = (line: number, stage: Stage, what: string, mode: string): RuleMatch => ({
  line,
  stage,
  message: `${what} ${mode} lets any user write`,
});

const worldWritable: DockerfileRule = {
  name: 'world-writable',
  title: 'No world-writable files',
  finds:
    'A mode that lets any user write, such as `chmod 777`, `chmod a+w` or `COPY --chmod=666`: an attacker in the container can change the program. A shared folder needs the sticky bit (`1777`).',
  remedy: 'make the user who needs the file its owner with --chown or chown, and use the mode 755 or 644',
  bad: 'FROM debian:13.1-slim\nCOPY --chmod=777 app /app',
  good: 'FROM debian:13.1-slim\nCOPY --chmod=755 app /app',
  find: ({ runs, stages }) => [
    ...runs.flatMap(run => {
      const temporary = temporaryIn(run);
      return run.commands.flatMap(command =>
        (changesOnly(temporary, command) ? [] : modesOf(command))
          .filter(letsAllWrite)
          .map(mode => writable(command.line, run.stage, command.program, mode)),
      );
    }),
    ...stages.flatMap(stage =>
      stage.instructions.flatMap(({ keyword, flags, line }) =>
        flags
          .filter(({ name, value }) => name === 'chmod' && letsAllWrite(value))
          .map(({ value }) => writable(line, stage, `${keyword} --chmod`, value)),
      ),
    ),
  ],
};

export const permissionRules: readonly DockerfileRule[] = [sudo, nopasswd, worldWritable];
