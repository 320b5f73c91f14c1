import { parseImagesInput } from '../image/selection.ts';
import { resolveImages } from '../release/preflight/images.ts';
import { referencesOf } from '../release/workloads/containers.ts';
import { deploySummary } from '../report/summary.ts';
import { defineAction } from '../toolkit/host.ts';
import { publishDecision } from './decision.ts';
import { publishDeployment } from './deployment.ts';
import { demandNoDrill, tellOverdue } from './due.ts';
import * as shared from './inputs.ts';
import { promotionOf } from './promotion.ts';
import { registryClient } from './registry.ts';
import { requestOf, withCluster, withManifests } from './session.ts';
import { signaturesOf, signedOutput, vouchedFor, vouchedSentences } from './trust.ts';

const engine = () => import('../release/deploy.ts');

export const deployAction = defineAction({
  name: 'deploy',
  description: 'Roll a release out on Kubernetes; one that does not come up is rolled back.',
  inputs: {
    environment: shared.environment,
    images: {
      description:
        'JSON map from the names in slipway.yml to a digest, `repository@digest` or `repository:tag`.',
      required: true,
    },
    config: shared.config,
    context: shared.context,
    'deployments-token': shared.deploymentsToken,
    'runs-token': shared.runsToken,
    reversible: shared.reversible,
    force: shared.force,
    wait: shared.wait,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    release: 'Number of the release.',
    baseline: 'Number of the release that served before; empty for a first release.',
    state:
      '`complete`, `prepared` (the candidate is up, without traffic: `gate` goes on), `rolled-back` (what served before serves again), `needs-action` (it is not reversible and waits for somebody), `failed`, or `refused` (nothing was changed); empty when it crashed in the middle.',
    'rollback-seconds':
      'Seconds from the verdict until what served before was whole again; empty without a rollback.',
    reason: 'Why it was refused or did not come up, in one sentence; empty when it did.',
    images: 'JSON map from image names to `repository@digest`.',
    record:
      'Folder with `decision.json` and `report.html`: why it ended as it did; empty when the gate goes on, and when nothing was applied.',
    signed:
      'JSON map from image names to who signed them, in a few words; `{}` where slipway.yml demands no signature.',
    promotion:
      'On what it rests that the images may come here, in one sentence; empty without `requires`, and when it was refused.',
  },
  refused: { state: 'refused', images: '{}', signed: '{}' },
  run: async (inputs, host) => {
    const { request, manifests } = await withManifests(
      inputs.config,
      await requestOf(inputs, host),
      host.report,
    );
    const { config, environment } = request;
    const selected = parseImagesInput(inputs.images, config.images);
    const around = await shared.aroundOf(inputs.config, environment, host);
    const forced = await shared.forced(inputs.force);
    const registry = await registryClient();
    const promotion = await promotionOf(inputs, { config, environment, registry, host, ...forced });
    const resolving = resolveImages(registry, selected, Object.keys(config.images));
    const vouching = resolving.then(images =>
      vouchedFor(inputs, { config, environment, images, registry, host }),
    );
    vouching.catch(() => undefined);
    return withCluster(
      { ...inputs, patient: false },
      environment,
      host,
      engine,
      async (cluster, { deploy }) => {
        const images = await resolving;
        // Before anything is written, and before anybody waits for a lease.
        const vouched = await vouching;
        const signed = vouchedSentences(vouched);
        for (const sentence of signed) host.report(sentence);
        const owner = { app: config.app, environment: inputs.environment };
        const released = { owner, environment, config: inputs.config };
        await demandNoDrill(cluster, released, host);
        await tellOverdue(cluster, released, host);
        const result = await deploy(cluster, {
          ...request,
          manifests,
          images,
          ...promotion,
          ...(signed.length === 0 ? {} : { signatures: signaturesOf(vouched) }),
          around,
          signal: host.cancellation(),
        });
        const references = referencesOf(images);
        host.output('release', String(result.release));
        host.output('baseline', result.baseline === undefined ? '' : String(result.baseline));
        host.output('state', result.state);
        host.output(
          'rollback-seconds',
          result.rollbackMs === undefined ? '' : (result.rollbackMs / 1000).toFixed(2),
        );
        host.output('reason', result.reason ?? '');
        host.output('images', JSON.stringify(references));
        host.output('signed', signedOutput(vouched));
        host.output('promotion', result.promotion ?? '');
        const workers = environment.workers.map(({ kind, name }) => `${kind}/${name}`);
        await host.summary(
          deploySummary(config.app, inputs.environment, Object.values(references), result, workers, signed),
        );
        host.output(
          'record',
          result.decision === undefined ? '' : await publishDecision(result.decision, host),
        );
        await publishDeployment(host, inputs['deployments-token'], {
          app: config.app,
          environment: inputs.environment,
          images: references,
          ...result,
        });
        host.report(
          `release ${result.release}: ${result.state}${result.reason === undefined ? '' : `, ${result.reason}`}`,
        );
        return result.state === 'complete' || result.state === 'prepared';
      },
    );
  },
});
