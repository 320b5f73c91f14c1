import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, withFolder } from '../../src/toolkit/folder.ts';

describe('a temporary folder', () => {
  it.each([{}, { RUNNER_TEMP: '' }])('is in that of the system without RUNNER_TEMP: %j', async env => {
    const folder = await newFolder(env, 'x');
    expect(dirname(folder)).toBe(tmpdir());
    await rm(folder, { recursive: true });
  });

  it('is removed after the work, also when that fails', async () => {
    let folder = '';
    const failing = withFolder({}, 'x', async path => {
      folder = path;
      expect(existsSync(folder)).toBe(true);
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(existsSync(folder)).toBe(false);
  });
});
