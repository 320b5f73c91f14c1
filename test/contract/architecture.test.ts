import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** Paths in backquotes, with what is named after a colon; a bare file name stands for the path before it in the same row. */
const named = text.split('\n').flatMap(row => {
  const paths: string[] = [];
  return [...row.matchAll(/`([\w./-]+\.ts|(?:src|scripts|lab|test)\/[\w./-]*)(?::(\w+))?`/g)].flatMap(
    ([, path = '', name]) => {
      const full = path.includes('/') ? path : (paths.find(each => basename(each) === path) ?? path);
      paths.push(full);
      return [[full, name ?? ''] as const];
    },
  );
});

describe('docs/architecture.md', () => {
  it('names files', () => {
    expect(named.length).toBeGreaterThan(30);
  });

  it.each(named)('names %s %s, which exists', (path, name) => {
    expect(existsSync(join(root, path))).toBe(true);
    if (name !== '')
      expect(readFileSync(join(root, path), 'utf8')).toMatch(
        new RegExp(`\\b(function|class|interface|type|const) ${name}\\b`),
      );
  });
});
