export const id = 7678;
export const ids = [7678];
export const modules = {

/***/ 77678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   inspect: () => (/* binding */ inspect),
/* harmony export */   namedInGit: () => (/* binding */ namedInGit),
/* harmony export */   verifyDelivery: () => (/* binding */ verifyDelivery)
/* harmony export */ });
/* harmony import */ var _image_mentions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(772);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93240);
/* harmony import */ var _controller_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2644);
/* harmony import */ var _follow_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(84961);
/* harmony import */ var _land_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2033);
/* harmony import */ var _live_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81410);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(58440);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(76382);










async function inspect(session) {
    const { cluster, config, gitops, repository } = session.context;
    await session.load();
    const [live, latest] = [(0,_log_js__WEBPACK_IMPORTED_MODULE_7__.verifiedIn)(session.log), (0,_log_js__WEBPACK_IMPORTED_MODULE_7__.latestOf)(session.log)];
    const open = latest !== undefined && ((0,_log_js__WEBPACK_IMPORTED_MODULE_7__.isUnfinished)(latest) || latest.state === 'needs-action') ? latest : undefined;
    const named = open ?? live;
    const own = named && (0,_log_js__WEBPACK_IMPORTED_MODULE_7__.imagesOf)(named, config.images);
    const isInGit = own !== undefined && (0,_session_js__WEBPACK_IMPORTED_MODULE_8__.haveDigests)(await session.texts(), gitops.files, own);
    const look = named && (await new _live_js__WEBPACK_IMPORTED_MODULE_6__/* .LiveWatch */ .QK(session.context).look({ images: named.images }));
    const controller = gitops.controller && (await (0,_controller_js__WEBPACK_IMPORTED_MODULE_3__.readController)(cluster, gitops.controller));
    const release = named === undefined ? 'no release' : `release ${named.release}`;
    const git = isInGit
        ? `${repository.branch} has the digests of ${release}`
        : `${repository.branch} does not have the digests of ${release}`;
    const seen = look === undefined || look.at === 'served' ? `the workloads run ${release}` : look.sentence;
    const problems = [...(isInGit ? [] : [git]), ...(look === undefined || look.at === 'served' ? [] : [seen])];
    const alive = open !== undefined && open.state !== 'needs-action' && (await (0,_land_js__WEBPACK_IMPORTED_MODULE_5__/* .isAlive */ ._n)(session, open));
    const state = open === undefined
        ? 'idle'
        : open.state === 'needs-action' || open.state === 'paused'
            ? open.state
            : alive
                ? 'running'
                : 'interrupted';
    return {
        state,
        git,
        live: seen,
        problems,
        ...(live && { release: live.release, images: live.images }),
        ...(open && { candidate: open.release, holder: (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .originText */ .C)(open.by) }),
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_9__/* .defined */ .sw)({
            reason: open?.reason,
            controller: controller && `${controller.name}: ${controller.stopped?.why ?? controller.sentence}`,
        }),
    };
}
async function namedInGit(session) {
    const { config, environmentName, repository } = session.context;
    await session.load();
    const needed = session.log.releases.filter(each => each.proved || (0,_log_js__WEBPACK_IMPORTED_MODULE_7__.isUnfinished)(each) || each.state === 'needs-action');
    const named = [
        ...needed.map(({ release, images }) => [
            `release ${release} of ${config.app} to ${environmentName}`,
            Object.values(images).join('\n'),
        ]),
        ...[...(await session.texts())].map(([path, text]) => [`${path} on ${repository.branch}`, text]),
    ];
    return new Map(named.flatMap(([where = '', text = '']) => (0,_image_mentions_js__WEBPACK_IMPORTED_MODULE_0__/* .digestsIn */ .V)(text).map(each => [each, where])));
}
async function verifyDelivery(session, release) {
    const found = await inspect(session);
    const named = found.candidate ?? found.release;
    if (named === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the log ${session.context.repository.logRef} has no release of ${session.context.config.app}`, 'check the environment and the repository, or deploy a release first');
    const wanted = release ?? named;
    const other = wanted === named ? [] : [`release ${wanted} was requested, but the newest is release ${named}`];
    const reasons = [...other, ...found.problems];
    if (reasons.length > 0)
        return { release: wanted, reasons, results: [], cause: 'release' };
    const { reason, ...rest } = await (0,_follow_js__WEBPACK_IMPORTED_MODULE_4__/* .checked */ .KD)(session);
    return { release: wanted, reasons: reason === undefined ? [] : [reason], ...rest };
}


/***/ }),

/***/ 772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ digestsIn),
/* harmony export */   o: () => (/* binding */ imagesIn)
/* harmony export */ });
/* harmony import */ var _reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);

function digestsIn(text) {
    const found = text.match(/\bsha(256:[0-9a-f]{64}|512:[0-9a-f]{128})(?![0-9a-f])/g) ?? [];
    return [...new Set(found)].filter(_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc);
}
function imagesIn(json) {
    return [...json.matchAll(/"image":"([^"\\]+)"/g)].flatMap(([, image = '']) => {
        try {
            return [(0,_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image)];
        }
        catch {
            return [];
        }
    });
}


/***/ })

};
