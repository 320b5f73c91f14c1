import { sourcesIn, stackOf } from './language.ts';
import { folderOf, type Repository } from './repository.ts';
import type { Language, ProjectFiles, Stack } from './stack.ts';

/** Which tests a repository has. Pure. */

/** Tests with the folder in which they run. */
export interface FoundTests {
  readonly folder: string;
  readonly test: NonNullable<Stack['test']>;
  readonly language?: Language | undefined;
}

/** Returns the tests for images that are built in these folders, each once: of the folder, of the folders in it, or of the repository. */
export function testsOf(repository: Repository, contexts: readonly string[]): FoundTests[] {
  const found = contexts.flatMap(context => {
    const own = inFolder(repository, context);
    return own.length > 0 ? own : foldersIn(repository, context).flatMap(each => inFolder(repository, each));
  });
  const all = found.length > 0 ? found : inFolder(repository, '.');
  return [...new Map(all.map(each => [`${each.folder}\n${each.test.run}`, each])).values()];
}

function inFolder(repository: Repository, folder: string): FoundTests[] {
  const sources = sourcesIn(repository, folder);
  const stack = stackOf(sources);
  const test = stack?.test ?? plainTests(sources);
  return test === undefined
    ? []
    : [{ folder, test, language: inImage(repository, sources, stack?.language) }];
}

/** The image of a language in a Dockerfile, with its version. Tags of a team's own, such as 2024.1, are no versions. */
const imagesOf: Readonly<Record<Language['name'], RegExp>> = {
  'Node.js': /^FROM .*\bnode:(\d{2}(?:\.\d{1,2})?)(?![\d])/im,
  Python: /^FROM .*\bpython:(3\.\d{1,2})(?!\d)/im,
  Go: /^FROM .*\bgolang:(1\.\d{1,2})(?!\d)/im,
  Java: /^FROM .*(?:temurin|corretto|openjdk|jdk)[-:]?(\d{1,2})(?!\d)/im,
};

/** The oldest versions that the actions can install on a runner. */
const oldest: Readonly<Record<Language['name'], string>> = {
  'Node.js': '12',
  Python: '3.9',
  Go: '1.11',
  Java: '8',
};

/** Returns the language in the version of the folder's own Dockerfile, or of that at the root; undefined if it is too old to install. */
function inImage(
  repository: Repository,
  sources: ProjectFiles,
  language: Language | undefined,
): Language | undefined {
  if (language === undefined) return undefined;
  const { name } = language;
  const found = [sources, repository].map(
    ({ texts }) => imagesOf[name].exec(texts.get('Dockerfile') ?? '')?.[1],
  );
  const version = found.find(each => each !== undefined) ?? language.version;
  const isOld = version.localeCompare(oldest[name], 'en', { numeric: true }) < 0;
  return isOld ? undefined : { name, version };
}

/** Returns the folders right inside of a folder that a language's file marks as a project. */
function foldersIn({ paths }: Repository, context: string): string[] {
  const start = context === '.' ? '' : `${context}/`;
  const marks =
    /(^|\/)(package\.json|go\.mod|pyproject\.toml|requirements\.txt|pom\.xml|build\.gradle(\.kts)?|Cargo\.toml|Gemfile|composer\.json)$/;
  const folders = paths
    .filter(path => path.startsWith(start) && marks.test(path))
    .map(folderOf)
    .filter(folder => /^[^/]+$/.test(folder.slice(start.length)) && !/(^|\/)(docs?|examples?)$/.test(folder));
  return [...new Set(folders)].sort();
}

/** Tests without the files of a package manager. */
function plainTests({ paths, texts }: ProjectFiles): Stack['test'] {
  if (/^test:/m.test(texts.get('Makefile') ?? '')) return { run: 'make test' };
  const node = [...texts].some(
    ([path, text]) => /\.[cm]?[jt]s$/.test(path) && /["']node:test["']/.test(text),
  );
  if (node) return { run: `${paths.includes('package-lock.json') ? 'npm ci && ' : ''}node --test` };
  const python = paths.some(path => /(^|\/)(test_[^/]+|[^/]+_test)\.py$/.test(path));
  return python
    ? { run: 'python3 -m venv .venv && .venv/bin/pip install pytest && .venv/bin/python -m pytest' }
    : undefined;
}
