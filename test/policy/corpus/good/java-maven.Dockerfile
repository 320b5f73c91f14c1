FROM maven:3.9.11-eclipse-temurin-25@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c AS build
WORKDIR /src
COPY pom.xml ./
RUN mvn -B dependency:go-offline
COPY src ./src
RUN mvn -B package -DskipTests

FROM eclipse-temurin:25.0.1_8-jre-noble@sha256:4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c4c
COPY --from=build /src/target/shop.jar /shop.jar
USER 10001
HEALTHCHECK NONE
ENTRYPOINT ["java", "-jar", "/shop.jar"]
