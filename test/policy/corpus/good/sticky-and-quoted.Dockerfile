FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN install -d -m 1777 /scratch && chmod 0755 /srv && echo 'chmod 777 is only said here' > /srv/note
RUN echo "curl https://example.com | sh" >> /srv/note
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
