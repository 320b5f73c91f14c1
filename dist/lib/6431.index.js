export const id = 6431;
export const ids = [6431,573,2954];
export const modules = {

/***/ 96431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wp: () => (/* binding */ standbyCheck),
/* harmony export */   Xg: () => (/* binding */ applicationCheck),
/* harmony export */   Ye: () => (/* binding */ sameDatabaseCheck),
/* harmony export */   Yp: () => (/* binding */ takeoverCheck),
/* harmony export */   freshCheck: () => (/* binding */ freshCheck),
/* harmony export */   pZ: () => (/* binding */ whyNotRecovered),
/* harmony export */   qI: () => (/* binding */ knownCheck),
/* harmony export */   qs: () => (/* binding */ markersCheck)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92954);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69448);



function standbyCheck({ members }) {
    const primary = members.find(({ role }) => role === 'primary');
    const followers = primary?.followers.filter(({ state }) => state === 'streaming') ?? [];
    const fault = primary === undefined
        ? 'no member is the primary'
        : followers.length === 0
            ? 'no standby follows the primary'
            : undefined;
    const each = followers.map(({ name, sync, behind }) => `${name} (${sync}, ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(behind, 'byte')} behind)`);
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L0', 'standbys', fault, `${each.join(' and ')} followed before the injection`);
}
function sameDatabaseCheck(before, after) {
    const fault = before === undefined || after === undefined
        ? 'the primary before or after the failover did not answer'
        : before.system !== after.system
            ? `${after.pod} and ${before.pod} hold different databases: its system identifier is ${after.system}, not ${before.system}`
            : after.timeline < before.timeline
                ? `${after.pod} is on timeline ${after.timeline}, behind timeline ${before.timeline} of ${before.pod}`
                : (after.damaged ?? 0) > 0
                    ? `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(after.damaged ?? 0, 'page')} of ${after.pod} with a wrong checksum`
                    : undefined;
    const pages = after?.damaged === undefined ? 'pages have no checksums' : 'no page with a wrong checksum';
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L1', 'same database', fault, `timeline ${before?.timeline} became ${after?.timeline}, ${pages}`);
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
    const where = successor === undefined ? '' : (0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .placementText */ .pr)(successor);
    const good = successor?.pod === victim.pod
        ? `a new pod ${where} is the primary again`
        : `${where} took over from ${(0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .placementText */ .pr)(victim)}`;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L2', 'failover', fault, good);
}
function markersCheck({ demanded, lost, findings }) {
    const wrong = findings.filter(each => each.wrong).map(({ sentence }) => sentence);
    const fault = wrong.length === 0 ? undefined : wrong.join('; ');
    const good = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(demanded, 'acknowledged marker')}, ${lost.length === 0 ? 'none' : lost.length} lost, none damaged or missing in between`;
    return (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L3', 'markers', fault, good);
}
const applicationCheck = (what, fault) => (0,_levels_js__WEBPACK_IMPORTED_MODULE_0__/* .checkFor */ .G5)('L4', what, fault, what === 'known record' ? 'unchanged' : 'written, and read back');
async function knownCheck({ knownRecord, notCompared }) {
    const found = applicationCheck('known record', await knownRecord());
    if (found.state === 'failed' || notCompared === undefined)
        return found;
    return { ...found, state: 'skipped', sentence: notCompared };
}
async function freshCheck({ fresh }) {
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
        return unreachable[0] ?? `${members.length} of ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .h)(count, 'member')} are up`;
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

/***/ 92954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ meanings),
/* harmony export */   G5: () => (/* binding */ checkFor),
/* harmony export */   MF: () => (/* binding */ olderFaults),
/* harmony export */   Uu: () => (/* binding */ levelCheckOf),
/* harmony export */   Yt: () => (/* binding */ missingLevels),
/* harmony export */   ae: () => (/* binding */ levelCheckText),
/* harmony export */   gv: () => (/* binding */ unproved),
/* harmony export */   levels: () => (/* binding */ levels),
/* harmony export */   notRestored: () => (/* binding */ notRestored),
/* harmony export */   reached: () => (/* binding */ reached),
/* harmony export */   z1: () => (/* binding */ partOrFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);



const levels = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5'];
const meanings = {
    L0: 'a fresh backup exists',
    L1: 'the repository is intact',
    L2: 'everything is restored and running',
    L3: 'the data matches the manifest',
    L4: 'the application works with the data',
    L5: 'the traffic was cut over, and back',
};
function levelCheckOf(level, what, problems, good) {
    const sentence = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .K)(problems);
    return sentence === undefined
        ? { level, what, state: 'passed', sentence: good }
        : { level, what, state: 'failed', sentence };
}
const checkFor = (level, what, fault, good) => ({ level, what, state: fault === undefined ? 'passed' : 'failed', sentence: fault ?? good });
async function partOrFailure(what, signal, restore) {
    try {
        return await restore();
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || signal.aborted)
            throw error;
        return [{ level: 'L2', what, state: 'failed', sentence: error.sentence }];
    }
}
const counts = ({ state, demanded }) => demanded !== false || state !== 'skipped';
function reached(levelChecks) {
    let highest;
    for (const level of levels) {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0 || own.some(({ state }) => state !== 'passed'))
            return highest;
        highest = level;
    }
    return highest;
}
function missingLevels(levelChecks, required) {
    return levels.slice(0, levels.indexOf(required) + 1).flatMap(level => {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0)
            return [`${level} (${meanings[level]}) was not checked`];
        return own
            .filter(({ state }) => state !== 'passed')
            .map(({ what, state, sentence }) => `${level} ${what} ${state === 'failed' ? 'failed' : 'was not checked'}: ${sentence}`);
    });
}
const notRestored = (levelChecks) => levelChecks.filter(each => each.level === 'L2' && each.state === 'skipped' && counts(each));
const unproved = (levelChecks) => failures(levelChecks.filter(({ older }) => older !== true));
const olderFaults = (levelChecks) => failures(levelChecks.filter(({ older }) => older === true));
const failures = (levelChecks) => levelChecks.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);
function levelCheckText({ level, what, state, sentence, took }) {
    const mark = state === 'passed' ? '' : ` ${state}`;
    return `${level} ${what}${mark}: ${sentence}${took === undefined ? '' : ` (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(took)})`}`;
}


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
