export const id = 1617;
export const ids = [1617];
export const modules = {

/***/ 91617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeManifest: () => (/* binding */ removeManifest)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function removeManifest(session, digest) {
    const path = `manifests/${digest}`;
    const answer = await session.send(path, { method: 'DELETE', access: { act: 'delete' } });
    const { status } = answer;
    if (status >= 200 && status < 300)
        return 'removed';
    const said = session.complaint(answer);
    const all = status === 405 || status === 501 || /^UNSUPPORTED\b/.test(said);
    if (status === 404) {
        const there = await session.send(path, { method: 'HEAD', accept: ['*/*'] });
        if (there.status === 404)
            return 'gone';
    }
    if (all || status === 404)
        throw deletesNothing(session, status, said);
    if (status === 429 || status >= 500)
        throw session.failure(answer);
    return { refused: `${status}${said === '' ? '' : `: ${said}`}` };
}
function deletesNothing({ registry, name }, status, said) {
    return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the registry ${registry} does not delete images of ${name} by digest (${status}${said === '' ? '' : `: ${said}`})`, 'enable deletion (the registry of Docker: `storage: {delete: {enabled: true}}`), or use its own retention rules for the planned images; nothing is deleted by tag, because a tag may have moved since');
}


/***/ })

};
