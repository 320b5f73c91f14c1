import { describe, expect, it } from 'vitest';
import { completeInputs, defineAction } from '../../src/toolkit/host.ts';
import { sentence } from '../release/objects.ts';

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

  it('are taken without the space around them, and an empty one is the default', () => {
    expect(complete({ environment: ' a\n', config: '  ' })).toMatchObject({
      environment: 'a',
      config: 'slipway.yml',
    });
  });

  it.each([{}, { environment: '' }, { environment: ' \n' }])(
    'are refused when a required one is missing (%j)',
    async given => {
      expect(await sentence(() => complete(given))).toBe(
        'the input `environment` is missing; give it: Name of the environment',
      );
    },
  );
});
