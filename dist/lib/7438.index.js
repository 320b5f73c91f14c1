export const id = 7438;
export const ids = [7438];
export const modules = {

/***/ 88159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ln: () => (/* binding */ requirements),
/* harmony export */   V0: () => (/* binding */ sections),
/* harmony export */   ZE: () => (/* binding */ sectionOf),
/* harmony export */   aj: () => (/* binding */ requirementIds)
/* harmony export */ });
const sections = {
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
};
const requirements = {
    Z1: 'No part depends on one cloud',
    Z2: 'Several images and workloads are one release',
    Z3: 'One automated flow from commit to production',
    Z4: 'Failures of every size are tolerated',
    Z5: 'Security and compliance have proof',
    Z6: 'What happens in production can be seen',
    Z7: 'Cost is known and limited',
    Z8: 'Nothing depends on one application',
    Z9: 'The policy has versions and follows new practice',
    A1: 'The frontend and the API both answer as what they are',
    A2: 'Application, authentication and monitoring run as services',
    A3: 'Database, cache and file storage answer',
    A4: 'Cluster, load balancer and registry are ready',
    A5: 'Each part reaches the parts that it needs',
    A6: 'The cluster can pull the images and send requests to ready pods',
    A7: 'Several ways of delivery give the same result',
    I1: 'Images are built in stages, from pinned base images',
    I2: 'Images stay within their size budget',
    I3: 'Packages of the frontend come from the lock file',
    I4: 'Packages of the backend come from the lock file',
    I5: 'Programs run with as few rights as possible',
    I6: 'Base images are slim, allowed and current',
    I7: 'Builds use a cache',
    I8: 'Images exist for every platform',
    I9: 'Build arguments and tags are planned before the build',
    I10: 'Releases never depend on a moving tag',
    K1: 'Stored secrets can be decrypted with the current key',
    K2: 'Stored settings are encrypted',
    K3: 'Encryption is symmetric and authenticated',
    K4: 'The key can be rotated',
    K5: 'Sensitive fields are encrypted, and only those',
    K6: 'The application reads an encrypted secret after a release',
    K7: 'Each variable is kept where its class demands',
    K8: 'Secrets come from a key service or an encrypted store',
    H1: 'Two instances run in each of three zones',
    H2: 'The load balancer of each zone answers',
    H3: 'The database replicates to the other zones',
    H4: 'The health of every container is checked',
    H5: 'A failed container is restarted',
    H6: 'Traffic leaves a failed or ending instance without errors',
    H7: 'Replicas hold the same data',
    H8: 'Workloads are valid, sized and updated in steps',
    H9: 'There are complete manifests',
    P1: 'Processor, memory, latency and requests are measured',
    P2: 'Business figures are measured',
    P3: 'Network, disk, connections and cache are measured',
    P4: 'Cost has a limit',
    P5: 'Use has quotas',
    P6: 'The number of instances follows the load',
    P7: 'Cost is reported in detail',
    P8: 'Autoscaling saves computing',
    P9: 'Compression and deduplication save storage',
    P10: 'Caching saves network traffic',
    P11: 'Connection pools fit the database',
    S1: 'Every request is authenticated and authorized',
    S2: 'Cookies of people are protected',
    S3: 'Bearer tokens are checked',
    S4: 'API keys are checked and expire',
    S5: 'Rights follow roles',
    S6: 'Rights and connections are granted one by one',
    S7: 'A withdrawn right is refused soon',
    S8: 'Transport is encrypted',
    S9: 'Stored data is encrypted',
    S10: 'Copies of data are masked',
    S11: 'Logins, rights and access are audited',
    M1: 'Application, infrastructure, database and cache are scraped',
    M2: 'Prometheus, Grafana and alerts work',
    M3: 'There are dashboards, reports and notifications',
    M4: 'An alert reaches a person',
    M5: 'Logs are structured',
    M6: 'Logs are kept by level',
    M7: 'Logs of all services come together',
    M8: 'Logs hold no secrets',
    M9: 'Limits raise alarms',
    M10: 'Alarms are filtered',
    M11: 'Severity decides who is told',
    M12: 'Alarms are acted on automatically',
    D1: 'Production is described completely',
    D2: 'Backups are scheduled and archived',
    D3: 'A recovery environment can be created',
    D4: 'Everything has a backup and a way back',
    D5: 'Full backups are weekly',
    D6: 'Incremental backups are daily',
    D7: 'Important data is replicated at once',
    D8: 'Configuration is backed up by version',
    D9: 'Images of releases are kept',
    D10: 'State of sessions is backed up',
    D11: 'Restores are rehearsed regularly',
    D12: 'Many disasters are rehearsed',
    D13: 'The time to recover is measured',
    D14: 'The loss of a machine costs no data',
    D15: 'The loss of a zone is recovered in time',
    D16: 'The loss of a region is recovered in time',
    D17: 'The loss of everything is recovered in time',
    D18: 'Schedules can meet their objectives',
    C1: 'Every commit has its own plan',
    C2: 'Builds give digests',
    C3: 'Tests give reports and stop bad commits',
    C4: 'Vulnerabilities stop a release',
    C5: 'Releases are checked, applied and recorded',
    C6: 'Releases are accepted by tests',
    C7: 'Metrics judge a release',
    C8: 'Blue-green releases lose no request',
    C9: 'Canaries get traffic in steps',
    C10: 'Rolling updates stop early',
    C11: 'A stable version is back quickly',
    C12: 'More than one forge is supported',
    C13: 'More than one CI system is supported',
    C14: 'The supported versions of Kubernetes are known',
    C15: 'Several registries are supported',
    C16: 'Prometheus and Grafana are connected',
    C17: 'A log store is connected',
};
const requirementIds = Object.keys(requirements);
const sectionOf = (id) => sections[id[0]];


