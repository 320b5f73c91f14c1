export const id = 2384;
export const ids = [2384];
export const modules = {

/***/ 93769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ isProofOf),
/* harmony export */   JI: () => (/* binding */ isSigned),
/* harmony export */   Yq: () => (/* binding */ saysTheSame),
/* harmony export */   Yz: () => (/* binding */ mayBeAbout),
/* harmony export */   _N: () => (/* binding */ withdrawalType),
/* harmony export */   cO: () => (/* binding */ readStatement),
/* harmony export */   j8: () => (/* binding */ withdrawalOf),
/* harmony export */   qB: () => (/* binding */ artifactOf),
/* harmony export */   sS: () => (/* binding */ speaksOfElse),
/* harmony export */   zF: () => (/* binding */ proofType)
/* harmony export */ });
/* unused harmony export annotation */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);
/* harmony import */ var _workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91490);


const proofType = 'application/vnd.slipway.verification.v1+json';
const withdrawalType = 'application/vnd.slipway.withdrawal.v1+json';
function artifactOf(statement) {
    const { app, environment, release } = statement;
    const isProof = 'verifiedAt' in statement;
    return {
        artifactType: isProof ? proofType : withdrawalType,
        content: Buffer.from((0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(statement)),
        annotations: {
            [annotation.app]: app,
            [annotation.environment]: environment,
            [annotation.release]: String(release),
            [annotation.at]: isProof ? statement.verifiedAt : statement.withdrawnAt,
        },
    };
}
const annotation = {
    app: 'dev.slipway.app',
    environment: 'dev.slipway.environment',
    release: 'dev.slipway.release',
    at: 'dev.slipway.at',
};
function mayBeAbout({ artifactType, annotations }, { app, environment }) {
    const fits = (key, value) => (annotations[key] ?? value) === value;
    return ((artifactType === proofType || artifactType === withdrawalType) &&
        fits(annotation.app, app) &&
        fits(annotation.environment, environment));
}
const isProofOf = ({ artifactType, annotations }, release) => artifactType === proofType && (annotations[annotation.release] ?? String(release)) === String(release);
function saysTheSame(entry, statement) {
    const { artifactType, annotations } = artifactOf(statement);
    return entry.artifactType === artifactType && (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(entry.annotations) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(annotations);
}
const speaksOfElse = 'is about another ';
function readStatement(type, text, about) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(text);
    if (value === undefined)
        return 'is not a JSON object';
    const { schema, app, environment, digest, image, release, ...rest } = value;
    if (schema !== 1)
        return `has the schema ${shown(schema)}, which this version does not support`;
    for (const [key, found, wanted] of [
        ['app', app, about.app],
        ['environment', environment, about.environment],
        ['digest', digest, about.digest],
    ])
        if (found !== wanted)
            return `${speaksOfElse}${key}: ${shown(found)}, not ${wanted}`;
    if (typeof release !== 'number' || !Number.isSafeInteger(release) || release < 0)
        return `has no valid release number: ${shown(release)}`;
    if (typeof image !== 'string')
        return `has no valid image name: ${shown(image)}`;
    const known = { schema: 1, ...about, release, image };
    if (type === withdrawalType) {
        const { withdrawnAt, reason } = rest;
        if (!isMoment(withdrawnAt))
            return `has no valid time: ${shown(withdrawnAt)}`;
        return { ...known, withdrawnAt, reason: textOf(reason) };
    }
    const { verifiedAt, run, actor, commit } = rest;
    if (!isMoment(verifiedAt))
        return `has no valid time: ${shown(verifiedAt)}`;
    const more = typeof commit === 'string' ? { commit } : {};
    return { ...known, verifiedAt, run: textOf(run), actor: textOf(actor), ...more };
}
const isSigned = (proof, predicates) => predicates.some(each => (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(each) === (0,_workloads_naming_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(proof));
const withdrawalOf = (proof, withdrawals) => withdrawals.find(({ release, withdrawnAt }) => release === proof.release && Date.parse(withdrawnAt) >= Date.parse(proof.verifiedAt));
const textOf = (value) => (typeof value === 'string' ? value : 'unknown');
function shown(value) {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
function isMoment(value) {
    return (typeof value === 'string' &&
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
        !Number.isNaN(Date.parse(value)));
}


/***/ }),

/***/ 2384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ forcedPromotion),
/* harmony export */   PW: () => (/* binding */ onlySigned),
/* harmony export */   promotionSentence: () => (/* binding */ promotionSentence),
/* harmony export */   zX: () => (/* binding */ judgePromotion)
/* harmony export */ });
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _proof_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93769);




