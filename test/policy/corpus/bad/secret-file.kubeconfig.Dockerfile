FROM node:24.11.1-trixie-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
COPY shop.kubeconfig package.json package-lock.json ./
RUN npm ci
FROM node:24.11.1-trixie-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=build /node_modules /node_modules
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
