package io.meshwork.contract.read.value;

import io.meshwork.contract.read.document.Problems;

/** What grows while one document is read: its problems, and what the model has no place for. */
public record Reading(Problems problems, Custom custom) {

    public Reading(Problems problems) {
        this(problems, new Custom());
    }
}
