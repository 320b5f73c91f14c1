import { basename } from 'node:path';
import { dotnetStack, goStack, javaStack, rustStack } from './compiled.ts';
import { phpStack, pythonStack, rubyStack } from './interpreted.ts';
import { nodeStack } from './node.ts';
import type { Repository } from './repository.ts';
import type { ProjectFiles, Stack } from './stack.ts';

/**
 * A package.json often lies beside the sources of another language, for its front end. A .NET project below the root, and a Python program
 * without packages, often only help another language.
 */
const stacks: readonly ((sources: ProjectFiles) => Stack | undefined)[] = [
  ...[goStack, rustStack, javaStack],
  sources => (sources.paths.some(path => atRoot.test(path)) ? dotnetStack(sources) : undefined),
  ...[pythonStack, rubyStack, phpStack, nodeStack, dotnetStack],
  sources => pythonStack(sources, true),
];
/** What makes .NET the language of a repository. */
const atRoot = /^[^/]+\.(slnx?|csproj|props)$/;

/** Returns the language of a folder by its files; undefined when it is none of those known. Pure. */
export function stackOf(sources: ProjectFiles): Stack | undefined {
  return stacks
    .values()
    .map(stack => stack(sources))
    .find(found => found !== undefined);
}

/** Returns the files below a folder of the repository. Pure. */
export function sourcesIn(repository: Repository, folder: string): ProjectFiles {
  if (folder === '' || folder === '.') return repository;
  const inside = (path: string) => path.startsWith(`${folder}/`);
  const relative = (path: string) => path.slice(folder.length + 1);
  return {
    name: basename(folder),
    paths: repository.paths.filter(inside).map(relative),
    texts: new Map(
      [...repository.texts].filter(([path]) => inside(path)).map(([path, text]) => [relative(path), text]),
    ),
  };
}

const quotedPath =
  /["'`](\/(?:[\w-]+\/){0,3}(?:readyz?|readiness|healthz?|health-?check|livez?|liveness|up|ping)\/?)["'`]/g;
const ranks = [/read/, /health/, /up$/, /ping/, /live/];
/** What has a prefix that stands elsewhere. */
const prefixed = /router|blueprint|\bbp\b|group|mapping/i;

/** Returns the path of a health check that stands in the sources, one for readiness before others. Pure. */
export function healthPathOf({ texts }: ProjectFiles): string | undefined {
  const found = [...texts].flatMap(([path, text]) =>
    /\.(ya?ml|json|xml)$/.test(path) || /(^|\/)(tests?|spec)\//.test(path)
      ? []
      : text
          .split('\n')
          .filter(line => !prefixed.test(line))
          .flatMap(line => [...line.matchAll(quotedPath)].map(match => match[1] ?? '')),
  );
  const all = [...texts.values()];
  if (all.some(text => text.includes('spring-boot-starter-actuator')))
    found.push('/actuator/health/readiness');
  if (all.some(text => text.includes('rails/health#show'))) found.push('/up');
  const rankOf = (path: string) => ranks.findIndex(rank => rank.test(path));
  return found.sort((a, b) => rankOf(a) - rankOf(b))[0];
}
