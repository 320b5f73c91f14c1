FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
# slipway ignore=pin-pip: the index behind this mirror is a snapshot of one day
RUN pip install --no-cache-dir gunicorn
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
