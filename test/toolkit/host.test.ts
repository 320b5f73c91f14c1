import { describe, expect, it } from 'vitest';
import { loadActions } from '../../src/actions/all.ts';
import { markMidway, UserError } from '../../src/toolkit/errors.ts';
import { completeInputs, defineAction, type Host, perform } from '../../src/toolkit/host.ts';
import { sentence } from '../release/objects.ts';
import { wording } from '../wording.ts';

const actions = await loadActions();
const action = defineAction({
  name: 'test',
  description: '',
  inputs: {
    environment: { description: 'Name of the environment. As in slipway.yml.', required: true },
    config: { description: 'Path.', default: 'slipway.yml' },
    context: { description: 'Context.' },
  },
  outputs: {},
  run: async () => true,
});
const complete = (given: Record<string, string>) => completeInputs(action, name => given[name] ?? '');

describe('the inputs of an action', () => {
  it('are completed with their defaults', () => {
    expect(complete({ environment: 'production' })).toEqual({
      environment: 'production',
      config: 'slipway.yml',
      context: '',
    });
  });

  it('are trimmed, and an empty one is the default', () => {
    expect(complete({ environment: ' a\n', config: '  ' })).toMatchObject({
      environment: 'a',
      config: 'slipway.yml',
    });
  });

  it.each([{}, { environment: '' }, { environment: ' \n' }])(
    'are refused when a required one is missing (%j)',
    async given => {
      expect(await sentence(() => complete(given))).toEqual(wording('Name of the environment'));
    },
  );
});

describe('an action that throws', () => {
  const outputs = { release: '', images: '', state: '', reason: '' };
  const refused = { images: '{}', state: 'refused' };
  const run = async (work: (host: Host) => Promise<boolean>, inputs = () => ({})) => {
    const set: [string, string][] = [];
    const host = { output: (name, value) => void set.push([name, value]) } as Host;
    const one = defineAction({
      name: 'deploy',
      description: '',
      inputs: {},
      outputs,
      refused,
      run: (_, given) => work(given),
    });
    const thrown = await perform(one, inputs, host).catch((error: unknown) => error);
    return { thrown, set };
  };
  const no = new UserError('it is not\nallowed', 'ask');

  it('sets every output in order, and the reason', async () => {
    expect(await run(() => Promise.reject(no))).toEqual({
      thrown: no,
      set: [
        ['release', ''],
        ['images', '{}'],
        ['state', 'refused'],
        ['reason', 'it is not allowed. Ask.'],
      ],
    });
  });

  it('does not report `refused` after a change', async () => {
    const broken = new UserError('it broke', '');
    const { thrown, set } = await run(() => Promise.reject(markMidway(broken)));
    expect(thrown).toBe(broken);
    expect(Object.fromEntries(set)).toMatchObject({
      state: '',
      images: '{}',
      reason: 'it broke',
    });
  });

  it('keeps the outputs that it had set', async () => {
    const { set } = await run(async host => {
      host.output('release', '7');
      throw no;
    });
    expect(set.map(([name]) => name)).toEqual(['release', 'images', 'state', 'reason']);
    expect(set[0]).toEqual(['release', '7']);
  });

  it('sets its outputs for invalid inputs too', async () => {
    const { set } = await run(
      async () => true,
      () => {
        throw no;
      },
    );
    expect(Object.fromEntries(set)).toMatchObject({ state: 'refused', reason: 'it is not allowed. Ask.' });
  });

  it.each(actions.map(action => [action.name, action] as const))(
    '%s: JSON outputs are valid JSON then too',
    (_, { outputs, refused }) => {
      for (const [name, description] of Object.entries(outputs)) {
        if (description.startsWith('JSON'))
          expect(() => JSON.parse(refused?.[name] ?? ''), name).not.toThrow();
      }
    },
  );
});
