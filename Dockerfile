# The fake server of PortOne V1: a static program, and nothing else.
#
#   docker build --tag portone-v1-fake .
#   docker run --publish 127.0.0.1:8080:8080 portone-v1-fake
#
# `.ci/container.sh` tests it.

# On Alpine, programs are linked with musl, statically.
FROM rust:1-alpine AS build
WORKDIR /work
COPY . .
RUN cargo build --release --locked --package portone-v1-fake --bin portone-v1-fake

FROM scratch
COPY --from=build /work/target/release/portone-v1-fake /portone-v1-fake
USER 65534:65534
EXPOSE 8080
ENTRYPOINT ["/portone-v1-fake", "--host", "0.0.0.0"]
