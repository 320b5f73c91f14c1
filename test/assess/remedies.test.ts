import { describe, expect, it } from 'vitest';
import { textOfFile } from '../../scripts/workflow-files.ts';
import { loadCommands } from '../../src/actions/all.ts';
import { defaultDrillRule, remedyOf as remedyFor } from '../../src/assess/conformance/demands.ts';
import { conformanceReport } from '../../src/assess/conformance/report.ts';
import { suggest } from '../../src/config/suggest.ts';
import { parseFlags } from '../../src/toolkit/command-line.ts';
import { completeInputs } from '../../src/toolkit/host.ts';

/** The first report for an application that has used no other action: nothing was shown. */

const first = conformanceReport({
  ...{ app: 'shop', environment: 'production', by: '0.0.0', notes: [] },
  ...{ shown: [], failedSources: {}, now: Date.parse('2026-11-30T12:00:00.000Z') },
});
const unknown = first.requirements.filter(({ status }) => status === 'unknown');
const remedyOf = (id: string) => unknown.find(each => each.id === id)?.remedy ?? '';
const commands = unknown.flatMap(({ id, remedy = '' }) =>
  [...remedy.matchAll(/`(SLIPWAY_RECORDS=records )?slipway ([^`]+)`/g)].map(
    ([, , text = '']) => [id, text] as const,
  ),
);

describe('the first report', () => {
  it('is unknown in all but the properties of Slipway, and says for each what decides it', () => {
    expect(unknown).toHaveLength(107);
    for (const { id, remedy = '' } of unknown) expect(remedy, id).toMatch(/^(run `|add |release[ ,]|set `)/);
  });

  const distinct = new Map(commands.map(([id, text]) => [text, id]));
  it.each([...distinct])('gives a command that can be run: slipway %s', async text => {
    const [name = '', ...args] = text.split(' ');
    const action = (await loadCommands()).find(each => each.name === name);
    expect(action, name).toBeDefined();
    if (action === undefined) return;
    const given = parseFlags(action, args, suggest, () => undefined);
    expect(() => completeInputs(action, input => given[input] ?? '')).not.toThrow();
  });

  it('names the environment, the drill, the severity and the setting', () => {
    expect(remedyOf('H1')).toBe('run `slipway report --environment production` with access to the cluster');
    expect(remedyOf('D15')).toContain('slipway drill --environment production --scenario zone`');
    const drills = (['H5', 'H6'] as const).map(id => remedyFor('drill', defaultDrillRule[id]));
    expect(drills[0]).toContain('--scenario container-kill`');
    expect(drills[1]).toContain('--scenario pod-loss`');
    expect(remedyOf('M11')).toContain('--severity critical`');
    expect(remedyOf('P10')).toBe('add `verify.page` to the environment in slipway.yml');
    expect(remedyOf('S7')).toContain('`SLIPWAY_RECORDS=records slipway verify --environment production`');
    expect(remedyOf('C3')).toBe(
      'run `SLIPWAY_RECORDS=records slipway test` or pipeline.yml on the default branch, and report with `--reports records`',
    );
  });

  it('names the workflow that scans the live images', () => {
    expect(remedyOf('C4')).toContain('or rescan.yml or pipeline.yml on the default branch');
  });

  it('names settings that slipway.yml has', () => {
    const page = textOfFile('docs/configuration.md');
    const named = new Set(
      unknown.flatMap(({ remedy = '' }) => [...remedy.matchAll(/`verify\.(\w+)`/g)].map(([, key]) => key)),
    );
    expect([...named].sort()).toEqual(['addresses', 'checks', 'dependencies', 'matrix', 'page', 'revoked']);
    const [, verify = ''] = /\n### verify\n(.*?)\n#### /s.exec(page) ?? [];
    for (const key of named) expect(verify).toMatch(new RegExp(`\\|\\[?\`${key}\``));
  });
});
