export const id = 6431;
export const ids = [6431];
export const modules = {

/***/ 96431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationCheck: () => (/* binding */ applicationCheck),
/* harmony export */   freshCheck: () => (/* binding */ freshCheck),
/* harmony export */   knownCheck: () => (/* binding */ knownCheck),
/* harmony export */   markersCheck: () => (/* binding */ markersCheck),
/* harmony export */   sameDatabaseCheck: () => (/* binding */ sameDatabaseCheck),
/* harmony export */   standbyCheck: () => (/* binding */ standbyCheck),
/* harmony export */   takeoverCheck: () => (/* binding */ takeoverCheck),
/* harmony export */   whyNotRecovered: () => (/* binding */ whyNotRecovered)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69448);


const levelCheck = (level, what, fault, good) => ({
    level,
    what,
    state: fault === undefined ? 'passed' : 'failed',
    sentence: fault ?? good,
});
function standbyCheck({ members }) {
    const primary = members.find(({ role }) => role === 'primary');
    const followers = primary?.followers.filter(({ state }) => state === 'streaming') ?? [];
    const fault = primary === undefined
        ? 'no member is the primary'
        : followers.length === 0
            ? 'no standby follows the primary'
            : undefined;
    const each = followers.map(({ name, sync, behind }) => `${name} (${sync}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(behind, 'byte')} behind)`);
    return levelCheck('L0', 'standbys', fault, `${each.join(' and ')} followed before the injection`);
}
function sameDatabaseCheck(before, after) {
    const fault = before === undefined || after === undefined
        ? 'the primary before or after the failover did not answer'
        : before.system !== after.system
            ? `${after.pod} and ${before.pod} hold different databases: its system identifier is ${after.system}, not ${before.system}`
            : after.timeline < before.timeline
                ? `${after.pod} is on timeline ${after.timeline}, behind timeline ${before.timeline} of ${before.pod}`
                : (after.damaged ?? 0) > 0
                    ? `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(after.damaged ?? 0, 'page')} of ${after.pod} with a wrong checksum`
                    : undefined;
    const pages = after?.damaged === undefined ? 'pages have no checksums' : 'no page with a wrong checksum';
    return levelCheck('L1', 'same database', fault, `timeline ${before?.timeline} became ${after?.timeline}, ${pages}`);
}
function takeoverCheck(victim, successor, states) {
    const primaries = states.members.filter(({ role }) => role === 'primary');
    const fault = successor === undefined
        ? `no member took over from ${victim.pod}`
        : primaries.length > 1
            ? `${primaries.map(({ pod }) => pod).join(' and ')} accept writes`
            : primaries[0]?.pod === successor.pod
                ? undefined
                : `${successor.pod} is labeled as the primary, but ${primaries[0] === undefined ? 'is not' : `${primaries[0].pod} is`}`;
    const where = successor === undefined ? '' : (0,_placement_js__WEBPACK_IMPORTED_MODULE_0__/* .placementText */ .pr)(successor);
    const good = successor?.pod === victim.pod
        ? `a new pod ${where} is the primary again`
        : `${where} took over from ${(0,_placement_js__WEBPACK_IMPORTED_MODULE_0__/* .placementText */ .pr)(victim)}`;
    return levelCheck('L2', 'failover', fault, good);
}
function markersCheck({ demanded, lost, findings }) {
    const wrong = findings.filter(each => each.wrong).map(({ sentence }) => sentence);
    const fault = wrong.length === 0 ? undefined : wrong.join('; ');
    const good = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(demanded, 'acknowledged marker')}, ${lost.length === 0 ? 'none' : lost.length} lost, none damaged or missing in between`;
    return levelCheck('L3', 'markers', fault, good);
}
const applicationCheck = (what, fault) => levelCheck('L4', what, fault, what === 'known record' ? 'unchanged' : 'written, and read back');
async function knownCheck({ knownRecord, notCompared, }) {
    const found = applicationCheck('known record', await knownRecord());
    if (found.state === 'failed' || notCompared === undefined)
        return found;
    return { ...found, state: 'skipped', sentence: notCompared };
}
async function freshCheck({ fresh, }) {
    if (fresh !== undefined)
        return applicationCheck('new record', await fresh());
    const sentence = 'slipway.yml does not say how to write a record: add `drills.application.write`';
    return { level: 'L4', what: 'new record', state: 'skipped', sentence };
}
function whyNotRecovered({ members, unreachable }, count) {
    const [primary, ...more] = members.filter(({ role }) => role === 'primary');
    if (primary === undefined)
        return 'it has no primary';
    if (more.length > 0)
        return `${[primary, ...more].map(({ pod }) => pod).join(' and ')} accept writes`;
    const apart = members.find(each => each.role === 'standby' && !(each.streams && each.timeline === primary.timeline));
    if (apart !== undefined)
        return `${apart.pod} does not follow ${primary.pod} yet`;
    if (members.length < count)
        return unreachable[0] ?? `${members.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(count, 'member')} are up`;
    return undefined;
}


/***/ }),

/***/ 69448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ onlyPrimary),
/* harmony export */   pr: () => (/* binding */ placementText),
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
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${pods.length === 1 ? 'the only pod of the database is not' : `none of ${pods.length} pods of the database is`} labeled as the primary (label ${role})`, 'check that the database has a primary, and that its `workload` and `drills.markers.role` in slipway.yml are correct');
    if (more.length > 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${[found, ...more].map(({ pod }) => pod).join(' and ')} are all labeled as the primary (label ${role})`, 'find out which one is, and fix the others first');
    return found;
}
const successorAmong = (pods, role, before) => primariesAmong(pods, role).find(({ uid }) => uid !== before.uid);
const placementText = ({ pod, node, zone }) => `${pod} on ${node}${zone === undefined ? '' : ` in zone ${zone}`}`;


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ })

};
