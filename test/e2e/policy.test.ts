import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSlipway } from './harness.ts';

/** The policy with the real BuildKit and its images; needs a builder and trivy's database, but no registry. */

const database = process.env.SLIPWAY_TRIVY_DB ?? '';
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'e2e-policy-'));
  await writeFile(join(folder, 'app'), 'an app');
  await writeFile(join(folder, '.env'), 'DB_PASSWORD=correct-horse\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const environment = Object.fromEntries(
  ['BUILDX_BUILDER', 'BUILDX_CONFIG'].map(name => [name, process.env[name] ?? '']),
);
const slipway = (...args: string[]) => startSlipway(args, folder, environment).done;

async function shop(dockerfile: string, policy = '{}'): Promise<void> {
  await writeFile(join(folder, 'Dockerfile'), dockerfile);
  await writeFile(
    join(folder, 'slipway.yml'),
    `app: shop
images: {shop: {repository: registry.example/shop}}
policy: ${policy}
environments: {production: {namespace: shop, manifests: [deploy/], workload: Deployment/shop}}
`,
  );
}

const build = async (...more: string[]) => {
  await rm(join(folder, 'out'), { recursive: true, force: true });
  return slipway('build', '--push', 'false', '--output', 'out', ...more);
};
const scan = () => slipway('scan', '--layouts', 'out', '--trivy-database', database);

/** A base stage with an ONBUILD trigger, the stage built on it, and a stage that is not built. */
const dockerfile = (copy: string) => `FROM scratch AS base
ARG TARGETARCH
WORKDIR /srv
ONBUILD COPY app /triggered
FROM base AS skipped
COPY --chmod=4755 app /never
FROM base
ENV A=b
${copy}
LABEL x=y
USER 10001
HEALTHCHECK NONE
CMD ["/app"]
`;

describe('a Dockerfile', () => {
  it("is built, and findings of BuildKit's own checks are reported with their lines", async () => {
    await shop(
      'FROM scratch\nCOPY app /app\nWORKDIR srv\nENV A b\nUSER 10001\nHEALTHCHECK NONE\nCMD ["/app"]\n',
    );
    const { code, outputs, stderr } = await build();
    expect(stderr).toContain('warning: Dockerfile:3: policy: buildkit/WorkdirRelativePath: ');
    expect(stderr).not.toContain('buildkit/LegacyKeyValueFormat');
    expect([code, outputs.policy]).toEqual([0, '{"error":0,"warning":1,"info":0,"excused":0}']);
  });

  it('that breaks a rule is not built', async () => {
    await shop('FROM scratch\nCOPY --chmod=777 app /app\nUSER 10001\n');
    const { code, outputs } = await build('--policy-report', 'policy.json');
    expect(code).toBe(1);
    expect(outputs.reason).toMatch(/^Dockerfile:2: COPY --chmod 777 lets any user write \[world-writable\]/);
    expect(existsSync(join(folder, 'out/shop'))).toBe(false);
    expect(JSON.parse(await readFile(join(folder, 'policy.json'), 'utf8')).verdict).toBe('fail');
  });

  it('cannot disable the checks of BuildKit where comments may not ignore findings', async () => {
    const text = '# check=skip=all\nFROM scratch\nCOPY app /app\nWORKDIR srv\nUSER 10001\n';
    await shop(text);
    expect((await build()).stderr).not.toContain('WorkdirRelativePath');
    await shop(text, '{ignore-comments: false}');
    expect((await build()).stderr).toContain('policy: buildkit/WorkdirRelativePath');
  });

  it('whose base cannot be reached causes a note before the build fails', async () => {
    await shop('FROM registry.invalid/acme/base:1.2.3\nUSER 10001\n');
    const { code, stderr } = await build();
    expect(code).toBe(1);
    expect(stderr).toContain(
      'policy: BuildKit could not check the Dockerfile of shop: registry.invalid/acme/base:1.2.3',
    );
  });
});

describe('the scan of an image', () => {
  it('reports the layer and the line of a setuid program', async () => {
    await shop(dockerfile('COPY --chmod=4755 app /app'));
    expect((await build()).code).toBe(0);
    const { code, outputs, stderr } = await scan();
    expect(code).toBe(1);
    expect(outputs.reason).toMatch(
      /^image shop: \/app in layer 3 of 3 \(Dockerfile:9; linux\/\w+\): any user runs it as its owner/,
    );
    expect(stderr).toContain('error: Dockerfile:9: policy: image-setuid: ');
    expect(stderr).not.toContain('is not known');
  });

  it('reports nothing for a good image', async () => {
    await shop(dockerfile('COPY app /app'));
    await build();
    const { code, outputs, stderr } = await scan();
    expect([code, outputs.policy]).toEqual([0, '{"error":0,"warning":0,"info":0,"excused":0}']);
    expect(stderr).not.toContain('policy: ');
  });

  it('reports a file that was world-writable in the checkout already, and secrets that were copied', async () => {
    await chmod(join(folder, 'app'), 0o666);
    await shop('FROM scratch\nCOPY . /srv/\nUSER 10001\n');
    expect((await build()).code).toBe(0);
    await chmod(join(folder, 'app'), 0o644);
    const { code, stderr } = await scan();
    expect(code).toBe(1);
    expect(stderr).toContain('policy: image-world-writable: shop: /srv/app in layer 1 of 1 (Dockerfile:2; ');
    expect(stderr).toContain('policy: image-secret-file: shop: /srv/.env in layer 1 of 1 (Dockerfile:2; ');
    expect(stderr).not.toContain('correct-horse');
  });
});
