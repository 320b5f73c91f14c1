export const id = 2508;
export const ids = [2508,127];
export const modules = {

/***/ 70127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkStandbys: () => (/* binding */ checkStandbys),
/* harmony export */   replicationOf: () => (/* binding */ replicationOf),
/* harmony export */   standbyFindings: () => (/* binding */ standbyFindings)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75181);
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _config_standbys_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(32348);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _recovery_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57346);





const patience = 10_000;
const replicationOf = (cluster, namespace, databases) => Promise.all(databases.map(async ([database, declared]) => {
    const asked = askDatabase(cluster, namespace, declared);
    return { database, ...(await asked.catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .onUserError */ .lP)(unknownBecause))) };
}));
const unknownBecause = ({ sentence }) => ({
    verdict: 'unknown',
    problems: [sentence],
    standbys: [],
    answer: { unknown: sentence },
    facts: { streaming: 0, apart: 0, archiving: false },
    pods: new Map(),
});
async function askDatabase(cluster, namespace, declared) {
    const { askReplication, measureReplication } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(3727)]).then(__webpack_require__.bind(__webpack_require__, 63727));
    const { replicationFacts } = await __webpack_require__.e(/* import() */ 5543).then(__webpack_require__.bind(__webpack_require__, 95543));
    const { pods, running } = await (0,_recovery_js__WEBPACK_IMPORTED_MODULE_2__/* .podsOf */ .EB)(cluster, namespace, declared);
    const zones = await zonesOf(cluster, running);
    const ask = () => askReplication(pods, { database: declared.database }, patience);
    const measured = await measureReplication(ask, declared, zones);
    return { pods, ...measured, facts: replicationFacts(measured.answer, zones) };
}
async function zonesOf(cluster, running) {
    const listed = cluster.list((0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.node, ''));
    const { items } = await listed.catch((0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .onUserError */ .lP)(() => ({ items: [] })));
    return new Map(running.flatMap(({ metadata, spec, status }) => {
        const node = items.find(each => each.metadata?.name === spec?.nodeName);
        const zone = node && (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .zoneOf */ .kE)(node);
        if (zone === undefined)
            return [];
        return [metadata?.name, status?.podIP].flatMap(key => key === undefined ? [] : [[key, zone]]);
    }));
}
async function standbyFindings(cluster, { namespace, recovery }) {
    const reports = await replicationOf(cluster, namespace, (0,_config_standbys_js__WEBPACK_IMPORTED_MODULE_4__/* .watchedDatabases */ .f)(recovery));
    const wrong = reports.flatMap(({ database, verdict, problems }) => {
        const what = verdict === 'unknown' ? 'the lag of its standbys and of its WAL archive is unknown: ' : '';
        const message = `database ${database}: ${what}${problems.join('; ')}`;
        const blocks = verdict !== 'unknown' && recovery?.databases[database]?.['on-lag'] === 'block';
        return verdict === 'ok' ? [] : [{ message, blocks }];
    });
    const remedy = 'check pg_stat_replication and pg_stat_archiver, or set `on-lag: warn` of the database in slipway.yml';
    return {
        standbys: reports.flatMap(({ database, standbys }) => standbys.map(each => `${database}: ${each}`)),
        refusals: wrong.flatMap(({ message, blocks }) => (blocks ? [new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(message, remedy)] : [])),
        warnings: wrong.flatMap(({ message, blocks }) => (blocks ? [] : [message])),
    };
}
async function checkStandbys(cluster, environment, host) {
    const { standbys, refusals, warnings } = await standbyFindings(cluster, environment);
    for (const standby of standbys)
        host.report(standby);
    for (const message of warnings)
        host.annotate('warning', { title: 'Standbys', message });
    if (refusals[0] !== undefined)
        throw refusals[0];
}


/***/ }),

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   cP: () => (/* binding */ hasLabels),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 32348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ watchedDatabases)
/* harmony export */ });
const watchedDatabases = (recovery) => Object.entries(recovery?.databases ?? {}).filter(([, database]) => database.replicas.length > 0 || database['archive-timeout'] !== undefined);


/***/ })

};
