import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/actions/recovery.ts';
import { loadConfig } from '../../src/config/load.ts';
import { documentOf } from '../../src/recovery/sets.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { statementType } from '../../src/signing/bundle.ts';
import { statementOf } from '../../src/signing/statement.ts';
import { UntrustedDocument, type UserError } from '../../src/toolkit/errors.ts';
import { manifest } from '../recovery/backups.ts';
import { certificate } from '../signing/certificates.ts';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.program('cosign', `echo '{"gitVersion": "v3.1.3"}'`);
  await at.write('vendor.pub', 'x');
});
afterEach(() => at.close());

const owner = { app: 'shop', environment: 'production' };
const id = '20261126T031700Z';
const content = new TextEncoder().encode('{}');
/** As the workflow of acme/shop signs without a key, or with one. */
const keyless = () => signed({ certificate: { rawBytes: certificate('workflow').toString('base64') } });
const keyed = () => signed({ publicKey: { hint: 'x' } });
const signed = (verificationMaterial: object) => {
  const { name, type, about } = documentOf(owner, { id, content });
  const { text } = statementOf({ repository: name, digest: digestOf(content) }, type, about);
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial,
    dsseEnvelope: {
      payload: Buffer.from(text).toString('base64'),
      payloadType: statementType,
      signatures: [{ sig: 'eA==' }],
    },
  });
};

/** @param settings of slipway.yml. */
async function refusal(settings: string, bundle?: string): Promise<UserError | undefined> {
  await at.replace('app: shop', `app: shop\n${settings}`);
  const path = `${at.folder}/slipway.yml`;
  const config = await loadConfig(path);
  const [environment] = Object.values(config.environments);
  const env = {
    ...process.env,
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_REPOSITORY_ID: '7',
    GITHUB_REF: 'refs/heads/main',
  };
  const set = { id, content, bundle, manifest: manifest({}) };
  const host = { env, report: () => undefined };
  const { signal } = new AbortController();
  const by = { config, environment: environment!, inputs: { config: path }, host, signal };
  return refusalOf(set, owner, by);
}

describe('a backup set, where another pipeline signs the images with its key', () => {
  const refused = async (signing: string, bundle?: string) =>
    (await refusal(`trust: { key: vendor.pub }\n${signing}`, bundle))?.sentence;

  it('must be signed by the repository that backs up, as `signing` says, not with that key', async () => {
    expect(await refused('signing: {}', keyless())).toEqual(wording('(4711)', '(7)'));
  });

  it('is refused without `signing`, which is what it needs', async () => {
    expect(await refused('')).toEqual(wording(id, 'is not signed', '`signing: {}`'));
  });
});

describe('a backup set of this repository, where `trust` names an identity', () => {
  const named = (fields: string) =>
    refusal(
      `signing: {}\ntrust: { identity: { issuer: "http://127.0.0.1:40785", repository: "https://github.com/acme/${fields} } }`,
      keyless(),
    );

  it('counts whichever workflow has signed it: `subject` names the one that builds images', async () => {
    const build = 'https://github.com/slipway/slipway/.github/workflows/other.yml@*';
    expect(await named(`shop", repository-id: 4711, subject: "${build}"`)).toBeUndefined();
  });

  it('is refused where that is another pipeline, and says what `trust` must demand', async () => {
    expect((await named('vendor", repository-id: 9'))?.sentence).toEqual(
      wording('acme/vendor (9)', 'let `trust` demand that signer'),
    );
  });
});

describe('a backup set whose signature cannot be verified here', () => {
  const withKey = (key: string) => refusal(`trust: { key: "${key}" }\nsigning: { key: "${key}" }`, keyed());

  it('is not refused: the variable of the public key is not set', async () => {
    const error = await withKey('env://PUBLIC_KEY');
    expect(error).not.toBeInstanceOf(UntrustedDocument);
    expect(error?.sentence).toEqual(wording('PUBLIC_KEY'));
  });

  it('is not refused: the key service does not show its public key', async () => {
    const denied = 'could not fetch verifier public key: getting public key: AccessDeniedException';
    await at.program(
      'cosign',
      `[ "$1" = version ] && echo '{"gitVersion": "v3.1.3"}' && exit 0
echo 'Error: failed to verify signature: ${denied}' >&2; exit 1`,
    );
    const error = await withKey('awskms:///alias/shop');
    expect(error).not.toBeInstanceOf(UntrustedDocument);
    expect(error?.sentence).toEqual(wording('cannot be verified here'));
    // But that it was signed in another way is known.
    expect(await refusal('', keyless())).toBeInstanceOf(UntrustedDocument);
  });
});
