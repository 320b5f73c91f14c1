export const id = 7067;
export const ids = [7067];
export const modules = {

/***/ 69448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ onlyPrimary),
/* harmony export */   pr: () => (/* binding */ placementText),
/* harmony export */   zoneOf: () => (/* binding */ zoneOf),
/* harmony export */   zq: () => (/* binding */ successorAmong)
/* harmony export */ });
/* unused harmony export primariesAmong */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

const primary = new Set(['primary', 'master']);
function primariesAmong(pods, role) {
    return pods.flatMap(({ metadata, spec }) => {
        const { name, uid, labels = {}, deletionTimestamp } = metadata ?? {};
        const node = spec?.nodeName;
        if (!primary.has(labels[role] ?? '') || deletionTimestamp !== undefined)
            return [];
        return name === undefined || uid === undefined || node === undefined ? [] : [{ pod: name, uid, node }];
    });
}
function onlyPrimary(pods, role) {
    const [found, ...more] = primariesAmong(pods, role);
    if (found === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${pods.length === 1 ? 'the only pod of the database is not' : `none of ${pods.length} pods of the database is`} labeled as the primary (label ${role})`, 'check that the database has a primary, and that `selector` and `role` in slipway.yml are correct');
    if (more.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${[found, ...more].map(({ pod }) => pod).join(' and ')} are all labeled as the primary (label ${role})`, 'find out which one is, and fix the others first');
    return found;
}
const successorAmong = (pods, role, before) => primariesAmong(pods, role).find(({ uid }) => uid !== before.uid);
const zoneOf = ({ metadata }) => metadata?.labels?.['topology.kubernetes.io/zone'];
const placementText = ({ pod, node, zone }) => `${pod} on ${node}${zone === undefined ? '' : ` in zone ${zone}`}`;


/***/ })

};
