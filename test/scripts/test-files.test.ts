import { describe, expect, it } from 'vitest';
import {
  allTestFiles,
  filesAt,
  filesOfTier,
  partsFor,
  partsNamed,
  type TestFile,
  tiers,
} from '../../scripts/test-files.ts';

const file = (path: string, project: string): TestFile => ({ path, project });
const [unit, golden, e2e, recovery] = [
  file('test/toolkit/errors.test.ts', 'unit'),
  file('test/e2e/golden/canary.test.ts', 'golden'),
  file('test/e2e/kinds.test.ts', 'e2e'),
  file('test/e2e/recovery/files.test.ts', 'recovery'),
];
const files = [unit, golden, e2e, recovery];
const at = (...paths: string[]) => filesAt(files, paths, process.cwd());

describe('a tier of tests', () => {
  it('has the files of its projects', () => {
    expect(filesOfTier(files, 'unit')).toEqual([unit]);
    expect(filesOfTier(files, 'default')).toEqual([unit, golden]);
    expect(filesOfTier(files, 'all')).toEqual(files);
  });

  it('matches vitest.config.ts: every file is in one project, and every project but the hours of `conformance` is in --all', async () => {
    const all = await allTestFiles();
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
    const projects = [...new Set(all.map(({ project }) => project))];
    expect(projects.sort()).toEqual([...tiers.all, 'conformance'].sort());
  });
});

describe('paths', () => {
  it('name files and folders, each file once', () => {
    expect(at('test/e2e/kinds.test.ts')).toEqual([e2e]);
    expect(at('./test/e2e/', 'test/e2e/kinds.test.ts')).toEqual([golden, e2e, recovery]);
  });

  it.each(['test/e2e/kinds', 'test/e2e/harness.ts', 'src', 'test/nothing.test.ts', '/tmp'])(
    'without tests are refused: %s',
    path => {
      expect(() => at('test/e2e/kinds.test.ts', path)).toThrow(
        `${path} is not a test file or a folder with test files`,
      );
    },
  );
});

describe('the parts of the lab', () => {
  it('are those of every lab, and those that the files need', () => {
    expect(partsFor([e2e])).toEqual(['buildkit', 'gateway', 'prometheus', 'trivy']);
    expect(partsFor([e2e, recovery, recovery])).toEqual([
      ...['buildkit', 'gateway', 'prometheus', 'trivy'],
      'recovery',
    ]);
  });

  it('are read only from calls at the top level', () => {
    expect(partsNamed("import { needs } from './needs.ts';\n\nneeds('cosign', 'sigstore');\n")).toEqual([
      'cosign',
      'sigstore',
    ]);
    expect(partsNamed("  needs('cosign');\n// needs('sigstore');\n")).toEqual([]);
  });
});
