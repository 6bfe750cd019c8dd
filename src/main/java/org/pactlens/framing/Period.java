package org.pactlens.framing;

import java.util.List;

/**
 * A sentence as its author meant it: what stands in marks is part of the sentence that introduces it, however many
 * sentences it holds itself.
 *
 * @param paragraph index of its paragraph
 * @param marks indices of the outermost pairs of marks in it
 */
record Period(int start, int end, int paragraph, List<Integer> marks) {}
