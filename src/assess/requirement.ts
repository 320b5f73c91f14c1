import type { KeyRuleName } from '../config/assess.ts';

/** The requirements that every assessment refers to by its ID. The letter of an ID is its section. */

export const sections = {
  Z: 'General',
  A: 'Architecture',
  I: 'Images',
  K: 'Variables and keys',
  H: 'High availability',
  P: 'Performance and cost',
  S: 'Security',
  M: 'Monitoring and logs',
  D: 'Disaster recovery',
  C: 'Continuous delivery',
} as const;

/** A test alert of any severity; a later one of another severity hides no finding. */
const delivered = 'alerts-critical|alerts-warning|alerts-info';

/**
 * Title of each requirement, and what it needs beside the rules of `assess` about it, separated by spaces: each is a rule that must be met,
 * or several with `|` between them, of which one must. `=H1`: another requirement. `*keys`: any evidence of another report.
 */
export const requirements = {
  Z1: { title: 'No part depends on one cloud', needs: 'assess-neutral' },
  Z2: { title: 'Several images and workloads are one release', needs: 'release-images' },
  Z3: { title: 'One automated flow from commit to production', needs: 'release-origin release-digest' },
  Z4: { title: 'Failures of every size are tolerated', needs: '=H1 =H4 =H5 =H6 =D14 =D15 =D16 =D17' },
  Z5: {
    title: 'Security and compliance have proof',
    needs: '=S1 =S5 =S8 =S9 =S11 =C4 release-signed audit-chain',
  },
  Z6: { title: 'Production can be observed', needs: '=M1 =M2 =M4 =M5 =M7 =C7' },
  Z7: { title: 'Cost is known and limited', needs: '=P4 =P7 =P8 =P9 =P11' },
  Z8: { title: 'Nothing depends on one application' },
  Z9: { title: 'The policy has versions and follows new practice', needs: 'assess-version' },
  A1: { title: 'The frontend answers with HTML, and the API does not', needs: 'verify-html verify-api' },
  A2: {
    title: 'Application, authentication and monitoring run as services',
    needs: 'verify-dependencies monitor-pods',
  },
  A3: { title: 'Database, cache and file storage answer', needs: 'verify-stores' },
  A4: {
    title: 'Cluster, load balancer and registry are ready',
    needs: 'assess-nodes registry-images verify-checks',
  },
  A5: { title: 'Each part reaches the parts that it needs', needs: 'verify-dependencies' },
  A6: {
    title: 'The cluster can pull the images and send requests to ready pods',
    needs: 'registry-images release-pods release-endpoints',
  },
  A7: { title: 'Several ways of delivery give the same result' },
  I1: { title: 'Images are built in stages, from pinned base images', needs: 'policy-stages' },
  I2: { title: 'Images stay within their size budget', needs: 'build-size' },
  I3: { title: 'Packages of the frontend come from the lock file', needs: 'policy-frontend' },
  I4: { title: 'Packages of the backend come from the lock file', needs: 'policy-backend' },
  I5: { title: 'Programs run with least privilege', needs: 'trivy policy-permissions scan-permissions' },
  I6: { title: 'Base images are slim, allowed and current', needs: 'policy-bases stale-bases' },
  I7: { title: 'Builds use a cache', needs: 'policy-cache build-cache' },
  I8: { title: 'Images exist for every platform', needs: 'registry-platforms' },
  I9: { title: 'Build arguments and tags are planned before the build', needs: 'build-tags' },
  I10: { title: 'Releases never depend on a moving tag', needs: 'release-digest' },
  K1: { title: 'Stored secrets can be decrypted with the current key', needs: '*keys' },
  K2: { title: 'Stored settings are encrypted', needs: '*keys' },
  K3: { title: 'Encryption is symmetric and authenticated', needs: '=K1' },
  K4: { title: 'The key can be rotated', needs: '*keys' },
  K5: { title: 'Sensitive fields are encrypted, and only those', needs: '*keys' },
  K6: { title: 'The application reads an encrypted secret after a release', needs: 'verify-stored-secrets' },
  K7: { title: 'Each variable is kept where its class demands' },
  K8: { title: 'Secrets come from a key service or an encrypted store' },
  H1: { title: 'Two instances run in each of three zones' },
  H2: { title: 'The load balancer of each zone answers', needs: 'verify-addresses' },
  H3: { title: 'The database replicates to the other zones', needs: 'replication-standbys' },
  H4: { title: 'The health of every container is checked' },
  H5: { title: 'A failed container is restarted', needs: '*drill' },
  H6: { title: 'Traffic leaves a failed or terminating instance without errors', needs: '*drill' },
  H7: { title: 'Replicas hold the same data', needs: 'replication-tables' },
  H8: { title: 'Workloads are valid, sized and updated in steps' },
  H9: { title: 'There are complete manifests', needs: 'assess-complete' },
  P1: { title: 'CPU, memory, latency and requests are measured', needs: 'monitor-signals' },
  P2: { title: 'Business metrics are measured', needs: 'monitor-business' },
  P3: { title: 'Network, disk, connections and cache are measured', needs: 'monitor-infrastructure' },
  P4: { title: 'Cost has a limit', needs: '*cost' },
  P5: { title: 'Resource use has quotas' },
  P6: { title: 'The number of instances follows the load' },
  P7: { title: 'Cost is reported in detail', needs: '*cost' },
  P8: { title: 'Autoscaling saves compute', needs: '*cost' },
  P9: { title: 'Compression and deduplication save storage', needs: '*cost' },
  P10: { title: 'Caching saves network traffic', needs: 'verify-page' },
  P11: { title: 'Connection pools fit the database', needs: '*cost' },
  S1: { title: 'Every request is authenticated and authorized', needs: 'verify-matrix' },
  S2: { title: 'Cookies of users are protected', needs: 'verify-cookie' },
  S3: { title: 'Bearer tokens are checked', needs: 'verify-bearer' },
  S4: { title: 'API keys are checked and expire', needs: 'verify-key' },
  S5: { title: 'RBAC grants only what is needed' },
  S6: { title: 'Permissions and connections are denied unless they are granted', needs: '=S5' },
  S7: { title: 'Revoked access is refused soon', needs: 'verify-revoked' },
  S8: { title: 'Transport is encrypted', needs: 'verify-tls' },
  S9: { title: 'Stored data is encrypted', needs: '*keys' },
  S10: { title: 'Copies of data are masked', needs: 'restore-masked' },
  S11: {
    title: 'Logins, permissions and access are audited',
    needs: 'monitor-security-events alerts-security-events audit-chain',
  },
  M1: {
    title: 'Application, infrastructure, database and cache are scraped',
    needs: 'monitor-pods monitor-exporters',
  },
  M2: {
    title: 'Prometheus, Grafana and alerts work',
    needs: `monitor-rules monitor-dashboards ${delivered}`,
  },
  M3: { title: 'There are dashboards, reports and notifications', needs: `monitor-dashboards ${delivered}` },
  M4: { title: 'An alert reaches a person', needs: delivered },
  M5: { title: 'Logs are structured', needs: 'logs-structure' },
  M6: { title: 'Each log level has its own retention', needs: 'logs-retention' },
  M7: { title: 'Logs of all services come together', needs: 'logs-arrival' },
  M8: { title: 'Logs hold no secrets', needs: 'logs-leaks' },
  M9: { title: 'Thresholds raise alerts', needs: 'monitor-rules monitor-objectives' },
  M10: { title: 'Alerts are grouped and inhibited', needs: 'monitor-silences' },
  M11: { title: 'Severity decides who is told', needs: 'alerts-critical alerts-warning alerts-info' },
  M12: { title: 'Alerts trigger automatic actions', needs: 'alerts-automatic' },
  D1: { title: 'Production is described completely', needs: 'backup-complete' },
  D2: { title: 'Backups are scheduled and archived', needs: 'backup-fresh backup-scheduled' },
  D3: { title: 'A recovery environment can be created', needs: 'backup-complete drill-region|drill-total' },
  D4: {
    title: 'Everything is backed up and can be restored',
    needs: 'backup-complete backup-volumes drill-restore|drill-region|drill-total',
  },
  D5: { title: 'Full backups are weekly', needs: 'backup-full' },
  D6: { title: 'Incremental backups are daily', needs: 'backup-incremental' },
  D7: { title: 'Important data is replicated continuously', needs: 'replication-archive' },
  D8: { title: 'Configuration is backed up by version', needs: 'backup-configuration' },
  D9: { title: 'Images of releases are kept', needs: 'backup-images registry-images' },
  D10: { title: 'Session state is backed up', needs: 'backup-state' },
  D11: { title: 'Restores are rehearsed regularly', needs: 'drill-due' },
  D12: { title: 'Many disasters are rehearsed', needs: 'drill-variety' },
  D13: { title: 'The time to recover is measured', needs: 'drill-measured' },
  D14: { title: 'The loss of a node loses no data', needs: 'drill-node replication-synchronous' },
  D15: { title: 'The loss of a zone is recovered in time', needs: 'drill-zone' },
  D16: { title: 'The loss of a region is recovered in time', needs: 'drill-region' },
  D17: { title: 'The loss of everything is recovered in time', needs: 'drill-total' },
  D18: { title: 'Backup schedules can meet the RPO and RTO targets', needs: 'schedule-targets' },
  C1: { title: 'Every commit has its own plan', needs: 'plan-pass' },
  C2: { title: 'Builds output digests', needs: 'build-digests' },
  C3: { title: 'Tests write reports and stop bad commits', needs: 'test-pass' },
  C4: { title: 'Vulnerabilities stop a release', needs: 'scan-pass' },
  C5: { title: 'Releases are checked, applied and recorded', needs: 'release-recorded' },
  C6: { title: 'Acceptance tests check releases', needs: 'verify-checks release-verified' },
  C7: { title: 'Metrics judge a release', needs: 'release-gate|monitor-health' },
  C8: { title: 'Blue-green releases lose no request', needs: 'release-blue-green' },
  C9: { title: 'Canaries get traffic in steps', needs: 'release-canary' },
  C10: { title: 'A failing rolling update stops before all pods are replaced', needs: 'release-rolling' },
  C11: {
    title: 'A stable version is restored quickly',
    needs: 'release-restorable drill-bad-release|release-rolled-back',
  },
  C12: { title: 'More than one forge is supported' },
  C13: { title: 'More than one CI system is supported' },
  C14: { title: 'The supported versions of Kubernetes are known' },
  C15: { title: 'Several registries are supported' },
  C16: {
    title: 'Prometheus and Grafana are connected',
    needs: 'monitor-rules monitor-pods monitor-dashboards',
  },
  C17: { title: 'A log store is connected', needs: 'logs-store' },
} as const satisfies Record<string, { title: string; needs?: string }>;

export type RequirementId = keyof typeof requirements;

/** Returns what a requirement needs, as its entry in the list writes it; empty if only rules of `assess` are about it. Pure. */
export const otherNeedsOf = (id: RequirementId): string[] => {
  const { needs = '' }: { title: string; needs?: string } = requirements[id];
  return needs.split(' ').filter(each => each !== '');
};

export const requirementIds = Object.keys(requirements) as readonly RequirementId[];

/** Returns the section of a requirement. Pure. */
export const sectionOf = (id: RequirementId): string => sections[id[0] as keyof typeof sections];

/** The requirements of each rule of `keys`; a result that names none is about the first. */
export const keyRequirements: Readonly<Record<KeyRuleName, readonly [RequirementId, ...RequirementId[]]>> = {
  'key-opens': ['K1'],
  'column-plain': ['K2', 'K5'],
  'token-plain': ['K5'],
  'key-rotates': ['K4'],
  'repository-cipher': ['S9'],
  'etcd-encryption': ['S9'],
};
