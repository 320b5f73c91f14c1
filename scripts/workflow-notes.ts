/** What docs/workflows.md says of a workflow beside its contract. */
export const notes: Readonly<Record<string, string>> = {
  'check.yml':
    'Images are built and scanned on one runner and pushed nowhere, so give it no account that can push. `plan` validates slipway.yml and the manifests of every environment without a cluster. One comment in the pull request, which each run replaces, says what must be fixed, what a release would change, which findings are new, and how much each image grew. The base is the last scan of the target branch. Runs for forks and Dependabot cannot comment: their summary has the same text.',
  'build.yml':
    'Call it alone to build once and release to several environments. `arm64` and `merge` run only with `arm64-runs-on`, `outcome` only after a failure. `push` also signs, and with `environment` it plans the release, so that reviewers see the plan before they approve.',
  'rollback.yml':
    'It does not wait in the queue of rollouts. `rollback` ends a rollout even against a living run. `resume` and `approve` are refused while another run is at work, and fail where no rollout is under way; `to-release` is refused while one needs action. `approve` replaces missing evidence, and never overrules evidence of harm. A resumed rollout that fails is rolled back in the same `rollback-environment`: if that has reviewers, they are asked again.',
  'alert.yml':
    'An ignored alert is a success, with the reason in the log. An alert that Prometheus cannot confirm fails, and so does a test alert that does not arrive: [alerts](alerts.md).',
  'sweep.yml':
    'Call it on a schedule, once for each environment. It does not touch a rollout whose run is alive, and leaves a paused one alone unless the candidate does harm or its bake is over. `actions: read` lets it ask GitHub whether a run has ended.',
  'monitor.yml':
    'It succeeds only if the release is healthy. [`monitoring.rollback`](configuration.md#monitoringrollback) allows a rollback: [monitoring](monitoring.md#after-a-release).',
  'backup.yml':
    'It fails if any part of [`recovery`](configuration.md#recovery) is missing from the set. Give it a credential of its own, which may run commands in the pods of the database and nothing else: [recovery](recovery.md).',
  'dr-drill.yml':
    'Give it a credential of its own, which may do nothing in production: the drill refuses otherwise. `next-1` to `next-3` run only if the job before [handed over](drills.md#longer-than-a-job). They ask the reviewers of `drill-environment` again, unless `fix-environment` is set. `fix` repairs what a lost runner left broken. The report is an artifact.',
  'report.yml':
    'It succeeds whenever a report could be made: judge by its outputs. It sends no messages. The report is an artifact; name its run in the next `run-id` to see the trend: [requirements](requirements.md).',
  'code-scanning.yml':
    'It decides nothing: `scan` fails a release. [scanning](scanning.md#code-scanning) shows the job.',
};
