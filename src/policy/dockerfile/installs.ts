import type { Command } from './commands.ts';

/** Finds the packages that a command installs by name, for each package manager. */

export type Manager = 'apt' | 'apk' | 'dnf' | 'pip' | 'npm' | 'go' | 'gem' | 'cargo';

export interface Install {
  readonly manager: Manager;
  /** As written, without options. */
  readonly packages: readonly string[];
}

/** Options that take the next word as their value, separated by blanks. */
const valued: Readonly<Record<Manager, string>> = {
  apt: '-t --target-release -o --option -c --config-file -a --host-architecture',
  // Rules look for single names among their packages, which no value has.
  apk: '',
  dnf: '',
  // The last line is of uv.
  pip: `-r --requirement -c --constraint -i --index-url --extra-index-url -f --find-links -t --target --prefix --root
    --platform --python-version --trusted-host --cache-dir --no-binary --only-binary --timeout --retries --progress-bar
    --python -p --proxy
    --requirements --python-preference --index --default-index --index-strategy --link-mode`,
  // The last line is of yarn.
  npm: `--prefix --registry --cache --loglevel --tag -C --dir --cwd
    --network-concurrency --network-timeout --mutex --modules-folder --cache-folder`,
  go: '-ldflags -tags -o -mod -p -gcflags -asmflags',
  gem: '-v --version -i --install-dir -n --bindir -s --source -P --trust-policy',
  cargo: `--version --vers --git --branch --tag --rev --path --root --registry --features -F --target --profile -j --jobs
    --index`,
};

const valuedOf = (manager: Manager) => valued[manager].split(/\s+/);

/** Returns the packages that a command installs by name; undefined when it installs nothing, or only from a file. Pure. */
export function installOf({ program, args }: Command): Install | undefined {
  const manager = managerOf(program, args);
  if (manager === undefined) return undefined;
  const packages = operands(argumentsAfterVerb(manager, program, args), valuedOf(manager));
  return { manager, packages };
}

/** Returns the words that are neither options nor their values. Pure. */
export function operands(args: readonly string[], withValue: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (withValue.includes(arg)) at += 1;
    else if (arg !== '' && !arg.startsWith('-')) found.push(arg);
  }
  return found;
}

function managerOf(program: string, args: readonly string[]): Manager | undefined {
  const verb = verbOf(args);
  const has = (...verbs: string[]) => verbs.includes(verb ?? '');
  if (/^apt(-get|itude)?$|^aptitude$/.test(program)) return has('install', 'satisfy') ? 'apt' : undefined;
  if (program === 'apk') return has('add') ? 'apk' : undefined;
  if (/^(dnf5?|yum|microdnf|tdnf|zypper)$/.test(program))
    return has('install', 'in', 'localinstall', 'groupinstall') ? 'dnf' : undefined;
  if (isPip(program, args)) return pipArguments(program, args)[0] === 'install' ? 'pip' : undefined;
  if (program === 'pipx') return has('install') ? 'pip' : undefined;
  if (program === 'uv') return isUvTool(args) ? 'pip' : undefined;
  if (/^(npm|pnpm|yarn|bun)$/.test(program)) return namesPackages(program, args) ? 'npm' : undefined;
  if (program === 'go') return has('install', 'get') ? 'go' : undefined;
  if (program === 'gem') return has('install', 'i') ? 'gem' : undefined;
  if (program === 'cargo' || program === 'cargo-binstall')
    return has('install', 'binstall') || program === 'cargo-binstall' ? 'cargo' : undefined;
  return undefined;
}

const verbOf = (args: readonly string[]) => args.find(arg => !arg.startsWith('-'));

const isPip = (program: string, args: readonly string[]) =>
  /^pip[\d.]*$/.test(program) ||
  (/^python[\d.]*$/.test(program) && args.includes('-m') && args[args.indexOf('-m') + 1] === 'pip') ||
  (program === 'uv' && args[0] === 'pip');

function pipArguments(program: string, args: readonly string[]): string[] {
  const from = /^pip/.test(program) ? 0 : program === 'uv' ? 1 : args.indexOf('pip') + 1;
  const rest = args.slice(from);
  const verb = rest.findIndex(arg => !arg.startsWith('-'));
  return verb < 0 ? [] : rest.slice(verb);
}

const isUvTool = (args: readonly string[]) => args[0] === 'tool' && args[1] === 'install';

/** `npm install` without names installs from the lock file, which another rule checks. */
function namesPackages(program: string, args: readonly string[]): boolean {
  const verb = verbOf(args) ?? '';
  const adding =
    program === 'npm' ? ['install', 'i', 'add', 'exec'] : ['add', 'global', 'install', 'i', 'dlx'];
  if (!adding.includes(verb)) return false;
  return operands(argumentsAfterVerb('npm', program, args), valuedOf('npm')).length > 0;
}

function argumentsAfterVerb(manager: Manager, program: string, args: readonly string[]): readonly string[] {
  if (manager === 'pip' && program !== 'pipx') {
    if (program === 'uv' && isUvTool(args)) return args.slice(2);
    return pipArguments(program, args).slice(1);
  }
  if (program === 'cargo-binstall') return args;
  const verb = verbOf(args) ?? '';
  const rest = args.toSpliced(args.indexOf(verb), 1);
  // `yarn global add name`.
  return manager === 'npm' && verb === 'global' ? rest.toSpliced(rest.indexOf('add'), 1) : rest;
}
