# syntax=docker/dockerfile:1
# One image for every part of Meshwork; MAIN says which class a container runs (see docker-compose.yml).
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home --uid 10001 mesh
COPY --from=build /src/local/target/dist/lib /app/lib
COPY --from=build /src/examples /app/examples
WORKDIR /app
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
ENTRYPOINT ["sh", "-c", "exec java -cp '/app/lib/*' \"$MAIN\" \"$@\"", "--"]
