import { type Command, isShell } from '../dockerfile/commands.ts';
import { isAddress, isGit } from '../dockerfile/copies.ts';
import type { DockerfileRule, RuleMatch } from '../rule.ts';
import { commandsIn, copiesIn, foundAt, type RuleSubject, type RunInstruction } from '../subject.ts';

/** Rules for downloads: a file from the network must be the one that was reviewed. */

const interpreters = /^(python[\d.]*|perl|ruby|node|php)$/;
const isFetching = ({ program }: Command) => /^(curl|wget|aria2c|fetch|http)$/.test(program);

const addUrl: DockerfileRule = {
  name: 'add-url',
  title: 'ADD of a URL with its checksum',
  finds:
    'An `ADD` of a URL without `--checksum`, or of a Git repository without a commit: the server decides what the image contains.',
  remedy: 'add --checksum=sha256:…, or a full commit after the "#" of a repository',
  bad: 'FROM scratch\nADD https://example.com/tool.tar.gz /',
  good: `FROM scratch\nADD --checksum=sha256:${'4c'.repeat(32)} https://example.com/tool.tar.gz /`,
  find: subject =>
    addsIn(subject).flatMap(({ instruction: { line, flags }, stage, sources }) => {
      const checked = flags.some(({ name, value }) => name === 'checksum' && value !== '');
      const loose = sources.filter(
        source => !checked && (isGit(source) ? !/[#?=][^#]*[0-9a-f]{40}/.test(source) : isAddress(source)),
      );
      return loose.map(source => ({
        line,
        stage,
        message: `ADD fetches ${isGit(source) ? 'a repository without a commit' : 'a URL without a checksum'}`,
      }));
    }),
};

const addsIn = (subject: RuleSubject) =>
  copiesIn(subject).filter(({ instruction }) => instruction.keyword === 'ADD');

const pipeToShell: DockerfileRule = {
  name: 'pipe-to-shell',
  title: 'No downloaded script into a shell',
  finds:
    'A script that `curl` or `wget` downloads and a shell runs at once: `curl … | sh`, `sh -c "$(curl …)"` or `bash <(curl …)`. Even an incomplete download runs.',
  remedy: 'download it to a file, verify its checksum, then run it; or use a package',
  bad: 'FROM debian:13.1-slim\nRUN curl -fsSL https://example.com/install.sh | sh',
  good: 'FROM debian:13.1-slim\nADD --checksum=sha256:4c4c https://example.com/install.sh /tmp/\nRUN sh /tmp/install.sh',
  find: subject =>
    commandsIn(subject).flatMap(({ run, command }) => {
      const piped = runsInput(command) && comesFromNetwork(command.from);
      const outer = command.inside;
      const substituted =
        outer !== undefined && isFetching(command) && runsArgument(outer) && outer.args.some(isSubstitution);
      if (!piped && !substituted) return [];
      const shell = piped ? command.program : outer?.program;
      return [foundAt(run, command, `${shell} runs a download without a check`)];
    }),
};

const comesFromNetwork = (command: Command | undefined): boolean =>
  command !== undefined && (isFetching(command) || comesFromNetwork(command.from));

/** Whether a shell or interpreter runs the script on its standard input. */
function runsInput({ program, args }: Command): boolean {
  if (!isShell(program) && !interpreters.test(program)) return false;
  const own = isShell(program) ? /^-[a-z]*c$/ : /^-[cemr]$/;
  const [operand] = args.filter(arg => !/^-./.test(arg));
  return (
    !args.some(arg => own.test(arg)) && (operand === undefined || operand === '-' || args.includes('-s'))
  );
}

const runsArgument = ({ program }: Command) =>
  isShell(program) || interpreters.test(program) || /^(eval|source|\.)$/.test(program);

const isSubstitution = (arg: string) => /^\s*(\$\(|`|<\()/.test(arg);

/** Whether a command verifies a download. */
const checks = ({ program, args }: Command) =>
  (/^(sha(1|224|256|384|512)sum|shasum|md5sum|b2sum|b3sum)$/.test(program) &&
    args.some(arg => /^(-[a-z]*c[a-z]*|--check)$/.test(arg))) ||
  (/^gpgv?2?$/.test(program) &&
    (program.startsWith('gpgv') || args.some(arg => arg === '--verify' || arg === '--dearmor'))) ||
  /^(cosign|minisign|signify|openssl|slsa-verifier|rpmkeys)$/.test(program) ||
  (program === 'gh' && args[0] === 'attestation');

const toFile = ({ program, args, redirects }: Command) =>
  program === 'wget'
    ? !args.some(arg => /^(-[a-zA-Z]*O-?|--spider)$/.test(arg) && /-$|spider/.test(arg)) &&
      !(args.includes('-O') && args[args.indexOf('-O') + 1] === '-')
    : args.some(arg => /^(-[a-zA-Z]*[oO]|--output|--remote-name)/.test(arg)) ||
      redirects.some(({ operator, target }) => operator.startsWith('>') && !/^(\/dev\/|[12]$)/.test(target));

/** Whether another RUN of the stage verifies the file of a download. */
const isVerifiedLater = (download: Command, { stage }: RunInstruction, runs: RuleSubject['runs']) =>
  runs
    .filter(other => other.stage === stage)
    .flatMap(other => other.commands)
    .some(each => checks(each) && each.args.some(arg => /^[^-]/.test(arg) && download.args.includes(arg)));

const unverified: DockerfileRule = {
  name: 'unverified-download',
  title: 'A checksum for each download',
  finds:
    'A RUN that downloads a file with `curl` or `wget`, or pipes it into `tar`, without verifying a checksum or signature.',
  remedy: 'verify it, such as with echo "<sum>  file" | sha256sum -c, or use ADD --checksum',
  bad: 'FROM debian:13.1-slim AS fetch\nRUN curl -fsSLo /tool https://example.com/tool',
  good: 'FROM debian:13.1-slim AS fetch\nRUN curl -fsSLo /tool https://example.com/tool && echo "4c4c  /tool" | sha256sum -c',
  find: ({ runs }) =>
    runs.flatMap(run => {
      if (run.commands.some(checks)) return [];
      const download = run.commands.find(
        each =>
          (isFetching(each) && toFile(each) && each.args.some(arg => /^(https?|ftp):|\$/.test(arg))) ||
          (/^(tar|unzip|bsdtar|gunzip|dpkg)$/.test(each.program) &&
            each.from !== undefined &&
            isFetching(each.from)),
      );
      return download === undefined || isVerifiedLater(download, run, runs)
        ? []
        : [foundAt(run, download, 'a download is not verified')];
    }),
};

const insecureFlags: readonly [program: RegExp, flag: RegExp][] = [
  [/^curl$/, /^(-[a-zA-Z]*k[a-zA-Z]*|--insecure|--proxy-insecure)$/],
  [/^wget$/, /^--no-check-certificate$/],
  [
    /^(apt|apt-get|aptitude)$/,
    /^(--allow-unauthenticated|--force-yes|--allow-insecure-repositories)$|Allow(Unauthenticated|InsecureRepositories)=(1|true)/,
  ],
  [/^apk$/, /^--allow-untrusted$/],
  [/^(dnf5?|yum|microdnf)$/, /^--nogpgcheck$/],
  [/^zypper$/, /^--no-gpg-checks$/],
  [/^(pip[\d.]*|python[\d.]*|uv)$/, /^--(trusted-host|allow-insecure-host)\b/],
  [/^git$/, /^http\.sslVerify=(false|0)$/i],
];
const insecureVariables =
  /^(NODE_TLS_REJECT_UNAUTHORIZED=0|GIT_SSL_NO_VERIFY=(1|true)|PYTHONHTTPSVERIFY=0|NPM_CONFIG_STRICT_SSL=false|npm_config_strict_ssl=false|GOINSECURE=.+|GONOSUMDB=\*|GOFLAGS=.*-insecure.*|GONOSUMCHECK=1|GOSUMDB=off)$/;

function insecureAmong(assignments: readonly string[]): string | undefined {
  const set = assignments.find(each => insecureVariables.test(each));
  return set && `${set.split('=', 1).join('')} disables the checks of certificates or checksums`;
}

function insecureIn(command: Command): string | undefined {
  const { program, args, assignments } = command;
  const flag = insecureFlags.find(([name]) => name.test(program))?.[1];
  const found = flag && args.find(arg => flag.test(arg));
  if (found !== undefined) return `${program} ${found} accepts unverified sources`;
  const set = insecureAmong([...assignments, ...(program === 'export' ? args : [])]);
  if (set !== undefined) return set;
  const config = args.join(' ');
  if (/^(npm|yarn|pnpm)$/.test(program) && /\bstrict-ssl[= ]false\b/.test(config))
    return `${program} accepts any certificate`;
  if (program === 'git' && /http\.sslVerify[= ](false|0)\b/i.test(config))
    return 'git accepts any certificate';
  const plain = isFetching(command)
    ? args.find(arg => /^http:\/\/(?!(localhost|127\.|\[::1\]))/.test(arg))
    : undefined;
  return plain === undefined ? undefined : `${program} fetches over plain HTTP`;
}

const insecure: DockerfileRule = {
  name: 'insecure-download',
  title: 'Certificates and signatures are verified',
  finds:
    'Flags and variables that disable checks (`curl -k`, `wget --no-check-certificate`, `apt-get --allow-unauthenticated`, `NODE_TLS_REJECT_UNAUTHORIZED=0` …), and plain HTTP.',
  remedy: 'use HTTPS, and add the missing CA to the trusted ones instead',
  bad: 'FROM debian:13.1-slim AS fetch\nRUN curl -kLo /tool https://example.com/tool',
  good: 'FROM debian:13.1-slim AS fetch\nRUN curl -fLo /tool https://example.com/tool',
  find: subject => [
    ...commandsIn(subject).flatMap(({ run, command }) => {
      const message = insecureIn(command);
      return message === undefined ? [] : [foundAt(run, command, message)];
    }),
    ...insecureEnvironment(subject),
    ...plainAdd(subject),
  ],
};

function insecureEnvironment({ stages }: RuleSubject): RuleMatch[] {
  return stages.flatMap(stage =>
    stage.instructions.flatMap(({ keyword, body, line }) => {
      if (keyword !== 'ENV' && keyword !== 'ARG') return [];
      const message = insecureAmong(body.text.replace(/["']/g, '').split(/\s+/));
      return message === undefined ? [] : [{ line, stage, message }];
    }),
  );
}

const plainAdd = (subject: RuleSubject): RuleMatch[] =>
  addsIn(subject)
    .filter(({ sources }) => sources.some(source => /^(http|ftp|git):\/\//i.test(source)))
    .filter(({ instruction: { flags } }) => !flags.some(({ name }) => name === 'checksum'))
    .map(({ instruction: { line }, stage }) => {
      return { line, stage, message: 'ADD fetches without encryption' };
    });

const gitClone: DockerfileRule = {
  name: 'git-clone',
  title: 'A commit for each clone',
  finds:
    'A `git clone` in a RUN without a tag (`--branch v1.2.3`, `--revision`) or a checked-out commit: it gets the current state of the branch, and the build cache keeps that.',
  remedy: 'check out a commit, or use ADD with the commit after the "#"',
  bad: 'FROM debian:13.1-slim AS fetch\nRUN git clone https://example.com/tool.git',
  good: 'FROM debian:13.1-slim AS fetch\nRUN git clone --branch v1.2.3 https://example.com/tool.git',
  find: ({ runs }) =>
    runs.flatMap(run => {
      const fixed = run.commands.some(
        ({ program, args }) => program === 'git' && args.some(arg => /^(checkout|switch|reset)$/.test(arg)),
      );
      return run.commands.flatMap(command => {
        if (fixed || command.program !== 'git' || !command.args.includes('clone')) return [];
        const named = command.args.some((arg, index, all) =>
          /^(-b|--branch)$/.test(arg)
            ? /\d|\$/.test(all[index + 1] ?? '')
            : /^--(branch=.*[\d$]|revision)/.test(arg),
        );
        return named ? [] : [foundAt(run, command, 'git clone gets the current state of the branch')];
      });
    }),
};

export const downloadRules: readonly DockerfileRule[] = [addUrl, pipeToShell, unverified, insecure, gitClone];
