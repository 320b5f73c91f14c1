import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLicense } from '../../src/image/labels.ts';

describe('the license of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'license-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['package.json', '{\n  "name": "shop",\n  "license": "Apache-2.0"\n}', 'Apache-2.0'],
    ['package.json', '{"name": "shop"}', undefined],
    ['package.json', '{\n "license": "UNLICENSED"}', undefined],
    ['package.json', '{\n "license": "SEE LICENSE IN terms.txt"}', undefined],
    ['Cargo.toml', '[package]\nlicense = "MIT OR Apache-2.0"\n', 'MIT OR Apache-2.0'],
    [
      'pyproject.toml',
      '[project]\nlicense = "GPL-2.0-only WITH Classpath-exception-2.0"\n',
      'GPL-2.0-only WITH Classpath-exception-2.0',
    ],
    ['LICENSE', '# SPDX-License-Identifier: MIT\n\nPermission is hereby granted', 'MIT'],
    ['COPYING', '/* SPDX-License-Identifier: GPL-3.0-or-later */\n', 'GPL-3.0-or-later'],
    ['LICENSE', 'Permission is hereby granted', undefined],
    ['README.md', 'SPDX-License-Identifier: MIT', undefined],
  ])('in %s: %j is %s', async (file, text, expected) => {
    writeFileSync(join(folder, file), text);
    expect(await readLicense(folder)).toBe(expected);
  });

  it('is that of the package before that of a text', async () => {
    writeFileSync(join(folder, 'LICENSE'), 'SPDX-License-Identifier: MIT');
    writeFileSync(join(folder, 'package.json'), '{\n"license": "ISC"}');
    expect(await readLicense(folder)).toBe('ISC');
    expect(await readLicense(join(folder, 'nowhere'))).toBeUndefined();
  });
});
