export const id = 4687;
export const ids = [4687,8023];
export const modules = {

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


/***/ }),

/***/ 74687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connectionEnvironment: () => (/* binding */ connectionEnvironment),
/* harmony export */   password: () => (/* binding */ password),
/* harmony export */   texts: () => (/* binding */ texts)
/* harmony export */ });
/* harmony import */ var _files_worker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(28023);

function connectionEnvironment(declared) {
    const { host, port, database, user, sslmode, authority, secret, key } = declared;
    const root = authority !== undefined ? _files_worker_js__WEBPACK_IMPORTED_MODULE_0__.mounts.databaseAuthority : sslmode === 'verify-full' ? 'system' : undefined;
    const values = {
        ...{ PGHOST: host, PGPORT: String(port), PGDATABASE: database, PGUSER: user, PGSSLMODE: sslmode },
        ...(root === undefined ? {} : { PGSSLROOTCERT: root }),
        PGCONNECT_TIMEOUT: '30',
        PGAPPNAME: 'slipway',
    };
    return [...texts(values), password('PGPASSWORD', { secret, key })];
}
const texts = (values) => Object.entries(values).map(([name, value]) => ({ name, value: value.replaceAll('$', () => '$$') }));
const password = (name, { secret, key }) => ({
    name,
    valueFrom: { secretKeyRef: { name: secret, key } },
});


/***/ })

};
