import { describe, expect, it } from 'vitest';
import { ownPath, readWorkflow, textOfFile, workflows } from '../../scripts/workflow-files.ts';
import { anchorsOf } from './markdown.ts';

/** The sections of docs/workflows.md, against the workflows. */

const page = textOfFile('docs/workflows.md');
const contracts = workflows.filter(path => textOfFile(path).includes('# Contract: docs/workflows.md'));
const fileOf = (path: string) => path.split('/').at(-1) ?? '';

function sectionOf(title: string): string {
  return page.split(/^## /m).find(text => text.startsWith(`${title}\n`)) ?? '';
}

it('has a section for each workflow that others may call, and for no other', () => {
  expect(contracts.length).toBeGreaterThan(10);
  const titles = [...page.matchAll(/^## (.*\.yml)$/gm)].map(match => match[1]);
  expect(titles.toSorted()).toEqual(contracts.map(fileOf).toSorted());
  for (const path of contracts) {
    expect(readWorkflow(path).on.workflow_call, path).toBeDefined();
    expect(anchorsOf(page)).toContain(fileOf(path).replaceAll('.', ''));
  }
});

describe.each(contracts)('the section of %s', path => {
  const { on, jobs } = readWorkflow(path);
  const section = sectionOf(fileOf(path));
  const called = Object.values(jobs).flatMap(({ uses = '' }) => fileOf(ownPath(uses) ?? ''));
  const places = [section, sectionOf('Shared'), ...called.map(sectionOf)].join('\n');

  it.each(['inputs', 'secrets', 'outputs'] as const)('has all %s', part => {
    for (const [name, { description = '' }] of Object.entries(on.workflow_call?.[part] ?? {})) {
      expect(section).toContain(`\`${name}\``);
      const meaning = description.replace(/ Default: .*$/s, '').replaceAll('|', '\\|');
      expect(places, name).toMatch(new RegExp(`^\\|\`${name}\`\\|.*${RegExp.escape(meaning)}`, 'm'));
    }
  });

  it('has the default of each input, or says that it is required', () => {
    for (const [name, { default: preset, required }] of Object.entries(on.workflow_call?.inputs ?? {})) {
      const written = required === true ? '**required**' : `\`${String(preset)}\``;
      if (required === true || (preset !== undefined && preset !== ''))
        expect(places).toContain(`|\`${name}\`|${written}|`);
    }
  });

  it('has all jobs with their permissions', () => {
    for (const [id, { permissions = {} }] of Object.entries(jobs)) {
      const granted = Object.entries(permissions).map(([scope, level]) => `${scope}: ${level}`);
      expect(section).toMatch(
        new RegExp(`^\\|\`${id}\`\\|[^|]*\\|${granted.length === 0 ? 'none' : granted.join(', ')}\\|$`, 'm'),
      );
    }
  });
});
