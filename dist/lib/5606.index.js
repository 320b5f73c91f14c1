export const id = 5606;
export const ids = [5606];
export const modules = {

/***/ 95606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ heldBecause),
/* harmony export */   BW: () => (/* binding */ irreversibleSince),
/* harmony export */   Gm: () => (/* binding */ hasMovedOver),
/* harmony export */   QN: () => (/* binding */ forcedBecause),
/* harmony export */   h6: () => (/* binding */ reversibilityOf),
/* harmony export */   m5: () => (/* binding */ wayBackProblem),
/* harmony export */   parseForce: () => (/* binding */ parseForce)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

function irreversibleSince(releases, to) {
    return releases.filter(({ record, outcome }) => record.release > to && record.reversible === false && outcome?.state !== 'rolled-back');
}
function reversibilityOf({ reversible = true }, kind, baseline, releases) {
    const passed = baseline === undefined ? [] : irreversibleSince(releases, baseline);
    if (baseline === undefined || (reversible && passed.length === 0)) {
        return { reversible: true, said: [], problems: [] };
    }
    const why = reversible
        ? `Going back from this release would go past release ${passed[0]?.record.release}, which is marked as not reversible`
        : 'This release is marked as not reversible';
    const until = kind === 'canary'
        ? 'until its promotion the traffic is taken back as ever, for the version before serves beside it; after that it is held'
        : 'when it does not come up it is held';
    return {
        reversible: false,
        said: [
            `${why}: ${until} instead of rolled back, and a rollback past it is refused unless it is forced with a reason.`,
        ],
        problems: kind === 'blue-green' ? [noSwitchBack()] : [],
    };
}
const noSwitchBack = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('a blue-green release is one that can be switched back at once, and this one is not reversible', 'use `strategy: {rolling: {}}`, or a canary if both versions can serve side by side');
const heldBecause = (release, reason) => `${reason}; release ${release} is not reversible, so it is left as it is: release a version that works, or roll back with \`force\``;
function hasMovedOver({ phase, strategy }, written) {
    return phase === 'watching' || (phase === 'promoting' && (strategy !== 'rolling' || written));
}
function wayBackProblem(releases, to, force, under) {
    if (to === undefined || force !== undefined)
        return undefined;
    const [newest] = irreversibleSince(releases, to).filter(({ record }) => record.release !== under?.candidate || hasMovedOver(under, true));
    if (newest === undefined)
        return undefined;
    const { release, by } = newest.record;
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`release ${release} (${by.actor} in ${by.run}) is marked as not reversible, so release ${to} must not serve after it`, 'release a version that works with what it left, or force the rollback with a reason: `force: the old column is still there`');
}
function parseForce(text, example = 'say in a few words why the version before can serve, such as `the old column is still there`') {
    const reason = text.replace(/\s+/g, ' ').trim();
    if (reason === '')
        return undefined;
    if (reason.length >= 10 && reason.includes(' '))
        return reason;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the input \`force\` is "${reason}", which is no reason`, `${example}; it is kept in the record`);
}
const forcedBecause = (force) => `although it is not reversible: ${force}`;


/***/ })

};
