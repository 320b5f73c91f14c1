FROM node:24.11.1-trixie-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY package.json package-lock.json ./
RUN npm ci
COPY src ./src
USER 1000
HEALTHCHECK NONE
CMD ["node", "src/main.js"]
