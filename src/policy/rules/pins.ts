import type { Command } from '../dockerfile/commands.ts';
import { installOf, type Manager } from '../dockerfile/installs.ts';
import type { DockerfileRule } from '../rule.ts';
import { commandsIn, foundAt } from '../subject.ts';

/** Rules for packages that are installed by name into the image: each needs a version. Builder stages are not checked. */

/** Files, and names that only the shell knows. */
const beyond = (name: string) => /^(\.{0,2}\/|~|\.$|file:)/.test(name) || /[$`]/.test(name);

const exact = /^\d/;

interface Pin extends Omit<DockerfileRule, 'finds' | 'find'> {
  readonly manager: Manager;
  readonly how: string;
  /** Whether a package, as written, is pinned to one version. */
  pinned(name: string, command: Command): boolean;
}

const pins: readonly Pin[] = [
  {
    manager: 'pip',
    name: 'pin-pip',
    title: 'Versions for pip',
    how: 'pip installs the newest version.',
    remedy: 'install from a lock file with hashes, or write name==version',
    bad: 'RUN pip install --no-cache-dir gunicorn',
    good: 'RUN pip install --no-cache-dir gunicorn==23.0.0',
    pinned: name =>
      /===?[^=*]+$|~=|<\d/.test(name) ||
      / @ \S+[0-9a-f]{40}/.test(name) ||
      /\.(whl|tar\.gz|zip)(#.*)?$/.test(name) ||
      /^git\+.*@(v?\d|[0-9a-f]{40})/.test(name),
  },
  {
    manager: 'npm',
    name: 'pin-npm',
    title: 'Versions for npm',
    how: 'npm installs the newest version.',
    remedy: 'add it to package.json and its lock file, or write name@version',
    bad: 'RUN npm install -g serve',
    good: 'RUN npm install -g serve@14.2.5',
    pinned: name =>
      exact.test(/.@(?:npm:.+@)?v?([^@]+)$/.exec(name)?.[1] ?? '') ||
      /\.tgz$|#(semver:)?[0-9a-f]{40}$/.test(name),
  },
  {
    manager: 'go',
    name: 'pin-go',
    title: 'Versions for go install',
    how: '`@latest` is the newest version.',
    remedy: 'write module@vX.Y.Z, or add it to go.mod as a tool',
    bad: 'RUN go install github.com/pressly/goose/v3/cmd/goose@latest',
    good: 'RUN go install github.com/pressly/goose/v3/cmd/goose@v3.26.0',
    // Without a version, go uses the version in go.mod.
    pinned: name => !name.includes('@') || /@(v\d+\.\d+\.\d+|[0-9a-f]{12,40})/.test(name),
  },
  {
    manager: 'gem',
    name: 'pin-gem',
    title: 'Versions for gem',
    how: 'gem installs the newest version.',
    remedy: 'install from Gemfile.lock, or write name:version',
    bad: 'RUN gem install bundler',
    good: 'RUN gem install bundler:2.7.2',
    pinned: (name, { args }) =>
      /:\d/.test(name) || /\.gem$/.test(name) || args.some(arg => /^(-v|--version)/.test(arg)),
  },
  {
    manager: 'cargo',
    name: 'pin-cargo',
    title: 'Versions for cargo install',
    how: 'cargo installs the newest version.',
    remedy: 'write name@version and --locked',
    bad: 'RUN cargo install sqlx-cli',
    good: 'RUN cargo install --locked sqlx-cli@0.8.6',
    pinned: (name, { args }) =>
      /@\d/.test(name) || args.some(arg => /^--(vers(ion)?|rev|tag|path)\b/.test(arg)),
  },
];

const base = `FROM debian:13.1-slim@sha256:${'4c'.repeat(32)}`;

export const pinRules: readonly DockerfileRule[] = pins.map(({ how, manager, pinned, ...pin }) => ({
  ...pin,
  finds: `A package without a version in a stage that is part of the image. ${how} A later build of the same commit gives a different image.`,
  bad: `${base}\n${pin.bad}`,
  good: `${base}\n${pin.good}`,
  find: subject =>
    commandsIn(subject).flatMap(({ run, command }) => {
      const install = run.final ? installOf(command) : undefined;
      if (install?.manager !== manager) return [];
      const loose = install.packages.filter(name => !beyond(name) && !pinned(name, command));
      if (loose.length === 0) return [];
      const shown = loose.slice(0, 5).join(', ');
      const more = loose.length > 5 ? ` and ${loose.length - 5} more` : '';
      const message = `${command.program} installs ${shown}${more} without a version`;
      return [foundAt(run, command, message)];
    }),
}));
