import { describe, expect, it } from 'vitest';
import { phasePicture } from '../../scripts/phases.ts';
import { textOfFile } from '../../scripts/workflow-files.ts';
import { transitions } from '../../src/release/store/phases.ts';

const moves = {
  prepared: ['stepping', 'rolling-back'],
  stepping: ['stepping', 'rolling-back'],
  'rolling-back': ['rolled-back'],
  'rolled-back': [],
};

describe('the phase diagram', () => {
  const picture = phasePicture(moves);

  it('has an arrow for every transition, and no other', () => {
    const arrows = [...picture.matchAll(/^ {4}([\w-]+) --> ([\w-]+)/gm)].map(([, from = '', to = '']) =>
      `${from} ${to}`.replaceAll('_', '-'),
    );
    const wanted = Object.entries(moves).flatMap(([from, targets]) => targets.map(to => `${from} ${to}`));
    expect(arrows.sort()).toEqual(wanted.sort());
  });

  it('starts at phases without a predecessor, and ends at phases without a successor', () => {
    expect(picture).toContain('[*] --> prepared');
    expect(picture).toContain('rolled_back --> [*]');
    expect(picture.match(/\[\*\]/g)).toHaveLength(2);
  });

  it('is in docs/release.md', () => {
    expect(textOfFile('docs/release.md')).toContain(phasePicture(transitions));
  });
});
