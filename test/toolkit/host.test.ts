import { describe, expect, it } from 'vitest';
import { loadActions } from '../../src/actions/all.ts';
import { markAfterChange, UserError } from '../../src/toolkit/errors.ts';
import {
  annotationLine,
  completeInputs,
  defineAction,
  type Host,
  perform,
  setOutputs,
} from '../../src/toolkit/host.ts';
import { howToRun } from '../../src/toolkit/operations.ts';
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
      expect(await sentence(() => complete(given))).toEqual(
        wording('`environment`', 'name of the environment', 'Set it'),
      );
    },
  );
});

/** Runs an action with this work, and records what its user sees. */
const run = async (
  work: (host: Host) => Promise<boolean>,
  { inputs = () => ({}), env = {}, write = async () => undefined, ...rest }: Partial<Run> = {},
) => {
  const set: [string, string][] = [];
  const said: string[] = [];
  const summary: string[] = [];
  const host = {
    env,
    output: (name, value) => void set.push([name, value]),
    annotate: (level, annotation) => void said.push(annotationLine(level, annotation)),
    summary: async markdown => {
      await write();
      summary.push(markdown);
    },
  } as Host;
  const one = defineAction({
    name: 'deploy',
    description: '',
    inputs: {},
    outputs: { release: '', images: '', state: '', reason: '' },
    refused: { images: '{}', state: 'refused' },
    ...rest,
    run: (_, given) => work(given),
  });
  const ended = await perform(one, inputs, host).catch((error: unknown) => error);
  return { ended, set, said, summary };
};
interface Run {
  inputs: () => object;
  env: NodeJS.ProcessEnv;
  write: () => Promise<void>;
  outputs: Record<string, string>;
  refused: Record<string, string>;
}

describe('an output', () => {
  it.each([
    ['a text', 'as it is', 'as it is'],
    ['an empty text', '', ''],
    ['a number', 1.5, '1.5'],
    ['zero', 0, '0'],
    ['true', true, 'true'],
    ['false', false, 'false'],
    ['undefined', undefined, ''],
    ['null', null, ''],
    ['an empty list', [], '[]'],
    ['an empty map', {}, '{}'],
    ['what is nested', { a: [{ b: 0, c: '' }, null] }, '{"a":[{"b":0,"c":""},null]}'],
  ] as const)('of %s is a text', (_, value, text) => {
    const set: string[][] = [];
    setOutputs({ output: (...given) => void set.push(given) }, { one: value });
    expect(set).toEqual([['one', text]]);
  });
});

describe('an action that fails', () => {
  const failing = (reason?: string) => async (host: Host) => {
    if (reason !== undefined) host.output('reason', reason);
    return false;
  };

  it('says why in an annotation', async () => {
    expect((await run(failing('the pods are not ready'))).said).toEqual([
      'error: deploy: the pods are not ready',
    ]);
    expect((await run(failing(''))).said).toEqual([wording('error: deploy')]);
    expect((await run(async () => true)).said).toEqual([]);
  });

  it('says why also if it had set an empty `reason` before', async () => {
    const { set } = await run(async host => {
      host.output('reason', '');
      throw new Error('the issues were not updated');
    });
    expect(set.at(-1)).toEqual(['reason', expect.stringContaining('the issues were not updated')]);
  });

  it('leaves no output unset, nor does one that succeeds', async () => {
    for (const well of [true, false]) {
      const { set } = await run(async () => well);
      expect(Object.fromEntries(set)).toEqual({ release: '', images: '', state: '', reason: '' });
    }
  });

  it('without the output `reason` has said it itself', async () => {
    expect((await run(failing(), { outputs: {} })).said).toEqual([]);
    for (const { name, outputs } of actions) expect(Object.keys(outputs), name).toContain('reason');
  });

  it('have a value for a refusal only if the action declares them', () => {
    const undeclared = actions.flatMap(({ name, outputs, refused = {} }) =>
      Object.keys(refused).flatMap(each => (Object.hasOwn(outputs, each) ? [] : [`${name}: ${each}`])),
    );
    expect(undeclared).toEqual([]);
  });
});

