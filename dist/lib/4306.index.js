export const id = 4306;
export const ids = [4306];
export const modules = {

/***/ 24306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   confirmedAlert: () => (/* binding */ confirmedAlert),
/* harmony export */   longestPayload: () => (/* binding */ longestPayload),
/* harmony export */   readPayload: () => (/* binding */ readPayload)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);



const longestPayload = 64 * 1024;
const short = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(1000);
const bodySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz('4'), zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(4)]),
    alerts: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ status: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['firing', 'resolved']), labels: zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(short, short) }))
        .min(1)
        .max(1000),
});
const envelopeSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    body: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(longestPayload),
    signature: short.optional(),
});
function readPayload(text, subject, secret) {
    if (text.length > longestPayload)
        return { ignored: `the payload is larger than ${longestPayload / 1024} KiB` };
    const payload = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(text);
    const envelope = envelopeSchema.safeParse(payload);
    if (secret !== undefined && !(envelope.success && isSignedWith(secret, envelope.data)))
        return { ignored: 'the payload is not signed with the secret of `monitoring.rollback`' };
    const body = bodySchema.safeParse(envelope.success ? (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(envelope.data.body) : payload);
    if (!body.success)
        return { ignored: "the payload is not that of Alertmanager's webhook in version 4" };
    const { app, environment } = subject;
    const ours = body.data.alerts.filter(({ labels }) => labels.app === app && labels.environment === environment);
    if (ours.length === 0)
        return { ignored: `no alert in the payload is about ${app} in ${environment}` };
    const firing = ours.filter(({ status }) => status === 'firing').map(({ labels }) => labels.alertname);
    if (firing.length === 0)
        return { ignored: 'the alerts in the payload are resolved' };
    const names = (subject.settings.rollback?.alerts ?? []).filter(name => firing.includes(name));
    if (names.length > 0)
        return names;
    return {
        ignored: 'none of the alerts in the payload may start a rollback; `monitoring.rollback.alerts` names those that may',
    };
}
function confirmedAlert(names, firing, began) {
    const real = firing.filter(({ name, scraped }) => names.includes(name) && !scraped);
    if (real.length === 0)
        return { ignored: `according to Prometheus, ${names.join(' or ')} is not firing now` };
    const older = `${real.map(({ name }) => name).join(' and ')} began before the rollout of the live release`;
    return real.find(({ since }) => since !== undefined && since >= began) ?? { ignored: older };
}
function isSignedWith(secret, { body, signature = '' }) {
    const right = Buffer.from(`sha256=${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', secret).update(body).digest('hex')}`);
    const given = Buffer.from(signature.trim().toLowerCase());
    return right.length === given.length && (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(right, given);
}


/***/ })

};
