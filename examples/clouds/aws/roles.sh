#!/usr/bin/env bash
# Creates the roles for releases from GitHub in AWS. Write your own names first: docs/clouds.md.
set -euo pipefail

aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com --client-id-list sts.amazonaws.com
cat > trust.json <<'JSON'
{
  "Version": "2012-10-17",
  "Statement": [{
    "Effect": "Allow",
    "Principal": { "Federated": "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com" },
    "Action": "sts:AssumeRoleWithWebIdentity",
    "Condition": { "StringEquals": {
      "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
      "token.actions.githubusercontent.com:sub": ["repo:acme/shop:ref:refs/heads/main", "repo:acme/shop:environment:production"]
    } }
  }]
}
JSON
for name in read push release; do
  aws iam create-role --role-name "shop-$name" --assume-role-policy-document file://trust.json --max-session-duration 14400
done
read='"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:ListImages"'
write='"ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"'
images() {
  printf '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "ecr:GetAuthorizationToken", "Resource": "*"}, {"Effect": "Allow", "Action": [%s], "Resource": "arn:aws:ecr:eu-central-1:123456789012:repository/shop"}]}' "$1"
}
aws iam put-role-policy --role-name shop-read --policy-name images --policy-document "$(images "$read")"
aws iam put-role-policy --role-name shop-push --policy-name images --policy-document "$(images "$read, $write")"
aws iam put-role-policy --role-name shop-release --policy-name cluster --policy-document '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["eks:DescribeCluster", "aps:QueryMetrics"], "Resource": "*"}]}'
aws eks create-access-entry --cluster-name shop-production --principal-arn arn:aws:iam::123456789012:role/shop-release --kubernetes-groups shop-release
