export const id = 8023;
export const ids = [8023];
export const modules = {

/***/ 8023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ workerPod),
/* harmony export */   mounts: () => (/* binding */ mounts)
/* harmony export */ });
const mounts = { claim: '/claim', authority: '/authority/ca.crt', cache: '/cache' };
function workerPod(worker) {
    const { namespace, name, claim, image, writes, node, user = 0, authority, deadline } = worker;
    const root = ['DAC_READ_SEARCH', ...(writes ? ['CHOWN', 'DAC_OVERRIDE', 'FOWNER'] : [])];
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
                    securityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ['ALL'], ...(user === 0 ? { add: root } : {}) },
                    },
                    volumeMounts: [
                        mount('claim', mounts.claim, !writes),
                        mount('cache', mounts.cache),
                        mount('cache', '/tmp'),
                        ...(authority === undefined ? [] : [mount('authority', '/authority', true)]),
                    ],
                },
            ],
            volumes: [
                { name: 'claim', persistentVolumeClaim: { claimName: claim, ...(writes ? {} : { readOnly: true }) } },
                { name: 'cache', emptyDir: {} },
                ...(authority === undefined ? [] : [{ name: 'authority', configMap: { name: authority } }]),
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
