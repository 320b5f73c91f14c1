#!/usr/bin/env bash
# Creates the roles for releases from GitHub in Google Cloud. Write your own names first: docs/clouds.md.
set -euo pipefail

gcloud iam workload-identity-pools create github --location global
gcloud iam workload-identity-pools providers create-oidc shop --location global --workload-identity-pool github \
  --issuer-uri https://token.actions.githubusercontent.com --attribute-mapping google.subject=assertion.sub \
  --attribute-condition "assertion.repository == 'acme/shop'"
for name in read push release; do
  gcloud iam service-accounts create "shop-$name"
  for subject in ref:refs/heads/main environment:production; do
    gcloud iam service-accounts add-iam-policy-binding "shop-$name@acme-shop.iam.gserviceaccount.com" --role roles/iam.workloadIdentityUser \
      --member "principal://iam.googleapis.com/projects/123456789/locations/global/workloadIdentityPools/github/subject/repo:acme/shop:$subject"
  done
done
for grant in read:reader push:writer release:writer; do
  gcloud artifacts repositories add-iam-policy-binding shop --location europe-west3 \
    --member "serviceAccount:shop-${grant%:*}@acme-shop.iam.gserviceaccount.com" --role "roles/artifactregistry.${grant#*:}"
done
gcloud projects add-iam-policy-binding acme-shop --member serviceAccount:shop-release@acme-shop.iam.gserviceaccount.com --role roles/container.clusterViewer