function judgePromotion({ environment, soak }, images, now) {
    for (const found of images)
        requireProof(environment, found);
    const [newest] = verifiedTogether(images);
    if (newest === undefined)
        throw apart(environment, images);
    const { release, verifiedAt } = newest;
    const until = Date.parse(verifiedAt) + soak;
    if (soak > 0 && until > now) {
        const ago = (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.max(0, Math.floor((now - Date.parse(verifiedAt)) / 1000)) * 1000);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`release ${release} of ${environment} was verified there ${ago} ago, and its soak of ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(soak)} is not over`, `wait for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.ceil((until - now) / 1000) * 1000)}, until ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(until)}, or set the input \`force\` to a reason`);
    }
    return { environment, release, verifiedAt, soak };
}
function onlySigned(found, predicates) {
    const proofs = found.proofs.filter(proof => (0,_proof_js__WEBPACK_IMPORTED_MODULE_2__/* .isSigned */ .JI)(proof, predicates));
    const others = found.proofs.filter(proof => !proofs.includes(proof));
    const problems = others.map(() => 'is not signed as slipway.yml requires for images');
    return { ...found, proofs, rejected: [...problems, ...found.rejected] };
}
function promotionSentence(promotion) {
    const { environment, release, verifiedAt = '', soak, forced } = promotion;
    if (forced !== undefined)
        return `This release was forced without a proof of ${environment} (${forced.against}): ${forced.reason}.`;
    const waited = soak === 0 ? '' : `, and its soak of ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(soak)} is over`;
    return `This release has the digests of release ${release} of ${environment}, verified there at ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(Date.parse(verifiedAt))}${waited}.`;
}
const forcedPromotion = ({ environment, soak }, reason, against) => ({ environment, soak, forced: { reason, against } });
function requireProof(environment, found) {
    const { reference, proofs, withdrawals, rejected } = found;
    if (validProofs(found).length > 0)
        return;
    const [newest] = [...proofs].sort(byMoment);
    const withdrawal = newest && (0,_proof_js__WEBPACK_IMPORTED_MODULE_2__/* .withdrawalOf */ .j8)(newest, withdrawals);
    if (newest === undefined || withdrawal === undefined) {
        const but = rejected[0] === undefined
            ? ''
            : `; an attached statement does not count: it ${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigests */ .s)(rejected[0])}`;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigests */ .s)(reference)} was never verified in ${environment}${but}`, `release it to ${environment} first and let verify pass there, or set the input \`force\` to a reason`);
    }
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`release ${newest.release} of ${environment}, in which ${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigests */ .s)(reference)} was verified, was rolled back there at ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(Date.parse(withdrawal.withdrawnAt))}: ${clipped(withdrawal.reason)}`, `release to ${environment} a version that stays there, or set the input \`force\` to a reason`);
}
function verifiedTogether(images) {
    const [first, ...others] = images.map(validProofs);
    const same = (a) => (b) => a.release === b.release && a.verifiedAt === b.verifiedAt;
    return (first ?? []).filter(proof => others.every(each => each.some(same(proof)))).sort(byMoment);
}
const validProofs = ({ proofs, withdrawals }) => proofs.filter(proof => (0,_proof_js__WEBPACK_IMPORTED_MODULE_2__/* .withdrawalOf */ .j8)(proof, withdrawals) === undefined);
const byMoment = (a, b) => Date.parse(b.verifiedAt) - Date.parse(a.verifiedAt);
function apart(environment, images) {
    const each = images.map(found => {
        const releases = [...new Set(validProofs(found).map(({ release }) => release))].sort((a, b) => b - a);
        return `${(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .shortDigests */ .s)(found.reference)} in release ${releases.join(' and ')}`;
    });
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`these images were never verified together in ${environment}: ${each.join(', ')}`, `release all images of one release of ${environment}, or set the input \`force\` to a reason`);
}
const clipped = (text) => (text.length > 300 ? `${text.slice(0, 299)}…` : text);


/***/ })

};
