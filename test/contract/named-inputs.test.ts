import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestOf, manifests, readWorkflow, textOfFile, workflows } from '../../scripts/workflow-files.ts';
import { loadCommands } from '../../src/actions/all.ts';

/** An error that tells users to set an input names one that exists. */

const commands = await loadCommands();
const sources = globSync('src/**/*.ts', { cwd: join(import.meta.dirname, '../..') });

/** The inputs that a text names, as in "the input `head`", "the inputs `to` and `set`" or "the `tags` input". */
const namedIn = (text: string): string[] => {
  const plain = text.replaceAll('\\`', '`');
  const after = plain.matchAll(/\binputs? ((?:(?:, | and | or )?`[a-z-]+`)+)/g);
  const before = plain.matchAll(/`([a-z-]+)` input\b/g);
  return [
    ...[...after].flatMap(([, list = '']) => [...list.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name)),
    ...[...before].map(([, name = '']) => name),
  ];
};

/** Returns a file and all that it imports, also by `import()`. */
function importedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, from = ''] of textOfFile(file).matchAll(/(?:\bfrom |\bimport\()'(\.[^']+\.ts)'/g))
    importedBy(join(dirname(file), from), seen);
  return seen;
}

/** The inputs that a run of each file may have: those of the actions and commands that import it. */
const inputsAt = new Map<string, Set<string>>();
for (const { name, inputs } of commands) {
  for (const file of importedBy(`src/actions/${name}.ts`)) {
    const known = inputsAt.get(file) ?? new Set();
    inputsAt.set(file, known.union(new Set(Object.keys(inputs))));
  }
}

/** The inputs of what workflows run, which a message in src may name for their users. */
const composites = manifests.flatMap(path => Object.keys(manifestOf(`$/${dirname(path)}`)?.inputs ?? {}));
const called = workflows.flatMap(path => Object.keys(readWorkflow(path).on.workflow_call?.inputs ?? {}));
const all = new Set([...commands.flatMap(({ inputs }) => Object.keys(inputs)), ...composites, ...called]);

describe('the names of inputs in a text', () => {
  it('are found in each form', () => {
    expect(namedIn('set the input `a-b` to the one in `c`')).toEqual(['a-b']);
    expect(namedIn('the inputs `a`, `b` and `c`, or `d`')).toEqual(['a', 'b', 'c']);
    expect(namedIn('correct the \\`tags\\` input')).toEqual(['tags']);
  });
});

const naming = sources.filter(file => namedIn(textOfFile(file)).length > 0);

it('are found', () => expect(naming.length).toBeGreaterThan(40));

it.each(naming)('%s names only inputs of the actions that run it', file => {
  const known = inputsAt.get(file) ?? all;
  expect(namedIn(textOfFile(file)).filter(name => !known.has(name))).toEqual([]);
});
