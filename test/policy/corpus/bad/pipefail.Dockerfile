FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
RUN cat /etc/passwd | sort > /sorted
FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=build /sorted /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
