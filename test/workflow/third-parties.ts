interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, object>>;
  readonly outputs?: Readonly<Record<string, object>>;
}

/** The inputs and outputs of third-party actions that this repository uses, from their action.yml at the pinned commit. */
const manifests: Readonly<Record<string, Manifest>> = {
  'actions/attest-build-provenance': { name: 'Attest', description: '', inputs: { 'subject-path': {} } },
  'actions/checkout': {
    name: 'Checkout',
    description: '',
    inputs: { 'persist-credentials': {}, 'fetch-depth': {}, ref: {}, clean: {}, submodules: {}, lfs: {} },
  },
  'actions/setup-node': {
    name: 'Setup Node',
    description: '',
    inputs: { 'node-version': {}, 'package-manager-cache': {} },
  },
  'actions/setup-python': { name: 'Setup Python', description: '', inputs: { 'python-version': {} } },
  'actions/setup-go': { name: 'Setup Go', description: '', inputs: { 'go-version': {}, cache: {} } },
  'actions/setup-java': {
    name: 'Setup Java',
    description: '',
    inputs: { 'java-version': {}, distribution: {} },
  },
  'actions/upload-artifact': {
    name: 'Upload',
    description: '',
    inputs: { name: {}, path: {}, 'if-no-files-found': {}, 'retention-days': {} },
  },
  'actions/download-artifact': {
    name: 'Download',
    description: '',
    inputs: { name: {}, path: {}, pattern: {}, 'run-id': {}, 'github-token': {} },
  },
  'actions/cache/restore': {
    name: 'Restore',
    description: '',
    inputs: { path: {}, key: {}, 'restore-keys': {} },
    outputs: { 'cache-hit': {}, 'cache-primary-key': {}, 'cache-matched-key': {} },
  },
  'actions/cache/save': { name: 'Save', description: '', inputs: { path: {}, key: {} } },
  'actions/upload-pages-artifact': { name: 'Upload the site', description: '', inputs: { path: {} } },
  'actions/deploy-pages': { name: 'Publish', description: '', inputs: {}, outputs: { page_url: {} } },
  // For the recipes in examples/clouds.
  'aws-actions/configure-aws-credentials': {
    name: 'Configure AWS credentials',
    description: '',
    inputs: {
      ...{ 'role-to-assume': {}, 'aws-region': {}, 'role-duration-seconds': {} },
      ...{ 'aws-profile': {}, 'overwrite-aws-profile': {} },
    },
  },
  'google-github-actions/auth': {
    name: 'Authenticate to Google Cloud',
    description: '',
    inputs: {
      ...{ workload_identity_provider: {}, service_account: {}, token_format: {} },
      ...{ create_credentials_file: {}, export_environment_variables: {} },
    },
    outputs: { access_token: {} },
  },
  'google-github-actions/setup-gcloud': {
    name: 'Set up gcloud',
    description: '',
    inputs: { install_components: {} },
  },
  'google-github-actions/get-gke-credentials': {
    name: 'Get GKE credentials',
    description: '',
    inputs: { cluster_name: {}, location: {}, use_auth_provider: {} },
  },
  'azure/login': {
    name: 'Azure login',
    description: '',
    inputs: { 'client-id': {}, 'tenant-id': {}, 'subscription-id': {} },
  },
  'azure/use-kubelogin': { name: 'Setup kubelogin', description: '', inputs: { 'kubelogin-version': {} } },
  // For the migration guides.
  'docker/setup-buildx-action': { name: 'Docker Setup Buildx', description: '', inputs: {} },
  'docker/login-action': {
    name: 'Docker Login',
    description: '',
    inputs: { registry: {}, username: {}, password: {} },
  },
  'docker/metadata-action': {
    name: 'Docker Metadata',
    description: '',
    inputs: { images: {}, tags: {} },
    outputs: { tags: {} },
  },
  'docker/build-push-action': {
    name: 'Build and push',
    description: '',
    inputs: { push: {}, tags: {}, 'build-args': {}, 'cache-from': {}, 'cache-to': {} },
  },
  'Azure/k8s-deploy': {
    name: 'Deploy to Kubernetes',
    description: '',
    inputs: { namespace: {}, manifests: {}, images: {}, strategy: {}, percentage: {} },
  },
  'helm/kind-action': { name: 'Kind Cluster', description: '', inputs: { registry: {} } },
  'github/codeql-action/upload-sarif': { name: 'Upload SARIF', description: '', inputs: { sarif_file: {} } },
};

/** Returns the manifest of a third-party action. @param uses such as `actions/checkout@<commit>`. */
export function thirdParty(uses: string): Manifest | undefined {
  return manifests[uses.split('@')[0] ?? ''];
}
