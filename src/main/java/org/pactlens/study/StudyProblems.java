package org.pactlens.study;

import java.util.List;
import java.util.stream.Collectors;

/** A study cannot be used. The message holds every problem, one a line. */
public final class StudyProblems extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    StudyProblems(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** By file and line. */
    public List<Problem> problems() {
        return problems;
    }
}
