/** What `report` loads, as one chunk. */

export * from '../assess/conformance/report.ts';
export * from '../report/requirements.ts';
export * from '../report/requirements-page.ts';
export * from './evidence.ts';
