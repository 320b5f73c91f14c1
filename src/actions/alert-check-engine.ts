/** What `alerts` needs for its tests, loaded together. */
export * from '../analysis/prometheus.ts';
export * from '../monitoring/alerts/check.ts';
export * from '../monitoring/alerts/security-events.ts';
export * from '../monitoring/subject.ts';
export * from '../verify/acceptance.ts';
export * from '../verify/checks.ts';
