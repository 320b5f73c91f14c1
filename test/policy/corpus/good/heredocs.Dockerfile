FROM debian:13.1-slim@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
RUN <<EOF
set -e
mkdir -p /data
chown 10001 /data
EOF
COPY <<-'ONE' <<TWO /etc/shop/
	level = info
	ONE
other = yes
TWO
RUN --mount=type=bind,source=setup.sh,target=/setup.sh <<'END' bash -e
echo "an && that is || no command | of ours"
END
COPY app /app
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["/app"]
