import type { Command } from '../dockerfile/commands.ts';
import { installOf } from '../dockerfile/installs.ts';
import type { DockerfileRule, RuleMatch } from '../rule.ts';
import { foundAt } from '../subject.ts';

/** The rule for apt: its lists must be of the same layer as the packages. */

const isApt = ({ program }: Command) => /^(apt|apt-get|aptitude)$/.test(program);
const verbIs = ({ args }: Command, ...verbs: string[]) =>
  verbs.includes(args.find(arg => !arg.startsWith('-')) ?? '');
const from = 'FROM debian:13.1-slim';
/** Verbs that use the package lists. */
const usingLists = ['install', 'satisfy', 'build-dep', 'upgrade', 'dist-upgrade', 'full-upgrade', 'download'];

export const aptUpdate: DockerfileRule = {
  name: 'apt-update',
  title: 'apt-get update and install in one RUN',
  finds:
    '`apt-get update` in a RUN that installs nothing, or `apt-get install` in a RUN without it: the package list then comes from the cache of an older build, and names files that no longer exist.',
  remedy: 'write apt-get update && apt-get install in one RUN',
  bad: `${from}\nRUN apt-get update\nRUN apt-get install -y tini`,
  good: `${from}\nRUN apt-get update && apt-get install -y tini`,
  find: ({ runs }) =>
    runs.flatMap((run): RuleMatch[] => {
      const apt = run.commands.filter(isApt);
      const update = apt.find(each => verbIs(each, 'update'));
      const install = apt.find(
        each =>
          verbIs(each, 'install') && (installOf(each)?.packages ?? []).some(name => !/^[./]/.test(name)),
      );
      const other = apt.some(each => verbIs(each, ...usingLists));
      // Other commands, such as a script, may install packages.
      if (update !== undefined && !other && run.commands.length === apt.length)
        return [foundAt(run, update, 'apt-get update is in a RUN that installs nothing')];
      const listed = run.instruction.flags.some(
        ({ name, value }) => name === 'mount' && value.includes('/var/lib/apt'),
      );
      if (install !== undefined && update === undefined && !listed)
        return [foundAt(run, install, 'apt-get install is in a RUN without apt-get update')];
      return [];
    }),
};