/***/ }),

/***/ 27438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bySection: () => (/* binding */ bySection),
/* harmony export */   headline: () => (/* binding */ headline),
/* harmony export */   nameOf: () => (/* binding */ nameOf),
/* harmony export */   requirementLines: () => (/* binding */ requirementLines),
/* harmony export */   requirementsSummary: () => (/* binding */ requirementsSummary),
/* harmony export */   shortfallsOf: () => (/* binding */ shortfallsOf),
/* harmony export */   statusWords: () => (/* binding */ statusWords),
/* harmony export */   statuses: () => (/* binding */ statuses),
/* harmony export */   trendSentence: () => (/* binding */ trendSentence),
/* harmony export */   whatOf: () => (/* binding */ whatOf)
/* harmony export */ });
/* harmony import */ var _assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88159);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(72315);




const statuses = ['met', 'not-met', 'unknown', 'not-applicable'];
const statusWords = {
    ...{ met: 'met', 'not-met': 'not met', unknown: 'unknown', 'not-applicable': 'not applicable' },
};
const worst = 10;
function requirementsSummary(report) {
    const { app, environment, requirements, notes } = report;
    const short = shortfallsOf(report);
    const mark = short.some(({ excused }) => excused === undefined)
        ? '❌'
        : report.counts.unknown > 0
            ? '⚠️'
            : '✅';
    return [
        `### ${mark} Requirements of ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)} in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(environment)}: ${headline(report)}`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['section', ...statuses.map(each => statusWords[each])], bySection(report)),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['requirement', 'what', 'remedy'], short.slice(0, worst).map(each => [nameOf(each), whatOf(each), each.remedy ?? ''])),
        short.length > worst ? `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(short.length - worst, 'more shortfall')} in the report.` : '',
        trendSentence(report),
        details('Unknown', requirements, 'unknown'),
        details('Not applicable', requirements, 'not-applicable'),
        notes.map(note => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)((0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(note))}`).join('\n'),
    ]
        .filter(part => part !== '')
        .join('\n\n')
        .concat('\n');
}
function headline({ counts, requirements }) {
    const rest = statuses.slice(1).map(each => `${counts[each]} ${statusWords[each]}`);
    return `${counts.met} of ${requirements.length} met, ${rest.join(', ')}`;
}
const ranks = { error: 0, warning: 1, info: 2 };
function shortfallsOf({ requirements }) {
    const rank = ({ excused, level = 'warning' }) => (excused === undefined ? 0 : 10) + ranks[level];
    return requirements.filter(({ status }) => status === 'not-met').sort((a, b) => rank(a) - rank(b));
}
function bySection({ requirements }) {
    return Object.values(_assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .sections */ .V0).map(section => {
        const own = requirements.filter(({ id }) => (0,_assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .sectionOf */ .ZE)(id) === section);
        return [section, ...statuses.map(each => String(own.filter(({ status }) => status === each).length))];
    });
}
function trendSentence({ since, counts }) {
    if (since === undefined)
        return '';
    const lost = since.changed.filter(({ from }) => from === 'met');
    const gained = since.changed.filter(({ to }) => to === 'met');
    const named = (all) => (all.length === 0 ? 'none' : all.map(({ id }) => id).join(', '));
    return `Since ${since.at.slice(0, 10)}: ${since.counts.met} met before, ${counts.met} now. Newly met: ${named(gained)}. No longer met: ${named(lost)}.`;
}
const requirementLines = (report) => [
    ...shortfallsOf(report).map(each => (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(`not met: ${nameOf(each)}: ${whatOf(each)}${each.remedy === undefined ? '' : `; ${each.remedy}`}`)),
    `report: ${headline(report)}`,
];
const nameOf = ({ id }) => `${id} ${_assess_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .requirements */ .Ln[id]}`;
function whatOf({ what, where, excused }) {
    const accepted = excused === undefined
        ? ''
        : ` (accepted by ${excused.owner} until ${excused.expires}: ${excused.reason})`;
    return (0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(`${where === undefined || what.includes(where) ? '' : `${where}: `}${what}${accepted}`);
}
function details(title, all, status) {
    const rows = all
        .filter(each => each.status === status)
        .map(each => [nameOf(each), whatOf(each), each.remedy ?? '']);
    return rows.length === 0
        ? ''
        : `<details><summary>${title}: ${rows.length}</summary>\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['requirement', 'why', 'how to find out'], rows)}\n\n</details>`;
}


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;


/***/ })

};
