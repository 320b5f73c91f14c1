export const id = 3707;
export const ids = [3707];
export const modules = {

/***/ 3707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   imageNow: () => (/* binding */ imageNow),
/* harmony export */   imagesFor: () => (/* binding */ imagesFor),
/* harmony export */   q: () => (/* binding */ relocated)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


function imagesFor(running, backupPod) {
    return [...new Set([...running, ...(backupPod === undefined ? [] : [byDigest(backupPod)])])].sort();
}
function imageNow(image, archived, place) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
    return archived.includes(byDigest(image)) ? `${place(repository)}@${digest}` : undefined;
}
function byDigest(image) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
    return `${repository}@${digest}`;
}
function relocated(objects, archived, place) {
    const digests = new Map();
    for (const image of archived) {
        const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
        if (digest !== undefined)
            digests.set(repository, (digests.get(repository) ?? new Set()).add(digest));
    }
    const foreign = new Set();
    const found = (image) => {
        const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(image);
        const known = digests.get(repository) ?? new Set();
        const [only] = known;
        const chosen = digest ?? (known.size === 1 ? only : undefined);
        if (chosen !== undefined && known.has(chosen))
            return `${place(repository)}@${chosen}`;
        foreign.add(image);
        return image;
    };
    const moved = (name, value) => isContainers(name, value) ? value.map(container => withImage(container, found)) : value;
    return {
        objects: objects.map(each => JSON.parse(JSON.stringify(each, moved))),
        foreign: [...foreign].sort(),
    };
}
const isContainers = (name, value) => /^(?:initContainers|containers|ephemeralContainers)$/.test(name) && Array.isArray(value);
const withImage = (container, found) => (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(container) && typeof container.image === 'string'
    ? { ...container, image: found(container.image) }
    : container;


/***/ })

};
