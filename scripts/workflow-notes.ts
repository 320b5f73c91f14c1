/** What docs/workflows.md says of a workflow beside its contract. */
export const notes: Readonly<Record<string, string>> = {
  'check.yml':
    'Images are built and scanned on one runner and pushed nowhere, so give it no account that can push. `plan` validates slipway.yml and all manifests without a cluster. One comment, replaced by each run, says what must be fixed, what a release would change, which findings are new since the last scan of the target branch, and how much each image grew. Runs for forks cannot comment; their summary has the same text. Runs for Dependabot get only Dependabot secrets.',
  'build.yml':
    'Call it alone to build once and release to several environments. `push` also signs and, with `environment`, plans the release, so that reviewers see the plan. `arm64` and `merge` run only with `arm64-runs-on`, `outcome` only after a failure.',
  'pipeline.yml':
    'It has the inputs that most repositories need. For another input of build.yml, deploy.yml or monitor.yml, such as `deployed`, `lfs`, `submodules`, `wait`, `reversible`, `force`, or an account for `candidate-registry`, call these workflows yourself: [custom-pipeline.yml](../examples/workflows/custom-pipeline.yml).',
  'rollback.yml':
    'It does not queue. `rollback` ends a rollout even if its run is alive. `resume` and `approve` are refused while another run works, and fail without a rollout; `to-release` is refused while one needs action. `approve` replaces missing evidence, but never overrules evidence of harm. If a resumed rollout fails, it is rolled back in the same `github-environment`, whose reviewers are asked again.',
  'status.yml':
    'It does not queue. During a rollout it verifies nothing, and succeeds. Wrappers that release or scan what is live read its `images`.',
  'alerts.yml':
    'An ignored alert is a success, with the reason in the log. An alert that Prometheus cannot confirm fails, and so does a rollback that is refused, or a test alert that does not arrive: [alerts](alerts.md).',
  'sweep.yml':
    'Call it on a schedule, once for each environment. It leaves a rollout alone while its run is alive, or while it is paused, unless the candidate does harm or the bake is over. If a person must answer, the summary and a message say who may, how, and until when. `actions: read` lets it ask GitHub whether a run has ended.',
  'monitor.yml':
    'It succeeds only if the release is healthy. [`monitoring.rollback`](configuration.md#monitoringrollback) allows a rollback: [monitoring](monitoring.md#after-a-release).',
  'backup.yml':
    'It fails if any part of [`recovery`](configuration.md#recovery) is missing from the set. Give it [a credential of its own](recovery.md#permissions).',
  'drill.yml':
    'Give it a credential of its own without permissions in production, or the drill refuses. `next-1` to `next-3` run only if the job before [handed over](drills.md#longer-than-a-job), and ask the reviewers of `github-environment` again, unless `fix-environment` is set. `fix` repairs what a lost runner left broken, and leaves rollouts to sweep.yml. The report is an artifact.',
  'report.yml':
    'It succeeds whenever a report could be made: judge by its outputs. It sends no messages. It reads [what earlier runs found](requirements.md#records-of-earlier-runs). The report is an artifact; the next one shows the trend.',
  'code-scanning.yml':
    'It decides nothing: `scan` fails a release. [Scanning](scanning.md#code-scanning) shows the job.',
};
