#!/usr/bin/env bash
# Creates a kind cluster for the rehearsal: three zones, a registry at localhost:5001, a Gateway of Contour at
# 127.0.0.1:8000, Prometheus. Needs docker, kind, kubectl and curl. See docs/own-cluster.md
set -euo pipefail
cd "$(dirname "$0")"

contour=v1.33.8
provisioner=https://raw.githubusercontent.com/projectcontour/contour/$contour/examples/render/contour-gateway-provisioner.yaml
sum=82cc788e5646515b44e042b94865d710f5773fe7843cf8065b3687e42575de71

kind create cluster --name slipway --config cluster.yaml --wait 3m
kubectl() { command kubectl --context kind-slipway "$@"; }

# The nodes must pull from the same registry name that this machine pushes to.
docker run --detach --name slipway-registry --network kind --publish 127.0.0.1:5001:5000 registry:3.0.0
for node in $(kind get nodes --name slipway); do
  docker exec "$node" mkdir -p /etc/containerd/certs.d/localhost:5001
  echo '[host."http://slipway-registry:5000"]' |
    docker exec --interactive "$node" tee /etc/containerd/certs.d/localhost:5001/hosts.toml
done

manifest=$(mktemp)
trap 'rm -f "$manifest"' EXIT
curl --fail --silent --show-error --location --retry 3 --output "$manifest" "$provisioner"
echo "$sum  $manifest" | sha256sum --check --quiet
# The CRDs are too large for the annotation of a client-side apply.
kubectl apply --server-side --filename "$manifest"
kubectl wait --for=condition=Established crd/contourdeployments.projectcontour.io crd/gateways.gateway.networking.k8s.io
kubectl apply --filename gateway.yaml --filename prometheus.yaml

kubectl --namespace monitoring rollout status deployment/prometheus --timeout=5m
kubectl --namespace gateway wait --for=condition=Programmed gateway/lab --timeout=5m
kubectl --namespace gateway rollout status deployment/envoy-lab --timeout=5m
