FROM alpine:3.22.2@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN apk add --no-cache tini
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
