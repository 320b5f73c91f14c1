#!/usr/bin/env bash
# Creates the roles for releases from GitHub in Azure. Write your own names first: docs/clouds.md.
set -euo pipefail

for name in read push release; do
  id=$(az ad app create --display-name "shop-$name" --query appId --output tsv)
  az ad sp create --id "$id"
  for subject in ref:refs/heads/main environment:production; do
    az ad app federated-credential create --id "$id" --parameters "{\"name\": \"${subject%%:*}\", \"issuer\": \"https://token.actions.githubusercontent.com\", \"subject\": \"repo:acme/shop:$subject\", \"audiences\": [\"api://AzureADTokenExchange\"]}"
  done
done
registry=$(az acr show --name acmeshop --query id --output tsv)
cluster=$(az aks show --resource-group shop --name shop-production --query id --output tsv)
app() { az ad app list --display-name "$1" --query '[0].appId' --output tsv; }
az role assignment create --assignee "$(app shop-read)" --role AcrPull --scope "$registry"
az role assignment create --assignee "$(app shop-push)" --role AcrPush --scope "$registry"
az role assignment create --assignee "$(app shop-release)" --role "Azure Kubernetes Service Cluster User Role" --scope "$cluster"
az ad sp show --id "$(app shop-release)" --query id --output tsv
