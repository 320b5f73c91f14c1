import { describe, expect, it } from 'vitest';
import {
  addressesOf,
  chooseTool,
  downloadFor,
  type Pin,
  parseMirrors,
  pins,
  versionIn,
} from '../../../src/toolkit/tools/pin.ts';
import { sentence } from '../../release/objects.ts';
import { wording } from '../../wording.ts';

const choice = (pin: Pin, found: string | undefined, platform = 'linux-x64') =>
  chooseTool(pin, found, platform);

describe('the data of a tool', () => {
  it.each(Object.entries(pins))(
    '%s has a complete checksum or none, and https URLs, for both platforms',
    (name, pin: Pin) => {
      expect(pin.name).toBe(name);
      expect(Object.keys(pin.files).sort()).toEqual(['linux-arm64', 'linux-x64']);
      for (const { url, sha256 } of Object.values(pin.files)) {
        expect(url).toMatch(/^https:\/\//);
        expect(url).toContain(pin.version);
        if (sha256 !== null) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      }
      const sums = Object.values(pin.files).flatMap(({ sha256 }) => sha256 ?? []);
      expect(new Set(sums).size).toBe(sums.length);
      expect(choice(pin, pin.version)).toEqual({ use: 'path' });
    },
  );

  it.each<[keyof typeof pins, string, string]>([
    ['trivy', 'Version: 0.74.0\nVulnerability DB:\n', '0.74.0'],
    ['trivy', 'Version: dev', 'unknown'],
    ['buildx', 'github.com/docker/buildx v0.30.1 9e66234aa13328a5e75b75aa5574e1ca6d6d9c01', '0.30.1'],
    ['buildx', 'github.com/docker/buildx 0.12.1+ds1 0.12.1', '0.12.1'],
    ['buildx', 'github.com/docker/buildx v0.0.0+unknown', 'unknown'],
    ['kubectl', '{"clientVersion": {"gitVersion": "v1.32.4-dispatcher"}}', '1.32.4'],
    ['kubectl', '', 'unknown'],
    ['helm', 'v4.3.0', '4.3.0'],
    ['helm', 'v4.3', 'unknown'],
    ['cosign', '{"gitVersion":"v3.1.3","gitCommit":"x"}', '3.1.3'],
    ['cosign', '{"gitVersion":"devel"}', 'unknown'],
  ])('the version of %s is read: %j', (name, said, version) => {
    expect(versionIn(pins[name], said)).toBe(version);
  });
});

describe('the choice of a tool', () => {
  const other = wording('trivy 0.69.4', '0.74.0', '0.75.0');
  it.each<[string | undefined, string, object]>([
    ['0.74.0', 'linux-x64', { use: 'path' }],
    ['0.74.3', 'darwin-arm64', { use: 'path' }],
    [undefined, 'linux-x64', { use: 'pinned' }],
    [undefined, 'linux-arm64', { use: 'pinned' }],
    ['0.69.4', 'linux-x64', { use: 'pinned', note: other }],
    ['unknown', 'linux-x64', { use: 'pinned', note: wording('trivy', '0.74.0', '0.75.0') }],
    ['0.75.0', 'darwin-arm64', { use: 'path', warning: wording('trivy 0.75.0', '0.74.0') }],
  ])('of trivy %s on %s', (found, platform, expected) => {
    expect(choice(pins.trivy, found, platform)).toEqual(expected);
  });

  it.each(['0.69.4', '0.69.6', '0.9.0'])('never uses trivy %s', found => {
    expect(() => choice(pins.trivy, found, 'darwin-arm64')).toThrow(wording('0.70.0'));
  });

  it('never uses a trivy of unknown version, but does use such a buildx', () => {
    expect(() => choice(pins.trivy, 'unknown', 'darwin-arm64')).toThrow(wording());
    expect(choice({ ...pins.buildx, files: {} }, 'unknown')).toEqual({
      use: 'path',
      warning: wording('buildx', '0.15.0'),
    });
  });

  it('compares numbers, not strings', () => {
    expect(choice(pins.buildx, '0.100.0')).toEqual({ use: 'path' });
    expect(choice(pins.buildx, '1.0.0')).toEqual({ use: 'path' });
  });

  it('never downloads a file without a checksum', async () => {
    const file = { url: 'https://example.com/x-1.0.0', sha256: null };
    const pin: Pin = { ...pins.cosign, files: { 'linux-x64': file } };
    expect(downloadFor(pin, 'linux-x64')).toBeUndefined();
    expect(await sentence(async () => choice(pin, undefined))).toEqual(wording('cosign'));
    expect(await sentence(async () => choice(pin, '2.6.0'))).toEqual(wording('3.1.0', '4.0.0', '3.0.0'));
  });

  it('has a remedy if there is none', () => {
    expect(() => choice(pins.trivy, undefined, 'win32-x64')).toThrow(wording('trivy', 'win32-x64'));
    // A platform is a key of the data, not of every object.
    expect(() => choice(pins.trivy, undefined, 'constructor')).toThrow(wording('constructor'));
  });
});

describe('mirrors', () => {
  const mirrorsIn = (text: string) => parseMirrors(text, 'SLIPWAY_TOOL_MIRRORS');

  it('contain the original host and path', () => {
    const url = 'https://dl.k8s.io/release/v1/kubectl';
    expect(addressesOf(url, [])).toEqual([url]);
    expect(addressesOf(url, mirrorsIn(' https://one.example/tools/ ,http://two.example:8081'))).toEqual([
      'https://one.example/tools/dl.k8s.io/release/v1/kubectl',
      'http://two.example:8081/dl.k8s.io/release/v1/kubectl',
    ]);
    expect(mirrorsIn('')).toEqual([]);
  });

  it.each([
    'mirror.example',
    'ftp://mirror.example',
    'https://mirror.example/?key=1',
    'https://m.example/#x',
  ])('%s is invalid', text => {
    expect(() => mirrorsIn(`https://good.example,${text}`)).toThrow(wording('2'));
  });

  it('must not contain a password, and the error does not print it', async () => {
    const said = await sentence(async () => mirrorsIn('https://me:hunter2@mirror.example'));
    expect(said).toEqual(wording('1'));
    expect(said).not.toContain('hunter2');
  });
});
