import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RegistryClient } from '../../src/registry/client.ts';
import { dockerCredentials } from '../../src/registry/credentials.ts';
import { config, type FakeRegistry, guarded, type Handler, image, send, startRegistry } from './registry.ts';

/** A login of a cloud's registry that ends in the middle of a run, by a clock that the test sets. */

let registry: FakeRegistry;
let folder: string;
beforeEach(async () => {
  registry = await startRegistry();
  folder = await mkdtemp(join(tmpdir(), 'slipway-docker-'));
});
afterEach(async () => {
  await registry.close();
  await rm(folder, { recursive: true });
});

const encoded = (password: string) => Buffer.from(`AWS:${password}`).toString('base64');
const write = (docker: object) => writeFile(join(folder, 'config.json'), JSON.stringify(docker));
const logIn = (entry: object) => write({ auths: { [registry.host]: entry } });

/** One client, as a run has it for hours. */
function client() {
  const env = { DOCKER_CONFIG: folder, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const one = new RegistryClient({ credentials: dockerCredentials(env), sleep: async () => undefined });
  return async () => (await one.resolve(registry.reference('shop:1')))?.digest;
}

/** Serves the image to whom the guard lets in. */
function serve(guard: (handler: Handler) => Handler) {
  registry.routes.set('/v2/shop/manifests/1', guard(send(image)));
  registry.routes.set(`/v2/shop/blobs/${config.digest}`, guard(send(config)));
}

describe('a login that ends in the middle of a run', () => {
  it('is read again from the file, as after `docker login`', async () => {
    let valid = 'of-the-morning';
    serve(
      handler => (request, answer) =>
        guarded(`Basic ${encoded(valid)}`, 'Basic realm="ecr"', handler)(request, answer),
    );
    await logIn({ auth: encoded(valid) });
    const resolve = client();
    expect(await resolve()).toBe(image.digest);
    valid = 'of-the-evening';
    await logIn({ auth: encoded(valid) });
    expect(await resolve()).toBe(image.digest);
  });

  it('is refused with a remedy if nothing has renewed it', async () => {
    let valid = 'of-the-morning';
    serve(
      handler => (request, answer) =>
        guarded(`Basic ${encoded(valid)}`, 'Basic realm="ecr"', handler)(request, answer),
    );
    await logIn({ auth: encoded(valid) });
    const resolve = client();
    await resolve();
    valid = 'of-the-evening';
    await expect(resolve()).rejects.toThrow('(401)');
  });

  it('is asked anew from its helper, whose tokens live for an hour of canary after canary', async () => {
    let clock = 0;
    const life = 3_600_000;
    serve(handler => (request, answer) => {
      const [, password = ''] = Buffer.from(String(request.headers.authorization).slice(6) ?? '', 'base64')
        .toString()
        .split(':');
      const current = clock - Number(password) < life && password !== '';
      guarded(
        current ? (request.headers.authorization ?? '') : 'none',
        'Basic realm="gar"',
        handler,
      )(request, answer);
    });
    const program = join(folder, 'docker-credential-cloud');
    await writeFile(
      program,
      `#!/bin/sh\nread server; echo >> ${folder}/calls; echo "{\\"Username\\":\\"AWS\\",\\"Secret\\":\\"$(cat ${folder}/clock)\\"}"\n`,
    );
    await chmod(program, 0o755);
    await write({ credHelpers: { [registry.host]: 'cloud' } });
    const resolve = client();
    for (const hours of [0, 0.5, 1.5, 1.75, 3, 11]) {
      clock = hours * 3_600_000;
      await writeFile(join(folder, 'clock'), String(clock));
      expect(await resolve()).toBe(image.digest);
    }
  });

  it('may be an access token that a program renews in the file', async () => {
    let valid = 'first-token';
    serve(
      handler => (request, answer) =>
        guarded(`Bearer ${valid}`, 'Bearer realm="https://none.example/token"', handler)(request, answer),
    );
    await logIn({ registrytoken: valid });
    const resolve = client();
    expect(await resolve()).toBe(image.digest);
    valid = 'second-token';
    await logIn({ registrytoken: valid });
    expect(await resolve()).toBe(image.digest);
    valid = 'third-token';
    await expect(resolve()).rejects.toThrow('(401)');
  });

  it('is sent to the token service anew when the token that it gave has ended', async () => {
    let [valid, password] = ['token-1', 'one'];
    registry.routes.set('/token', (request, answer) => {
      const accepted = request.headers.authorization === `Basic ${encoded(password)}`;
      answer.writeHead(accepted ? 200 : 401).end(JSON.stringify({ token: valid }));
    });
    serve(
      handler => (request, answer) =>
        guarded(`Bearer ${valid}`, `Bearer realm="http://${registry.host}/token"`, handler)(request, answer),
    );
    await logIn({ auth: encoded(password) });
    const resolve = client();
    expect(await resolve()).toBe(image.digest);
    [valid, password] = ['token-2', 'two'];
    await logIn({ auth: encoded(password) });
    expect(await resolve()).toBe(image.digest);
  });
});
