export const id = 8440;
export const ids = [8440,4377];
export const modules = {

/***/ 58440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bringsOnlyReleases: () => (/* binding */ bringsOnlyReleases),
/* harmony export */   commitMessage: () => (/* binding */ commitMessage),
/* harmony export */   formatLog: () => (/* binding */ formatLog),
/* harmony export */   imagesOf: () => (/* binding */ imagesOf),
/* harmony export */   isUnfinished: () => (/* binding */ isUnfinished),
/* harmony export */   latestOf: () => (/* binding */ latestOf),
/* harmony export */   logFile: () => (/* binding */ logFile),
/* harmony export */   logRef: () => (/* binding */ logRef),
/* harmony export */   nextRelease: () => (/* binding */ nextRelease),
/* harmony export */   parseLog: () => (/* binding */ parseLog),
/* harmony export */   verifiedIn: () => (/* binding */ verifiedIn),
/* harmony export */   withEntry: () => (/* binding */ withEntry)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(37428);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93240);
/* harmony import */ var _toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72315);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);






const text = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().transform(_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$);
const hash = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/);
const moment = zod__WEBPACK_IMPORTED_MODULE_5__/* .datetime */ .w$();
const image = zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[^@\s]+@sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/);
const states = [
    'open',
    'paused',
    'rolling-back',
    'verified',
    'rolled-back',
    'failed',
    'superseded',
    'needs-action',
];
const entrySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    release: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1),
    state: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(states),
    images: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(text, image),
    commit: hash.exactOptional(),
    pull: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).exactOptional(),
    branch: text.exactOptional(),
    restores: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().min(1).exactOptional(),
    proved: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(true).exactOptional(),
    reversible: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(false).exactOptional(),
    by: zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        run: text,
        actor: text,
        repository: text.exactOptional(),
        revision: text.exactOptional(),
        url: text.exactOptional(),
    }),
    at: moment,
    until: moment,
    reason: text.exactOptional(),
});
const logSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    app: text,
    environment: text,
    releases: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(entrySchema),
});
const logFile = 'releases.json';
const logRef = (app, environment) => `refs/slipway/${app}/${environment}`;
const most = 30;
function parseLog(json, app, environment) {
    if (json === undefined)
        return { schema: 1, app, environment, releases: [] };
    const { success, data, error } = logSchema.safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonIn */ .Yf)(json));
    if (!success)
        throw new Error(`it is damaged: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(zod__WEBPACK_IMPORTED_MODULE_7__/* .prettifyError */ .S1(error)).slice(0, 300)}`);
    if (data.app === app && data.environment === environment)
        return data;
    throw new Error(`it belongs to ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(data.app)} in ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(data.environment)}`);
}
const formatLog = (log) => `${JSON.stringify(log, null, 2)}\n`;
function withEntry(log, entry) {
    const others = log.releases.filter(({ release }) => release !== entry.release);
    const releases = [...others, entry].sort((a, b) => a.release - b.release);
    const kept = releases.filter(({ state }) => state === 'verified').slice(-2);
    return {
        ...log,
        releases: releases.filter((each, at) => at >= releases.length - most || kept.includes(each)),
    };
}
const latestOf = ({ releases }) => releases.at(-1);
const nextRelease = (log) => (latestOf(log)?.release ?? 0) + 1;
const verifiedIn = ({ releases }, before = Number.POSITIVE_INFINITY) => releases.findLast(({ release, state }) => state === 'verified' && release < before);
const isUnfinished = ({ state }) => state === 'open' || state === 'paused' || state === 'rolling-back';
function imagesOf(entry, own) {
    const entries = Object.entries(entry.images).map(([name, reference]) => {
        const repository = Object.hasOwn(own, name) ? own[name]?.repository : undefined;
        const isOwn = repository !== undefined && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .repositoryOf */ ._M)(reference)) === (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRepository */ .SU)(repository);
        return isOwn ? [name, { repository, digest: (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .pinned */ .dp)(reference).digest }] : undefined;
    });
    return entries.length > 0 && entries.every(each => each !== undefined)
        ? Object.fromEntries(entries)
        : undefined;
}
function bringsOnlyReleases(commits) {
    const messages = Array.isArray(commits)
        ? commits.map(each => ((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_6__/* .isMap */ .jh)(each) ? String(each.message) : ''))
        : [];
    const isRelease = (message) => /^Slipway-Release: \d+$/m.test(message);
    const isMerge = (message) => /^Merge pull request #\d+ from /.test(message);
    return messages.some(isRelease) && messages.every(each => isRelease(each) || isMerge(each));
}
function commitMessage(title, { app, environment }, { release, images }, by, skipsRuns) {
    const trailers = [
        `Slipway-Application: ${app}`,
        `Slipway-Environment: ${environment}`,
        `Slipway-Release: ${release}`,
        ...Object.values(images).map(reference => `Slipway-Image: ${reference}`),
        `Slipway-Run: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(by.url ?? (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .originText */ .C)(by))}`,
        ...(by.revision === undefined ? [] : [`Slipway-Revision: ${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(by.revision)}`]),
    ];
    const skip = skipsRuns ? '[skip ci]\n\n' : '';
    return `${(0,_toolkit_printable_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(title)}\n\n${skip}${trailers.join('\n')}\n`;
}


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
