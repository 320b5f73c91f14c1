import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signatureDemand } from '../../src/actions/trust.ts';
import { loadConfig } from '../../src/config/load.ts';
import { UntrustedImage, UserError } from '../../src/toolkit/errors.ts';
import { type FakeRegistry, startRegistry } from '../registry/registry.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let at: Workplace;
let registry: FakeRegistry;
beforeEach(async () => {
  at = await openWorkplace();
  registry = await startRegistry();
  await at.program('cosign', `echo '{"gitVersion": "v3.1.3"}'`);
  await at.write('cosign.pub', 'x');
  await at.replace('app: shop', 'app: shop\ntrust: { key: cosign.pub }');
});
afterEach(async () => {
  await registry.close();
  await at.close();
});

describe('the signature of an image that only a record knows', () => {
  const said: string[] = [];
  const asked = async (force?: string) => {
    const host = { env: process.env, report: (line: string) => void said.push(line) };
    const path = `${at.folder}/slipway.yml`;
    const config = await loadConfig(path);
    const demand = await signatureDemand({ config: path }, { config, environment: undefined, force, host });
    return demand?.([`${registry.host}/shop@sha256:${'a'.repeat(64)}`]).catch((error: unknown) => error);
  };

  it('is missing where the registry has none', async () => {
    const error = await asked();
    expect(error).toBeInstanceOf(UntrustedImage);
    expect((error as UserError).message).toMatch(/^the image is not trusted: .* is not signed$/);
  });

  it('is not known where the registry does not let it be read', async () => {
    registry.routes.get = () => (_, answer) => void answer.writeHead(403).end();
    const error = await asked();
    expect(error).toBeInstanceOf(UserError);
    expect(error).not.toBeInstanceOf(UntrustedImage);
    expect((error as UserError).message).toMatch(/^it is not known whether the image is trusted: .*403/);
    expect(await asked('the registry is gone')).toBeUndefined();
    expect(said.at(-1)).toContain('`force`: the registry is gone');
  });
});
