import { describe, expect, it } from 'vitest';
import { type LevelCheck, missingLevels, notRestored, reached } from '../../src/recovery/levels.ts';
import type { BackupManifest } from '../../src/recovery/manifest.ts';
import { notRestoredChecks } from '../../src/recovery/not-restored.ts';
import { wording } from '../wording.ts';

const manifest = {
  databases: [{ name: 'shop' }, { name: 'reports' }],
  managed: [{ name: 'ledger' }],
} as unknown as BackupManifest;
const passed = (level: LevelCheck['level']): LevelCheck => ({
  level,
  what: 'shop',
  state: 'passed',
  sentence: '',
});
const proved = [passed('L0'), passed('L1'), passed('L2'), passed('L3')];

describe('recovery 11: a database that a drill does not restore', () => {
  it('fails the drill, in the cluster and outside of it', () => {
    const levelChecks = [...proved, ...notRestoredChecks(manifest, ['shop'])];
    expect(missingLevels(levelChecks, 'L3')).toEqual([wording('reports'), wording('ledger')]);
    expect(reached(levelChecks)).toBe('L1');
    expect(notRestored(levelChecks).map(({ what }) => what)).toEqual([
      'database reports',
      'managed database ledger',
    ]);
  });

  it('is reported but lowers no level where slipway.yml says why it need not be drilled', () => {
    const notDrilled = { reports: 'restored by hand each quarter', ledger: 'drilled by its provider' };
    const levelChecks = [...proved, ...notRestoredChecks(manifest, ['shop'], notDrilled)];
    expect(missingLevels(levelChecks, 'L3')).toEqual([]);
    expect(reached(levelChecks)).toBe('L3');
    expect(levelChecks.at(-1)?.sentence).toEqual(wording('drilled by its provider'));
  });

  it('is none of the restored ones', () => {
    expect(notRestoredChecks(manifest, ['shop', 'reports', 'ledger'])).toEqual([]);
  });
});
