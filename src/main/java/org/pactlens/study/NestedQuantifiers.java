package org.pactlens.study;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds regular expressions that can take exponential time: a repeated group that can match one text in several ways, as
 * it holds a repetition or a choice. A bounded repetition passes where the group begins with a fixed character, which
 * parts its rounds.
 */
final class NestedQuantifiers {
    private final String regex;
    private final Deque<Group> groups = new ArrayDeque<>();
    private Group group = new Group(0);

    /** What an open bracket has seen so far. */
    private static final class Group {
        final int start;
        boolean open;
        boolean bounded;
        boolean choice;

        Group(int start) {
            this.start = start;
        }
    }

    private NestedQuantifiers(String regex) {
        this.regex = regex;
    }

    /** Whether a group that is repeated more than once is such a one. */
    static boolean in(String regex) {
        return new NestedQuantifiers(regex).found();
    }

    private boolean found() {
        int inClass = 0;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass++;
            } else if (c == ']' && inClass > 0) {
                inClass--;
            } else if (inClass > 0) {
                continue;
            } else if (c == '(') {
                groups.push(group);
                group = new Group(i + 1);
            } else if (c == ')' && !groups.isEmpty()) {
                if (isAmbiguous(group) && repeats(i + 1)) {
                    return true;
                }
                Group inner = group;
                group = groups.pop();
                group.open |= inner.open;
                group.bounded |= inner.bounded;
            } else {
                group.choice |= c == '|';
                group.open |= unbounded(i);
                group.bounded |= c == '{' && varies(i);
            }
        }
        return false;
    }

    private boolean isAmbiguous(Group inner) {
        return inner.open || inner.choice || inner.bounded && !beginsFixed(inner.start);
    }

    private boolean beginsFixed(int start) {
        int at = regex.startsWith("?:", start) ? start + 2 : start;
        char c = regex.charAt(at);
        return c == '\\' ? !Character.isLetterOrDigit(regex.charAt(at + 1)) : "[(.^$?".indexOf(c) < 0;
    }

    private boolean varies(int at) {
        int end = regex.indexOf('}', at);
        return end > 0 && regex.substring(at, end).indexOf(',') > 0 && !regex.startsWith("{0,1}", at);
    }

    private boolean unbounded(int at) {
        char c = regex.charAt(at);
        return c == '*' || c == '+' && at > 0 && "*+?}".indexOf(regex.charAt(at - 1)) < 0 || openBraces(at);
    }

    private boolean openBraces(int at) {
        int end = regex.charAt(at) == '{' ? regex.indexOf('}', at) : -1;
        return end > 0 && regex.charAt(end - 1) == ',';
    }

    private boolean repeats(int at) {
        if (at >= regex.length()) {
            return false;
        }
        char c = regex.charAt(at);
        return c == '*' || c == '+' || c == '{' && !regex.startsWith("{0,1}", at) && !regex.startsWith("{1}", at);
    }
}
