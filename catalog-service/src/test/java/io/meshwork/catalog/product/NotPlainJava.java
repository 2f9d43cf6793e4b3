package io.meshwork.catalog.product;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The canary of the architecture test: a decision that reaches for the database. */
public record NotPlainJava(JdbcClient jdbc) {}
