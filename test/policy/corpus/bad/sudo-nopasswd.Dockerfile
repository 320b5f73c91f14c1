FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN echo 'app ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/app
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
