import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { root } from '../../scripts/workflow-files.ts';
import { blocksOf, pages } from './markdown.ts';

/** Mermaid, without a browser: what it asks of a document when it only reads a diagram. */
const browser: { mermaid?: { parse(text: string): Promise<unknown> } } & Record<string, unknown> = {
  window: { document: { nodeType: 9, createElement: () => ({}) }, Element: class {} },
  structuredClone,
  console,
};
runInContext(
  readFileSync(join(root, 'node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js'), 'utf8'),
  createContext(browser),
);

const summaries = readdirSync(join(root, 'test/report/golden')).map(name => `test/report/golden/${name}`);
const diagrams = [...pages, ...summaries]
  .flatMap(path => blocksOf(path))
  .filter(({ language }) => language === 'mermaid');

it('diagrams are found', () => {
  expect(diagrams.length).toBeGreaterThan(20);
});

it.each(diagrams)('Mermaid reads the diagram: $place', async ({ text }) => {
  await expect(browser.mermaid?.parse(text)).resolves.toBeDefined();
});
