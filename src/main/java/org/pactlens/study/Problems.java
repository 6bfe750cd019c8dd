package org.pactlens.study;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a study until all of it is known. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    /** By file and line. */
    public List<Problem> sorted() {
        return found.stream().sorted().toList();
    }

    int count() {
        return found.size();
    }

    /** @throws StudyProblems where anything was found */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new StudyProblems(sorted());
        }
    }
}
