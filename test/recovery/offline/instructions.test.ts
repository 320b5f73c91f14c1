import { describe, expect, it } from 'vitest';
import { loadAction } from '../../../src/actions/all.ts';
import { instructions } from '../../../src/recovery/offline/instructions.ts';

const text = instructions({
  ...{ schema: 1, at: 0, app: 'shop', environment: 'production', set: '20261126T031700Z', repository: 'far' },
  ...{ config: 'checkout/slipway.yml', images: ['db@sha256:1'], programs: { node: '24.1.0' }, files: [] },
});

describe('the instructions of an archive', () => {
  it('have a valid command with all required inputs', async () => {
    const { inputs, positional } = await loadAction('recover');
    const command = /slipway\/cli\/index\.js recover [\s\S]*?\n```/.exec(text)?.[0] ?? '';
    const flags = [...command.matchAll(/--([a-z-]+)/g)].map(([, flag]) => flag);
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(flags));
    const required = Object.entries(inputs).filter(([name, { required }]) => required && name !== positional);
    expect(flags).toEqual(expect.arrayContaining(required.map(([name]) => name)));
    expect(command).toContain('recover .');
  });

  it('use only the programs of the disk that the page names', () => {
    const commands = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
      block.replaceAll('\\\n', '').split('\n'),
    );
    const [kubectl, node] = ['kubectl', 'node'].map(name =>
      commands.find(each => each.includes(`/${name} `)),
    );
    expect(kubectl).toMatch(/^\.\/programs\/kubectl create namespace/);
    // At the end of PATH, so that no program of the disk replaces one of the machine.
    expect(node).toMatch(/^PATH="\$PATH:\$PWD\/programs" \.\/programs\/node /);
  });

  it('security 11: verify the disk with the machine’s sha256sum before anything on it is run', () => {
    const check = text.indexOf('sha256sum --check --strict --quiet SHA256SUMS');
    expect(check).toBeGreaterThan(text.indexOf('sha256sum SHA256SUMS'));
    expect(text.indexOf('./programs/')).toBeGreaterThan(check);
    expect(text).toContain('--checksum');
  });
});
