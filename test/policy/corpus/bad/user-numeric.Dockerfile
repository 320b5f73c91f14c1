FROM node:24.11.1-trixie-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY main.js /main.js
USER node
HEALTHCHECK NONE
CMD ["node", "/main.js"]
