export const id = 6830;
export const ids = [6830,8023];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 28023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ workerPod),
/* harmony export */   mounts: () => (/* binding */ mounts)
/* harmony export */ });
const mounts = {
    claim: '/claim',
    authority: '/authority/ca.crt',
    databaseAuthority: '/database/ca.crt',
    cache: '/cache',
};
function workerPod(worker) {
    const { namespace, name, claim, env, image, writes, node, user = 0, deadline } = worker;
    const { authority, databaseAuthority } = worker;
    const root = writes ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'] : ['DAC_READ_SEARCH'];
    const certificates = Object.entries({ authority, database: databaseAuthority }).flatMap(([volume, configMap]) => (configMap === undefined ? [] : [{ volume, configMap }]));
    const mount = (volume, mountPath, readOnly = false) => ({
        name: volume,
        mountPath,
        ...(readOnly ? { readOnly } : {}),
    });
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace, labels: { 'slipway.dev/recovery': 'files' } },
        spec: {
            restartPolicy: 'Never',
            activeDeadlineSeconds: deadline,
            terminationGracePeriodSeconds: 0,
            automountServiceAccountToken: false,
            ...(node === undefined ? {} : { affinity: onNode(node) }),
            securityContext: {
                runAsUser: user,
                ...(user === 0 ? {} : { runAsNonRoot: true }),
                seccompProfile: { type: 'RuntimeDefault' },
            },
            containers: [
                {
                    name: 'restic',
                    image,
                    command: ['sleep', String(deadline)],
                    ...(env === undefined ? {} : { env }),
                    securityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ['ALL'], ...(user === 0 && claim !== undefined ? { add: root } : {}) },
                    },
                    volumeMounts: [
                        ...(claim === undefined ? [] : [mount('claim', mounts.claim, !writes)]),
                        mount('cache', mounts.cache),
                        mount('cache', '/tmp'),
                        ...certificates.map(({ volume }) => mount(volume, `/${volume}`, true)),
                    ],
                },
            ],
            volumes: [
                ...(claim === undefined
                    ? []
                    : [
                        {
                            name: 'claim',
                            persistentVolumeClaim: { claimName: claim, ...(writes ? {} : { readOnly: true }) },
                        },
                    ]),
                { name: 'cache', emptyDir: {} },
                ...certificates.map(({ volume, configMap }) => ({ name: volume, configMap: { name: configMap } })),
            ],
        },
    };
}
const onNode = (name) => ({
    nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [name] }] }],
        },
    },
});


/***/ })

};
