import { basename, dirname, isAbsolute, join, normalize, relative } from 'node:path';
import type { TestCase } from './junit.ts';

export interface Location {
  /** Relative to the root of the repository, with "/". */
  readonly file: string;
  readonly line?: number;
}

/** Where the sources are. Paths are absolute, except those of reports, which are relative to `folder`. */
export interface Sources {
  /** The root of the repository, which GitHub's annotations are relative to. */
  readonly root: string;
  /** The folder in which the tests ran. */
  readonly folder: string;
  exists(path: string): boolean;
}

/**
 * Finds where in the repository a test failed: the first frame of its trace in the file that the report names, else in any file of
 * the repository, else that file itself. Only existing files are returned.
 */
export function locate(test: TestCase, sources: Sources): Location | undefined {
  const known = test.file === undefined ? undefined : resolveIn(test.file, test, sources);
  const frames = framesOf(test.trace)
    .filter(frame => !foreign.test(frame.file))
    .flatMap(({ file, line }) => {
      const path = resolveIn(file, test, sources);
      return path === undefined ? [] : [{ file: path, line }];
    });
  const own = known ?? ownFile(test, sources);
  const best = frames.find(frame => frame.file === own) ?? frames[0];
  if (best !== undefined && (own === undefined || best.file === own || test.line === undefined)) return best;
  if (own === undefined) return undefined;
  return test.line === undefined ? { file: own } : { file: own, line: test.line };
}

/** Returns the first line of a trace with a location, for the summary. */
export function firstFrame(trace: string): string | undefined {
  return trace
    .split('\n')
    .map(line => line.trim().slice(0, longestLine))
    .find(line => patterns.some(pattern => new RegExp(pattern.source).test(line)));
}

/** Longer lines have no location, and would be slow to match. */
const longestLine = 2000;

/** Third-party code, which is not the cause of the failure. */
const foreign =
  /(^|\/)(node_modules|site-packages|dist-packages|vendor|\.venv|\.cargo|rustlib)\/|^node:|^internal\/|^<|^\/usr\/lib/;

const patterns = [
  // Java, Kotlin, Scala: at com.acme.CartTest.total(CartTest.java:21)
  /\bat\s+(?:[\w.$-]+\/+)*(?<type>[\w.$]+)\.[\w$<>-]+\((?<file>[\w$-]+\.(?:java|kt|scala|groovy)):(?<line>\d+)\)/g,
  // Python: File "tests/test_cart.py", line 12
  /\bFile "(?<file>[^"\n]+)", line (?<line>\d+)/g,
  // .NET: in /src/CartTest.cs:line 12
  /\bin (?<file>[^\n:]+\.(?:cs|fs|vb)):line (?<line>\d+)/g,
  // Nearly all others: path/file.ext:12 or path/file.ext:12:5, possibly in brackets or as a file URL
  /(?<file>(?:file:\/\/)?(?:\/|\.{1,2}\/)?(?:[\w@.+~$[\]-]+\/)*[\w@.+~$[\]-]+\.[A-Za-z]\w{0,6}):(?<line>\d+)(?::\d+)?(?![\w.])/g,
];

function framesOf(trace: string): Required<Location>[] {
  return trace.split('\n').flatMap(line => {
    for (const pattern of patterns) {
      const found = [...line.slice(0, longestLine).matchAll(pattern)].map(({ groups }) => {
        const file = (groups?.file ?? '').replace(/^file:\/\//, '');
        // `com.acme.CartTest$Inner` is in `com/acme`.
        const folder = groups?.type?.split('.').slice(0, -1).join('/') ?? '';
        return { file: join(folder, file), line: Number(groups?.line) };
      });
      if (found.length > 0) return found.filter(frame => frame.line > 0);
    }
    return [];
  });
}

/** Finds the file of a JVM test class, for a trace without a matching frame. */
function ownFile(test: TestCase, sources: Sources): string | undefined {
  if (!/^[\w.$]+\.[A-Z][\w$]*$/.test(test.group)) return undefined;
  const path = test.group.replace(/\$.*$/, '').replaceAll('.', '/');
  for (const extension of ['java', 'kt', 'scala', 'groovy']) {
    const found = resolveIn(`${path}.${extension}`, test, sources);
    if (found !== undefined) return found;
  }
  return undefined;
}

const sourceRoots = ['java', 'kotlin', 'scala', 'groovy'].flatMap(language =>
  ['test', 'integrationTest', 'main'].map(set => `src/${set}/${language}`),
);

/** Resolves a file of a report to a path relative to the repository; undefined when it does not exist. */
function resolveIn(file: string, test: TestCase, { root, folder, exists }: Sources): string | undefined {
  const candidates = isAbsolute(file)
    ? [file]
    : [
        join(folder, file),
        join(root, file),
        // In a multi-module build, the report is in the folder of its module: target/surefire-reports, build/test-results.
        ...ancestors(test.report).flatMap(module => [
          join(folder, module, file),
          ...(/\.(java|kt|scala|groovy)$/.test(file)
            ? sourceRoots.map(each => join(folder, module, each, file))
            : []),
        ]),
        // go names only the file; its package, example.com/shop/cart, ends with the folder.
        ...(dirname(file) === '.' ? suffixes(test.group).map(each => join(folder, each, file)) : []),
      ];
  for (const candidate of candidates) {
    const path = relative(root, normalize(candidate));
    if (path === '' || path.startsWith('..') || isAbsolute(path) || basename(path) === '') continue;
    if (exists(join(root, path))) return path.replaceAll('\\', '/');
  }
  return undefined;
}

/** `a/b/c.xml` → `a/b`, `a`, `.`. */
function ancestors(report: string): string[] {
  const parts = dirname(report).split('/').slice(0, 8);
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), '.'];
}

/** `example.com/shop/cart` → `shop/cart`, `cart`. */
function suffixes(group: string): string[] {
  if (!/^[\w.~-]+(\/[\w.~-]+)*$/.test(group)) return [];
  const parts = group.split('/').slice(0, 12);
  return parts.slice(1).map((_, index) => parts.slice(index + 1).join('/'));
}
