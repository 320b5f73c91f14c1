#!/usr/bin/env bash
# The supply chain of some images as users would write it with the tools' own commands, one image after the other. It does the same as
# `slipway build`, `scan`, `push` and `sign`: the same options for the build and its cache, reports in the same formats from one scan, and
# the same statements, signed with the same key and verified at the end.
# usage: supply.sh FOLDER WORK REPOSITORIES VERSION NAME...
set -euo pipefail
folder=$1 work=$2 home=$3 version=$4
shift 4

for name in "$@"; do
  repository=$home/$name
  candidate=$repository-candidate
  out=$work/$name
  mkdir -p "$out"
  buildx build --check --progress=plain "$folder/$name"
  buildx build --progress=plain --provenance=false --sbom=false --metadata-file "$out/built.json" \
    --label "org.opencontainers.image.version=$version" \
    --cache-from "type=registry,ref=$candidate:cache-main" \
    --cache-to "type=registry,ref=$candidate:cache-main,mode=max,ignore-error=true" \
    --output "type=image,name=$candidate,push-by-digest=true,name-canonical=true,push=true,rewrite-timestamp=true" \
    "$folder/$name"
  digest=$(sed -n 's/.*"containerimage.digest": "\([^"]*\)".*/\1/p' "$out/built.json" | head -n 1)

  trivy image --cache-dir "$TRIVY_CACHE" --scanners vuln,secret --format json --output "$out/report.json" \
    --skip-db-update --skip-java-db-update --skip-check-update --offline-scan \
    --skip-version-check --disable-telemetry --no-progress "$candidate@$digest"
  for format in sarif cyclonedx spdx-json table; do
    trivy convert --scanners vuln,secret --format "$format" --output "$out/report.$format" "$out/report.json"
  done

  buildx imagetools create --prefer-index=false --tag "$repository:$version" "$candidate@$digest"

  printf '{"buildDefinition":{"buildType":"https://example.com/shell","externalParameters":{}},"runDetails":{"builder":{"id":"https://example.com/shell"}}}' >"$out/provenance.json"
  sign=(--yes --key "$SIGNING_KEY" --signing-config "$SIGNING_CONFIG" --trusted-root "$TRUSTED_ROOT" --allow-http-registry)
  cosign sign "${sign[@]}" "$repository@$digest"
  for said in slsaprovenance1:provenance.json cyclonedx:report.cyclonedx spdxjson:report.spdx-json vuln:report.json; do
    cosign attest "${sign[@]}" --type "${said%%:*}" --predicate "$out/${said#*:}" "$repository@$digest"
  done
  verify=(--key "$VERIFYING_KEY" --insecure-ignore-tlog=true --allow-http-registry)
  cosign verify "${verify[@]}" "$repository@$digest" >"$out/verified.json"
  for type in slsaprovenance1 cyclonedx spdxjson vuln; do
    cosign verify-attestation "${verify[@]}" --type "$type" "$repository@$digest" >"$out/verified.$type.json"
  done
done
