import { describe, expect, it } from 'vitest';
import { runbooks } from '../../scripts/runbooks.ts';
import { loadCommands } from '../../src/actions/all.ts';
import { scenarioIds, scenarios } from '../../src/recovery/scenario.ts';

const pages = runbooks();
const actions = new Map((await loadCommands()).map(each => [each.name, each]));

describe('runbooks', () => {
  it('exist for every loss that is rehearsed, with a link to each', () => {
    expect([...pages.keys()].toSorted()).toEqual(
      ['README', ...scenarioIds].map(name => `docs/runbooks/${name}.md`).toSorted(),
    );
    for (const id of scenarioIds) expect(pages.get('docs/runbooks/README.md')).toContain(`(${id}.md)`);
  });

  it.each(scenarios)('of $id contains every step in order', ({ id, steps }) => {
    const page = pages.get(`docs/runbooks/${id}.md`) ?? '';
    const said = [...page.matchAll(/^\d+\. \*\*(.*)\*\*/gm)].map(([, text]) => text);
    expect(said).toEqual(steps.map(({ instruction }) => instruction));
  });

  it.each(scenarioIds)(
    'of %s restores with one command, because a second one refuses existing objects',
    id => {
      const page = pages.get(`docs/runbooks/${id}.md`) ?? '';
      expect([...page.matchAll(/^ *slipway restore /gm)].length).toBeLessThan(2);
    },
  );

  const commands = [...pages].flatMap(([path, page]) =>
    [...page.matchAll(/^ *slipway (.*)$/gm)].map(([, command = '']) => ({ path, command })),
  );

  it.each(commands)('$path: slipway $command is a valid command', ({ command }) => {
    const [name = '', ...words] = command.split(' ');
    const action = actions.get(name);
    const flags = words.filter(word => word.startsWith('--')).map(word => word.slice(2));
    expect(flags).not.toEqual([]);
    expect(Object.keys(action?.inputs ?? {})).toEqual(expect.arrayContaining(flags));
    const required = Object.entries(action?.inputs ?? {}).filter(([, { required }]) => required);
    const given = [...flags, ...(action?.positional === undefined ? [] : [action.positional])];
    expect(given).toEqual(expect.arrayContaining(required.map(([input]) => input)));
  });
});
