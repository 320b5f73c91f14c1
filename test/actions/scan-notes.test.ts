import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ignoreNotes } from '../../src/actions/scan.ts';
import { wording } from '../wording.ts';

it('IN 6: warns that a .trivyignore has no effect', () => {
  const root = mkdtempSync(join(tmpdir(), 'ignore-'));
  expect(ignoreNotes(root)).toEqual([]);
  writeFileSync(join(root, '.trivyignore'), 'CVE-2026-1\n');
  expect(ignoreNotes(root)).toEqual([wording('.trivyignore', 'scan.exceptions')]);
});
