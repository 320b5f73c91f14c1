import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dockerCredentials } from '../../src/registry/credentials.ts';
import { wording } from '../wording.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-docker-'));
});
afterEach(() => rm(folder, { recursive: true }));

const base64 = (text: string) => Buffer.from(text).toString('base64');

async function source(config: object | string) {
  await writeFile(join(folder, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config));
  return dockerCredentials({ DOCKER_CONFIG: folder, PATH: `${folder}${delimiter}${process.env.PATH}` });
}

async function helper(name: string, script: string): Promise<void> {
  const path = join(folder, `docker-credential-${name}`);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}

describe('the auths of a docker configuration', () => {
  it.each([
    ['ghcr.io', 'ghcr.io'],
    ['https://ghcr.io', 'ghcr.io'],
    ['https://ghcr.io/v1/', 'ghcr.io'],
    ['http://localhost:5000', 'localhost:5000'],
    ['https://index.docker.io/v1/', 'docker.io'],
    ['docker.io', 'docker.io'],
  ])('written for %s are those of %s', async (server, registry) => {
    const find = await source({ auths: { [server]: { auth: base64('me:pass:word') } } });
    expect(await find(registry)).toEqual({ kind: 'password', username: 'me', password: 'pass:word' });
    expect(await find('other.example.com')).toBeUndefined();
  });

  it.each([
    [
      { username: 'me', password: 'secret' },
      { kind: 'password', username: 'me', password: 'secret' },
    ],
    [
      { auth: base64('me:'), identitytoken: 'id' },
      { kind: 'identity', token: 'id' },
    ],
    [{ registrytoken: 'access' }, { kind: 'bearer', token: 'access' }],
    [{ auth: base64('me:secret\0\0') }, { kind: 'password', username: 'me', password: 'secret' }],
    [{}, undefined],
    [{ auth: '' }, undefined],
    [{ auth: base64('nocolon') }, undefined],
    ['text', undefined],
    [null, undefined],
  ])('may be %j', async (entry, credential) => {
    const find = await source({ auths: { 'ghcr.io': entry } });
    expect(await find('ghcr.io')).toEqual(credential);
  });

  it.each([
    ['shop', 'everything'],
    ['build', 'builds'],
    ['build/shop', 'builds'],
    ['build/shop/web', 'builds'],
    ['build/base', 'one'],
    ['buildings', 'everything'],
    ['', 'everything'],
  ])('may be for a part of a registry: %s has those for %s', async (name, password) => {
    const auth = (text: string) => ({ auth: base64(`me:${text}`) });
    const find = await source({
      auths: {
        'harbor.example.com': auth('everything'),
        'harbor.example.com/build': auth('builds'),
        'harbor.example.com/build/base': auth('one'),
      },
      credHelpers: { 'harbor.example.com': '' },
    });
    expect(await find('harbor.example.com', name)).toMatchObject({ password });
    expect(await find('other.example.com', name)).toBeUndefined();
  });

  it.each(['{}', '[]', 'null', '{"auths": []}', '{"auths": "x"}'])('may be missing: %s', async text => {
    expect(await (await source(text))('ghcr.io')).toBeUndefined();
  });
});

describe('a docker configuration', () => {
  it('has the login in the file where the helper of the registry is empty, whatever the general store', async () => {
    const find = await source({
      auths: { 'ghcr.io': { auth: base64('me:secret') } },
      credHelpers: { 'ghcr.io': '' },
      credsStore: 'absent',
    });
    expect(await find('ghcr.io')).toEqual({ kind: 'password', username: 'me', password: 'secret' });
    await expect(find('quay.io')).rejects.toThrow(wording('docker-credential-absent'));
  });

  it('that does not exist has no credentials', async () => {
    expect(await dockerCredentials({ DOCKER_CONFIG: join(folder, 'none') })('ghcr.io')).toBeUndefined();
  });

  it('is found at home when DOCKER_CONFIG is not set', async () => {
    await mkdir(join(folder, '.docker'));
    const config = { auths: { 'ghcr.io': { auth: base64('me:home') } } };
    await writeFile(join(folder, '.docker', 'config.json'), JSON.stringify(config));
    expect(await dockerCredentials({ HOME: folder })('ghcr.io')).toMatchObject({ password: 'home' });
  });

  it('that is not JSON is refused without showing it', async () => {
    const find = await source('{"auths": {"ghcr.io": {"auth": "c2VjcmV0"');
    const error = await find('ghcr.io').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      sentence: wording(`${join(folder, 'config.json')}`),
    });
    expect(error).not.toHaveProperty('cause');
  });
});

describe('a credential helper', () => {
  const answer = (username: string, secret: string) =>
    `echo '${JSON.stringify({ Username: username, Secret: secret })}'`;

  it('is asked about its registry, before the general store', async () => {
    await helper('mine', 'read server; echo "{\\"Username\\":\\"me\\",\\"Secret\\":\\"$server\\"}"');
    await helper('store', answer('me', 'store'));
    const find = await source({ credHelpers: { 'ghcr.io': 'mine' }, credsStore: 'store' });
    expect(await find('ghcr.io')).toEqual({ kind: 'password', username: 'me', password: 'ghcr.io' });
    expect(await find('other.example.com')).toMatchObject({ password: 'store' });
  });

  it('is asked about docker under the name that docker uses', async () => {
    await helper('store', 'read server; echo "{\\"Username\\":\\"me\\",\\"Secret\\":\\"$server\\"}"');
    const find = await source({ credsStore: 'store' });
    expect(await find('docker.io')).toMatchObject({ password: 'https://index.docker.io/v1/' });
  });

  it('may give an identity token', async () => {
    await helper('store', answer('<token>', 'id'));
    expect(await (await source({ credsStore: 'store' }))('ghcr.io')).toEqual({
      kind: 'identity',
      token: 'id',
    });
  });

  it('without credentials for a registry falls back to auths', async () => {
    await helper('store', 'echo "credentials not found in native keychain"; exit 1');
    const find = await source({ credsStore: 'store', auths: { 'ghcr.io': { auth: base64('me:file') } } });
    expect(await find('ghcr.io')).toMatchObject({ password: 'file' });
    expect(await find('other.example.com')).toBeUndefined();
  });

  it('that is not installed is named', async () => {
    await expect((await source({ credsStore: 'none' }))('ghcr.io')).rejects.toMatchObject({
      sentence: wording('docker-credential-none'),
    });
  });

  it('that fails is named, without its output', async () => {
    await helper('store', 'echo secret; exit 3');
    await expect((await source({ credsStore: 'store' }))('ghcr.io')).rejects.toMatchObject({
      sentence: wording('docker-credential-store', 'ghcr.io'),
    });
  });

  it('that does not answer with JSON is named', async () => {
    await helper('store', 'echo secret');
    await expect((await source({ credsStore: 'store' }))('ghcr.io')).rejects.toThrow(wording());
  });

  it('cannot be a path', async () => {
    await expect((await source({ credsStore: '../../evil' }))('ghcr.io')).rejects.toThrow(wording());
  });
});
