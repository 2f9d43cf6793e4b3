# syntax=docker/dockerfile:1
# One image for every part of Meshwork; MAIN says which class a container runs (see docker-compose.yml).
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# Tests are compiled: the services' modules name messaging's test kit, so it has to be there.
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -DskipTests -pl local -am package

FROM eclipse-temurin:25-jre
# The health checks ask with curl, which this image comes without.
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN useradd --system --no-create-home --uid 10001 mesh
# A volume mounted there belongs to whom the folder belongs.
RUN install -d -o mesh /var/lib/mesh/search
COPY --from=build /src/local/target/dist/lib /app/lib
COPY --from=build /src/examples /app/examples
WORKDIR /app
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
ENTRYPOINT ["sh", "-c", "exec java -cp '/app/lib/*' \"$MAIN\" \"$@\"", "--"]
