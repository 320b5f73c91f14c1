import { deploySummary } from '../report/summary.ts';
import { secondsOutput } from '../toolkit/duration.ts';
import { defineAction, required, setOutputs } from '../toolkit/host.ts';
import { requireSecrets } from '../verify/identities.ts';
import { referencesOf } from '../workloads/kinds.ts';
import { publishOutcome } from './deployment.ts';
import { requireNoDrill, requireNoRestore, warnOfOverdue } from './due.ts';
import { deployByGit, gitopsOf } from './gitops.ts';
import * as shared from './inputs.ts';
import { signOutput, signsProofs } from './proofs.ts';
import { publicUrl } from './public-url.ts';
import { releasedImages } from './released-images.ts';
import { impatient, requestOf, warnOfNewValues, withCluster, withManifests } from './session.ts';
import { silenced } from './silences.ts';
import { checkStandbys } from './standbys.ts';
import { signatureSentences, signaturesOf, signedOutput } from './trust.ts';

const engine = () => import('../release/deploy.ts');

export const deployAction = defineAction({
  name: 'deploy',
  description: 'Roll out a release to Kubernetes, and roll it back if it does not become ready.',
  inputs: {
    environment: shared.environment,
    images: required(
      'JSON object that maps image names in slipway.yml to a digest, `repository@digest` or `repository:tag`.',
    ),
    config: shared.config,
    'kube-context': shared.kubeContext,
    credentials: shared.credentials,
    'deployments-token': shared.deploymentsToken,
    'actions-token': shared.readingToken,
    reversible: shared.reversible,
    force: shared.force,
    wait: shared.wait,
    'gitops-token': shared.gitopsToken,
    'tool-mirrors': shared.toolMirrors,
  },
  outputs: {
    app: shared.appOutput,
    release: 'Number of the release.',
    baseline: 'Number of the baseline; empty for a first release.',
    state:
      '`complete`, `prepared` (the candidate is ready but gets no traffic: run `gate`), `rolled-back` (the baseline is live again), `paused` (a pull request waits for its merge), `needs-action` (not reversible: a person must act), `failed` (a rollback must follow), or `refused` (nothing was changed). Empty if the step crashed before it finished.',
    'rollback-seconds':
      'Seconds from the verdict until the baseline was fully restored; empty without a rollback.',
    reason: 'Why the release was refused or did not become ready, in one sentence; otherwise empty.',
    images: 'JSON object that maps image names to `repository@digest`.',
    record:
      'Folder with `decision.json` and `report.html`, which explain the outcome; empty if `gate` comes next or nothing was applied.',
    signed:
      'JSON object that maps image names to their signer, in a few words; `{}` if slipway.yml requires no signatures.',
    url: 'Where people reach the application: `url` in slipway.yml, or what the manifests say; empty if it is not known.',
    'sign-proof': signOutput,
    monitored: shared.monitoredOutput,
    promotion:
      'Why the images are allowed in this environment, in one sentence; empty without `requires`, or if they were refused.',
  },
  refused: { state: 'refused', images: '{}', signed: '{}', 'sign-proof': 'false', monitored: 'false' },
  run: async (inputs, host) => {
    const { request, manifests, hooks } = await withManifests(inputs.config, await requestOf(inputs, host));
    requireSecrets(request.environment.verify, request.env);
    const gitops = gitopsOf(request.environment);
    if (gitops !== undefined) return deployByGit(inputs, { request, gitops, host });
    await warnOfNewValues(inputs.config, request, manifests, host.report);
    const { config, environment } = request;
    const signs = await signsProofs(config, inputs.environment);
    const monitored = environment.monitoring !== undefined;
    setOutputs(host, { app: config.app, 'sign-proof': signs, monitored });
    const url = publicUrl(environment, manifests);
    const asked = await releasedImages(inputs, request, host);
    const hookSetup = await shared.hookSetupOf(inputs.config, environment, host, hooks);
    const verifying = asked.verify();
    verifying.catch(() => undefined);
    return withCluster(impatient(inputs), environment, host, engine, async (cluster, { deploy }) => {
      const images = await asked.images;
      // Before the first write, and before waiting for the Lease.
      const verified = await verifying;
      const signed = signatureSentences(verified);
      for (const sentence of signed) host.report(sentence);
      const owner = { app: config.app, environment: inputs.environment };
      const released = { owner, environment, config: inputs.config };
      await requireNoDrill(cluster, released, host);
      await requireNoRestore(cluster, released);
      await Promise.all([
        warnOfOverdue(cluster, released, { ...host, env: request.env }),
        checkStandbys(cluster, environment, host),
      ]);
      const signatures = signed.length === 0 ? {} : { signatures: signaturesOf(verified) };
      const release = { manifests, images, hookSetup, ...asked.promotion, ...signatures };
      const signal = host.cancellation();
      const result = await silenced(cluster, request, host, quiet =>
        deploy(cluster, { ...request, ...quiet, ...release, signal }),
      );
      const { baseline, promotion } = result;
      const references = referencesOf(images);
      setOutputs(host, {
        baseline,
        'rollback-seconds': secondsOutput(result.rollbackMs),
        images: references,
        signed: signedOutput(verified),
        url,
        promotion,
      });
      const workers = environment.workers.map(({ kind, name }) => `${kind}/${name}`);
      await host.summary(
        deploySummary(config.app, inputs.environment, Object.values(references), result, workers, signed),
      );
      const made = { images: references, url };
      await publishOutcome(host, request, inputs['deployments-token'], result, made);
      return result.state === 'complete' || result.state === 'prepared';
    });
  },
});
