FROM node:24.11.1-trixie-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
COPY package.json package-lock.json ./
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc \
    --mount=type=secret,id=token,env=NPM_TOKEN \
    npm ci
FROM node:24.11.1-trixie-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
ENV TOKENIZERS_PARALLELISM=false PASSWORD_FILE=/run/secrets/password SECRET_NAME=shop PUBLIC_KEY_URL=https://example.com/key.pub
COPY --from=build /node_modules /node_modules
USER 1000
HEALTHCHECK NONE
CMD ["node", "main.js"]
