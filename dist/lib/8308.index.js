export const id = 8308;
export const ids = [8308];
export const modules = {

/***/ 58308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   provePromotion: () => (/* binding */ provePromotion)
/* harmony export */ });
/* harmony import */ var _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20553);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92317);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12613);
/* harmony import */ var _requirement_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2384);





async function provePromotion(cluster, { config, requires, images, origin, registry, proofSigning, force }) {
    try {
        const places = Object.entries(images).map(([name, { repository, digest }]) => [...new Set([repository, origin[name] ?? repository].map(_image_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRepository */ .SU))].map(place => `${place}@${digest}`));
        const about = { app: config.app, environment: requires.environment };
        const found = await ask({ registry, proofSigning }, places, about);
        await cluster.call('GET', '/version');
        return (0,_requirement_js__WEBPACK_IMPORTED_MODULE_4__/* .judgePromotion */ .zX)(requires, found, cluster.now());
    }
    catch (error) {
        if (force === undefined || !(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo) || error instanceof _cluster_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ClusterError */ .b$)
            throw error;
        return (0,_requirement_js__WEBPACK_IMPORTED_MODULE_4__/* .forcedPromotion */ .Bq)(requires, force, error.message);
    }
}
async function ask({ registry, proofSigning }, places, about) {
    try {
        const found = await eachPlace(places, reference => (0,_attachments_js__WEBPACK_IMPORTED_MODULE_3__/* .readAttached */ .P)(registry, reference, about));
        if (proofSigning === undefined)
            return found.map(onlyHere);
        if (found.flat().every(({ proofs }) => proofs.length === 0))
            return found.map(together);
        return await proofSigning(async (signedProofs) => {
            const counting = await eachPlace(found, async (each) => each.proofs.length === 0 ? each : (0,_requirement_js__WEBPACK_IMPORTED_MODULE_4__/* .onlySigned */ .PW)(each, await signedProofs.read(each.reference)));
            return counting.map(together);
        });
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
            throw error;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(`Slipway cannot tell whether ${about.environment} has verified these images: ${error.message}`, error.remedy, { cause: error });
    }
}
const eachPlace = (images, read) => Promise.all(images.map(places => Promise.all(places.map(read))));
const onlyHere = ([here, ...others]) => {
    const why = 'is not signed, and not with this copy of the image: copy the image again with `push`';
    const withdrawn = others.map(each => ({ ...each, proofs: [], rejected: each.proofs.map(() => why) }));
    return together(here === undefined ? withdrawn : [here, ...withdrawn]);
};
const together = (places) => ({
    reference: places[0]?.reference ?? '',
    proofs: places.flatMap(({ proofs }) => proofs),
    withdrawals: places.flatMap(({ withdrawals }) => withdrawals),
    rejected: places.flatMap(({ rejected }) => rejected),
});


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
