# syntax=docker/dockerfile:1
FROM node:24.11.1-trixie-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24.11.1-trixie-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
WORKDIR /app
COPY --from=build --chown=1000:1000 /src/node_modules ./node_modules
COPY --from=build --chown=1000:1000 /src/dist ./dist
USER 1000
EXPOSE 8080
HEALTHCHECK --interval=30s CMD ["node", "dist/health.js"]
CMD ["node", "dist/main.js"]
