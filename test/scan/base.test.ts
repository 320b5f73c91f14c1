import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { baseOf, compareWithBase, readBase } from '../../src/scan/base.ts';
import type { ScanFinding } from '../../src/scan/findings.ts';

const finding = (id: string, over: Partial<ScanFinding> = {}): ScanFinding => ({
  ...{ kind: 'vulnerability', image: 'shop', severity: 'high', id, title: '', package: 'lodash' },
  ...{
    version: '4.17.4',
    fixed: '4.17.12',
    occurrences: [{ platform: 'linux/amd64' }],
    reference: 'x@sha256:0',
  },
  ...over,
});
const image = (name: string, bytes: number) => ({
  ...{ name, reference: 'x@sha256:0', platforms: ['linux/amd64'], uncovered: [] },
  bytes: { 'linux/amd64': bytes },
});
const scanned = (findings: ScanFinding[], failing: ScanFinding[] = [], bytes = 100) => ({
  ...{ images: [image('shop', bytes)], findings, failing },
});

describe('a scan compared with the base branch', () => {
  const base = baseOf(scanned([finding('CVE-1'), finding('CVE-2')], [], 90));

  it('shows what is new, what is gone, and the sizes', () => {
    const bad = finding('CVE-3', { severity: 'low' });
    const found = compareWithBase(scanned([finding('CVE-2'), finding('CVE-4'), bad], [bad]), base);
    expect(found).toMatchObject({ compared: true, added: 2, solved: 1 });
    expect(found.findings.map(({ id, fails }) => [id, fails])).toEqual([
      ['CVE-3', true],
      ['CVE-4', false],
    ]);
    expect(found.sizes).toEqual([{ image: 'shop', platform: 'linux/amd64', bytes: 100, before: 90 }]);
  });

  it('does not call a finding new because its package has another affected version', () => {
    const found = compareWithBase(scanned([finding('CVE-1', { version: '4.17.5' }), finding('CVE-2')]), base);
    expect(found).toMatchObject({ added: 0, solved: 0 });
  });

  it('shows at most 20 findings, and how many there are', () => {
    const many = Array.from({ length: 50 }, (_, n) => finding(`CVE-9${n}`));
    const found = compareWithBase(scanned(many), base);
    expect([found.findings.length, found.added]).toEqual([20, 50]);
  });

  it('shows only what fails the scan if there is no base', () => {
    const bad = finding('CVE-3');
    const found = compareWithBase(scanned([finding('CVE-1'), bad], [bad]), undefined);
    expect(found).toMatchObject({ compared: false, added: 1, solved: 0, findings: [{ id: 'CVE-3' }] });
    expect(found.sizes[0]).not.toHaveProperty('before');
  });

  it('has no base in a file that is missing or broken', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'base-'));
    try {
      const path = join(folder, 'base.json');
      expect(await readBase(path)).toBeUndefined();
      for (const text of ['', '[]', '{"shop":{"findings":[7],"bytes":{}}}']) {
        await writeFile(path, text);
        expect(await readBase(path)).toBeUndefined();
      }
      await writeFile(path, JSON.stringify(base));
      expect(await readBase(path)).toEqual(base);
      expect(await readBase('')).toBeUndefined();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