describe('the input `tool-mirrors`', () => {
  const mirrors = async (written: string, env: NodeJS.ProcessEnv) => {
    const { set } = await run(
      async host => {
        host.output('reason', String(host.env.SLIPWAY_TOOL_MIRRORS));
        return true;
      },
      { inputs: () => ({ 'tool-mirrors': written }), env },
    );
    return Object.fromEntries(set).reason;
  };

  it('is where every program is downloaded from, kubectl too', async () => {
    const env = { SLIPWAY_TOOL_MIRRORS: 'https://one.example' };
    expect(await mirrors('', { ...env })).toBe('https://one.example');
    expect(await mirrors('https://two.example', { ...env })).toBe('https://two.example');
  });

  it('is refused before anything is done if it is invalid', async () => {
    expect(await mirrors('two.example', {})).toEqual(wording('`tool-mirrors`', '1'));
  });
});

describe('a summary that cannot be written', () => {
  const full = async () => {
    throw new Error('ENOSPC: no space left on device');
  };

  it('is a warning, and the action ends as without it', async () => {
    const { ended, said } = await run(
      async host => {
        await host.summary('### ✅ complete');
        return true;
      },
      { write: full },
    );
    expect(ended).toBe(true);
    expect(said).toEqual([wording('warning', 'ENOSPC')]);
  });

  it('does not hide why the action failed', async () => {
    const no = new UserError('it is not allowed', 'ask');
    expect((await run(() => Promise.reject(no), { write: full })).ended).toBe(no);
  });
});

describe('an action that throws', () => {
  const no = new UserError('it is not\nallowed', 'ask');

  it('adds to the summary whether it was refused, which means that nothing was changed, or failed', async () => {
    const refused = await run(() => Promise.reject(no));
    expect(refused.summary).toEqual(['### ❌ deploy was refused\n\nit is not allowed. Ask.\n']);
    const failed = await run(() => Promise.reject(markAfterChange(new UserError('it broke', ''))));
    expect(failed.summary).toEqual(['### ❌ deploy failed\n\nit broke\n']);
  });

  it('sets every output in order, and the reason', async () => {
    expect(await run(() => Promise.reject(no))).toMatchObject({
      ended: no,
      said: [],
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
    const { ended, set } = await run(() => Promise.reject(markAfterChange(broken)));
    expect(ended).toBe(broken);
    expect(Object.fromEntries(set)).toMatchObject({
      state: '',
      images: '{}',
      reason: 'it broke',
    });
  });

  it('does not report a verdict `refused` after a change either', async () => {
    const set = await run(() => Promise.reject(markAfterChange(new UserError('it broke', ''))), {
      outputs: { verdict: '', changed: '', fit: '' },
      refused: { verdict: 'refused', changed: 'false', fit: 'false' },
    });
    expect(Object.fromEntries(set.set)).toEqual({ verdict: '', changed: '', fit: 'false' });
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
    const inputs = () => {
      throw no;
    };
    const { set } = await run(async () => true, { inputs });
    expect(Object.fromEntries(set)).toMatchObject({ state: 'refused', reason: 'it is not allowed. Ask.' });
  });

  it('is refused for an invalid proxy in the environment', async () => {
    const { set } = await run(async () => true, { env: { HTTPS_PROXY: 'socks://proxy.example' } });
    expect(Object.fromEntries(set)).toMatchObject({ state: 'refused', reason: wording('HTTPS_PROXY') });
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

it('a remedy names the command for the environment of the action', async () => {
  let said = '';
  await run(
    async () => {
      said = howToRun('rollback', undefined, {});
      return true;
    },
    { inputs: () => ({ environment: 'production' }) },
  );
  expect(said).toBe('run `slipway rollback --environment production`');
  expect(howToRun('rollback', undefined, {})).toBe('run `slipway rollback`');
});

it.each(['sweep', 'status', 'gate', 'promote', 'rollback'])('%s takes the flags of a remedy', name => {
  const { inputs } = actions.find(each => each.name === name) ?? {};
  expect(Object.keys(inputs ?? {})).toEqual(
    expect.arrayContaining(['environment', 'config', 'kube-context']),
  );
});
